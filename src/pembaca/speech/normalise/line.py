"""The text a rule looks at: every sort of space, dash, quote and digit made one, at the same places. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from typing import Final

from pembaca.document import TextSpan
from pembaca.speech.normalise.tables import table

UNHEARD: Final = "\u200b"
"""What stands for each character that is neither seen nor said."""

LETTER: Final = r"[^\W\d_²³¹½¼¾⅐-↋⁰-₉①-⒛⓪-⓿❶-➓〇〡-〩]"
END: Final = r"(?![^\W_])"
COMBINING: Final = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0903\u093a-\u094f"
    "\u0981-\u0983\u09bc-\u09d7\u0b82\u0bbe-\u0bcd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u102b-\u103e\u17b4-\u17d3"
    "\ua980-\ua983\ua9b3-\ua9c0\u200c\u200d\u3005\u30fc"
)
"""Marks that belong to the letter before them, in scripts of which the voices say words."""
_APOSTROPHES: Final = "’ʼ`´‘‛′"
_QUOTES: Final = "“”„‟«»″"
_HYPHENS: Final = "‐‑−﹣－"
_DASHES: Final = "‒—―"
_DEGREES: Final = "˚∘"
_CAPITALS: Final = re.compile(r"\b[A-Z]{2,}\b")
_SMALL: Final = re.compile(r"\b[A-Za-z]?[a-z]{2,}\b")
_SMALL_WORD: Final = re.compile(r"[a-z]+")
_VOWELS: Final = frozenset("AEIOU")
_LOOK_BACK: Final = 48


class _Shapes(dict[int, int]):
    """Gives each code point its plain shape, worked out when first met."""

    def __missing__(self, point: int) -> int:
        shape = ord(_plain(chr(point)))
        self[point] = shape
        return shape


def _plain(character: str) -> str:
    if character in _APOSTROPHES:
        return "'"
    if character in _QUOTES:
        return '"'
    if character in _HYPHENS:
        return "-"
    if character in _DASHES:
        return "–"
    if character in _DEGREES:
        return "°"
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category in ("Cf", "Cc") or 0xFE00 <= ord(character) <= 0xFE0F:
        return UNHEARD
    return character


_SHAPES: Final = _Shapes()
_LETTER_APOSTROPHE: Final = "\u02bc"  # a letter to Unicode; between two letters it is written for an apostrophe
_ALONE: Final = re.compile(rf"(?<![^\W\d_]){_LETTER_APOSTROPHE}|{_LETTER_APOSTROPHE}(?![^\W\d_])")


def _shape(text: str) -> str:
    """Return *text* in its plain shape, code point for code point; every letter stays one."""
    shaped = text.translate(_SHAPES)
    if _LETTER_APOSTROPHE not in text:
        return shaped
    letters = list(shaped)
    for alone in _ALONE.finditer(text):
        letters[alone.start()] = _LETTER_APOSTROPHE
    return "".join(letters)


class Line:
    """A text in its plain shape, with what rules ask about it. ``foreign`` spans ascend and are left alone by every rule."""

    def __init__(self, text: str, foreign: tuple[TextSpan, ...] = ()) -> None:
        self.text: Final = _shape(text)
        self.foreign_ends: Final = frozenset(span.end for span in foreign)
        self.tries = 0
        self._asked = -1
        self._words: list[str] = []
        self.limit = len(text)
        self.time_end = -1
        self.amount_end = -1
        self.score_end = -1
        self.side_end = -1

    @cached_property
    def is_shouted(self) -> bool:
        """Whether the text is prose in capitals, so that capitals do not make an acronym."""
        capitals = _CAPITALS.findall(self.text)
        if len(capitals) < 2 or len(capitals) <= 2 * len(_SMALL.findall(self.text)):
            return False
        return any(len(word) > 3 and word not in table("acronyms") and not _VOWELS.isdisjoint(word) for word in capitals)

    def word_before(self, position: int) -> str:
        """Return the last word before *position* in small letters, over spaces, a dot and opening marks; "" if there is none."""
        end = position
        floor = max(0, position - _LOOK_BACK)
        text = self.text
        while end > floor and text[end - 1] in " .:(['\"":
            end -= 1
        start = end
        while start > floor and text[start - 1].isalpha():
            start -= 1
        return text[start:end].lower()

    def words_before(self, position: int, count: int) -> tuple[str, ...]:
        """Return up to *count* words before *position* in small letters, nearest last."""
        if position != self._asked:  # several rules ask at the same place
            self._asked = position
            self._words = _SMALL_WORD.findall(self.text[max(0, position - _LOOK_BACK) : position].lower())
        return tuple(self._words[-count:])

    def is_last(self, position: int) -> bool:
        """Whether nothing but closing marks follows."""
        rest = self.text[position : position + 12]
        return not rest.strip(" \"')]}.!?" + UNHEARD) and position + 12 >= len(self.text)
