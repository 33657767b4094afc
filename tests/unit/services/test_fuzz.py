"""Feeds and pages with random damage: an article, or an error of the tree, never anything else and never a hang.

``PEMBACA_FUZZ=5000`` runs that many of each; by default a few.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.servers import SEED, raw
from tests.unit.content.layouts import LAYOUTS
from tests.unit.content.portals import PORTALS

from pembaca.cancel import CancelToken
from pembaca.content.article import from_feed, from_page
from pembaca.document import Document, Image, decode, encode
from pembaca.errors import ContentError, ParseError
from pembaca.feeds.discover import named_feeds
from pembaca.feeds.fetch import Fetched, Fetcher, Timeouts
from pembaca.feeds.opml import read_opml
from pembaca.feeds.parse import parse_mended
from pembaca.library.library import Library
from pembaca.model import FeedOptions, ParsedEntry
from pembaca.paths import Paths
from pembaca.services.apart import Apart
from pembaca.services.downloads import read_feed
from pembaca.services.refresh import refresh

COUNT = int(os.environ.get("PEMBACA_FUZZ", "40"))
URL = "https://a.go.id/x"
JSON_FEED = json.dumps(
    {"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "content_html": "<p>a</p>", "tags": []}]}
)
ATOM = (
    b'<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>1</id>'
    b'<title type="html">a</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Isi</p></div></content></entry></feed>'
)
FEEDS = ((SEED / "feed.xml").read_bytes(), (SEED / "feed_intro.xml").read_bytes(), ATOM, JSON_FEED.encode())
PAGES = (*(page.encode() for page in (*LAYOUTS.values(), *PORTALS.values())), (SEED / "article.html").read_bytes())
NOISE = st.sampled_from(
    [
        *(
            b"<",
            b">",
            b"&",
            b"</p>",
            b"<p>",
            b"<table><tr><td>",
            b"<ul><li>",
            b"<!--",
            b"]]>",
            b"<![CDATA[",
            b"<script>",
            b"<svg>",
        ),
        *(b"\xff\xfe", b"\xc3", b"\xe2\x80\xae", b"&#x110000;", b"&#55296;", b"<a href='", b"{gallery}", b'" onload="', b"\xa0"),
        *(
            b"\x00",
            b"<b>" * 300,
            b"<td colspan=999999 rowspan=99999>",
            b"<ol start=-9999999>",
            b"<q><q>",
            b"<br>" * 50,
            b"<?xml?>",
        ),
        b"<img src=x srcset='a 1w, , b'>",
    ]
) | st.binary(max_size=6)


@st.composite
def damaged(draw: st.DrawFn, whole: tuple[bytes, ...]) -> bytes:
    """Cut, double, shuffle and stain one of *whole*."""
    body = draw(st.sampled_from(whole))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(body)))
        end = min(len(body), start + draw(st.sampled_from([0, 1, 5, 60, 700, 4_000])))
        match draw(st.sampled_from(["cut", "stain", "double", "move"])):
            case "cut":
                body = body[:start] + body[end:]
            case "stain":
                body = body[:start] + draw(NOISE) + body[end:]
            case "double":
                body = body[:end] + body[start:]
            case _:
                body = body[:start] + body[end:] + body[start:end]
    return body


many = settings(max_examples=COUNT, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@pytest.fixture(scope="module")
def apart() -> Iterator[Apart]:
    with Apart() as apart:
        yield apart


def is_sound(document: Document) -> bool:
    """Whether the document keeps what every part of the program relies on."""
    for block in document.blocks:
        links = getattr(block, "links", ())
        assert all(0 <= link.start < link.end <= len(block.text) for link in links)
        assert all(link.url.startswith(("http://", "https://", "mailto:")) for link in links)
        assert not isinstance(block, Image) or block.url.startswith(("http://", "https://"))
        assert not set(block.text) & set("\x00\u202e\u200b\ufdd0\ufffc")
    return document == decode(encode(document))


@many
@given(damaged(PAGES), st.sampled_from(["text/html", None, "text/html; charset=utf-8", "text/html; charset=utf-16", "image/png"]))
def test_a_damaged_page_gives_a_sound_document_or_none(body: bytes, kind: str | None) -> None:
    """
    Whatever a server mangles, nothing but text and harmless addresses gets through.
    """
    try:
        document = from_page(body, URL, kind)
    except ContentError:
        return
    assert is_sound(document)


@many
@given(
    damaged(FEEDS), st.sampled_from(["application/rss+xml", None, "application/xml; charset=iso-8859-1", "text/xml; charset=x"])
)
def test_a_damaged_feed_gives_sound_entries_or_none(apart: Apart, body: bytes, kind: str | None) -> None:
    """
    Half a feed gives half its articles, and never a crash.
    """
    parse_mended(body, URL, kind)
    named_feeds(body, URL)
    try:
        feed = read_feed(Fetched(URL, body, kind), apart, CancelToken())
    except ParseError:
        return
    assert len(feed.entries) == len({entry.guid for entry in feed.entries})
    for entry in feed.entries:
        assert entry.url == "" or entry.url.startswith(("http://", "https://"))
        assert is_sound(from_feed(entry, URL))


def answers() -> tuple[bytes, ...]:
    """Return whole HTTP answers of every make: by length, in chunks, packed, to the end of the line, redirects, refusals."""
    feed = FEEDS[1]
    half = len(feed) // 2
    ok = b'HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml; charset=utf-8\r\nETag: "1"\r\n'
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (feed[:half], feed[half:], b""))
    packed = gzip.compress(feed)
    return (
        ok + b"Content-Length: %d\r\n\r\n" % len(feed) + feed,
        ok + b"Transfer-Encoding: chunked\r\n\r\n" + chunks,
        ok + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(packed) + packed,
        ok + b"Connection: close\r\n\r\n" + feed,
        b"HTTP/1.1 302 Found\r\nLocation: /lain\r\nContent-Length: 2\r\n\r\nke",
        b"HTTP/1.1 503 Busy\r\nRetry-After: 9999\r\nContent-Length: 2\r\n\r\nno",
    )


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("fuzz")
    library = Library.open(Paths(folder, folder / "cache"))
    yield library
    library.close()


@settings(many, deadline=None)
@given(damaged(answers()))
def test_any_answer_of_a_server_gives_an_outcome(library: Library, apart: Apart, answer: bytes) -> None:
    """
    Whatever goes wrong on the line, a refresh ends with a report, and takes nothing away that was stored.
    """
    before = library.counts().total
    with raw(lambda peer: peer.sendall(answer)) as url, Fetcher(Timeouts(0.5, 0.5, 1)) as fetcher:
        library.add_feed(url)
        library.set_feed_options(url, FeedOptions(full_text="off"))
        report = refresh(library, fetcher, [url], now=lambda: datetime.now(UTC), cancel=CancelToken(), apart=apart)
    (outcome,) = report.feeds

    assert (outcome.status == "failed") == (outcome.error is not None)
    assert before + outcome.new == library.counts().total


@many
@given(st.lists(NOISE | st.sampled_from([b"kata ", b"Dua kata. "]), max_size=20).map(b"".join))
def test_any_markup_in_a_feed_gives_a_sound_document(html: bytes) -> None:
    """
    A feed's text is as foreign as any page.
    """
    try:
        document = from_feed(ParsedEntry("g", "Judul", URL, html.decode("utf-8", "replace")), URL)
    except ContentError:
        return
    assert is_sound(document)


@many
@given(damaged((b'<opml version="2.0"><body><outline text="a"><outline text="b" xmlUrl="https://a/"/></outline></body></opml>',)))
def test_a_damaged_list_gives_feeds_or_an_error(body: bytes) -> None:
    """
    A list cut short by a bad stick is told, not a crash.
    """
    with suppress(ParseError):
        assert all(outline.url for outline in read_opml(body, "x"))
