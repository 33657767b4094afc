"""Find the addresses at which a page's feeds may lie: what it names itself, and where site systems put them. Pure."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import urljoin, urlsplit, urlunsplit

from pembaca.plain import one_line

FeedKind = Literal["rss", "atom", "json"]
_LIMIT: Final = 500_000  # characters of a page
_MOST: Final = 20  # feeds that a page names
_TYPES: Final[dict[str, FeedKind]] = {
    "application/rss+xml": "rss",
    "application/rdf+xml": "rss",
    "text/xml": "rss",
    "application/xml": "rss",
    "application/atom+xml": "atom",
    "application/feed+json": "json",
    "application/json": "json",
}
_ELEMENT: Final = re.compile(r"<(link|a|base)\b((?:[^<>\"']|\"[^\"]*\"|'[^']*'){1,4000})>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"([a-zA-Z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FEEDLIKE: Final = re.compile(
    r"[?&]format=feed|[?&]type=(?:rss|atom)\b|/(?:feed|rss|atom)/?$|/(?:rss|feed|atom|index)\.xml$|\.(?:rss|rdf|atom)$|/feed\.json$",
    re.IGNORECASE,
)
_HEAD: Final = 5_000  # bytes by which a body is recognised
_OTHERS: Final = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"%PDF", b"PK\x03\x04", b"RIFF", b"\x1f\x8b", b"{", b"<svg")
_PAGE: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body|title)\b", re.IGNORECASE)
_FEED: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^\[>]*(?:\[[^\]]*\])?\s*>\s*)*<(?:rss|(?:\w+:)?feed|rdf:RDF)\b",
    re.IGNORECASE | re.DOTALL,
)
_COMMENTS: Final = re.compile(r"comment|komentar", re.IGNORECASE)
_COMMON: Final = (
    "feed/",
    "rss.xml",
    "index.php?format=feed&type=rss",
    "rss",
    "feed.xml",
    "atom.xml",
    "feeds/posts/default",
    "feed.json",
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address at which a feed may lie."""

    title: str
    url: str
    kind: FeedKind


def named_feeds(body: bytes, url: str) -> tuple[Candidate, ...]:
    """Return the feeds that the page at *url* names: ``link rel=alternate`` first, then links that look like feeds.

    Feeds of comments come last. Only http and https addresses, each once.
    """
    page = _COMMENT.sub("", _text(body)[:_LIMIT])
    found: dict[str, tuple[bool, Candidate]] = {}
    base = url
    for name, attributes in _elements(page):
        if name == "base" and attributes.get("href"):
            base = _joined(url, attributes["href"]) or url
            continue
        kind = _kind(name, attributes)
        address = _joined(base, attributes.get("href", "")) if kind else ""
        if kind and address and address not in found:
            title = one_line(attributes.get("title", ""))
            found[address] = (name == "a", Candidate(title, address, kind))
    ordered = sorted(found.values(), key=lambda one: (bool(_COMMENTS.search(one[1].url + one[1].title)), one[0]))
    return tuple(candidate for _, candidate in ordered)[:_MOST]


def looks_like_page(body: bytes, content_type: str | None) -> bool:
    """Whether what was fetched is an HTML page, and no picture, document or text of another kind."""
    head = body[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(_OTHERS):
        return False
    return "html" in (content_type or "").lower() or bool(_PAGE.search(head))


def is_feed(body: bytes) -> bool:
    """Whether a body presents itself as a feed, well-formed or not."""
    is_wide = body[:2] in (b"\xff\xfe", b"\xfe\xff")
    head = body[:_HEAD].decode("utf-16", "replace").encode() if is_wide else body[:_HEAD]
    return bool(_FEED.match(head)) or (head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and b"jsonfeed.org/version" in head)


def looks_like_feed(url: str) -> bool:
    """Whether *url* reads as the address of a feed and of nothing else."""
    return bool(_FEEDLIKE.search(url.partition("#")[0]))


def common_places(url: str) -> tuple[str, ...]:
    """Return where site systems put the feed of a page: Joomla beside the list, WordPress and others at the site's root."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ()
    query = "&".join(part for part in (parts.query, "format=feed&type=rss") if part)
    path = parts.path or "/"
    beside = urlunsplit((parts.scheme, parts.netloc, path, query, ""))
    below = urlunsplit((parts.scheme, parts.netloc, path.rstrip("/") + "/feed/", "", ""))
    root = urlunsplit((parts.scheme, parts.netloc, "/", "", ""))
    at_root = (root + place for place in _COMMON)
    return tuple(dict.fromkeys((beside, below, *at_root)))


def kind_of(body: bytes) -> FeedKind:
    """Say which kind of feed a body is that could be read as one."""
    head = body[:5_000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{"):
        return "json"
    return "atom" if re.search(rb"<(?:\w+:)?feed\b", head) and not re.search(rb"<rss\b", head) else "rss"


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("windows-1252", "replace")


def _elements(page: str) -> Iterator[tuple[str, dict[str, str]]]:
    for element in _ELEMENT.finditer(page):
        attributes = {
            match[1].lower(): html.unescape(match[2] or match[3] or match[4] or "") for match in _ATTRIBUTE.finditer(element[2])
        }
        yield element[1].lower(), attributes


def _kind(name: str, attributes: dict[str, str]) -> FeedKind | None:
    if name == "link":
        relations = attributes.get("rel", "").lower().split()
        declared = _TYPES.get(attributes.get("type", "").partition(";")[0].strip().lower())
        if "alternate" not in relations and "feed" not in relations:
            return None
        if "feed" in relations and declared is None:
            return "rss"
        is_plain_json = declared == "json" and "feed+json" not in attributes.get("type", "")
        return None if is_plain_json and "feed" not in attributes.get("href", "") else declared
    if name == "a" and _FEEDLIKE.search(attributes.get("href", "").strip()):
        return "atom" if "atom" in attributes["href"].lower() else "rss"
    return None


def _joined(base: str, written: str) -> str:
    cleaned = re.sub(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\ufeff]+", "", written)
    if cleaned.lower().startswith("feed:"):
        cleaned = cleaned[5:] if cleaned[5:].lower().startswith("http") else "https:" + cleaned[5:]
    try:
        address = urljoin(base, cleaned).partition("#")[0]
        parts = urlsplit(address)
        return address if cleaned and parts.scheme in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""
