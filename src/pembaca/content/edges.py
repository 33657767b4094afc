"""Decide which lines are the site's and not the author's: by links and by what stands around them, never by words alone. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import groupby
from typing import Final

import msgspec

from pembaca.content.codes import without_codes
from pembaca.content.credit import is_credit
from pembaca.content.junk import RELATED, Kind, is_linked, kind_of, leads_out, names_another, shares
from pembaca.content.labels import LABELS, label_of
from pembaca.content.rich import RichText
from pembaca.dates import parse_date
from pembaca.document import Block, Heading, Image, ListItem, Paragraph, Quote

_Text = Heading | Paragraph | ListItem | Quote
_ENDED: Final = re.compile(r"(?<![.\s])[.!?…][\"”’')\]]*$")
_OPEN: Final = re.compile(r"[:：]\s*$")
_LABEL: Final = re.compile(r"[^\W\d_][\w ./&-]{1,40}\s*[:：]\s*\S")
_WRITER: Final = re.compile(
    r"(?:penulis|editor|redaktur|redaksi|reporter|pewarta|foto|fotografer|oleh|sumber|admin|humas)\b", re.IGNORECASE
)
_TIME: Final = re.compile(r"\d[.:]\d\d(?!\d)")
_AGENDA: Final = timedelta(days=366)
_AHEAD: Final = 200  # lines in which the second day of an agenda is looked for
_SENTENCE: Final = 3  # words of the shortest sentence
_LONG: Final = 60  # characters; a line as long is text, with a full stop or without, and names no list
_FOOT: Final = 6  # lines below the copyright line, at most
_COPYRIGHT: Final = re.compile(r"\W*(?:copyright|hak cipta|©|\(c\))", re.IGNORECASE)
_STAYS_ENDED: Final = frozenset({"out", "way", "counter", "label", "posted", "date", "frame", "meta"})


class _Line(msgspec.Struct, frozen=True):
    """A block with what it looks like; ``kind`` is None for what only an author writes, pictures and tables too."""

    block: Block
    kind: Kind | None = None
    is_linked: bool = False
    is_related: bool = False

    @property
    def is_text(self) -> bool:
        """Whether this is a sentence or a stretch of data: what makes an article."""
        if self.kind is not None or self.is_linked or self.is_related or isinstance(self.block, Heading | Image):
            return False
        text = self.block.text
        return not isinstance(self.block, _Text) or len(text) >= _LONG or ends_sentence(text) or bool(_OPEN.search(text))

    @property
    def is_label(self) -> bool:
        """Whether this is one line of a sheet of facts, like "Tarif: gratis"."""
        return (
            self.kind is None
            and isinstance(self.block, _Text)
            and bool(_LABEL.match(self.block.text))
            and not _WRITER.match(self.block.text)
        )


def without_side_lines(blocks: Iterable[Block], published: datetime | None = None) -> tuple[Block, ...]:
    """Return the blocks without the lines that a site puts before, after and between an author's.

    Between two pieces of text only what is linked as a whole goes ("Baca juga: …"), and what no person writes. Before
    the first and after the last also counters, labels, dates and buttons go, unless they end as a sentence or belong to
    what stands there: a list of dates, a sheet of facts, what a colon announces.

    Args:
        published: a line above the text that is this date says nothing new.
    """
    cleaned = tuple(_without_codes(blocks))
    kinds = tuple(kind_of(block.text) if isinstance(block, _Text) else None for block in cleaned)
    if not any(kinds) and not any(
        isinstance(block, _Text) and len(block.text) <= _LONG and RELATED.match(block.text) for block in cleaned
    ):
        return cleaned
    lines = tuple(_line(block, kind) for block, kind in zip(cleaned, kinds, strict=True))
    lines = tuple(_without_foot(tuple(_without_related(lines))))
    lines = tuple(line for line in lines if not _goes_anywhere(line))
    return tuple(line.block for line in _Edges(lines, published).kept())


def ends_sentence(text: str) -> bool:
    """Whether the line ends as a sentence of some words does."""
    return bool(_ENDED.search(text)) and text.count(" ") >= _SENTENCE - 1


def _has_file(block: Block) -> bool:
    return isinstance(block, _Text) and any(label_of(link.url) for link in block.links)


def _links(block: Block) -> bool:
    return isinstance(block, _Text) and bool(block.links)


def _has_time(line: _Line) -> bool:
    return bool(_TIME.search(line.block.text))


def _line(block: Block, kind: Kind | None) -> _Line:
    if not isinstance(block, _Text):
        return _Line(block)
    rich = RichText(block.text, block.links)
    linked = bool(block.links) and is_linked(rich) and not block.text.startswith(LABELS)
    return _Line(block, kind, linked, RELATED.match(block.text) is not None)


def _without_codes(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if not isinstance(block, _Text):
            yield block
            continue
        rich = without_codes(RichText(block.text, block.links))
        if rich.text:
            yield block if rich.text is block.text else msgspec.structs.replace(block, text=rich.text, links=rich.links)


def _without_related(lines: tuple[_Line, ...]) -> Iterator[_Line]:
    """Drop "Berita terkait" with the links below it; with other text below it, or a list of facts, it stays."""
    is_below = False
    for line, following in zip(lines, _following(lines), strict=True):
        if line.is_related:
            is_below = following is not None and following.is_linked and following.kind != "date"
            if is_below or line.is_linked or following is None:
                continue
        elif is_below and (line.is_linked or line.kind == "date"):
            continue
        elif not isinstance(line.block, Image):
            is_below = False
        yield line


def _without_foot(lines: tuple[_Line, ...]) -> tuple[_Line, ...]:
    """Drop the address and the like that follow the site's copyright line at the very end; names and sentences stay."""
    for at in range(len(lines) - 1, max(0, len(lines) - 1 - _FOOT), -1):
        line = lines[at]
        if line.kind in ("machine", "frame") and _COPYRIGHT.match(line.block.text):
            below = [other for other in lines[at + 1 :] if other.kind is None]
            is_enclosed = lines[-1].kind is not None
            is_kept = any(_is_authors(other) or (other.is_label and not is_enclosed) for other in below)
            return lines if is_kept else lines[: at + 1] + tuple(other for other in lines[at + 1 :] if other.kind)
    return lines


def _is_authors(line: _Line) -> bool:
    block = line.block
    return not isinstance(block, Paragraph) or ends_sentence(block.text) or is_credit(block.text) or _has_file(block)


def _following(lines: tuple[_Line, ...]) -> list[_Line | None]:
    """Return for each line the next that is neither a picture nor the name of a list of other articles."""
    following: list[_Line | None] = []
    last: _Line | None = None
    for line in reversed(lines):
        following.append(last)
        last = last if isinstance(line.block, Image) or line.is_related else line
    return following[::-1]


def _goes_anywhere(line: _Line) -> bool:
    block = line.block
    if line.kind is None or not isinstance(block, _Text):
        return False
    if line.kind == "machine":
        return True
    rich = RichText(block.text, block.links)
    if line.kind in ("out", "label"):
        return leads_out(rich) or (line.is_linked and not any(label_of(link.url) for link in block.links))
    if line.kind == "share":
        return bool(block.links) and shares(rich)
    return line.is_linked and line.kind != "date"


def _mixed_lists(lines: tuple[_Line, ...]) -> frozenset[int]:
    """Return the indices of the items of lists that hold something else than side lines."""
    mixed: set[int] = set()
    for is_list, run in groupby(range(len(lines)), lambda index: isinstance(lines[index].block, ListItem)):
        items = tuple(run)
        if is_list and any(lines[index].kind in (None, "date") for index in items):
            mixed.update(items)
    return frozenset(mixed)


class _Edges:
    """What stands before the first and after the last piece of text."""

    def __init__(self, lines: tuple[_Line, ...], published: datetime | None) -> None:
        self._lines = lines
        texts = [index for index, line in enumerate(lines) if line.is_text]
        if not texts:
            texts = [index for index, line in enumerate(lines) if line.kind is None and isinstance(line.block, _Text)]
        self._first, self._last = (texts[0], texts[-1]) if texts else (0, len(lines))
        self._day = published.date() if published else None
        self._mixed = _mixed_lists(lines)

    def kept(self) -> Iterator[_Line]:
        """Give the lines that stay."""
        before: _Line | None = None  # the last that stayed
        for index, line in enumerate(self._lines):
            if line.kind and self._goes(index, line, before):
                continue
            before = before if isinstance(line.block, Image) else line
            yield line

    def _goes(self, index: int, line: _Line, before: _Line | None) -> bool:
        if self._first <= index <= self._last:
            return False
        if line.kind in _STAYS_ENDED and ends_sentence(line.block.text):
            return False
        if before is not None and before.kind is None and _OPEN.search(before.block.text):
            return False
        if line.kind in ("label", "out", "frame", "way") and self._is_announcing(index, line):
            return False
        if line.kind == "out" and (not names_another(line.block.text) or _has_file(line.block)):
            return False
        if line.kind == "label" and before is not None and before.is_label and not _links(line.block):
            return False
        return self._goes_above(index, line) if index < self._first else self._goes_below(index, line, before)

    def _is_announcing(self, index: int, line: _Line) -> bool:
        """Whether what comes next belongs to the line: more facts of a sheet, or what its colon announces."""
        following = self._lines[index + 1] if index + 1 < len(self._lines) else None
        if following is None or following.kind is not None:
            return False
        return following.is_label or bool(_OPEN.search(line.block.text))

    def _goes_above(self, index: int, line: _Line) -> bool:
        if line.kind == "date":
            return not self._is_of_an_agenda(index, line) and (not isinstance(line.block, Heading) or self._is_published(line))
        return not isinstance(line.block, Heading) or line.kind in ("counter", "share", "meta", "posted", "rating")

    def _goes_below(self, index: int, line: _Line, before: _Line | None) -> bool:
        if line.kind == "date":
            return isinstance(line.block, Paragraph) and self._is_published(line)
        if isinstance(line.block, ListItem) and self._is_of_a_list(index, before):
            return False
        return line.kind != "share" or not self._is_announced(before)

    def _is_of_an_agenda(self, index: int, line: _Line) -> bool:
        """Whether dates of the same make and the same time follow; the date of the page stands alone."""
        shown = parse_date(line.block.text)
        for other in self._lines[index + 1 : index + _AHEAD]:
            if other.kind != "date" or type(other.block) is not type(line.block) or _has_time(other) != _has_time(line):
                continue
            date = parse_date(other.block.text)
            if shown is None or (date is not None and abs(date - shown) < _AGENDA):
                return True
        return False

    def _is_published(self, line: _Line) -> bool:
        shown = parse_date(line.block.text)
        return shown is not None and shown.date() == self._day

    def _is_of_a_list(self, index: int, before: _Line | None) -> bool:
        """Whether the item's list holds something else than side lines, or stands below a heading of its own."""
        return index in self._mixed or self._is_announced(before)

    def _is_announced(self, before: _Line | None) -> bool:
        """Whether what stayed before is a heading, or an item that stayed below one."""
        if before is None or before.kind not in (None, "share"):
            return False
        return isinstance(before.block, Heading) or (before.kind == "share" and isinstance(before.block, ListItem))
