"""Telephone numbers, NIK, file numbers, and names made of letters and figures. Pure, table ``cues``."""

from __future__ import annotations

import re
from typing import Final

from pembaca.speech.normalise import roman
from pembaca.speech.normalise.acronyms import say_capitals
from pembaca.speech.normalise.letters import spell
from pembaca.speech.normalise.line import END, LETTER, Line
from pembaca.speech.normalise.numbers import cardinal, count, digits
from pembaca.speech.normalise.spoken import Reading, Say
from pembaca.speech.normalise.tables import cues, table

_PHONE: Final = re.compile(
    r"\(0\d{2,3}\) ?\d{2,8}(?:[ .-]{1,3}\d{2,5}){0,3}"
    r"|\+ ?\d{1,3}(?:[ .()-]{1,3}\d{2,8}){1,5}"
    r"|\+\d{8,14}"
    r"|0\d{2,3}(?:[.-]\d{1,6}){2,5}"
    r"|0\d{2,3} ?[-–.] ?\d{3,8}(?:[ .-]\d{2,5}){0,3}"
    r"|0\d{2,3} \d{3,4} \d{3,5}"
    r"|0\d{2,3}(?: \d{2,5}){3,4}"
    r"|0\d{2,3} \d{6,8}"
    r"|08\d{7,11}"
    r"|0(?:800|804)[-. ]\d[-. ]\d{3}[-. ]\d{3}"
    r"|1[- ]?500[- ]?\d{3}"
)
_GROUPED: Final = re.compile(r"(\d++)(?:[ .-]\d{1,8}){0,6}")
_CLOCK: Final = re.compile(r"[012]?\d[.:][0-5]\d(?![\d.])")
_COUNTED: Final = re.compile(r"\d{1,3}(?:\.\d{3})+ [a-z]")
_SHORTEST_ABROAD: Final = 8
_LONG: Final = 10
"""A row of so many figures is a number of a person or thing, never an amount."""
_SIGNED_DAY: Final = re.compile(rf"H ?([-+–]) ?(\d{{1,3}}){END}")
_FILE: Final = re.compile(r"[A-Za-z0-9]{1,16}(?:[./:-]{1,2}[A-Za-z0-9]{1,16}){1,12}(?![^\W_])")
_PART: Final = re.compile(rf"({LETTER}+)|(\d+)|(\.?/|[.:-])|(.)")
_MARKS: Final = {"/": "garis miring", ".": "titik", "-": "strip", ":": "titik dua"}
_QUAKE: Final = re.compile(r"(M[wb]?)[ :]{0,2}(?=\d[.,]\d(?!\d))")
_VOWEL: Final = re.compile(r"[aeiouy]", re.IGNORECASE)
_MAGNITUDE: Final = re.compile(rf"M(?:( ?= ?)(?=\d[.,]\d)|{END})")
_QUAKE_SIZE: Final = re.compile(r"\d[.,]\d \Z")
_QUARTER: Final = re.compile(rf"Q([1-4])(?:[-–/ ]?'?((?:20)?\d\d))?{END}(?![-–./,]\d)")
_OF_YEAR: Final = re.compile(rf"([1-4](?=Q)|[12])(Q|H)((?:20)?\d\d){END}(?![-–./,]\d)")
_PARTS: Final = {"Q": "kuartal", "H": "semester"}
_QUAKE_BEFORE: Final = re.compile(r"\b[Gg]empa\b")
_ROMAN: Final = re.compile(r"[IVX]{1,6}")
_PLATE: Final = re.compile(rf"([A-Z]{{1,2}})[ -](\d{{1,4}})[ -]([A-Z]{{1,3}}){END}")
_ROW: Final = re.compile(r"\d{5}(?![\w.,/-]{0,3}\w| [a-z(]| ?[%°])")
_BEFORE_ROW: Final = re.compile(r"\S+ (?:\S+ )*?[A-Z][\w.]*,? $|dan $")
_LEVELS: Final = re.compile(r"(?:[A-Z]{1,2}-?(?:\d{1,2}|I{1,3}|IV)/){1,4}[A-Z]{1,2}-?(?:\d{1,2}|I{1,3}|IV)")
_NEIGHBOURHOOD: Final = re.compile(rf"(RT|RW)[. ]{{1,2}}(\d{{1,3}})(?:(/)(?:(RW)[. ]{{0,2}})?(\d{{1,3}}))?{END}")
_GRADE: Final = re.compile(r"([A-EO]|AB)([+-])(?=[ ,.;)]|$)")
_LABELLED: Final = re.compile(rf"([A-Z]{{1,2}})(\d{{5,12}}){END}")
_MIXED: Final = re.compile(rf"([A-Z]{{1,4}})[-–]?(\d{{1,4}})(?![\w.,/-]{{0,12}}\d){END}")


def phone(line: Line, position: int) -> Reading | None:
    """Read a telephone number digit by digit, its groups parted by nothing but time."""
    match = _PHONE.match(line.text, position)
    if match is None or line.text[match.end() : match.end() + 1].isdigit():
        return None
    words = digits(match[0])
    if match[0][0] == "+" and len(words.split()) < _SHORTEST_ABROAD:
        return None
    if match[0][0] == "+":
        words = f"plus {words}"
    return Reading(match.end(), (Say(words, position, match.end()),))


def identity(line: Line, position: int) -> Reading | None:
    """Read what follows NIK, NIP, NPWP, rekening … digit by digit, and any long unbroken row of figures."""
    match = _GROUPED.match(line.text, position)
    if match is None or _CLOCK.match(line.text, position) or _COUNTED.match(line.text, position):
        return None
    end = match.end()
    if cues("identity").isdisjoint(line.words_before(position, 2)):
        if len(match[1]) < _LONG:
            return None
        end = match.end(1)
    printed = line.text[position:end]
    if len(printed) < 3 or line.text[end : end + 1].isalnum() or line.text[end : end + 1] == "/":
        return None
    return Reading(end, (Say(digits(printed), position, end),))


def file_number(line: Line, position: int) -> Reading | None:
    """Read "12/Pid.B/2024/PN" and "SEK-2.KP.02.01-123" mark by mark."""
    match = _FILE.match(line.text, position)
    if match is None or _LEVELS.fullmatch(match[0]):
        return None
    printed = match[0]
    has_letter = any(character.isalpha() for character in printed)
    has_digit = any(character.isdecimal() for character in printed)
    strokes = printed.count("/")
    marks = strokes + printed.count(".") + printed.count("-")
    if not (has_letter and has_digit and ((strokes >= 2) or (marks >= 3 and _capital_groups(printed)))):
        return None
    if line.text[match.end() : match.end() + 1] == "@":
        return None
    return Reading(match.end(), tuple(_parts(printed, position)))


def signed_day(line: Line, position: int) -> Reading | None:
    """Read "H-4" and "H+7"."""
    match = _SIGNED_DAY.match(line.text, position)
    if match is None:
        return None
    sign = "plus" if match[1] == "+" else "minus"
    words = f"{sign} {cardinal(match[2])}"
    return Reading(match.end(), (Say("ha", position, position + 1), Say(words, match.start(1), match.end())))


def quake(line: Line, position: int) -> Reading | None:
    """Read "M 5,6" of an earthquake."""
    match = _QUAKE.match(line.text, position)
    if match is None or (
        cues("quake").isdisjoint(line.words_before(position, 3))
        and not _QUAKE_BEFORE.search(line.text, max(0, position - 120), position)
    ):
        return None
    return Reading(match.end(), (Say("magnitudo", position, match.end(1)),))


def magnitude(line: Line, position: int) -> Reading | None:
    """Read the M of "gempa M=5,4" and of "gempa 5,5 M"."""
    match = _MAGNITUDE.match(line.text, position)
    if match is None or not _QUAKE_BEFORE.search(line.text, max(0, position - 120), position):
        return None
    if match[1] or _QUAKE_SIZE.search(line.text, max(0, position - 5), position):
        return Reading(match.end(), (Say("magnitudo", position, position + 1),))
    return None


def quarter(line: Line, position: int) -> Reading | None:
    """Read "Q3-2023" and "Q1", as banks print the quarters of a year."""
    match = _QUARTER.match(line.text, position)
    if match is None:
        return None
    pieces = [Say(f"kuartal {cardinal(match[1])}", position, match.end(1))]
    if match[2]:
        pieces.append(Say(cardinal(match[2][-4:] if len(match[2]) > 2 else f"20{match[2]}"), match.start(2), match.end(2)))
    return Reading(match.end(), tuple(pieces))


def quarter_of_year(line: Line, position: int) -> Reading | None:
    """Read "3Q24" and "1H2024"."""
    match = _OF_YEAR.match(line.text, position)
    if match is None:
        return None
    year = match[3] if len(match[3]) > 2 else f"20{match[3]}"
    pieces = (
        Say(f"{_PARTS[match[2]]} {cardinal(match[1])}", position, match.end(2)),
        Say(cardinal(year), match.start(3), match.end(3)),
    )
    return Reading(match.end(), pieces)


def plate(line: Line, position: int) -> Reading | None:
    """Read "B 1234 XYZ", the number plate of a car."""
    match = _PLATE.match(line.text, position)
    if match is None or (len(match[1]) + len(match[2]) < 4 and cues("plate").isdisjoint(line.words_before(position, 3))):
        return None
    pieces = (
        Say(spell(match[1]), position, match.end(1)),
        Say(digits(match[2]), match.start(2), match.end(2)),
        Say(spell(match[3]), match.start(3), match.end(3)),
    )
    return Reading(match.end(), pieces)


def row(line: Line, position: int) -> Reading | None:
    """Read a post code digit by digit: five figures without a dot, behind a name in an address, and nothing counted behind."""
    match = _ROW.match(line.text, position)
    if match is None:
        return None
    before = line.text[max(0, position - 100) : position]
    if not _BEFORE_ROW.search(before):
        return None
    if cues("address").isdisjoint(re.findall(r"[a-z]+", before.lower())):
        return None
    return Reading(match.end(), (Say(digits(match[0]), position, match.end()),))


def neighbourhood(line: Line, position: int) -> Reading | None:
    """Read "RT.7/RW.1" and "RT 03/05"."""
    match = _NEIGHBOURHOOD.match(line.text, position)
    if match is None:
        return None
    pieces = [Say(spell(match[1]), position, match.end(1)), Say(cardinal(match[2]), match.start(2), match.end(2))]
    if match[5]:
        joint = spell(match[4]) if match[4] else _MARKS["/"]
        group = 4 if match[4] else 3
        pieces.append(Say(joint, match.start(group), match.end(group)))
        pieces.append(Say(cardinal(match[5]), match.start(5), match.end(5)))
    return Reading(match.end(), tuple(pieces))


def graded(line: Line, position: int) -> Reading | None:
    """Read "A-" and "B+" where a mark is given, and the sign of a blood group."""
    match = _GRADE.match(line.text, position)
    if match is None:
        return None
    near = line.words_before(position, 5)
    if cues("grade").isdisjoint(near) and near[-1:] not in (("darah",), ("rhesus",)):
        return None
    pieces = (
        Say(spell(match[1]), position, match.end(1)),
        Say("plus" if match[2] == "+" else "minus", match.start(2), match.end(2)),
    )
    return Reading(match.end(), pieces)


def mixed(line: Line, position: int) -> Reading | None:
    """Read "G20", "B-52", "A4": letters by name, then the figure."""
    match = _LABELLED.match(line.text, position)
    if match:
        pieces = (Say(spell(match[1]), position, match.end(1)), Say(digits(match[2]), match.end(1), match.end()))
        return Reading(match.end(), pieces)
    match = _MIXED.match(line.text, position)
    if match is None:
        return None
    letters = say_capitals(match[1], is_shouted=False) if len(match[1]) > 2 else spell(match[1])
    pieces = (Say(letters, position, match.end(1)), Say(cardinal(match[2]), match.end(1), match.end()))
    return Reading(match.end(), pieces)


def _capital_groups(printed: str) -> bool:
    return all(not part.isalpha() or part.isupper() for part in re.split(r"[./:-]+", printed))


def _parts(printed: str, offset: int) -> list[Say]:
    pieces: list[Say] = []
    for match in _PART.finditer(printed):
        letters, figures, mark, other = match.groups()
        if letters:
            around = printed[match.start() - 1 : match.start()], printed[match.end() : match.end() + 1]
            is_numeral = around[0] in ("/", "-", "") and around[1] in ("/", "") and _ROMAN.fullmatch(letters)
            words = count(roman.value(letters)) if is_numeral else _letters(letters)
        elif figures:
            words = cardinal(figures)
        else:
            words = _MARKS.get(mark[-1:] or other, other or "")
        if words:
            pieces.append(Say(words, offset + match.start(), offset + match.end()))
    return pieces


def _letters(letters: str) -> str:
    if len(letters) == 1:
        return spell(letters)
    known = table("file_words").get(letters)
    if known:
        return known
    if letters.isupper():
        return say_capitals(letters, is_shouted=False)
    return letters if _VOWEL.search(letters) else spell(letters)
