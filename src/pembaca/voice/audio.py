"""Where sound goes: the sound card through PortAudio, or a clock that only takes the time. PortAudio lives in here alone.

Import this in the voice process only: PortAudio aborts its process when ALSA has no configuration.
"""

from __future__ import annotations

import sys
import threading
import time
from types import ModuleType
from typing import TYPE_CHECKING, Protocol

from pembaca.errors import VoiceError
from pembaca.voice.clock import Clock
from pembaca.voice.pcm import SAMPLE_RATE
from pembaca.voice.player import Player

if TYPE_CHECKING:
    import sounddevice

REST_AFTER_S = (
    10.0  # a stream of silence costs 7 % of a core; shorter rests would let wireless loudspeakers fall asleep between sentences
)
STALLED_AFTER_S = 2.0
# Sound is handed over as late as the card allows, so that it obeys at once ("low": 9 ms with PulseAudio). A computer too busy
# for that stutters; more than so many holes in a second, and the next delay is taken until the card has rested.
DELAYS_S: tuple[str | float, ...] = ("low", 0.03, 0.08, 0.2)
_HOLES_A_SECOND = 4


class Output(Protocol):
    """Feeds the player's blocks to something that takes real time."""

    def wake(self) -> None:
        """Be ready to be heard at once; cheap when awake.

        Raises:
            VoiceError: ``no_sound``.
        """
        ...

    def look_after(self) -> None:
        """Do what is to be done about once a second: save power after a while of silence, mend what stutters."""
        ...

    @property
    def is_stalled(self) -> bool:
        """Whether there is something to be heard and nobody takes it."""
        ...


class CardOutput:
    """The default sound card. Constructed awake."""

    def __init__(self, player: Player, clock: Clock) -> None:
        self._player = player
        self._clock = clock
        self._lock = threading.Lock()
        self._is_awake = False
        self._delay = self._holes = 0
        self._busy_at = self._called_at = time.monotonic()
        try:
            self._stream = self._open()
        except Exception as error:  # OSError without the library; PortAudioError without a device; both vary by version
            raise VoiceError("no_sound", str(error)) from error
        self.wake()

    def wake(self) -> None:
        """Start the stream if it rests; see Output."""
        self._busy_at = time.monotonic()
        with self._lock:
            if self._is_awake:
                return
            self._called_at = time.monotonic()
            try:
                self._stream.start()
            except Exception as error:
                raise VoiceError("no_sound", str(error)) from error
            self._is_awake = True

    def look_after(self) -> None:
        """Stop the stream after a while of silence (it stays open, and starts again within a few ms); see Output."""
        holes, self._holes = self._holes, 0
        if self._player.is_busy:
            self._busy_at = time.monotonic()
            if holes > _HOLES_A_SECOND and self._delay + 1 < len(DELAYS_S):
                self._reopen(self._delay + 1)
        elif time.monotonic() - self._busy_at > REST_AFTER_S and self._is_awake:
            if self._delay:
                self._reopen(0)
            with self._lock:
                self._stream.stop()
                self._is_awake = False

    def _reopen(self, delay: int) -> None:
        with self._lock:
            self._delay = delay
            self._stream.close()
            self._stream = self._open()
            self._stream.start()

    @property
    def is_stalled(self) -> bool:
        """Whether the card has gone; see Output."""
        return self._is_awake and self._player.is_busy and time.monotonic() - self._called_at > STALLED_AFTER_S

    def _open(self) -> sounddevice.RawOutputStream:
        import sounddevice

        extra = None
        if sys.platform == "win32":
            extra = sounddevice.WasapiSettings(auto_convert=True)
        return sounddevice.RawOutputStream(
            samplerate=SAMPLE_RATE,
            channels=1,
            dtype="int16",
            latency=DELAYS_S[self._delay],
            callback=self._callback,
            device=_device(sounddevice),
            extra_settings=extra,
        )

    def _callback(self, out: memoryview, frames: int, times: object, status: object) -> None:
        now = self._called_at = time.monotonic()
        data, events = self._player.fill(frames)
        out[:] = data
        if status:
            self._holes += 1
        if events:
            ahead = times.outputBufferDacTime - times.currentTime  # type: ignore[attr-defined]  # a cffi struct
            self._clock.announce(now + (ahead if 0 <= ahead < 1 else 0.0), events)


def _device(vendor: ModuleType) -> int | None:
    """Return the default device of WASAPI on Windows, whose delay is a tenth of the older ones; else the system's default."""
    if sys.platform != "win32":
        return None
    for api in vendor.query_hostapis():
        if "WASAPI" in api["name"] and api["default_output_device"] >= 0:
            return int(api["default_output_device"])
    return None


class ClockOutput:
    """No sound, but the time that it would take: for tests and for timing without a card."""

    _BLOCK_S = 0.005

    def __init__(self, player: Player, clock: Clock) -> None:
        self._player = player
        self._clock = clock
        threading.Thread(target=self._run, name="silence", daemon=True).start()

    def wake(self) -> None:
        """Do nothing: it never rests."""

    def look_after(self) -> None:
        """Do nothing."""

    @property
    def is_stalled(self) -> bool:
        """Never."""
        return False

    def _run(self) -> None:
        frames, due = int(SAMPLE_RATE * self._BLOCK_S), time.monotonic()
        while True:
            _, events = self._player.fill(frames)
            self._clock.announce(due, events)
            due += frames / SAMPLE_RATE
            time.sleep(max(0.0, due - time.monotonic()))
