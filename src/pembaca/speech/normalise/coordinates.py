"""Degrees, minutes and seconds of places: "6°12'30\\" LS". Pure."""

from __future__ import annotations

import re
from typing import Final

from pembaca.speech.normalise.line import END, Line
from pembaca.speech.normalise.numbers import cardinal, digits
from pembaca.speech.normalise.spoken import Reading, Say

_PLACE: Final = re.compile(
    r"(\d{1,3}(?:[.,]\d{1,8})?) ?(°)? ?"
    r"(?:(\d{1,2}(?:[.,]\d{1,6})?) ?['′] ?(?:(\d{1,2}(?:[.,]\d{1,6})?) ?(?:\"|'') ?)?)?"
    rf"(?:(LS|LU|BT|BB|[SNEW]){END})?"
)
_SIDES: Final = {
    "LS": "lintang selatan", "LU": "lintang utara", "BT": "bujur timur", "BB": "bujur barat",
    "S": "lintang selatan", "N": "lintang utara", "E": "bujur timur", "W": "bujur barat",
}  # fmt: skip
_LETTERS: Final = frozenset("SNEW")
_PARTS: Final = ((1, "derajat"), (3, "menit"), (4, "detik"))


def read(line: Line, position: int) -> Reading | None:
    """Read an angle with minutes, or one with its side of the world."""
    match = _PLACE.match(line.text, position)
    if match is None or not ((match[2] and match[3]) or match[5]) or (match[5] in _LETTERS and not match[2]):
        return None
    pieces = []
    for group, name in _PARTS:
        if match[group]:
            figures = f"{_spoken(match[group])} {name if match[2] else ''}"
            pieces.append(Say(figures, match.start(group), match.end(group)))
    if match[5]:
        pieces.append(Say(_SIDES[match[5]], match.start(5), match.end(5)))
    return Reading(match.end(), tuple(pieces))


def _spoken(printed: str) -> str:
    """Say an angle's figures: their dot is always a comma, and a zero in front is not said."""
    whole, _, tail = printed.replace(",", ".").partition(".")
    words = cardinal(whole.lstrip("0") or "0")
    return f"{words} koma {digits(tail)}" if tail else words
