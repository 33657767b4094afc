"""The JSON values that the command line prints. Stable: fields are added, never renamed. Nothing is decided here."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec
from msgspec import UNSET, Struct, UnsetType

from pembaca.document import Block, Document, Heading, Image, Link, ListItem, Preformatted, Table
from pembaca.model import ArticleRow, SearchHit

if TYPE_CHECKING:
    from pembaca.services.backup import Contents


class ErrorShape(Struct, frozen=True):
    """A code for programs, a sentence for people."""

    code: str
    message: str


class FailedShape(Struct, frozen=True):
    """What is printed in a value's place when there is none (exit code 1)."""

    error: ErrorShape


class BackupShape(Struct, frozen=True):
    """What is in a backup that was written or put back; ``kept`` is where the library before is now, null where none was."""

    file: str
    articles: int
    feeds: int
    pictures: int
    made_at: datetime
    kept: str | None


class ArticleShape(Struct, frozen=True):
    """An article in the list; ``snippet`` in search only, ``changed`` only where its source changed it after it was read."""

    id: int
    title: str
    feed: str
    published: str | None
    read: bool
    starred: bool
    url: str
    summary: str
    changed: bool | UnsetType = UNSET
    snippet: str | UnsetType = UNSET


class CellLinkShape(Struct, frozen=True):
    """A link in a table: code points of the block's text, as everywhere, and which cell it stands in, from 0."""

    start: int
    end: int
    url: str
    row: int
    column: int


class BlockShape(Struct, frozen=True):
    """A block of a document; the fields that do not apply are absent."""

    type: str
    text: str
    level: int | UnsetType = UNSET
    depth: int | UnsetType = UNSET
    number: int | UnsetType = UNSET
    header: bool | UnsetType = UNSET
    lang: str | UnsetType = UNSET
    links: tuple[Link, ...] | tuple[CellLinkShape, ...] | UnsetType = UNSET
    src: str | UnsetType = UNSET
    alt: str | UnsetType = UNSET
    rows: tuple[tuple[str, ...], ...] | UnsetType = UNSET


class DocumentShape(Struct, frozen=True):
    """A readable article; ``id`` null when it is not stored."""

    id: int | None
    title: str
    byline: str | None
    credit: str | None
    published: str | None
    language: str
    url: str
    blocks: tuple[BlockShape, ...]
    text: str


class MediaFolder(Protocol):
    """Knows where the pictures lie."""

    def media_path(self, name: str) -> Path:
        """Return the file of a stored picture."""
        ...


def article_shape(row: ArticleRow) -> ArticleShape:
    """Put an article's row into its JSON shape."""
    return ArticleShape(
        id=row.id,
        title=row.title,
        feed=row.feed_url,
        published=_iso(row.published),
        read=row.is_read,
        starred=row.is_starred,
        url=row.url,
        summary=row.summary,
        changed=row.is_changed or UNSET,
    )


def hit_shape(hit: SearchHit) -> ArticleShape:
    """Put a found article into its JSON shape."""
    return msgspec.structs.replace(article_shape(hit.row), snippet=hit.snippet)


def document_shape(document: Document, article_id: int | None, media: MediaFolder | None) -> DocumentShape:
    """Put a document into its JSON shape.

    Args:
        media: where stored pictures lie; None gives every picture its address.
    """
    return DocumentShape(
        id=article_id,
        title=document.title,
        byline=document.byline,
        credit=document.credit,
        published=_iso(document.published),
        language=document.language,
        url=document.url,
        blocks=tuple(_block(block, media) for block in document.blocks),
        text=document.text,
    )


def picture_source(image: Image, media: MediaFolder | None) -> str:
    """Return the absolute path of a picture's local file, or its address where there is none."""
    if media is not None and image.media:
        file = media.media_path(image.media)
        if file.is_file():
            return str(file.absolute())
    return image.url


def _block(block: Block, media: MediaFolder | None) -> BlockShape:
    lang = block.lang or UNSET
    kind = str(block.__struct_config__.tag)
    match block:
        case Image():
            return BlockShape(kind, block.text, lang=lang, src=picture_source(block, media), alt=block.alt)
        case Table():
            return BlockShape(kind, block.text, header=block.header, lang=lang, links=_cell_links(block), rows=block.rows)
        case Preformatted():
            return BlockShape(kind, block.text, lang=lang)
        case Heading():
            return BlockShape(kind, block.text, level=block.level, lang=lang, links=block.links or UNSET)
        case ListItem():
            number = UNSET if block.number is None else block.number
            return BlockShape(kind, block.text, depth=block.depth, number=number, lang=lang, links=block.links or UNSET)
        case _:
            return BlockShape(kind, block.text, lang=lang, links=block.links or UNSET)


def _cell_links(table: Table) -> tuple[CellLinkShape, ...] | UnsetType:
    links = (
        CellLinkShape(cell.start + link.start, cell.start + link.end, link.url, cell.row, cell.column)
        for cell in table.cells()
        for link in cell.links
    )
    return tuple(links) or UNSET


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def backup_shape(file: str, contents: Contents) -> BackupShape:
    """Return the JSON value of a backup."""
    return BackupShape(file, contents.articles, contents.feeds, contents.pictures, contents.made_at, contents.kept or None)
