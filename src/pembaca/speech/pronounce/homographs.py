"""Words that are written alike and said differently: told apart by the words around. Pure, table ``homographs``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from pembaca.speech.normalise.tables import rows

_NEAR: Final = 4  # words
_CLITIC: Final = "nya"


class Reading(NamedTuple):
    """One way to say it. ``where`` and ``cues`` as the table's first lines say; the usual way has neither."""

    marked: str
    where: str
    cues: frozenset[str]


@cache
def readings() -> dict[str, tuple[Reading, ...]]:
    """Return the readings of every such word, the usual one last."""
    found: dict[str, list[Reading]] = {}
    for word, marked, where, cues, *_origin in rows("homographs"):
        found.setdefault(word, []).append(Reading(marked, where, frozenset(cues.split())))
    return {word: tuple(sorted(known, key=lambda reading: reading.where == "")) for word, known in found.items()}


def usual(word: str) -> str | None:
    """Return how *word* is said where nothing tells; None if it is no homograph."""
    known = readings().get(word)
    return known[-1].marked if known else None


def choose(words: Sequence[str], place: int) -> str | None:
    """Return how the homograph at *place* is said among *words*, which stand as they are spoken; None if it is none.

    "Apelnya" is told apart like "apel".
    """
    word = words[place].lower()
    known = readings().get(word)
    if known is None and word.endswith(_CLITIC):
        known = readings().get(word[: -len(_CLITIC)])
    if known is None:
        return None
    hints = [_hints(reading, words, place) for reading in known]
    marked = known[hints.index(max(hints)) if any(hints) else -1].marked
    return marked if len(marked) == len(word) else marked + _CLITIC


def _hints(reading: Reading, words: Sequence[str], place: int) -> int:
    """Return how many of the words around tell this reading."""
    match reading.where:
        case "<":
            near: Sequence[str] = words[max(0, place - 1) : place]
        case ">":
            near = words[place + 1 : place + 2]
        case "~":
            near = (*words[max(0, place - _NEAR) : place], *words[place + 1 : place + 1 + _NEAR])
        case "^":
            return int(place > 0 and words[place][:1].isupper())
        case _:
            return 0
    return sum(word.lower() in reading.cues for word in near)
