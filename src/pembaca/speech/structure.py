"""What is said of a document's build: lists, quotes, tables, headings, links, credits. Pure, table ``structure``.

Said once: a list and a table tell their size at their first line, a quotation that it begins and ends, and a picture's words
are passed over where the same words stand beside it as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import msgspec

from pembaca.document import Block, Document, Heading, Image, ListItem, Part, Preformatted, Quote, Table
from pembaca.settings import Settings, Told
from pembaca.speech.language import base
from pembaca.speech.normalise.normaliser import normalise
from pembaca.speech.normalise.spoken import Aside
from pembaca.speech.normalise.tables import rows

USUAL: Final = frozenset(Settings().told)
_LANGUAGES: Final = ("id", "en")
_LONG_QUOTE: Final = 200
"""Code points after which the end of a quotation of one paragraph is told too."""


class Telling(msgspec.Struct, frozen=True):
    """What is said of one part, at code points of ``Document.text``; ``is_said`` is False for a part that is passed over."""

    asides: tuple[Aside, ...] = ()
    is_said: bool = True


_NOTHING: Final = Telling()


def tellings(document: Document, told: frozenset[Told] = USUAL) -> tuple[Telling, ...]:
    """Say what is told of each part of *document*, in the order of its parts."""
    parts = document.parts()
    found = [_NOTHING if part.block is None else _of_block(document, part, told) for part in parts]
    if "credits" in told and parts:
        found[0] = _with(found[0], _facts(document, parts[0], _language(document, parts[0])))
        last = max((index for index, telling in enumerate(found) if telling.is_said), default=0)
        found[last] = _with(found[last], _credit(document, parts[last], _language(document, parts[last])))
    return tuple(found)


def _with(telling: Telling, more: Iterator[Aside]) -> Telling:
    return Telling((*telling.asides, *more), telling.is_said)


def _language(document: Document, part: Part) -> str:
    block = None if part.block is None else document.blocks[part.block]
    return base((block.lang if block else None) or document.language)


def _of_block(document: Document, part: Part, told: frozenset[Told]) -> Telling:
    assert part.block is not None
    block = document.blocks[part.block]
    language = _language(document, part)
    start, end = part.span.start, part.span.end
    asides: list[Aside] = []
    match block:
        case Image():
            return Telling(is_said="images" in told and not _is_repeated(document, part.block))
        case Table():
            return Telling(tuple(_of_table(block, start, language)), "tables" in told)
        case ListItem() if "lists" in told:
            asides += _of_item(document.blocks, part.block, block, start, language)
        case Quote() if "quotes" in told:
            asides += _of_quote(document.blocks, part.block, start, end, language)
        case Heading() if "headings" in told:
            asides += _said("heading", language, start, ":")
    if "links" in told and not isinstance(block, Preformatted):
        links = [Aside(start + link.start, words.spoken) for link in block.links for words in _said("link", language, 0)]
        asides = sorted((*asides, *links), key=lambda aside: aside.at)
    return Telling(tuple(asides))


def _of_item(blocks: tuple[Block, ...], index: int, item: ListItem, at: int, language: str) -> Iterator[Aside]:
    """Tell of a list at its first item, of one inside an item likewise, and the number that stands before an item."""
    before = blocks[index - 1] if index else None
    depth = before.depth if isinstance(before, ListItem) else 0
    if item.depth > depth:
        size = _size(blocks, index, item.depth)
        if size > 1:
            yield from _said("list" if not depth else "sublist", language, at, ":", str(size))
    if item.number is not None:
        yield Aside(at, _words(str(item.number), language), ",")


def _size(blocks: tuple[Block, ...], index: int, depth: int) -> int:
    """Count the items of the list that begins at *index*, without those inside its items."""
    count = 0
    for block in blocks[index:]:
        if not isinstance(block, ListItem) or block.depth < depth:
            break
        count += block.depth == depth
    return count


def _of_quote(blocks: tuple[Block, ...], index: int, start: int, end: int, language: str) -> Iterator[Aside]:
    is_first = not (index and isinstance(blocks[index - 1], Quote))
    is_last = not (index + 1 < len(blocks) and isinstance(blocks[index + 1], Quote))
    if is_first:
        yield from _said("quote", language, start, ":")
    if is_last and (not is_first or end - start > _LONG_QUOTE):
        yield from _said("quote_end", language, end, ".")


def _of_table(table: Table, start: int, language: str) -> Iterator[Aside]:
    """Tell its size before the first row, and in each row below a row of names the name of each column before its cell."""
    names = tuple(_words(name, language) for name in table.rows[0]) if table.header else ()
    at = start
    for number, row in enumerate(table.rows):
        if not number and len(table.rows) > 1:
            sizes = str(len(row)), str(len(table.rows) - table.header)
            yield from _said("table", language, at, ":", *sizes)
        for column, cell in enumerate(row):
            if number and names and len(row) > 1 and cell.strip() and names[column]:
                yield Aside(at, names[column], ":")
            at += len(cell) + (2 if column + 1 < len(row) else 1)


def _facts(document: Document, part: Part, language: str) -> Iterator[Aside]:
    """Tell who wrote it and when, behind the title."""
    if document.byline:
        yield from _said("by", language, part.span.end, ".", document.byline)
    if document.published is not None:
        moment = document.published
        printed = f"{moment.day}/{moment.month}/{moment.year}" if language == "id" else moment.date().isoformat()
        yield Aside(part.span.end, _words(printed, language), ".")


def _credit(document: Document, part: Part, language: str) -> Iterator[Aside]:
    if document.credit:
        yield from _said("credit", language, part.span.end, ".", document.credit)


def _said(what: str, language: str, at: int, rest: str = "", *filled: str) -> Iterator[Aside]:
    """Say a line of the table; nothing in a language that it does not hold."""
    if language in _LANGUAGES:
        yield Aside(at, _words(_lines()[what][_LANGUAGES.index(language)].format(*filled), language), rest)


@cache
def _lines() -> dict[str, tuple[str, str]]:
    return {row[0]: (row[1], row[2]) for row in rows("structure")}


def _words(printed: str, language: str) -> str:
    return normalise(printed, language).text.rstrip(",;:.!?")


def _is_repeated(document: Document, index: int) -> bool:
    """Whether a picture's words were said before, or stand beside it as text."""
    image = document.blocks[index]
    assert isinstance(image, Image)
    letters = _letters(image.alt)
    before, after = document.blocks[:index], document.blocks[index + 1 : index + 2]
    beside = (document.title, *(block.text for block in (*before[-1:], *after) if not isinstance(block, Image)))
    earlier = (block.alt for block in before if isinstance(block, Image))
    return letters in {_letters(text) for text in (*beside, *earlier)}


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
