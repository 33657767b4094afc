"""What cards that are chosen or switched have in common: how they are named, sized and drawn. Decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy

from pembaca.ui.controls.card_style import CardStyle
from pembaca.ui.controls.frame import draw_frame

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QFont, QPainter
    from PySide6.QtWidgets import QAbstractButton

    from pembaca.ui.look import Look

_ON_EDGE: Final = 4  # LOOK: chosen is a frame of 4 px and a tick


def be_card(button: QAbstractButton, label: str, group: str) -> CardStyle:
    """Give a button a card's words, size and style; the style is returned to be held, for Qt does not hold it."""
    style = CardStyle("Fusion")
    button.setStyle(style)
    button.setText(label.replace("&", "&&"))
    button.setAccessibleName(f"{group}: {label}")
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    return style


def card_font(look: Look) -> QFont:
    """Return the typeface of a card's words."""
    return look.font(look.tokens.chrome.small, 600)


def edge_of(look: Look, *, is_on: bool) -> tuple[QColor, float]:
    """Return the colour and the width of a card's frame."""
    return (look.colours.accent, _ON_EDGE) if is_on else (look.colours.border, look.tokens.stroke["border"])


def draw_card(painter: QPainter, button: QAbstractButton, look: Look, box: QRectF, radius: float) -> None:
    """Draw an empty card."""
    is_lit = button.isChecked() or button.underMouse()
    filling = look.colours.accent_soft if is_lit else look.colours.surface_raised
    draw_frame(painter, box, radius, filling, *edge_of(look, is_on=button.isChecked()))
