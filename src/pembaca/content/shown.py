"""Find the date that a page shows with its article, where its head declares none. Pure; takes no date out of the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from pembaca.content.junk import kind_of
from pembaca.content.tree import BLOCKS, Element, classes, elements, text_lengths, text_of
from pembaca.dates import parse_date

_DATE_CLASSES: Final = re.compile(r"date|tanggal|tgl|publi[cs]|create|time|waktu|posted|submitted|meta")
_OTHER_CLASSES: Final = re.compile(r"modif|update|edited|sidebar|related|terkait|event|agenda|acara|deadline|countdown")
_TITLES: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "b", "strong"})
_LINES: Final = ("div", "span", "font", "p", "td", "big")
_RUNNING: Final = frozenset({"p", "li", "td", "th", "dd", "blockquote", "figcaption", "pre"})
_SHORT, _LINE, _TEXT = 60, 200, 80  # characters: no more than a date; a line with a date in it; from here on a sentence
_DIGIT: Final = re.compile(r"\d")
_SENTENCE: Final = re.compile(r"[.!?…:][\"”’)\]]*$")


@dataclass(frozen=True, slots=True)
class _Date:
    """A date found: whether the page calls it one, and whether it stands below the title, within the text, in the article."""

    element: Element
    date: datetime
    is_called: bool
    is_below: bool
    is_within: bool
    is_running: bool
    is_bare: bool = False  # text between two breaks, not an element's own; ``element`` is what stands before it


def shown_date(root: Element, title: str, article: Element) -> datetime | None:
    """Return the date between title and text; else one that is called so: the nearest above the title, or at the article's end.

    Dates in the text, in its lists and tables, are what the article is about.
    """
    dates = tuple(_dates(root, title, article))
    head = [
        date
        for date in dates
        if date.is_below and not date.is_within and (date.is_called or not _is_of_an_agenda(date, dates, article))
    ]
    above = [date for date in dates if date.is_called and not date.is_below]
    end = [date for date in dates if date.is_called and date.is_within and not date.is_running]
    called = [date for date in head if date.is_called]
    if not any(date.is_below for date in dates):  # the title stands nowhere, or nothing below it
        above = above[:1] if not _titles(root, _squeeze(title)) else above
    for found in (called[:1], above[-1:] if not head else head[:1], end[:1]):
        if found:
            return found[0].date
    return None


def _dates(root: Element, title: str, article: Element) -> Iterator[_Date]:
    lengths = text_lengths(root)
    squeezed = _squeeze(title)
    inside = set(article.iter())
    around = article.getparent()
    near = set(around.iter()) if around is not None else inside
    titles = _titles(root, squeezed)
    is_below = is_within = False
    for element in elements(root):
        if lengths[element] >= _LINE and (is_within or not is_below or any(child.tag in BLOCKS for child in element)):
            continue
        text = text_of(element)
        if not is_within and is_below and _is_text(element, text):
            is_within = True
        if element in titles:
            is_below, is_within = True, False
        bare = " ".join((element.tail or "").split()) if is_below and not is_within and element is not root else ""
        if _is_bare_date(bare):
            found = parse_date(bare)
            if found is not None:
                yield _Date(element, found, False, True, False, False, is_bare=True)
        is_within = is_within or len(bare) >= max(_TEXT, _LINE if kind_of(bare or "-") == "meta" else 0)
        if element in titles:
            continue
        is_called = element.tag == "time" or any(_DATE_CLASSES.search(name) for name in classes(element))
        is_short = is_below and (len(text) <= _SHORT or (not is_within and len(text) < _LINE and kind_of(text) == "meta"))
        if not (is_called or is_short) or (is_within and element not in near):
            continue
        found = _date_of(element, text)
        if found is not None and not _is_other(element):
            yield _Date(element, found, is_called, is_below, is_within, is_within and _is_running(element, inside, is_called))


def _is_of_an_agenda(date: _Date, dates: tuple[_Date, ...], article: Element) -> bool:
    """Whether dates of the same make stand in the text: then this is the first of them, not the article's."""
    element = date.element
    if date.is_bare:
        return sum(other.is_bare and other.element.getparent() is element.getparent() for other in dates) > 1
    is_item = element.tag in ("li", "td")
    alike = (other.element for other in dates if other.is_within and other.element.tag == element.tag)
    return any(article in other.iterancestors() and (not is_item or other.getparent() is element.getparent()) for other in alike)


def _is_bare_date(text: str) -> bool:
    """Whether a line that is no element's own is a date, perhaps with a counter or a name: never a date in a sentence."""
    return 5 < len(text) < _LINE and bool(_DIGIT.search(text)) and kind_of(text) in ("date", "meta", "posted")


def _titles(root: Element, squeezed: str) -> set[Element]:
    """Return what says the title: headings and bold print, else any line that says nothing more."""
    if not squeezed:
        return set()
    printed = {element for element in root.iter(*_TITLES) if _squeeze(text_of(element)) == squeezed}
    if printed:
        return printed
    lengths, longest = text_lengths(root), 2 * len(squeezed) + _SHORT
    lines = (element for element in root.iter(*_LINES) if 0 < lengths[element] <= longest)
    return {line for line in lines if not any(child.tag in BLOCKS for child in line) and _squeeze(text_of(line)) == squeezed}


def _date_of(element: Element, text: str) -> datetime | None:
    """Return the date that *element* says, unless it only holds an element that says it better."""
    found = parse_date(element.get("datetime", "")) if element.tag == "time" else None
    if found is not None or not _DIGIT.search(text) or not 5 < len(text) < _LINE:
        return found
    return parse_date(text) if next(element.iterdescendants("time"), None) is None else None


def _is_text(element: Element, text: str) -> bool:
    """Whether the article's text has begun: a sentence, or a list, table or quote."""
    if element.tag in ("li", "td", "blockquote"):
        return bool(_SENTENCE.search(text)) or len(text) >= _TEXT
    if any(child.tag in BLOCKS for child in element):
        return False
    return len(text) >= _TEXT or (element.tag == "p" and bool(_SENTENCE.search(text)) and text.count(" ") > 2)


def _is_running(element: Element, inside: set[Element], is_called: bool) -> bool:
    """Whether the date stands in the running text of the article; a paragraph of its own that is called a date does not."""
    around = element.iterancestors() if is_called and element.tag == "p" else (element, *element.iterancestors())
    return any(parent.tag in _RUNNING for parent in around if parent in inside)


def _is_other(element: Element) -> bool:
    return any(_OTHER_CLASSES.search(name) for name in classes(element))


def _squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
