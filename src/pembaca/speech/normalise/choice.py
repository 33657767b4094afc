"""Which rules may read what begins at a place, told by a glance at three characters. Pure; leaves out only what cannot fit.

A rule that is not named here is tried wherever it is listed: whoever adds one need not come here. One that begins or goes on
in a new way has to (a test over all golden pairs and random text finds it out).
"""

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
    times,
)
from pembaca.speech.normalise.line import Line
from pembaca.speech.normalise.spoken import Reading
from pembaca.speech.normalise.tables import table

Rule = Callable[[Line, int], Reading | None]


class Gate(NamedTuple):
    """What a rule may begin with, and what may stand behind the first run of letters or figures; "" is anything.

    ``spaced`` may stand behind a space that follows the run, where that is not among ``behind``.
    """

    first: str = ""
    behind: str = ""
    spaced: str = ""


_CAPITALS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ASCII: Final = _CAPITALS + _CAPITALS.lower()
_DIGITS: Final = "0123456789"
_OF_FIGURES: Final[dict[Rule, Gate]] = {
    addresses.read: Gate(behind=_ASCII + "._%+@-"),
    codes.phone: Gate(first="01"),
    coordinates.read: Gate(behind=".,°LB'′", spaced=_DIGITS + " °LB"),
    dates.read: Gate(behind=_ASCII + "-–/.", spaced=_ASCII + "-–"),
    times.read: Gate(behind=".:", spaced="wW"),
    codes.file_number: Gate(behind=_ASCII + "./:-"),
    law.of_year: Gate(behind=_CAPITALS + "/", spaced="T"),
    law.lettered: Gate(behind=_ASCII),
    money.behind: Gate(behind=_ASCII + ".,-€", spaced=_ASCII + "€"),
    amounts.of_two: Gate(behind="/:-–.", spaced=":-–"),
}
_OF_LETTERS: Final[dict[Rule, Gate]] = {
    addresses.read: Gate(behind=_DIGITS + "._%+@-:"),
    ordinals.read: Gate(first="Kk", behind=_DIGITS + "-– "),
    dates.named_range: Gate(first=_CAPITALS, behind="-–' "),
    law.number_sign: Gate(first="Nn"),
    law.glued: Gate(first="aAbBhHjJkKpP", behind=_DIGITS + ". "),
    codes.neighbourhood: Gate(first="R", behind=". "),
    codes.file_number: Gate(behind=_DIGITS + "./:-"),
    codes.signed_day: Gate(first="H", behind="-+– "),
    roman.read: Gate(first="CDILMSVXivx"),
    abbreviations.initials: Gate(first=_CAPITALS, behind="."),
    plain.spaced: Gate(first=_CAPITALS, behind=" "),
    codes.quake: Gate(first="M", behind=_DIGITS + " :"),
    amounts.times_sign: Gate(first="xX", behind=" "),
    codes.plate: Gate(first=_CAPITALS, behind="- "),
    codes.mixed: Gate(first=_CAPITALS, behind=_DIGITS + "-–"),
    reduplication.read: Gate(behind="2²-"),
    acronyms.glued: Gate(first=_CAPITALS),
}
_OF_SIGNS: Final[dict[Rule, Gate]] = {
    codes.phone: Gate(first="(+"),
    addresses.handle: Gate(first="@#"),
    law.number_sign: Gate(first="№"),
}
_RUN: Final = re.compile(r"[0-9]+|[A-Za-z]*")
_ANYWHERE: Final = Gate()


def fitting(rules: tuple[Rule, ...], line: Line, position: int) -> tuple[Rule, ...]:
    """Return those of *rules* that may read what begins at *position*, in their order."""
    text = line.text
    end = _RUN.match(text, position).end()  # type: ignore[union-attr]  # it matches anywhere
    behind = text[end : end + 1]
    return _fitting(rules, text[position], behind, text[end + 1 : end + 2] if behind == " " else "")


@cache
def _fitting(rules: tuple[Rule, ...], first: str, behind: str, spaced: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if _is_open(_gate(rule, first), first, behind, spaced))


def _gate(rule: Rule, first: str) -> Gate:
    if rule is money.before:  # it begins with the name of a currency, whether that is letters or a sign
        return Gate(_currency_starts(), _DIGITS + "$. -" if first.isalpha() else "")
    gates = _OF_LETTERS if first.isalpha() else _OF_FIGURES if first in _DIGITS else _OF_SIGNS
    return gates.get(rule, _ANYWHERE)


def _is_open(gate: Gate, first: str, behind: str, spaced: str) -> bool:
    if gate.first and first not in gate.first:
        return False
    if not gate.behind:
        return True
    if behind == " " and gate.spaced:
        return bool(spaced) and spaced in gate.spaced
    return bool(behind) and behind in gate.behind


@cache
def _currency_starts() -> str:
    return "".join({name[0] for name in table("currencies")})
