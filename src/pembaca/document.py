"""The readable form of an article: title and blocks, and the one text that every offset counts in.

Pure values with one stable serial form (JSON through msgspec, ``version`` 1). No HTML ever stands in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

import msgspec

SERIAL_VERSION: Final = 1


class TextSpan(msgspec.Struct, frozen=True, order=True):
    """A half-open range of code points, of ``Document.text`` unless said otherwise."""

    start: int
    end: int


class Link(msgspec.Struct, frozen=True):
    """A link inside a block: code points of the block's own text, and an http, https or mailto address."""

    start: int
    end: int
    url: str


class Heading(msgspec.Struct, frozen=True, tag_field="type", tag="heading", omit_defaults=True):
    """A heading; level 2 to 6, for the title is level 1."""

    text: str
    level: int = 2
    lang: str | None = None
    links: tuple[Link, ...] = ()


class Paragraph(msgspec.Struct, frozen=True, tag_field="type", tag="paragraph", omit_defaults=True):
    """A paragraph; its text holds no line break."""

    text: str
    lang: str | None = None
    links: tuple[Link, ...] = ()


class ListItem(msgspec.Struct, frozen=True, tag_field="type", tag="list_item", omit_defaults=True):
    """One item of a list; depth 1 is outermost, number is None in a bulleted list."""

    text: str
    depth: int = 1
    number: int | None = None
    lang: str | None = None
    links: tuple[Link, ...] = ()


class Quote(msgspec.Struct, frozen=True, tag_field="type", tag="quote", omit_defaults=True):
    """One paragraph of a block quotation."""

    text: str
    lang: str | None = None
    links: tuple[Link, ...] = ()


class Preformatted(msgspec.Struct, frozen=True, tag_field="type", tag="preformatted", omit_defaults=True):
    """Text whose line breaks count."""

    text: str
    lang: str | None = None


class Cell(msgspec.Struct, frozen=True):
    """One cell of a table: row and column from 0, where it starts in the table's text, its own text and its links in that."""

    row: int
    column: int
    start: int
    text: str
    links: tuple[Link, ...] = ()


class Table(msgspec.Struct, frozen=True, tag_field="type", tag="table", omit_defaults=True):
    """Rows of cells, all of one length; ``header`` says that the first row holds the column names.

    ``links`` ascend, and each lies in one cell.
    """

    rows: tuple[tuple[str, ...], ...]
    header: bool = False
    lang: str | None = None
    links: tuple[Link, ...] = ()

    @property
    def text(self) -> str:
        """One line a row, its cells joined by "; "."""
        return "\n".join("; ".join(row) for row in self.rows)

    def cells(self) -> Iterator[Cell]:
        """Give the cells in reading order."""
        start = at = 0
        for y, row in enumerate(self.rows):
            for x, text in enumerate(row):
                links: list[Link] = []
                while at < len(self.links) and self.links[at].start < start + len(text):
                    link = self.links[at]
                    links.append(Link(max(0, link.start - start), min(link.end - start, len(text)), link.url))
                    at += 1
                yield Cell(y, x, start, text, tuple(links))
                start += len(text) + (2 if x < len(row) - 1 else 1)


class Image(msgspec.Struct, frozen=True, tag_field="type", tag="image", omit_defaults=True):
    """A picture; ``alt`` only if a person wrote it, ``media`` the library's name of the local copy ("" while there is none)."""

    url: str
    alt: str = ""
    media: str = ""
    width: int = 0
    height: int = 0
    lang: str | None = None

    @property
    def text(self) -> str:
        """What stands for the picture in text and speech: "Gambar: …", or nothing without real alt text."""
        return f"Gambar: {self.alt}" if self.alt else ""


Block = Heading | Paragraph | ListItem | Quote | Preformatted | Table | Image


class Part(msgspec.Struct, frozen=True):
    """A piece of ``Document.text``: the title (``block`` None) or the block of that index."""

    block: int | None
    span: TextSpan


class Document(msgspec.Struct, frozen=True, omit_defaults=True):
    """A readable article.

    ``published`` is aware and keeps the source's offset. ``byline`` and ``credit`` are page furniture: shown,
    but not part of ``text``. ``is_excerpt``: its page could not be had, and the feed's own text may not be all of it.
    ``is_feed_text``: its page could not be had, so that a newer text of the feed is the better one. ``is_cut``: its page
    broke off, and this is what came of it.
    """

    title: str
    blocks: tuple[Block, ...] = ()
    url: str = ""
    published: datetime | None = None
    language: str = "id"
    byline: str | None = None
    credit: str | None = None
    is_excerpt: bool = False
    is_feed_text: bool = False
    is_cut: bool = False
    version: int = SERIAL_VERSION

    @property
    def text(self) -> str:
        """The title and the readable blocks in order, joined by a line break; blocks without text give no line."""
        return "\n".join(line for line in (self.title, *(block.text for block in self.blocks)) if line)

    def parts(self) -> tuple[Part, ...]:
        """Say where in ``text`` the title and each block with text lie; ascending, one line break between two."""
        parts: list[Part] = []
        start = 0
        texts = ((None, self.title), *((index, block.text) for index, block in enumerate(self.blocks)))
        for index, text in texts:
            if text:
                parts.append(Part(index, TextSpan(start, start + len(text))))
                start += len(text) + 1
        return tuple(parts)


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Document)


def encode(document: Document) -> bytes:
    """Return the serial form: UTF-8 JSON, the same bytes for equal documents."""
    return _ENCODER.encode(document)


def decode(serial: bytes | str) -> Document:
    """Read the serial form back.

    Raises:
        ValueError: the bytes are not a document of a known version.
    """
    document = _DECODER.decode(serial)
    if document.version > SERIAL_VERSION:
        raise ValueError(f"document version {document.version}")
    return document
