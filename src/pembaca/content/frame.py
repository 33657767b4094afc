"""Tell the frame of a page from the column of its article, where no mark does: by what lies beside it in the tree. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from pembaca.content.tree import BLOCKS, Element, classes, elements, text_lengths, text_of

_NEARLY: Final = 0.7  # of the text in the column; a foot has a few sentences
_FOOT: Final = 600  # characters; what is longer is no foot
_PIECES: Final = 3  # lines of the shortest article beside which a foot is known by its place alone
_FRAMES: Final = frozenset({"body", "html", "form"})
_TEXTS: Final = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "li", "blockquote", "pre", "dd", "dt"})
_NAVIGATION: Final = 0.8  # of its characters lie in links
_CALLED: Final = re.compile(r"(?:^|[\s_-])(?:foot|footer|bawah|kaki|bottom|copyright)(?:$|[\s_-])", re.IGNORECASE)
_STRAY: Final = 15  # letters between the boxes, which belong to none


def own_column(
    at: Element, says_title: Iterable[Element], weigh: Callable[[Element], int], lines: Iterable[str]
) -> Element | None:
    """Return the child of *at* that holds nearly all of the text, with the title or below it, if the rest is the site's foot.

    A foot lies below the column, in a box of its own of another kind, in what also holds the site's navigation; it is
    short. A box of the same kind, or bare paragraphs, may as well be the end of the article.

    Args:
        says_title: the elements that say the title.
        weigh: counts the article's characters in an element.
        lines: the article's lines, squeezed.
    """
    around = {parent for element in says_title for parent in (element, *element.iterancestors())}
    column = next((child for child in at if child in around), None)
    if column is not None and weigh(column) == 0:  # a band of its own above the text
        column = next((child for child in column.itersiblings() if weigh(child) > 0), None)
    if column is None or column.tag in _TEXTS or weigh(column) < _NEARLY * weigh(at):
        return None
    others = [child for child in at if child is not column and isinstance(child.tag, str) and weigh(child) > 0]
    below = set(column.itersiblings())
    if not others or any(other not in below or other.tag in _TEXTS or other.tag not in BLOCKS for other in others):
        return None
    if sum(len(text_of(other)) for other in others) > _FOOT or _has_stray_text(at) or not _is_frame(at, column):
        return None
    if all(_is_called_foot(other) for other in others):
        return column
    inside = _squeeze(text_of(column))
    is_article = sum(line in inside for line in lines) >= _PIECES
    return column if is_article and all(_is_called_foot(other) or _is_other_kind(column, other) for other in others) else None


def saying(root: Element, title: str) -> list[Element]:
    """Return the innermost elements whose whole text is *title*, whatever they are called."""
    squeezed, longest = _squeeze(title), 2 * len(title) + 20
    if not squeezed:
        return []
    lengths = text_lengths(root)
    found = [e for e in elements(root) if lengths[e] <= longest and _squeeze(text_of(e)) == squeezed]
    outer = {parent for element in found for parent in element.iterancestors()}
    return [element for element in found if element not in outer]


def _has_stray_text(at: Element) -> bool:
    texts = (at.text, *(child.tail for child in at))
    return any(sum(map(str.isalpha, str(text or ""))) >= _STRAY for text in texts)


def _is_frame(at: Element, column: Element) -> bool:
    """Whether *at* is the page, or has the site's navigation above the column."""
    return at.tag in _FRAMES or any(_is_navigation(other) for other in column.itersiblings(preceding=True))


def _is_navigation(element: Element) -> bool:
    links = [text_of(link) for link in element.iter("a") if link.get("href")]
    return len(links) > 1 and sum(map(len, links)) >= _NAVIGATION * len(text_of(element))


def _is_called_foot(element: Element) -> bool:
    return element.tag == "footer" or any(_CALLED.search(name) for name in (*classes(element), element.get("id") or ""))


def _is_other_kind(column: Element, other: Element) -> bool:
    if column.tag == other.tag == "tr":
        return len(column) != len(other)
    return column.tag != other.tag or (classes(column) != classes(other) and classes(column).isdisjoint(classes(other)))


def _squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
