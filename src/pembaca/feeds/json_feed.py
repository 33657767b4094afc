"""Read JSON Feed 1.0 and 1.1 in the shape that feedparser gives. Wrong types inside are left out, never guessed at.

Source: https://www.jsonfeed.org/version/1.1/
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, Final

import msgspec

from pembaca.errors import ParseError
from pembaca.plain import from_utf_8

_SIGN: Final = b"jsonfeed.org/version/"
_ITEMS: Final = re.compile(r'"items"\s*:\s*\[\s*')
_BETWEEN: Final = re.compile(r"[\s,]*")
_BLANK_LINE: Final = re.compile(r"\r?\n\s*\n")


def is_json(body: bytes) -> bool:
    """Whether *body* begins as a JSON object, and so is no XML."""
    return body.startswith(b"{")


def read_json(body: bytes, url: str) -> Mapping[str, Any]:
    """Return the feed in *body*; of one that ends early or breaks the rules of JSON the items before that (``bozo`` is 1).

    Raises:
        ParseError: ``not_a_feed`` (other JSON), ``malformed`` (not one item can be read).
    """
    is_whole = True
    try:
        value = msgspec.json.decode(body)
    except (ValueError, RecursionError) as error:
        if _SIGN not in body[:2_000]:
            raise ParseError(url, "not_a_feed", str(error)[:200]) from error
        is_whole, value = False, _readable(from_utf_8(body))
        if not value["items"]:
            raise ParseError(url, "malformed", str(error)[:200]) from error
    version = _text(value, "version") if isinstance(value, dict) else ""
    if _SIGN.decode() not in version or not isinstance(value.get("items"), list):
        raise ParseError(url, "not_a_feed", "json")
    feed = {"title": _text(value, "title"), "link": _text(value, "home_page_url"), "language": _text(value, "language") or None}
    author = _author(value)
    entries = [_entry(item, author) for item in value["items"] if isinstance(item, dict)]
    return {"version": "json", "entries": entries, "feed": feed, "bozo": 0 if is_whole else 1}


def _readable(text: str) -> dict[str, Any]:
    """Return what stands before the items and the items themselves, as far as they are JSON."""
    start = _ITEMS.search(text)
    if start is None:
        return {"items": []}
    head: dict[str, Any] = {"version": _SIGN.decode()}
    with suppress(ValueError, RecursionError):
        head = msgspec.json.decode(text[: start.start()].rstrip(" \t\r\n,") + "}", type=dict[str, Any])
    items: list[object] = []
    decoder, at = json.JSONDecoder(), start.end()
    with suppress(ValueError, RecursionError):
        while True:
            item, at = decoder.raw_decode(text, at)
            items.append(item)
            at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr] # it always fits, if only with nothing
    return {**head, "items": items}


def _entry(item: Mapping[str, Any], author: str) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": _text(item, "id"),
        "link": _text(item, "url") or _text(item, "external_url"),
        "title": _text(item, "title"),
        "summary": _as_html(_text(item, "summary")),
        "author": _author(item) or author,
    }
    content = _text(item, "content_html") or _as_html(_text(item, "content_text"))
    if content:
        content += "".join(_attachments(item))
        entry["content"] = [{"value": content, "type": "text/html", "language": _text(item, "language") or None}]
    for name, key in (("published", "date_published"), ("updated", "date_modified")):
        if _text(item, key):
            entry[name] = _text(item, key)
    return entry


def _text(item: Mapping[str, Any], key: str) -> str:
    value = item.get(key)
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _author(item: Mapping[str, Any]) -> str:
    authors = item.get("authors")
    first = authors[0] if isinstance(authors, list) and authors else item.get("author")
    return _text(first, "name") if isinstance(first, dict) else ""


def _attachments(item: Mapping[str, Any]) -> Iterator[str]:
    """Give each document and video that hangs on an item as a link of its own."""
    attachments = item.get("attachments")
    for attachment in attachments if isinstance(attachments, list) else ():
        if isinstance(attachment, dict) and _text(attachment, "url"):
            address = _text(attachment, "url")
            name = _text(attachment, "title") or address.partition("?")[0].rpartition("/")[2]
            yield f'<p><a href="{html.escape(address)}">{html.escape(name)}</a></p>'


def _as_html(text: str) -> str:
    """Return plain text as HTML, blank lines between its paragraphs."""
    parts = [part.strip() for part in _BLANK_LINE.split(text) if part.strip()]
    return "".join(f"<p>{html.escape(part, quote=False)}</p>" for part in parts)
