"""A word said twice where a 2 says so: "undang2", "buku²nya", "ke-2nya" is an ordinal. Pure, table ``reduplication``."""

from __future__ import annotations

import re
from typing import Final

from pembaca.speech.normalise.line import END, Line
from pembaca.speech.normalise.scales import unit
from pembaca.speech.normalise.spoken import Reading, Say
from pembaca.speech.normalise.tables import table

_PREFIXED: Final = re.compile(rf"([BbTtSsKkDdMmPp](?:er|e|i|em|en|eng|eny))-([a-z]{{3,12}})[2²](?:-?(nya|an|kan|i|lah))?{END}")
_RATINGS: Final = ("Aa", "Baa", "Ba", "Caa", "Ca")
"""What an agency calls a debtor: "Baa2"."""
_DOUBLED: Final = re.compile(rf"([A-Za-z]?[a-z]{{2,16}})[2²](?:-?(nya|an|kan|i|ku|mu|lah))?{END}")


def read(line: Line, position: int) -> Reading | None:
    """Read "undang2" as "undang-undang"."""
    prefixed = _PREFIXED.match(line.text, position)
    if prefixed:
        words = f"{prefixed[1]}{prefixed[2]}-{prefixed[2]}{prefixed[3] or ''}"
        return Reading(prefixed.end(), (Say(words, position, prefixed.end()),))
    match = _DOUBLED.match(line.text, position)
    if match is None or (not match[2] and unit(match[0])):
        return None
    word, tail = match[1], match[2] or ""
    if word in _RATINGS:
        return None
    known = table("reduplication").get(word.lower())
    root = known if known else word.lower()
    return Reading(match.end(), (Say(f"{word}-{root}{tail}", position, match.end()),))
