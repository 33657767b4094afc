"""One line of text to write in, with its sign and its frame. Says what was written, decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from pembaca.ui.controls.escape import is_own_escape
from pembaca.ui.controls.frame import draw_frame, draw_ring, frame_of
from pembaca.ui.controls.words import text_width
from pembaca.ui.icons import IconName, draw_icon

if TYPE_CHECKING:
    from pembaca.ui.look import Look

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Field(QLineEdit):
    """A field with a frame, a ring, and a name that stays when something is written.

    Signals:
        submitted: Enter was pressed; carries the text.
        left: Escape was pressed, and nothing was being read aloud that it silences first.
        focus_lost: the focus is elsewhere now.
    """

    submitted = Signal(str)
    left = Signal()
    focus_lost = Signal()

    def __init__(self, look: Look, label: str, *, icon: IconName | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._icon, self._is_wrong = look, icon, False
        self.setFrame(False)
        self._has_caret = False
        self.setPlaceholderText(label)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self._dress()

    def show_wrong(self, sentence: str) -> None:
        """Say by frame and description that the text cannot be used ("" = it can)."""
        self._is_wrong = bool(sentence)
        self.setAccessibleDescription(sentence)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), self._frame_height() + 2 * self._look.ring_room_px)

    def minimumSizeHint(self) -> QSize:
        width = self._text_left() + text_width(self.placeholderText(), self._look.font()) + self._look.space(16)
        return QSize(width + self._look.ring_room_px + 8, self._frame_height() + 2 * self._look.ring_room_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, box = self._look.colours, frame_of(self, self._look)
        radius = self._look.tokens.radius["control"]
        edge = colours.danger if self._is_wrong else colours.border
        draw_frame(painter, box, radius, colours.surface_raised, edge, self._look.tokens.stroke["border"])
        if self._icon:
            side = self._look.scaled(self._look.tokens.icon["control"])
            left = box.left() + self._look.space(14)
            draw_icon(painter, self._icon, QRectF(left, box.center().y() - side / 2, side, side), colours.text_secondary)
        draw_ring(painter, self, self._look, radius)
        painter.end()
        super().paintEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in _PLAIN
            if is_enter or is_own_escape(self, event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_own_escape(self, event):
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit(self.text())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from pembaca.ui.controls.menu import show_standard_menu

        show_standard_menu(self._look, self.createStandardContextMenu(), self.accessibleName(), event.globalPos(), self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._widen_caret()
        from PySide6.QtGui import QAccessible  # not at the start: its lists of roles and events take some ms to make

        # Orca 43 stays silent at a field reached for the first time: caret news comes before the news of the focus
        is_active = QAccessible.isActive()
        if is_active:
            QAccessible.setActive(False)
        super().focusInEvent(event)
        if is_active:
            QAccessible.setActive(True)
        self.update()

    def _widen_caret(self) -> None:
        """Take a style with a caret like the page's, once a caret is to be seen: loading it costs the start 20 ms."""
        if not self._has_caret:
            from pembaca.ui.controls.caret import CaretStyle

            self._has_caret = True
            style = CaretStyle(self._look)
            style.setParent(self)  # it lives as long as the field
            self.setStyle(style)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.focus_lost.emit()

    def _frame_height(self) -> int:
        control = self._look.tokens.control
        return max(self._look.scaled(control["field"]), control["target_min"])

    def _text_left(self) -> int:
        icon = self._look.scaled(self._look.tokens.icon["control"]) + self._look.space(10) if self._icon else 0
        return self._look.ring_room_px + self._look.space(16) + icon

    def _dress(self) -> None:
        self.setFont(self._look.font())
        palette = QPalette(self._look.palette())
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        self.setPalette(palette)
        room = self._look.ring_room_px
        # QLineEdit keeps 2 px of its own beside the text
        self.setTextMargins(self._text_left() - 2, room, room + self._look.space(16) - 2, room)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.updateGeometry()
        self.update()
