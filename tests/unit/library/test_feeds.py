"""Facts of feeds: options, failures, addresses, and what is known of their entries."""

from __future__ import annotations

from datetime import timedelta

from tests.unit.library.making import FEED, NOW, apply, entry

from pembaca.library.library import Library
from pembaca.model import FeedFailure, FeedOptions, FormerAddress, StoredEntry, Validators


def test_options_come_back_as_they_were_set(library: Library) -> None:
    """
    What the person set for a source holds after the next start.
    """
    library.add_feed(FEED)
    before = library.feeds()[0].options
    wanted = FeedOptions("on", keep_days=90, keep_articles=500, keep_bytes=1_000_000)

    assert (FeedOptions(), True) == (before, library.set_feed_options(FEED, wanted))
    assert wanted == library.feeds()[0].options
    assert not library.set_feed_options("https://tidak.ada/", wanted)


def test_other_way_to_the_text_asks_for_the_whole_feed(library: Library) -> None:
    """
    Who switches full texts on wants them for what is in the feed now; a 304 would bring nothing.
    """
    apply(library, entry("a"))
    library.set_feed_options(FEED, FeedOptions(keep_days=3))
    kept = library.feeds()[0].validators
    library.set_feed_options(FEED, FeedOptions("on", keep_days=3))

    assert (Validators("e", "l"), Validators()) == (kept, library.feeds()[0].validators)


def test_failures_are_kept_newest_first_and_twenty_at_most(library: Library) -> None:
    """
    "Since when does it not work, and why" is answered by the source's own history.
    """
    library.add_feed(FEED)
    for number in range(25):
        library.failed(FEED, "http_status", NOW + timedelta(hours=number), detail=f"ke-{number}", status=503)
    errors = library.feed_errors(FEED)
    feed = library.feeds()[0]
    library.unchanged(FEED, NOW + timedelta(days=2))

    assert FeedFailure("http_status", NOW + timedelta(hours=24), "ke-24", 503) == errors[0]
    assert (20, 25, "http_status") == (len(errors), feed.failures, feed.error)
    assert (errors, 0, None) == (library.feed_errors(FEED), library.feeds()[0].failures, library.feeds()[0].error)


def test_server_that_wants_peace_is_left_in_peace_a_day_at_most(library: Library) -> None:
    """
    Retry-After is honoured, but neither a mistaken server nor a clock that was wrong silences a source for ever.
    """
    library.add_feed(FEED)
    library.failed(FEED, "http_status", NOW, status=429, retry_at=NOW + timedelta(hours=2))
    feed = library.feeds()[0]
    library.failed(FEED, "http_status", NOW, status=429, retry_at=NOW + timedelta(days=900))
    long = library.feeds()[0]

    assert (False, True) == (feed.may_be_asked(NOW + timedelta(hours=1)), feed.may_be_asked(NOW + timedelta(hours=2)))
    assert NOW + timedelta(days=1) == long.retry_at
    assert long.may_be_asked(NOW - timedelta(days=400))


def test_former_addresses_are_remembered_with_their_end(library: Library) -> None:
    """
    After a move the person can see where the source was before.
    """
    apply(library, entry("a"), moved_to="https://baru.go.id/feed")
    library.apply(
        "https://baru.go.id/feed",
        (),
        title="",
        validators=Validators(),
        fetched_at=NOW + timedelta(1),
        moved_to="https://x.go.id/",
    )

    assert (FormerAddress("https://baru.go.id/feed", NOW + timedelta(1)), FormerAddress(FEED, NOW)) == library.former_addresses(
        FEED
    )


def test_known_is_limited_to_what_the_feed_brings(library: Library) -> None:
    """
    A refresh costs what the feed brings today, however long the library has been growing.
    """
    apply(library, *(entry(str(number)) for number in range(50)))
    known = library.known(FEED, ["3", "baru"], urls=["https://lain.go.id/menu/7?utm_source=x", "https://contoh.go.id/"])

    assert {"3", "7"} == set(known)
    assert 50 == len(library.known(FEED))


def test_script_addresses_are_told_apart_by_their_query(library: Library) -> None:
    """
    A thousand articles under index.php are a thousand addresses.
    """
    made = (StoredEntry(str(n), f"https://contoh.go.id/index.php?id={n}", "f", entry(str(n)).document, "") for n in range(20))
    apply(library, *made)

    assert {"5"} == set(library.known(FEED, [], urls=["http://www.contoh.go.id/index.php?id=5&utm_medium=rss"]))


def test_feeds_come_by_the_page_and_by_their_name(library: Library) -> None:
    """
    Five thousand feeds cost what twenty cost; removed ones are not among them.
    """
    for number in range(30):
        library.add_feed(f"https://kantor{number}.go.id/Umpan", f"Dinas {number}")
    library.remove_feed("https://kantor3.go.id/Umpan")

    assert ["Dinas 0", "Dinas 1"] == [feed.title for feed in library.feeds_page(0, 2)]
    assert ["Dinas 29"] == [feed.title for feed in library.feeds_page(28, 20)]
    assert ["Dinas 7", "Dinas 17", "Dinas 27"] == [feed.title for feed in library.feeds_page(0, 20, "7")]
    assert ["Dinas 12"] == [feed.title for feed in library.feeds_page(0, 20, "KANTOR12")]
    assert (29, 29, 1, 0) == tuple(library.feed_count(text) for text in ("", "umpan", "dinas 12", "%"))


def test_a_feed_is_found_by_the_title_that_is_shown(library: Library) -> None:
    """
    A title of one's own hides the feed's.
    """
    apply(library, entry("a"))
    library.add_feed("https://dua.go.id/", "Punya Saya")

    assert (1, 1) == (library.feed_count("punya"), library.feed_count(library.feeds()[0].title.upper()))


def test_feeds_in_trouble_are_told_apart_from_the_others(library: Library) -> None:
    """
    Whether a source may be asked is looked at for the few that failed, so that thousands cost next to nothing.
    """
    for name in "abc":
        library.add_feed(f"https://{name}.go.id/")
    library.failed("https://b.go.id/", "timeout", NOW)
    library.remove_feed("https://c.go.id/")

    assert ("https://a.go.id/", "https://b.go.id/") == library.feed_urls()
    assert ("https://a.go.id/",) == library.feed_urls(is_fine=True)
    assert ["https://b.go.id/"] == [feed.url for feed in library.feeds_in_trouble()]


def test_a_feed_is_found_in_any_case_of_any_letter(library: Library) -> None:
    """
    Whoever types "energi" or "énergi" means "ÉNERGI" too.
    """
    library.add_feed("https://a.go.id/", "Kementerian ÉNERGI")
    library.add_feed("https://ÄB.go.id/", "")

    assert [1, 1, 1, 1, 0] == [library.feed_count(text) for text in ("énergi", "ÉNER", "energi", "äB.GO", "xé")]
    assert ["Kementerian ÉNERGI"] == [feed.title for feed in library.feeds_page(0, 9, "e\u0301nergi")]


def test_many_feeds_are_added_in_one_go(library: Library) -> None:
    """
    What is there is told from what is new, and a removed one comes back.
    """
    library.add_feed("https://a.go.id/")
    library.add_feed("https://b.go.id/")
    library.remove_feed("https://b.go.id/")
    done = library.add_feeds([(f"https://{name}.go.id/", name.upper()) for name in "abca"])

    assert [False, True, True, False] == [is_new for _, is_new in done]
    assert ["https://a.go.id/", "https://b.go.id/", "https://c.go.id/"] == [feed.url for feed in library.feeds()]
