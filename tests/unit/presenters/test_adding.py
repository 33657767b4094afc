"""pembaca.presenters.adding: feeds by their own address, by a page's, and what is said when there is none."""

from __future__ import annotations

import pytest
from tests.unit.presenters.parts import FEED, OTHER, Desk

from pembaca.errors import FetchError, LibraryUnwritable
from pembaca.presenters.adding import complete_address
from pembaca.services.discovery import Found

PAGE = "https://contoh.go.id/berita"
NEWS = Found("Berita Utama", "https://contoh.go.id/umpan/1", "rss")
NOTICES = Found("Pengumuman", "https://contoh.go.id/umpan/2", "atom")


def test_a_feed_of_the_catalogue_is_added_with_its_title_and_fetched(desk: Desk) -> None:
    """
    One press, and its news come.
    """
    desk.sources.adding.add(OTHER)
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
    desk.sources.adding.add(typed)

    assert desk.views.of("show_error")[-1].startswith("Alamat ini belum lengkap.")
    assert () == desk.library.feeds()


def test_a_feed_is_not_added_twice(desk: Desk) -> None:
    """
    It says so, whatever way the address was written.
    """
    desk.library.add_feed(FEED)
    desk.sources.adding.add(" contoh.go.id/feed ")

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


@pytest.mark.parametrize("url", [FEED, "https://contoh.go.id/?format=feed&type=rss"])
def test_what_reads_as_a_feed_is_added_at_once(desk: Desk, url: str) -> None:
    """
    Without a network it can be prepared for the day when there is one.
    """
    desk.sources.adding.add(url)

    assert [url] == [feed.url for feed in desk.library.feeds()]
    assert [] == desk.looked


def test_the_one_feed_of_a_page_is_added_under_its_title_and_fetched(desk: Desk) -> None:
    """
    People know the address of a site, not that of its feed.
    """
    desk.found = (NEWS,)
    desk.sources.adding.add("contoh.go.id/berita")
    assert "Mencari sumber berita di contoh.go.id" == desk.views.of("say")[-1]
    assert "Mencari sumber berita di contoh.go.id" == desk.views.of("show_looking")[-1]

    desk.jobs.work()

    assert [PAGE] == desk.looked
    assert [(NEWS.url, "Berita Utama")] == [(feed.url, feed.title) for feed in desk.library.feeds()]
    assert "Berita Utama ditambahkan" in desk.views.of("say")
    assert desk.views.of("show_looking")[-1] is None
    assert "" == desk.views.of("show_error")[-1]
    assert [(NEWS.url,)] == desk.refreshed


def test_further_steps_of_the_search_are_shown_but_not_said(desk: Desk) -> None:
    """
    The ear is told once; the eye may follow.
    """
    desk.sources.adding.add(PAGE)
    desk.jobs.work()

    assert "Mencari sumber berita di contoh.go.id, alamat 2 dari 8" in desk.views.of("show_looking")
    assert 1 == sum(said.startswith("Mencari") for said in desk.views.of("say"))


def test_several_feeds_of_a_page_are_offered(desk: Desk) -> None:
    """
    Which one is wanted only the person knows; more than one may be.
    """
    desk.found = (NEWS, NOTICES)
    desk.sources.adding.add(PAGE)
    desk.jobs.work()
    assert () == desk.library.feeds()
    assert "2 sumber berita ditemukan di contoh.go.id. Pilih yang ingin ditambahkan." == desk.views.of("say")[-1]
    assert ["Berita Utama", "Pengumuman"] == [item.title for item in desk.views.of2("show_found")[-1]]

    desk.sources.adding.add_found(NOTICES.url)
    desk.jobs.work()

    assert [("Pengumuman", NOTICES.url)] == [(feed.title, feed.url) for feed in desk.library.feeds()]
    assert [False, True] == [item.is_added for item in desk.views.of2("show_found")[-1]]
    desk.sources.adding.close_found()
    assert () == desk.views.of2("show_found")[-1]


def test_a_page_without_feeds_is_told_at_the_field_with_a_way_out(desk: Desk) -> None:
    """
    The sentence says what to do, and the address can still be added as it is.
    """
    desk.sources.adding.add("contoh.go.id/berita")
    desk.jobs.work()
    expected = "Tidak ada sumber berita yang ditemukan di contoh.go.id. Periksa alamatnya, atau tambahkan apa adanya."
    assert expected == desk.views.of("show_error")[-1]
    assert expected == desk.views.of("say")[-1]

    desk.sources.adding.add_anyway("contoh.go.id/berita")

    assert [PAGE] == [feed.url for feed in desk.library.feeds()]


def test_what_the_field_says_itself_is_not_said_again(desk: Desk) -> None:
    """
    A screen reader that says everything twice is switched off.
    """
    desk.views.answers["show_error"] = True
    desk.sources.adding.add("berita")

    assert [] == desk.views.of("say")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FetchError(PAGE, "dns"), "Alamat contoh.go.id tidak ditemukan. Periksa sambungan internet dan penulisan alamatnya"),
        (FetchError(PAGE, "timeout"), "contoh.go.id terlalu lama menjawab. Periksa sambungan internet, lalu coba lagi."),
        (FetchError(PAGE, "http_status", status=503), "Server contoh.go.id sedang bermasalah (kode 503). Coba lagi nanti."),
    ],
)
def test_a_page_that_cannot_be_had_is_told_with_cause_and_next_step(desk: Desk, error: FetchError, words: str) -> None:
    """
    On the train the address can be added all the same.
    """
    desk.found = error
    desk.sources.adding.add(PAGE)
    desk.jobs.work()

    told = desk.views.of("show_error")[-1]
    assert told.startswith(words)
    assert told.endswith("Alamat ini juga dapat ditambahkan apa adanya.")
    assert () == desk.library.feeds()


def test_what_is_wrong_with_the_program_is_told_as_such(desk: Desk) -> None:
    """
    A full disk is no fault of the address.
    """
    desk.found = LibraryUnwritable("/x", "full")
    desk.sources.adding.add(PAGE)
    desk.jobs.work()

    assert "Ruang simpan penuh, perubahan tidak tersimpan" == desk.views.of("show_fault")[-1]
    assert [] == desk.views.of("show_error")


def test_looking_can_be_stopped(desk: Desk) -> None:
    """
    A server that does not answer holds nobody; what comes after that is not wanted any longer.
    """
    desk.found = (NEWS,)
    desk.sources.adding.add(PAGE)
    desk.sources.adding.stop()
    assert "Pencarian dihentikan" == desk.views.of("say")[-1]
    desk.jobs.work()
    desk.sources.adding.stop()

    assert () == desk.library.feeds()
    assert desk.views.of("show_looking")[-1] is None
    assert 1 == desk.views.of("say").count("Pencarian dihentikan")


def test_another_address_ends_the_search_for_the_first(desk: Desk) -> None:
    """
    Who mistyped writes again without waiting.
    """
    desk.sources.adding.add("https://salah.go.id/")
    desk.found = (NEWS,)
    desk.sources.adding.add(PAGE)
    desk.jobs.work()

    assert [NEWS.url] == [feed.url for feed in desk.library.feeds()]
    assert [] == [text for text in desk.views.of("show_error") if "salah" in text]


def test_a_page_whose_only_feed_is_there_already_says_so(desk: Desk) -> None:
    """
    Nothing is added twice.
    """
    desk.library.add_feed(NEWS.url)
    desk.found = (NEWS,)
    desk.sources.adding.add(PAGE)
    desk.jobs.work()

    assert "Sumber di halaman itu sudah ada di daftar." == desk.views.of("show_error")[-1]
    assert 1 == len(desk.library.feeds())


def test_a_feed_that_was_just_removed_comes_back_by_its_address_without_a_search(desk: Desk) -> None:
    """
    A slip is mended without a network too.
    """
    desk.library.add_feed(PAGE)
    desk.sources.remove(PAGE)
    desk.sources.adding.add(PAGE)

    assert [PAGE] == [feed.url for feed in desk.library.feeds()]
    assert [] == desk.looked
    assert desk.views.of("show_undo")[-1] is None
