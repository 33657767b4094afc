"""A button that Space and Enter press, and that no window-wide shortcut robs of them. Draws nothing of its own."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from pembaca.ui.controls.frame import PRESSING_KEYS, is_enter, takes_key

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent


class _Keys(QObject):
    """Keeps the keys for the button that has the focus."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return takes_key(event, PRESSING_KEYS)


@cache
def _keys() -> _Keys:
    return _Keys()


class Pressable(QPushButton):
    """Base of the drawn buttons.

    Only while it has the focus are its events looked at: each that Python is shown costs some µs, and a window starts with
    hundreds of them.
    """

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.installEventFilter(_keys())
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.removeEventFilter(_keys())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)
