"""Write lines into a text document and keep count of where each stands. Knows formats, not articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QBrush, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from pembaca.document import Link
from pembaca.patterns import late
from pembaca.ui.page.place_map import PlaceMap
from pembaca.ui.page.stops import Stop
from pembaca.ui.utf16 import Utf16, for_qt, length

if TYPE_CHECKING:
    from pembaca.ui.page.style import PageStyle

_BREAKING: Final = late("[\r\u2028\u2029\ufdd0\ufdd1\ufffc\x00]")  # Qt would take these for structure


class Writer:
    """A pen on a document: begins blocks, puts text down, remembers pieces and stops."""

    def __init__(self, document: QTextDocument, style: PageStyle) -> None:
        self.cursor = QTextCursor(document)
        self.style = style
        self.places = PlaceMap()
        self.stops: list[Stop] = []
        self._is_fresh = True

    def begin(self, shape: QTextBlockFormat, letters: QTextCharFormat) -> None:
        """Go to a new block of that shape; the empty one that a new document or a table leaves behind is used first."""
        if self._is_fresh:
            self.cursor.setBlockFormat(shape)
            self.cursor.setBlockCharFormat(letters)
            self._is_fresh = False
        else:
            self.cursor.insertBlock(shape, letters)

    def text(self, text: str, letters: QTextCharFormat, offset: int | None, links: tuple[Link, ...] = ()) -> None:
        """Put one line down. *offset* is its place in ``Document.text``, None for furniture."""
        safe = _BREAKING.sub(" ", for_qt(text))
        counted = Utf16(safe)
        start = self.cursor.position()
        if offset is not None:
            self.places.add(offset, start, counted)
        done = 0
        for link in sorted(links, key=lambda link: link.start):
            first, last = max(done, link.start), min(len(safe), link.end)
            if first >= last:
                continue
            self.cursor.insertText(safe[done:first], letters)
            self.cursor.insertText(safe[first:last], self.linked(letters, link.url))
            position = start + counted.to_units(first)
            self.stops.append(Stop("link", position, start + counted.to_units(last), safe[first:last], url=link.url))
            done = last
        self.cursor.insertText(safe[done:], letters)

    def lines(
        self, text: str, shape: QTextBlockFormat, letters: QTextCharFormat, offset: int | None, links: tuple[Link, ...] = ()
    ) -> None:
        """Put text down that may hold line breaks: one block a line, no gap between them."""
        at = 0
        for nth, line in enumerate(text.split("\n")):
            if nth == 1:
                shape = QTextBlockFormat(shape)
                shape.setTopMargin(0)
            self.begin(shape, letters)
            self.text(line, letters, None if offset is None else offset + at, links_within(links, at, at + len(line)))
            at += len(line) + 1

    def stop(self, stop: Stop) -> None:
        """Remember a place to jump to."""
        self.stops.append(stop)

    def left_table(self) -> None:
        """Go on after a table, in the empty block that stands there."""
        self.cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_fresh = True

    def linked(self, letters: QTextCharFormat, url: str) -> QTextCharFormat:
        """Return *letters* as a link."""
        link = QTextCharFormat(letters)
        link.setAnchor(True)
        link.setAnchorHref(url)
        link.setForeground(QBrush(self.style.link))
        link.setFontUnderline(True)
        return link


def links_within(links: tuple[Link, ...], start: int, end: int) -> tuple[Link, ...]:
    """Return what *links* have between *start* and *end*, counted from *start*."""
    return tuple(
        Link(max(0, link.start - start), min(end, link.end) - start, link.url)
        for link in links
        if link.start < end and link.end > start
    )


def end_of(text: str, position: int) -> int:
    """Return the page's position after *text* that begins at *position*."""
    return position + length(text)
