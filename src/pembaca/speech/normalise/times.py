"""Clock times and ranges of them; a time is believed only beside pukul, jam, a zone, or with a colon. Pure."""

from __future__ import annotations

import re
from typing import Final

from pembaca.speech.normalise.line import END, Line
from pembaca.speech.normalise.numbers import cardinal, count, digits
from pembaca.speech.normalise.spoken import Reading, Say
from pembaca.speech.normalise.tables import cues

_TIME: Final = re.compile(r"([01]?\d|2[0-4])([.:])([0-5]\d)(?:\2([0-5]\d))?(?![\d%]|[.,:]\d)")
_ZONE: Final = re.compile(rf" ?\(?((?i:wib|wita|wit)|WAS|LT){END}")
_RACE: Final = re.compile(
    r"(\d{1,2})(?:['′] ?(?=\d{1,2}[.,]\d{2,3} ?(?:\"|''))|:(?=[0-5]\d,))(\d{1,2})[.,](\d{2,3})(?: ?(?:\"|'')(?![A-Za-z])|(?!\d))"
)
_ZONE_AHEAD: Final = re.compile(
    rf" ?(?:-|–|s/d|s\.d\.?|sampai|hingga|sampai dengan) ?\d{{1,2}}[.:]\d\d(?:[.:]\d\d)? ?\(?(?:wib|wita|wit){END}", re.IGNORECASE
)
_OFFICE_HOURS: Final = re.compile(
    r"(?:[01]\d|2[0-4])\.[0-5][05] ?[-–] ?(?:[01]\d|2[0-4])\.[0-5][05](?![\d%]|[.,]\d| ?(?:persen|%))"
)
_LEADING_ZERO: Final = re.compile(r"0\d\.[0-5]\d(?![\d%/]|[.,:]\d| ?(?:persen|%|[a-zµ°]{1,4}(?:²|2)?\b(?<!dan)(?<!di)))")
_FULL_MINUTES: Final = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5][05](?= (?!persen|juta|miliar|triliun|ribu)[A-Za-z])")
_PART_OF_DAY: Final = re.compile(r" (?:pagi|siang|sore|petang|malam|subuh|dini hari)\b")
_JOINTS: Final = frozenset(
    ("", "s/d", "s.d.", "s.d", "sampai", "hingga", "sampai dengan", "dan", "atau", "wib", "wita", "wit", "sampai pukul")
)
_NUMBERED: Final = frozenset(("nomor", "no", "kode", "versi", "angka", "butir", "indeks", "nilai"))
_ZONES: Final = {
    "wib": "Waktu Indonesia Barat",
    "wita": "Waktu Indonesia Tengah",
    "wit": "Waktu Indonesia Timur",
    "was": "Waktu Arab Saudi",
    "lt": "waktu setempat",
}
_MINUTE: Final = re.compile(r"(\d{1,3})(?:\+(\d{1,2}))?'(?=[ ,;.)]|$)")
_QUOTE: Final = re.compile(r"(?:^|[ (])'")
_HOUR: Final = re.compile(rf"([01]?\d|2[0-4])(?= (?:wib|wita|wit){END})", re.IGNORECASE)


def read(line: Line, position: int) -> Reading | None:
    """Read the time that begins at *position*, with its zone."""
    match = _TIME.match(line.text, position)
    if not match:
        return _full_hour(line, position)
    zone = _ZONE.match(line.text, match.end())
    if not (zone or (match[2] == ":" and not _is_ratio(line, position, match)) or _is_told(line, position, match.end())):
        return None
    if match[4] and not zone and line.word_before(position) in cues("duration"):
        words = f"{count(int(match[1]))} jam {count(int(match[3]))} menit {count(int(match[4]))} detik"
        return Reading(match.end(), (Say(words, position, match.end()),), is_amount=True)
    pieces = [Say(_spoken(match[1], match[3], match[4]), position, match.end())]
    end = match.end()
    line.time_end = end
    if zone:
        pieces.append(Say(_ZONES[zone[1].lower()], zone.start(1), zone.end(1)))
        end = zone.end(1)
    return Reading(end, tuple(pieces), is_amount=True)


def race(line: Line, position: int) -> Reading | None:
    """Read "1'42,394\"", what a rider needed for a lap."""
    match = _RACE.match(line.text, position)
    if match is None:
        return None
    pieces = (
        Say(f"{count(int(match[1]))} menit", position, match.end(1)),
        Say(f"{count(int(match[2]))} koma {digits(match[3])} detik", match.start(2), match.end(3)),
    )
    return Reading(match.end(), pieces, is_amount=True)


def minute(line: Line, position: int) -> Reading | None:
    """Read "78'" and "45+2'", when a goal fell; not the end of what is quoted."""
    match = _MINUTE.match(line.text, position)
    if match is None or _QUOTE.search(line.text, max(0, position - 120), position):
        return None
    if cues("sport").isdisjoint(re.findall(r"[a-z]+", line.text[max(0, position - 120) : position].lower())):
        return None
    words = f"menit {cardinal(match[1])}" + (f" tambah {cardinal(match[2])}" if match[2] else "")
    return Reading(match.end(), (Say(words, position, match.end()),))


def _full_hour(line: Line, position: int) -> Reading | None:
    match = _HOUR.match(line.text, position)
    if not match:
        return None
    zone = _ZONE.match(line.text, match.end())
    if zone is None:
        return None
    pieces = (
        Say(count(int(match[1])), position, match.end()),
        Say(_ZONES[zone[1].lower()], zone.start(1), zone.end(1)),
    )
    return Reading(zone.end(1), pieces)


def _is_ratio(line: Line, position: int, match: re.Match[str]) -> bool:
    return not match[4] and not cues("ratio").isdisjoint(line.words_before(position, 4))


def _is_agenda(line: Line, start: int) -> bool:
    """Whether a plan of the day is told, in which "10.15 paparan" is a time."""
    if not _FULL_MINUTES.match(line.text, start):
        return False
    heading, colon, _ = line.text[max(0, start - 160) : start].lower().rpartition(": ")
    return bool(colon) and not cues("agenda").isdisjoint(re.findall(r"[a-z]+", heading))


def _is_told(line: Line, start: int, end: int) -> bool:
    if line.word_before(start) in cues("time"):
        return True
    if 0 <= line.time_end < start <= line.time_end + 24:
        between = line.text[line.time_end : start].strip(" -–()").lower()
        if between in _JOINTS:
            return True
    if _is_agenda(line, start):
        return True
    if line.time_end >= 0 and line.text[start - 1 : start] == "(" and line.text[end : end + 1] == ")":
        return True
    if _LEADING_ZERO.match(line.text, start) and _is_plain_place(line, start):
        return True
    return bool(_ZONE_AHEAD.match(line.text, end) or _PART_OF_DAY.match(line.text, end) or _OFFICE_HOURS.match(line.text, start))


def _is_plain_place(line: Line, start: int) -> bool:
    """Whether "06.40" is neither a part of a code nor the number of something."""
    return line.text[start - 1 : start] in ("", " ", "(") and line.word_before(start) not in _NUMBERED


def _spoken(hour: str, minute: str, second: str | None) -> str:
    words = "nol nol" if not int(hour) and len(hour) == 2 else count(int(hour))
    if int(minute):
        words += f" lewat {count(int(minute))} menit"
    if second and int(second):
        words += f" {count(int(second))} detik"
    return words
