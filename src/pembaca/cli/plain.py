"""A document as plain text for a terminal, its structure in words and indents. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from pembaca.addresses import shown
from pembaca.document import Block, Document, Heading, Image, ListItem, Quote, Table
from pembaca.i18n import tr
from pembaca.presenters import dates


def plain(document: Document) -> str:
    """Return title, facts, blocks, credit and source; a blank line between two parts, none between items of a list."""
    facts = (document.byline, dates.full_moment(document.published) if document.published else None)
    head = [document.title or tr("Tanpa judul"), " · ".join(fact for fact in facts if fact)]
    source = tr("Sumber: {url}", url=shown(document.url)) if document.url else ""
    foot = [f"({document.credit})" if document.credit else "", source]
    return "\n\n".join(part for part in (*head, *_parts(document.blocks), *foot) if part)


def _parts(blocks: tuple[Block, ...]) -> Iterator[str]:
    items: list[str] = []
    for block in blocks:
        if isinstance(block, ListItem):
            sign = "•" if block.number is None else f"{block.number}."
            items.append(f"{'   ' * block.depth}{sign} {block.text}")
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield _block(block)
    yield "\n".join(items)


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {block.text}"
        case Quote():
            return f"    “{block.text}”" if block.text[:1] not in "“\"‘'" else f"    {block.text}"
        case Table():
            return "\n".join(" | ".join(row) for row in block.rows)
        case Image():
            return f"[{block.text}]" if block.text else tr("[Gambar tanpa keterangan]")
        case _:
            return block.text
