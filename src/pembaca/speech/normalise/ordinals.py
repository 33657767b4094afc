"""Ordinals: "ke-75", "ke-2nya", "ke-XXI". Pure."""

from __future__ import annotations

import re
from typing import Final

from pembaca.speech.normalise import roman
from pembaca.speech.normalise.line import END, Line
from pembaca.speech.normalise.numbers import cardinal, ordinal
from pembaca.speech.normalise.spoken import Reading, Say
from pembaca.speech.normalise.tables import cues

_ORDINAL: Final = re.compile(rf"([Kk][Ee])[-–]? ?(\d{{1,3}}(?:\.\d{{3}}){{1,3}}|\d{{1,9}})(?:-?(nya|an))?{END}(?!,\d|\.\d)")
_ROMAN: Final = re.compile(rf"[Kk]e[-–]([IVXLC]{{1,9}}){END}")


def read(line: Line, position: int) -> Reading | None:
    """Read an ordinal; "ke 5" with a space only where one counts ("HUT ke 78"): else it may be a place one goes to."""
    match = _ORDINAL.match(line.text, position)
    if match and (" " not in match[0] or line.word_before(position) in cues("ordinal")):
        figures, tail = match[2].replace(".", ""), match[3] or ""
        is_item = line.text[max(0, position - 2) : position] == ") "  # "ayat (1) ke-1 KUHP": a number in a law, no first one
        words = ("ke" + cardinal(figures) if tail or is_item else ordinal(figures)) + tail
        return Reading(match.end(), (Say(words, position, match.end()),), is_amount=True)
    match = _ROMAN.match(line.text, position)
    if match and roman.value(match[1]) < 1000:
        words = ordinal(str(roman.value(match[1])))
        return Reading(match.end(), (Say(words, position, match.end()),), is_amount=True)
    return None
