"""Tell in which letters a feed's bytes are written, and write them as UTF-8. Pure."""

from __future__ import annotations

import codecs
import re
from typing import Final

from pembaca.feeds.mending import without_bad_numbers
from pembaca.plain import from_utf_8

_WIDE: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
_DECLARATION: Final = re.compile(rb"\A\s*<\?xml[^>]{0,500}\?>")
_TEXT_DECLARATION: Final = re.compile(r"\A\s*<\?xml[^>]*\?>")
_BLANKS: Final = "\x00 \t\r\n\x0b\x0c"
_DECLARED: Final = re.compile(rb"\A<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]+)")
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w.-]+)", re.IGNORECASE)
_UTF_8: Final = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})


def narrow(body: bytes, content_type: str | None) -> tuple[bytes, str | None]:
    """Return the body without leading blanks; UTF-16 and UTF-32 as UTF-8, whatever the header says of them."""
    for mark, encoding in _WIDE:
        if body.startswith(mark):
            text = _TEXT_DECLARATION.sub("", body.decode(encoding, "replace").lstrip("\ufeff")).strip(_BLANKS)
            return text.encode("utf-8", "replace"), "application/xml; charset=utf-8"
    if body.startswith(codecs.BOM_UTF8):
        body = body.removeprefix(codecs.BOM_UTF8)
        content_type = "application/xml; charset=utf-8"
    return body.strip(_BLANKS.encode()), content_type


def says_utf_8(body: bytes, content_type: str | None) -> bool:
    """Whether neither declaration nor header names another charset than UTF-8."""
    declared = _DECLARED.match(body)
    charset = _CHARSET.search(content_type or "")
    names = (declared[1].decode("ascii", "replace") if declared else "utf-8", charset[1] if charset else "utf-8")
    return all(name.lower() in _UTF_8 for name in names)


def as_utf_8(body: bytes, content_type: str | None) -> tuple[bytes, str | None]:
    """Return a body that says it is UTF-8, or says nothing, as UTF-8; its letters by number are all letters."""
    body = without_bad_numbers(body)
    if body.isascii() or not says_utf_8(body, content_type):
        return body, content_type
    return undeclared(body), "application/xml; charset=utf-8"


def undeclared(body: bytes) -> bytes:
    """Return *body*, which is UTF-8 or nearly so, as UTF-8 without a word about its charset."""
    return _DECLARATION.sub(b"", from_utf_8(body).encode())
