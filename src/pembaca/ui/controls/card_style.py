"""A style for which all of a card is what is clicked. Draws nothing of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

_CLICKED = (QStyle.SubElement.SE_CheckBoxClickRect, QStyle.SubElement.SE_RadioButtonClickRect)


class CardStyle(QProxyStyle):
    """Fusion for which all of a card is what is clicked; assistive technology is told so too."""

    def subElementRect(self, part: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None) -> QRect:
        if part in _CLICKED and widget is not None:
            return widget.rect()
        return super().subElementRect(part, option, widget)  # type: ignore[arg-type]  # Qt itself passes None
