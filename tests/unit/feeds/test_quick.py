"""Facts of the fast reader: the same entries as feedparser gives, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.servers import SEED

import pembaca.feeds.parse as parsing
from pembaca.feeds.parse import parse_mended, parse_plain
from pembaca.feeds.quick import read_mended, read_quickly

URL = "https://a.go.id/feed"
SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:atom="http://www.w3.org/2005/Atom" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"'
)
FIELDS = st.sampled_from(
    [
        "<title>Judul &amp;amp; isi</title>",
        "<title><![CDATA[<b>Tebal</b> é]]></title>",
        "<link> https://a.go.id/1?a=1&amp;b=2 </link>",
        "<link>/2</link>",
        '<guid isPermaLink="false">https://a.go.id/?p=1</guid>',
        "<guid>https://a.go.id/1</guid>",
        "<guid>x</guid>",
        "<description>Satu &amp; dua</description>",
        "<description>&lt;p&gt;Satu&lt;/p&gt;</description>",
        "<content:encoded><![CDATA[<p>Isi &amp; &lt;x&gt;</p>\n\n]]></content:encoded>",
        "<pubDate>Mon, 23 Nov 2020 16:05:41 +0700</pubDate>",
        "<pubDate>Senin, 23 November 2020</pubDate>",
        "<dc:date>2020-11-23T16:05:41+08:00</dc:date>",
        "<dc:creator><![CDATA[Humas]]></dc:creator>",
        "<author>a@b.go.id (Budi)</author>",
        "<category>Berita</category>",
        "<slash:comments>3</slash:comments>",
        "<description>Ã© dua</description>",
        "\n  ",
    ]
)


def rss(items: str) -> bytes:
    head = "<title>Situs</title><atom:link href='https://a.go.id/feed' rel='self'/><link>https://a.go.id</link><language>id</language>"
    return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" {SPACES}><channel>{head}{items}</channel></rss>'.encode()


def slowly(body: bytes) -> object:
    return parsing._feed(parsing._read(body, URL, "application/xml"), URL)


@given(st.lists(st.lists(FIELDS, max_size=6).map("".join), max_size=3))
def test_it_gives_what_feedparser_gives(items: list[str]) -> None:
    """
    The same feed must give the same entries, whichever way it is read, or every article would be new again.
    """
    body = rss("".join(f"<item>{fields}</item>" for fields in items))
    quick = parse_plain(body, URL, "application/xml")

    assert quick is None or slowly(body) == quick


def test_the_seed_and_plain_atom_are_read_fast() -> None:
    """
    What Joomla and WordPress send takes the fast way.
    """
    atom = (
        b'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id"><title>T</title><link rel="self" href="/s"/>'
        b'<link href="/"/><entry>'
        b'<id>tag:1</id><title type="html">A &amp;lt; B</title><link rel="alternate" href="/x"/>'
        b"<updated>2020-11-23T16:05:41Z</updated>"
        b'<summary>pendek</summary><content type="html" xml:lang="en">&lt;p&gt;x &amp;amp; y&lt;/p&gt;</content>'
        b"<author><name>Budi</name><email>x@y</email></author></entry></feed>"
    )
    for body in ((SEED / "feed.xml").read_bytes(), atom):
        assert slowly(body) == parse_plain(body, URL, "application/xml")


@pytest.mark.parametrize(
    "body",
    [
        b'<!DOCTYPE rss [<!ENTITY a "b">]>' + rss("<item><title>&a;</title></item>"),
        rss("<item><title>a</title>"),
        rss("<item><title>a & b</title></item>"),
        rss("<item><description><p>a</p></description></item>"),
        rss("<item><title>a</title></item>").replace(b"UTF-8", b"iso-8859-1"),
        rss('<item xml:base="/x"><title>a</title></item>'),
        b"<html><body>x</body></html>",
    ],
)
def test_what_is_not_plain_and_faultless_is_left_to_feedparser(body: bytes) -> None:
    """
    Twenty years of odd feeds are feedparser's knowledge, not ours.
    """
    assert read_quickly(body, "application/xml") is None


def test_a_large_faulty_feed_is_mended() -> None:
    """
    One bare ampersand among thousands of articles costs none of them.
    """
    body = rss("".join(f"<item><title>A & B &nbsp;{n}\x0b</title><guid>{n}</guid></item>" for n in range(500)))
    mended = parse_mended(body, URL, None)

    assert mended is not None
    feed, is_whole = mended
    assert (500, True, ("damaged",), "A & B 7") == (len(feed.entries), is_whole, feed.warnings, feed.entries[7].title)


def test_a_cut_feed_is_read_up_to_the_cut() -> None:
    """
    Half a file is half a list, not an empty one.
    """
    whole = rss("".join(f"<item><title>é {n}</title></item>" for n in range(9)))
    mended = read_mended(whole[: whole.index("é 7".encode()) + 1])

    assert mended is not None
    assert (7, False) == (len(mended[0]["entries"]), mended[1])
