"""Turns utterances into what the voice is told. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from pembaca.speech.clauses import cuts
from pembaca.speech.utterance import Utterance, Word
from pembaca.voice.protocol import Segment, SpokenWord

LONGEST: Final = 400
"""Code points of spoken text an engine gets at once, where a clause ends in reach: espeak-ng itself cuts at 800, anywhere."""


def segments_of(utterance: Utterance) -> tuple[Segment, ...]:
    """Cut an utterance where its language changes, and behind a clause where a stretch is too long for an engine.

    Returns:
        Segments whose texts joined give ``spoken``, and whose words in order are the utterance's; one without words, in
        the utterance's language, if there are none.
    """
    if not utterance.words:
        return (Segment(text=utterance.spoken, language=utterance.language, words=()),)
    runs = list(_runs(utterance))
    starts = [0, *(run[0].at for run in runs[1:]), len(utterance.spoken)]
    return tuple(_segment(utterance.spoken, run, starts[i], starts[i + 1]) for i, run in enumerate(runs))


def _runs(utterance: Utterance) -> Iterator[tuple[Word, ...]]:
    for _, same in groupby(utterance.words, key=lambda word: word.language):
        run = tuple(same)
        first = run[0].at
        for place in cuts(utterance.spoken[first : run[-1].at + len(run[-1].spoken)], LONGEST):
            count = sum(word.at < first + place for word in run)
            if 0 < count < len(run):
                yield run[:count]
                run = run[count:]
        yield run


def _segment(spoken: str, words: tuple[Word, ...], start: int, end: int) -> Segment:
    placed = tuple(SpokenWord(word.at - start, word.at - start + len(word.spoken), word.phonemes) for word in words)
    return Segment(text=spoken[start:end], language=words[0].language, words=placed)
