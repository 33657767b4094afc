"""Amounts of money: the currency before or behind the figure is said last. Pure, table ``currencies``."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from pembaca.speech.normalise.acronyms import say_capitals
from pembaca.speech.normalise.line import END, Line
from pembaca.speech.normalise.numbers import Number, number_at
from pembaca.speech.normalise.scales import per_at, scale_at
from pembaca.speech.normalise.spoken import Reading, Say
from pembaca.speech.normalise.tables import table

_DASH_END: Final = re.compile(r",(?:-|–|=)(?![0-9])|(?<=0)\.-")
_TO: Final = re.compile(r" ?(-|–|s/d|s\.d\.|sampai(?: dengan)?|hingga) ?(Rp\.? ?)?(?=\d)")
_UNSAID: Final = frozenset(("-", "–"))
_ABOUT: Final = re.compile(rf"-?an{END}")
_ABOUT_SCALED: Final = re.compile(rf"-an{END}")
_SAID_TOO: Final = re.compile(rf" ?(?:rupiah|Rupiah){END}")
_EACH: Final = re.compile(rf" ?/ ?([a-z]{{3,14}}|[A-Z]{{2,5}}){END}(?!/)")
_RESCUE: Final = "SAR"
"""The riyal of Saudi Arabia, and what Basarnas does: "KN SAR 242"."""
_SURE: Final = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+,\d|\d+ (?:ribu|juta|miliar|triliun)")
_BEHIND: Final = re.compile(r" ?([A-Z]{3}(?![A-Za-z0-9])|(?:US|S|A)\$|€)(?! ?\d)")


@cache
def _before() -> re.Pattern[str]:
    names = sorted(table("currencies"), key=len, reverse=True)
    return re.compile("(" + "|".join(re.escape(name) for name in names) + r")(?:\. ?| )?(-)?(?=\d)")


def before(line: Line, position: int) -> Reading | None:
    """Read "Rp1.500.000,00", "US$ 5 juta", "Rp5-10 miliar"."""
    match = _before().match(line.text, position)
    if not match or (match[1] == _RESCUE and not _SURE.match(line.text, match.end())):
        return None
    first = _amount(line, match.end())
    if first is None:
        return None
    currency = table("currencies")[match[1]]
    spoken, scale, end = first
    second = _range(line, end, bool(scale))
    if second is not None:
        joint, far, far_scale, end = second
        spoken = f"{spoken}{_scaled(scale)} {joint} {far}{_scaled(far_scale)}"
    else:
        spoken += _scaled(scale)
    if match[2]:
        spoken = f"minus {spoken}"
    end = _closed(line, end, currency)
    per = per_at(line, end) or _per_anything(line, end)
    spoken = f"{spoken} {currency}"
    if per:
        spoken, end = f"{spoken} {per[0]}", per[1]
    return Reading(end, (Say(spoken, position, end),), is_amount=True)


def behind(line: Line, position: int) -> Reading | None:
    """Read "5 juta USD", "200 €"."""
    first = _amount(line, position)
    if first is None:
        return None
    spoken, scale, end = first
    match = _BEHIND.match(line.text, end)
    currency = table("currencies").get(match[1]) if match else None
    if match is None or currency is None:
        return None
    return Reading(match.end(), (Say(f"{spoken}{_scaled(scale)} {currency}", position, match.end()),), is_amount=True)


def _amount(line: Line, position: int) -> tuple[str, str, int] | None:
    number = number_at(line, position)
    if number is None:
        return None
    end = number.end
    about = _ABOUT.match(line.text, end)
    if about and not number.tail:
        scale = scale_at(line, about.end(), letters=True)
        return number.spoken() + "an", *(scale or ("", about.end()))
    scale = scale_at(line, end, letters=True)
    if scale is not None:
        scaled = _ABOUT_SCALED.match(line.text, scale[1])
        return number.spoken("koma"), scale[0] + ("an" if scaled else ""), scaled.end() if scaled else scale[1]
    if line.text[end : end + 1].isalpha():
        return None
    return _plain(number), "", end


def _plain(number: Number) -> str:
    if number.tail and number.is_round and len(number.tail) == 2:
        return Number(number.end, number.whole).spoken()
    return number.spoken("koma")


def _range(line: Line, position: int, is_scaled: bool) -> tuple[str, str, str, int] | None:
    """Read the far end of a range; one with a currency of its own belongs here only if its scale counts for both."""
    match = _TO.match(line.text, position)
    amount = _amount(line, match.end()) if match else None
    if match is None or amount is None or (match[2] and (is_scaled or not amount[1])):
        return None
    joint = {"s/d": "sampai dengan", "s.d.": "sampai dengan"}.get(match[1], match[1])
    return "sampai" if joint in _UNSAID else joint, *amount


def _per_anything(line: Line, position: int) -> tuple[str, int] | None:
    """Read "/jemaah" and "/KPM": behind an amount of money a stroke always means "for each"."""
    match = _EACH.match(line.text, position)
    if match is None:
        return None
    return f"per {say_capitals(match[1], False) if match[1].isupper() else match[1]}", match.end()


def _scaled(scale: str) -> str:
    return f" {scale}" if scale else ""


def _closed(line: Line, end: int, currency: str) -> int:
    dash = _DASH_END.match(line.text, end)
    if dash:
        end = dash.end()
    if currency == "rupiah":
        said = _SAID_TOO.match(line.text, end)
        if said:
            end = said.end()
    return end
