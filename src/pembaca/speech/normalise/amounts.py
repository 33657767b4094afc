"""Figures with what stands behind them: percent, scale, unit, ``x24``, a fraction, the same number in words. Pure."""

from __future__ import annotations

import re
from typing import Final

from pembaca.speech.normalise import dialled
from pembaca.speech.normalise.line import END, Line
from pembaca.speech.normalise.measured import PERCENT, is_measured
from pembaca.speech.normalise.numbers import cardinal, digits, number_at
from pembaca.speech.normalise.scales import per_at, scale_at, unit_at
from pembaca.speech.normalise.spoken import Reading, Say
from pembaca.speech.normalise.tables import cues, table

_TIMES: Final = re.compile(r" ?[x×X] ?(?=\d|se[a-z])| [x×] (?=[a-zA-Z]{3})")
_TIMES_END: Final = re.compile(rf"[x×]{END}")
_VERSION: Final = re.compile(r"\d{1,4}(?:\.\d{1,4}){2,5}(?![\d.,]\d)")
_RATIO: Final = re.compile(r"(\d{1,3}(?:\.\d{3}){1,3}|\d{1,4})(?::| : )(\d{1,3}(?:\.\d{3}){1,3}|\d{1,7})(?![\d:]|[.,]\d)")
_SCORE: Final = re.compile(r"(\d{1,3}) ?[-–] ?(\d{1,3})(?![\d-]|[.,]\d)")
_ROW: Final = re.compile(r"\d{1,3}(?:-\d{1,3}){2,3}(?![\w-]|[.,/]\d)")
"""How a team stands ("4-3-3"), or what is aimed at ("95-95-95"): no range."""
_FIGURES: Final = re.compile(r"\d+")
_FRACTION: Final = re.compile(r"(\d{1,2})/(\d{1,3})(?![\d/]|[.,-]\d|[A-Za-z])")
_SHARE: Final = re.compile(r"(\d{1,4})/(\d{1,3}(?:\.\d{3}){1,2})(?![\d/]|[.,]\d)")
_RATE: Final = re.compile(r" ?/ ?(1(?:00|0)?\.000|1\.000\.000|100)(?![\d/]|[.,]\d)")
_POWER: Final = re.compile(r"([⁺⁻]?)([²³⁴-⁹]|[¹²³⁰⁴-⁹]{2,3})")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_STANDARD: Final = re.compile(r"(\d{3,5}):((?:19|20)\d\d)(?!\d)")
_VERSE: Final = re.compile(r"(\d{1,3}):(\d{1,3})(?!\d)")
_SIDES: Final = (
    re.compile(r"[A-Z][A-Za-z]{2,}(?: [A-Z][A-Za-z]{0,14}){0,2} $"),
    re.compile(r" (?!Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember)[A-Z][A-Za-z]{2}"),
)
_COUNTED: Final = re.compile(r"\d ?[a-z]{1,14} $")
_POWERED: Final = re.compile(rf"[cdkm]?m[²³23]{END}")
_AFTER_PER: Final = re.compile(r"\bper $", re.IGNORECASE)
_COUNTABLE: Final = re.compile(r" ([a-z]{2,14})\b")
_NEXT_SCORE: Final = re.compile(r"(?:,| dan|;)? ?\(?")
_OVER: Final = re.compile(r"(\d{1,3})/(\d{1,3})(?= ?mmHg)")
_YEARS: Final = re.compile(r"((?:19|20)\d\d)/((?:19|20)\d\d)(?![\d/])")
_SEASON: Final = re.compile(r"((?:19|20)\d\d)/(\d\d)(?![\d/])")
_DEGREE: Final = re.compile(rf"([CFK]){END}(?!\. ?[A-Z])")
_DEGREES: Final = re.compile(r"\d\)? (?:derajat|drjt) \Z", re.IGNORECASE)
_SCALES: Final = {"C": "Celsius", "F": "Fahrenheit", "K": "Kelvin"}
_VULGAR: Final = {
    "½": "setengah", "¼": "seperempat", "¾": "tiga perempat", "⅓": "sepertiga", "⅔": "dua pertiga", "⅛": "seperdelapan",
    "⅕": "seperlima", "⅖": "dua perlima", "⅗": "tiga perlima", "⅘": "empat perlima", "⅙": "seperenam", "⅚": "lima perenam",
    "⅜": "tiga perdelapan", "⅝": "lima perdelapan", "⅞": "tujuh perdelapan",
}  # fmt: skip


def read(line: Line, position: int) -> Reading | None:
    """Read the amount that begins at *position*; always succeeds on a figure."""
    number = number_at(line, position)
    if number is None:
        return None
    version = _VERSION.match(line.text, position)
    if version and version.end() > number.end:
        return _dotted(version[0], position, version.end())
    if not number.tail and "." not in line.text[position : number.end] and dialled.is_dialled(line, position, number.end):
        return Reading(number.end, (Say(digits(number.whole), position, number.end),), is_amount=True)
    point = "koma" if number.point == "koma" or is_measured(line, position, number) else number.point
    spoken, end = number.spoken(point), number.end
    fraction = line.text[end : end + 1]
    if fraction in _VULGAR:
        spoken, end = f"{spoken} {_VULGAR[fraction]}", end + 1
    power = None if _YEAR.fullmatch(line.text, position, end) else _POWER.match(line.text, end)
    if power:
        sign = "minus " if power[1] == "⁻" else ""
        spoken, end = f"{spoken} pangkat {sign}{cardinal(power[2].translate(_SUPERSCRIPTS))}", power.end()
    pieces = [Say(spoken, position, end), *_tail(line, end)]
    if len(pieces) > 1:
        end = pieces[-1].end
    return Reading(end, tuple(pieces), is_amount=True)


def alone(line: Line, position: int) -> Reading | None:
    """Read a figure without what stands behind it, which is in another language: "10" in "10 million barrels"."""
    number = number_at(line, position)
    if number is None or number.end > line.limit:
        return None
    return Reading(number.end, (Say(number.spoken(), position, number.end),), is_amount=True)


def _tail(line: Line, end: int) -> list[Say]:
    """Say a percent sign, a scale behind the figure, a unit, or "kali"."""
    percent = PERCENT.match(line.text, end)
    said: list[Say] = []
    if percent:
        said.append(Say("persen" if percent[1] == "%" else "per mil", percent.start(1), percent.end()))
        end = percent.end()
    scale = None if percent else scale_at(line, end, letters=False)
    if scale:
        said.append(Say(scale[0], end + (line.text[end] == " "), scale[1]))
        end = scale[1]
    unit = None if percent else unit_at(line, end)
    if unit:
        said.append(Say(unit[0], end + (line.text[end] == " "), unit[1]))
        end = unit[1]
    per = per_at(line, end)
    if per:
        return [*said, Say(per[0], end, per[1])]
    times = _TIMES.match(line.text, end) or _TIMES_END.match(line.text, end)
    if times:
        start = times.start() + len(times[0]) - len(times[0].lstrip())
        said.append(Say("kali", start, start + 1))
        often = per_at(line, start + 1)
        if often:
            said.append(Say(often[0], start + 1, often[1]))
        return said
    rate = _RATE.match(line.text, end) if "," in line.text[max(0, end - 4) : end] else None
    if rate:
        said.append(Say(f"per {cardinal(rate[1].replace('.', ''))}", end, rate.end()))
    return said


def of_two(line: Line, position: int) -> Reading | None:
    """Read a fraction, a score, a ratio, a school year, a blood pressure."""
    row = _ROW.match(line.text, position)
    if row:
        return Reading(
            row.end(),
            tuple(Say(cardinal(part[0]), part.start(), part.end()) for part in _FIGURES.finditer(line.text, position, row.end())),
        )
    season = _SEASON.match(line.text, position)
    if season and (int(season[1]) + 1) % 100 == int(season[2]):
        return _pair(season, position, "")
    for pattern, joint in ((_YEARS, ""), (_OVER, "per"), (_SHARE, "per")):
        match = pattern.match(line.text, position)
        if match:
            return _pair(match, position, joint)
    match = _FRACTION.match(line.text, position)
    if match and not _is_behind_code(line, position):
        return _with_unit(line, _fraction(match, position))
    return _of_sides(line, position)


def _is_behind_code(line: Line, position: int) -> bool:
    return bool(re.search(r"[A-Z]-$", line.text[max(0, position - 2) : position]))


def _of_sides(line: Line, position: int) -> Reading | None:
    """Read a score, a ratio, the number of a standard or a verse."""
    before = line.words_before(position, 4)
    match = _SCORE.match(line.text, position)
    if match and _is_score(line, match, before):
        line.score_end = match.end()
        return _pair(match, position, "")
    for pattern, cue, joint in ((_STANDARD, "year_of", ""), (_VERSE, "verse", "ayat")):
        match = pattern.match(line.text, position)
        if match and line.word_before(position) in cues(cue):
            return _pair(match, position, joint)
    match = _RATIO.match(line.text, position)
    if match and not cues("ratio").isdisjoint(before):
        return _pair(match, position, "banding")
    if match and not (len(match[2]) == 2 and len(match[1]) < 3 and int(match[1]) < 25 and "skala" not in before):
        return _pair(match, position, "banding" if cues("score").isdisjoint(before) else "")
    return None


def _is_next_score(line: Line, position: int) -> bool:
    """Whether a score was read just before: the sets of a match follow each other."""
    return 0 <= line.score_end <= position and bool(_NEXT_SCORE.fullmatch(line.text, line.score_end, position))


def _is_score(line: Line, match: re.Match[str], before: tuple[str, ...]) -> bool:
    """Whether two figures are a score: told by a word, behind another one, between two names, or falling as no range does."""
    if int(match[1]) > int(match[2]) and cues("time").isdisjoint(before):
        return line.word_before(match.start()) not in ("km", "kilometer", "ruas")
    behind = _COUNTABLE.match(line.text, match.end())
    if behind and (behind[1] in table("unit_words") or behind[1] in cues("unit_name")):
        return False
    is_told = not cues("score").isdisjoint(before)
    return is_told or _is_next_score(line, match.start()) or _is_between_sides(line, match)


def _is_between_sides(line: Line, match: re.Match[str]) -> bool:
    """Whether a score stands between two names, as in "Persib 2-2 Borneo"."""
    text = line.text
    around = re.findall(r"[a-z]+", text[max(0, match.start() - 120) : match.end() + 60].lower())
    if cues("sport").isdisjoint(around):
        return False
    before, after = _SIDES
    return bool(before.search(text[max(0, match.start() - 40) : match.start()]) and after.match(text, match.end()))


def lone_unit(line: Line, position: int) -> Reading | None:
    """Read the unit in "per kg", one with a power wherever it stands ("harga m²"), and the scale of "25 derajat C"."""
    scale = _DEGREE.match(line.text, position)
    if scale and _DEGREES.search(line.text, max(0, position - 24), position):
        return Reading(position + 1, (Say(_SCALES[scale[1]], position, position + 1),))
    if not (_POWERED.match(line.text, position) or _AFTER_PER.search(line.text[max(0, position - 5) : position])):
        return None
    unit = unit_at(line, position)
    return None if unit is None else Reading(unit[1], (Say(unit[0], position, unit[1]),))


def times_sign(line: Line, position: int) -> Reading | None:
    """Read the x of "27 lap x 4,3 km"."""
    text = line.text
    if text[position] not in "xX" or text[position + 1 : position + 2] != " " or not text[position + 2 : position + 3].isdigit():
        return None
    if not _COUNTED.search(text[max(0, position - 24) : position]):
        return None
    return Reading(position + 1, (Say("kali", position, position + 1),))


def vulgar(line: Line, position: int) -> Reading | None:
    """Read ½ and its like."""
    spoken = _VULGAR.get(line.text[position])
    return Reading(position + 1, (Say(spoken, position, position + 1),), is_amount=True) if spoken else None


def _pair(match: re.Match[str], position: int, joint: str) -> Reading:
    second = f"{joint} {cardinal(match[2].replace('.', ''))}"
    return Reading(
        match.end(),
        (Say(cardinal(match[1].replace(".", "")), position, match.end(1)), Say(second, match.end(1), match.end())),
        is_amount=True,
    )


def _fraction(match: re.Match[str], position: int) -> Reading | None:
    over, under = match[1], match[2]
    if over[0] == "0" or under[0] == "0":
        return None
    if (over, under) == ("1", "2"):
        words = "setengah"
    elif len(under) > 1 or int(over) >= int(under):
        words = f"{cardinal(over)} per {cardinal(under)}"
    elif over == "1":
        words = f"seper{cardinal(under)}"
    else:
        words = f"{cardinal(over)} per{cardinal(under)}"
    return Reading(match.end(), (Say(words, position, match.end()),), is_amount=True)


def _with_unit(line: Line, reading: Reading | None) -> Reading | None:
    """Add the unit behind a fraction: "1/2 kg"."""
    unit = unit_at(line, reading.end) if reading else None
    if reading is None or unit is None:
        return reading
    start = reading.end + (line.text[reading.end] == " ")
    return Reading(unit[1], (*reading.pieces, Say(unit[0], start, unit[1])), is_amount=True)


def _dotted(printed: str, start: int, end: int) -> Reading:
    words = " titik ".join(cardinal(part) for part in printed.split("."))
    return Reading(end, (Say(words, start, end),))
