"""Turns utterances into what the voice is told. Pure."""

from __future__ import annotations

from itertools import groupby

from pembaca.speech.pronounce.pronouncer import phonemes_of
from pembaca.speech.utterance import Utterance, Word
from pembaca.voice.protocol import Segment, SpokenWord


def segments_of(utterance: Utterance) -> tuple[Segment, ...]:
    """Cut an utterance where its language changes, and say how its words are pronounced.

    Returns:
        Segments whose texts joined give ``spoken``, and whose words in order are the utterance's; one without words, in
        the utterance's language, if there are none.
    """
    if not utterance.words:
        return (Segment(text=utterance.spoken, language=utterance.language, words=()),)
    pairs = zip(utterance.words, phonemes_of(utterance), strict=True)
    runs = [tuple(run) for _, run in groupby(pairs, key=lambda pair: pair[0].language)]
    starts = [0, *(run[0][0].at for run in runs[1:]), len(utterance.spoken)]
    return tuple(_segment(utterance.spoken, run, starts[i], starts[i + 1]) for i, run in enumerate(runs))


def _segment(spoken: str, run: tuple[tuple[Word, str | None], ...], start: int, end: int) -> Segment:
    placed = tuple([SpokenWord(word.at - start, word.at - start + len(word.spoken), phonemes) for word, phonemes in run])
    return Segment(text=spoken[start:end], language=run[0][0].language, words=placed)
