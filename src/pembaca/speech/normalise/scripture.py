"""Chapters and verses: "QS. Al-Baqarah [2]: 255", "An-Nisa' (4):59", "Yoh. 3:16-18". Pure, tables ``cues`` and ``scripture``."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from pembaca.speech.normalise.line import END, Line
from pembaca.speech.normalise.numbers import cardinal
from pembaca.speech.normalise.spoken import Reading, Say
from pembaca.speech.normalise.tables import cues, table

_CHAPTER: Final = re.compile(r"(\d{1,3})([\])]? ?: ?)(\d{1,3})(?:( ?[-–] ?)(\d{1,3}))?(?!\d|[:.]\d)")
_SURAH: Final = re.compile(
    r"(?:Q\.?S\.?|[Ss]ura[ht]) ?:? ?[A-Z][A-Za-z' -]{1,24}(?:/|[(\[]|,? )$|\bA[a-z]{1,2}-[A-Z][a-z']+(?:/| ?[(\[]| )$"
)
_VERSE: Final = re.compile(r"(\d{1,3})(?:( ?[-–] ?)(\d{1,3}))?(?!\d|[:.,/-]\d)")
_NAMED: Final = re.compile(r"\bQ\.?S\.? ?:? ?[A-Z][A-Za-z' -]{1,24}: ?$")
_NAME: Final = re.compile(r"([A-Z][a-z]{1,2})\.? ?\Z")
_WORDS: Final = frozenset("Dan Gal Hak Kel Kid Kol Mal Rat Rut Tim".split())
_REACH: Final = 40


def book(line: Line, position: int) -> Reading | None:
    """Read "Yoh. 3:16": the name of the book in full, the figures by the next rule."""
    match = _book().match(line.text, position)
    if match is None or not _is_sure(match[1]):
        return None
    return Reading(match.end(1), (Say(table("scripture")[match[1].rstrip(".")], position, match.end(1)),))


def verse(line: Line, position: int) -> Reading | None:
    """Read "2]: 255" behind the name of a surah or a book."""
    match = _CHAPTER.match(line.text, position)
    if match is None:
        return _only_verse(line, position)
    before = line.text[max(0, position - _REACH) : position]
    if not _SURAH.search(before) and not _is_behind_book(line, position):
        return None
    chapter = Say(cardinal(match[1]), position, match.end(1))
    first = Say(f"ayat {cardinal(match[3])}", match.start(3), match.end(3))
    return Reading(match.end(), (chapter, first, *_to(match, 4)))


def _only_verse(line: Line, position: int) -> Reading | None:
    """Read the 82 of "QS. Yasin: 82", and the 1-4 of "QS. Al-Ikhlas: 1-4"."""
    match = _VERSE.match(line.text, position)
    if match is None or not _NAMED.search(line.text[max(0, position - _REACH) : position]):
        return None
    first = Say(f"ayat {cardinal(match[1])}", position, match.end(1))
    return Reading(match.end(), (first, *_to(match, 2)))


def _to(match: re.Match[str], group: int) -> tuple[Say, ...]:
    """Say the dash of that group and the figure behind it, if they are there."""
    if not match[group]:
        return ()
    dash = match.start(group) + len(match[group]) - len(match[group].lstrip())
    return Say("sampai", dash, dash + 1), Say(cardinal(match[group + 1]), match.start(group + 1), match.end(group + 1))


def _is_behind_book(line: Line, position: int) -> bool:
    if line.word_before(position) in cues("verse"):
        return True
    name = _NAME.search(line.text, max(0, position - _REACH), position)
    return name is not None and name[1] in table("scripture") and _is_sure(name[0])


def _is_sure(printed: str) -> bool:
    """Whether what may be a common word too has the dot of a short form: "Tim. 2:4", not "Tim 2:4"."""
    return "." in printed or printed.strip() not in _WORDS


@cache
def _book() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, table("scripture")), key=len, reverse=True))
    return re.compile(rf"((?:{names}){END}\.?) ?(?=\d{{1,3}} ?: ?\d)")
