"""Read the tree of a page: its article, what it says of itself, its blocks. Loads the parsers; fetches and stores nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pembaca.content.build import build_blocks, read_image
from pembaca.content.extract import find_article, is_marked
from pembaca.content.finish import finish, squeeze
from pembaca.content.head import read_head, title_of
from pembaca.content.language import language_of
from pembaca.content.lead import broken_off_parts, lead_parts, tail_parts
from pembaca.content.shown import shown_date
from pembaca.content.side import mark_side_parts, part_meta_spans
from pembaca.content.tree import Element, clean_tree
from pembaca.document import Block, Document, Heading, Image, Paragraph, Preformatted, Table
from pembaca.errors import ContentError
from pembaca.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

_LINE: Final = 80  # characters; longer is a sentence, not a name or a menu


def read_page(markup: str, url: str, title: str, published: datetime | None, byline: str | None) -> Document:
    """Return the article in the markup of a page.

    Raises:
        ContentError: ``no_article``, ``too_deep``.
    """
    root = clean_tree(markup, url)
    head = read_head(markup, url)
    title = title or title_of(head, root)
    article = find_article(root, markup, url, title)
    language = _language(article, head.language)
    mark_side_parts(article, has_foot=not is_marked(article))
    part_meta_spans(article)
    blocks = build_blocks(article, head.base, title=title, language=language)
    is_whole_page = article is root or article.tag == "body"
    if is_whole_page or not is_marked(article):
        blocks = _below_title(blocks, title, keeps_pictures=not is_whole_page)
    whole = _with_lead(lead_parts(article, title), blocks, head.base, title)
    parts = (*broken_off_parts(article, markup), *tail_parts(article, title))
    below = (block for part in parts for block in build_blocks(part, head.base, title=title))
    document = finish(
        (*whole, *below),
        url,
        title,
        published or head.published or shown_date(root, title, article),
        byline or head.byline,
        language,
    )
    if not any(block.text for block in document.blocks):
        raise ContentError(url, "no_article")
    return document


def read_markup(html: str, base: str, title: str, declared: str | None) -> tuple[tuple[Block, ...], str]:
    """Return the blocks of a feed's own text and their language.

    Raises:
        ContentError: ``too_deep``.
    """
    root = clean_tree(html, base)
    language = _language(root, declared)
    if "<a" in html or "<A" in html:  # without links there are no other articles to leave out
        mark_side_parts(root, has_foot=False)
    return build_blocks(root, base, title=title, language=language), language


def read_text(text: str, url: str, title: str, published: datetime | None, byline: str | None) -> Document:
    """Read a page that is plain text: blank lines part its paragraphs, a short first line is the title."""
    lines = [line for line in (one_line(part) for part in re.split(r"\n\s*\n", text)) if line]
    if not lines:
        raise ContentError(url, "no_article")
    if not title and len(lines) > 1 and len(lines[0]) <= 200:
        title, lines = lines[0], lines[1:]
    blocks = [Paragraph(line) for line in lines]
    return finish(blocks, url, title, published, byline, language_of(text, None))


def _with_lead(parts: Iterable[Element], blocks: tuple[Block, ...], base: str, title: str) -> Iterator[Block]:
    """Put what stands above the text first, unless it comes again in it."""
    inside = {block.url if isinstance(block, Image) else block.text for block in blocks}
    for element in parts:
        image = read_image(element, base, title) if element.tag == "img" else None
        for block in (image,) if image else build_blocks(element, base, title=title) if element.tag != "img" else ():
            key = block.url if isinstance(block, Image) else block.text
            if key not in inside:
                inside.add(key)
                yield block
    yield from blocks


def _below_title(blocks: tuple[Block, ...], title: str, *, keeps_pictures: bool) -> tuple[Block, ...]:
    """Drop what a page without parts of its own has above the article's title, unless a sentence is among it."""
    squeezed = squeeze(title)
    said = [n for n, block in enumerate(blocks) if isinstance(block, Heading | Paragraph) and squeeze(block.text) == squeezed]
    at = next((n for n in said if isinstance(blocks[n], Heading)), said[0] if said else 0)
    pictures = [block for block in blocks[:at] if keeps_pictures and isinstance(block, Image)]
    return (
        blocks
        if any(len(block.text) > _LINE and not _is_link_line(block) for block in blocks[:at])
        else (*pictures, *blocks[at:])
    )


def _language(root: Element, declared: str | None) -> str:
    return language_of(" ".join(str(text) for text in root.itertext()), declared)


def _is_link_line(block: Block) -> bool:
    """Whether nearly all of the line is links."""
    links = () if isinstance(block, Image | Table | Preformatted) else block.links
    return sum(link.end - link.start for link in links) >= 0.9 * len(block.text)
