"""Something to read that Tab reaches: a heading with lines under it. Said whole by a screen reader, decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from pembaca.ui.controls.frame import draw_ring
from pembaca.ui.controls.words import draw_lines, line_height, widest_word, wrap
from pembaca.viewmodel import Fact

if TYPE_CHECKING:
    from pembaca.ui.look import Look


class FactText(QLabel):
    """A fact. Who cannot see it hears it by Tab, as every other part of the window."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._fact = Fact("", ())
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._relook)

    def show_fact(self, fact: Fact) -> None:
        """Show a fact."""
        if fact != self._fact:
            self._fact = fact
            self.setText("\n".join((fact.label, *fact.lines)))
            self.setAccessibleName(f"{fact.label}: {' '.join(fact.lines)}")
            self._relook()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = sum(len(wrapped) for wrapped in self._wrapped(width))
        gaps = max(0, len(self._fact.lines) - 1) * self._gap()
        words = line_height(self._look, self._strong()) + lines * line_height(self._look, self._plain()) + gaps
        return words + self._look.space(4) + 2 * self._look.ring_room_px

    def sizeHint(self) -> QSize:
        return QSize(self._look.scaled(360), self.heightForWidth(self._look.scaled(360)))

    def minimumSizeHint(self) -> QSize:
        least = min(widest_word(self.text(), self._plain()), 8 * self._plain().pixelSize())
        return QSize(least + 2 * self._left(), line_height(self._look, self._strong()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, left, top = self._look.colours, self._left(), float(self._look.ring_room_px)
        strong, plain = self._strong(), self._plain()
        draw_lines(painter, self._look, (self._fact.label,), strong, colours.text, QRectF(left, top, self.width(), 0))
        top += line_height(self._look, strong) + self._look.space(4)
        for lines in self._wrapped(self.width()):
            draw_lines(painter, self._look, lines, plain, colours.text, QRectF(left, top, self.width(), 0))
            top += len(lines) * line_height(self._look, plain) + self._gap()
        draw_ring(painter, self, self._look, self._look.tokens.radius["control"])

    def _wrapped(self, width: int) -> list[tuple[str, ...]]:
        return [wrap(line, self._plain(), width - 2 * self._left()) for line in self._fact.lines]

    def _left(self) -> int:
        return self._look.ring_room_px + 4

    def _gap(self) -> int:
        return self._look.space(8)

    def _strong(self) -> QFont:
        return self._look.font(1.0, 700)

    def _plain(self) -> QFont:
        return self._look.font(1.0, 500)

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()
