"""Whose the key Escape is: while something is read aloud it silences that, wherever the focus is. Silences nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_READING = "isReading"


def note_reading(window: QWidget, is_reading: bool) -> None:
    """Tell the controls of *window* that something is being read aloud, or no longer."""
    window.setProperty(_READING, is_reading)


def is_own_escape(control: QWidget, event: QKeyEvent) -> bool:
    """Whether *event* is an Escape that *control* may answer, because the window's voice is silent."""
    is_plain = event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier
    return is_plain and not control.window().property(_READING)
