"""Find a place of an old text again in the new one. Pure."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from pembaca.patterns import late

_SENTENCE: Final = late(r"[^\n]+?(?:[.!?…]+[\"”’)\]]*(?=\s|$)|(?=\n)|$)")
_MOST: Final = 2000  # sentences compared one with another; in a longer text a sentence is looked for by itself alone


def moved(old: str, new: str, offset: int) -> int:
    """Return where in *new* reading goes on that had come to *offset* in *old*.

    The same place of the same sentence if that sentence is still there; else where what took its place begins. What had been
    read to its end goes on with what was added there, and is at the end if nothing was.
    """
    if old == new:
        return offset
    before, after = _sentences(old), _sentences(new)
    if not before or not after or offset <= 0:
        return 0
    index = bisect_right([start for start, _ in before], offset) - 1
    if index < 0:
        return 0
    start, sentence = before[index]
    is_heard = offset >= start + len(sentence)
    if is_heard and index + 1 < len(before):  # in the gap between two sentences: it is the next one's turn
        index, is_heard, offset = index + 1, False, before[index + 1][0]
        start, sentence = before[index]
    place = _partner(before, after, index)
    if place is None:
        return _instead(before, after, index, is_heard, len(new))
    if not is_heard:
        return after[place][0] + offset - start
    return after[place + 1][0] if place + 1 < len(after) else len(new)


def _partner(before: list[tuple[int, str]], after: list[tuple[int, str]], index: int) -> int | None:
    """Return which sentence of *after* is that sentence of *before*: the one in the same row of sentences, else the nearest."""
    same = [number for number, (_, sentence) in enumerate(after) if sentence == before[index][1]]
    if len(same) > 1:
        for old, new, size in _blocks(before, after):
            if old <= index < old + size:
                return new + index - old
    share = index / len(before)
    return min(same, key=lambda number: abs(number / len(after) - share), default=None)


def _instead(before: list[tuple[int, str]], after: list[tuple[int, str]], index: int, is_heard: bool, end: int) -> int:
    """Return where begins what stands between the nearest sentences that stayed, before and after."""
    old_from, new_from = 0, 0
    for old, new, size in _blocks(before, after):
        if old > index:
            if is_heard or new == new_from or index - old_from >= new - new_from:
                return after[new][0] if is_heard or new == new_from else after[new - 1][0]
            break
        old_from, new_from = old + size, new + size
    at = new_from + (len(after) - new_from if is_heard else min(index - old_from, max(0, len(after) - new_from - 1)))
    return after[at][0] if at < len(after) else end


def _blocks(before: list[tuple[int, str]], after: list[tuple[int, str]]) -> list[tuple[int, int, int]]:
    """Return rows of sentences that stayed: first of the old, first of the new, how many; ascending, the last one empty."""
    if len(before) > _MOST or len(after) > _MOST:
        return []
    from difflib import SequenceMatcher  # not needed at the start

    matcher = SequenceMatcher(None, [text for _, text in before], [text for _, text in after], autojunk=False)
    return [(block.a, block.b, block.size) for block in matcher.get_matching_blocks() if block.size]


def _sentences(text: str) -> list[tuple[int, str]]:
    """Return where each sentence starts, and itself without blanks around it; ascending."""
    found = []
    for match in _SENTENCE.finditer(text):
        sentence = match[0].strip()
        if sentence:
            found.append((match.start() + len(match[0]) - len(match[0].lstrip()), sentence))
    return found
