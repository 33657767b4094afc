"""A way to ask long work to stop, and to hear how far it is."""

from __future__ import annotations

import threading
from collections.abc import Callable

import msgspec

from pembaca.errors import Cancelled


class CancelToken:
    """Set once by whoever wants the work ended; looked at by the work. Safe from any thread."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._event.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked."""
        return self._event.is_set()

    def check(self) -> None:
        """Raise Cancelled if somebody asked."""
        if self._event.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> None:
        """Wait, but no longer than until somebody asks; then raise Cancelled."""
        if self._event.wait(seconds):
            raise Cancelled


class Progress(msgspec.Struct, frozen=True):
    """How far long work is: ``done`` of ``total`` steps (total 0: not known yet), and what is at work now."""

    done: int
    total: int
    what: str = ""


Report = Callable[[Progress], None]


def silent(progress: Progress) -> None:
    """Report to nobody."""
