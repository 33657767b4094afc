"""The mark of the program and its name, as one label. Shows, decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from pembaca.ui.controls.words import draw_lines, line_height, text_width
from pembaca.ui.icons import draw_mark

if TYPE_CHECKING:
    from pembaca.ui.look import Look

_MARK = 40  # px at chrome base 20


class Brand(QLabel):
    """The mark and, if there is room, the name of the program. A label by role, so it is never a tab stop."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__("Pembaca", parent)
        self._look, self._has_word = look, True
        self.setTextFormat(Qt.TextFormat.PlainText)

    def width_for(self, has_word: bool) -> int:
        """Return the px needed, with or without the word."""
        word = self._look.scaled(12) + text_width(self.text(), self._look.font(self._look.tokens.chrome.wordmark, 800))
        return self._look.scaled(_MARK) + (word if has_word else 0)

    def show_word(self, has_word: bool) -> None:
        """Draw the word or leave it out; it can be heard in both cases."""
        self._has_word = has_word
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, mark = QPainter(self), self._look.scaled(_MARK)
        top = (self.height() - mark) / 2
        draw_mark(painter, QRectF(0, top, mark, mark), self._look.colours)
        if self._has_word:
            font = self._look.font(self._look.tokens.chrome.wordmark, 800)
            height = line_height(self._look, font)
            box = QRectF(mark + self._look.scaled(12), (self.height() - height) / 2, self.width(), height)
            draw_lines(painter, self._look, (self.text(),), font, self._look.colours.text, box)
