"""Sides of the world by their letters: "angin dari BD", "TL–TG", "23 km BD Sinabang". Pure, table ``cues``."""

from __future__ import annotations

import re
from typing import Final

from pembaca.speech.normalise.line import END, Line
from pembaca.speech.normalise.spoken import Reading, Say
from pembaca.speech.normalise.tables import cues

_SIDES: Final = {
    "U": "utara", "TL": "timur laut", "T": "timur", "TG": "tenggara", "S": "selatan", "BD": "barat daya", "B": "barat",
    "BL": "barat laut", "UTL": "utara timur laut", "TTL": "timur timur laut", "TTG": "timur tenggara", "STG": "selatan tenggara",
    "SBD": "selatan barat daya", "BBD": "barat barat daya", "BBL": "barat barat laut", "UBL": "utara barat laut",
}  # fmt: skip
_CODE: Final = "|".join(sorted(_SIDES, key=len, reverse=True))
_READ: Final = re.compile(rf"({_CODE})(?:( ?[-–] ?)({_CODE}))?{END}(?!\. ?[A-Z]|-)")
_GLUED: Final = re.compile(rf"(Barat|Timur)(Daya|Laut){END}")
_NAME_AHEAD: Final = re.compile(r" [A-Z][a-z]")
_DISTANCE: Final = re.compile(r"\d ?[Kk]m $")
_JOINTS: Final = frozenset((" dan ", " ke ", " atau ", " hingga ", " sampai ", " s.d. ", " s/d ", ", ", "/"))
_LEADS: Final = frozenset("dari ke dan hingga sampai dominan umumnya".split())
_REACH: Final = 120


def read(line: Line, position: int) -> Reading | None:
    """Read the side, or two with a dash between, where the wind blows or a distance is told."""
    glued = _GLUED.match(line.text, position)
    if glued:
        return Reading(glued.end(), (Say(f"{glued[1]} {glued[2]}", position, glued.end()),))
    match = _READ.match(line.text, position)
    if match is None or not (_is_side(line, position, match) or _is_joined(line, position)):
        return None
    line.side_end = match.end()
    pieces = [Say(_SIDES[match[1]], position, match.end(1))]
    if match[3]:
        dash = match.start(2) + len(match[2]) - len(match[2].lstrip())
        pieces += [Say("sampai", dash, dash + 1), Say(_SIDES[match[3]], match.start(3), match.end(3))]
    return Reading(match.end(), tuple(pieces))


def _is_joined(line: Line, position: int) -> bool:
    return 0 <= line.side_end < position and line.text[line.side_end : position] in _JOINTS


def _is_side(line: Line, position: int, match: re.Match[str]) -> bool:
    """Whether the letters are a side: told by a distance, or by the word before and the wind in the sentence."""
    before = line.text[max(0, position - _REACH) : position]
    if len(match[1]) > 1 and _DISTANCE.search(before):
        return True
    near = line.words_before(position, 2)
    if not cues("toward").isdisjoint(near):
        return len(match[1]) > 1 or bool(match[3]) or near[-1] == "ke" or near[-1] in cues("toward")
    if near and near[-1] in cues("waters") and len(match[1]) == 1:
        return bool(_NAME_AHEAD.match(line.text, match.end()))
    if cues("wind").isdisjoint(re.findall(r"[a-z]+", before.lower())):
        return False
    return bool(near) and (near[-1] in cues("wind") or near[-1] in cues("toward") or near[-1] in _LEADS)
