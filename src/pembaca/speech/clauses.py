"""Cut what is too long for one breath of the engine, where a clause ends. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pembaca.patterns import late

_SHORTEST: Final = 120
_CLAUSE: Final = late(r"[;:,–—)”\"]\s+(?=\S)")
_SPACE: Final = late(r"\s+(?=\S)")


def cuts(text: str, longest: int) -> Iterator[int]:
    """Yield where the second and each later piece of *text* begins, ascending.

    Pieces are at most *longest* code points where the text has a clause end, else a space, in reach, and at most two and a
    half times that in any case; none is a mere scrap. A piece that does not end at the hard limit ends with white space.
    """
    start = 0
    while len(text) - start > longest:
        start = _next(text, start, longest)
        if start >= len(text):
            return
        yield start


def _next(text: str, start: int, longest: int) -> int:
    end, hard = len(text), longest * 5 // 2
    window = min(end, start + longest)
    if end - start < longest + _SHORTEST // 2:
        window = end - _SHORTEST // 2
    found = tuple(_CLAUSE.finditer(text, start + _SHORTEST, window))
    ends = [match.end() for match in found]
    strong = [match.end() for match in found if match[0][0] == ";"]
    if strong or ends:
        return (strong or ends)[-1]
    space = _SPACE.search(text, window, min(end, start + hard))
    if space:
        return space.end()
    return min(end, start + hard)
