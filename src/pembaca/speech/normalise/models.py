"""Makes of aircraft and the like, and numbers of standards: "B737-800", "737 MAX 8", "C-130J", "SNI 03-1729-2002". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pembaca.speech.normalise.acronyms import say_capitals
from pembaca.speech.normalise.letters import spell
from pembaca.speech.normalise.line import END, Line
from pembaca.speech.normalise.numbers import cardinal, digits
from pembaca.speech.normalise.spoken import Reading, Say
from pembaca.speech.normalise.tables import cues

_MAKE: Final = re.compile(
    rf"([A-Z]{{1,4}}|Su|Mi|Tu)[-–]?(\d{{2,4}})(?:[-–](\d{{2}}0))?([A-Z]{{1,3}}\d{{0,2}}|neo|ceo)?{END}(?![-–./]\d)"
)
_BOEING: Final = re.compile(
    rf"(7\d7)(?:([- ])(MAX|Max|NG)(?:[- ]?(\d{{1,2}}))?)?(?:[-–](\d{{2,3}})([A-Z]{{1,3}})?)?{END}(?![.,]\d)"
)
_STANDARD: Final = re.compile(rf"\d{{1,5}}(?:\.\d{{1,3}})?(?:[-–]\d{{1,4}}){{0,3}}(?::(?:19|20)\d\d)?{END}")
_PART: Final = re.compile(r"(\d+)|([.–-])|(:)")
_MARKS: Final = {".": "titik", "-": "strip", "–": "strip"}
_LONG: Final = 4


def make(line: Line, position: int) -> Reading | None:
    """Read "B737-800", "CN235-220", "C-130J" and "Su-30MK2"."""
    match = _MAKE.match(line.text, position)
    if match is None or not (match[3] or match[4]):
        return None
    if match[4] and len(match[2]) == _LONG and not match[3]:  # "X2024B": the number of a file
        return None
    letters = match[1] if not match[1].isupper() else say_capitals(match[1], False) if len(match[1]) > 2 else spell(match[1])
    pieces = [Say(letters, position, match.end(1)), Say(_figures(match[2]), match.start(2), match.end(2))]
    if match[3]:
        pieces.append(Say(cardinal(match[3]), match.start(3), match.end(3)))
    if match[4]:
        pieces += _suffix(match[4], match.start(4))
    return Reading(match.end(), tuple(pieces))


def boeing(line: Line, position: int) -> Reading | None:
    """Read "737 MAX 8", and "737-800" behind its maker's name."""
    match = _BOEING.match(line.text, position)
    if match is None or not (match[3] or line.word_before(position) == "boeing"):
        return None
    pieces = [Say(_figures(match[1]), position, match.end(1))]
    if match[3]:
        pieces.append(Say(say_capitals(match[3].upper(), False), match.start(3), match.end(3)))
    for group in (4, 5):
        if match[group]:
            pieces.append(Say(cardinal(match[group]), match.start(group), match.end(group)))
    if match[6]:
        pieces += _suffix(match[6], match.start(6))
    return Reading(match.end(), tuple(pieces))


def standard(line: Line, position: int) -> Reading | None:
    """Read the number of a standard, whose dashes are no ranges: "SNI 7119.13:2009"."""
    before = line.words_before(position, 2)
    match = None if cues("year_of").isdisjoint(before) else _STANDARD.match(line.text, position)
    if match is None or match[0].replace(":", "").isdecimal():
        return None
    if before[-1] == "iso" and not match[0][:_LONG].isdecimal():  # "ISO 100-400": how fast a film is
        return None
    return Reading(match.end(), tuple(_parts(match[0], position)))


def _parts(printed: str, offset: int) -> Iterator[Say]:
    for part in _PART.finditer(printed):
        words = cardinal(part[0]) if part[0].isdecimal() else _MARKS.get(part[0], "")
        if words:
            yield Say(words, offset + part.start(), offset + part.end())


def _figures(printed: str) -> str:
    return digits(printed) if re.fullmatch(r"7\d7", printed) else cardinal(printed)


def _suffix(printed: str, offset: int) -> list[Say]:
    found = re.search(r"\d", printed)
    at = found.start() if found else len(printed)
    letters = spell(printed[:at]) if printed.isupper() or len(printed) < 3 else printed
    pieces = [Say(letters, offset, offset + at)]
    return [*pieces, Say(cardinal(printed[at:]), offset + at, offset + len(printed))] if found else pieces
