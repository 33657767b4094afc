"""Tell whether a figure with a dot is a measure, whose dot is a comma, and no version. Pure, table ``cues``."""

from __future__ import annotations

import re
from typing import Final

from pembaca.speech.normalise.line import LETTER, Line
from pembaca.speech.normalise.numbers import Number
from pembaca.speech.normalise.scales import scale_at, unit_at
from pembaca.speech.normalise.tables import cues

PERCENT: Final = re.compile(r" ?(%|‰)")
_PERCENT_WORD: Final = re.compile(r" (?:persen|per)\b", re.IGNORECASE)
_RANGE_UNIT: Final = re.compile(r" ?[-–] ?[\d.,]{1,12}")


def is_measured(line: Line, position: int, number: Number) -> bool:
    """Whether a dot before decimals is a comma: something measured, not a version."""
    if number.point != "titik":
        return False
    end = number.end
    text = line.text
    if line.word_before(position) in cues("measured"):
        return True
    far = _RANGE_UNIT.match(text, end)
    for place in (end, far.end() if far else end):
        if PERCENT.match(text, place) or _PERCENT_WORD.match(text, place):
            return True
        if scale_at(line, place, letters=False) or unit_at(line, place) or _named_unit(line, place):
            return True
    return False


def _named_unit(line: Line, position: int) -> bool:
    match = re.compile(rf" ({LETTER}{{2,14}})").match(line.text, position)
    return bool(match) and match is not None and match[1].lower() in cues("unit_name")
