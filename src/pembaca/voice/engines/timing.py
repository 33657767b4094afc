"""When each word of an utterance begins, from whatever the engine tells. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

_PAUSE_LETTERS = {",": 3, ";": 4, ":": 4, ".": 6, "!": 6, "?": 6, "–": 3, "—": 3}


def spread(text: str, words: Sequence[tuple[int, int]], from_ms: float, to_ms: float) -> list[float]:
    """Give each word a start between two times, by the letters and stops before it.

    Args:
        words: ascending spans of *text*.
    """
    weights = [_weight(text[(words[i - 1][1] if i else 0) : span[0]], 1) for i, span in enumerate(words)]
    sizes = [max(1, end - start) for start, end in words]
    total = sum(weights[1:]) + sum(sizes) or 1
    starts, spent = [], 0
    for index, size in enumerate(sizes):
        spent += weights[index] if index else 0
        starts.append(from_ms + (to_ms - from_ms) * spent / total)
        spent += size
    return starts


def from_marks(words: Sequence[tuple[int, int]], marks: Sequence[tuple[int, float]], end_ms: float) -> list[float]:
    """Give each word the time of the first mark within it; a word without one lies between its neighbours.

    Args:
        words: ascending spans of the text that was sent.
        marks: (place in that text, ms), as the engine told them.
    Returns:
        One time a word, ascending, none after *end_ms*.
    """
    starts = [start for start, _ in words]
    known: dict[int, float] = {}
    for place, ms in marks:
        index = max(0, bisect_right(starts, place) - 1)
        if words and index not in known and place < words[index][1] + 1:
            known[index] = ms
    return _filled([known.get(index) for index in range(len(words))], end_ms)


def _filled(times: list[float | None], end_ms: float) -> list[float]:
    filled: list[float] = []
    last, index = 0.0, 0
    while index < len(times):
        until = next((j for j in range(index, len(times)) if times[j] is not None), len(times))
        ahead = times[until] if until < len(times) else None
        target = max(last, min(end_ms, end_ms if ahead is None else ahead))
        gaps = until - index
        # A first word that was not told begins with the sound; others share the time up to the next known one.
        offset = 0 if not filled else 1
        filled += [last + (target - last) * (k + offset) / (gaps + offset) for k in range(gaps)]
        if ahead is not None:
            filled.append(target)
        last, index = target, until + 1
    return filled


def _weight(between: str, space: int) -> int:
    return space + sum(_PAUSE_LETTERS.get(letter, 0) for letter in between)
