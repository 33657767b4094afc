"""A thin line that shows how far something is. Shown beside the same fact in words, so it has no name of its own."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from pembaca.ui.look import Look

_DASH: Final = 2.4  # heights


class ProgressLine(QWidget):
    """A line in ``accent`` on ``accent_soft``, *thickness* px high at chrome base 20; ``part`` is 0 to 1, or not known yet.

    Round where it stands alone, square where it runs from edge to edge of the window. It never moves by itself.
    """

    def __init__(self, look: Look, thickness: int = 6, parent: QWidget | None = None, *, is_round: bool = False) -> None:
        super().__init__(parent)
        self._look, self._thickness, self._part = look, thickness, 0.0
        self._is_round, self._is_unknown = is_round, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relook)

    @property
    def part(self) -> float:
        """How far it is, 0 to 1."""
        return self._part

    def set_part(self, part: float) -> None:
        """Show *part*, 0 to 1; anything outside is set to the nearer end."""
        part = max(0.0, min(1.0, part)) if part == part else 0.0
        if part != self._part:
            self._part = part
            self.update()

    def set_unknown(self, is_unknown: bool) -> None:
        """Show that something is going on and nobody knows how far it is: even dashes instead of a part."""
        if is_unknown != self._is_unknown:
            self._is_unknown = is_unknown
            self.update()

    def thickness(self) -> int:
        """Return its height in px; it grows with the chrome."""
        return self._look.scaled(self._thickness)

    def sizeHint(self) -> QSize:
        return QSize(0, self.thickness())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self.height() / 2
        if self._is_round:
            whole = QPainterPath()
            whole.addRoundedRect(QRectF(self.rect()), radius, radius)
            painter.setClipPath(whole)
        painter.fillRect(self.rect(), self._look.colours.accent_soft)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colours.accent)
        if self._is_unknown:
            dash = _DASH * self.height()
            for number in range(math.ceil(self.width() / (2 * dash))):
                painter.drawRoundedRect(QRectF(2 * dash * number, 0, dash, self.height()), radius, radius)
            return
        done = self._part * self.width()
        if done <= 0:
            return
        right = done + (2 * radius if done >= self.width() else 0)  # round only while there is something left
        painter.drawRoundedRect(QRectF(-2 * radius, 0, right + 2 * radius, self.height()), radius, radius)

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()
