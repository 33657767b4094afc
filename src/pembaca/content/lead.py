"""Find what a site system puts between the title and the article's own element: the main picture, a lead paragraph. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pembaca.content.noise import is_noise
from pembaca.content.tree import Element, classes, elements, text_lengths, text_of

_WHOLE_ARTICLES: Final = frozenset(
    "item-page com-content-article hentry node node__content itemview post single-post article-detail td-post-content".split()
)
_HEADINGS: Final = frozenset({"h1", "h2", "h3"})
_NEAR: Final = 4  # levels above the article in which its title is looked for
_SENTENCE: Final = re.compile(r".{60,}[.!?…][\"”’)]*$", re.DOTALL)  # a lead, not a line of data
_SOME: Final = 30  # characters beside the title, before an element counts as its article


def lead_parts(article: Element, title: str) -> Iterator[Element]:
    """Give the pictures and whole sentences above *article* that belong to it, in reading order."""
    above, is_marked = _whole_article(article, title)
    if above is None:
        return
    lengths = text_lengths(above)
    inside = {above, article, *article.iterancestors()}
    is_below_title = False
    for element in elements(above):
        if element is article:
            return
        is_below_title = is_below_title or _is_title(element, title)
        is_lead = element.tag == "p" and is_below_title and _SENTENCE.match(text_of(element))
        if not is_lead and not (element.tag == "img" and (is_marked or is_below_title)):
            continue
        between = [parent for parent in (element, *element.iterancestors()) if parent in lengths and parent not in inside]
        if not any(is_noise(parent, lengths[parent], lengths[above]) for parent in between):
            yield element


def around_title(root: Element, title: str) -> Element | None:
    """Return the smallest element with the title and some text beside it; for pages too short to be judged otherwise."""
    lengths = text_lengths(root)
    for heading in elements(root):
        if _is_title(heading, title):
            wanted = lengths[heading] + _SOME
            return next((parent for parent in heading.iterancestors() if lengths.get(parent, 0) >= wanted), None)
    return None


def _whole_article(article: Element, title: str) -> tuple[Element | None, bool]:
    """Return the element with article, title and lead, and whether its own mark says so."""
    for level, parent in enumerate(article.iterancestors()):
        if classes(parent) & _WHOLE_ARTICLES or parent.tag == "article":
            return parent, True
        if level < _NEAR and any(_is_title(heading, title) for heading in parent.iter(*_HEADINGS)):
            return parent, False
    return None, False


def _is_title(element: Element, title: str) -> bool:
    return element.tag in _HEADINGS and bool(title) and _squeeze(text_of(element)) == _squeeze(title)


def _squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
