"""What no person prints, thousands of figures and signs without a word between them, said without a look around. Pure.

Every rule costs the same wherever it looks, but a megabyte of figures asks them all a million times. Whoever has asked them
too often on one line has its rest read here: figures as numbers, letters as words, signs as rests. A sentence is never long
enough for that (``segment.LONGEST``): not even one on which every rule is tried at every letter.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from pembaca.speech.normalise.amounts import vulgar
from pembaca.speech.normalise.letters import spell
from pembaca.speech.normalise.line import LETTER, UNHEARD, Line
from pembaca.speech.normalise.numbers import cardinal, digits
from pembaca.speech.normalise.plain import MARK, odd
from pembaca.speech.normalise.spoken import Say, SpeechLine

PATIENCE: Final = 120_000
"""Tries of rules and of short forms on one line, beside those that its length allows."""
LENGTH_A_TRY: Final = 4
"""Code points; prose needs a try in seven, official print at its densest one in two."""
_TOKEN: Final = re.compile(rf"([0-9]+)|({LETTER}(?:{LETTER}|[{MARK}]|'(?={LETTER}))*)|([^\W_])|[\W_]+")
_REST: Final = re.compile(r"[.,;:!?()\[\]\"–…|]")
_LONGEST_FIGURE: Final = 4


def is_due(line: Line, position: int) -> bool:
    """Whether the rules have been asked too often for a line that was read up to *position*."""
    return line.tries > PATIENCE + position // LENGTH_A_TRY


def read(line: Line, position: int, speech: SpeechLine) -> int:
    """Say everything up to the limit of *line*, and return that."""
    for token in _TOKEN.finditer(line.text, position, line.limit):
        figures, letters, other = token.groups()
        if figures:
            spoken = cardinal(figures) if len(figures) <= _LONGEST_FIGURE else digits(figures)
        elif letters:
            spoken = _word(letters)
        elif other:
            spoken = _other(other)
        else:
            if _REST.search(token[0]):
                speech.pause(",")
            continue
        start, end = token.span()
        if " " in spoken:
            speech.say(Say(spoken, start, end))
        else:
            speech.word(spoken, start, end)
    return line.limit


def _word(letters: str) -> str:
    if len(letters) == 1:
        return _letter(letters)
    shown = letters.lower() if letters.isupper() else letters
    return shown if shown.isascii() else unicodedata.normalize("NFC", shown.replace(UNHEARD, ""))


@cache
def _other(character: str) -> str:
    reading = vulgar(Line(character), 0)
    if reading is None:
        return odd(character)
    return " ".join(piece.spoken for piece in reading.pieces if isinstance(piece, Say))


@cache
def _letter(letter: str) -> str:
    return spell(letter)
