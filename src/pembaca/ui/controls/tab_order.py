"""The order in which Tab visits parts that were made later than those around them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def insert_after(before: QWidget, widget: QWidget) -> None:
    """Let Tab reach what is in *widget* right after *before*."""
    for part in stops(widget):
        QWidget.setTabOrder(before, part)
        before = part


def insert_before(after: QWidget, widget: QWidget) -> None:
    """Let Tab reach what is in *widget* right before *after*."""
    before = after.previousInFocusChain()
    while before is not None and before is not after and before.focusPolicy() == Qt.FocusPolicy.NoFocus:
        before = before.previousInFocusChain()
    insert_after(before or after, widget)


def stops(widget: QWidget) -> list[QWidget]:
    """Return what takes the focus in *widget*, in the order of Tab, or at least the widget itself."""
    found = list[QWidget]()
    part = widget.nextInFocusChain()
    while part is not None and part is not widget and widget.isAncestorOf(part):
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus:
            found.append(part)
        part = part.nextInFocusChain()
    return found or [widget]
