"""Signs between words: said, a rest, or nothing. Pure, table ``symbols``."""

from __future__ import annotations

import re
from typing import Final

from pembaca.speech.normalise.line import END, UNHEARD, Line
from pembaca.speech.normalise.scales import per_at
from pembaca.speech.normalise.spoken import Pause, Reading, Say
from pembaca.speech.normalise.tables import cues, table

_RESTS: Final = {",": ",", ";": ";", ":": ":", "–": ",", "(": ",", ")": ",", "[": ",", "]": ",", '"': ",", "…": ",", "|": ","}
_MARK: Final = re.compile(r"[(\[](?:\d{1,3}[a-z]?|[a-z])[)\]]")
_COUNTED: Final = re.compile(r"\d ([A-Za-z]{2,12})$")
_MODEL: Final = re.compile(r"\b(?:(?:Boeing|Airbus|ATR|Cessna) ?|DDR|i)\d{1,4}$")
_DOSE: Final = re.compile(r"/\d{1,3} ?(?:ml|mL|kg|l|L|g|jam|hari|menit|tablet|orang)\b")
_NUMERAL: Final = re.compile(rf" ?[IVXLC]+{END}")
_LATITUDE: Final = re.compile(r"L[SU] ?$"), re.compile(r" ?[\d.,]+ ?°? ?L[SU]")
_LONGITUDE: Final = re.compile(r"B[TB] ?$"), re.compile(r" ?[\d.,]+ ?°? ?B[TB]")
_AXES: Final = (_LATITUDE, _LONGITUDE)
_STONE: Final = re.compile(r"\b(?:[Kk][Mm]|[Kk]ilometer)\.? ?\d{1,3} ?\Z")
_STONE_AHEAD: Final = re.compile(r" ?[Kk][Mm]\.? ?\d")
_NUMBERED: Final = re.compile(r"\b(?:[Nn]omor|[Nn]o\.?) ?\d{1,5}$")
_SIGNED: Final = re.compile(r"\d{1,2},\d{1,3}(?! ?%)(?![\d.])")
_TWO_COUNTS: Final = re.compile(r"/\d[\d.]* ")
_WORD: Final = re.compile(r"[A-Za-z]{2,12}")
_NONE: Final[tuple[Say | Pause, ...]] = ()


def read(line: Line, position: int) -> Reading:
    """Read the sign at *position*; one that is neither known nor a rest is unspoken."""
    sign = line.text[position]
    if sign in ".!?":
        return _end_mark(line, position, sign)
    if sign in "-–":
        return _dash(line, position, sign)
    if sign == "~" and line.text[position - 1 : position].isdigit() and line.text[position + 1 : position + 2].isdigit():
        return Reading(position + 1, (Say("sampai", position, position + 1),))
    if sign in "/":
        return _stroke(line, position)
    if sign == '"' and _is_inch(line, position):
        return Reading(position + 1, (Say("inci", position, position + 1),))
    if sign in '()[]"' and (line.is_last(position + 1) or _is_mark_bracket(line, position, sign)):
        return Reading(position + 1, _NONE)
    if sign in _RESTS:
        return Reading(position + 1, (Pause(_RESTS[sign]),))
    if sign == "+" and line.amount_end == position and line.text[position + 1 : position + 2] in ("", " ", ",", "."):
        return Reading(position + 1, (Say("lebih", position, position + 1),))
    if sign == ">" and line.text[position - 1 : position] in tuple("-–="):
        return Reading(position + 1, (Pause(","),))
    spoken = _plus(line, position, sign) or table("symbols").get(sign)
    if spoken is None or not _is_meant(line, position, sign):
        return Reading(position + 1, _NONE)
    return Reading(position + 1, (Say(spoken, position, position + 1),))


def _plus(line: Line, position: int, sign: str) -> str | None:
    """Say the plus of what is measured ("anomali +0,5") and of a kilometre stone ("Km 92+600"); others are added."""
    if sign != "+" or not line.text[position + 1 : position + 2].isdigit():
        return None
    if _STONE.search(line.text, max(0, position - 16), position):
        return "plus"
    is_signed = line.text[position - 1 : position] in ("", " ", "(") and _SIGNED.match(line.text, position + 1)
    return "plus" if is_signed else None


def _is_mark_bracket(line: Line, position: int, sign: str) -> bool:
    """Whether the bracket belongs to "ayat (1a)", which is said in one breath."""
    if sign in "([":
        return position > 0 and bool(_MARK.match(line.text, position))
    return sign in ")]" and bool(re.search(r"\w [(\[](?:\d{1,3}[a-z]?|[a-z])$", line.text[max(0, position - 8) : position]))


def _is_inch(line: Line, position: int) -> bool:
    """Whether the mark behind a figure tells inches, where no quotation is open and a thing of that measure is named."""
    text = line.text
    if not text[position - 1 : position].isdigit() or not position or text.count('"', max(0, position - 200), position) % 2:
        return False
    return not cues("inches").isdisjoint(line.words_before(position, 4))


def _end_mark(line: Line, position: int, sign: str) -> Reading:
    """A stop inside the sentence is a rest; a question stays a question before "tanya Menteri"."""
    if sign == "." and not line.is_last(position + 1):
        return Reading(position + 1, (Pause(","),) if line.text[position + 1 : position + 2] in (" ", ".") else _NONE)
    if sign == "!" and line.word_before(position) in cues("brand") and not line.is_last(position + 1):
        return Reading(position + 1, _NONE)
    return Reading(position + 1, (Pause(sign),))


def _dash(line: Line, position: int, sign: str) -> Reading:
    text, end = line.text, position + 1
    while text[end : end + 1] and text[end] in "-–":
        end += 1
    start = position
    gap = text[end : end + 1] == " "
    ahead = text[end + gap : end + gap + 3]
    behind = text[start - 1 : start] if start else " "
    is_behind_roman = text[position - 1 : position] in tuple("IVXLC")
    if is_behind_roman and end - position == 1 and line.amount_end == position:
        return Reading(end, (Say("sampai", position, end),) if _NUMERAL.match(text, end) else _NONE)
    if any(behind.search(text[max(0, position - 4) : position]) and ahead.match(text, end) for behind, ahead in _AXES):
        return Reading(end, (Say("sampai", position, end),))
    is_figure = ahead[:1].isdigit() or ahead[:2] in ("Rp", "US") or ahead[:1] in ("$", "½", "¼", "¾")
    month = _WORD.match(text, end)
    if end - position == 1 and month and line.amount_end == position and month[0].lower() in table("months"):
        return Reading(end, (Say("sampai", position, end),))
    if end - position == 1 and _STONE_AHEAD.match(text, end) and behind.isdigit():
        return Reading(end, (Say("sampai", position, end),))
    if is_figure and _MODEL.search(text[max(0, position - 16) : position]):
        return Reading(end, _NONE)
    if end - position == 1 and is_figure and 0 <= line.amount_end <= position and not text[line.amount_end : position].strip(" "):
        return Reading(end, (Say("sampai", position, end),), is_amount=False)
    if end - position == 1 and sign == "-" and ahead[:1].isdigit() and not gap and behind in ' ("':
        return Reading(end, (Say("minus", position, end),))
    if behind == " " or gap or sign == "–" or end - position > 1:
        return Reading(end, (Pause(","),))
    return Reading(end, _NONE)


def _stroke(line: Line, position: int) -> Reading:
    counted = _COUNTED.search(line.text[max(0, position - 24) : position])
    behind = _WORD.match(line.text, position + 1)
    if counted and behind and (counted[1].lower() in table("unit_words") or behind[0].lower() in cues("per_time")):
        per = per_at(line, position)
        if per:
            return Reading(per[1], (Say(per[0], position, per[1]),))
    if line.amount_end == position and _DOSE.match(line.text, position):
        return Reading(position + 1, (Say("per", position, position + 1),))
    before, after = line.text[max(0, position - 1) : position], line.text[position + 1 : position + 2]
    if _TWO_COUNTS.match(line.text, position) and counted:
        return Reading(position + 1, (Pause(","),))
    if before.isdigit() and (
        after.isdigit() or (after.isupper() and _NUMBERED.search(line.text[max(0, position - 16) : position]))
    ):
        return Reading(position + 1, (Say("garis miring", position, position + 1),))
    return Reading(position + 1, (Pause(","),) if before == " " and after == " " else _NONE)


def _is_meant(line: Line, position: int, sign: str) -> bool:
    """Whether a sign that may be a bullet or an ornament is said: it stands between two things, or beside a figure."""
    if sign in "*=~^_<>+#→":
        text = line.text
        before, after = text[max(0, position - 2) : position].strip(" "), text[position + 1 : position + 3].strip(" ")
        return (
            bool(after)
            and (after[:1].isalnum() or (sign in "<>" and after[:1] == "-"))
            and (
                (bool(before) and before[-1:].isalnum())
                or sign in "+<#"
                or (sign == ">" and (position > 0 or after[0].isdigit()))
            )
        )
    return sign != UNHEARD
