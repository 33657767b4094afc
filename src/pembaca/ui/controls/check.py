"""A card that is on or off, with a box and a tick beside its words. It decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from pembaca.ui.controls.card import be_card, card_font, draw_card
from pembaca.ui.controls.frame import PRESSING_KEYS, draw_frame, draw_ring, frame_of, is_enter, takes_key
from pembaca.ui.controls.words import draw_lines, line_height, widest_word, wrap
from pembaca.ui.icons import draw_icon

if TYPE_CHECKING:
    from pembaca.ui.look import Look


class Check(QCheckBox):
    """One card. ``value`` is what it stands for; ``clicked`` says that the person switched it."""

    def __init__(self, look: Look, value: str, label: str, group: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = value
        self._look, self._label = look, label
        self._card_style = be_card(self, label, group)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self._relook)

    def hitButton(self, pos: object) -> bool:
        return True

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), self.heightForWidth(self.minimumSizeHint().width()))

    def minimumSizeHint(self) -> QSize:
        room = 2 * self._look.ring_room_px
        return QSize(
            widest_word(self._label, self._font()) + self._before() + self._look.space(12) + room, self._height(1) + room
        )

    def heightForWidth(self, width: int) -> int:
        return self._height(len(self._lines(width))) + 2 * self._look.ring_room_px

    def event(self, event: QEvent) -> bool:
        return takes_key(event, PRESSING_KEYS) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box, radius = frame_of(self, self._look), self._look.tokens.radius["control"]
        colours = self._look.colours
        draw_card(painter, self, self._look, box, radius)
        side = self._side()
        square = QRectF(box.left() + self._look.space(12), box.center().y() - side / 2, side, side)
        draw_frame(painter, square, self._look.tokens.radius["mark"], colours.surface, colours.text, 2)
        if self.isChecked():
            draw_icon(painter, "tick", square.adjusted(2, 2, -2, -2), colours.accent)
        lines = self._lines(self.width())
        height = len(lines) * line_height(self._look, self._font())
        words = QRectF(box.left() + self._before(), box.center().y() - height / 2, box.width() - self._before(), height)
        draw_lines(painter, self._look, lines, self._font(), colours.text, words)
        draw_ring(painter, self, self._look, radius)

    def _font(self) -> QFont:
        return card_font(self._look)

    def _side(self) -> int:
        return self._look.scaled(28)

    def _before(self) -> int:
        return self._look.space(12) + self._side() + self._look.space(12)

    def _lines(self, width: int) -> tuple[str, ...]:
        inner = width - 2 * self._look.ring_room_px - self._before() - self._look.space(12)
        return wrap(self._label, self._font(), max(1, inner))

    def _height(self, lines: int) -> int:
        text = lines * line_height(self._look, self._font()) + self._look.space(16)
        return max(self._look.scaled(self._look.tokens.control["button"]), text)

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()
