"""Boxes that place their children and draw nothing: rows that wrap, columns that become fewer. No decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent

_WIDTHS = 8  # asked for while a window is being made wider are many; the last ones are asked for again


class Placed(QWidget):
    """Children in order under each other, unless a subclass places them; a height that follows from the width."""

    def __init__(self, gap: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._children: list[QWidget] = []
        self._places: dict[int, list[QRect]] = {}  # by width: one layout asks for the same dozens of times
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hold(self, children: Sequence[QWidget]) -> None:
        """Hold these children, in this order; any held before and not among them is hidden, not deleted."""
        for child in self._children:
            if child not in children:
                child.hide()
        self._children = list(children)
        for child in children:
            if child.parentWidget() is not self:
                child.setParent(self)
            child.show()
        self._replace()

    def parts(self) -> tuple[QWidget, ...]:
        """Return what it holds, in order."""
        return tuple(self._children)

    def set_gap(self, gap: int) -> None:
        """Set the px between children."""
        self._gap = gap
        self._replace()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        boxes = self._known_boxes(width)
        return max((box.bottom() + 1 for box in boxes), default=0)

    def sizeHint(self) -> QSize:
        hints = [child.sizeHint() for child in self._children]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSizeHint(self) -> QSize:
        widths = (child.minimumSizeHint().width() for child in self._children)
        return QSize(max(widths, default=0), min(self.sizeHint().height(), 48))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        # what children asked for while this was hidden has reached nobody
        self._replace()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._replace()
        return super().event(event)

    def _replace(self) -> None:
        self._places.clear()
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        for child, box in zip(self._children, self._known_boxes(self.width()), strict=True):
            child.setGeometry(box)

    def _known_boxes(self, width: int) -> list[QRect]:
        if width not in self._places:
            if len(self._places) > _WIDTHS:
                self._places.clear()
            self._places[width] = self._boxes(width)
        return self._places[width]

    def _boxes(self, width: int) -> list[QRect]:
        boxes: list[QRect] = []
        y = 0
        for child in self._children:
            boxes.append(QRect(0, y, width, self._child_height(child, width)))
            y += boxes[-1].height() + self._gap
        return boxes

    def _child_height(self, child: QWidget, width: int) -> int:
        return child.heightForWidth(width) if child.hasHeightForWidth() else child.sizeHint().height()


class Flow(Placed):
    """Children beside each other, each as wide as it wants; the next row when the row is full."""

    def _boxes(self, width: int) -> list[QRect]:
        boxes: list[QRect] = []
        x = y = row = 0
        for child in self._children:
            wanted = min(child.sizeHint().width(), width)
            if x > 0 and x + wanted > width:
                x, y, row = 0, y + row + self._gap, 0
            height = self._child_height(child, wanted)
            boxes.append(QRect(x, y, wanted, height))
            x, row = x + wanted + self._gap, max(row, height)
        return boxes


class Grid(Placed):
    """Children in equal columns, as many as fit, at most *columns*."""

    def __init__(self, columns: int, gap: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(gap, parent)
        self._most = columns

    def columns(self, width: int) -> int:
        """Return how many columns there are at *width*."""
        least = max((child.minimumSizeHint().width() for child in self._children), default=1)
        for count in range(self._most, 1, -1):
            if count * least + (count - 1) * self._gap <= width:
                return count
        return 1

    def _boxes(self, width: int) -> list[QRect]:
        count = self.columns(width)
        edges = [round(number * (width + self._gap) / count) for number in range(count + 1)]
        boxes: list[QRect] = []
        y = 0
        for start in range(0, len(self._children), count):
            row = self._children[start : start + count]
            widths = [edges[place + 1] - edges[place] - self._gap for place in range(len(row))]
            height = max(self._child_height(child, size) for child, size in zip(row, widths, strict=True))
            boxes += [QRect(edges[place], y, size, height) for place, size in enumerate(widths)]
            y += height + self._gap
        return boxes


class Column(Placed):
    """Children under each other, each as wide as the column."""


class Ends(Placed):
    """Two children, one at the left, one at the right; the second goes under the first when they do not fit.

    With *is_first_wide* the first takes all that the second leaves, and is content with the px of ``set_least``.
    """

    def __init__(self, *, is_first_wide: bool = False) -> None:
        super().__init__()
        self._is_first_wide, self._least = is_first_wide, 0

    def set_least(self, px: int) -> None:
        """Set how narrow the first may become before the second goes under it."""
        self._least = px
        self._replace()

    def _boxes(self, width: int) -> list[QRect]:
        if len(self._children) != 2:
            return [QRect(0, 0, width, self._child_height(child, width)) for child in self._children]
        first, second = self._children
        wanted = min(second.sizeHint().width(), width)
        left = width - wanted - self._gap
        least = max(self._least, first.minimumSizeHint().width()) if self._is_first_wide else first.sizeHint().width()
        if least > left:
            top = self._child_height(first, width)
            return [QRect(0, 0, width, top), QRect(0, top + self._gap, wanted, self._child_height(second, wanted))]
        heights = self._child_height(first, left), self._child_height(second, wanted)
        row = max(heights)
        return [
            QRect(0, (row - heights[0]) // 2, left, heights[0]),
            QRect(width - wanted, (row - heights[1]) // 2, wanted, heights[1]),
        ]


class Between(Placed):
    """Three children: at the left, between the others, at the right; if narrow, the middle one above the others."""

    def _boxes(self, width: int) -> list[QRect]:
        if len(self._children) != 3:
            return [QRect() for _child in self._children]
        first, second, third = hints = [child.sizeHint() for child in self._children]
        if first.width() + second.width() + third.width() + 2 * self._gap > width:
            return self._narrow_boxes(width, hints)
        row = max(hint.height() for hint in hints)
        middle = QRect(first.width(), (row - second.height()) // 2, width - first.width() - third.width(), second.height())
        return [QRect(0, 0, first.width(), row), middle, QRect(width - third.width(), 0, third.width(), row)]

    def _narrow_boxes(self, width: int, hints: list[QSize]) -> list[QRect]:
        first, second, third = hints
        y = second.height() + self._gap
        is_beside = first.width() + third.width() + self._gap <= width
        last = QRect(width - third.width(), y, third.width(), third.height())
        if not is_beside:
            last.moveTo(0, y + first.height() + self._gap)
        return [QRect(0, y, min(first.width(), width), first.height()), QRect(0, 0, width, second.height()), last]
