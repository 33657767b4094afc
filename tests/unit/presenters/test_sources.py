"""pembaca.presenters.sources: which feeds there are, adding, removing and taking the removal back."""

from __future__ import annotations

from datetime import timedelta

from tests.unit.presenters.parts import FEED, NOW, OTHER, Desk, store

from pembaca.viewmodel import CatalogueItem, FeedItem


def test_one_feed_is_the_current_one(desk: Desk) -> None:
    """
    With a single feed there is nothing to choose between.
    """
    store(desk.library, "Satu")
    desk.sources.show()

    assert (FeedItem(FEED, "Berita", "diperbarui 03.00", True, "contoh.go.id"),) == desk.views.of("show_feeds")[-1]


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
    offer = CatalogueItem("Lain", OTHER, "pernah terlihat berjalan", "Kementerian", False, "lain.go.id")
    assert (offer,) == desk.views.of("show_catalogue")[-1]

    desk.library.add_feed(OTHER)
    desk.sources.show()

    assert desk.views.of("show_catalogue")[-1][0].is_added


def test_twenty_feeds_are_shown_at_a_time(desk: Desk) -> None:
    """
    An office with hundreds of sources turns pages; the window never draws more than twenty of them.
    """
    for number in range(45):
        desk.library.add_feed(f"https://kantor{number:02}.go.id/feed", f"Kantor {number:02}")
    desk.sources.show()
    assert ["Semua berita", "Kantor 00"] == [item.title for item in desk.views.of("show_feeds")[-1][:2]]
    assert 21 == len(desk.views.of("show_feeds")[-1])

    desk.sources.turn(1)
    desk.sources.turn(1)

    assert [f"Kantor {number}" for number in range(40, 45)] == [item.title for item in desk.views.of("show_feeds")[-1]]
    assert "Sumber 41 sampai 45 dari 45" == desk.views.of("say")[-1]
    desk.sources.turn(-1)
    assert "Kantor 20" == desk.views.of("show_feeds")[-1][0].title


def test_feeds_are_found_by_title_and_by_address(desk: Desk) -> None:
    """
    Nobody turns twenty pages for one ministry.
    """
    for number in range(30):
        desk.library.add_feed(f"https://kantor{number}.go.id/feed", f"Dinas {number}")
    desk.sources.turn(1)

    desk.sources.filter(" DINAS 7 ")
    assert ["Dinas 7"] == [item.title for item in desk.views.of("show_feeds")[-1]]
    desk.sources.filter("kantor12.")
    assert ["Dinas 12"] == [item.title for item in desk.views.of("show_feeds")[-1]]
    desk.sources.filter("tidak ada")
    assert () == desk.views.of("show_feeds")[-1]
    desk.sources.filter("")
    assert "Semua berita" == desk.views.of("show_feeds")[-1][0].title


def test_a_feed_that_was_given_up_is_told_as_such(desk: Desk) -> None:
    """
    "Closed" is other news than "try again later".
    """
    desk.library.add_feed(FEED, "Tutup")
    desk.library.failed(FEED, "http_status", NOW, status=410)
    desk.sources.show()

    assert "Sumber berita di contoh.go.id sudah ditutup (kode 410)" == desk.views.of("show_feeds")[-1][0].state_text


def test_the_panel_is_brought_up_to_date_by_a_refresh_only_if_it_is_seen(desk: Desk) -> None:
    """
    What nobody looks at costs nothing.
    """
    store(desk.library, "Satu")
    desk.refreshing.start()
    desk.jobs.work()
    assert [] == desk.views.of("show_feeds")

    desk.views.answers["is_open"] = True
    desk.refreshing.start()
    desk.jobs.work()

    assert 1 == len(desk.views.of("show_feeds"))


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


def test_every_removal_can_be_taken_back_the_last_one_first(desk: Desk) -> None:
    """
    Whoever tidied up too eagerly gets all of it back.
    """
    store(desk.library, "Satu")
    store(desk.library, "Dua", feed=OTHER)
    desk.sources.show()
    desk.sources.remove(FEED)
    desk.sources.remove(OTHER)

    desk.sources.undo()
    assert [OTHER] == [feed.url for feed in desk.library.feeds()]
    assert "Berita dihapus" == desk.views.of("show_undo")[-1]
    desk.sources.undo()

    assert [FEED, OTHER] == sorted(feed.url for feed in desk.library.feeds())
    assert desk.views.of("show_undo")[-1] is None


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
