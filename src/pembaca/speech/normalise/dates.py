"""Dates in every printed form, decades and years of two calendars. Pure, tables ``months`` and ``cues``."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from pembaca.speech.normalise.line import END, Line
from pembaca.speech.normalise.month_names import DAYS, MONTHS, full_name, month_of_year
from pembaca.speech.normalise.numbers import cardinal, count
from pembaca.speech.normalise.scales import scale_at, unit_at
from pembaca.speech.normalise.spoken import Reading, Say
from pembaca.speech.normalise.tables import cues, table

_FIGURES: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|[.-]\d)")
_BACKWARD: Final = re.compile(r"((?:19|20)\d\d)([-/])(\d{1,2})\2(\d{1,2})(?![\d/]|[.-]\d)")
_SHORT: Final = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/])")
_SHORT_TO: Final = re.compile(r"(\d{1,2})/(\d{1,2})(?= ?[-–] ?\d{1,2}/\d{1,2}/(?:20)?\d\d(?!\d))")
_DECADE: Final = re.compile(rf"(\d{{1,3}}(?:\.\d{{3}})+|\d{{1,4}})-?an{END}")
_BUDDHIST: Final = re.compile(rf"(2[4-6]\d\d) ?(?:TB|BE){END}")
_COUNTED: Final = re.compile(r" (?:liter|meter|bagian|orang|peserta|persen|jam|menit|hari|kali|inci|cangkir|sendok)\b")
_HIJRI: Final = re.compile(rf"(1[2-5]\d\d) ?H{END}\.?")
_AFTER_HIJRI: Final = re.compile(rf"((?:19|20)\d\d) ?M{END}\.?")
_DATELINE: Final = re.compile(r"[A-Z][A-Za-z .]{2,34}, ?\(?")
_DASH: Final = re.compile(r"\)? ?[-–]")
_MASEHI: Final = re.compile(rf" ?M{END}")
_SPAN_DAY: Final = r"(\d{1,2})(?= ?[-–] ?\d{1,2} ?"


@cache
def _named() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = "|".join(sorted(table("months"), key=len, reverse=True))
    day = re.compile(rf"(\d{{1,2}})(?:-| )?({names}){END}\.?(?:,?(?:-| )?((?:1[0-9]|20)\d\d){END})?", re.IGNORECASE)
    return day, re.compile(_SPAN_DAY + rf"(?:{names}){END})", re.IGNORECASE)


def read(line: Line, position: int) -> Reading | None:
    """Read the date that begins at *position*."""
    return (
        _hyphened(line, position)
        or _in_words(line, position)
        or _in_figures(line, position)
        or _ranged(line, position)
        or _day_and_month(line, position)
        or _decade(line, position)
        or _calendar(line, position)
    )


def named_range(line: Line, position: int) -> Reading | None:
    """Read "Januari-Maret", "Jan–Mar" and "Senin-Jumat"."""
    match = _name_range().match(line.text, position)
    if match is None:
        return None
    first, last = full_name(match[1]), full_name(match[3])
    if (first in MONTHS) != (last in MONTHS):
        return None
    pieces = (
        Say(first, position, match.end(1)),
        Say("sampai", match.start(2), match.end(2)),
        Say(last, match.start(3), match.end(3)),
    )
    year = month_of_year(line, match.start(3))
    return Reading(year.end, (*pieces[:2], *year.pieces)) if year else Reading(match.end(), pieces)


@cache
def _name_range() -> re.Pattern[str]:
    names = "|".join(sorted((name.capitalize() for name in (*table("months"), *cues("day"), *DAYS)), key=len, reverse=True))
    return re.compile(rf"({names}) ?([-–]) ?({names}){END}")


def _in_words(line: Line, position: int) -> Reading | None:
    day, span_day = _named()
    match = span_day.match(line.text, position)
    if match and _is_day(match[1]):
        return Reading(match.end(1), (Say(cardinal(match[1].lstrip("0")), position, match.end(1)),), is_amount=True)
    match = day.match(line.text, position)
    if not match or not _is_day(match[1]):
        return None
    pieces = [
        Say(cardinal(match[1].lstrip("0")), position, match.end(1)),
        Say(MONTHS[int(table("months")[match[2].lower()]) - 1], match.start(2), match.end(2)),
    ]
    end = match.end(2)
    if match[3]:
        pieces.append(Say(cardinal(match[3]), match.start(3), match.end(3)))
        end = match.end(3)
        masehi = _MASEHI.match(line.text, end)
        if masehi:
            pieces.append(Say("Masehi", masehi.end() - 1, masehi.end()))
            end = masehi.end()
    elif line.text[end : end + 1] == "." and len(match[2]) <= 4 and not line.is_last(end):
        end += 1
    return Reading(end, tuple(pieces), is_amount=True)


def _hyphened(line: Line, position: int) -> Reading | None:
    """Read "12-Nov-24", as instruments print it."""
    match = _hyphened_form().match(line.text, position)
    if match is None or not _is_day(match[1]):
        return None
    pieces = (
        Say(count(int(match[1])), position, match.end(1)),
        Say(full_name(match[2]), match.start(2), match.end(2)),
        Say(cardinal(f"20{match[3]}"), match.start(3), match.end(3)),
    )
    return Reading(match.end(), pieces, is_amount=True)


@cache
def _hyphened_form() -> re.Pattern[str]:
    names = "|".join(sorted(table("months"), key=len, reverse=True))
    return re.compile(rf"(\d{{1,2}})-({names})-([0-4]\d){END}(?![.,:/-]\d)", re.IGNORECASE)


def _in_figures(line: Line, position: int) -> Reading | None:
    match = _BACKWARD.match(line.text, position)
    if match:
        year, month, day = match[1], match[3], match[4]
    else:
        match = _FIGURES.match(line.text, position)
        if not match:
            return None
        day, month, year = match[1], match[3], match[4]
        if len(year) == 2:
            if match[2] != "/" and not _is_dated(line, position):
                return None
            year = ("20" if int(year) < 50 else "19") + year
    if not _is_day(day) or not 1 <= int(month) <= 12 or not 1000 <= int(year) <= 2199:
        return None
    return _spoken(position, match.end(), day, month, year)


def _ranged(line: Line, position: int) -> Reading | None:
    """Read the "16/10" of "16/10-14/11/2024"."""
    match = _SHORT_TO.match(line.text, position)
    if not match or not _is_day(match[1]) or not 1 <= int(match[2]) <= 12:
        return None
    return _spoken(position, match.end(2), match[1], match[2], "")


def _day_and_month(line: Line, position: int) -> Reading | None:
    match = _SHORT.match(line.text, position)
    if (
        not match
        or not (
            _is_dated(line, position)
            or _is_bracketed(line, position, match.end())
            or _is_dateline(line, position, match.end())
            or _is_appended(line, position, match.end())
            or _is_no_fraction(line, position, match)
        )
        or not _is_day(match[1])
        or not 1 <= int(match[2]) <= 12
    ):
        return None
    return _spoken(position, match.end(), match[1], match[2], "")


def _spoken(start: int, end: int, day: str, month: str, year: str) -> Reading:
    words = f"{count(int(day))} {MONTHS[int(month) - 1]}" + (f" {cardinal(year)}" if year else "")
    return Reading(end, (Say(words, start, end),), is_amount=True)


def _decade(line: Line, position: int) -> Reading | None:
    match = _DECADE.match(line.text, position)
    if not match:
        return None
    return Reading(match.end(), (Say(cardinal(match[1].replace(".", "")) + "an", position, match.end()),))


def _calendar(line: Line, position: int) -> Reading | None:
    match = _BUDDHIST.match(line.text, position)
    if match:
        return Reading(match.end(), (Say(f"{cardinal(match[1])} tahun Buddhis", position, match.end()),))
    match = _HIJRI.match(line.text, position)
    name = "Hijriah"
    if not match and re.search(r"H ?[/(,–-] ?$", line.text[max(0, position - 4) : position]):
        match = _AFTER_HIJRI.match(line.text, position)
        name = "Masehi"
    if not match:
        return None
    end = match.end()
    if line.text[end - 1] == "." and line.is_last(end):
        end -= 1
    return Reading(end, (Say(f"{cardinal(match[1])} {name}", position, end),))


def _is_day(figures: str) -> bool:
    return 1 <= int(figures) <= 31


def _is_bracketed(line: Line, start: int, end: int) -> bool:
    if line.text[start - 1 : start] != "(" or line.text[end : end + 1] != ")":
        return False
    return line.word_before(start) not in cues("fraction")


def _is_appended(line: Line, start: int, end: int) -> bool:
    """Whether "9/12" stands behind a comma at the end of a report, or before a colon: no fraction does."""
    text = line.text
    behind = text[max(0, start - 2) : start]
    return (behind == ", " and line.is_last(end)) or (text[end : end + 2] == ": " and behind[-1:] == " " and behind[:1].isalpha())


def _is_no_fraction(line: Line, position: int, match: re.Match[str]) -> bool:
    """Whether "22/4" can only be a day: more than its lower half, and nothing that one counts."""
    over, under = int(match[1]), int(match[2])
    if (
        over <= max(under, 4)
        or match[0] == "24/7"
        or line.word_before(position) in cues("numbered")
        or line.text[position - 1 : position] not in (" ", "(")
    ):
        return False
    end = match.end()
    if scale_at(line, end, letters=False) or unit_at(line, end) or _COUNTED.match(line.text, end):
        return False
    return cues("fraction").isdisjoint(line.words_before(position, 3)) and match[2][0] != "0"


def _is_dateline(line: Line, start: int, end: int) -> bool:
    """Whether "5/8" stands between the place and the dash at the head of a report."""
    return bool(_DATELINE.fullmatch(line.text[max(0, start - 40) : start]) and _DASH.match(line.text, end))


def _is_dated(line: Line, position: int) -> bool:
    return not cues("date").isdisjoint(line.words_before(position, 1))
