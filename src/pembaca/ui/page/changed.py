"""The marks of what a source changed: a tint under words, a bar beside their lines, a format for screen readers. Paints only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from pembaca.ui.page.light import changed_bar, line_boxes, paint_changed

if TYPE_CHECKING:
    from pembaca.document import TextSpan
    from pembaca.ui.look import Look
    from pembaca.ui.page.place_map import PlaceMap

Range = tuple[int, int]


class Changed:
    """The changed passages of one page. ``spans`` are code points of the text, so that they outlive a page written anew."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.spans: tuple[TextSpan, ...] = ()
        self._ranges: tuple[Range, ...] = ()

    def put_on(self, document: QTextDocument, places: PlaceMap) -> None:
        """Find the passages on a page, and give their letters a background that nobody sees and screen readers can tell."""
        self._ranges = tuple((places.position_of(span.start), places.position_of(span.end)) for span in self.spans)
        if not self._ranges:
            return
        soft = QColor(self._look.colours.accent_soft)
        soft.setAlpha(0)
        self._format(document, QBrush(soft))

    def take_off(self, document: QTextDocument) -> None:
        """Forget the passages."""
        self._format(document, QBrush(Qt.BrushStyle.NoBrush))
        self.spans = self._ranges = ()

    def paint(self, painter: QPainter, document: QTextDocument, text_left: float, width: float, seen: Range) -> None:
        """Paint those of *seen* positions, under light and finds. The painter stands at the document's origin."""
        for start, end in self._ranges:
            if start >= seen[1] or end <= seen[0]:
                continue
            boxes = line_boxes(document, max(start, seen[0]), min(end, seen[1]))
            if boxes:
                has_line = not _is_whole(document, start, end)
                paint_changed(painter, self._look, boxes, width, has_line=has_line)
                painter.fillRect(changed_bar(self._look, boxes, text_left), self._look.colours.accent)

    def _format(self, document: QTextDocument, brush: QBrush) -> None:
        letters = QTextCharFormat()
        letters.setBackground(brush)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for start, end in self._ranges:
            block = document.findBlock(start)
            while block.isValid() and block.position() < end:  # never the ends of blocks: in tables they hold the cell's own
                cursor.setPosition(max(start, block.position()))
                cursor.setPosition(min(end, _end(block)), QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(letters)
                block = block.next()
        cursor.endEditBlock()


def _end(block: QTextBlock) -> int:
    return block.position() + block.length() - 1


def _is_whole(document: QTextDocument, start: int, end: int) -> bool:
    """Say whether whole paragraphs are marked; a cell is always beside others."""
    first, last = document.findBlock(start), document.findBlock(end)
    return start == first.position() and end == _end(last) and QTextCursor(first).currentTable() is None
