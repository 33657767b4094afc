"""Find the names of firms, whose words are Indonesian by their owner: "Bank Central Asia", "PT Adaro Energy Tbk". Pure.

A firm of Indonesia is said by one voice, though its name be made of English words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from pembaca.speech.english import kind
from pembaca.speech.normalise.tables import cues

_FORMS: Final = frozenset(("PT", "CV", "UD", "PD", "Perum", "Perumda", "BPR", "BPD"))
_BANK: Final = "Bank"
_LISTED: Final = "Tbk"
_SIGN: Final = re.compile(rf"\b(?:{'|'.join((*sorted(_FORMS), _BANK, _LISTED))})\b")
_LONGEST: Final = 5
_GAP: Final = re.compile(r"\.?[ \u00a0]\(?(?:& )?|-")


class Placed(Protocol):
    """A word by its place in the text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


def firms(text: str, words: Sequence[Placed]) -> Iterator[int]:
    """Yield the index of each word that is in the name of a firm; not ascending, and some twice.

    Args:
        words: all words of *text*, ascending.
    """
    if not _SIGN.search(text):
        return
    for index, word in enumerate(words):
        printed = text[word.start : word.end]
        if printed in _FORMS or (printed == _BANK and not _is_behind_english(text, words, index)):
            yield from _onward(text, words, index)
        elif printed == _LISTED:
            yield from _backward(text, words, index)


def _onward(text: str, words: Sequence[Placed], first: int) -> Iterator[int]:
    for index in range(first + 1, min(first + 1 + _LONGEST, len(words))):
        if not _follows(text, words, index):
            return
        yield index


def _backward(text: str, words: Sequence[Placed], last: int) -> Iterator[int]:
    for index in range(last, max(last - _LONGEST, 0), -1):
        if not _GAP.fullmatch(text, words[index - 1].end, words[index].start) or not text[words[index - 1].start].isupper():
            return
        yield index - 1


def _follows(text: str, words: Sequence[Placed], index: int) -> bool:
    """Whether the word goes on with the name before it, and is not what a headline says of the firm."""
    before, word = words[index - 1], words[index]
    printed = text[word.start : word.end]
    return bool(_GAP.fullmatch(text, before.end, word.start)) and printed[0].isupper() and printed.lower() not in cues("headline")


def _is_behind_english(text: str, words: Sequence[Placed], index: int) -> bool:
    """Whether an English name ends with the word, as "World Bank"."""
    if not index or words[index - 1].end + 1 != words[index].start:
        return False
    return bool(kind(text[words[index - 1].start : words[index - 1].end].lower()))
