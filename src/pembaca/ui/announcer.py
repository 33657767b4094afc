"""Tell a screen reader something, exactly once, without moving the focus."""

from __future__ import annotations

from itertools import cycle

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget

from pembaca.ui.screen_readers import ScreenReaders

_LABELS = 4  # taken in turn: Orca 43 asks for the words late when it is busy, and must not find the next ones
_BETWEEN_MS = 150  # closer together, Orca 43 hears the last label only and Orca 48 drops the second event


class Announcer(QObject):
    """Sends each message by the one way that the listening screen reader hears.

    Orca 43 hears only a label of role Notification that is shown again; Orca 48 hears that and the announcement
    event too, so sending both would be heard twice.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._readers = ScreenReaders(self)
        self._queue: list[str] = []
        QAccessible.installFactory(_make_interface)
        self._labels = cycle([_LiveLabel(window) for _ in range(_LABELS)])
        self._timer = QTimer(self, interval=_BETWEEN_MS)
        self._timer.timeout.connect(self._next)

    def watch(self) -> None:
        """Find out which screen reader listens, and watch from now on; takes some ms."""
        self._readers.watch()

    def say(self, text: str) -> None:
        """Queue *text*; messages follow each other a moment apart."""
        self._queue.append(text)
        if not self._timer.isActive():
            self._next()
            self._timer.start()

    def _next(self) -> None:
        if not self._queue:
            self._timer.stop()
            return
        text = self._queue.pop(0)
        if self._readers.hears_announcements:
            # from the window: of other objects, a focused list among them, Orca 48 drops a second one within 100 ms
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, text))
        else:
            next(self._labels).show_text(text)


class _LiveLabel(QLabel):
    """One pixel that is seen by screen readers only."""

    def __init__(self, window: QWidget) -> None:
        super().__init__("", window)
        self.setTextFormat(self.textFormat().PlainText)
        self.setGeometry(0, 0, 1, 1)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show *text* anew; only a label that was hidden before is heard."""
        self.hide()
        self.setText(text)
        self.show()


class _Notification(QAccessibleWidget):
    def __init__(self, label: QLabel) -> None:
        super().__init__(label, QAccessible.Role.Notification, "")

    def text(self, which: QAccessible.Text) -> str:
        label = self.widget()
        return label.text() if which == QAccessible.Text.Name and isinstance(label, QLabel) else ""


_kept: dict[QObject, QAccessibleInterface] = {}  # Qt does not hold what Python made


def _make_interface(_class_name: str, owner: QObject) -> QAccessibleInterface | None:
    if not isinstance(owner, _LiveLabel):
        return None
    if owner not in _kept:
        _kept[owner] = _Notification(owner)
    return _kept[owner]
