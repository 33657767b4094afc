"""Find in the article: a field, how many there are, previous and next. Asks; the page finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from pembaca.i18n import tr
from pembaca.ui.controls.button import Button
from pembaca.ui.controls.field import Field
from pembaca.ui.controls.words import Words, line_height, text_width

if TYPE_CHECKING:
    from pembaca.ui.look import Look

_FIELD_LEAST, _FIELD_MOST = 200, 360  # at base 20
_MANY = 888

Boxes = dict[QWidget, QRect]  # frames, without the room for rings


class FindBar(QWidget):
    """A strip of the paper above the page while something is looked for in it.

    One row if it fits; else the field and *Tutup* above the rest. Its height does not depend on what was found.

    Signals:
        find_requested: the text, and whether forward.
        closed: the person is done.
    """

    find_requested = Signal(str, bool)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._margin = look, 24
        secondary = lambda: look.colours.text_secondary  # noqa: E731
        self.field = Field(look, tr("Cari di artikel ini"), icon="search", parent=self)
        self.count = Words(look, "", factor=look.tokens.chrome.small, colour=secondary, parent=self)
        self._previous = Button(look, tr("Sebelumnya"), icon="previous", kind="plain", name=tr("Temuan sebelumnya"), parent=self)
        self._next = Button(look, tr("Berikutnya"), icon="next", kind="plain", name=tr("Temuan berikutnya"), parent=self)
        self._close = Button(look, tr("Tutup"), icon="close", kind="plain", name=tr("Tutup pencarian"), parent=self)
        self._close.setAccessibleDescription("Esc")
        self.field.submitted.connect(lambda text: self.find_requested.emit(text, True))
        self.field.left.connect(self.closed)
        self._next.clicked.connect(lambda: self.find_requested.emit(self.field.text(), True))
        self._previous.clicked.connect(lambda: self.find_requested.emit(self.field.text(), False))
        self._close.clicked.connect(self.closed)
        look.changed.connect(self._place)

    def open(self) -> None:
        """Take the focus, with what was looked for last time ready to be written over."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_count(self, text: str) -> None:
        """Show how many were found, in words."""
        self.count.setText(text)
        self._place()

    def set_margin(self, px: int) -> None:
        """Tell how far in the page's text begins: the field shares its line."""
        if px != self._margin:
            self._margin = px
            self._place()

    def height_for(self, width: int) -> int:
        """Return the height needed at *width*."""
        return max(box.bottom() + 1 for box in self._boxes(width).values()) + self._pad()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        line = int(self._look.tokens.stroke["region_line_flat"])
        QPainter(self).fillRect(0, self.height() - line, self.width(), line, self._look.colours.border)

    # -- layout

    def _place(self) -> None:
        room = self._look.ring_room_px
        for part, box in self._boxes(self.width()).items():
            around = room if part is not self.count else 0
            part.setGeometry(box.adjusted(-around, -around, around, around))
        whole = self.field.accessibleName()
        self.field.setPlaceholderText(whole)
        if self.field.minimumSizeHint().width() > self.field.width():
            self.field.setPlaceholderText(tr("Cari"))

    def _pad(self) -> int:
        return self._look.space(8) + self._look.ring_room_px

    def _gap(self) -> int:
        return self._look.space(2) + 2 * self._look.ring_room_px

    def _frame(self, button: Button) -> int:
        return button.sizeHint().width() - 2 * self._look.ring_room_px

    def _boxes(self, width: int) -> Boxes:
        for button in (self._previous, self._next):
            button.show_icon(True)
        return self._one_row(width) or self._two_rows(width) or self._three_rows(width)

    def _edges(self, width: int) -> tuple[int, int]:
        """Return where the field begins and where the last button ends."""
        least = self._look.ring_room_px + 2
        return max(least, self._margin), width - max(least, min(self._margin, self._look.space(24)))

    def _count_width(self) -> int:
        font = self.count.words_font()
        words = tr("Tidak ditemukan di artikel ini").split()  # two lines of it are no higher than the buttons
        halves = ((" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words)))
        two_lines = min(max(text_width(half, font) for half in pair) for pair in halves)
        return max(two_lines, text_width(tr("{nth} dari {count}", nth=_MANY, count=_MANY), font))

    def _count_box(self, left: int, top: int, width: int, row: int) -> QRect:
        high = min(row, self.count.heightForWidth(width) or row)
        return QRect(left, top + (row - high) // 2, width, high)

    def _row(self) -> int:
        return self._close.sizeHint().height() - 2 * self._look.ring_room_px

    def _one_row(self, width: int) -> Boxes | None:
        (left, right), gap, row, top = self._edges(width), self._gap(), self._row(), self._pad()
        buttons = (self._previous, self._next, self._close)
        rest = sum(self._frame(button) + gap for button in buttons) + self._count_width() + gap
        room = right - left - rest
        if room < self._look.scaled(_FIELD_LEAST):
            return None
        wide = min(room, self._look.scaled(_FIELD_MOST))
        boxes: Boxes = {self.field: QRect(left, top, wide, row)}
        boxes[self.count] = self._count_box(left + wide + gap, top, self._count_width(), row)
        return boxes | self._to_the_right(buttons, right, top)

    def _two_rows(self, width: int) -> Boxes | None:
        (left, right), gap = self._edges(width), self._gap()
        buttons = (self._previous, self._next)
        rest = right - left - sum(self._frame(button) + gap for button in buttons)
        if rest < self._count_width():
            return None
        boxes, top = self._field_row(left, right)
        boxes[self.count] = self._count_box(left, top, rest, self._row())
        return boxes | self._to_the_right(buttons, right, top)

    def _three_rows(self, width: int) -> Boxes:
        (left, right), gap, row = self._edges(width), self._gap(), self._row()
        buttons = (self._previous, self._next)
        for button in buttons:
            button.show_icon(sum(map(self._frame, buttons)) + gap <= right - left)
        boxes, top = self._field_row(left, right)
        if sum(map(self._frame, buttons)) + gap <= right - left:
            half = (right - left - gap) // 2
            wide = min(max(half, self._frame(self._previous)), right - left - gap - self._frame(self._next))
            boxes[self._previous] = QRect(left, top, wide, row)
            boxes[self._next] = QRect(left + wide + gap, top, right - left - gap - wide, row)
        else:  # type so large that not even these two stand beside each other
            for button in buttons:
                boxes[button] = QRect(left, top, right - left, row)
                top += row + gap
            top -= row + gap
        high = line_height(self._look, self.count.words_font())
        boxes[self.count] = QRect(left, top + row + self._look.ring_room_px, right - left, high)
        return boxes

    def _field_row(self, left: int, right: int) -> tuple[Boxes, int]:
        close, row, top = self._frame(self._close), self._row(), self._pad()
        boxes: Boxes = {self.field: QRect(left, top, right - left - close - self._gap(), row)}
        boxes[self._close] = QRect(right - close, top, close, row)
        return boxes, top + row + self._gap()

    def _to_the_right(self, buttons: tuple[Button, ...], right: int, top: int) -> Boxes:
        boxes: Boxes = {}
        for button in reversed(buttons):
            wide = self._frame(button)
            boxes[button] = QRect(right - wide, top, wide, self._row())
            right -= wide + self._gap()
        return boxes
