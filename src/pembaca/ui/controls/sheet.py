"""A panel of the window: heading, close button, and a column that scrolls when it is longer than the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from pembaca.i18n import tr
from pembaca.ui.controls.button import Button
from pembaca.ui.controls.escape import is_own_escape
from pembaca.ui.controls.places import Ends, Placed
from pembaca.ui.controls.scrolling import Scroll
from pembaca.ui.controls.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pembaca.ui.look import Look

_ABOVE_LABEL = 24  # from the frame above; the room for the rings above and below is part of it


class Sheet(QWidget):
    """The frame of a panel; subclasses put their parts into ``column``.

    With *parent_heading* it is a page of the panel of that heading: its button leads back there.
    Escape inside the panel closes it, before any window-wide Escape; while something is read aloud it silences that first.

    Signals:
        close_requested: *Tutup* or Escape was pressed.
    """

    close_requested = Signal()

    def __init__(self, look: Look, heading: str, parent: QWidget | None = None, *, parent_heading: str = "") -> None:
        super().__init__(parent)
        self._look = look
        self._labels: list[Words] = []
        self.heading = Words(look, heading, factor=look.tokens.chrome.heading, weight=800)
        self._parent_heading = parent_heading
        if parent_heading:
            self.close_button = Button(look, tr("Kembali"), icon="back", key="Esc")
        else:
            self.close_button = Button(look, tr("Tutup"), icon="close", key="Esc", name=tr("Tutup {panel}", panel=heading))
        self.show_heading(heading)
        self.close_button.clicked.connect(self.close_requested)
        self._top = Ends()
        self._top.hold((self.heading, self.close_button))
        self._body = QWidget()
        self.column = QVBoxLayout(self._body)
        self.column.setSpacing(0)
        self.column.addWidget(self._top)
        self._scroll = Scroll(look, self._body)
        self._scroll.setParent(self)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._relook)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._relook)
        self._relook()

    def show_heading(self, heading: str) -> None:
        """Show another heading; the button of a page says it too, for it gets the focus when the page opens."""
        self.setAccessibleName(heading)
        self.heading.setText(heading)
        if self._parent_heading:
            words = tr("Kembali dari {page} ke {panel}", page=heading, panel=self._parent_heading)
            self.close_button.setAccessibleName(words)

    def order_tabs(self, after: QWidget | None = None) -> None:
        """Let Tab go through the parts as they stand; called whenever parts have come or gone.

        Args:
            after: what Tab leaves for the first part; None leaves the first where it is.
        """
        before = after
        for part in self._stops():
            if before is not None and before.nextInFocusChain() is not part:
                QWidget.setTabOrder(before, part)
            before = part

    def _stops(self) -> Iterator[QWidget]:
        for place in range(self.column.count()):
            item = self.column.itemAt(place)
            part = item.widget() if item is not None else None
            if part is not None:
                yield from _stops_in(part)

    def add(self, part: QWidget, above: int = 0) -> None:
        """Put *part* under what is there already, *above* px lower."""
        if above:
            self.column.addSpacing(above)
        self.column.addWidget(part)

    def add_label(self, text: str) -> Words:
        """Put the heading of a group under what is there already."""
        label = Words(self._look, text, weight=700)
        self._labels.append(label)
        self._space_label(label)
        self.add(label)
        return label

    def finish(self) -> None:
        """Leave the rest of the panel empty; called once, after the last part."""
        self.column.addStretch(1)

    def focus_first(self) -> None:
        """Give the focus to the close button, where a keyboard user begins."""
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._scroll.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        # Children that do not want Escape pass the question on to their parent, this panel
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_own_escape(self, event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_own_escape(self, event):
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def _relook(self) -> None:
        room, edge = self._look.ring_room_px, self._look.space(24)
        bar = int(self._look.tokens.control["scrollbar"]) if self._scroll.verticalScrollBar().maximum() > 0 else 0
        self.column.setContentsMargins(
            edge - room, self._look.space(8) - room, max(edge - room - bar, 2), self._look.space(16) - room
        )
        self.heading.setContentsMargins(room + 4, room, 0, room)  # it stands alone where the panel is narrow
        self._top.set_gap(self._look.space(8))
        for label in self._labels:
            self._space_label(label)

    def _space_label(self, label: Words) -> None:
        room = self._look.ring_room_px
        label.setContentsMargins(room + 4, _ABOVE_LABEL - 2 * room, 0, 0)


def _stops_in(part: QWidget) -> Iterator[QWidget]:
    """Give what can have the focus in *part*, in the order in which it stands there."""
    if part.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield part
    for child in part.parts() if isinstance(part, Placed) else ():
        yield from _stops_in(child)
