"""What all hand-drawn controls share: the frame inside the widget, the ring outside the frame, the keys. No control itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pembaca.ui.look import Look

PRESSING_KEYS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select})
_PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


def frame_of(widget: QWidget, look: Look) -> QRectF:
    """Return the frame drawn inside *widget*: everything but the room for the ring."""
    room = look.ring_room_px
    return QRectF(widget.rect()).adjusted(room, room, -room, -room)


def draw_frame(painter: QPainter, box: QRectF, radius: float, fill: QColor | None, edge: QColor | None, width: float) -> None:
    """Draw a rounded box whose edge lies wholly inside *box*."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, radius, radius)
        return
    painter.setPen(QPen(edge, width))
    half = width / 2
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), max(0.0, radius - half), max(0.0, radius - half))


def draw_ring(painter: QPainter, widget: QWidget, look: Look, radius: float) -> None:
    """Draw the focus ring of *widget* outside its frame, if it has the focus."""
    if not widget.hasFocus():
        return
    ring, gap = look.focus_px, look.tokens.stroke["focus_gap"]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colours.focus, ring))
    box = QRectF(widget.rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
    painter.drawRoundedRect(box, radius + gap + ring / 2, radius + gap + ring / 2)


def takes_key(event: QEvent, keys: frozenset[Qt.Key]) -> bool:
    """Keep the unmodified *keys* from window-wide shortcuts while the control has the focus; True if this was one."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.key() not in keys or event.modifiers() not in _PLAIN:
        return False
    event.accept()
    return True


def is_enter(event: QKeyEvent) -> bool:
    """Tell whether Enter was pressed, once, without Ctrl, Alt or Shift."""
    is_key = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_key and event.modifiers() in _PLAIN and not event.isAutoRepeat()
