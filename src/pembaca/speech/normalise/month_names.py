"""Months and days by name, with no figure before them: "Okt'24", "Jum 08.00". Pure, tables ``months``, ``cues``."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from pembaca.speech.normalise.line import END, Line
from pembaca.speech.normalise.numbers import cardinal
from pembaca.speech.normalise.spoken import Reading, Say
from pembaca.speech.normalise.tables import table

MONTHS: Final = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
DAYS: Final = {
    "sen": "Senin", "sel": "Selasa", "rab": "Rabu", "kam": "Kamis", "jum": "Jumat", "sab": "Sabtu", "min": "Minggu",
}  # fmt: skip
_CLOCK_AHEAD: Final = re.compile(r"[.,]? ?(?:\d{1,2}[.:]\d\d|\d{1,2}/\d)")
_MONTH_AHEAD: Final = frozenset("akhir awal bulan hingga per periode sampai s/d sd posisi".split())


def short_name(line: Line, position: int) -> Reading | None:
    """Read "Jum 08.00" and "s/d Okt": short names of days before a clock time, and of months behind a word of time."""
    match = _short_name().match(line.text, position)
    if match is None:
        return None
    end = match.end()
    day = DAYS.get(match[1].lower())
    if day:
        return Reading(end, (Say(day, position, end),)) if _CLOCK_AHEAD.match(line.text, end) else None
    before = line.text[max(0, position - 16) : position].split()[-1:]
    if not before or before[0].lower().replace(".", "") not in _MONTH_AHEAD:
        return None
    return Reading(end, (Say(full_name(match[1]), position, end),))


@cache
def _short_name() -> re.Pattern[str]:
    months = (name.capitalize() for name in table("months") if len(name) < 5 and name not in ("mei", "juni", "juli"))
    names = "|".join(sorted((*months, *(name.capitalize() for name in DAYS)), key=len, reverse=True))
    return re.compile(rf"({names}){END}")


def full_name(printed: str) -> str:
    """Return the name of a month or a day in full."""
    month = table("months").get(printed.lower())
    return MONTHS[int(month) - 1] if month else DAYS.get(printed.lower(), printed)


def month_of_year(line: Line, position: int) -> Reading | None:
    """Read "Okt'24" and "Nov '24", the year as it is printed."""
    match = _month_of_year().match(line.text, position)
    if match is None:
        return None
    pieces = (
        Say(full_name(match[1]), position, match.end(1)),
        Say(cardinal(match[2].lstrip("0") or "0"), match.start(2), match.end(2)),
    )
    return Reading(match.end(), pieces)


@cache
def _month_of_year() -> re.Pattern[str]:
    names = "|".join(sorted((name.capitalize() for name in table("months")), key=len, reverse=True))
    return re.compile(rf"({names})\.? ?'([0-4]\d){END}")
