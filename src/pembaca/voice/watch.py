"""Knows what the voice process owes an answer to, and kills it when one is overdue. Never speaks to it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import msgspec

from pembaca.voice.protocol import Event, Failed, Forget, Load, Loaded, Pause, Ready, Request, Silent, Stop

_GRACE_S = 0.03  # a busy window may be late in reading an answer that was given in time


class Limits(msgspec.Struct, frozen=True):
    """How long to wait for what, and how often to start again."""

    start_s: float = 10.0
    answer_s: float = 0.1
    render_s: float = 5.0
    restarts: int = 3
    within_s: float = 10.0


class Watch:
    """Watches one process. Safe from any thread."""

    def __init__(self, limits: Limits, kill: Callable[[], None]) -> None:
        self._limits = limits
        self._kill = kill
        self._change = threading.Condition()
        self._born = time.monotonic()
        self._first_sign: float | None = None
        self._is_ready = False
        self._is_over = False
        self._unanswered: dict[int, float] = {}
        self._unrendered: dict[int, float] = {}
        self._last_rendered = 0.0
        self.has_killed = False

    def sent(self, request: Request) -> None:
        """Take note of an order."""
        with self._change:
            now = time.monotonic()
            match request:
                case Stop(serial) | Pause(serial):
                    self._unanswered[serial] = now
                case Load(utterance):
                    self._unrendered[utterance] = now
                case Forget(utterances):
                    for utterance in utterances:
                        self._unrendered.pop(utterance, None)
            self._change.notify()

    def heard(self, event: Event) -> None:
        """Take note of an event."""
        with self._change:
            now = time.monotonic()
            self._first_sign = self._first_sign or now
            match event:
                case Ready():
                    self._is_ready, self._last_rendered = True, now
                case Silent(serial):
                    self._unanswered.pop(serial, None)
                case Loaded(utterance) | Failed(utterance=int(utterance)):
                    self._unrendered.pop(utterance, None)
                    self._last_rendered = now
            self._change.notify()

    def close(self) -> None:
        """End the watch: the process is gone."""
        with self._change:
            self._is_over = True
            self._change.notify()

    def run(self) -> None:
        """Watch until the process is gone or has been killed."""
        with self._change:
            self._born = time.monotonic()
            while not self._is_over:
                due = self._due()
                left = None if due is None else due - time.monotonic()
                if left is None or left > 0:
                    self._change.wait(left)
                    continue
                self._change.wait(_GRACE_S)
                if self._due() == due and not self._is_over:
                    self.has_killed = True
                    self._kill()
                    return

    def _due(self) -> float | None:
        """When the earliest overdue answer becomes a hang; None while nothing is owed."""
        if self._first_sign is None or not self._is_ready:
            owed = [self._born + self._limits.start_s]
        elif self._unrendered:
            owed = [max(self._last_rendered, min(self._unrendered.values())) + self._limits.render_s]
        else:
            owed = []
        if self._first_sign is not None:
            owed += [max(sent, self._first_sign) + self._limits.answer_s for sent in self._unanswered.values()]
        return min(owed, default=None)
