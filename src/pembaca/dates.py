"""Read the dates that feeds and pages write, Indonesian ones too. Pure: it never looks at a clock."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_tz
from typing import Final

from pembaca.patterns import late

JAKARTA: Final = timezone(timedelta(hours=7))
FIRST_YEAR, LAST_YEAR = 1990, 2100  # outside it is junk such as 0000-00-00 or 1970-01-01

_ZONES: Final = {
    "wib": 7, "wita": 8, "wit": 9, "utc": 0, "gmt": 0, "z": 0, "ut": 0,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari pebruari february feb peb",
            "maret march mar mrt",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu agt ags aug agus",
            "september sep sept",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAYS: Final = {
    "sen": 0, "sel": 1, "rab": 2, "kam": 3, "jum": 4, "sab": 5, "min": 6,
    "mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
_TIME: Final = (
    r"(?:[\s,|/T-]|pukul|jam|pkl\.?|-|–|—)*(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?!\d)(?:[:.](?P<second>[0-5]\d)(?!\d))?"
    r"(?:\.\d+)?\s*(?P<half>am|pm)?\s*\(?(?P<zone>wib|wita|wit|utc|gmt|z\b|[a-z]{3}\b)?\s*(?P<offset>[+-]\d{1,2}:?\d{2}|[+-]\d{1,2})?"
)
_NAMED: Final = late(
    r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s./-]+(?P<month>[a-z]{3,9})\.?[\s.,/-]+(?P<year>\d{4})(?!\d)(?:" + _TIME + ")?",
    re.IGNORECASE,
)
_MONTH_FIRST: Final = late(
    r"(?<![a-z])(?P<month>[a-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})(?!\d)(?:" + _TIME + ")?",
    re.IGNORECASE,
)
_NUMERIC: Final = late(
    r"(?<!\d)(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})(?!\d)\)?(?:" + _TIME + ")?", re.IGNORECASE
)
_YEAR_FIRST: Final = late(
    r"(?<!\d)(?P<year>\d{4})[/.-](?P<month>\d{1,2})[/.-](?P<day>\d{1,2})(?!\d)(?:" + _TIME + ")?", re.IGNORECASE
)


def parse_date(text: str) -> datetime | None:
    """Return the moment *text* names, aware, with the offset that was written; None if there is none to be believed.

    Without a zone it is Jakarta's time (WIB, +07:00), without a time midnight. In numbers the day comes first.
    """
    text = " ".join(text.split())[:200]
    for read in (_rfc_822, _iso, _written):
        found = read(text)
        if found is not None:
            return found if FIRST_YEAR <= found.year <= LAST_YEAR else None
    return None


def _rfc_822(text: str) -> datetime | None:
    if not re.match(r"(?:[A-Za-z]{3,9},?\s+)?\d{1,2}[\s-][A-Za-z]{3}[\s-](?!0\d{3})\d{2,4}\s+\d{1,2}:\d{2}", text):
        return None
    if re.search(r"\bWI(?:B|T|TA)\b", text, re.IGNORECASE):
        return None
    try:
        parts = parsedate_tz(text)
        if parts is None:
            return None
        year, month, day, hour, minute, second = parts[:6]
        named = re.search(r"[A-Z]{1,4}$|[+-]\d{4}", text)
        zone = JAKARTA if parts[9] is None or named is None else timezone(timedelta(seconds=parts[9]))
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=zone)
    except (ValueError, OverflowError, IndexError):
        return None


def _iso(text: str) -> datetime | None:
    if not re.match(r"\d{4}-\d{2}-\d{2}", text):
        return None
    try:
        found = datetime.fromisoformat(re.sub(r"\s*(?:UTC|GMT)$", "Z", text))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=JAKARTA)


def _written(text: str) -> datetime | None:
    for pattern in (_NAMED, _YEAR_FIRST, _NUMERIC, _MONTH_FIRST):
        for match in pattern.finditer(text):
            found = _from_match(match)
            if found is not None:
                return found
    return None


def _from_match(match: re.Match[str]) -> datetime | None:
    written = match["month"].lower()
    month = int(written) if written.isdigit() else _MONTHS.get(written, 0)
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    day = int(match["day"])
    if written.isdigit() and day <= 12 and _weekday_says_swap(match, day, month):
        day, month = month, day
    half = (match["half"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return datetime(int(match["year"]), month, day, hour, minute, second, tzinfo=_zone(match))
    except ValueError:
        return None


def _weekday_says_swap(match: re.Match[str], day: int, month: int) -> bool:
    """Whether the weekday written before "06/05/2026" fits only when the month comes first, as some site systems write it."""
    before = re.search(r"([a-z']{3,7})[\s,(.]*$", match.string[: match.start()].lower())
    weekday = _WEEKDAYS.get(before[1].replace("'", "")[:3]) if before else None
    if weekday is None:
        return False
    try:
        return datetime(int(match["year"]), month, day).weekday() != weekday == datetime(int(match["year"]), day, month).weekday()
    except ValueError:
        return False


def _zone(match: re.Match[str]) -> tzinfo:
    if match["offset"]:
        sign = -1 if match["offset"][0] == "-" else 1
        digits = match["offset"][1:].replace(":", "")
        hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
        if hours <= 14 and minutes < 60:
            return timezone(sign * timedelta(hours=hours, minutes=minutes))
    return timezone(timedelta(hours=_ZONES.get((match["zone"] or "wib").lower(), 7)))
