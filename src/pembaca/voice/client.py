"""The window's side of the voice process: starts it, talks to it, and starts it again when it dies or hangs. No Qt.

``send`` never blocks. Three threads: one starts the process and reads its events, one writes orders, one watches the
answers. Linux kills the process when the thread that started it ends, so that thread lives as long as the client.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from pembaca.errors import VoiceErrorCode
from pembaca.log import logger
from pembaca.processes import own_command, surroundings
from pembaca.voice.pipe import OrderPipe
from pembaca.voice.protocol import Event, Failed, Ready, Request, Restarted, SetVolume, read_event, to_line
from pembaca.voice.watch import Limits, Watch

if TYPE_CHECKING:
    import subprocess

_DEBUG, _INFO = 10, 20  # of Python's logging, which is loaded when there is something to say
_CREATE_NO_WINDOW = 0x08000000  # subprocess has the name on Windows only


def worker_command(engine: str = "auto", output: str = "card") -> tuple[str, ...]:
    """Return the command that starts the voice process."""
    return (*own_command("pembaca.voice.worker", "--voice-worker"), "--engine", engine, "--output", output)


class _Life:
    """One process, from before its start, so that orders already have a place to wait, to its end."""

    def __init__(self, limits: Limits, volume: SetVolume | None) -> None:
        self.orders = OrderPipe()
        self.watch = Watch(limits, self.kill)
        self.process: subprocess.Popen[bytes] | None = None
        self.is_ready = self.is_replaced = False
        if volume is not None:
            self.orders.put(to_line(volume))

    def kill(self) -> None:
        """End the process, if there is one, without asking."""
        if self.process is not None:
            self.process.kill()


class VoiceClient:
    """A voice process that is always there, as far as that can be had.

    Args:
        command: how to start it, as from ``worker_command``.
        on_event: called on a thread of the client, one event at a time, in order; must not block.
        gate: the process is started once this is set, so that it takes no time from what comes first; None: at once.
    """

    def __init__(
        self,
        command: Sequence[str],
        on_event: Callable[[Event], None],
        limits: Limits | None = None,
        gate: threading.Event | None = None,
    ) -> None:
        self._command = (*command, "--parent", str(os.getpid()))
        self._on_event = on_event
        self._limits = limits or Limits()
        self._gate = gate
        self._lock = threading.Lock()
        self._volume: SetVolume | None = None
        self._life: _Life | None = _Life(self._limits, None)
        self._deaths: deque[float] = deque()
        self._again = threading.Event()
        self._is_closing = False
        self._thread = threading.Thread(target=self._live, name="voice", daemon=True)
        self._thread.start()

    @property
    def pid(self) -> int | None:
        """The process that lives now."""
        process = self._life.process if self._life is not None else None
        return process.pid if process is not None and process.poll() is None else None

    def send(self, request: Request) -> None:
        """Hand an order over; dropped after a Failed that named no utterance, until ``retry``."""
        with self._lock:
            if isinstance(request, SetVolume):
                self._volume = request
            if self._life is not None:
                self._life.watch.sent(request)
                self._life.orders.put(to_line(request))

    def retry(self) -> None:
        """Start afresh, with the sound card and the voices that there are now; answered with Ready or Failed."""
        with self._lock:
            self._deaths.clear()
            if self._life is None:
                self._life = _Life(self._limits, self._volume)
                self._again.set()
            elif self._life.process is not None:
                self._life.is_replaced = True
                self._life.kill()

    def close(self) -> None:
        """End the process; returns when it is gone, at most a second later."""
        with self._lock:
            self._is_closing, life = True, self._life
        self._again.set()
        if self._gate is not None:
            self._gate.set()
        if life is not None and life.process is not None:
            import subprocess

            life.orders.close()
            with contextlib.suppress(subprocess.TimeoutExpired):
                life.process.wait(0.3)
            life.kill()
        self._thread.join(1.0)

    def _live(self) -> None:
        restarted: VoiceErrorCode | None = None
        if self._gate is not None:
            self._gate.wait()
        while not self._is_closing and (life := self._life) is not None:
            process = self._start(life)
            if restarted is not None:
                self._on_event(Restarted(restarted))
            failure = self._follow(life, process) if process is not None else Failed("no_engine", "cannot be started")
            if self._is_closing:
                return
            restarted = failure.code if self._may_restart(failure) else None
            with self._lock:
                if self._is_closing:  # who closes sets _again, which must not be taken back
                    return
                self._again.clear()
                self._life = _Life(self._limits, self._volume) if restarted is not None else None
            if restarted is None:
                self._on_event(failure)
                self._again.wait()

    def _start(self, life: _Life) -> subprocess.Popen[bytes] | None:
        import subprocess  # here, on the client's own thread: it would cost the start of the window some ms

        flags = _CREATE_NO_WINDOW if sys.platform == "win32" else 0
        pipe = subprocess.PIPE
        try:
            process = subprocess.Popen(
                self._command, stdin=pipe, stdout=pipe, stderr=pipe, creationflags=flags, env=surroundings()
            )
        except OSError as error:
            logger(__name__).error("the voice process cannot be started: %s", error)
            return None
        assert process.stdin is not None
        life.process = process
        if self._is_closing:
            process.kill()
        for name, task in (
            ("orders", partial(life.orders.run, process.stdin)),
            ("errors", partial(_log_errors, process)),
            ("watch", life.watch.run),
        ):
            threading.Thread(target=task, name=f"voice {name}", daemon=True).start()
        return process

    def _follow(self, life: _Life, process: subprocess.Popen[bytes]) -> Failed:
        """Pass the events on until the process ends, and say what that means."""
        assert process.stdout is not None
        failure: Failed | None = None
        with process.stdout as lines:
            for line in lines:
                event = _event_of(line)
                if event is None:
                    continue
                life.watch.heard(event)
                life.is_ready = life.is_ready or isinstance(event, Ready)
                if isinstance(event, Failed) and event.utterance is None:
                    failure = event
                elif not self._is_closing:
                    self._on_event(event)
        process.wait()
        life.watch.close()
        life.orders.close()
        if life.is_replaced:
            return Failed("died", "replaced")
        if failure is not None:
            return failure
        if not life.is_ready and process.returncode == -signal.SIGABRT:
            return Failed("no_sound", "PortAudio gave up")  # it aborts where ALSA has no configuration (19.6)
        logger(__name__).info("the voice process ended with %s", process.returncode)
        return Failed("hung" if life.watch.has_killed else "died", f"exit status {process.returncode}")

    def _may_restart(self, failure: Failed) -> bool:
        if failure.code not in ("died", "hung"):
            return False
        now = time.monotonic()
        self._deaths.append(now)
        while now - self._deaths[0] > self._limits.within_s:
            self._deaths.popleft()
        return len(self._deaths) <= self._limits.restarts


def _event_of(line: bytes) -> Event | None:
    try:
        return read_event(line)
    except msgspec.DecodeError as error:
        logger(__name__).info("not an event (%s): %r", error, line[:200])
        return None


def _log_errors(process: subprocess.Popen[bytes]) -> None:
    assert process.stderr is not None
    with process.stderr as lines:
        for line in lines:
            said = line.decode(errors="replace").rstrip()
            # ALSA calls every pause of the sound an underrun; the log has better things to keep.
            logger(__name__).log(_DEBUG if "underrun occurred" in said else _INFO, "%s", said)
