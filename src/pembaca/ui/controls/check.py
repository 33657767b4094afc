"""A card that is on or off, with a box and a tick beside its words. It decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from pembaca.ui.controls.card_style import CardStyle
from pembaca.ui.controls.frame import PRESSING_KEYS, draw_frame, draw_ring, frame_of, is_enter, takes_key
from pembaca.ui.controls.words import draw_lines, line_height, widest_word, wrap
from pembaca.ui.icons import draw_icon

if TYPE_CHECKING:
    from pembaca.ui.look import Look

_ON_EDGE = 4  # LOOK: chosen is a frame of 4 px and a tick


class Check(QCheckBox):
    """One card. ``value`` is what it stands for; ``clicked`` says that the person switched it."""

    def __init__(self, look: Look, value: str, label: str, group: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = value
        self._look, self._label = look, label
        self._card_style = CardStyle("Fusion")  # Qt does not hold a widget's own style
        self.setStyle(self._card_style)
        self.setText(label.replace("&", "&&"))
        self.setAccessibleName(f"{group}: {label}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
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
        colours, stroke = self._look.colours, self._look.tokens.stroke["border"]
        edge, width = (colours.accent, _ON_EDGE) if self.isChecked() else (colours.border, stroke)
        is_lit = self.isChecked() or self.underMouse()
        draw_frame(painter, box, radius, colours.accent_soft if is_lit else colours.surface_raised, edge, width)
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
        return self._look.font(self._look.tokens.chrome.small, 600)

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
