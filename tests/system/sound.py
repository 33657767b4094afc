"""A private sound card that is recorded: PulseAudio with a null sink, its monitor in memory, on ``time.monotonic``."""

from __future__ import annotations

import os
import queue
import statistics
import subprocess
import sys
import threading
import time
from array import array
from bisect import bisect
from collections.abc import Callable
from pathlib import Path

from pembaca.document import TextSpan
from pembaca.services.reading import Reading, ReadingState
from pembaca.voice.client import VoiceClient, worker_command
from pembaca.voice.protocol import Event
from pembaca.voice.watch import Limits

RATE = 48000
HEARD = 30  # of 32767: a sample above it is a sound


class Recorder:
    """A sound server of its own and an endless recording of what it is given.

    ``env`` is what a program needs to play into it. ``norewinds`` keeps the monitor from dropping or moving samples.
    """

    def __init__(self, base: Path) -> None:
        socket = base / "pulse.sock"
        (base / "client.conf").write_text("autospawn=no\n")
        (base / "asound.conf").write_text("pcm.!default { type pulse }\nctl.!default { type pulse }\n")
        self.env = {
            "PULSE_SERVER": f"unix:{socket}",
            "PULSE_CLIENTCONFIG": str(base / "client.conf"),
            "PULSE_COOKIE": str(base / "cookie"),
            "ALSA_CONFIG_PATH": str(base / "asound.conf"),
        }
        surroundings = {**os.environ, **self.env, "HOME": str(base), "XDG_RUNTIME_DIR": str(base)}
        nothing = subprocess.DEVNULL
        options = ("-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--realtime=no", "--high-priority=no")
        sink = ("-L", f"module-null-sink sink_name=out rate={RATE} norewinds=1")
        door = ("-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1")
        self._server = subprocess.Popen(
            ["pulseaudio", *options, f"--log-target=newfile:{base}/pulse.log", *sink, *door],
            env=surroundings,
            stdin=nothing,
            stdout=nothing,
            stderr=nothing,
        )
        until(socket.exists, 10)
        self._samples = array("h")
        self._stamps: list[tuple[float, int]] = []
        how = ["parec", "--raw", "--format=s16le", f"--rate={RATE}", "--channels=1", "--latency-msec=5", "-d", "out.monitor"]
        self._parec = subprocess.Popen(how, env=surroundings, stdin=nothing, stdout=subprocess.PIPE, stderr=nothing)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        until(lambda: len(self._stamps) > 50, 15)

    def close(self) -> None:
        """End both processes."""
        for process in (self._parec, self._server):
            process.terminate()
            process.wait(5)
        self._reader.join(5)
        assert self._parec.stdout is not None
        self._parec.stdout.close()

    def _read(self) -> None:
        assert self._parec.stdout is not None
        rest = b""
        while block := os.read(self._parec.stdout.fileno(), 1 << 16):
            self._stamps.append((time.monotonic(), len(self._samples)))
            block = rest + block
            whole = len(block) // 2 * 2
            self._samples.frombytes(block[:whole])
            rest = block[whole:]

    def _offset(self, moment: float) -> float:
        """When sample 0 was heard, as the blocks around *moment* tell: their median is free of single late wake-ups."""
        low, high = bisect(self._stamps, (moment - 1, 0)), bisect(self._stamps, (moment + 1, 0))
        return statistics.median(at - count / RATE for at, count in self._stamps[max(0, min(low, high - 50)) : high])

    def index(self, moment: float) -> int:
        """Return the sample that was heard at *moment*."""
        return int((moment - self._offset(moment)) * RATE)

    def samples(self, start: float, end: float) -> array[int]:
        """Return what was heard between two moments; waits until it is recorded."""
        until(lambda: time.monotonic() >= end and len(self._samples) >= self.index(end), end - time.monotonic() + 5)
        return self._samples[max(0, self.index(start)) : self.index(end)]

    def first_sound(self, after: float, within: float = 3.0) -> float | None:
        """Return the moment of the first sound after *after*, or None."""
        start = looked = self.index(after)
        end = after + within
        while True:
            is_last, known = time.monotonic() > end + 0.1, len(self._samples)
            for place in range(looked, known):
                if abs(self._samples[place]) > HEARD:
                    moment = after + (place - start) / RATE
                    return moment if moment < end else None
            if is_last:
                return None
            looked = known
            time.sleep(0.002)

    def last_sound(self, after: float, hold: float = 0.8) -> float | None:
        """Return how long after *after* the last sound within *hold* was; None if it is still sounding then."""
        heard = self.samples(after, after + hold)
        last = next((i for i in range(len(heard) - 1, -1, -1) if abs(heard[i]) > HEARD), -1)
        return None if last > len(heard) - RATE // 5 else (last + 1) / RATE

    def wait_loud(self) -> None:
        """Wait until the middle of a voiced sound, so that a pause of the speaker is not taken for an obeyed order."""
        until(lambda: max(map(abs, self._samples[-RATE // 50 :])) > 3000, 5)


class Listener:
    """Keeps what reading tells, with the moment."""

    def __init__(self) -> None:
        self.states: list[ReadingState] = []
        self.lights: list[tuple[float, TextSpan | None, TextSpan | None]] = []
        self.places: list[int] = []

    def state_changed(self, state: ReadingState) -> None:
        """See ReadingListener."""
        self.states.append(state)

    def lit(self, sentence: TextSpan | None, word: TextSpan | None) -> None:
        """See ReadingListener."""
        self.lights.append((time.monotonic(), sentence, word))

    def place_changed(self, offset: int) -> None:
        """See ReadingListener."""
        self.places.append(offset)


class Booth:
    """Reading with a real voice process; this thread is its main thread, while it waits in ``until``."""

    def __init__(self, env: dict[str, str], command: tuple[str, ...] | None = None, limits: Limits | None = None) -> None:
        self._posted: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self.listener = Listener()
        self.events: list[Event] = []
        self.client: VoiceClient
        path = os.pathsep.join(folder for folder in sys.path if folder)
        prefix = ("env", f"PYTHONPATH={path}", *(f"{name}={value}" for name, value in env.items()))
        start = (*prefix, *(command or worker_command()))

        def connect(on_event: Callable[[Event], None]) -> VoiceClient:
            def both(event: Event) -> None:
                self.events.append(event)
                on_event(event)

            self.client = VoiceClient(start, both, limits)
            return self.client

        self.reading = Reading(connect, self._posted.put, self.listener)

    def until(self, condition: Callable[[], bool], seconds: float = 10.0) -> None:
        """Run what is posted until the condition holds; fail if it never does."""
        end = time.monotonic() + seconds
        while not condition():
            left = end - time.monotonic()
            assert left > 0, f"waited {seconds} s in vain; last events: {self.events[-5:]}"
            try:
                self._posted.get(timeout=min(left, 0.005))()
            except queue.Empty:
                continue

    def run(self, seconds: float) -> None:
        """Run what is posted for that long."""
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() >= end, seconds + 1)

    def until_kind(self, kind: str, seconds: float = 10.0) -> None:
        """Run until reading is of that kind."""
        self.until(lambda: self.reading.state.kind == kind, seconds)

    def until_heard(self, kind: type, seconds: float = 10.0) -> None:
        """Run until the voice has told such an event."""
        self.until(lambda: any(isinstance(event, kind) for event in self.events), seconds)


def until(condition: Callable[[], bool], seconds: float) -> None:
    """Wait for a condition that another process or thread makes true; fail if it never does."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited {seconds:.1f} s in vain"
        time.sleep(0.002)
