"""Turns utterances into what the voice is told. Pure."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from pembaca.speech.clauses import cuts
from pembaca.voice.protocol import Segment, SpokenWord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pembaca.speech.utterance import Utterance, Word

LONGEST: Final = 400
"""Code points of spoken text an engine gets at once, where a clause ends in reach: espeak-ng itself cuts at 800, anywhere."""


def segments_of(utterance: Utterance) -> tuple[Segment, ...]:
    """Cut an utterance where its language changes, and behind a clause where a stretch is too long; say how words are pronounced.

    Returns:
        Segments whose texts joined give ``spoken``, and whose words in order are the utterance's; one without words, in
        the utterance's language, if there are none.
    """
    if not utterance.words:
        return (Segment(text=utterance.spoken, language=utterance.language, words=()),)
    from pembaca.speech.pronounce.pronouncer import phonemes_of  # not before the first speech: its tables are large

    pairs = zip(utterance.words, phonemes_of(utterance), strict=True)
    runs = [tuple(run) for _, run in groupby(pairs, key=lambda pair: pair[0].language)]
    starts = [0, *(run[0][0].at for run in runs[1:]), len(utterance.spoken)]
    segments = [_segment(utterance.spoken, run, starts[i], starts[i + 1]) for i, run in enumerate(runs)]
    return tuple(breath for segment in segments for breath in _breaths(segment))


def _segment(spoken: str, run: tuple[tuple[Word, str | None], ...], start: int, end: int) -> Segment:
    placed = tuple([SpokenWord(word.at - start, word.at - start + len(word.spoken), phonemes) for word, phonemes in run])
    return Segment(text=spoken[start:end], language=run[0][0].language, words=placed)


def _breaths(segment: Segment) -> Iterator[Segment]:
    text = segment.text
    if len(text) <= LONGEST:
        yield segment
        return
    places = [0, *(place for place in cuts(text, LONGEST) if text[place - 1].isspace()), len(text)]
    for start, end in pairwise(places):
        words = tuple(
            SpokenWord(word.start - start, word.end - start, word.phonemes) for word in segment.words if start <= word.start < end
        )
        yield Segment(text=text[start:end], language=segment.language, words=words)
