"""Brings orders, rendered sound and the player together. No process, pipe or engine in here; safe from any thread.

Orders come from the pipe's thread and are obeyed at once; rendered sound comes later from the engine's thread. What was
ordered before its sound was there waits here.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable

from pembaca.voice.pcm import SAMPLE_RATE, resampled
from pembaca.voice.player import Clip, Player
from pembaca.voice.protocol import Load, Play, Queue, Rendered, Swap


class Desk:
    """What is rendered, what is to be rendered, and what waits for it."""

    def __init__(self, player: Player) -> None:
        self._player = player
        self._change = threading.Condition()
        self._loads: dict[int, Load] = {}
        self._clips: dict[int, Clip] = {}
        self._play: Play | None = None
        self._queue: Queue | None = None
        self._swaps: dict[int, int] = {}
        self._rendering: int | None = None
        self._is_paused = False

    def load(self, order: Load) -> None:
        """Put a rendering on the list."""
        with self._change:
            self._loads[order.utterance] = order
            self._change.notify()

    def forget(self, utterances: Iterable[int]) -> None:
        """Drop renderings, done or not."""
        with self._change:
            for utterance in utterances:
                self._loads.pop(utterance, None)
                self._clips.pop(utterance, None)
                if utterance == self._rendering:
                    self._rendering = None

    def play(self, order: Play) -> None:
        """Play it now, or be silent and play it as soon as it is rendered."""
        with self._change:
            self._play = self._queue = None
            self._swaps.clear()
            self._is_paused = False
            clip = self._clips.get(order.utterance)
            if clip is not None:
                self._player.play(order.take, clip, order.word)
            else:
                self._player.stop()
                self._play = order

    def queue(self, order: Queue) -> None:
        """Play it after what sounds, or after what is to sound."""
        with self._change:
            clip = self._clips.get(order.utterance)
            if clip is not None and self._play is None:
                self._player.queue(order.take, clip)
                self._queue = None
            else:
                self._queue = order

    def swap(self, order: Swap) -> None:
        """Say a take with other sound, now or as soon as it is rendered."""
        with self._change:
            if self._play is not None and self._play.take == order.take:
                self._play = Play(order.take, order.utterance, self._play.word)
            elif self._queue is not None and self._queue.take == order.take:
                self._queue = Queue(order.take, order.utterance)
            else:
                self._swaps[order.take] = order.utterance
            self._settle()

    def pause(self) -> None:
        """Be silent; what waits for its sound will wait for ``resume`` too."""
        with self._change:
            self._is_paused = True
            self._player.pause()

    def resume(self) -> None:
        """Go on."""
        with self._change:
            self._is_paused = False
            self._player.resume()

    def stop(self) -> None:
        """Be silent; nothing waits any more. What is rendered is kept."""
        with self._change:
            self._is_paused = False
            self._play = self._queue = None
            self._swaps.clear()
            self._player.stop()

    def next_load(self) -> Load:
        """Wait for something to render, and take it off the list: what is to be played first, else the oldest."""
        with self._change:
            while not self._loads:
                self._change.wait()
            urgent = (
                self._play.utterance if self._play else None,
                *self._swaps.values(),
                self._queue.utterance if self._queue else None,
            )
            chosen = next((number for number in urgent if number in self._loads), None)
            self._rendering = next(iter(self._loads)) if chosen is None else chosen
            return self._loads.pop(self._rendering)

    def rendered(self, order: Load, rendered: Rendered) -> None:
        """Take sound from the engine; what waited for it sounds."""
        pcm = resampled(rendered.pcm, rendered.sample_rate, SAMPLE_RATE)
        words = tuple(int(ms * SAMPLE_RATE / 1000) for ms in rendered.word_ms)
        with self._change:
            if self._rendering == order.utterance:
                self._clips[order.utterance] = Clip(order.utterance, pcm, words)
                self._settle()
            self._rendering = None

    def failed(self, order: Load) -> None:
        """Take note that there will be no such sound."""
        with self._change:
            if self._play is not None and self._play.utterance == order.utterance:
                self._play = None
            if self._queue is not None and self._queue.utterance == order.utterance:
                self._queue = None
            self._swaps = {take: number for take, number in self._swaps.items() if number != order.utterance}

    def _settle(self) -> None:
        if self._play is not None and (clip := self._clips.get(self._play.utterance)) is not None:
            self._player.play(self._play.take, clip, self._play.word, is_held=self._is_paused)
            self._play = None
        if self._play is None and self._queue is not None and (clip := self._clips.get(self._queue.utterance)) is not None:
            self._player.queue(self._queue.take, clip)
            self._queue = None
        for take, number in tuple(self._swaps.items()):
            if (clip := self._clips.get(number)) is not None:
                self._player.swap(take, clip)
                del self._swaps[take]
