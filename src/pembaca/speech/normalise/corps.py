"""What an officer's rank is followed by: "Kolonel Inf Budi", "Laksamana (Purn)", "Kapten Laut (P)". Pure, table ``corps``."""

from __future__ import annotations

import re
from typing import Final

from pembaca.speech.normalise.line import Line
from pembaca.speech.normalise.spoken import Reading, Say
from pembaca.speech.normalise.tables import cues, table

_SHORT: Final = re.compile(r"[A-Z][A-Za-z]{0,3}\b\.?")
_NAVY: Final = re.compile(r"\bLaut ?\($")
_POLICE: Final = re.compile(r"\b(?:Pol|TNI)\.? ?\($")
_SPECIALIST: Final = re.compile(r"\bSp\.[A-Za-z.]{1,8} ?\($")
_BEHIND_RANK: Final = re.compile(r"([A-Z][a-z]+)(?: TNI| Pol\.?)? ?(\(?)$")
_AT_SEA: Final = {
    "P": "Pelaut", "T": "Teknik", "E": "Elektronika", "S": "Suplai", "K": "Kesehatan", "KH": "Khusus", "PM": "Polisi Militer",
}  # fmt: skip


def read(line: Line, position: int) -> Reading | None:
    """Read the corps in brackets behind a rank, or between a rank and a name."""
    match = _SHORT.match(line.text, position)
    if match is None:
        return None
    printed = match[0].rstrip(".")
    before = line.text[max(0, position - 40) : position]
    is_closed = line.text[match.end() : match.end() + 1] == ")"
    said = table("corps").get(printed)
    if _NAVY.search(before) and is_closed:
        said = _AT_SEA.get(printed, said)
    elif printed == "P" and is_closed and _POLICE.search(before):
        said = "Purnawirawan"
    elif printed == "K" and is_closed and _SPECIALIST.search(before):
        said = "Konsultan"
    elif said is None or not _is_behind_rank(before, is_closed):
        return None
    return None if said is None else Reading(match.end(), (Say(said, position, match.end()),))


def _is_behind_rank(before: str, is_closed: bool) -> bool:
    rank = _BEHIND_RANK.search(before)
    return rank is not None and rank[1].lower() in cues("rank") and bool(rank[2]) == is_closed
