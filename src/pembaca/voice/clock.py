"""Says each event when its time has come, on a thread of its own; knows nothing of sound."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable

from pembaca.voice.pcm import SAMPLE_RATE
from pembaca.voice.player import Heard, Player
from pembaca.voice.protocol import Event


class Clock:
    """Holds events back until they are heard.

    ``tick`` is called about once a second on the same thread, for housekeeping.
    """

    def __init__(self, player: Player, send: Callable[[Event], None], tick: Callable[[], None]) -> None:
        self._player = player
        self._send = send
        self._tick = tick
        self._coming: queue.SimpleQueue[tuple[float, Heard]] = queue.SimpleQueue()

    def start(self) -> None:
        """Begin; it ends with the process."""
        threading.Thread(target=self._run, name="clock", daemon=True).start()

    def announce(self, first_frame_at: float, events: list[Heard]) -> None:
        """Take the events of a block whose first frame is heard at that time of ``time.monotonic``. Never blocks."""
        for heard in events:
            self._coming.put((first_frame_at + heard.frame / SAMPLE_RATE, heard))

    def _run(self) -> None:
        ticked = time.monotonic()
        while True:
            if time.monotonic() - ticked > 1.0:
                ticked = time.monotonic()
                self._tick()
            try:
                at, heard = self._coming.get(timeout=1.0)
            except queue.Empty:
                continue
            while heard.epoch == self._player.epoch and (left := at - time.monotonic()) > 0:
                time.sleep(min(left, 0.02))
            if heard.epoch == self._player.epoch:
                self._send(heard.event)
