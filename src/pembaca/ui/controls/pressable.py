"""A button that Space and Enter press, and that no window-wide shortcut robs of them. Draws nothing of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from pembaca.ui.controls.frame import PRESSING_KEYS, is_enter, takes_key

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent


class Pressable(QPushButton):
    """Base of the drawn buttons."""

    def event(self, event: QEvent) -> bool:
        return takes_key(event, PRESSING_KEYS) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)
