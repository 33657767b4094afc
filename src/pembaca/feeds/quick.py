"""Read plain, faultless RSS and Atom fast, in the shape that feedparser gives. Gives up on whatever feedparser knows better.

It expands no entity, opens nothing, and holds up other threads for a piece of 256 KiB at most.
"""

from __future__ import annotations

import contextlib
import html.entities
import re
import xml.parsers.expat as expat
from collections.abc import Mapping
from typing import Any, Final

from pembaca.feeds.charset import says_utf_8
from pembaca.plain import from_utf_8

MOST_ENTRIES: Final = 100_000  # of one feed; ten megabytes of nearly empty ones would fill the memory
_PIECE: Final = 262_144  # bytes; smaller ones make an older expat read a huge attribute again and again
_MOST_AMPERSANDS: Final = 300_000  # each costs memory while it is mended
_STRANGE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DECLARATION: Final = re.compile(r"\A\s*<\?xml[^>]{0,500}\?>")
_AMPERSAND: Final = re.compile(r"&(?:(\w{2,32}|#\d{1,7}|#[xX][\da-fA-F]{1,6});)?")
_ATOM: Final = "http://www.w3.org/2005/Atom "
_XML: Final = "http://www.w3.org/XML/1998/namespace "
_RSS_FIELDS: Final = {
    "title": "title",
    "link": "link",
    "guid": "id",
    "description": "summary",
    "pubDate": "published",
    "author": "author",
    "http://purl.org/rss/1.0/modules/content/ encoded": "content",
    "http://purl.org/dc/elements/1.1/ creator": "author",
    "http://purl.org/dc/elements/1.1/ date": "updated",
}
_ATOM_FIELDS: Final = {
    _ATOM + "title": "title",
    _ATOM + "id": "id",
    _ATOM + "summary": "summary",
    _ATOM + "content": "content",
    _ATOM + "published": "published",
    _ATOM + "updated": "updated",
}
_FEED_FIELDS: Final = {"title": "title", "link": "link", "language": "language", _ATOM + "title": "title"}
_IGNORED: Final = frozenset({"category", "comments", "enclosure", "source", _ATOM + "category", _ATOM + "rights"})
_IGNORED_SPACES: Final = (
    "http://wellformedweb.org/CommentAPI/ ",
    "http://purl.org/rss/1.0/modules/slash/ ",
    "http://purl.org/syndication/thread/1.0 ",
    "http://purl.org/rss/1.0/modules/syndication/ ",
    "com-wordpress:feed-additions:1 ",
    "http://www.georss.org/georss ",
)
_TYPES: Final = {
    "": "text/plain",
    "text": "text/plain",
    "html": "text/html",
    "text/html": "text/html",
    "text/plain": "text/plain",
}
_CP1252: Final = {
    code: character
    for code in range(0x80, 0xA0)
    if (character := bytes([code]).decode("windows-1252", "ignore")) and code != 0x85
}


class _GiveUp(Exception):
    """There is something in the feed that only feedparser reads rightly."""


def read_quickly(body: bytes, content_type: str | None) -> Mapping[str, Any] | None:
    """Return *body* as feedparser would, or None if it is not plain, not UTF-8 or not faultless."""
    if not says_utf_8(body, content_type):
        return None
    reader = _Reader()
    try:
        _run(reader, body)
    except (expat.ExpatError, _GiveUp, ValueError):
        return None
    return reader.result()


def read_mended(body: bytes) -> tuple[Mapping[str, Any], bool] | None:
    """Return a large faulty feed as far as it can be read after the commonest faults are mended, and whether to its end.

    Bare ampersands, HTML's entities, control characters and windows-1252 are mended. None if nothing is gained.
    """
    if body.count(b"&") > _MOST_AMPERSANDS:
        return None
    text = _AMPERSAND.sub(_as_reference, _DECLARATION.sub("", _STRANGE.sub("", from_utf_8(body)), count=1))
    reader = _Reader()
    is_whole = True
    try:
        _run(reader, text.encode("utf-8", "replace"))
    except expat.ExpatError:
        is_whole = False
    except (_GiveUp, ValueError):
        return None
    result = reader.result()
    return ({**result, "bozo": 1}, is_whole) if result and result["entries"] else None


def _run(reader: _Reader, body: bytes) -> None:
    parser = expat.ParserCreate("utf-8", " ")
    parser.buffer_text, parser.buffer_size = True, 65_536
    parser.StartElementHandler, parser.EndElementHandler = reader.open, reader.close
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = reader.text, reader.give_up
    for start in range(0, len(body), _PIECE):
        parser.Parse(body[start : start + _PIECE], False)
    parser.Parse(b"", True)


def _as_reference(match: re.Match[str]) -> str:
    name = match[1] or ""
    if name in ("amp", "lt", "gt", "quot", "apos") or name.startswith("#"):
        return match[0]
    meant = html.entities.html5.get(f"{name};") if name else None
    return "".join(f"&#{ord(character)};" for character in meant) if meant else "&amp;" + match[0][1:]


class _Reader:
    """What has been read so far; depth 1 is the root."""

    def __init__(self) -> None:
        self._depth = 0
        self._top = 2  # depth of what the feed says about itself, and of its items
        self._fields: Mapping[str, str] = _RSS_FIELDS
        self._language: str | None = None
        self._feed: dict[str, Any] = {}
        self._entries: list[dict[str, Any]] = []
        self._item: dict[str, Any] | None = None
        self._field = ""
        self._pieces: list[str] | None = None
        self._is_named = False

    def give_up(self, *declaration: object) -> None:
        raise _GiveUp

    def open(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._pieces is not None or (attributes and _XML + "base" in attributes):
            raise _GiveUp
        if self._depth <= 2 and self._item is None and self._opens_feed(name, attributes):
            return
        if self._item is None:
            if self._depth == self._top:
                self._open_top(name, attributes)
        elif self._depth == self._top + 1:
            self._open_field(name, attributes)
        elif self._is_named and self._depth == self._top + 2 and name == _ATOM + "name":
            self._begin("author")

    def text(self, text: str) -> None:
        if self._pieces is not None:
            self._pieces.append(text)

    def close(self, name: str) -> None:
        if self._pieces is not None:
            self._keep("".join(self._pieces))
            self._pieces = None
        elif self._depth == self._top and self._item is not None:
            if len(self._item) > 1 and len(self._entries) <= MOST_ENTRIES:  # more than its language
                self._entries.append(self._item)
            self._item = None
        if self._depth == self._top + 1:
            self._is_named = False
        self._depth -= 1

    def result(self) -> Mapping[str, Any] | None:
        return (
            {"version": "rss20", "entries": self._entries, "feed": self._feed, "bozo": 0}
            if self._top != 2 or self._feed
            else None
        )

    def _opens_feed(self, name: str, attributes: dict[str, str]) -> bool:
        if self._depth == 1:
            self._language = attributes.get(_XML + "lang")
            if name == _ATOM + "feed":
                self._fields = _ATOM_FIELDS
                self._feed["language"] = self._language
            elif name != "rss":
                raise _GiveUp
            return True
        if self._fields is _RSS_FIELDS:
            if name != "channel" or self._top == 3:
                raise _GiveUp
            self._top = 3
            return True
        return False

    def _open_top(self, name: str, attributes: dict[str, str]) -> None:
        if name in ("item", _ATOM + "entry"):
            self._item = {"language": attributes.get(_XML + "lang", self._language)}
        elif name == _ATOM + "link":
            if attributes.get("rel", "alternate") == "alternate" and "link" not in self._feed:
                self._feed["link"] = attributes.get("href", "")
        elif name in _FEED_FIELDS:
            self._begin(_FEED_FIELDS[name])

    def _open_field(self, name: str, attributes: dict[str, str]) -> None:
        assert self._item is not None
        field = self._fields.get(name)
        if field is not None:
            if field in self._item or (field == "content" and "src" in attributes):
                raise _GiveUp
            if field in ("summary", "content"):
                self._begin_text(field, attributes)
            self._begin(field)
        elif name == _ATOM + "link":
            self._link(attributes)
        elif name == _ATOM + "author" and self._fields is _ATOM_FIELDS:
            self._is_named = True
        elif name not in _IGNORED and not name.startswith(_IGNORED_SPACES):
            raise _GiveUp

    def _link(self, attributes: dict[str, str]) -> None:
        assert self._item is not None
        if attributes.get("rel", "alternate") != "alternate" or self._fields is _RSS_FIELDS:
            if self._fields is _RSS_FIELDS and attributes.get("rel") not in ("self", "replies"):
                raise _GiveUp
            return
        if "link" in self._item:
            raise _GiveUp
        self._item["link"] = attributes.get("href", "").strip()

    def _begin_text(self, field: str, attributes: dict[str, str]) -> None:
        assert self._item is not None
        kind = "text/html" if self._fields is _RSS_FIELDS else _TYPES.get(attributes.get("type", ""))
        if kind is None or (self._fields is _RSS_FIELDS and "type" in attributes):
            raise _GiveUp
        detail = {"type": kind, "language": attributes.get(_XML + "lang", self._item["language"] or self._feed.get("language"))}
        if field == "content":
            self._item["content"] = [detail]
        else:
            self._item["summary_detail"] = detail

    def _begin(self, field: str) -> None:
        self._field, self._pieces = field, []

    def _keep(self, written: str) -> None:
        text = _mended(written.strip())
        if self._item is None:
            self._feed.setdefault(self._field, text)
        elif self._field == "content":
            self._item["content"][0]["value"] = text
        elif self._field == "author" and "author" in self._item:
            raise _GiveUp
        else:
            self._item[self._field] = text


def _mended(text: str) -> str:
    """Undo what feedparser undoes: UTF-8 encoded twice, and windows-1252 taken for latin-1."""
    if text.isascii():
        return text
    with contextlib.suppress(UnicodeError):
        text = text.encode("latin-1").decode("utf-8")
    return text.translate(_CP1252)
