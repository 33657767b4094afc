"""Find in the article: a field, next and previous, how many there are. Asks; the page finds."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pembaca.i18n import tr
from pembaca.ui.controls.button import Button
from pembaca.ui.controls.field import Field
from pembaca.ui.controls.places import Flow
from pembaca.ui.controls.words import Words
from pembaca.ui.look import Look


class FindBar(QWidget):
    """A strip above the page while something is looked for in it.

    Signals:
        find_requested: the text, and whether forward.
        closed: the person is done.
    """

    find_requested = Signal(str, bool)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.field = Field(look, tr("Cari di artikel ini"), icon="search", parent=self)
        self._previous = Button(look, tr("Sebelumnya"), icon="previous", name=tr("Temuan sebelumnya"), parent=self)
        self._next = Button(look, tr("Berikutnya"), icon="next", name=tr("Temuan berikutnya"), parent=self)
        self._close = Button(look, tr("Tutup"), icon="close", key="Esc", name=tr("Tutup pencarian"), parent=self)
        self._count = Words(look, "", parent=self)
        self._flow = Flow(look.space(8), self)
        self._flow.hold((self.field, self._previous, self._next, self._close, self._count))
        self.field.submitted.connect(lambda text: self.find_requested.emit(text, True))
        self.field.left.connect(self.closed)
        self._next.clicked.connect(lambda: self.find_requested.emit(self.field.text(), True))
        self._previous.clicked.connect(lambda: self.find_requested.emit(self.field.text(), False))
        self._close.clicked.connect(self.closed)

    def open(self) -> None:
        """Take the focus, with what was looked for last time ready to be written over."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_count(self, text: str) -> None:
        """Show how many were found, in words."""
        self._count.setText(text)
        self._flow.updateGeometry()
        self._flow.setGeometry(self._inner())

    def height_for(self, width: int) -> int:
        """Return the height needed at *width*."""
        return self._flow.heightForWidth(max(1, width - 2 * self._edge())) + 2 * self._look.space(8)

    def resizeEvent(self, _event: object) -> None:
        self._flow.setGeometry(self._inner())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colours.surface_raised)
        painter.fillRect(0, self.height() - 2, self.width(), 2, self._look.colours.border)

    def _edge(self) -> int:
        return self._look.space(16)

    def _inner(self) -> QRect:
        edge, pad = self._edge(), self._look.space(8)
        return self.rect().adjusted(edge, pad, -edge, -pad)
