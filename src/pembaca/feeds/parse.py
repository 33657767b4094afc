"""Read the bytes of a feed as entries. The one place that knows feedparser; it opens no file and no connection."""

from __future__ import annotations

import hashlib
import io
import re
import xml.sax
from calendar import timegm
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from pembaca.dates import FIRST_YEAR, LAST_YEAR, parse_date
from pembaca.errors import ParseError
from pembaca.feeds.charset import as_utf_8, narrow, undeclared
from pembaca.feeds.json_feed import is_json, read_json
from pembaca.feeds.mending import closed, is_ended, without_doctype
from pembaca.feeds.quick import MOST_ENTRIES, read_mended, read_quickly
from pembaca.model import ParsedEntry, ParsedFeed
from pembaca.plain import from_markup, one_line

_ROOT: Final = re.compile(r"<(?![?!])\s*(?:[\w.-]+:)?([\w.-]+)")
_SKIPPED: Final = re.compile(r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)", re.DOTALL)
_FEED_ROOTS: Final = frozenset({"rss", "rdf", "feed", "channel"})
_CONTROLS: Final = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")
_TAG: Final = re.compile(r"<[a-zA-Z/!]")
_ENTITY: Final = re.compile(r"&(?:#\d+|#x[\da-f]+|\w+);", re.IGNORECASE)
_BLANK_LINE: Final = re.compile(r"\r?\n\s*\n")
_WHOLE_LINK: Final = re.compile(r"https?://[a-z\d.-]+(?::\d+)?/[!-~]*(?<![?#])")
_EMAIL: Final = re.compile(r"\S+@\S+")
_NOBODY: Final = frozenset({"", "admin", "administrator", "super user", "superuser", "webmaster", "root", "noreply"})
_LINK_LIMIT: Final = 8_000  # characters; no server takes a longer address
_TITLE_LIMIT: Final = 1_000  # characters; longer ones are not titles
_VENDOR_ERRORS: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    xml.sax.SAXException,
)


def parse(body: bytes, url: str, content_type: str | None) -> ParsedFeed:
    """Read *body*, the feed found at *url*.

    Returns:
        Entries in the feed's order, each guid once. Titles are one plain line. Warnings: ``damaged`` (the XML has faults,
        what could be read is here), ``no_guid``, ``duplicate_guid``, ``too_many`` (the first hundred thousand are here).
    Raises:
        ParseError: ``empty`` (nothing but blanks), ``not_a_feed`` (a page, JSON, other text), ``malformed`` (a feed, but
            nothing of it can be read). The stored copy is untouched.
    """
    body, content_type = narrow(body, content_type)
    if not body:
        raise ParseError(url, "empty")
    if is_json(body):
        feed = _feed(read_json(body, url), url)
        return _cut(feed, is_item_cut=False) if "damaged" in feed.warnings else feed
    body = without_doctype(body)
    result = read_quickly(body, content_type)
    if result is not None:
        return _feed(result, url)
    body, content_type = as_utf_8(body, content_type)
    root = _root(body)
    if root not in _FEED_ROOTS and not re.search(rb"<\s*(?:\w+:)?(?:rss|rdf|feed)[\s>]", body[:20_000], re.IGNORECASE):
        raise ParseError(url, "not_a_feed", root or "text")
    whole, is_item_cut = closed(body)
    result = _read(whole, url, content_type)
    if whole is not body:
        result = {**result, "bozo": 1}
    if not result.get("version") and not result.get("entries"):
        raise ParseError(url, "malformed" if root in _FEED_ROOTS else "not_a_feed", str(result.get("bozo_exception", ""))[:200])
    if result.get("bozo") and not result["entries"] and not result["feed"].get("title"):
        raise ParseError(url, "malformed", str(result.get("bozo_exception", ""))[:200])
    feed = _feed(result, url)
    return feed if is_ended(body) else _cut(feed, is_item_cut)


def parse_plain(body: bytes, url: str, content_type: str | None) -> ParsedFeed | None:
    """Read *body* if it is plain, faultless RSS or Atom, which costs no more than its size; None for anything else."""
    body, content_type = narrow(body, content_type)
    result = read_quickly(body, content_type) if body else None
    return None if result is None else _feed(result, url)


def parse_mended(body: bytes, url: str, content_type: str | None) -> tuple[ParsedFeed, bool] | None:
    """Read a large faulty feed as far as mending the commonest faults leads, and say whether that is its end.

    What it costs grows with the size and no faster; ``parse`` may read more, but takes long for thousands of entries.
    """
    body, _ = narrow(body, content_type)
    mended = read_mended(body)
    if mended is None:
        return None
    feed = _feed(mended[0], url)
    return (feed if is_ended(body) else _cut(feed, is_item_cut=False)), mended[1]


def _feed(result: Mapping[str, Any], url: str) -> ParsedFeed:
    feed = result["feed"]
    site_url = _link(feed.get("link") or "", url)
    language = feed.get("language")
    warnings = ["damaged"] if _is_damaged(result) else []
    if len(result["entries"]) > MOST_ENTRIES:
        warnings.append("too_many")
    entries = tuple(_unique(_entries(result["entries"][:MOST_ENTRIES], site_url or url, language), warnings))
    title = from_markup((feed.get("title") or "")[:10_000])[:_TITLE_LIMIT]
    return ParsedFeed(title, entries, site_url or None, language, tuple(warnings))


def _cut(feed: ParsedFeed, is_item_cut: bool) -> ParsedFeed:
    from msgspec.structs import replace

    entries = feed.entries
    if is_item_cut and entries:
        entries = (*entries[:-1], replace(entries[-1], is_cut=True, is_full=False))
    return replace(feed, entries=entries, is_cut=True)


def _read(body: bytes, url: str, content_type: str | None) -> Mapping[str, Any]:
    import feedparser

    problem: Exception | None = None
    for attempt in (body, undeclared(body)):  # a charset's name can end it too
        try:
            result: Mapping[str, Any] = feedparser.parse(
                io.BytesIO(attempt),
                response_headers={"content-type": content_type or "application/xml"},
                sanitize_html=False,
                resolve_relative_uris=False,
            )
        except _VENDOR_ERRORS as error:
            problem, content_type = error, "application/xml; charset=utf-8"
            continue
        return result
    raise ParseError(url, "malformed", str(problem)[:200]) from problem


def _root(body: bytes) -> str:
    """Return the name of the first element, in small letters without its prefix; "" for what is no markup at all."""
    head = _SKIPPED.sub("", body[:200_000].decode("latin-1"))
    match = _ROOT.search(head)
    return match[1].lower() if match else ""


def _is_damaged(result: Mapping[str, Any]) -> bool:
    """Whether the XML itself has faults; a wrong charset in the header is no news to a reader."""
    return bool(result.get("bozo")) and type(result.get("bozo_exception")).__name__ not in (
        "CharacterEncodingOverride",
        "NonXMLContentType",
    )


def _entries(raw: Sequence[Mapping[str, Any]], base: str, language: str | None) -> Iterator[tuple[ParsedEntry, bool]]:
    for item in raw:
        guid = one_line(item.get("id") or "")[:2_000]
        written = item.get("link") or guid
        link = _link(written, base) if written != guid or "/" in guid else ""
        html, is_full = _text(item)
        title = from_markup((item.get("title") or "")[:10_000])[:_TITLE_LIMIT]
        if not (title or html or link):
            continue
        has_guid = bool(guid)
        guid = guid or link or "sha256:" + hashlib.sha256(f"{title}\0{html}".encode("utf-8", "replace")).hexdigest()
        yield (
            ParsedEntry(
                guid=guid,
                title=title,
                url=link,
                html=html,
                is_full=is_full,
                published=_published(item),
                byline=_byline(item),
                language=_language(item) or language,
            ),
            has_guid,
        )


def _unique(entries: Iterator[tuple[ParsedEntry, bool]], warnings: list[str]) -> Iterator[ParsedEntry]:
    """Give each guid once: a guid that comes back with another link is no identity, so that the link takes its place."""
    from msgspec.structs import replace

    seen: dict[str, str] = {}
    for entry, has_guid in entries:
        if not has_guid and "no_guid" not in warnings:
            warnings.append("no_guid")
        if entry.guid in seen:
            if "duplicate_guid" not in warnings:
                warnings.append("duplicate_guid")
            if not entry.url or entry.url == seen[entry.guid] or entry.url in seen:
                continue
            entry = replace(entry, guid=entry.url)
        seen[entry.guid] = entry.url
        yield entry


def _text(item: Mapping[str, Any]) -> tuple[str, bool]:
    """Return the fullest text as HTML, and whether the feed gave it as the full content."""
    contents = [_as_html(content) for content in item.get("content", ()) if (content.get("value") or "").strip()]
    content = max(contents, key=len, default="")
    detail = item.get("summary_detail") or {}
    summary = _as_html({"value": item.get("summary") or "", "type": detail.get("type") or "text/html"})
    if len(content) >= len(summary) and content:
        return content, True
    return summary, False


def _as_html(content: Mapping[str, Any]) -> str:
    """Feeds call "text" what mostly is HTML; only what holds no tag and no entity is taken as plain, with its blank lines."""
    value: str = content.get("value") or ""
    if _TAG.search(value):
        return value
    if content.get("type") == "text/plain" and not _ENTITY.search(value):
        value = value.replace("&", "&amp;").replace("<", "&lt;")
    parts = [part.strip() for part in _BLANK_LINE.split(value) if part.strip()]
    return "".join(f"<p>{part}</p>" for part in parts) if len(parts) > 1 else value


def _published(item: Mapping[str, Any]) -> datetime | None:
    for name in ("published", "updated", "created"):
        written = item.get(name) if name in item else None  # feedparser lends one date the other's name, and warns
        found = parse_date(written) if isinstance(written, str) else None
        if found is not None:
            return found
        parsed = item.get(f"{name}_parsed") if f"{name}_parsed" in item else None
        if parsed and FIRST_YEAR <= parsed[0] <= LAST_YEAR:
            try:
                return datetime.fromtimestamp(timegm(parsed), UTC)
            except (ValueError, OverflowError, OSError):
                continue
    return None


def _byline(item: Mapping[str, Any]) -> str | None:
    detail = item.get("author_detail") or {}
    name = from_markup(str(detail.get("name") or item.get("author") or "")[:500])
    name = one_line(_EMAIL.sub("", name).strip(" ()<>,;"))
    return None if name.casefold() in _NOBODY else name


def _language(item: Mapping[str, Any]) -> str | None:
    detail = (item.get("content") or [None])[0] or item.get("summary_detail") or {}
    language = detail.get("language")
    return language if isinstance(language, str) and language else None


def _link(link: object, base: str) -> str:
    """Return an absolute http or https address, or "" for anything else (``javascript:`` in any disguise)."""
    cleaned = _CONTROLS.sub("", link) if isinstance(link, str) else ""
    if len(cleaned) > _LINK_LIMIT:
        return ""
    if not cleaned or _WHOLE_LINK.fullmatch(cleaned):
        return cleaned
    try:
        absolute = urljoin(base, cleaned)
        parts = urlsplit(absolute)
        return absolute if parts.scheme.lower() in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""
