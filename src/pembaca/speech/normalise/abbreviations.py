"""Short forms said in full, degrees and forms of address, initials. Pure, table ``abbreviations``."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from pembaca.speech.normalise.letters import spell
from pembaca.speech.normalise.line import Line
from pembaca.speech.normalise.meanings import MAKER, is_decree, is_of_births, told
from pembaca.speech.normalise.shorts import Short, shorts
from pembaca.speech.normalise.spoken import Pause, Reading, Say
from pembaca.speech.normalise.tables import cues, table

_KEY: Final = re.compile(
    r"[CMQWYcmqwy][- ](?:on|to|o)[- ][CDMQWYcdmqwy]\b"
    r"|(?:T?LN|BN)\.? ?RI\b|[A-Za-z]/[a-z]{1,2}\b|[^\W\d_]{1,12}(?:[.][ ]?[^\W\d_]{1,12}){0,4}\.?"
)
_INITIALS: Final = re.compile(r"(?:[A-Z]\. ?){1,4}(?=[A-Z][a-z])|(?:[A-Z]\.){2,5}|[A-Z]\.(?=,? [A-Z])")
_INITIALS_AHEAD: Final = ("berinisial", "inisial")
_CAPITALS_AHEAD: Final = re.compile(r" ?[A-Z]{3}")
_NAME_AHEAD: Final = re.compile(r" ?[A-Z][a-z']| [A-Z]\.| (?:Dr|dr|KH|TB)\b|/Kota\b")
_LAW_AHEAD: Final = re.compile(r" (?:\d|No|no|tentang|Tahun|tahun|ini\b|itu\b|tersebut|Pengganti|RI\b|turunan)")
_BEFORE_COMMA: Final = re.compile(r"([A-Za-z.]+), ?$")
_BEHIND_NAME: Final = re.compile(r"[A-Z][a-z]+ $|[A-Z]\.? $|(?:S|M)[A-Z][A-Za-z]*[., ]{1,2}$")
_JURISTS: Final = frozenset(("SH", "MH", "SIK"))
_AFTER_COMMA: Final = re.compile(r"\.?, ?([A-Z][A-Za-z.]{0,8})")
_SHORTEST_REGION: Final = 4
_OFFICE_AHEAD: Final = re.compile(r" [A-Z]{3,}\b")
_FROM: Final = re.compile(r"([A-Z][A-Za-z]+|[a-z]{2,}|\d)")
_SURAH_AHEAD: Final = re.compile(r" ?(?:A[a-z]{1,2}[- ][A-Z]|[A-Z][a-z']+ ?[:(/\[]? ?\d|[Ss]urat? )")
_PLACED: Final = re.compile(r"\b(?:Kota|Kabupaten|Kab\.|Provinsi|Prov\.) [A-Z][a-z]+$")
_FIGURE_BEFORE: Final = re.compile(r"(?:[\d%]|\d-\d\)) \Z")
_PLACES: Final = {
    "G.": ("Gunung", re.compile(r"\b(?:[Ee]rupsi|[Ll]etusan|[Kk]awah|[Pp]uncak|[Vv]ulkanik|[Ll]ereng|[Pp]endaki(?:an)?)\b")),
    "P.": (
        "Pulau",
        re.compile(r"\b(?:[Uu]tara|[Ss]elatan|[Tt]imur|[Bb]arat|[Pp]erairan|[Pp]esisir|[Pp]antai|[Tt]enggara|[Dd]aya) $"),
    ),
    "S.": ("Sungai", re.compile(r"\b(?:[Ll]uapan|[Bb]antaran|[Tt]anggul|[Mm]uara|[Mm]eluapnya|DAS|[Dd]ebit|[Nn]ormalisasi) $")),
}
"""What one letter before a name is short for, and the words that tell it."""
_PLACE_BEFORE: Final = re.compile(r"[A-Z][a-z]+ $")
_ARTICLE_AHEAD: Final = re.compile(r" (?:Pasal|pasal|Ps|ps|\d)")
_CONSONANTS: Final = re.compile(r"[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,3}")
_FIGURE_AHEAD: Final = re.compile(r" ?(?:\d|[IVXLC]{1,6}[A-H]?(?![A-Za-z]))")


def read(line: Line, position: int) -> Reading | None:
    """Read the longest short form of the table that begins at *position*."""
    if line.text.startswith(("se-", "Se-"), position) and line.text[position + 3 : position + 4].isupper():
        return _of_all(line, position)
    match = _KEY.match(line.text, position)
    if match is None or (
        line.text[position + 1 : position + 2] == "."
        and line.word_before(position) in _INITIALS_AHEAD
        and _INITIALS.match(line.text, position)
    ):
        return None
    printed = match[0]
    while printed:
        line.tries += 1
        end = position + len(printed)
        if not line.text[end : end + 1].isalnum() or printed.endswith("."):
            reading = _known(line, position, end, printed)
            if reading is not None:
                return reading
        printed = _shorter(printed)
    return None


def _of_all(line: Line, position: int) -> Reading | None:
    """Read "se-Kab. Bantul" as one word; a hyphen before anything else is left to the next rule."""
    whole = read(line, position + 3)
    first = whole.pieces[0] if whole else None
    if whole is None or not isinstance(first, Say) or line.text[position + 3 : position + 6] in ("se-", "Se-"):
        return None
    return Reading(whole.end, (first._replace(spoken=f"se-{first.spoken}", start=position), *whole.pieces[1:]))


def towards(line: Line, position: int) -> Reading | None:
    """Read "dr umum", and the "dr" that is "dari": before other small letters or a figure, or where one comes from a place."""
    if line.text[position : position + 3] != "dr ":
        return None
    ahead = _FROM.match(line.text, position + 3)
    if ahead is None:
        return None
    if ahead[1] in cues("doctor"):
        return Reading(position + 2, (Say("dokter", position, position + 2),))
    if ahead[1][:1].isupper():
        near = line.words_before(position, 1)
        is_place = ahead[1].lower() in cues("institution") and bool(near)
        is_behind_figure = bool(_FIGURE_BEFORE.search(line.text, max(0, position - 3), position))
        if not (is_place or is_behind_figure or (near and near[-1] in cues("origin"))):
            return None
    return Reading(position + 2, (Say("dari", position, position + 2),))


def initials(line: Line, position: int) -> Reading | None:
    """Read "B.J." and "A." before a name letter by letter."""
    match = _INITIALS.match(line.text, position)
    if match is None:
        return None
    place = _PLACES.get(match[0].rstrip())
    if place and place[1].search(line.text, max(0, position - 80), position):
        return Reading(position + 2, (Say(place[0], position, position + 1),))
    pieces = [
        Say(spell(letter), position + place, position + place + 1) for place, letter in enumerate(match[0]) if letter.isalpha()
    ]
    return Reading(match.end(), _ended(line, match.end(), match[0].rstrip(), pieces))


def _known(line: Line, position: int, end: int, printed: str) -> Reading | None:
    key = printed.replace(" ", "")
    short = shorts().get(key) or (shorts().get(printed.replace(" ", "-")) if " " in printed else None)
    if short is None and len(key) > _SHORTEST_REGION and key.isupper() and key.isalpha():
        region = shorts().get(key.capitalize())
        short = region if region is not None and not region.flags else None
    if short is None and key.endswith("."):
        short = shorts().get(key[0] + key[1:].lower()) if key[1:].isupper() and len(key) > 3 else None
        if (
            short is None
            and key[0].isupper()
            and (not key[:-1].isupper() or line.is_shouted or _FIGURE_AHEAD.match(line.text, end))
        ):
            small = shorts().get(key.lower())
            short = small if small and "g" not in small.flags and "n" not in small.flags else None
    if short is None and _CONSONANTS.fullmatch(key):
        short = shorts().get(key.lower())
    if short is None and key[0].isupper() and "." in key[:-1]:
        short = _degrees_by_letters().get(key.rstrip(".").lower())
    if short is None and key.isupper() and len(key) < 7 and _is_degree_place(line, position, end, key):
        short = _bare_degrees().get(key)
    if short is None and _BEHIND_NAME.search(line.text[max(0, position - 24) : position]):
        short = _mixed_degrees().get(key)
    if short is None or not _fits(line, position, end, short):
        return None
    spoken = told(line, position, end, key) or _clipped(line, position, end, printed, short)
    return Reading(end, _ended(line, end, printed, [Say(spoken, position, end)]))


def _clipped(line: Line, position: int, end: int, printed: str, short: Short) -> str:
    """Return what to say: the short form itself in "Peraturan Presiden (Perpres)", for the long one was just said."""
    text = line.text
    if text[position - 1 : position] != "(" or text[end : end + 1] != ")" or not printed.isalpha():
        return short.spoken
    before = text[max(0, position - len(short.spoken) - 3) : position - 1].rstrip().lower()
    return printed if before.endswith(short.spoken.lower()) and not printed.isupper() else short.spoken


@cache
def _mixed_degrees() -> dict[str, Short]:
    """Return the degrees that are known without dots and comma: those with small letters in them, and the jurists'."""
    bare = {printed.replace(".", ""): short for printed, short in shorts().items() if "g" in short.flags}
    return {
        printed: short for printed, short in bare.items() if not (printed.isupper() or len(printed) < 3) or printed in _JURISTS
    }


@cache
def _degrees_by_letters() -> dict[str, Short]:
    """Return the degrees by their small letters and inner dots: "S.Ip" and "M.SI" are printed too."""
    return {
        printed.rstrip(".").lower(): short for printed, short in shorts().items() if "g" in short.flags and printed[0].isupper()
    }


@cache
def _bare_degrees() -> dict[str, Short]:
    return {printed.replace(".", "").upper(): short for printed, short in shorts().items() if "g" in short.flags}


def _is_degree_place(line: Line, position: int, end: int, key: str) -> bool:
    """Whether bare capitals behind a comma are a degree: behind a name or a degree, and not MA, the court, in a list."""
    if key not in _bare_degrees():
        return False
    before = _BEFORE_COMMA.search(line.text[max(0, position - 24) : position])
    if before is None:
        return False
    if before[1].replace(".", "").upper() in _bare_degrees():
        return True
    if not before[1].istitle():
        return False
    following = _AFTER_COMMA.match(line.text, end)
    return key not in table("acronyms") or bool(following and following[1].replace(".", "").upper() in _bare_degrees())


def _fits(line: Line, position: int, end: int, short: Short) -> bool:
    if short.spoken in ("Selatan", "Utara") and not _PLACE_BEFORE.search(line.text[max(0, position - 24) : position]):
        return False
    if short.spoken == "subsider" and not _ARTICLE_AHEAD.match(line.text, end):
        return False
    if short.spoken == "golongan" and line.text.startswith(" darah", end):
        return True
    if short.spoken == "Quran Surah" and _SURAH_AHEAD.match(line.text, end):
        return True
    if "d" in short.flags and not _FIGURE_AHEAD.match(line.text, end):
        return False
    if "l" in short.flags and not _LAW_AHEAD.match(line.text, end):
        return False
    if "n" in short.flags:
        is_shouted = line.is_shouted and line.text[end - 1] == "." and _CAPITALS_AHEAD.match(line.text, end)
        if short.spoken != "Kepulauan" and is_shouted:
            return short.spoken != "haji" or not position or _is_title_place(line, position)
        if short.spoken.endswith("Kepala") and _OFFICE_AHEAD.match(line.text, end):
            return True
        if not _NAME_AHEAD.match(line.text, end):
            if short.spoken == "Kiai Haji" and is_of_births(line, position):
                return True
            if short.spoken == "Kepulauan" and line.text[end - 1] == ".":
                return is_decree(line, end) or (line.is_shouted and bool(MAKER.match(line.text, end)))
            return False
        if short.spoken == "haji" and position:
            return _is_title_place(line, position)
    return True


def _is_title_place(line: Line, position: int) -> bool:
    """Whether "H." stands before a name and not inside it."""
    before = line.text[max(0, position - 24) : position].rstrip()
    if not before or before[-1] in '.,(":;-–':
        return not re.search(r"\b[A-Z]\.$", before) or before.endswith("KH.")
    word = re.search(r"[^\W\d_]+$", before)
    if word and (word[0] in shorts() or _PLACED.search(before)):  # "Gubernur Kalsel H. Muhidin"
        return True
    return word is None or word[0][0].islower() or word[0].lower() in cues("office")


def _ended(line: Line, end: int, printed: str, pieces: list[Say]) -> tuple[Say | Pause, ...]:
    if printed.endswith(".") and line.is_last(end):
        return (*pieces, Pause("."))
    return tuple(pieces)


def _shorter(printed: str) -> str:
    """Return the next shorter form to try: without its last dot, else without its last group."""
    if printed.endswith("."):
        return printed[:-1]
    cut = max(printed.rfind("."), printed.rfind("/"))
    return printed[: cut + 1] if cut >= 0 and printed[cut] == "." else ""
