"""Finish an article, whatever it was made of: side lines, doubled title, credit and byline go to their places. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from pembaca.content.addresses import NOWHERE
from pembaca.content.credit import take_byline, take_credit
from pembaca.content.edges import without_side_lines
from pembaca.document import Block, Document, Heading, Image, Paragraph, Preformatted, Table
from pembaca.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime


def finish(
    blocks: Iterable[Block], url: str, title: str, published: datetime | None, byline: str | None, language: str
) -> Document:
    """Return the document of *blocks*, each a part of the article or a line that stood beside it."""
    blocks = tuple(_without_doubles(blocks, title))  # a long title would look like a sentence
    kept = tuple(_without_doubles(without_side_lines(blocks, published), title))
    kept, credit = take_credit(kept)
    kept, written = take_byline(kept)
    kept = tuple(_at_home(kept, language))
    return Document(
        title=one_line(title),
        blocks=kept,
        url=url,
        published=published,
        language=language,
        byline=byline or written,
        credit=credit,
    )


def squeeze(text: str) -> str:
    """Return nothing but the letters and digits of *text*, for comparing."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _without_doubles(blocks: Iterable[Block], title: str) -> Iterator[Block]:
    """Drop the title said again at the top, and a caption that says what the picture's own text says."""
    before: Block | None = None
    squeezed, longest = squeeze(title), 2 * len(title) + 20
    for count, block in enumerate(blocks):
        is_title = (
            count < 4
            and isinstance(block, Heading | Paragraph)
            and bool(title)
            and len(block.text) <= longest
            and squeeze(block.text) == squeezed
        )
        is_caption = (
            isinstance(before, Image)
            and isinstance(block, Paragraph)
            and bool(before.alt)
            and squeeze(before.alt) == squeeze(block.text)
        )
        if not is_title and not is_caption:
            yield block
        before = block


def _at_home(blocks: Iterable[Block], language: str) -> Iterator[Block]:
    """Say no language that is the document's own, and no links that lead nowhere."""
    for block in blocks:
        if block.lang == language:
            block = msgspec.structs.replace(block, lang=None)
        if not isinstance(block, Image | Table | Preformatted) and any(link.url == NOWHERE for link in block.links):
            block = msgspec.structs.replace(block, links=tuple(link for link in block.links if link.url != NOWHERE))
        yield block
