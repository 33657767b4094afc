"""A wide button with a title and lines under it: one feed, one voice, one offer. It asks, decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pembaca.ui.controls.frame import draw_frame, draw_ring, frame_of
from pembaca.ui.controls.pressable import Pressable
from pembaca.ui.controls.words import draw_lines, line_height, wrap
from pembaca.ui.icons import IconName, draw_icon

if TYPE_CHECKING:
    from pembaca.ui.look import Look

_WIDTHS = 8  # for which a height is kept: one layout asks for the same dozens of times


class RowButton(Pressable):
    """A card with a sign, a title and lines under it; everything wraps, nothing is cut off."""

    def __init__(self, look: Look, *, icon: IconName | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._icon = look, icon
        self._title = ""
        self._notes: tuple[str, ...] = ()
        self._is_current = False
        self._heights: dict[tuple[int, int], int] = {}
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._relook)

    def show_row(
        self, title: str, notes: tuple[str, ...], *, spoken: str = "", icon: IconName | None = None, is_current: bool = False
    ) -> None:
        """Show a title and lines; *spoken* is said in their place, *is_current* marks the one in use."""
        self._title, self._notes = title, tuple(note for note in notes if note)
        self._icon, self._is_current = icon, is_current
        self.setAccessibleName(spoken or ", ".join((title, *self._notes)))
        self._heights.clear()
        self._relook()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        key = (width, self._look.revision)
        if key not in self._heights:
            if len(self._heights) > _WIDTHS:
                self._heights.clear()
            self._heights[key] = self._height(width)
        return self._heights[key]

    def _height(self, width: int) -> int:
        title, notes = self._lines(width)
        words = len(title) * line_height(self._look, self._title_font()) + len(notes) * line_height(self._look, self._note_font())
        least = max(self._look.scaled(self._look.tokens.control["button"]), self._look.tokens.control["target_min"])
        return max(least, words + 2 * self._look.space(10)) + 2 * self._look.ring_room_px

    def sizeHint(self) -> QSize:
        return QSize(self._look.scaled(360), self.heightForWidth(self._look.scaled(360)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.scaled(160), self._look.scaled(self._look.tokens.control["button"]))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, box = self._look.colours, frame_of(self, self._look)
        radius = self._look.tokens.radius["control"]
        is_lit = self._is_current or (self.isEnabled() and (self.isDown() or self.underMouse()))
        fill = colours.accent_soft if is_lit else colours.surface_raised if self.isEnabled() else None
        draw_frame(painter, box, radius, fill, colours.border, self._look.tokens.stroke["border"])
        if self._is_current:
            self._draw_bar(painter, box, radius)
        self._draw_words(painter, box)
        draw_ring(painter, self, self._look, radius)

    def _draw_bar(self, painter: QPainter, box: QRectF, radius: float) -> None:
        painter.save()
        outline = QPainterPath()
        outline.addRoundedRect(box, radius, radius)
        painter.setClipPath(outline)
        bar = QRectF(box.left(), box.top(), self._look.tokens.stroke["selected_bar"], box.height())
        painter.fillRect(bar, self._look.colours.accent)
        painter.restore()

    def _draw_words(self, painter: QPainter, box: QRectF) -> None:
        colours, (title, notes) = self._look.colours, self._lines(self.width())
        first, second = line_height(self._look, self._title_font()), line_height(self._look, self._note_font())
        top = box.center().y() - (len(title) * first + len(notes) * second) / 2
        left = box.left() + self._left()
        ink = colours.text if self.isEnabled() else colours.text_secondary
        if self._icon:
            side = self._icon_px()
            sign = QRectF(box.left() + self._look.space(16), top + (first - side) / 2, side, side)
            draw_icon(painter, self._icon, sign, ink)
        draw_lines(painter, self._look, title, self._title_font(), ink, QRectF(left, top, box.width(), 0))
        below = QRectF(left, top + len(title) * first, box.width(), 0)
        draw_lines(painter, self._look, notes, self._note_font(), colours.text_secondary, below)

    def _lines(self, width: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        inner = width - 2 * self._look.ring_room_px - self._left() - self._look.space(14)
        notes = [line for note in self._notes for line in wrap(note, self._note_font(), inner)]
        return wrap(self._title, self._title_font(), inner), tuple(notes)

    def _left(self) -> int:
        return self._look.space(16) + (self._icon_px() + self._look.space(12) if self._icon else 0)

    def _icon_px(self) -> int:
        return self._look.scaled(24)

    def _title_font(self) -> QFont:
        return self._look.font(1.0, 700)

    def _note_font(self) -> QFont:
        return self._look.font(self._look.tokens.chrome.small, 500)

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()
