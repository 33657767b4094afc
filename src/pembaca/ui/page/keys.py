"""Which keys belong to the page while it has the focus; every other key goes on to the window's commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from pembaca.ui.page.stops import StopKind

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LETTERS: Final[dict[int, StopKind]] = {
    Qt.Key.Key_H.value: "heading",
    Qt.Key.Key_K.value: "link",
    Qt.Key.Key_L.value: "list",
    Qt.Key.Key_G.value: "image",
}
_PAGING: Final = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_MOVES: Final = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    *_PAGING,
)


def jump_of(event: QKeyEvent) -> StopKind | None:
    """Return what a plain letter (with Shift or without) jumps to, None for any other key."""
    return _LETTERS.get(int(event.key())) if _modifiers(event) in (_NONE, _SHIFT) else None


def is_back(event: QKeyEvent) -> bool:
    """Say whether Shift is held: the previous one is meant."""
    return bool(event.modifiers() & _SHIFT)


def is_enter(event: QKeyEvent) -> bool:
    """Say whether it is Enter alone."""
    return event.key() in _ENTER and _modifiers(event) == _NONE


def is_move(event: QKeyEvent) -> bool:
    """Say whether the key moves the caret or selects; with Ctrl, paging belongs to the window."""
    if event.key() not in _MOVES:
        return False
    modifiers = _modifiers(event)
    if modifiers & _CTRL and event.key() in _PAGING:
        return False
    return not modifiers & ~(_SHIFT | _CTRL)


def is_copying(event: QKeyEvent) -> bool:
    """Say whether it is "copy" or "select all"."""
    return event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.SelectAll)


def _modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~_KEYPAD
