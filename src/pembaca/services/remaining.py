"""How long is still to be heard, learnt from what was rendered. Pure."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from pembaca.settings import DEFAULT_RATE_WPM

if TYPE_CHECKING:
    from pembaca.speech.utterance import Script

_MS_A_LETTER = 62.0  # espeak-ng's Indonesian at 200 words a minute, pauses included; a first guess
_SHORTEST_LETTERS = 20  # of a sentence that something is learnt from: in shorter ones the pause counts too much
_LEARNING = 0.1


class Remaining:
    """Estimates the time from a word to the end of a script."""

    def __init__(self, script: Script) -> None:
        self._ms_a_letter = _MS_A_LETTER
        self.open(script)

    def open(self, script: Script) -> None:
        """Take another script; what was learnt of the voice is kept."""
        self._script = script
        self._before = [0, *accumulate(len(utterance.spoken) for utterance in script.utterances)]

    def learn(self, index: int, duration_ms: float, rate_wpm: int) -> None:
        """Take note of how long a sentence sounds at that rate."""
        letters = self._before[index + 1] - self._before[index]
        if letters >= _SHORTEST_LETTERS:
            measured = duration_ms / letters * rate_wpm / DEFAULT_RATE_WPM
            self._ms_a_letter += (measured - self._ms_a_letter) * _LEARNING

    def seconds(self, index: int, word: int, rate_wpm: int) -> float:
        """Return the time from that word of that sentence to the end; 0 after the last sentence."""
        if index >= len(self._script.utterances):
            return 0.0
        words = self._script.utterances[index].words
        said = words[word].at if word < len(words) else 0
        letters = self._before[-1] - self._before[index] - said
        return letters * self._ms_a_letter / 1000 * DEFAULT_RATE_WPM / rate_wpm
