"""Find the part of a page that is the article: by the marks of known site systems, else with trafilatura's judgement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import lxml.etree

from pembaca.content.frame import own_column, saying
from pembaca.content.junk import kind_of
from pembaca.content.lead import around_title, title_element
from pembaca.content.tree import BLOCKS, Element, classes, elements, text_lengths, text_of

_MARKS: Final = (
    """
    itemprop:articleBody com-content-article__body
    """,
    """
    field--name-body field-name-body entry-content post-content td-post-content wp-block-post-content post-body
    article-body  article-content article__body article__content article-text itembody item-body detail-text
    detail__body-text read__content  isi-berita isi_berita berita-isi konten-berita isi-konten content-berita
    news-content news-body news-detail news-text  blog-content post__content single-content single-post-content
    entry__content content-detail detail-content detail-berita  berita-detail detail_berita text-berita artikel-isi
    isi-artikel isi_artikel post-text articlebody article_body story-body  elementor-widget-theme-post-content
    blog-post-content post-entry the-content the_content content-post
    """,
    """
    item-page com-content-article article-details node--type-article node-article node__content view-article hentry
    blog-post  single-post post-single article-detail
    """,
    """
    tag:article tag:main role:main role:article
    """,
)
_RANKS: Final = {name: rank for rank, names in enumerate(_MARKS) for name in names.split()}
_TEXT_RANKS: Final = 1  # up to here the element is the text itself, without its title
_SURE_RANKS: Final = 2  # up to here it is an article and nothing else
_ENOUGH: Final = 150  # characters; less is a caption or a stub
_SAMPLE: Final = 40  # of the judged lines, the longest; enough to tell the article's place
_MOST: Final = 0.9  # of the found text must lie inside the chosen element
_FULL_STOP: Final = re.compile(r"[.!?…][\"”’)]*(?:\s|$)")  # menus and lists of titles have none
_SENTENCE, _SENTENCES = 15, 80  # letters of a line worth looking for, and of all such lines
_ROWS: Final = re.compile(r"\s*(?:\n|(?<!\\)\|)\s*")  # what trafilatura parts lines and cells by
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])[\"”’)]*\s+")
_ENDS: Final = (".", "!", "?")  # of a whole sentence; a teaser ends in "…"
_TEXT_TAGS: Final = frozenset({"p", "ol", "dl", "table", "blockquote"})
_FOUND: Final = 0.3  # of what was judged must stand in the page, or else the rest of it is somewhere unseen
_HALF: Final = 0.5  # of the found text in the title's own cell: then the other cells are the site's
_FEW: Final = 3  # so many times the sentences of a short marked text may stand beside it: other articles, not the rest of it
_NAMES: Final = ("h1", "h2", "h3", "h4", "h5", "h6", "a", "header", "b", "strong")
_LAYOUT: Final = frozenset({"table", "tbody", "tr"})


def find_article(root: Element, markup: str, url: str, title: str = "") -> Element:
    """Return the element of *root* that holds the article and little else.

    Args:
        markup: the whole page as it came, for trafilatura; only looked at when no known mark is found.
        title: of the article, which a page of two sentences is known by.
    """
    lengths = text_lengths(root)
    short = _short_by_mark(root, lengths, title)
    if short is not None:
        return short
    ranked = _by_marks(root, lengths, title)
    if ranked is not None and ranked[0] <= _SURE_RANKS and lengths[ranked[1]] >= _ENOUGH:
        return ranked[1]
    judged = _by_judgement(root, markup, url, title)
    if ranked is not None and (
        judged is None or (ranked[0] <= _SURE_RANKS and lengths[judged] < 2 * lengths[ranked[1]] + _ENOUGH)
    ):
        return ranked[1]
    if judged is None:
        judged = around_title(root, title)
    return judged if judged is not None else root


def is_marked(article: Element) -> bool:
    """Whether the page itself says where the article ends, by a known mark on *article* or around it."""
    return any(not _marks(element).isdisjoint(_RANKS) for element in (article, *article.iterancestors()))


def _marks(element: Element) -> set[str]:
    return {*classes(element), f"itemprop:{element.get('itemprop')}", f"tag:{element.tag}", f"role:{element.get('role')}"}


def _by_marks(root: Element, lengths: dict[Element, int], title: str) -> tuple[int, Element] | None:
    """Return the largest element of the best rank that has enough text, or the largest of any."""
    found: list[tuple[int, int, Element]] = []
    for element in elements(root):
        rank = min((_RANKS[name] for name in _marks(element) & _RANKS.keys()), default=None)
        if rank is not None:
            found.append((rank, lengths[element], element))
    if not found:
        return None
    full = [mark for mark in found if mark[1] >= _ENOUGH] or found
    best = min(rank for rank, _, _ in full)
    marked = [mark for mark in full if mark[0] == best]
    own = set(_own([mark[2] for mark in marked], title))
    marked = [mark for mark in marked if mark[2] in own]
    rank, _, element = max(marked, key=lambda mark: mark[1])
    parent = element.getparent()
    if rank < _SURE_RANKS and parent is not None and sum(mark[2].getparent() is parent for mark in marked) > 1:
        return rank, parent  # intro and rest stand side by side
    return rank, element


def _short_by_mark(root: Element, lengths: dict[Element, int], title: str) -> Element | None:
    """Return the one element marked as an article's text that is short, holds a sentence and has no longer text beside it."""
    marked = {
        element for element in elements(root) if any(_RANKS.get(name, _SURE_RANKS) <= _TEXT_RANKS for name in _marks(element))
    }
    outer = [e for e in elements(root) if e in marked and not any(parent in marked for parent in e.iterancestors())]
    outer = _own(outer, title)
    if len(outer) != 1 or lengths[outer[0]] >= _ENOUGH:
        return None
    short = outer[0]
    if any(sibling.tag in _TEXT_TAGS and lengths[sibling] for sibling in short.itersiblings()):
        return None  # the text goes on below
    inside, beside = _sentences(_lines_of(short)), _sentences(_lines_of(root, without=short))
    return short if inside > 0 and beside <= _FEW * inside and not _is_past_text(root, short, title) else None


def _own(marked: list[Element], title: str) -> list[Element]:
    """Return those of *marked*, in the page's order, that are not named by a link to another article; all if the first is."""
    squeezed = _squeeze(title)
    own = [element for element in marked if not _is_anothers(element, squeezed)] if squeezed else marked
    return own if own and own[0] is marked[0] else marked


def _is_anothers(element: Element, title: str) -> bool:
    """Whether the line right above *element*, or its first, is nothing but a link, and not the page's own title."""
    above = next((other for other in element.itersiblings(preceding=True) if text_of(other)), None)
    inside = next((other for other in element.iterdescendants(*_NAMES) if text_of(other)), None)
    for line in (above, inside):
        text = _squeeze(text_of(line)) if line is not None and line.tag in _NAMES else ""
        if line is None or not text or text == title:
            continue
        links = [line] if line.tag == "a" else list(line.iter("a"))
        if any(link.get("href") and _squeeze(text_of(link)) == text for link in links):
            return True
    return False


def _by_judgement(root: Element, markup: str, url: str, title: str) -> Element | None:
    """Let trafilatura say which sentences belong to the article, and return the smallest element that holds most of them."""
    judged = sorted(_judged_lines(root, markup, url), key=len)[-_SAMPLE:]
    lines = {squeezed for squeezed in map(_squeeze, judged) if len(squeezed) >= _SENTENCE}
    total = _weight(root, lines)
    if total < max(_SENTENCES, _FOUND * sum(map(len, lines))):
        return None
    above = _columns_above(title_element(root, title))
    title_places = saying(root, title)
    at = root
    while True:
        inner = next((child for child in at if _weight(child, lines) >= _MOST * total), None)
        if inner is None and at.tag in _LAYOUT:
            inner = next((child for child in at if child in above and _weight(child, lines) >= _HALF * total), None)
        if inner is None:
            inner = own_column(at, title_places, lambda element: _weight(element, lines), lines)
            total = _weight(inner, lines) if inner is not None else total
        if inner is None or inner.tag in ("p", "li", "font", "span"):
            break
        at = inner
    return None if _is_past_text(root, at, title) else at


def _columns_above(heading: Element | None) -> set[Element]:
    """Return what lies around the title's own cell and the cell, if other columns stand beside it.

    A text does not leave its column; in a table of one column it may go on in the next row.
    """
    cell = next(heading.iterancestors("td"), None) if heading is not None else None
    beside = (*cell.itersiblings("td"), *cell.itersiblings("td", preceding=True)) if cell is not None else ()
    if cell is None or not any(text_of(other) for other in beside):
        return set()
    return {cell, *cell.iterancestors()}


def _judged_lines(root: Element, markup: str, url: str) -> Iterator[str]:
    """Give the lines with a full stop; one that stands nowhere as it is was put together from several: its sentences."""
    whole = _squeeze(text_of(root))
    for line in _ROWS.split(_judged_text(markup, url)):
        if _FULL_STOP.search(line):
            pieces = _SENTENCE_END.split(line)
            if kind_of(pieces[0]) not in ("machine", "frame"):  # the site's foot
                yield from (line,) if _squeeze(line) in whole else pieces


def _is_past_text(root: Element, element: Element, title: str) -> bool:
    """Whether more sentences stand between the title and *element* than in it: then the article lies before it."""
    heading = title_element(root, title)
    if heading is None or heading is element or element in heading.iterancestors():
        return False
    between = _sentences(_lines_of(root, after=heading, before=element))
    return between > _sentences(_lines_of(element))


def _sentences(text: str) -> int:
    """Count the characters of whole sentences."""
    pieces = (piece.strip('"”’) ') for line in text.split("\n") for piece in _SENTENCE_END.split(line))
    return sum(len(piece) for piece in pieces if len(piece) >= _SENTENCE and piece.endswith(_ENDS))


def _lines_of(
    root: Element, *, without: Element | None = None, after: Element | None = None, before: Element | None = None
) -> str:
    """Return the text of *root*, each block on lines of its own; *after* and *before* bound it, *without* is left out.

    Nothing stands between two elements where the second comes first.
    """
    parts: list[str] = []
    is_in, skipped = after is None, False
    for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
        if element is without:
            skipped = event == "start"
        if event == "start" and element is before:
            return "".join(parts) if is_in else ""
        if event == "end" and element is after:
            is_in = True
        apart = "\n" if element.tag in BLOCKS or element.tag == "br" else ""
        text = element.text if event == "start" else element.tail if element is not root else ""
        if is_in and not skipped:
            parts += (apart, str(text or ""))
    return "".join(parts)


def _weight(element: Element, lines: set[str]) -> int:
    """Count the characters of those *lines* that stand inside *element*."""
    text = _squeeze(text_of(element)) if isinstance(element.tag, str) else ""
    return sum(len(line) for line in lines if line in text) if len(text) >= _SENTENCE else 0


def _judged_text(markup: str, url: str) -> str:
    import trafilatura

    text = trafilatura.extract(
        markup, url=url or None, favor_precision=True, include_comments=False, include_tables=True, output_format="txt"
    )
    return str(text or "")


def _squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
