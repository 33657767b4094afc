"""Find the part of a page that is the article: by the marks of known site systems, else with trafilatura's judgement."""

from __future__ import annotations

import re
from typing import Final

from pembaca.content.lead import around_title
from pembaca.content.tree import Element, classes, elements, text_lengths, text_of

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
_SURE_RANKS: Final = 2  # ranks up to here name an article and nothing else
_ENOUGH: Final = 150  # characters; less is a caption or a stub
_SAMPLE: Final = 40  # of the judged lines, the longest; enough to tell the article's place
_MOST: Final = 0.9  # of the found text must lie inside the chosen element
_FULL_STOP: Final = re.compile(r"[.!?…][\"”’)]*(?:\s|$)")  # menus and lists of titles have none
_SENTENCE, _SENTENCES = 15, 80  # letters of a line worth looking for, and of all such lines


def find_article(root: Element, markup: str, url: str, title: str = "") -> Element:
    """Return the element of *root* that holds the article and little else.

    Args:
        markup: the whole page as it came, for trafilatura; only looked at when no known mark is found.
        title: of the article, which a page of two sentences is known by.
    """
    lengths = text_lengths(root)
    ranked = _by_marks(root, lengths)
    if ranked is not None and ranked[0] <= _SURE_RANKS and lengths[ranked[1]] >= _ENOUGH:
        return ranked[1]
    judged = _by_judgement(root, markup, url)
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


def _by_marks(root: Element, lengths: dict[Element, int]) -> tuple[int, Element] | None:
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
    rank, _, element = max(marked, key=lambda mark: mark[1])
    parent = element.getparent()
    if rank < _SURE_RANKS and parent is not None and sum(mark[2].getparent() is parent for mark in marked) > 1:
        return rank, parent  # intro and rest stand side by side
    return rank, element


def _by_judgement(root: Element, markup: str, url: str) -> Element | None:
    """Let trafilatura say which sentences belong to the article, and return the smallest element that holds most of them."""
    judged = [line for line in re.split(r"\s*(?:\n|(?<!\\)\|)\s*", _judged_text(markup, url)) if _FULL_STOP.search(line)]
    lines = {squeezed for squeezed in map(_squeeze, sorted(judged, key=len)[-_SAMPLE:]) if len(squeezed) >= _SENTENCE}
    total = _weight(root, lines)
    if total < _SENTENCES:
        return None
    at = root
    while True:
        inner = next((child for child in at if _weight(child, lines) >= _MOST * total), None)
        if inner is None or inner.tag in ("p", "li", "font", "span"):
            return at
        at = inner


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
