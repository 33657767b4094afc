"""Numbers of laws and letters: "No. 1/2023", "Pasal 28H ayat (1a)", "44/PMK.08/2014". Pure, table ``cues``."""

from __future__ import annotations

import re
from typing import Final

from pembaca.speech.normalise.letters import spell
from pembaca.speech.normalise.line import END, Line
from pembaca.speech.normalise.numbers import cardinal
from pembaca.speech.normalise.spoken import Reading, Say
from pembaca.speech.normalise.tables import cues

_NUMBER_SIGN: Final = re.compile(
    r"(?:Nomor|nomor|NOMOR|Nomer|nomer|No|no|NO|Nr|№)(?:\. ?| ?: ?| )?"
    r"(?=\d|[A-Z]{1,8}[-./][\w./-]{0,20}\d|(?:Telp|Telepon|HP|Hp|Rek|WA|Urut|Induk|Reg|Surat|Polisi|Kontak|Perkara))"
)
_OF_YEAR: Final = re.compile(r"(\d{1,4})([A-Z]?)(/| ?Th(?:n)?\.? ?)((?:19|20)\d\d)(?![\w/]|[.-]\d)")
_LETTERED: Final = re.compile(rf"(\d{{1,3}}) ?([a-zA-Z]){END}")
_GLUED: Final = re.compile(
    r"(?:(jo|Jo|ayat|pasal|Pasal|huruf|angka|butir|Kep)\.? ?(?=\d)|(Jo) (?=(?:Pasal|Ps\.|UU|PP|Undang-Undang|Perma|Perp?pu)\b))"
)
_BETWEEN: Final = re.compile(r"\b([A-Za-z]+)((?: \(?[A-Z][A-Za-z.-]{1,16}\)?){1,4}) $")
_LAW_NAME: Final = re.compile(
    r"(?:inmen|per(?:men|ka|da|gub|bup|wali|dirjen|ban|ja)|kep(?:men|pres|dirjen|gub|bup|wali|ka))[a-z]*"
)
_GAZETTE: Final = re.compile(r"(T?LN|BN)(?= (?:Th\.? |Tahun )?(?:19|20)\d\d,? No)")
_GAZETTES: Final = {"LN": "Lembaran Negara", "TLN": "Tambahan Lembaran Negara", "BN": "Berita Negara"}
_GLUED_WORDS: Final = {"jo": "juncto", "kep": "Keputusan"}


def number_sign(line: Line, position: int) -> Reading | None:
    """Read "No. 12" and "Nomor 1/2023", whose year is said as one."""
    match = _NUMBER_SIGN.match(line.text, position)
    if not match:
        return None
    end = match.end()
    sign = Say("nomor" if not match[0][0].isupper() else "Nomor", position, position + len(match[0].rstrip(" .:")))
    year = _of_year(line, end)
    return Reading(year.end, (sign, *year.pieces)) if year else Reading(end, (sign,))


def gazette(line: Line, position: int) -> Reading | None:
    """Read "LN 1981 No. 76", where laws are printed."""
    match = _GAZETTE.match(line.text, position)
    if match is None:
        return None
    return Reading(match.end(1), (Say(_GAZETTES[match[1]], position, match.end(1)),))


def of_year(line: Line, position: int) -> Reading | None:
    """Read "13/2022" right behind the name of a kind of law."""
    if not _is_law(line, position):
        return None
    reading = _of_year(line, position)
    if reading is None:
        return None
    first, *others = reading.pieces
    assert isinstance(first, Say)
    return Reading(reading.end, (first._replace(spoken=f"Nomor {first.spoken}"), *others))


def _is_law(line: Line, position: int) -> bool:
    """Whether a kind of law stands before *position*, at once or with the names of its maker and place between."""
    before = line.word_before(position)
    if before in cues("law") or _LAW_NAME.fullmatch(before):
        return True
    named = _BETWEEN.search(line.text[max(0, position - 80) : position])
    if named is None:
        return False
    words = (named[1].lower(), *re.findall(r"[a-z]+", named[2].lower()))
    return any(word in cues("law") or _LAW_NAME.fullmatch(word) for word in words)


def lettered(line: Line, position: int) -> Reading | None:
    """Read "28H" or "1a" where an article or a paragraph is named."""
    match = _LETTERED.match(line.text, position)
    if not match:
        return None
    if match.end(1) != match.start(2) or line.word_before(position) not in cues("lettered"):
        return None
    pieces = (Say(cardinal(match[1]), position, match.end(1)), Say(spell(match[2]), match.start(2), match.end(2)))
    return Reading(match.end(), pieces)


def glued(line: Line, position: int) -> Reading | None:
    """Read "jo.363", "ayat(1)", and "Jo Pasal 18", where the dot is left out."""
    match = _GLUED.match(line.text, position)
    if not match:
        return None
    printed = match[1] or match[2]
    return Reading(match.end(), (Say(_GLUED_WORDS.get(printed.lower(), printed), position, position + len(printed)),))


def _of_year(line: Line, position: int) -> Reading | None:
    match = _OF_YEAR.match(line.text, position)
    if not match:
        return None
    number = cardinal(match[1]) + (f" {spell(match[2])}" if match[2] else "")
    pieces = (Say(number, position, match.end(2)), Say(f"tahun {cardinal(match[4])}", match.end(2), match.end()))
    return Reading(match.end(), pieces)
