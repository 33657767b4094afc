"""Turn the bytes of a page into the right characters, whatever its header and meta claim. Pure."""

from __future__ import annotations

import codecs
import re
from typing import Final

from pembaca.plain import WINDOWS_1252, from_utf_8

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META: Final = re.compile(rb"<(?:meta[^>]*?charset\s*=|\?xml[^>]*?encoding\s*=)\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEADER: Final = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_META_LIMIT: Final = 4_096  # bytes; HTML says 1,024, but pages put scripts before their meta
_LATIN: Final = frozenset({"iso8859-1", "ascii", "cp1252", "iso8859-15", "latin-1"})


def decode(body: bytes, content_type: str | None = None) -> str:
    """Return the text of *body*.

    A byte order mark wins, then the header, then the page's meta, then what the bytes look like. Bytes that are not
    UTF-8 in a page that says it is are windows-1252; a page that says latin-1 but is valid UTF-8 is UTF-8.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body.decode(encoding, "replace").removeprefix("\ufeff")
    if wide := _wide(body):
        return body.decode(wide, "replace")
    declared = _lookup(_found(_HEADER.search(content_type or ""))) or _lookup(_found_bytes(body))
    if declared is None or declared in _LATIN or declared == "utf-8":
        return _utf_8_or_windows(body, declared)
    if _is_utf_8(body):
        return body.decode("utf-8")
    return body.decode(declared, "replace")


def _utf_8_or_windows(body: bytes, declared: str | None) -> str:
    if declared == "utf-8" or _is_utf_8(body):
        return from_utf_8(body)
    return _windows(body)


def _windows(body: bytes) -> str:
    """Decode windows-1252 as browsers do: its five holes are control characters, not errors."""
    return "".join(WINDOWS_1252[byte] for byte in body) if not body.isascii() else body.decode("ascii")


def _is_utf_8(body: bytes) -> bool:
    """Whether the bytes are UTF-8; the last character may be cut."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(body, final=False)
    except UnicodeDecodeError:
        return False
    return True


def _wide(body: bytes) -> str | None:
    """Name UTF-16 without a byte order mark: every other byte of its first characters is zero."""
    head = body[:64]
    if len(head) < 8 or b"\x00" not in head:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > len(head) // 4 and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > len(head) // 4 and odd == 0 else None


def _lookup(name: str | None) -> str | None:
    """Return Python's name of a charset, None for an unknown one. A meta that can be read is never UTF-16."""
    if not name:
        return None
    try:
        found = codecs.lookup(name)
        "a".encode(found.name)
    except (LookupError, ValueError, TypeError):
        return None
    return "utf-8" if found.name.startswith(("utf-16", "utf-32", "utf-8")) else found.name


def _found(match: re.Match[str] | None) -> str | None:
    return match[1] if match else None


def _found_bytes(body: bytes) -> str | None:
    match = _META.search(body[:_META_LIMIT])
    return match[1].decode("ascii", "replace") if match else None
