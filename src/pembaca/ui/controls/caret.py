"""The style of fields: Fusion with a wider caret. Draws nothing else by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

if TYPE_CHECKING:
    from pembaca.ui.look import Look


class CaretStyle(QProxyStyle):
    """Fusion with a caret as wide as the page's: one of 1 px is lost to weak eyes."""

    def __init__(self, look: Look) -> None:
        super().__init__("Fusion")
        self._caret = int(look.tokens.stroke["caret"])

    def pixelMetric(self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None) -> int:
        if metric == QStyle.PixelMetric.PM_TextCursorWidth:
            return self._caret
        return super().pixelMetric(metric, option, widget)
