"""Tell whether one dot before a capital, a figure or a quote ends the sentence. Pure; tables: abbreviations, cues, sentences."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pembaca.patterns import late
from pembaca.speech.normalise.scales import is_measure
from pembaca.speech.normalise.shorts import Short, shorts
from pembaca.speech.normalise.tables import cues, table

_UP_TO_OPENING: Final = late(r".*[\s(\[“‘\"«/,;]", re.DOTALL)
_LONGEST_TOKEN: Final = 32
_MARKER: Final = late(r"[(\[]?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]{1,2}")
_FIGURE: Final = late(r"\d|Rp\.? ?\d|[IVXLC]{1,6}(?![A-Za-z])")
_WHOLE_MONTHS: Final = ("mei", "juni", "juli", "may", "june", "july")
_INITIALS: Final = late(r"(?:[A-Z]\.){1,4}[A-Z]")
_DEGREE: Final = late(r"[A-Z][A-Za-z]{0,4}\.(?:[A-Z][A-Za-z]{0,3}\.?){0,3}")
_VERSE: Final = late(r"\d{1,3} ?: ?\d")
_UNSAYABLE: Final = late(r"(?!sms|wkwk)[B-DF-HJ-NP-TV-XZb-df-hj-np-tv-xz][b-df-hj-np-tv-xz]{1,4}")
"""No word: short for something, whatever it is."""
_COUNTED: Final = late(r"\d{1,2}|[a-z]")
_WORD: Final = late(r"[^\W\d_]+")
_HIJRI: Final = late(r"1[34]\d\d")
_LAST_OF_LIST: Final = late(r"[;,] (?:dan|atau|serta)$")
_LIST: Final = 1000  # code points that lie at most between two marks of a list within a sentence
_OPENERS: Final = "([\"'“‘«"


def ends(text: str, start: int, dot: int, place: int) -> bool:
    """Whether the sentence that began at *start* ends with the dot at *dot*; *place* is where the next word begins."""
    token = token_before(text, dot)
    begin = dot - len(token)
    if _is_marker(text, start, dot) or _is_inner_marker(text, start, begin, token):
        return False
    word = _WORD.match(text, place)
    is_fresh = word is not None and table("sentences").get(word[0]) == "starter"
    if table("sentences").get(token) == "title":
        return is_fresh
    if token in table("scripture") and _VERSE.match(text, place):
        return False
    before = word_before(text, begin)
    if _INITIALS.fullmatch(token) and (before in cues("america") or table("sentences").get(before) == "letter"):
        return is_fresh
    short = _short(token)
    if short is None and _UNSAYABLE.fullmatch(token) and not _is_measure(text, begin) and not is_measure(token):
        return is_fresh
    if short is not None and not _is_initials(text, begin, token, short.flags):
        is_over = is_fresh or (is_measure(token) and text[place].isalpha())
        return _short_ends(text, short.flags, dot, place) or (is_over and _is_measure(text, begin))
    if text[place].isdigit() and len(token) < 5 and token.lower() in table("months") and token.lower() not in _WHOLE_MONTHS:
        return False
    letters = token.replace(".", "")
    if len(letters) == 1 and letters.isalpha() and letters.isupper():
        return is_fresh or _names_a_letter(text, begin, letters)
    if _INITIALS.fullmatch(token) and (text[place].isupper() or text[place - 1] == "("):
        return is_fresh
    return True


@lru_cache(maxsize=4096)
def _short(token: str) -> Short | None:
    """Find a short form, also where a sentence begins with it."""
    if token.isdigit():
        return None
    if token.startswith(("se-", "Se-")):
        token = token[3:]
    short = shorts().get(f"{token}.") or shorts().get(token)
    if short is None and token[:1].isupper() and token[1:].islower():
        small = shorts().get(f"{token.lower()}.")
        short = small if small is not None and not {"g", "n"} & set(small.flags) else None
    if short is None and token.isupper() and len(token) > 2:  # a heading in capitals: "POLDA KEP. RIAU"
        titled = shorts().get(f"{token.capitalize()}.")
        short = titled if titled is not None and "c" in titled.flags else None
    return short


def word_before(text: str, end: int) -> str:
    """Return the word before *end* in small letters, without marks around it."""
    return token_before(text, end - 1 if end and text[end - 1].isspace() else end).lower().strip(".,")


def token_before(text: str, end: int) -> str:
    """Return what stands before *end* up to a space or an opening mark."""
    begin = max(0, end - _LONGEST_TOKEN)
    opening = _UP_TO_OPENING.match(text, begin, end)
    return text[opening.end() if opening else begin : end].lstrip(_OPENERS)


def _is_marker(text: str, start: int, dot: int) -> bool:
    """Whether the sentence so far is but the mark of a list: "a.", "1.", "2.1.", "IV."."""
    while start < dot and text[start].isspace():
        start += 1
    return dot + 1 - start <= 12 and bool(_MARKER.fullmatch(text, start, dot + 1))


def _is_inner_marker(text: str, start: int, place: int, token: str) -> bool:
    """Whether "2." counts on within the sentence, as in "a. satu; b. dua; dan c. tiga", but not in "Pasal 1, 2, dan 3."."""
    if not (_COUNTED.fullmatch(token) and text[place - 1 : place].isspace()):
        return False
    before = text[max(0, place - 8) : place].rstrip()
    if token in ("1", "a"):
        return before.endswith((";", ":", ","))
    last = str(int(token) - 1) if token.isdigit() else chr(ord(token) - 1)
    counted = text.rfind(f" {last}.", max(start, place - _LIST), place) >= 0
    return counted and (before.endswith((";", ":", ",")) or bool(_LAST_OF_LIST.search(before)))


def _is_initials(text: str, begin: int, token: str, flags: str) -> bool:
    """Whether what looks like a degree stands where a name begins: "Jl. M.T. Haryono"."""
    before = text[max(0, begin - 12) : begin].rstrip()
    return "g" in flags and bool(_INITIALS.fullmatch(token)) and (not before or before[-1] in ".(")


def _short_ends(text: str, flags: str, dot: int, place: int) -> bool:
    if text[dot + 1 : place].endswith("("):
        return False
    if "d" in flags or "f" in flags:
        return not _FIGURE.match(text, place)
    if "g" in flags:
        degree = _DEGREE.match(text, place)
        return degree is None or degree[0] not in shorts()
    return "c" not in flags or _is_era(text, dot, "H")


def _is_measure(text: str, place: int) -> bool:
    """Whether a figure stands before the short form: "35 th.", "3 bln."."""
    return text[place - 1 : place].isspace() and text[place - 2 : place - 1].isdigit()


def _names_a_letter(text: str, place: int, letters: str) -> bool:
    """Whether a capital is a name of a thing ("vitamin C.", "Perang Dunia I.", "Rp5 T.", "2020 M.") and no initial."""
    raw = token_before(text, place - 1 if place and text[place - 1].isspace() else place)
    before = raw.lower().strip(".,")
    if (
        before in cues("letter_name")
        or table("sentences").get(before) == "letter"
        or (letters in ("I", "V", "X") and before in cues("roman"))
    ):
        return True
    return raw[-1:].isdigit() and (letters != "H" or _is_era(text, place + 1, "H"))


def _is_era(text: str, dot: int, letter: str) -> bool:
    """Whether the dot ends "1443 H", the year of the hijra, where the same letter before a name is a title."""
    return text[dot - 1 : dot] == letter and bool(_HIJRI.fullmatch(token_before(text, dot - 2)))
