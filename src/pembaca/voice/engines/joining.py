"""Puts the pieces of an utterance together: one breath, whatever voices said them. Pure."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from pembaca.voice.pcm import SAMPLE_RATE, bytes_of, leading_silence, resampled, samples_of, trailing_silence
from pembaca.voice.protocol import Rendered

_KEPT_MS = 1.0  # of silence before the first sound
_JOINT_MS = 12.0  # of silence kept on either side of a joint: under the 30 ms that are heard as a gap
_LONGEST_EDGE_MS = 400.0


class Piece(msgspec.Struct, frozen=True):
    """What a voice made of one segment; ``pauses`` tells that its text ends with a stop, whose pause is kept."""

    sound: Rendered
    pauses: bool


def joined(pieces: Sequence[Piece]) -> Rendered:
    """Return one sound at the first piece's sample rate, without silence before the first word and with none added."""
    if not pieces:
        return Rendered(pcm=b"", sample_rate=SAMPLE_RATE, word_ms=())
    rate = pieces[0].sound.sample_rate
    pcm, word_ms, at = [], list[float](), 0.0
    for index, piece in enumerate(pieces):
        is_last = index == len(pieces) - 1
        cut = _cut(piece.sound, rate, _KEPT_MS if index == 0 else _JOINT_MS, None if is_last or piece.pauses else _JOINT_MS)
        pcm.append(cut.pcm)
        word_ms += [at + ms for ms in cut.word_ms]
        at += cut.duration_ms
    return Rendered(pcm=b"".join(pcm), sample_rate=rate, word_ms=tuple(word_ms))


def _cut(sound: Rendered, rate: int, lead_ms: float, trail_ms: float | None) -> Rendered:
    samples = samples_of(resampled(sound.pcm, sound.sample_rate, rate))
    limit = int(_LONGEST_EDGE_MS * rate / 1000)
    lead = max(0, leading_silence(samples, limit) - int(lead_ms * rate / 1000))
    end = len(samples)
    if trail_ms is not None:
        end = max(lead, end - max(0, trailing_silence(samples, limit) - int(trail_ms * rate / 1000)))
    gone, length = lead * 1000 / rate, (end - lead) * 1000 / rate
    words = tuple(min(length, max(0.0, ms - gone)) for ms in sound.word_ms)
    return Rendered(pcm=bytes_of(samples[lead:end]), sample_rate=rate, word_ms=words)
