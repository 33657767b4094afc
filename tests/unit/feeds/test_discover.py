"""Facts of finding a page's feeds in its markup."""

from __future__ import annotations

import pytest

from pembaca.feeds.discover import Candidate, common_places, is_feed, kind_of, looks_like_page, named_feeds

URL = "https://a.go.id/berita/utama"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            '<link rel="alternate" type="application/rss+xml" title="Berita" href="/feed/">',
            [("Berita", "https://a.go.id/feed/", "rss")],
        ),
        ("<LINK REL=alternate TYPE=application/atom+xml HREF=atom.xml>", [("", "https://a.go.id/berita/atom.xml", "atom")]),
        (
            "<link href='/f.json?a=1&amp;b=2' rel='alternate' type='application/feed+json'/>",
            [("", "https://a.go.id/f.json?a=1&b=2", "json")],
        ),
        (
            '<base href="https://b.go.id/x/"><link rel="alternate" type="application/rss+xml" href="y">',
            [("", "https://b.go.id/x/y", "rss")],
        ),
        (
            '<a href="/index.php?format=feed&amp;type=atom">RSS</a>',
            [("", "https://a.go.id/index.php?format=feed&type=atom", "atom")],
        ),
        ('<a href="feed:https://a.go.id/rss">RSS</a>', [("", "https://a.go.id/rss", "rss")]),
        ('<link rel="alternate" hreflang="en" href="/en">', []),
        ('<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">', []),
        ('<link rel="stylesheet" type="text/xml" href="/x">', []),
        ('<link rel="alternate" type="application/rss+xml" href="javascript:x">', []),
        ('<link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">', []),
        ('<!-- <link rel="alternate" type="application/rss+xml" href="/alt"> -->', []),
        ("<link " * 50_000, []),
    ],
)
def test_what_a_page_names_is_found(markup: str, expected: list[tuple[str, str, str]]) -> None:
    """
    A person types the address of the office's page, as it stands on its letterhead.
    """
    assert [Candidate(*one) for one in expected] == list(named_feeds(markup.encode(), URL))  # type: ignore[arg-type]


def test_comments_come_last() -> None:
    """
    WordPress names its comments' feed beside the news.
    """
    markup = (
        '<link rel="alternate" type="application/rss+xml" title="Komentar" href="/comments/feed/">'
        '<a href="/rss">x</a><link rel="alternate" type="application/rss+xml" href="/feed/">'
    )

    assert ["/feed/", "/rss", "/comments/feed/"] == [
        found.url.removeprefix("https://a.go.id") for found in named_feeds(markup.encode(), URL)
    ]


def test_site_systems_places_are_known() -> None:
    """
    Joomla answers beside its lists, WordPress below its root.
    """
    places = common_places("https://a.go.id/berita-utama")

    assert "https://a.go.id/berita-utama?format=feed&type=rss" == places[0]
    assert {"https://a.go.id/feed/", "https://a.go.id/rss.xml"} <= set(places)


@pytest.mark.parametrize(
    ("body", "kind"),
    [(b"<rss>", "rss"), (b"\xef\xbb\xbf{}", "json"), (b"<?xml?><feed xmlns='x'>", "atom"), (b"<rdf:RDF>", "rss")],
)
def test_kinds_are_told_apart(body: bytes, kind: str) -> None:
    """
    The list of found feeds says what each is.
    """
    assert kind == kind_of(body)


@pytest.mark.parametrize(
    ("body", "content_type", "expected"),
    [
        (b"<h1>Berita</h1>", "text/html; charset=utf-8", True),
        (b"<!DOCTYPE html><p>a", None, True),
        (b"\xef\xbb\xbf <html lang=id>", "text/plain", True),
        ("<html>halo".encode("utf-16"), "text/html", True),
        (b"\xff\xd8\xff\xe0JFIF", "image/jpeg", False),
        (b"\xff\xd8\xff\xe0JFIF", "text/html", False),
        (b"%PDF-1.7 <html>", "application/pdf", False),
        (b"Halo.", "text/plain", False),
        (b'{"a": "<html>"}', "application/json", False),
        (b"", None, False),
    ],
)
def test_only_a_page_names_feeds(body: bytes, content_type: str | None, expected: bool) -> None:
    """
    Of a picture's address nobody means the news of its site; the bytes say more than a careless server.
    """
    assert expected == looks_like_page(body, content_type)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"<rss version='2.0'>", True),
        (b"\xef\xbb\xbf\n<?xml version='1.0'?><?xml-stylesheet href='a'?><!-- x --><feed xmlns='x'>", True),
        (b'<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x/rss.dtd" [<!ENTITY a "b">]>\n<rss>', True),
        (b"<?xml version='1.0'?><rdf:RDF xmlns='x'>", True),
        (b"<atom:feed>", True),
        ("<?xml version='1.0'?><rss>".encode("utf-16"), True),
        (b'{"version": "https://jsonfeed.org/version/1.1"}', True),
        (b"<html><p>Cara memakai &lt;rss&gt; <rss></p>", False),
        (b"<feedback>", False),
        (b"<?xml version='1.0'?><html xmlns='x'>", False),
        (b"{}", False),
        (b"", False),
    ],
)
def test_a_feed_is_known_by_its_beginning(body: bytes, expected: bool) -> None:
    """
    It is not taken for an article, and an article about feeds not for one.
    """
    assert expected == is_feed(body)
