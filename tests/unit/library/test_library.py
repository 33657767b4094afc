"""Facts of the library's door: feeds, articles, and what the person did to them."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.library.making import FEED, NOW, apply, days_ago, entry, paths_under, titles

from pembaca.document import Document, Image
from pembaca.errors import LibraryError, LibraryTooNew, LibraryUnwritable
from pembaca.library.library import Library
from pembaca.model import Counts, KnownEntry, ReadingPlace, StoredEntry, Validators

WIT = timezone(timedelta(hours=9))


def test_new_library_is_empty_and_sound(library: Library) -> None:
    """
    The first start on a fresh machine finds a library that works.
    """
    assert ((), Counts(0, 0), (), None) == (library.articles(), library.counts(), library.integrity(), library.last_refresh())


def test_articles_come_newest_first_by_instant(library: Library) -> None:
    """
    Papua's clock is two hours ahead: what happened later stands first, whatever the clock on the wall said.
    """
    jakarta = datetime(2020, 11, 23, 10, 0, tzinfo=timezone(timedelta(hours=7)))
    papua = datetime(2020, 11, 23, 11, 0, tzinfo=WIT)
    apply(library, entry("p", title="Papua", published=papua), entry("j", title="Jakarta", published=jakarta))

    assert ["Jakarta", "Papua"] == titles(library)


def test_published_keeps_the_offset_of_its_source(library: Library) -> None:
    """
    The reader is told the time that the ministry wrote, not that of the machine.
    """
    papua = datetime(2020, 11, 23, 11, 0, tzinfo=WIT)
    apply(library, entry("p", published=papua))

    assert papua.isoformat() == library.articles()[0].published.isoformat()  # type: ignore[union-attr]


def test_articles_without_date_keep_the_order_of_their_feed(library: Library) -> None:
    """
    A feed lists its newest item first; without dates that order is all there is.
    """
    apply(library, entry("a", title="A"), entry("b", title="B"), entry("c", title="C"))

    assert ["A", "B", "C"] == titles(library)


def test_article_without_date_counts_from_when_it_was_first_seen(library: Library) -> None:
    """
    An undated article that is fetched again with a new text does not jump to the top.
    """
    apply(library, entry("a", title="Lama"), at=days_ago(2))
    apply(library, entry("b", title="Kemarin", published=days_ago(1)))
    known = library.known(FEED)["a"]
    apply(library, entry("a", title="Lama, diubah", known_id=known.id))

    assert ["Kemarin", "Lama, diubah"] == titles(library)


@given(days=st.lists(st.integers(0, 5) | st.none(), max_size=30), size=st.integers(1, 7))
def test_pages_joined_are_the_list(tmp_path_factory: pytest.TempPathFactory, days: list[int | None], size: int) -> None:
    """
    Turning pages shows each article once, also when many bear the same date.
    """
    library = Library.open(paths_under(tmp_path_factory.mktemp("pages")))
    entries = [entry(str(n), title=str(n), published=None if d is None else days_ago(d)) for n, d in enumerate(days)]
    apply(library, *entries)
    whole, pages, after = library.articles(), list[str](), None
    for _ in range(len(days) + 1):
        page = library.articles(limit=size, after=after)
        pages += [row.title for row in page]
        after = page[-1].cursor if page else after
    library.close()

    assert [row.title for row in whole] == pages


def test_apply_counts_new_and_changed(library: Library) -> None:
    """
    "Dua artikel baru, satu berubah" is what the person is told after a refresh.
    """
    first = apply(library, entry("a"))
    known = library.known(FEED)["a"]
    second = apply(library, entry("a", text="Lain.", known_id=known.id), entry("b"), entry("c"))

    assert ((1, 0), (2, 1)) == (first, second)


def test_known_entries_are_what_was_stored(library: Library) -> None:
    """
    Deciding what is new rests on guid, address and fingerprint coming back as they were.
    """
    stored = entry("a")
    apply(library, stored)
    article_id = library.articles()[0].id

    assert {"a": KnownEntry(article_id, "a", stored.url, stored.fingerprint)} == library.known(FEED)


def test_fetching_again_changes_nothing_the_person_did(library: Library) -> None:
    """
    A corrected article is still read, still starred, and still opened at the same place.
    """
    apply(library, entry("a"))
    article_id = library.articles()[0].id
    library.set_read(article_id, True)
    library.set_starred(article_id, True)
    library.set_place(article_id, ReadingPlace(6, 17))
    apply(library, entry("a", title="Judul yang baru", text="Isi berita. Tambahan.", known_id=article_id))
    row = library.row(article_id)

    assert row is not None
    assert ("Judul yang baru", True, True, 16 / 37) == (row.title, row.is_read, row.is_starred, row.heard)
    assert ReadingPlace(16, 37) == library.place(article_id)


def test_entry_with_another_guid_stays_the_same_article(library: Library) -> None:
    """
    Joomla changes its guids when the menu changes; the article must not appear twice.
    """
    apply(library, entry("lama"))
    article_id = library.articles()[0].id
    apply(library, entry("baru", known_id=article_id))

    assert [article_id] == [row.id for row in library.articles()]
    assert ["baru"] == list(library.known(FEED))


def test_guid_of_another_entry_is_not_taken_over(library: Library) -> None:
    """
    A confused feed that swaps guids neither loses an article nor fails the refresh.
    """
    apply(library, entry("a", title="A"), entry("b", title="B"))
    known = library.known(FEED)
    apply(library, entry("b", title="A2", known_id=known["a"].id))

    assert {"A2", "B"} == set(titles(library))
    assert () == library.integrity()


def test_same_item_twice_is_stored_once(library: Library) -> None:
    """
    Two programs that refresh at once, or a feed that repeats itself, make no doubles.
    """
    counted = apply(library, entry("a", title="Pertama"), entry("a", title="Ulangan"))
    apply(library, entry("a", title="Dari program lain"))

    assert (1, 0) == counted
    assert ["Dari program lain"] == titles(library)


def test_one_bad_entry_stores_none(library: Library) -> None:
    """
    A refresh is stored whole or not at all: half of it would be marked as done.
    """
    bad = StoredEntry("b", "u", "f", Document("Judul"), None)  # type: ignore[arg-type]
    with pytest.raises(LibraryError):
        apply(library, entry("a"), bad)

    assert [] == titles(library)
    assert Validators() == library.feeds()[0].validators


def test_counts_follow_every_mark(library: Library) -> None:
    """
    "Tiga baru dari sembilan" is kept as a running number; it must never drift from the truth.
    """
    apply(library, entry("a"), entry("b"), entry("c"))
    first, second, _ = (row.id for row in library.articles())
    for article_id, is_read in ((first, True), (first, True), (second, True), (first, False), (999, True)):
        library.set_read(article_id, is_read)

    assert Counts(3, 2) == library.counts() == library.counts(FEED)
    assert () == library.integrity()


def test_unread_list_leaves_out_what_was_read(library: Library) -> None:
    """
    "Hanya yang baru" shows only what is new.
    """
    apply(library, entry("a", title="A"), entry("b", title="B"))
    library.set_read(library.articles()[0].id, True)

    assert ["B"] == titles(library, unread=True)


def test_list_of_one_feed_holds_only_its_articles(library: Library) -> None:
    """
    The list's heading switches between sources.
    """
    apply(library, entry("a", title="A"))
    apply(library, entry("a", title="Lain"), feed="https://lain.go.id/rss")

    assert ["A"] == titles(library, feed_url=FEED)
    assert [] == titles(library, feed_url="https://tidak.ada/")


def test_removed_feed_is_hidden_at_once_and_comes_back_whole(library: Library) -> None:
    """
    Undo after "Hapus sumber" brings back every article with its star.
    """
    apply(library, entry("a", text="Birokrasi."))
    article_id = library.articles()[0].id
    library.set_starred(article_id, True)

    assert library.remove_feed(FEED)
    assert ((), None, None, (), Counts(0, 0), None) == (
        library.feeds(), library.feed(FEED), library.document(article_id), library.search("birokrasi"), library.counts(),
        library.row(article_id),
    )  # fmt: skip
    assert library.restore_feed(FEED)
    assert [(article_id, True)] == [(row.id, row.is_starred) for row in library.articles()]
    assert Counts(1, 1) == library.counts()


def test_purged_feed_leaves_nothing(library: Library) -> None:
    """
    What was removed for good takes no room and does not come back when the feed is added again.
    """
    apply(library, *(entry(str(n)) for n in range(1200)))
    library.set_read(library.articles()[0].id, True)
    library.remove_feed(FEED)
    library.purge()

    assert not library.restore_feed(FEED)
    assert ((), ()) == (library.integrity(), library.articles())
    assert (1, 0) == apply(library, entry("1"))


def test_feed_removed_long_ago_is_purged_on_opening(tmp_path: Path) -> None:
    """
    Undo is for minutes, not for ever.
    """
    paths = paths_under(tmp_path)
    library = Library.open(paths)
    apply(library, entry("a"))
    library.remove_feed(FEED)
    library.close()
    fresh = Library.open(paths)
    was_there = fresh.restore_feed(FEED)
    fresh.remove_feed(FEED)
    with fresh._connections.writing() as connection:
        connection.execute("UPDATE feeds SET hidden_at = hidden_at - 3600")
    fresh.close()
    later = Library.open(paths)

    assert (True, False) == (was_there, later.restore_feed(FEED))
    later.close()


def test_refresh_of_a_feed_removed_meanwhile_stores_nothing(library: Library) -> None:
    """
    A feed that is removed while its news are on the way stays removed.
    """
    library.add_feed(FEED)
    library.remove_feed(FEED)

    assert (0, 0) == library.apply(FEED, (entry("a"),), title="", validators=Validators(), fetched_at=NOW)
    assert () == library.feeds()


def test_refresh_results_are_kept_with_the_feed(library: Library) -> None:
    """
    "Sumber" tells of each feed when it was last good and what is wrong with it now.
    """
    apply(library, entry("a"))
    library.failed(FEED, "timeout", NOW + timedelta(hours=1))
    failed = library.feeds()[0]
    library.unchanged(FEED, NOW + timedelta(hours=2))
    mended = library.feeds()[0]

    assert ("failed", "timeout", NOW, Validators("e", "l")) == (
        failed.status, failed.error, failed.last_success, failed.validators,
    )  # fmt: skip
    assert ("ok", None, NOW + timedelta(hours=2)) == (mended.status, mended.error, mended.last_success)
    assert NOW + timedelta(hours=2) == library.last_refresh()


def test_given_title_is_shown_instead_of_the_feeds_own(library: Library) -> None:
    """
    The catalogue's short name is easier to hear than "Berita Utama - Portal Kementerian …".
    """
    library.add_feed(FEED, "Kementerian Hukum")
    library.add_feed("https://lain.go.id/rss")
    apply(library, entry("a"), title="Portal Panjang")
    apply(library, entry("a"), feed="https://lain.go.id/rss", title="Portal Lain")

    assert ["Kementerian Hukum", "Portal Lain"] == [feed.title for feed in library.feeds()]


def test_moved_feed_is_found_under_both_addresses(library: Library) -> None:
    """
    A permanent redirect changes the address once; who types the old one does not get the feed twice.
    """
    apply(library, entry("a"), moved_to="https://baru.go.id/feed")
    again = library.add_feed(FEED)

    assert ["https://baru.go.id/feed"] == [feed.url for feed in library.feeds()]
    assert again == library.feed("https://baru.go.id/feed")
    assert 1 == len(library.known(FEED))


def test_feed_does_not_move_onto_another_feed(library: Library) -> None:
    """
    Two subscribed addresses that redirect to one place stay two feeds, and no refresh fails over it.
    """
    library.add_feed("https://baru.go.id/feed")
    apply(library, entry("a"), moved_to="https://baru.go.id/feed")

    assert ["https://baru.go.id/feed", FEED] == [feed.url for feed in library.feeds()]


def test_document_comes_back_as_it_was_stored(library: Library) -> None:
    """
    Screen, voice and search count in one text; it must survive storing to the letter.
    """
    stored = entry("a", title="“Judul” é 🙂", text="Zwj \u200d dan \U0001f600.")
    apply(library, stored)

    assert stored.document == library.document(library.articles()[0].id)
    assert library.document(12345) is None


def test_article_with_local_picture_says_so(library: Library) -> None:
    """
    The list can tell which articles are complete without a network.
    """
    name = library.put_media(b"gambar", "jpg")
    document = Document("J", (Image("https://contoh.go.id/a.jpg", media=name),))
    apply(library, StoredEntry("a", "u", "f", document, ""), entry("b"))

    assert [True, False] == [row.has_media for row in library.articles()]


def test_every_thread_may_use_the_library(library: Library) -> None:
    """
    A refresh stores in the background while the window reads.
    """
    library.add_feed(FEED)
    failures: list[Exception] = []

    def work(name: str) -> None:
        try:
            for number in range(10):
                library.apply(FEED, (entry(f"{name}{number}"),), title="", validators=Validators(), fetched_at=NOW)
                library.articles(limit=5)
        except Exception as error:  # noqa: BLE001  # whatever it is, it fails the test below
            failures.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [] == failures
    assert (Counts(40, 40), ()) == (library.counts(), library.integrity())


def test_library_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    """
    A shared computer may run an older Pembaca beside a newer one; it must not spoil the newer one's file.
    """
    paths = paths_under(tmp_path)
    library = Library.open(paths)
    with library._connections.writing() as connection:
        connection.execute("PRAGMA user_version=99")
    library.close()
    before = paths.database.read_bytes()

    with pytest.raises(LibraryTooNew):
        Library.open(paths)
    assert before == paths.database.read_bytes()


def test_place_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """
    Where a file stands in the folder's place nothing can be kept; the person hears it instead of a crash.
    """
    (tmp_path / "data").write_text("berkas")

    with pytest.raises(LibraryUnwritable):
        Library.open(paths_under(tmp_path))


def test_closed_library_says_so(tmp_path: Path) -> None:
    """
    A late background job after the window closed ends with an error of ours, not of SQLite's.
    """
    library = Library.open(paths_under(tmp_path))
    library.close()

    with pytest.raises(LibraryError):
        library.articles()


def test_dates_beyond_every_calendar_are_stored(library: Library) -> None:
    """
    A feed's year 1 or 9999 is junk, but no reason to lose the article or the order of the others.
    """
    first, last = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    apply(library, entry("a", title="Awal", published=first), entry("z", title="Akhir", published=last), entry("n", title="Kini"))

    assert ["Akhir", "Kini", "Awal"] == titles(library)
    assert ["Akhir", "Kini", "Awal"] == [hit.row.title for hit in library.search("isi")]
    assert () == library.integrity()
