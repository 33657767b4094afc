"""Capitals: said as a word, spelled, or said in full; by the table first, then by the letters. Pure, table ``acronyms``."""

from __future__ import annotations

import re
from typing import Final

from pembaca.speech.normalise.letters import spell
from pembaca.speech.normalise.line import END, LETTER, Line
from pembaca.speech.normalise.spoken import Reading, Say
from pembaca.speech.normalise.tables import cues, table

_CAPITALS: Final = re.compile(rf"[A-Z]{{2,24}}(?!{LETTER}|'[A-Z]{{2}})")
_ODD: Final = re.compile(rf"[A-Za-z]{{2,8}}(?!{LETTER})")
_CAMEL: Final = re.compile(rf"([A-Z][a-z]{{2,10}})([A-Z]{{2,8}}){END}")
_SUFFIXED: Final = re.compile(rf"([A-Z]{{2,12}})(nya|lah|kah|pun){END}")
_HEADED: Final = re.compile(rf"([A-Z]{{2,6}})([A-Z][a-z]{{3,14}}){END}")
_SYLLABLES: Final = re.compile(
    r"(?:(?:ng|ny|sy|kh|[bcdfgjkpstw]?[lr]|s?[ptk]|[bcdfghjklmnpqrstvwxyz])?[aeiou]"
    r"(?:ng|[bdfghklmnprst](?![aeiou]))?){1,9}",
    re.IGNORECASE,
)
_VOWELS: Final = frozenset("AEIOU")
_SHORTEST_WORD: Final = 4
_SHORTEST_NAME: Final = 12
"""No acronym is so long: a name printed in capitals."""
AS_WORD: Final = "="
SPELLED: Final = "."


def read(line: Line, position: int) -> Reading | None:
    """Read a run of capitals, or another form that the table knows, as "MoU"."""
    match = _CAPITALS.match(line.text, position)
    if match:
        is_america = match[0] == "AS" and line.word_before(position) in cues("america")
        spoken = "Amerika Serikat" if is_america else say_capitals(match[0], line.is_shouted)
        return Reading(match.end(), (Say(spoken, position, match.end()),))
    match = _ODD.match(line.text, position)
    if match is None or match[0] not in table("acronyms"):
        return None
    return Reading(match.end(), (Say(_by_table(match[0], table("acronyms")[match[0]]), position, match.end()),))


def glued(line: Line, position: int) -> Reading | None:
    """Read "KemenPANRB", "KUHPerdata" and "KPKnya": an acronym glued to a clipped word, a word or an ending."""
    suffixed = _SUFFIXED.match(line.text, position)
    if suffixed:
        head = say_capitals(suffixed[1], is_shouted=False)
        return Reading(
            suffixed.end(), (Say(f"{head}-{suffixed[2]}" if " " in head else head + suffixed[2], position, suffixed.end()),)
        )
    headed = _HEADED.match(line.text, position)
    if headed:
        pieces = (
            Say(say_capitals(headed[1], is_shouted=False), position, headed.end(1)),
            Say(headed[2], headed.start(2), headed.end()),
        )
        return Reading(headed.end(), pieces)
    match = _CAMEL.match(line.text, position)
    if match is None:
        return None
    tail = say_capitals(match[2], is_shouted=False)
    return Reading(match.end(), (Say(match[1], position, match.end(1)), Say(tail, match.start(2), match.end())))


def say_capitals(letters: str, is_shouted: bool) -> str:
    """Say *letters* (all capitals); ``is_shouted``: in prose that is all in capitals."""
    if is_shouted and (letters.lower() in cues("small_word")):
        return letters.lower()
    known = table("acronyms").get(letters)
    if known is not None:
        return _by_table(letters, known)
    if len(letters) >= _SHORTEST_NAME and not _VOWELS.isdisjoint(letters):
        return letters.lower()
    if is_shouted and (_is_sayable(letters) or (len(letters) > _SHORTEST_WORD - 1 and not _VOWELS.isdisjoint(letters))):
        return letters.lower()
    if len(letters) < _SHORTEST_WORD or (len(letters) == _SHORTEST_WORD and not _is_open(letters)):
        return spell(letters)
    return letters.lower() if _is_sayable(letters) else spell(letters)


def _by_table(letters: str, reading: str) -> str:
    if reading == AS_WORD:
        return letters.lower()
    return spell(letters) if reading == SPELLED else reading


def _is_sayable(letters: str) -> bool:
    return bool(_SYLLABLES.fullmatch(letters))


def _is_open(letters: str) -> bool:
    """Whether four letters go consonant, vowel, consonant, vowel: few acronyms of that shape are spelled."""
    shape = "".join("v" if letter in "AEIOU" else "c" for letter in letters)
    return shape == "cvcv"
