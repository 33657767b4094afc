"""Roman numerals, only where they are numerals: behind a word that counts, a name, or beside a figure. Pure, table ``cues``."""

from __future__ import annotations

import re
from typing import Final

from pembaca.speech.normalise.letters import spell
from pembaca.speech.normalise.line import END, Line
from pembaca.speech.normalise.numbers import count
from pembaca.speech.normalise.spoken import Reading, Say
from pembaca.speech.normalise.tables import cues, table

_NUMERAL: Final = re.compile(rf"([IVXLCDM]{{1,9}})(?:([-/]?)([A-Ha-h]))?{END}")
_SHAPE: Final = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_BARE: Final = re.compile(r"[IVX]{2,9}")
_JOINT: Final = re.compile(r"(?<=[IVXLC])(, dan |, | dan | atau | serta | hingga | sampai | sampai dengan | s\.d\. | s/d )\Z")
_RANGE: Final = re.compile(rf" ?(?:s\.d\.|s/d|sampai(?: dengan)?|hingga) ?([IVX]{{2,5}}){END}")
_SECOND: Final = re.compile(r"(?<![A-Za-z])II(?![A-Za-z])")
_PLAIN: Final = frozenset(("II", "III", "VII", "VIII", "XII", "XIII"))
"""What no acronym looks like."""
_AHEAD: Final = 300
_LIST_MARK: Final = re.compile(r"\(([ivx]{1,5})\)")
_CONSTITUENCY: Final = re.compile(r"(?:[Dd]apil|DAPIL|[Dd]aerah [Pp]emilihan)[^;:.]{0,90}[A-Z][a-z]+ $")
_NAME_AHEAD: Final = re.compile(r" [A-Z][a-z]")
_BARE_OR_ONE: Final = re.compile(r"[IVX]{1,6}")
_HEAD: Final = re.compile(r"\. [A-Z][A-Za-z]{3}")
_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_DIPLOMA: Final = re.compile(rf"([DS])[- ](I{{1,3}}|IV){END}")
_ACRONYM: Final = re.compile(r"(?<![A-Za-z])[A-Z]{3,8} $")
_NAMED: Final = re.compile(r"[A-Z][a-z]+[ ,]{1,2}$")


def read(line: Line, position: int) -> Reading | None:
    """Read "IV" behind "Bab", "XIX" behind a name, "II/2020", "III-A", "D-IV"."""
    mark = _LIST_MARK.match(line.text, position - 1) if position else None
    if (
        mark
        and _SHAPE.fullmatch(mark[1].upper())
        and (len(mark[1]) > 1 or (mark[1] == "i" and line.text.find("(ii)", position, position + _AHEAD) > 0))
    ):
        return Reading(mark.end(1), (Say(count(value(mark[1].upper())), position, mark.end(1)),))
    match = _DIPLOMA.match(line.text, position)
    if match:
        pieces = (Say(spell(match[1]), position, match.end(1)), Say(count(value(match[2])), match.start(2), match.end(2)))
        return Reading(match.end(), pieces)
    match = _NUMERAL.match(line.text, position)
    if match is None:
        return None
    numeral, suffix = match[1], match[3]
    if numeral in ("C", "D", "L", "M"):  # "Grup C": a letter
        return None
    if not _SHAPE.fullmatch(numeral) or not _is_numeral(line, position, numeral, match.end(1), bool(suffix)):
        return None
    number = Say(count(value(numeral)), position, match.end(1))
    if not suffix:
        return Reading(match.end(1), (number,), is_amount=True)
    return Reading(match.end(), (number, Say(spell(suffix), match.start(3), match.end(3))))


def is_numeral(text: str) -> bool:
    """Whether *text* has the letters and the shape of a numeral in capitals."""
    return bool(_SHAPE.fullmatch(text))


def value(numeral: str) -> int:
    """Return what a numeral of the right shape is worth."""
    total = 0
    for here, following in zip(numeral, numeral[1:] + " ", strict=True):
        worth = _VALUES[here]
        total += -worth if _VALUES.get(following, 0) > worth else worth
    return total


def _is_numeral(line: Line, position: int, numeral: str, end: int, has_suffix: bool) -> bool:
    if line.word_before(position) in cues("roman"):
        return True
    if not position and _BARE_OR_ONE.fullmatch(numeral) and _HEAD.match(line.text, end):
        return True
    if position and line.text[position - 1] in "-–" and line.amount_end == position - 1:
        return True
    joint = _JOINT.search(line.text, max(0, position - 16), position)
    if joint and line.amount_end == joint.start(1):
        return True
    to = _RANGE.match(line.text, end)
    if to and _SHAPE.fullmatch(to[1]) and value(to[1]) > value(numeral):  # "I s.d. VI"
        return True
    if _CONSTITUENCY.search(line.text[max(0, position - 120) : position]) and not _NAME_AHEAD.match(line.text, end):
        return True
    if (
        numeral == "I"
        and line.text[max(0, position - 2) : position].strip(" ") in ("(", ":")
        and _SECOND.search(line.text, end, end + _AHEAD)
    ):
        return True
    if not _BARE.fullmatch(numeral):
        return False
    if numeral in _PLAIN and not has_suffix:
        return True
    following = line.text[end : end + 2]
    if following[:1] in "/-" and following[1:2].isdigit():
        return True
    if has_suffix and line.text[end] not in "/-":
        return numeral in ("II", "III", "IV", "VII", "VIII")
    if line.is_shouted:
        return numeral in ("II", "III", "VII", "VIII", "XII", "XIII") or has_suffix
    if _ACRONYM.search(line.text[max(0, position - 12) : position]) and numeral not in table("acronyms"):
        return True
    return bool(_NAMED.search(line.text[max(0, position - 30) : position])) or following[:1] in ("/", ".", ")")
