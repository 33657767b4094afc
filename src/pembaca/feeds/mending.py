"""Mend two faults of a feed's bytes that cost text: letters named as in HTML, and an end in the middle of an item. Pure."""

from __future__ import annotations

import html.entities
import re
from typing import Final

_DOCTYPE: Final = re.compile(rb"<!DOCTYPE\b[^\[\]<>]{0,1000}>", re.IGNORECASE)
_DOCTYPE_LIMIT: Final = 5_000  # bytes; it stands before the first element
_NAMED: Final = re.compile(rb"&([A-Za-z][A-Za-z\d]{1,31});")
_REFERENCES: Final = re.compile(rb"(?:&#(?:[0-9]+|[xX][0-9a-fA-F]+);)+")
_LAST: Final = 0x10FFFF
_XML: Final = frozenset({"amp", "lt", "gt", "quot", "apos"})
_ITEM: Final = re.compile(rb"<(?:[\w.-]+:)?(item|entry)[\s>]", re.IGNORECASE)
_TOKEN: Final = re.compile(
    rb"(?P<data><!\[CDATA\[.*?(?P<data_end>\]\]>|\Z))|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)"
    rb"|<(?P<slash>/?)(?P<name>[\w:.-]*)[^<>]*?(?P<empty>/?)(?P<end>>|\Z|(?=<))",
    re.DOTALL,
)
_TEXTS: Final = frozenset({b"description", b"encoded", b"content", b"summary", b"body", b"fulltext"})
_NAMES: Final = frozenset({b"guid", b"id", b"link"})
_CUT_ENTITY: Final = re.compile(rb"&[#\w]{0,32}\Z")
_ENDED: Final = re.compile(rb"</(?:[\w.-]+:)?(?:rss|feed|rdf|channel)\s*>\s*\Z", re.IGNORECASE)
_END: Final = re.compile(rb"</(?:[\w.-]+:)?(?:rss|feed|rdf|channel)\s*>", re.IGNORECASE)
_CLOSED: Final = re.compile(rb"</(?:[\w.-]+:)?(?:item|entry)\s*>", re.IGNORECASE)


def without_doctype(body: bytes) -> bytes:
    """Return *body* without a plain document type, and what its entities name (HTML's letters) as numbers.

    A document type with declarations of its own stays as it is: those are never followed.
    """
    match = _DOCTYPE.search(body, 0, _DOCTYPE_LIMIT)
    if match is None or re.search(rb"<[A-Za-z]", body[: match.start()]):
        return body
    return _NAMED.sub(_number, body[: match.start()] + body[match.end() :])


def without_bad_numbers(body: bytes) -> bytes:
    """Return *body* without the numbers of letters that are none; the two halves of a smiley become it."""
    return _REFERENCES.sub(_letters, body) if b"&#" in body else body


def is_ended(body: bytes) -> bool:
    """Whether a feed in XML has its end, whatever stands behind it."""
    return _END.search(body, max(0, len(body) - 100_000)) is not None


def closed(body: bytes) -> tuple[bytes, bool]:
    """Return *body* with its last item closed, if that is cut in its text, and whether it was.

    One that is cut before it is known goes.
    """
    if _ENDED.search(body, max(0, len(body) - 200)):
        return body, False
    starts = [match.start() for match in _ITEM.finditer(body)]
    if not starts or _CLOSED.search(body, starts[-1]):
        return body, False
    item = _closed_item(body[starts[-1] :])
    return body[: starts[-1]] + item, bool(item)


def _number(match: re.Match[bytes]) -> bytes:
    name = match[1].decode()
    meant = None if name in _XML else html.entities.html5.get(f"{name};")
    return "".join(f"&#{ord(character)};" for character in meant).encode() if meant else match[0]


def _letters(match: re.Match[bytes]) -> bytes:
    """Write a run of letters by number without those that XML does not know."""
    numbers = tuple(_value(digits) for digits in match[0][2:-1].split(b";&#"))
    meant = "".join(chr(number) for number in numbers if number <= _LAST)
    text = meant.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    kept = "".join(letter for letter in text if (letter >= " " or letter in "\t\n\r") and letter not in "\ufffe\uffff")
    return match[0] if len(kept) == len(numbers) else "".join(f"&#{ord(letter)};" for letter in kept).encode()


def _value(digits: bytes) -> int:
    is_hexadecimal = digits[:1] in (b"x", b"X")
    return int(digits[1:].lstrip(b"0")[:8] or b"0", 16) if is_hexadecimal else int(digits.lstrip(b"0")[:8] or b"0")


def _closed_item(item: bytes) -> bytes:
    """Close the elements that are open at the end of *item*; "" if nothing says yet which item it is."""
    is_open: list[tuple[bytes, int]] = []
    is_known = False
    at, ending = 0, b""
    for match in _TOKEN.finditer(item):
        at = match.end()
        if match["data"] is not None:
            ending = b"" if match["data_end"] else b"]]>"
        elif match["name"]:
            if not match["end"]:
                item = item[: match.start()]  # a tag without its end
                break
            is_known = is_known or (
                len(is_open) < 3 and _local(match["name"]) in _NAMES and bool(match["slash"] or match["empty"])
            )
            _follow(is_open, match)
    if not is_known:
        return b""
    if not ending and at < len(item):
        item = _CUT_ENTITY.sub(b"", item)
    inner = is_open[1] if len(is_open) > 1 else None
    if inner is not None and _local(inner[0]) not in _TEXTS:
        return item[: inner[1]] + b"</" + is_open[0][0] + b">"
    return item + ending + b"".join(b"</" + name + b">" for name, _ in reversed(is_open))


def _follow(is_open: list[tuple[bytes, int]], match: re.Match[bytes]) -> None:
    name = match["name"]
    if match["slash"]:
        if is_open and is_open[-1][0] == name:
            is_open.pop()
    elif not match["empty"]:
        is_open.append((name, match.start()))


def _local(name: bytes) -> bytes:
    return name.rpartition(b":")[2].lower()
