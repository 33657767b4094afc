"""One life of the voice process: its threads, and which of them does what.

The first thread renders (some engines demand it); one obeys the pipe; one opens the sound card, which then calls back on
PortAudio's thread; one says events when they are heard.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, Never

from pembaca.errors import VoiceError
from pembaca.voice import protocol
from pembaca.voice.clock import Clock
from pembaca.voice.desk import Desk
from pembaca.voice.engines import make_engine
from pembaca.voice.player import Player

if TYPE_CHECKING:
    from pembaca.voice.audio import Output

_SOUND_GONE = 3  # exit status: the sound card went away; a fresh process may find another


class Worker:
    """One life of the voice process."""

    def __init__(self, engine: str, output: str, orders: BinaryIO, events: BinaryIO) -> None:
        self._engine_name, self._output_name = engine, output
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
        self.send(protocol.Starting())
        for name, task in (("pipe", self._obey_all), ("sound", self._open_output)):
            threading.Thread(target=self._guard, args=(task,), name=name, daemon=True).start()
        self._clock.start()
        engine = make_engine(self._engine_name)
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
            die_of_error()

    def _open_output(self) -> None:
        from pembaca.voice.audio import CardOutput, ClockOutput

        kind = ClockOutput if self._output_name == "silent" else CardOutput
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
            output.look_after()

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


def die_of_error() -> Never:
    """Write the exception at hand to standard error, and end the process."""
    import traceback

    traceback.print_exc()
    sys.stderr.flush()
    os._exit(1)
