"""Draw what lies at the paper's edges: its round corner, its line in flat themes, the focus ring. Pure drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

if TYPE_CHECKING:
    from pembaca.ui.look import Look


def paint_corner(painter: QPainter, look: Look, rect: QRectF) -> None:
    """Draw the desk in the top left corner of *rect*, and in flat themes a line along its top and left."""
    radius = look.tokens.radius["sheet"]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    desk = QPainterPath(QPointF(radius, 0))
    desk.arcTo(QRectF(0, 0, 2 * radius, 2 * radius), 90, 90)
    desk.lineTo(0, 0)
    desk.closeSubpath()
    painter.fillPath(desk, look.colours.background)
    if look.is_flat:
        line = look.tokens.stroke["region_line_flat"]
        edge = QPainterPath(QPointF(rect.right() + 1, line / 2))
        edge.lineTo(radius, line / 2)
        edge.arcTo(QRectF(line / 2, line / 2, 2 * radius - line, 2 * radius - line), 90, 90)
        edge.lineTo(line / 2, rect.bottom() + 1)
        painter.strokePath(edge, QPen(look.colours.border, line))


def paint_line(painter: QPainter, look: Look, rect: QRectF) -> None:
    """Draw the line along the top of *rect* that divides regions in flat themes."""
    if look.is_flat:
        painter.fillRect(
            QRectF(rect.left(), rect.top(), rect.width(), look.tokens.stroke["region_line_flat"]), look.colours.border
        )


def paint_ring(painter: QPainter, look: Look, rect: QRectF, radius: float) -> None:
    """Draw the focus ring just inside *rect*."""
    ring = look.focus_px
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colours.focus, ring))
    painter.drawRoundedRect(rect.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2), radius, radius)
