"""What tests of the controls share: is anything cut off, does everything have a name, is the ring there."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QRadioButton, QScrollArea, QWidget

from pembaca.ui.controls.button import Button
from pembaca.ui.controls.choice import Choice
from pembaca.ui.controls.row import RowButton
from pembaca.ui.controls.words import TwoLines, Words
from pembaca.ui.look import Look

CONTROLS = (QPushButton, QRadioButton, QLineEdit)


def show(qtbot: Any, widget: QWidget, width: int, height: int) -> None:
    """Show *widget* in that size and let its layouts settle."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    settle(widget)


def settle(widget: QWidget) -> None:
    """Wait until posted layout requests have been carried out."""
    for _ in range(4):
        QApplication.processEvents()
    assert widget.isVisible()


def controls(widget: QWidget) -> list[QWidget]:
    """Return the visible controls inside *widget*."""
    return [child for child in widget.findChildren(QWidget) if isinstance(child, CONTROLS) and child.isVisible()]


def cut_off(widget: QWidget) -> list[str]:
    """Return what is not wholly seen inside *widget*, or lies on something else; empty if all is well."""
    faults = []
    shown = [child for child in widget.findChildren(QWidget) if child.isVisible()]
    for child in shown:
        if not _holds_its_words(child):
            faults.append(f"words of {_label(child)} at {child.geometry()}")
        box = QRect(child.mapTo(widget, child.rect().topLeft()), child.size())
        scrolled = any(isinstance(parent, QScrollArea) for parent in _parents(child, widget))
        is_inside = box.left() >= 0 and box.right() <= widget.width() if scrolled else widget.rect().contains(box)
        if isinstance(child, (*CONTROLS, Words, TwoLines)) and not is_inside:
            faults.append(f"edges of {_label(child)}: {box} in {widget.rect()}")
    faults += _overlaps(shown)
    return faults


def _overlaps(shown: list[QWidget]) -> list[str]:
    pairs = combinations([child for child in shown if isinstance(child, (*CONTROLS, Words, TwoLines))], 2)
    return [
        f"{_label(one)} on {_label(other)}"
        for one, other in pairs
        if one.parentWidget() is other.parentWidget() and _frame(one).intersects(_frame(other))
    ]


def name_faults(widget: QWidget) -> list[str]:
    """Return controls without a name, and names that two controls beside each other share."""
    names = []
    for child in controls(widget):
        interface = QAccessible.queryAccessibleInterface(child)
        names.append((interface.text(QAccessible.Text.Name), child.metaObject().className()))
    return [f"no name: {kind}" for name, kind in names if not name.strip()] + [
        f"twice: {name}" for name in {name for name, _kind in names} if [other for other, _kind in names].count(name) > 1
    ]


def role(widget: QWidget) -> QAccessible.Role:
    """Return the role a screen reader is told."""
    return QAccessible.queryAccessibleInterface(widget).role()


def press(widget: QWidget, key: Qt.Key) -> None:
    """Give *widget* the focus and press *key*."""
    widget.setFocus()
    QTest.keyClick(widget, key)


def ring_pixels(widget: QWidget, look: Look) -> int:
    """Count the pixels of *widget*, as grabbed now, that have the colour of the focus ring."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = QColor(look.colours.focus).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def _holds_its_words(child: QWidget) -> bool:
    width, height = child.width(), child.height()
    if isinstance(child, TwoLines):
        first, _break, second = child.text().partition("\n")
        return width >= child.width_of(first, second) and height >= child.block_height()
    if isinstance(child, (Words, RowButton, Choice)):
        return height >= child.heightForWidth(width) and width >= child.minimumSizeHint().width()
    if isinstance(child, Button):
        return height >= child.heightForWidth(width) and width >= child.minimumSizeHint().width()
    return not isinstance(child, QLineEdit) or width >= child.minimumSizeHint().width()


def _parents(child: QWidget, top: QWidget) -> list[QWidget]:
    parents = []
    parent = child.parentWidget()
    while parent is not None and parent is not top:
        parents.append(parent)
        parent = parent.parentWidget()
    return parents


def _frame(child: QWidget) -> QRect:
    room = 7 if isinstance(child, CONTROLS) else 0
    return child.geometry().adjusted(room, room, -room, -room)


def _label(child: QWidget) -> str:
    words = child.words() if isinstance(child, Button) else child.accessibleName() or getattr(child, "text", str)()
    return f"{type(child).__name__} {words!r}"
