"""Tell a number that is dialled or typed, and so said figure by figure, from a count or a year. Pure, table ``cues``."""

from __future__ import annotations

import re
from typing import Final

from pembaca.speech.normalise.line import END, Line
from pembaca.speech.normalise.scales import scale_at, unit_at
from pembaca.speech.normalise.tables import cues, table

_BEHIND: Final = re.compile(r"(?: ?[-–] ?\d{1,4})?(?: |-)([A-Za-z]{2,14})\b")
_SIGN: Final = re.compile(r" ?[%‰°]| ?[x×] ?\d")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_EMERGENCY: Final = re.compile(rf"1(?:1[0235789]|29){END}")
"""Numbers of the police, the ambulance, the fire brigade …: three figures that nobody says as an amount."""
_TOWARDS: Final = ("ke", "di", "melalui")
_PLACES: Final = frozenset("desa kabupaten kecamatan kelurahan provinsi rumah".split())
"""Counted in small letters; with a capital the first word of a name: "call center 112 Kabupaten Bogor"."""


def is_dialled(line: Line, position: int, end: int) -> bool:
    """Whether the whole number from *position* to *end* stands behind a word such as "hotline" and nothing counted follows."""
    before = line.word_before(position)
    if before in _TOWARDS:
        before = line.words_before(position, 2)[0]
    if before in cues("digits"):
        is_year = before in cues("named") and _YEAR.fullmatch(line.text, position, end)
        return not is_year and not _is_counting(line, end)
    if not _EMERGENCY.match(line.text, position) or cues("emergency").isdisjoint(line.words_before(position, 3)):
        return False
    behind = _BEHIND.match(line.text, end)
    return not _is_counting(line, end) and (behind is None or behind[1][0].isupper() or behind[1] in cues("clause"))


def _is_counting(line: Line, end: int) -> bool:
    if _SIGN.match(line.text, end) or scale_at(line, end, letters=False) or unit_at(line, end):
        return True
    behind = _BEHIND.match(line.text, end)
    if behind is None:
        return False
    word = behind[1].lower()
    if word in _PLACES and behind[1].istitle():
        return False
    return word in table("unit_words") or any(word in cues(name) for name in ("unit_name", "counted"))
