"""Which rules may read what begins at a place, told by a glance at three characters. Pure; it only leaves out what cannot fit."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple

from pembaca.speech.normalise import (
    abbreviations,
    acronyms,
    addresses,
    amounts,
    codes,
    coordinates,
    dates,
    law,
    money,
    ordinals,
    plain,
    reduplication,
    roman,
    symbols,
    times,
)
from pembaca.speech.normalise.line import Line
from pembaca.speech.normalise.spoken import Reading
from pembaca.speech.normalise.tables import table

Rule = Callable[[Line, int], Reading | None]


class Ways(NamedTuple):
    """A rule, the characters it may begin with, and those that may follow the first run of letters or figures; "" is any.

    ``spaced`` are those that may stand behind a space that follows the run: then the space is not among ``behind``.
    """

    rule: Rule
    first: str = ""
    behind: str = ""
    spaced: str = ""


_CAPITALS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ASCII: Final = _CAPITALS + _CAPITALS.lower()
_DIGITS: Final = "0123456789"
_FIGURE_RULES: Final = (
    Ways(addresses.read, behind=_ASCII + "._%+@-"),
    Ways(codes.phone, first="01"),
    Ways(codes.identity),
    Ways(coordinates.read, behind=".,°LB'′", spaced=_DIGITS + " °LB"),
    Ways(dates.read, behind=_ASCII + "-–/.", spaced=_ASCII + "-–"),
    Ways(times.read, behind=".:", spaced="wW"),
    Ways(codes.row),
    Ways(codes.file_number, behind=_ASCII + "./:-"),
    Ways(law.of_year, behind=_CAPITALS + "/", spaced="T"),
    Ways(law.lettered, behind=_ASCII),
    Ways(money.behind, behind=_ASCII + ".,-€", spaced=_ASCII + "€"),
    Ways(amounts.of_two, behind="/:-–.", spaced=":-–"),
    Ways(amounts.read),
    Ways(amounts.alone),
    Ways(plain.figure),
)
_LETTER_RULES: Final = (
    Ways(addresses.read, behind=_DIGITS + "._%+@-:"),
    Ways(money.before, first="table", behind=_DIGITS + "$. -"),
    Ways(ordinals.read, first="Kk", behind=_DIGITS + "-– "),
    Ways(dates.named_range, first=_CAPITALS, behind="-–' "),
    Ways(law.number_sign, first="Nn"),
    Ways(law.glued, first="aAbBhHjJkKpP", behind=_DIGITS + ". "),
    Ways(codes.neighbourhood, first="R", behind=". "),
    Ways(codes.file_number, behind=_DIGITS + "./:-"),
    Ways(codes.signed_day, first="H", behind="-+– "),
    Ways(abbreviations.read),
    Ways(roman.read, first="CDILMSVXivx"),
    Ways(abbreviations.initials, first=_CAPITALS, behind="."),
    Ways(plain.spaced, first=_CAPITALS, behind=" "),
    Ways(codes.quake, first="M", behind=_DIGITS + " :"),
    Ways(amounts.times_sign, first="xX", behind=" "),
    Ways(amounts.lone_unit),
    Ways(codes.plate, first=_CAPITALS, behind="- "),
    Ways(codes.mixed, first=_CAPITALS, behind=_DIGITS + "-–"),
    Ways(reduplication.read, behind="2²-"),
    Ways(acronyms.read),
    Ways(acronyms.glued, first=_CAPITALS),
    Ways(plain.word),
    Ways(plain.figure),
)
_OTHER_RULES: Final = (Ways(amounts.vulgar), Ways(plain.figure))
_SIGN_RULES: Final = (
    Ways(money.before, first="table"),
    Ways(codes.phone, first="(+"),
    Ways(addresses.handle, first="@#"),
    Ways(law.number_sign, first="№"),
    Ways(symbols.read),
)
_RUN: Final = re.compile(r"[0-9]+|[A-Za-z]*")


def rules_at(line: Line, position: int) -> tuple[Rule, ...]:
    """Return the rules to try at *position*, in their order; the last one always reads."""
    text = line.text
    end = _RUN.match(text, position).end()  # type: ignore[union-attr]  # it matches anywhere
    behind = text[end : end + 1]
    return _fitting(text[position], behind, text[end + 1 : end + 2] if behind == " " else "")


def all_rules(character: str) -> tuple[Rule, ...]:
    """Return every rule for what begins with *character*, in their order."""
    return tuple(ways.rule for ways in _ways(character))


@cache
def _fitting(first: str, behind: str, spaced: str) -> tuple[Rule, ...]:
    return tuple(ways.rule for ways in _ways(first) if _may_fit(ways, first, behind, spaced))


def _ways(character: str) -> tuple[Ways, ...]:
    if character.isdigit() and character.isascii():
        return _FIGURE_RULES
    if character.isalpha():
        return _LETTER_RULES
    return _OTHER_RULES if character.isalnum() else _SIGN_RULES


def _may_fit(ways: Ways, first: str, behind: str, spaced: str) -> bool:
    starts = _currency_starts() if ways.first == "table" else ways.first
    if starts and first not in starts:
        return False
    if not ways.behind:
        return True
    if behind == " " and ways.spaced:
        return bool(spaced) and spaced in ways.spaced
    return bool(behind) and behind in ways.behind


@cache
def _currency_starts() -> str:
    return "".join({name[0] for name in table("currencies")})
