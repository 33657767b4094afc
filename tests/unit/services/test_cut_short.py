"""Answers that end before their announced end, over a real connection: what came is used, and the rest is asked for again."""

from __future__ import annotations

import gzip
import json
import socket
import struct
import threading
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.servers import raw

from pembaca.cancel import CancelToken
from pembaca.document import Document
from pembaca.feeds.fetch import Fetcher, Timeouts
from pembaca.library.library import Library
from pembaca.model import FeedOutcome, Validators
from pembaca.paths import Paths
from pembaca.presenters import messages, wording
from pembaca.services.refresh import refresh

NOW = datetime(2026, 6, 6, tzinfo=UTC)
HEAD = b'HTTP/1.1 200 OK\r\nConnection: close\r\nETag: "1"\r\nLast-Modified: Mon, 01 Jun 2026 00:00:00 GMT\r\n'
RSS, HTML, JSON = b"Content-Type: application/rss+xml\r\n", b"Content-Type: text/html\r\n", b"Content-Type: application/json\r\n"
CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'


def text(number: int) -> str:
    return f"Kementerian menyampaikan kabar nomor {number} kepada masyarakat di seluruh provinsi pada hari kerja. " * 30


def item(number: int) -> str:
    body = f"<content:encoded><![CDATA[<p>{text(number)}</p>]]></content:encoded>"
    return f"<item><title>Berita {number}</title><guid>g{number}</guid>{body}</item>"


def rss(*items: str) -> bytes:
    return f'<rss version="2.0" {CONTENT}><channel><title>Kabar</title>{"".join(items)}</channel></rss>'.encode()


WHOLE = rss(*map(item, range(4)))
PART = WHOLE[: WHOLE.index(b"<title>Berita 3")]  # three items, and the start of a fourth
JSON_WHOLE = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Kabar",
        "items": [{"id": f"g{n}", "title": f"Berita {n}", "content_html": f"<p>{text(n)}</p>"} for n in range(4)],
    }
).encode()
JSON_PART = JSON_WHOLE[: JSON_WHOLE.index(b"Berita 3")]


def short(body: bytes, more: bytes = RSS, missing: int = 700) -> bytes:
    return HEAD + more + f"Content-Length: {len(body) + missing}\r\n\r\n".encode() + body


def chunked(body: bytes, end: bytes = b"") -> bytes:
    middle = len(body) // 2
    pieces = b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in (body[:middle], body[middle:]))
    return HEAD + RSS + b"Transfer-Encoding: chunked\r\n\r\n" + pieces + end


def packed(body: bytes) -> bytes:
    """Return an answer whose gzip ends in the middle, a little after *body*."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return HEAD + RSS + b"Content-Encoding: gzip\r\n\r\n" + packer.compress(body) + packer.flush(zlib.Z_SYNC_FLUSH)


def half_chunk(body: bytes) -> bytes:
    return HEAD + RSS + b"Transfer-Encoding: chunked\r\n\r\n" + f"{len(body) + 50:x}\r\n".encode() + body


CUTS = {
    "shorter than announced": short(PART),
    "no further chunk": chunked(PART),
    "half a chunk": half_chunk(PART),
    "no size of a chunk": chunked(PART, b"zz\r\n"),
    "half a gzip": packed(PART),
    "half a gzip, shorter than announced": HEAD
    + RSS
    + b"Content-Encoding: gzip\r\nContent-Length: 99999\r\n\r\n"
    + gzip.compress(PART)[:-9],
    "half a JSON Feed": short(JSON_PART, JSON),
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library.open(Paths(tmp_path, tmp_path / "cache"))
    yield library
    library.close()


def run(library: Library, url: str) -> FeedOutcome:
    library.add_feed(url)
    with Fetcher(Timeouts(2, 2, 4)) as fetcher:
        (outcome,) = refresh(library, fetcher, [url], now=lambda: NOW, cancel=CancelToken()).feeds
    return outcome


def titles(library: Library) -> list[str]:
    return sorted(row.title for row in library.articles())


def document(library: Library, title: str) -> Document:
    (row,) = (row for row in library.articles() if row.title == title)
    found = library.document(row.id)
    assert found is not None
    return found


@pytest.mark.parametrize("kind", CUTS)
def test_items_that_came_whole_are_kept_and_the_rest_is_asked_for_again(library: Library, kind: str) -> None:
    """
    On a thin line half a list comes; its news can be read, the cause is told, and the next refresh brings what is missing.
    """
    answers = iter([CUTS[kind]])
    with raw(lambda peer: peer.sendall(next(answers, HEAD + RSS + b"\r\n" + WHOLE))) as url:
        first = run(library, url)
        came = titles(library)
        (feed,) = library.feeds()
        second = run(library, url)
        (after,) = library.feeds()

    assert ("updated", 3, None, ["truncated"]) == (first.status, first.new, first.error, [w.code for w in first.warnings])
    assert ["Berita 0", "Berita 1", "Berita 2"] == came
    assert (Validators(), "failed", "truncated", NOW) == (feed.validators, feed.status, feed.error, feed.last_success)
    assert ("ok", None) == (after.status, after.error)
    assert ("updated", 1, 0, ()) == (second.status, second.new, second.changed, second.warnings)
    assert "terputus" in messages.warning(first.warnings[0])


def test_a_list_with_its_end_is_whole_though_its_length_was_said_wrong(library: Library) -> None:
    """
    A server that cannot count is told about, but its source is not called broken for ever; the list is always asked for whole.
    """
    with raw(lambda peer: peer.sendall(short(WHOLE))) as url:
        outcome = run(library, url)
        (feed,) = library.feeds()

    assert ("updated", 4, ["truncated"]) == (outcome.status, outcome.new, [warning.code for warning in outcome.warnings])
    assert ("ok", Validators()) == (feed.status, feed.validators)


def test_half_a_list_takes_nothing_away(library: Library) -> None:
    """
    What was stored, read and starred is untouched by a list that ends before it gets there.
    """
    answers = iter([HEAD + RSS + b"\r\n" + WHOLE])
    with raw(lambda peer: peer.sendall(next(answers, short(WHOLE[:900])))) as url:
        run(library, url)
        for row in library.articles():
            library.set_read(row.id, True)
            library.set_starred(row.id, True)
        before = library.articles()
        outcome = run(library, url)

    assert before == library.articles()
    assert ("unchanged", ["truncated"]) == (outcome.status, [warning.code for warning in outcome.warnings])


@pytest.mark.parametrize("body", [b"", b"<", b"<rss version='2.0'><channel><title>Kabar</title><item><ti", b"\xef\xbb"])
def test_an_answer_that_ends_before_its_first_item_is_told_as_cut(library: Library, body: bytes) -> None:
    """
    The line broke, the address is right: the person is told so, and not to look for another address.
    """
    with raw(lambda peer: peer.sendall(short(body))) as url:
        outcome = run(library, url)

    assert outcome.error is not None
    assert ("failed", "truncated") == (outcome.status, outcome.error.code)
    words = messages.of_fault(outcome.error)
    assert "terputus" in words.title and words.action


def test_a_page_of_a_firewall_that_is_cut_is_no_feed_either(library: Library) -> None:
    """
    What is no feed is told as that, whole or not.
    """
    with raw(lambda peer: peer.sendall(short(b"<!DOCTYPE html><html><body><p>Akses ditolak", HTML))) as url:
        outcome = run(library, url)

    assert outcome.error is not None and "not_a_feed" == outcome.error.code


def test_a_reset_in_the_middle_keeps_what_came(library: Library) -> None:
    """
    A firewall that ends a connection by force takes no news back.
    """
    has_read = threading.Event()

    def talk(peer: socket.socket) -> None:
        peer.sendall(short(PART))
        has_read.wait(1)
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    with raw(talk) as url:
        outcome = run(library, url)

    assert ("updated", 3, ["truncated"]) == (outcome.status, outcome.new, [warning.code for warning in outcome.warnings])


def test_half_an_item_becomes_whole_without_a_word_of_change(library: Library) -> None:
    """
    The ministry changed nothing: the article was cut on its way, and says so until it is whole.
    """
    cut = WHOLE[: WHOLE.index(b"kabar nomor 3") + 800]
    answers = iter([short(cut)])
    with raw(lambda peer: peer.sendall(next(answers, HEAD + RSS + b"\r\n" + WHOLE))) as url:
        run(library, url)
        half = document(library, "Berita 3")
        for row in library.articles():
            library.set_read(row.id, True)
        run(library, url)
        whole = document(library, "Berita 3")

    assert half.is_excerpt and not whole.is_excerpt
    assert len(half.text) < len(whole.text)
    assert not any(row.is_changed for row in library.articles())


def page(words: str, end: str = "</article></body></html>") -> bytes:
    return f"<html><head><title>Berita 1</title></head><body><article><h1>Berita 1</h1>{words}{end}".encode()


PARAGRAPHS = "".join(f"<p>Bagian {n}: {text(1)}</p>" for n in range(6))
HALF_PAGE = page(PARAGRAPHS)[: len(page(PARAGRAPHS)) // 2]


@contextmanager
def site(feeds: Iterable[bytes], pages: Iterable[bytes]) -> Iterator[str]:
    """Serve one feed and one page: each request for one of them gets its next answer."""
    left = {"/feed": iter(feeds), "/1": iter(pages)}

    def talk(peer: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            head += peer.recv(65_536)
        answer = next(left[head.split()[1].decode()])
        peer.sendall(answer.replace(b"ADDRESS", b"http://127.0.0.1:%d/1" % peer.getsockname()[1]))

    with raw(talk, waits=False) as url:
        yield f"{url}feed"


def feed(intro: str = text(1)[:90]) -> bytes:
    entry = f"<item><title>Berita 1</title><guid>g1</guid><link>ADDRESS</link><description>{intro}</description></item>"
    return HEAD + RSS + b"\r\n" + rss(entry)


def whole(body: bytes) -> bytes:
    return HEAD + HTML + b"\r\n" + body


def test_half_a_page_never_takes_the_place_of_a_whole_one(library: Library) -> None:
    """
    The article was corrected and its page came in half: the text that is there stays, and the page is asked for again.
    """
    corrected = page(PARAGRAPHS.replace("kabar", "berita"))
    feeds = [feed(), feed(text(1)[:80]), feed(text(1)[:80])]
    with site(feeds, [whole(page(PARAGRAPHS)), short(corrected[: len(corrected) // 2], HTML), whole(corrected)]) as url:
        run(library, url)
        before = document(library, "Berita 1")
        outcome = run(library, url)
        between = document(library, "Berita 1")
        run(library, url)
        after = document(library, "Berita 1")

    assert before == between
    assert ["truncated"] == [warning.code for warning in outcome.warnings]
    assert 6 == len(before.blocks) == len(after.blocks)
    assert "berita nomor" in after.text and not after.is_excerpt


def test_half_a_page_is_better_than_an_introduction_and_says_that_it_is_half(library: Library) -> None:
    """
    Three paragraphs of six can be read now, with a note; the rest comes with the next refresh and is no correction.
    """
    with site([feed()] * 2, [short(HALF_PAGE, HTML), whole(page(PARAGRAPHS))]) as url:
        run(library, url)
        half = document(library, "Berita 1")
        for row in library.articles():
            library.set_read(row.id, True)
        run(library, url)
        after = document(library, "Berita 1")

    assert half.is_excerpt and 2 <= len(half.blocks) < 6
    assert "tidak lengkap" in wording.note(half)
    assert (6, False) == (len(after.blocks), after.is_excerpt)
    assert not any(row.is_changed for row in library.articles())


@pytest.mark.parametrize("cut", [30, 200])
def test_half_a_page_without_its_article_leaves_the_introduction(library: Library, cut: int) -> None:
    """
    A menu that came first is no article.
    """
    menu = "<nav>" + "<a href=/x>Profil dan layanan kementerian untuk masyarakat</a>" * 5 + "</nav>"
    cookies = "Situs ini memakai kuki untuk mengukur kunjungan; dengan melanjutkan Anda menyetujui kebijakan privasi kami. " * 9
    body = f"<html><body>{menu}<p>{cookies}</p><article>".encode()
    with site([feed()], [short(body[: len(body) - cut], HTML)]) as url:
        run(library, url)

    assert [text(1)[:90].strip()] == [block.text for block in document(library, "Berita 1").blocks]


def test_a_page_with_its_end_is_whole_whatever_its_length_was_said_to_be(library: Library) -> None:
    """
    Servers that count wrong send whole pages; browsers show them without a word.
    """
    with site([feed()], [short(page(PARAGRAPHS) + b"\n", HTML)]) as url:
        outcome = run(library, url)

    assert () == outcome.warnings
    assert (6, False) == (len(document(library, "Berita 1").blocks), document(library, "Berita 1").is_excerpt)
