"""What may stand behind a figure: ribu, juta, miliar … and units of measure. Pure, tables ``scales`` and ``units``."""

from __future__ import annotations

from functools import cache
from typing import Final

from pembaca.patterns import late
from pembaca.speech.normalise.line import LETTER, Line
from pembaca.speech.normalise.tables import table

_UNIT: Final = late(r"[A-Za-zµμΩ°º⁰ℓ℃℉]{1,10}[²³23]?(?:/[A-Za-z]{1,10}[²³23]?)?")
_LOOSE: Final = frozenset("m g l t V W N J K F C".split())
"""Units of one letter that are believed only behind a figure they are not glued to when nothing else follows."""
_PER: Final = late(r" ?/ ?([A-Za-z]{1,12}[²³23]?)(?![A-Za-z0-9])")
_PER_MONEY: Final = late(r" ?/ ?([A-Z]{0,3}[$€£¥]|[A-Z]{3})(?![A-Za-z0-9/])")
_SCALE: Final = late(rf" ?({LETTER}{{1,8}})\b\.?")


def scale_at(line: Line, position: int, letters: bool) -> tuple[str, int] | None:
    """Read "juta", "rb" … behind a figure; ``letters`` allows M and T, which mean miliar and triliun with money only."""
    match = _SCALE.match(line.text, position)
    if not match:
        return None
    printed = match[1]
    spoken = table("scales").get(printed if len(printed) == 1 else printed.lower())
    if spoken is None or (len(printed) == 1 and not letters):
        return None
    end = match.end(1)
    if line.text[end : end + 1] == "." and len(printed) <= 2 and not line.is_last(end):
        end += 1
    return spoken, end


def is_measure(printed: str) -> bool:
    """Whether a word behind a figure is a unit or a scale."""
    return printed in table("units") or printed.lower() in table("scales")


def unit_at(line: Line, position: int) -> tuple[str, int] | None:
    """Read a unit behind a figure that ends at *position*, with a space or none between."""
    start = position + (line.text[position : position + 1] == " ")
    match = _UNIT.match(line.text, start)
    if not match:
        return None
    printed = match[0]
    end = match.end()
    following = line.text[end : end + 1]
    if following.isalnum() or (following == "-" and line.text[end + 1 : end + 2].isalpha()):
        return None
    spoken = unit(printed)
    if spoken is None and "/" in printed:
        if printed.partition("/")[2][:1].isupper() and printed[0].isupper():  # "109 PK/Pid.Sus/2024": a file's number
            return None
        printed = printed.split("/")[0]
        end = start + len(printed)
        spoken = unit(printed)
    if spoken is None:
        return None
    if printed in _LOOSE and line.text[end : end + 2].strip(" ")[:1] == "." and not line.is_last(end):
        return None
    return spoken, end


@cache
def unit(printed: str) -> str | None:
    """Say a unit, or two with a stroke between, by the table; None if it is none."""
    known = table("units")
    plain = printed.replace("²", "2").replace("³", "3").replace("º", "°").replace("⁰", "°").replace("μ", "µ")
    if plain in known:
        return known[plain]
    over, stroke, under = plain.partition("/")
    below = known.get(under) or table("unit_words").get(under)
    if stroke and over in known and below:
        return f"{known[over]} per {below}"
    return None


def per_at(line: Line, position: int) -> tuple[str, int] | None:
    """Read "/kg", "/orang" or "/US$" behind an amount."""
    money = _PER_MONEY.match(line.text, position)
    if money and money[1] in table("currencies"):
        return f"per {table('currencies')[money[1]]}", money.end()
    match = _PER.match(line.text, position)
    if not match:
        return None
    spoken = table("units").get(match[1]) or table("unit_words").get(match[1].lower())
    if not spoken:
        return None
    more = per_at(line, match.end())
    return (f"per {spoken} {more[0]}", more[1]) if more else (f"per {spoken}", match.end())
