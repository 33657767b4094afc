"""Make a readable document of a page or of a feed's own text. Bytes or markup in, values out; nothing is fetched or stored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Final

import msgspec

from pembaca.content.addresses import NOWHERE
from pembaca.content.build import build_blocks, read_image
from pembaca.content.credit import take_byline, take_credit
from pembaca.content.decode import decode
from pembaca.content.edges import without_side_lines
from pembaca.content.extract import find_article, is_marked
from pembaca.content.head import read_head, title_of
from pembaca.content.junk import is_junk
from pembaca.content.language import language_of
from pembaca.content.lead import broken_off_parts, lead_parts, tail_parts
from pembaca.content.shown import shown_date
from pembaca.content.side import mark_side_parts, part_meta_spans
from pembaca.content.simple import simple_paragraphs
from pembaca.content.tree import Element, clean_tree
from pembaca.document import Block, Document, Heading, Image, Paragraph, Preformatted, Table
from pembaca.errors import ContentError
from pembaca.model import ParsedEntry
from pembaca.plain import one_line

_LINE: Final = 80  # characters; longer is a sentence, not a name or a menu
_FILES: Final = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"\x1f\x8b")
_MARKUP: Final = re.compile(
    r"<(?:!doctype|html|body|head|div|p|article|table|br|span|h[1-6]|section|a|img|ul|ol)\b", re.IGNORECASE
)


def from_page(
    body: bytes,
    url: str,
    content_type: str | None = None,
    *,
    title: str = "",
    published: datetime | None = None,
    byline: str | None = None,
) -> Document:
    """Return the article of a page; what the feed said of title, date and author wins over the page.

    Raises:
        ContentError: ``no_article`` (nothing readable), ``not_a_page`` (a document, a picture or other bytes that are no
            text), ``too_deep`` (no parser should open it), ``unreadable`` (a parser gave up).
    """
    with _wrapping(url):
        markup = decode(body, content_type)
        if body.lstrip().startswith(_FILES) or (not _MARKUP.search(markup[:200_000]) and "\x00" in markup[:4_000]):
            raise ContentError(url, "not_a_page")
        if not _MARKUP.search(markup[:200_000]):
            return _from_text(markup, url, title, published, byline)
        return _from_markup(markup, url, title, published, byline)


def _from_markup(markup: str, url: str, title: str, published: datetime | None, byline: str | None) -> Document:
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
    document = _finish(
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


def from_feed(entry: ParsedEntry, base_url: str) -> Document:
    """Return what the feed itself carries of an entry; with a bare title the document has no blocks.

    Raises:
        ContentError: ``too_deep``, ``unreadable``.
    """
    base = entry.url or base_url
    squeezed = _squeeze(entry.title) if "<br" in entry.html else ""
    simple = simple_paragraphs(entry.html, base, lambda line: is_junk(line) or (bool(squeezed) and _squeeze(line) == squeezed))
    if simple is not None:
        language = language_of(" ".join(block.text for block in simple), entry.language)
        return _finish(simple, entry.url, entry.title, entry.published, entry.byline, language)
    with _wrapping(base):
        root = clean_tree(entry.html, base)
        language = _language(root, entry.language)
        if "<a" in entry.html or "<A" in entry.html:  # without links there are no other articles to leave out
            mark_side_parts(root, has_foot=False)
        blocks = build_blocks(root, base, title=entry.title, language=language)
        return _finish(blocks, entry.url, entry.title, entry.published, entry.byline, language)


@contextmanager
def _wrapping(url: str) -> Iterator[None]:
    """Turn whatever a parser makes of a hostile page into ContentError."""
    import lxml.etree

    vendor = (
        ArithmeticError,
        AssertionError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
        lxml.etree.LxmlError,
    )
    try:
        yield
    except vendor as error:
        raise ContentError(url, "unreadable", f"{type(error).__name__}: {error}"[:200]) from error


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
    squeezed = _squeeze(title)
    said = [n for n, block in enumerate(blocks) if isinstance(block, Heading | Paragraph) and _squeeze(block.text) == squeezed]
    at = next((n for n in said if isinstance(blocks[n], Heading)), said[0] if said else 0)
    pictures = [block for block in blocks[:at] if keeps_pictures and isinstance(block, Image)]
    return (
        blocks
        if any(len(block.text) > _LINE and not _is_link_line(block) for block in blocks[:at])
        else (*pictures, *blocks[at:])
    )


def _language(root: Element, declared: str | None) -> str:
    return language_of(" ".join(str(text) for text in root.itertext()), declared)


def _finish(
    blocks: Iterable[Block], url: str, title: str, published: datetime | None, byline: str | None, language: str
) -> Document:
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


def _is_link_line(block: Block) -> bool:
    """Whether nearly all of the line is links."""
    links = () if isinstance(block, Image | Table | Preformatted) else block.links
    return sum(link.end - link.start for link in links) >= 0.9 * len(block.text)


def _without_doubles(blocks: Iterable[Block], title: str) -> Iterator[Block]:
    """Drop the title said again at the top, and a caption that says what the picture's own text says."""
    before: Block | None = None
    squeezed, longest = _squeeze(title), 2 * len(title) + 20
    for count, block in enumerate(blocks):
        is_title = (
            count < 4
            and isinstance(block, Heading | Paragraph)
            and bool(title)
            and len(block.text) <= longest
            and _squeeze(block.text) == squeezed
        )
        is_caption = (
            isinstance(before, Image)
            and isinstance(block, Paragraph)
            and bool(before.alt)
            and _squeeze(before.alt) == _squeeze(block.text)
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


def _from_text(text: str, url: str, title: str, published: datetime | None, byline: str | None) -> Document:
    """Read a page that is plain text: blank lines part its paragraphs, a short first line is the title."""
    lines = [line for line in (one_line(part) for part in re.split(r"\n\s*\n", text)) if line]
    if not lines:
        raise ContentError(url, "no_article")
    if not title and len(lines) > 1 and len(lines[0]) <= 200:
        title, lines = lines[0], lines[1:]
    blocks = [Paragraph(line) for line in lines]
    return _finish(blocks, url, title, published, byline, language_of(text, None))


def _squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
