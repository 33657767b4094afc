"""What is lit on the page: the spoken sentence and word, and what was found. Keeps positions, paints under the letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from pembaca.ui.page.light import (
    LineBox,
    Shape,
    edge_px,
    line_boxes,
    paint_find,
    paint_sentence,
    paint_word,
    sentence_shape,
    word_rects,
)

if TYPE_CHECKING:
    from pembaca.ui.look import Look

Range = tuple[int, int]


class Lit:
    """The light of one page. Ranges are half-open positions; geometry is kept until ``forget``."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.sentence: Range | None = None
        self.word: Range | None = None
        self.finds: tuple[Range, ...] = ()
        self._shape: Shape | None = None
        self._sentence_boxes: list[LineBox] | None = None
        self._word_boxes: list[LineBox] | None = None

    def forget(self) -> None:
        """Forget geometry: the text stands elsewhere now."""
        self._shape = self._sentence_boxes = self._word_boxes = None

    def light(self, sentence: Range | None, word: Range | None) -> None:
        """Take over what is spoken now; a word outside the sentence is kept within it."""
        if sentence != self.sentence:
            self.sentence, self._shape, self._sentence_boxes = sentence, None, None
        if word != self.word:
            self.word, self._word_boxes = word, None

    def spoken_line(self, document: QTextDocument) -> LineBox | None:
        """Return the first line of the word, or of the sentence while no word is lit."""
        boxes = self._word(document) or self._sentence(document)
        return boxes[0] if boxes else None

    def bounds(self, document: QTextDocument, width: float) -> QRectF:
        """Return what the light covers, px of the document."""
        rect = QRectF(self._outline(document, width).bounds) if self._sentence(document) else QRectF()
        for box in self._word_rects(document, width):
            rect = rect.united(box)
        return rect

    def word_bounds(self, document: QTextDocument, width: float) -> QRectF:
        """Return what the word's boxes cover."""
        rect = QRectF()
        for box in self._word_rects(document, width):
            rect = rect.united(box)
        return rect

    def selections(self, document: QTextDocument) -> list[QTextEdit.ExtraSelection]:
        """Return the colours of the letters: before, word, after. They never overlap."""
        if self.sentence is None:
            return []
        colours, (start, end) = self._look.colours, self.sentence
        word = self.word or (end, end)
        low, high = max(start, min(word[0], end)), max(start, min(word[1], end))
        parts = (
            (start, low, colours.on_highlight_sentence),
            (low, high, colours.on_highlight_word),
            (high, end, colours.on_highlight_sentence),
        )
        return [_selection(document, first, last, colour) for first, last, colour in parts if first < last]

    def paint(self, painter: QPainter, document: QTextDocument, width: float, seen: Range) -> None:
        """Paint the light; *seen* are the positions on screen. The painter stands at the document's origin."""
        if self._sentence(document):
            paint_sentence(painter, self._look, self._outline(document, width))
        for start, end in self.finds:
            if start < seen[1] and end > seen[0]:
                for box in line_boxes(document, start, end):
                    paint_find(painter, self._look, box, width)
        boxes = self._word(document)
        if boxes:
            paint_word(painter, self._look, self._word_rects(document, width), boxes[0].em)

    def _sentence(self, document: QTextDocument) -> list[LineBox]:
        if self._sentence_boxes is None:
            self._sentence_boxes = line_boxes(document, *self.sentence) if self.sentence else []
        return self._sentence_boxes

    def _word(self, document: QTextDocument) -> list[LineBox]:
        if self._word_boxes is None:
            self._word_boxes = line_boxes(document, *self.word) if self.word and self.sentence else []
        return self._word_boxes

    def _outline(self, document: QTextDocument, width: float) -> Shape:
        if self._shape is None:
            shape = self._look.tokens.sentence_light
            self._shape = sentence_shape(self._sentence(document), shape, edge_px(self._look), width)
        return self._shape

    def _word_rects(self, document: QTextDocument, width: float) -> list[QRectF]:
        return word_rects(self._word(document), self._look.tokens.word_light, width)


def _selection(document: QTextDocument, start: int, end: int, colour: QColor) -> QTextEdit.ExtraSelection:
    letters = QTextCharFormat()
    letters.setForeground(QBrush(colour))
    letters.setBackground(QBrush(QColor(0, 0, 0, 0)))  # without it Qt skips a selection that touches another
    selection = QTextEdit.ExtraSelection()
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    selection.cursor = cursor
    selection.format = letters
    return selection
