"""Read and write lists of feeds as OPML, as other readers give and take them. Entities are refused, no file is opened.

Source: http://opml.org/spec2.opml
"""

from __future__ import annotations

import re
import xml.parsers.expat as expat
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pembaca.errors import ParseError
from pembaca.plain import one_line

LIMIT: Final = 10_000_000  # bytes
_DEEPEST: Final = 1_000  # outlines inside each other
_BARE: Final = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)")
_DECLARATION: Final = re.compile(r"\A\s*<\?xml[^>]*\?>")


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed in a list: its title ("" if none is given), its address as written, and the folders it lies in, outermost first."""

    title: str
    url: str
    folders: tuple[str, ...] = ()


class _Refused(Exception):
    """The file wants something that no honest list needs."""


def read_opml(body: bytes, name: str) -> tuple[Outline, ...]:
    """Return the feeds in *body*, in its order, each address once.

    A bare "&" in an address and a wrong charset are lived with.

    Args:
        name: of the file, for the error.
    Raises:
        ParseError: ``empty``, ``too_large``, ``not_a_feed`` (no OPML), ``malformed`` (cannot be read, or has entities).
    """
    if len(body) > LIMIT:
        raise ParseError(name, "too_large", str(LIMIT))
    if not body.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise ParseError(name, "empty")
    detail = ""
    for attempt in (body, _BARE.sub(b"&amp;", body), _rewritten(body)):
        reader = _Reader()
        try:
            reader.read(attempt)
        except _Refused as error:
            raise ParseError(name, "malformed", str(error)) from error
        except (expat.ExpatError, LookupError, ValueError) as error:
            detail = str(error)
            continue
        if not reader.is_opml:
            raise ParseError(name, "not_a_feed", "no opml")
        return tuple({outline.url: outline for outline in reversed(reader.outlines)}.values())[::-1]
    raise ParseError(name, "malformed" if b"<opml" in body[:5_000].lower() else "not_a_feed", detail)


def write_opml(outlines: Iterable[Outline], title: str) -> bytes:
    """Return the list as an OPML 2.0 file; folders are nested outlines, those of one name beside each other are one."""
    from xml.sax.saxutils import escape, quoteattr  # loads what fetches addresses; the start can do without

    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"  <head><title>{escape(title)}</title></head>",
        "  <body>",
    ]
    at: tuple[str, ...] = ()
    order: dict[tuple[str, ...], list[Outline]] = {}
    for outline in outlines:
        order.setdefault(outline.folders, []).append(outline)
    for folders in sorted(order, key=lambda path: (bool(path), path)):
        shared = next((n for n, (a, b) in enumerate(zip(at, folders, strict=False)) if a != b), min(len(at), len(folders)))
        lines += [f"{_indent(depth)}</outline>" for depth in reversed(range(shared, len(at)))]
        lines += [f"{_indent(depth)}<outline text={quoteattr(folders[depth])}>" for depth in range(shared, len(folders))]
        at = folders
        lines += [f"{_indent(len(at))}{_line(outline)}" for outline in order[folders]]
    lines += [f"{_indent(depth)}</outline>" for depth in reversed(range(len(at)))]
    return "\n".join([*lines, "  </body>", "</opml>", ""]).encode("utf-8", "replace")


class _Reader:
    def __init__(self) -> None:
        self.is_opml = False
        self.outlines: list[Outline] = []
        self._folders: list[str] = []

    def read(self, body: bytes) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self._open, self._close
        parser.EntityDeclHandler = self._refuse
        parser.Parse(body, True)

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2].lower()
        self.is_opml = self.is_opml or name == "opml"
        if name != "outline":
            return
        if len(self._folders) >= _DEEPEST:
            raise _Refused("too deep")
        fields = {key.lower(): value for key, value in attributes.items()}
        title = one_line(fields.get("title", "")) or one_line(fields.get("text", ""))
        url = fields.get("xmlurl", "") or (fields.get("url", "") if fields.get("type", "").lower() in ("rss", "atom") else "")
        if url.strip():
            self.outlines.append(Outline("" if title == url.strip() else title, url.strip(), tuple(filter(None, self._folders))))
        self._folders.append("" if url.strip() else title)

    def _close(self, name: str) -> None:
        if name.rpartition(":")[2].lower() == "outline":
            self._folders.pop()

    def _refuse(self, *declaration: object) -> None:
        raise _Refused("entities")


def _rewritten(body: bytes) -> bytes:
    """Return a body with a wrong or unknown charset as UTF-8."""
    try:
        decoded = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        decoded = body.decode("windows-1252", "replace")
    text = _DECLARATION.sub("", decoded)
    return _BARE.sub(b"&amp;", re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text).encode())


def _line(outline: Outline) -> str:
    from xml.sax.saxutils import quoteattr  # loads what fetches addresses; the start can do without

    title = quoteattr(outline.title or outline.url)
    return f'<outline type="rss" text={title} title={title} xmlUrl={quoteattr(outline.url)}/>'


def _indent(depth: int) -> str:
    return "  " * (depth + 2)
