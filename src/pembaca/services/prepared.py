"""Which sentences the voice has rendered or is asked to, at the present rate and voice. Main thread only."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from pembaca.services.voicing import segments_of
from pembaca.voice.protocol import Forget, Load, Request

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from pembaca.speech.utterance import Script, Utterance


class Prepared:
    """Gives each sentence of a script its utterance number, and orders its sound once."""

    def __init__(self, send: Callable[[Request], None], script: Script, rate_wpm: int, voice: str) -> None:
        self._send = send
        self._script = script
        self._fresh = count(1)
        self._numbers: dict[int, int] = {}
        self._indexes: dict[int, int] = {}
        self.rate_wpm, self.voice = rate_wpm, voice

    def open(self, script: Script) -> None:
        """Take another script."""
        self._forget(tuple(self._numbers))
        self._script = script

    def change(self, rate_wpm: int, voice: str) -> None:
        """Take another rate and voice; all numbers are given anew."""
        self._forget(tuple(self._numbers))
        self.rate_wpm, self.voice = rate_wpm, voice

    def lose(self) -> None:
        """Take note that the voice knows nothing any more."""
        self._numbers.clear()
        self._indexes.clear()

    def number(self, index: int) -> int:
        """Return the number of the sentence's sound, ordering it if that was not done."""
        if index not in self._numbers:
            number = next(self._fresh)
            self._numbers[index], self._indexes[number] = number, index
            segments = segments_of(self._script.utterances[index])
            self._send(Load(number, segments, self.voice, self.rate_wpm))
        return self._numbers[index]

    def order(self, utterance: Utterance) -> int:
        """Order the sound of a sentence that is not of the script, and return its number."""
        number = next(self._fresh)
        self._send(Load(number, segments_of(utterance), self.voice, self.rate_wpm))
        return number

    def index(self, number: int) -> int | None:
        """Return the sentence of that number; None if it is not of the present script, rate and voice."""
        return self._indexes.get(number)

    def keep(self, wanted: Sequence[int], sounding: Collection[int]) -> None:
        """Have *wanted* rendered, in that order, and everything else but *sounding* forgotten."""
        for index in wanted:
            self.number(index)
        self._forget(tuple(index for index in self._numbers if index not in wanted and index not in sounding))

    def _forget(self, indexes: tuple[int, ...]) -> None:
        numbers = tuple(self._numbers.pop(index) for index in indexes)
        for number in numbers:
            del self._indexes[number]
        if numbers:
            self._send(Forget(numbers))
