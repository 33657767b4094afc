"""Degrees, minutes and seconds of places: "6°12'30\\" LS". Pure."""

from __future__ import annotations

import re
from typing import Final

from pembaca.speech.normalise.line import END, Line
from pembaca.speech.normalise.numbers import number_at
from pembaca.speech.normalise.spoken import Reading, Say

_PLACE: Final = re.compile(
    r"(\d{1,3}(?:[.,]\d{1,8})?) ?(°)? ?"
    r"(?:(\d{1,2}(?:[.,]\d{1,6})?) ?['′] ?(?:(\d{1,2}(?:[.,]\d{1,6})?) ?(?:\"|'') ?)?)?"
    rf"(?:(LS|LU|BT|BB){END})?"
)
_SIDES: Final = {"LS": "lintang selatan", "LU": "lintang utara", "BT": "bujur timur", "BB": "bujur barat"}
_PARTS: Final = ((1, "derajat"), (3, "menit"), (4, "detik"))


def read(line: Line, position: int) -> Reading | None:
    """Read an angle with minutes, or one with its side of the world."""
    match = _PLACE.match(line.text, position)
    if match is None or not ((match[2] and match[3]) or match[5]):
        return None
    pieces = []
    end = position
    for group, name in _PARTS:
        number = number_at(line, match.start(group)) if match[group] else None
        if number is not None:
            end = match.end(group)
            pieces.append(Say(f"{number.spoken('koma')} {name if match[2] else ''}", match.start(group), end))
    if match[5]:
        pieces.append(Say(_SIDES[match[5]], match.start(5), match.end(5)))
    return Reading(match.end(), tuple(pieces))
