"""The voice process: ``python -m pembaca.voice.worker [--engine NAME] [--output card|silent] [--parent PID]``. Has no window.

Threads: this one renders (some engines demand the main thread); one obeys the pipe; one opens the sound card, which then
calls back on PortAudio's thread; one says events when they are heard. It ends at once when its parent does: by the end of
the pipe, and on Linux by a signal of the kernel, so that not even an engine that hangs outlives the window.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Never

from pembaca.errors import VoiceError
from pembaca.voice import protocol
from pembaca.voice.clock import Clock
from pembaca.voice.desk import Desk
from pembaca.voice.engines import make_engine
from pembaca.voice.player import Player

if TYPE_CHECKING:
    from pembaca.voice.audio import Output

_PR_SET_PDEATHSIG = 1  # <linux/prctl.h>
_SOUND_GONE = 3  # exit status: the sound card went away; a fresh process may find another


@dataclass(frozen=True, slots=True)
class Options:
    """The command line."""

    engine: str = "auto"
    output: str = "card"
    parent: int = 0


class Worker:
    """One life of the voice process."""

    def __init__(self, options: Options, orders: BinaryIO, events: BinaryIO) -> None:
        self._options = options
        self._orders = orders
        self._events = events
        self._writing = threading.Lock()
        self._player = Player()
        self._desk = Desk(self._player)
        self._clock = Clock(self._player, self.send, self._look_after)
        self._meeting = threading.Lock()
        self._engine: protocol.Engine | None = None
        self._output: Output | None = None

    def run(self) -> Never:
        """Live until the parent is gone, or nothing can be said."""
        self.send(protocol.Starting("engine"))
        threading.Thread(target=self._guard, args=(self._obey_all,), name="pipe", daemon=True).start()
        threading.Thread(target=self._guard, args=(self._open_output,), name="sound", daemon=True).start()
        self._clock.start()
        engine = make_engine(self._options.engine)
        self.send(protocol.Voices(engine.voices()))
        with self._meeting:
            self._engine = engine
            self._say_when_ready()
        while True:
            self._render(engine, self._desk.next_load())

    def send(self, event: protocol.Event) -> None:
        """Write one event; the process ends if nobody reads any more."""
        line = protocol.to_line(event)
        try:
            with self._writing:
                self._events.write(line)
                self._events.flush()
        except OSError:
            os._exit(0)

    def give_up(self, error: VoiceError) -> Never:
        """Tell the parent why nothing can be said, and end."""
        self.send(protocol.Failed(error.code, error.detail))
        os._exit(0)

    def _guard(self, task: Callable[[], None]) -> None:
        """Run a thread's work; what it cannot mend ends the process, for half a voice process helps nobody."""
        try:
            task()
        except VoiceError as error:
            self.give_up(error)
        except BaseException:  # noqa: BLE001  # logged by the parent; nothing may keep half a process alive
            traceback.print_exc()
            os._exit(1)

    def _open_output(self) -> None:
        self.send(protocol.Starting("sound"))
        from pembaca.voice.audio import CardOutput, ClockOutput

        kind = ClockOutput if self._options.output == "silent" else CardOutput
        output = kind(self._player, self._clock)
        with self._meeting:
            self._output = output
            self._say_when_ready()

    def _say_when_ready(self) -> None:
        if self._engine is not None and self._output is not None:
            self.send(protocol.Ready(self._engine.abilities))

    def _look_after(self) -> None:
        output = self._output
        if output is not None:
            if output.is_stalled:
                sys.stderr.write("the sound card takes no more sound\n")
                os._exit(_SOUND_GONE)
            output.rest_if_idle()

    def _render(self, engine: protocol.Engine, order: protocol.Load) -> None:
        try:
            rendered = engine.render(order.segments, order.voice, order.rate_wpm)
        except VoiceError as error:
            self._desk.failed(order)
            self.send(protocol.Failed(error.code, error.detail, order.utterance))
            return
        self._desk.rendered(order, rendered)
        self.send(protocol.Loaded(order.utterance, rendered.duration_ms))

    def _obey_all(self) -> None:
        for line in self._orders:
            self._obey(protocol.read_request(line))
        os._exit(0)

    def _obey(self, request: protocol.Request) -> None:
        match request:
            case protocol.Load():
                self._wake()
                self._desk.load(request)
            case protocol.Forget():
                self._desk.forget(request.utterances)
            case protocol.Play():
                self._wake()
                self._desk.play(request)
            case protocol.Queue():
                self._desk.queue(request)
            case protocol.Swap():
                self._desk.swap(request)
            case protocol.Pause(serial):
                self._desk.pause()
                self.send(protocol.Silent(serial))
            case protocol.Resume():
                self._wake()
                self._desk.resume()
            case protocol.Stop(serial):
                self._desk.stop()
                self.send(protocol.Silent(serial))
            case protocol.SetVolume(percent):
                self._player.set_volume(percent)
            case protocol.ListVoices():
                if self._engine is not None:
                    self.send(protocol.Voices(self._engine.voices()))

    def _wake(self) -> None:
        if self._output is not None:
            self._output.wake()


def main(arguments: list[str]) -> Never:
    """Be the voice process; only messages of the protocol reach standard output, what vendors print goes to standard error."""
    events = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    options = _read(arguments)
    _die_with(options.parent)
    sys.setswitchinterval(0.001)  # the sound card's callback must not wait 5 ms for the renderer
    worker = Worker(options, sys.stdin.buffer, events)
    try:
        worker.run()
    except VoiceError as error:
        worker.give_up(error)
    except BaseException:  # noqa: BLE001  # logged by the parent; nothing may keep half a process alive
        traceback.print_exc()
        os._exit(1)


def _read(arguments: list[str]) -> Options:
    """Read ``--name value`` pairs; argparse alone would cost a tenth of the start."""
    given = dict(zip(arguments[::2], arguments[1::2], strict=True))
    return Options(given.get("--engine", "auto"), given.get("--output", "card"), int(given.get("--parent", "0")))


def _die_with(parent: int) -> None:
    """Ask Linux to kill this process when the thread that started it is gone; elsewhere the end of the pipe must do."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if parent and os.getppid() != parent:
        os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])
