"""Collect Python's garbage on the main thread only, for Qt's objects may be freed on their own thread only."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 2000


class MainThreadGarbage(QObject):
    """While it lives, no other thread collects.

    Else the voice's or a job's thread may free widgets that hang together in a circle, and shiboken 6.11 is left with a
    wrapper that is gone: the program ends at some later call, or when it closes.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def settle(self) -> None:
        """Collect everything, and never look again at what is left; called once the window stands, since it takes some ms."""
        gc.collect()
        gc.freeze()

    def collect(self) -> None:
        """Collect the oldest generation that is due, as Python itself would; mostly nothing."""
        due = [
            age for age, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if most and count > most
        ]
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
