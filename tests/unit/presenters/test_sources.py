"""pembaca.presenters.sources: which feeds there are, adding, removing and taking the removal back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.unit.presenters.parts import FEED, NOW, OTHER, Desk, store

from pembaca.presenters.adding import complete_address
from pembaca.viewmodel import CatalogueItem, FeedItem


def test_one_feed_is_the_current_one(desk: Desk) -> None:
    """
    With a single feed there is nothing to choose between.
    """
    store(desk.library, "Satu")
    desk.sources.show()

    assert (FeedItem(FEED, "Berita", "diperbarui 03.00", True),) == desk.views.of("show_feeds")[-1]


def test_two_feeds_can_be_shown_together_or_one_alone(desk: Desk) -> None:
    """
    "Semua berita" stands before the feeds, and the chosen one is marked.
    """
    store(desk.library, "Satu")
    store(desk.library, "Dua", feed=OTHER)
    desk.sources.show()
    assert [("", True), (FEED, False), (OTHER, False)] == [(i.url, i.is_current) for i in desk.views.of("show_feeds")[-1]]

    desk.sources.choose(OTHER)
    desk.sources.show()

    assert [("", False), (FEED, False), (OTHER, True)] == [(i.url, i.is_current) for i in desk.views.of("show_feeds")[-1]]
    assert ["Dua"] == [item.title for item in desk.views.items]
    assert OTHER == desk.settings.current.last_feed


def test_each_feed_says_its_state_in_words(desk: Desk) -> None:
    """
    Not fetched yet, fetched when, or what went wrong.
    """
    desk.library.add_feed(FEED, "Baru")
    desk.library.add_feed(OTHER, "Gagal")
    desk.library.failed(OTHER, "timeout", NOW)
    desk.sources.show()

    _, new, failed = desk.views.of("show_feeds")[-1]
    assert "belum diambil" == new.state_text
    assert "lain.go.id" in failed.state_text
    desk.library.unchanged(FEED, NOW - timedelta(days=3))
    desk.sources.show()
    assert "diperbarui 28 Juni 2026" == desk.views.of("show_feeds")[-1][1].state_text


def test_the_catalogue_marks_what_is_there_already(desk: Desk) -> None:
    """
    What has been added cannot be added again.
    """
    desk.sources.show()
    assert (CatalogueItem("Lain", OTHER, "pernah terlihat berjalan", "Kementerian", False),) == desk.views.of("show_catalogue")[
        -1
    ]

    desk.library.add_feed(OTHER)
    desk.sources.show()

    assert desk.views.of("show_catalogue")[-1][0].is_added


def test_a_feed_of_the_catalogue_is_added_with_its_title_and_fetched(desk: Desk) -> None:
    """
    One press, and its news come.
    """
    desk.sources.add(OTHER)
    desk.jobs.work()

    assert "Lain" == (desk.library.feed(OTHER) or desk).title
    assert "Lain ditambahkan" in desk.views.of("say")
    assert "" == desk.views.of("show_error")[-1]
    assert [(OTHER,)] == desk.refreshed


@pytest.mark.parametrize("typed", ["", "   ", "berita", "ftp://contoh.go.id/feed", "https://", "http://[", "bukan alamat"])
def test_what_cannot_be_an_address_is_explained_beside_the_field(desk: Desk, typed: str) -> None:
    """
    The sentence says how an address looks, and nothing is added.
    """
    desk.sources.add(typed)

    assert desk.views.of("show_error")[-1].startswith("Alamat ini belum lengkap.")
    assert () == desk.library.feeds()


def test_a_feed_is_not_added_twice(desk: Desk) -> None:
    """
    It says so, whatever way the address was written.
    """
    desk.library.add_feed(FEED)
    desk.sources.add(" contoh.go.id/feed ")

    assert "Sumber ini sudah ada di daftar." == desk.views.of("show_error")[-1]
    assert 1 == len(desk.library.feeds())


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("contoh.go.id/feed", "https://contoh.go.id/feed"),
        ("http://localhost:8080/feed", "http://localhost:8080/feed"),
        ("https://contoh.go.id/feed", "https://contoh.go.id/feed"),
        ("mailto:humas@contoh.go.id", None),
    ],
)
def test_an_address_is_completed(typed: str, expected: str | None) -> None:
    """
    Nobody says "https" aloud.
    """
    assert expected == complete_address(typed)


def test_removing_can_be_taken_back_with_everything_that_was_there(desk: Desk) -> None:
    """
    A slip of the finger loses no mark and no star.
    """
    store(desk.library, "Satu")
    article = desk.library.articles()[0].id
    desk.library.set_starred(article, True)
    desk.sources.remove(FEED)
    assert () == desk.library.feeds()
    assert "Berita dihapus" == desk.views.of("show_undo")[-1]
    assert "Berita dihapus. Tekan Urungkan untuk mengembalikannya." == desk.views.of("say")[-1]

    desk.sources.undo()

    assert [FEED] == [feed.url for feed in desk.library.feeds()]
    assert desk.library.articles()[0].is_starred
    assert desk.views.of("show_undo")[-1] is None
    assert "Sumber dikembalikan" == desk.views.of("say")[-1]


def test_undo_without_a_removal_does_nothing(desk: Desk) -> None:
    """
    A button that is pressed twice undoes once.
    """
    store(desk.library, "Satu")
    desk.sources.remove(FEED)
    desk.sources.undo()
    before = len(desk.views.told)
    desk.sources.undo()

    assert before == len(desk.views.told)


def test_removing_the_feed_that_is_shown_leads_to_all_feeds(desk: Desk) -> None:
    """
    The list is never left pointing at something that is gone.
    """
    store(desk.library, "Satu")
    store(desk.library, "Dua", feed=OTHER)
    desk.sources.choose(FEED)
    desk.sources.remove(FEED)

    assert "" == desk.articles.feed_url
    assert ["Dua"] == [item.title for item in desk.views.items]
