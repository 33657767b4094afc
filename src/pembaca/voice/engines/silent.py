"""An engine that says nothing, in the time that speaking takes: for machines without one, and for tests."""

from __future__ import annotations

from pembaca.voice.engines.timing import spread
from pembaca.voice.pcm import SAMPLE_RATE
from pembaca.voice.protocol import Abilities, Rendered, Segment, Voice

_LETTERS_A_WORD = 6.0  # of Indonesian prose, space included
_PAUSE_MS = 240.0


class SilentEngine:
    """Renders silence of the length that a voice would need."""

    @property
    def abilities(self) -> Abilities:
        """See Engine."""
        return Abilities(engine="silent", word_times=True, phonemes=False, languages=("id", "en"))

    def voices(self) -> tuple[Voice, ...]:
        """See Engine."""
        return (Voice(id="silent", name="Senyap", language="id"),)

    def render(self, segments: tuple[Segment, ...], voice: str, rate_wpm: int) -> Rendered:
        """See Engine."""
        word_ms: list[float] = []
        at = 0.0
        for segment in segments:
            length = len(segment.text) / _LETTERS_A_WORD * 60_000 / rate_wpm
            word_ms += spread(segment.text, [(word.start, word.end) for word in segment.words], at, at + length)
            at += length
        frames = int((at + _PAUSE_MS * 200 / rate_wpm) * SAMPLE_RATE / 1000)
        return Rendered(pcm=bytes(2 * frames), sample_rate=SAMPLE_RATE, word_ms=tuple(word_ms))
