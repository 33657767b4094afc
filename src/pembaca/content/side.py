"""Find what lies inside an article's element and is not the article: lists of other articles, the columns of a site's foot.

Pure but for a mark on the elements found; it goes by where they lie in the tree, never by words alone.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from itertools import islice, takewhile
from typing import Final

from pembaca.content.junk import RELATED, kind_of
from pembaca.content.tree import BLOCKS, SIDE, Element, elements, text_lengths, text_of

_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_NAMERS: Final = frozenset({*_HEADINGS, "p", "div", "span", "strong", "b", "header"})
_NAME, _CARD, _TITLE = 60, 600, 12  # characters: the longest name of a section, the longest card in it, its shortest title
_COLUMNS, _NEAR = 8, 12  # columns of a foot, and levels between them and what holds them all
_LARGE: Final = 0.5  # of the article's text; so much is not beside it
_SPANS: Final = 6  # of a line about the article
_FOOT: Final = re.compile(
    r"^(?:tentang kami|alamat(?: kantor| kami)?|kontak(?: kami)?|hubungi kami|media sosial|ikuti kami"
    r"|(?:link|tautan)(?: terkait| cepat)?"
    r"|peta situs|statistik pengunjung|jam (?:kerja|layanan|operasional)|navigasi"
    r"|about us|contact(?: us)?|follow us|quick links)\s*:?$",
    re.IGNORECASE,
)


def mark_side_parts(article: Element, *, has_foot: bool) -> None:
    """Mark what of *article* is no part of it, so that it is passed over.

    Args:
        has_foot: nothing says where the article ends, and so the site's foot may lie inside.
    """
    lengths = text_lengths(article)
    for name in [element for element in elements(article) if _is_name(element, lengths)]:
        _mark_cards(_outermost(name, article, lengths), lengths, _LARGE * lengths[article])
    if has_foot:
        foot = _foot(article, lengths)
        if foot is not None:
            foot.set(SIDE, "")


def part_meta_spans(article: Element) -> None:
    """Put a stroke between date, author and counter that stand side by side and only a style sheet keeps apart."""
    lengths = text_lengths(article)
    for line in article.iter("div", "p", "td", "li", "header"):
        spans = list(line) if lengths[line] <= _CARD else []
        if not 2 <= len(spans) <= _SPANS or (line.text or "").strip() or any((span.tail or "").strip() for span in spans):
            continue
        texts = [text_of(span) for span in spans if span.tag in ("span", "time", "a", "small", "font")]
        if len(texts) == len(spans) and all(texts) and kind_of(" | ".join(texts)) == "meta":
            for span in spans[:-1]:
                span.tail = " | "


def _is_name(element: Element, lengths: dict[Element, int]) -> bool:
    return element.tag in _NAMERS and 0 < lengths[element] <= _NAME and RELATED.match(text_of(element)) is not None


def _outermost(element: Element, article: Element, lengths: dict[Element, int]) -> Element:
    """Return the largest element that holds the same text and no more."""
    parent = element.getparent()
    while parent is not None and parent is not article and lengths.get(parent) == lengths[element]:
        element, parent = parent, parent.getparent()
    return element


def _mark_cards(name: Element, lengths: dict[Element, int], most: float) -> None:
    found = [box for box in _boxes(name, lengths) if lengths[box] <= most]
    for element in (name, *found) if found else ():
        element.set(SIDE, "")


def _boxes(name: Element, lengths: dict[Element, int]) -> Iterator[Element]:
    """Give the elements right after *name* that hold nothing but other articles."""
    for sibling in name.itersiblings():
        if lengths.get(sibling, 0) == 0:
            if (sibling.tail or "").strip():
                return
            continue
        if sibling.tag in ("p", "a", *_HEADINGS) or not (_is_card(sibling, lengths) or _holds_cards(sibling, lengths)):
            return
        yield sibling
        if (sibling.tail or "").strip():
            return


def _holds_cards(box: Element, lengths: dict[Element, int]) -> bool:
    inside = [child for child in box if lengths.get(child, 0)]
    while len(inside) == 1 and inside[0].tag not in ("a", "li"):
        inside = [child for child in inside[0] if lengths.get(child, 0)]
    return bool(inside) and all(_is_card(child, lengths) for child in inside)


def _is_card(card: Element, lengths: dict[Element, int]) -> bool:
    """Whether the element is one article's title, a link on a line of its own, with a sentence or two below it at most."""
    if lengths[card] > _CARD:
        return False
    if card.tag == "a":
        return card.get("href") is not None
    link = next((link for link in card.iter("a") if link.get("href") is not None and lengths.get(link, 0) >= _TITLE), None)
    if link is None:
        return False
    line = _outermost(link, card, lengths)
    after = line.getnext()
    is_own_line = line.tag in BLOCKS or after is None or after.tag in BLOCKS or after.tag == "br"
    return is_own_line and not (line.tail or "").strip()


def _foot(article: Element, lengths: dict[Element, int]) -> Element | None:
    """Return the element of the last columns, if each is named like one of a foot and no text is beside them."""
    headings = [element for element in article.iter(*_HEADINGS) if lengths[element]]
    named = list(takewhile(lambda heading: _FOOT.match(text_of(heading)), reversed(headings)))
    if not 2 <= len(named) <= _COLUMNS:
        return None
    held = Counter(parent for heading in headings for parent in (heading, *islice(heading.iterancestors(), _NEAR)))
    columns = [_column(heading, article, held) for heading in named]
    if any(column is None for column in columns):
        return None
    group = _common([column for column in columns if column is not None])
    parent = group.getparent() if group is not None else None
    if group is None or group is article or parent is None:
        return None
    is_whole = sum(lengths[column] for column in columns if column is not None) >= (1 - _LARGE) * lengths[group]
    beside = any(child.tag in ("p", *_HEADINGS) and lengths.get(child, 0) for child in parent) or (parent.text or "").strip()
    return group if is_whole and not beside and lengths[group] <= _LARGE * lengths[article] else None


def _column(heading: Element, article: Element, held: Mapping[Element, int]) -> Element | None:
    """Return the largest element around *heading* with no other heading; None if that is the heading alone."""
    around = takewhile(lambda parent: parent is not article and held[parent] == 1, heading.iterancestors())
    return next(iter(deque(around, maxlen=1)), None)


def _common(columns: list[Element]) -> Element | None:
    """Return the smallest element around all *columns*."""
    around = [set(islice(column.iterancestors(), _NEAR)) for column in columns]
    return next((parent for parent in columns[0].iterancestors() if all(parent in others for others in around)), None)
