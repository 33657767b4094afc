"""Words as they are, single letters by name, and whatever no other rule took. Pure; never leaves a letter or figure out."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from pembaca.speech.normalise.letters import spell
from pembaca.speech.normalise.line import END, LETTER, UNHEARD, Line
from pembaca.speech.normalise.numbers import cardinal, digits
from pembaca.speech.normalise.shorts import shorts
from pembaca.speech.normalise.spoken import Reading, Say
from pembaca.speech.normalise.tables import cues, table

MARK: Final = "\u0300-\u036f\u064b-\u0655\u200b"
_RUN: Final = rf"{LETTER}(?:{LETTER}|[{MARK}]|'(?={LETTER}))*"
# groups are not possessive here: Python 3.11.2 would then keep the hyphen of a try that failed
_WORD: Final = re.compile(rf"{_RUN}(?:-(?={LETTER}){_RUN}){{0,8}}")
_WIDE: Final = re.compile(rf"(?:[A-Z] ){{4,20}}[A-Z]{END}")
_SIMPLE: Final = re.compile(r"(?![^AEIOUYaeiouy ,][^aeiouy ,]{1,4}[ ,])[A-Za-z][a-z]++(?=[ ,])")
_UNSAYABLE: Final = re.compile(r"[B-DF-HJ-NP-TV-XZb-df-hj-np-tv-xz][b-df-hj-np-tv-xz]{1,4}")
_SOUNDS: Final = frozenset("brr cst hm hmm hush mm ng ngk pst psst shh sst ssst st tst".split())
"""What people say without a vowel."""
_BEFORE_LETTER: Final = re.compile(r"[a-z]-[A-Z]$")
_POWERS: Final = {"²": "kuadrat", "³": "pangkat tiga"}
_NUMBER_WORDS: Final = ("Nomor", "nomor", "Nomer", "nomer", "No", "no", "Nr", "ke", "Ke", "Jo")
_CAPITALS: Final = re.compile(r"[A-Z]{2}")


def simple_end(line: Line, position: int) -> int:
    """Return where a common word ends that begins here, 0 for anything else: small letters, a space or comma behind it, and
    in no table."""
    match = _SIMPLE.match(line.text, position, line.limit)
    if match is None or match[0] in _special():
        return 0
    return match.end()


@cache
def _special() -> frozenset[str]:
    return frozenset(
        (
            *shorts(),
            *table("acronyms"),
            *table("currencies"),
            *table("units"),
            *_NUMBER_WORDS,
            *_dated(),
            *_short_dated(),
            *table("corps"),
            *table("scripture"),
        )
    )


def _short_dated() -> tuple[str, ...]:
    return "Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"


def _dated() -> tuple[str, ...]:
    return tuple(name.capitalize() for name in (*table("months"), *cues("day")))


def word(line: Line, position: int) -> Reading | None:
    """Read a word, with its hyphens if none of its parts is an acronym."""
    match = _WORD.match(line.text, position, line.limit)
    if match is None:
        return None
    printed = match[0]
    if "-" in printed and (_CAPITALS.search(printed) or _is_lettered(printed)):
        printed = printed[: printed.index("-")]
    elif _BEFORE_LETTER.search(printed):
        printed = printed[: printed.rindex("-")]
    shown = printed.replace(UNHEARD, "").strip("-'")
    if not shown:
        return None
    end = position + len(printed)
    if _is_unsayable(shown):
        return Reading(end, (Say(table("file_words").get(shown) or spell(shown), position, end),))
    if len(shown) == 1:
        return Reading(end, (Say(spell(shown), position, end),))
    respelled = table("respelled").get(shown.lower()) if "'" in shown else None
    shown = respelled or (shown.lower() if line.is_shouted and shown.isupper() else shown)
    return Reading(end, (Say(unicodedata.normalize("NFC", shown), position, end),))


def _is_unsayable(shown: str) -> bool:
    """Whether no voice can say it but by its letters: "Hb", "Wkr"."""
    return bool(_UNSAYABLE.fullmatch(shown)) and shown.lower() not in _SOUNDS


def spaced(line: Line, position: int) -> Reading | None:
    """Read "M E M U T U S K A N", a word printed wide."""
    match = _WIDE.match(line.text, position)
    if match is None:
        return None
    end = match.end()
    return Reading(end, (Say(match[0].replace(" ", "").lower(), position, end),))


def figure(line: Line, position: int) -> Reading:
    """Read one letter or figure of any script."""
    character = line.text[position]
    end = position + 1
    power = _POWERS.get(character)
    if power and line.text[position - 1 : position].isalpha():
        return Reading(end, (Say(power, position, end),))
    return Reading(end, (Say(odd(character), position, end),))


@cache
def odd(character: str) -> str:
    """Say a character that is no common letter: by what it is worth, by its name, or as it is."""
    value = unicodedata.numeric(character, None)
    if value is None:
        return spell(character) if character.isascii() else character
    if value == int(value) and 0 <= value < 10**12:
        return cardinal(str(int(value)))
    name = unicodedata.normalize("NFKC", character)
    over, _, under = name.partition("⁄")
    if over.isdecimal() and under.isdecimal():
        return f"{cardinal(over)} per {cardinal(under)}"
    return digits(name) or "angka"


def _is_lettered(printed: str) -> bool:
    return any(len(part) == 1 for part in printed.split("-")) and not printed[0].islower()
