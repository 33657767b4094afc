"""Facts of a refresh, shown with the real library and real loopback servers."""

from __future__ import annotations

import io
import json
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image as Pixels
from tests.servers import SEED, Answer, Site, raw, serving

from pembaca.cancel import CancelToken, Progress
from pembaca.document import Document, Image, Paragraph
from pembaca.errors import Cancelled
from pembaca.feeds.fetch import Fetcher, Timeouts
from pembaca.library.library import Library
from pembaca.model import FeedOptions, FeedOutcome, FullText
from pembaca.paths import Paths
from pembaca.services.refresh import refresh

EXPECTED = json.loads((SEED / "expected_article.json").read_bytes())
FEED_PATH = "/publikasi/berita-utama?format=feed"
LONG = "Kementerian menyampaikan kepada masyarakat bahwa layanan dibuka kembali pada hari kerja. " * 3


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library.open(Paths(tmp_path, tmp_path / "cache"))
    yield library
    library.close()


def run(library: Library, url: str, cancel: CancelToken | None = None) -> FeedOutcome:
    library.add_feed(url)
    with Fetcher(Timeouts(1, 1, 3)) as fetcher:
        report = refresh(library, fetcher, [url], now=lambda: datetime(2026, 6, 6, tzinfo=UTC), cancel=cancel or CancelToken())
    return report.feeds[0]


def stored(library: Library) -> Document:
    (row,) = library.articles()
    document = library.document(row.id)
    assert document is not None
    return document


def rss(*items: str, head: str = "") -> Answer:
    body = f'<rss version="2.0"><channel><title>Berita</title>{head}{"".join(items)}</channel></rss>'
    return Answer(body.encode(), "application/rss+xml")


def item(link: str, text: str, title: str = "Judul berita") -> str:
    return (
        f"<item><title>{title}</title><link>{link}</link><guid>{link}</guid><description><![CDATA[{text}]]></description></item>"
    )


def page(text: str) -> Answer:
    return Answer(
        f"<html><head><title>Judul berita</title></head><body><div class='item-page'>{text}</div></body></html>".encode()
    )


@pytest.mark.parametrize("feed", ["feed.xml", "feed_intro.xml"])
def test_the_seed_article_is_stored_to_the_letter(library: Library, feed: str) -> None:
    """
    The ministry's article reads the same from a feed that carries all of it and from one with an intro.
    """
    with serving(seed=SEED, feed=feed) as site:
        outcome = run(library, site.url + FEED_PATH)

    document = stored(library)
    images = [block for block in document.blocks if isinstance(block, Image)]
    everything = document.text + "".join(str(block) for block in document.blocks) + str(document.byline)
    assert ("updated", 1, 0, ()) == (outcome.status, outcome.new, outcome.changed, outcome.warnings)
    assert EXPECTED["paragraphs"] == [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert (EXPECTED["title"], EXPECTED["credit_text"]) == (document.title, document.credit)
    assert document.published is not None
    assert EXPECTED["published"] == document.published.isoformat()
    assert EXPECTED["url"].removeprefix("https://www.kemenkumham.go.id") == document.url.removeprefix(site.url)
    assert ["", ""] == [image.alt for image in images]
    assert all(library.media_path(image.media).is_file() and image.width > 0 for image in images)
    assert [] == [junk for junk in EXPECTED["must_not_contain"] if junk in everything.replace(site.url, "")]


def test_the_second_refresh_is_unchanged_after_a_304(library: Library) -> None:
    """
    Nothing is downloaded twice.
    """
    with serving(seed=SEED) as site:
        run(library, site.url + FEED_PATH)
        first = len(site.requests)
        outcome = run(library, site.url + FEED_PATH)

    assert FeedOutcome(site.url + FEED_PATH, "unchanged", title=outcome.title) == outcome
    assert [(FEED_PATH, 304)] == site.requests[first:]


def test_the_same_content_again_is_unchanged(library: Library) -> None:
    """
    A server without validators does not make every article new each time.
    """
    with serving(seed=SEED) as site:
        run(library, site.url + FEED_PATH)
        feed = Answer((SEED / "feed.xml").read_bytes(), "application/rss+xml; charset=utf-8", headers={"ETag": '"lain"'})
        site.answers[FEED_PATH] = feed
        outcome = run(library, site.url + FEED_PATH)

    assert ("unchanged", 0, 0) == (outcome.status, outcome.new, outcome.changed)


def test_changed_text_replaces_the_article(library: Library) -> None:
    """
    A correction by the ministry reaches the reader.
    """
    with serving() as site:
        site.answers = {"/f": rss(item("/a", LONG)), "/a": page(f"<p>{LONG}</p>")}
        run(library, site.url + "/f")
        site.answers = {"/f": rss(item("/a", LONG + "Ralat.")), "/a": page(f"<p>{LONG} Ralat.</p>")}
        outcome = run(library, site.url + "/f")

    assert ("updated", 0, 1) == (outcome.status, outcome.new, outcome.changed)
    assert stored(library).text.endswith("Ralat.")


def test_a_missing_page_falls_back_to_the_feeds_text(library: Library) -> None:
    """
    An article whose page is gone can still be read as far as the feed goes; the report says so.
    """
    with serving({"/f": rss(item("/a", LONG))}) as site:
        outcome = run(library, site.url + "/f")

    assert [("http_status", 404)] == [(fault.code, fault.status) for fault in outcome.warnings]
    assert stored(library).is_excerpt
    assert LONG.strip() == stored(library).blocks[0].text


def test_a_page_that_was_out_of_reach_is_fetched_next_time(library: Library) -> None:
    """
    A passing fault does not leave an intro where the whole article should be.
    """
    with serving({"/f": rss(item("/a", LONG)), "/a": Answer(status=503)}) as site:
        first = run(library, site.url + "/f")
        again = run(library, site.url + "/f")
        site.answers["/a"] = page(f"<p>{LONG}</p><p>Selebihnya.</p>")
        last = run(library, site.url + "/f")

    assert ["updated", "unchanged", "updated"] == [first.status, again.status, last.status]
    assert "Selebihnya." == stored(library).blocks[-1].text


def test_an_article_is_not_shortened_when_its_page_fails(library: Library) -> None:
    """
    A changed intro never replaces the whole article that was stored before.
    """
    with serving({"/f": rss(item("/a", LONG)), "/a": page(f"<p>{LONG}</p><p>Selebihnya.</p>")}) as site:
        run(library, site.url + "/f")
        site.answers = {"/f": rss(item("/a", LONG + "Ralat."))}
        run(library, site.url + "/f")

    assert "Selebihnya." == stored(library).blocks[-1].text


def test_a_correction_is_stored_though_the_page_cannot_be_had(library: Library) -> None:
    """
    What was wrong in the feed and is put right there must not be read for good because a page is missing.
    """
    with serving({"/f": rss(item("/a", LONG + "Biaya Rp350.000."))}) as site:
        run(library, site.url + "/f")
        site.answers["/f"] = rss(item("/a", "DIRALAT: biaya Rp300.000."))
        outcome = run(library, site.url + "/f")
        again = run(library, site.url + "/f")

    assert ("updated", 1, "unchanged") == (outcome.status, outcome.changed, again.status)
    assert "DIRALAT: biaya Rp300.000." == stored(library).blocks[0].text


def test_a_full_text_without_its_page_is_corrected(library: Library) -> None:
    """
    A feed that calls a few sentences its full content is believed where there is nothing else.
    """

    def full(text: str) -> Answer:
        written = f"<item><title>J</title><link>/a</link><guid>g</guid><content:encoded>{text}</content:encoded></item>"
        body = rss(written).body.replace(b"<rss ", b'<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" ')
        return Answer(body, "application/rss+xml")

    with serving({"/f": full(LONG)}) as site:
        run(library, site.url + "/f")
        site.answers["/f"] = full("Ralat: layanan ditutup.")
        outcome = run(library, site.url + "/f")

    assert ("updated", 1) == (outcome.status, outcome.changed)
    assert "Ralat: layanan ditutup." == stored(library).blocks[0].text


def test_a_correction_is_stored_while_the_page_is_out_of_reach_for_a_while(library: Library) -> None:
    """
    The correction is read now, and the page still fetched when its server is back.
    """
    with serving({"/f": rss(item("/a", LONG)), "/a": Answer(status=503)}) as site:
        run(library, site.url + "/f")
        site.answers["/f"] = rss(item("/a", LONG + "Ralat."))
        changed = run(library, site.url + "/f")
        corrected = stored(library).text
        site.answers["/a"] = page(f"<p>{LONG} Ralat.</p><p>Selebihnya.</p>")
        run(library, site.url + "/f")

    assert ("updated", 1, True) == (changed.status, changed.changed, corrected.endswith("Ralat."))
    assert "Selebihnya." == stored(library).blocks[-1].text


def test_a_new_address_is_taken_though_its_page_cannot_be_had(library: Library) -> None:
    """
    An article whose site was rebuilt keeps its text, and opens where it now lies.
    """
    with serving({"/f": rss(item("/lama/a", LONG)), "/lama/a": page(f"<p>{LONG}</p><p>Selebihnya.</p>")}) as site:
        run(library, site.url + "/f")
        site.answers = {"/f": rss(item("/baru/a", LONG))}
        run(library, site.url + "/f")
        again = run(library, site.url + "/f")
        (row,) = library.articles()

    assert ("unchanged", 0) == (again.status, again.changed)
    assert (site.url + "/baru/a", "Selebihnya.") == (stored(library).url, stored(library).blocks[-1].text)
    assert "Judul berita" == row.title


def test_a_firewall_page_is_not_the_article(library: Library) -> None:
    """
    A page that answers 200 with something else is not read aloud as news.
    """
    wall = Answer(
        b"<html><body><article><h1>Checking your browser</h1><p>" + b"Please stand by, we verify you. " * 30 + b"</article>"
    )
    with serving({"/f": rss(item("/a", LONG)), "/a": wall}) as site:
        outcome = run(library, site.url + "/f")

    assert ["not_the_article"] == [fault.code for fault in outcome.warnings]
    assert LONG.strip() == stored(library).blocks[0].text


@pytest.mark.parametrize(
    "wall",
    [
        b"<html><title>Request Rejected</title><body>The requested URL was rejected. Ask an administrator.</body></html>",
        b"<html><body><h1>Halaman tidak ditemukan</h1><p>Maaf, halaman yang Anda cari sudah tidak ada.</p></body></html>",
        b"\x01\x02\xf5\xb1e JX \xdf\xa1j isi \x00 bukan teks sama sekali. " * 40,
    ],
)
def test_a_firewall_page_is_not_the_article_of_a_feed_without_text(library: Library, wall: bytes) -> None:
    """
    Where the feed has only titles, a page without a word of the title is another page.
    """
    with serving({"/f": rss(item("/a", "Pendek.", "Menteri meresmikan jembatan")), "/a": Answer(wall)}) as site:
        outcome = run(library, site.url + "/f")

    assert outcome.warnings
    assert ["Pendek."] == [block.text for block in stored(library).blocks]


def test_a_title_with_other_letters_on_the_page_is_the_same_title(library: Library) -> None:
    """
    Quotation marks, entities and case differ between a feed and its page.
    """
    page = f"<html><body><article><h2>MENTERI: &ldquo;Jembatan&rdquo; diresmikan</h2><p>{LONG}</p></article></body></html>"
    with serving({"/f": rss(item("/a", "", "Menteri: 'Jembatan' Diresmikan")), "/a": Answer(page.encode())}) as site:
        outcome = run(library, site.url + "/f")

    assert () == outcome.warnings
    assert LONG.strip() == stored(library).blocks[-1].text


def test_marks_do_not_spread_between_items_that_lead_to_one_page(library: Library) -> None:
    """
    Notices on one page come and go: none inherits the star of another, and none takes another's text away.
    """

    def notice(number: int) -> str:
        text = f"Pengumuman nomor {number} untuk warga."
        return item("/pengumuman", text, f"Pengumuman {number}").replace("<guid>/pengumuman", f"<guid>n{number}")

    with serving({"/f": rss(notice(1), notice(2))}) as site:
        run(library, site.url + "/f")
        for row in library.articles():
            library.set_starred(row.id, True)
            library.set_read(row.id, True)
        site.answers["/f"] = rss(notice(3), notice(2))
        outcome = run(library, site.url + "/f")

    assert (1, 0) == (outcome.new, outcome.changed)
    assert {"Pengumuman 1": True, "Pengumuman 2": True, "Pengumuman 3": False} == {
        row.title: row.is_starred and row.is_read for row in library.articles()
    }


def test_pictures_that_are_gone_are_not_asked_for_by_the_hundred(library: Library) -> None:
    """
    A gallery whose folder was moved must not keep a refresh and a server busy with nothing.
    """
    pictures = "".join(f"<img src='/{n}.jpg'>" for n in range(90))
    with serving({"/f": rss(item("", f"<p>{LONG}</p>{pictures}"))}) as site:
        run(library, site.url + "/f")
        asked = [path for path in site.paths() if path.endswith(".jpg")]

    assert (40, 90) == (len(asked), sum(isinstance(block, Image) for block in stored(library).blocks))


def test_a_bad_entry_loses_no_good_one(library: Library) -> None:
    """
    Forty good entries are never lost to one bad one.
    """
    deep = item("/b", "<div>" * 3_000 + "dalam", "Dalam")
    with serving({"/f": rss(item("/a", LONG), deep, item("/c", LONG, "Ketiga"))}) as site:
        outcome = run(library, site.url + "/f")

    assert 3 == outcome.new
    assert "too_deep" in [fault.code for fault in outcome.warnings]


def test_a_failed_feed_keeps_what_is_stored(library: Library) -> None:
    """
    A broken server takes nothing away.
    """
    with serving(seed=SEED) as site:
        run(library, site.url + FEED_PATH)
        site.answers[FEED_PATH] = Answer(b"<html>Maintenance</html>", headers={"ETag": "x"})
        outcome = run(library, site.url + FEED_PATH)

    assert outcome.error is not None
    assert ("failed", "not_a_feed") == (outcome.status, outcome.error.code)
    assert EXPECTED["title"] == stored(library).title


def test_one_failed_feed_leaves_the_others(library: Library) -> None:
    """
    Feeds stand in the report in the order asked, each with its own fate.
    """
    with serving({"/a": rss(item("/1", LONG)), "/b": Answer(status=410), "/c": rss(item("/2", LONG))}) as site:
        urls = [site.url + path for path in ("/a", "/b", "/c")]
        for url in urls:
            library.add_feed(url)
        with Fetcher(Timeouts(1, 1, 3)) as fetcher:
            report = refresh(library, fetcher, urls, now=lambda: datetime(2026, 6, 6, tzinfo=UTC), cancel=CancelToken())

    assert ["updated", "failed", "updated"] == [outcome.status for outcome in report.feeds]
    assert not report.is_lost


def test_a_cancel_ends_a_refresh(library: Library) -> None:
    """
    Escape is heard between two entries.
    """
    cancel = CancelToken()

    def stop(progress: Progress) -> None:
        if progress.done >= 1:
            cancel.cancel()

    with serving({"/f": rss(*(item(f"/{n}", LONG) for n in range(5)))}) as site, Fetcher(Timeouts(1, 1, 3)) as fetcher:
        library.add_feed(site.url + "/f")
        with pytest.raises(Cancelled):
            refresh(library, fetcher, [site.url + "/f"], now=lambda: datetime.now(UTC), cancel=cancel, report=stop)

    assert () == library.articles()


def whole(text: str) -> Answer:
    """A feed of one entry that needs no page."""
    return rss(f"<item><title>{text}</title><guid>{text}</guid><description>{text}</description></item>")


def test_a_slow_feed_keeps_no_other_waiting(library: Library) -> None:
    """
    What has arrived can be read while another server still thinks; the report keeps the order asked for.
    """
    seen = threading.Event()

    def slowly(peer: socket.socket) -> None:
        seen.wait(10)
        body = whole("lambat").body
        peer.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/rss+xml\r\n\r\n" + body)

    def look(progress: Progress) -> None:
        if {"cepat", "segera"} == {row.title for row in library.articles()}:
            seen.set()

    with (
        raw(slowly) as slow,
        serving({"/1": whole("cepat"), "/2": whole("segera")}) as site,
        Fetcher(Timeouts(5, 20, 20)) as fetcher,
    ):
        urls = [slow, site.url + "/1", site.url + "/2"]
        for url in urls:
            library.add_feed(url)
        report = refresh(library, fetcher, urls, now=lambda: datetime(2026, 6, 6, tzinfo=UTC), cancel=CancelToken(), report=look)

    assert seen.is_set()
    assert [(url, "updated") for url in urls] == [(outcome.url, outcome.status) for outcome in report.feeds]


def test_a_cancel_keeps_what_was_ready(library: Library) -> None:
    """
    Escape while one server hangs costs only what had not come.
    """
    cancel = CancelToken()
    hung = threading.Event()

    def stop(progress: Progress) -> None:
        if {"cepat", "segera"} == {row.title for row in library.articles()}:
            cancel.cancel()

    def hang(_peer: socket.socket) -> None:
        hung.wait(10)

    with raw(hang) as slow, serving({"/1": whole("cepat"), "/2": whole("segera")}) as site:
        urls = [slow, site.url + "/1", site.url + "/2"]
        for url in urls:
            library.add_feed(url)
        with Fetcher(Timeouts(5, 20, 20)) as fetcher, pytest.raises(Cancelled):
            refresh(library, fetcher, urls, now=lambda: datetime(2026, 6, 6, tzinfo=UTC), cancel=cancel, report=stop)
        hung.set()

    assert {"cepat", "segera"} == {row.title for row in library.articles()}


def test_a_cancel_stores_what_had_come_whole(library: Library) -> None:
    """
    The moment of the cancel does not decide whether a downloaded feed is kept.
    """
    cancel = CancelToken()

    def stop(progress: Progress) -> None:
        if progress.done:
            cancel.cancel()

    with serving({"/1": whole("cepat")}) as site, Fetcher(Timeouts(5, 20, 20)) as fetcher:
        library.add_feed(site.url + "/1")
        with pytest.raises(Cancelled):
            refresh(library, fetcher, [site.url + "/1"], now=lambda: datetime.now(UTC), cancel=cancel, report=stop)

    assert ["cepat"] == [row.title for row in library.articles()]


def test_a_moved_feed_is_asked_at_its_new_address(library: Library) -> None:
    """
    A permanent redirect is followed once and then remembered.
    """
    with serving({"/old": Answer(status=301, headers={"Location": "/new"}), "/new": rss(item("/a", LONG))}) as site:
        run(library, site.url + "/old")
        (feed,) = library.feeds()

    assert site.url + "/new" == feed.url


def test_a_date_to_come_is_not_believed(library: Library) -> None:
    """
    A mistyped year does not keep an article on top of the list for ever.
    """
    dated = item("/a", LONG).replace("<guid>", "<pubDate>Sat, 06 Jun 2099 09:30:00 +0700</pubDate><guid>")
    with serving({"/f": rss(dated)}) as site:
        run(library, site.url + "/f")

    assert stored(library).published is None


def photo(width: int, height: int) -> Answer:
    out = io.BytesIO()
    Pixels.new("RGB", (width, height), "teal").save(out, "PNG")
    return Answer(out.getvalue(), "image/png")


def test_pictures_are_stored_and_trackers_dropped(library: Library) -> None:
    """
    A picture is there without a network; a counting pixel is not even an empty place.
    """
    markup = (
        f"<p>{LONG}</p><img src='/foto.png' alt='Menteri menyerahkan sertifikat'><img src='/titik.png'><img src='/hilang.jpg'>"
    )
    with serving(
        {"/f": rss(item("/a", LONG)), "/a": page(markup), "/foto.png": photo(2000, 1000), "/titik.png": photo(1, 1)}
    ) as site:
        outcome = run(library, site.url + "/f")

    images = [block for block in stored(library).blocks if isinstance(block, Image)]
    assert [(1600, 800, True), (0, 0, False)] == [(image.width, image.height, bool(image.media)) for image in images]
    assert [site.url + "/hilang.jpg"] == [fault.url for fault in outcome.warnings]


def test_links_into_the_local_network_stay_untouched(library: Library) -> None:
    """
    The kinds of addresses the feed may name are the fetcher's to judge; a page elsewhere is never asked for by mistake.
    """
    with serving() as other, serving({"/f": rss(item("ftp://127.0.0.1/a", LONG))}) as site:
        run(library, site.url + "/f")

    assert [] == _others(other)
    assert "" == stored(library).url


def _others(site: Site) -> list[str]:
    return site.paths()


def test_a_server_that_asks_for_a_moment_gets_it(library: Library) -> None:
    """
    A busy ministry's "in a second" is no failure.
    """
    answers = iter([b"HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nConnection: close\r\n\r\n"])
    body = rss(item("", "Isi.")).body
    good = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/rss+xml\r\n\r\n" + body
    with raw(lambda peer: peer.sendall(next(answers, good))) as url:
        outcome = run(library, url)

    assert ("updated", 1) == (outcome.status, outcome.new)


def test_patience_with_a_busy_server_ends(library: Library) -> None:
    """
    A server that says "in a second" for ever is a failure in the end.
    """
    with serving({"/f": Answer(status=503, headers={"Retry-After": "0"})}) as site:
        outcome = run(library, site.url + "/f")

    assert outcome.error is not None
    assert ("http_status", 503, 3) == (outcome.error.code, outcome.error.status, len(site.requests))


def test_a_host_out_of_reach_is_asked_three_times_and_no_more(library: Library) -> None:
    """
    Forty articles on a dead server cost three time-outs, not forty.
    """
    asked: list[int] = []
    with serving() as site, raw(lambda peer: asked.append(1)) as dead:
        items = [item(f"{dead}{number}", f"Kabar pendek nomor {number}.", f"Judul {number}") for number in range(20)]
        site.answers["/f"] = rss(*items)
        outcome = run(library, site.url + "/f")

    assert 20 == outcome.new
    assert 3 <= len(asked) <= 10


def test_a_feed_is_left_alone_as_long_as_its_server_asks(library: Library) -> None:
    """
    "Come back in an hour" is believed: no request is made before, and the stored articles stay.
    """
    with serving({"/f": Answer(status=429, headers={"Retry-After": "3600"})}) as site:
        first = run(library, site.url + "/f")
        second = run(library, site.url + "/f")

    assert first.error is not None and second.error is not None
    assert ("http_status", 429, 429, 1) == (first.error.code, first.error.status, second.error.status, len(site.requests))


@pytest.mark.parametrize(("full_text", "pages"), [("auto", 1), ("on", 2), ("off", 0)])
def test_the_page_is_fetched_as_the_person_wants(library: Library, full_text: FullText, pages: int) -> None:
    """
    One office's pages are worth a fetch, another's are only advertisements.
    """
    with serving({"/s": page(f"<p>{LONG}</p>"), "/l": page(f"<p>{LONG * 4}</p>")}) as site:
        full = (
            f"<item><title>L</title><link>{site.url}/l</link><guid>l</guid><content:encoded>{LONG * 4}</content:encoded></item>"
        )
        body = rss(item(f"{site.url}/s", LONG[:80]), full).body
        spaced = body.replace(b"<rss ", b'<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" ')
        site.answers["/f"] = Answer(spaced, "application/rss+xml")
        library.add_feed(site.url + "/f")
        library.set_feed_options(site.url + "/f", FeedOptions(full_text=full_text))
        outcome = run(library, site.url + "/f")

    assert (2, pages) == (outcome.new, sum(path != "/f" for path in site.paths()))
