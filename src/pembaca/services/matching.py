"""Find what two sequences have in common, in order, in time proportional to their length. Pure; knows no text."""

from __future__ import annotations

from bisect import bisect_left
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

_MOST_PAIRS: Final = 10_000  # compared each with each where nothing unique shows the way
_STEPS: Final = 60  # for each item; what is not found by then counts as not in common

Pairs = list[tuple[int, int]]


class Gap(NamedTuple):
    """What stands between two common items: ranges of the one and the other, never both empty."""

    one: range
    other: range


def common(one: Sequence[Hashable], other: Sequence[Hashable]) -> Pairs:
    """Return the places of common items in both, ascending in both; not always the most there are, but those a person sees.

    What stands once in both guides (patience diff); only short stretches without such a guide are compared each with each.
    """
    found: Pairs = []
    left = _STEPS * (len(one) + len(other)) + _MOST_PAIRS
    waiting = [(range(len(one)), range(len(other)))]
    while waiting:
        ours, theirs, ends = _trimmed(one, other, *waiting.pop())
        found += ends
        left -= len(ours) + len(theirs) + len(ends)
        if not ours or not theirs or left <= 0:
            continue
        guides = _guides(one, other, ours, theirs)
        if guides:
            found += guides
            waiting += _between(guides, ours, theirs)
        elif len(ours) * len(theirs) <= min(_MOST_PAIRS, left):
            left -= len(ours) * len(theirs)
            found += _each_with_each(one, other, ours, theirs)
    return sorted(found)


def gaps(pairs: Pairs, one: int, other: int) -> Iterator[Gap]:
    """Give what lies before, between and after *pairs* in two sequences of those lengths."""
    for ours, theirs in _between(pairs, range(one), range(other)):
        if ours or theirs:
            yield Gap(ours, theirs)


def _between(pairs: Pairs, ours: range, theirs: range) -> list[tuple[range, range]]:
    ends = [(ours.start - 1, theirs.start - 1), *pairs, (ours.stop, theirs.stop)]
    return [(range(one + 1, next_one), range(other + 1, next_other)) for (one, other), (next_one, next_other) in pairwise(ends)]


def _trimmed(one: Sequence[Hashable], other: Sequence[Hashable], ours: range, theirs: range) -> tuple[range, range, Pairs]:
    """Take off what is alike at both ends."""
    first, second, last, end = ours.start, theirs.start, ours.stop, theirs.stop
    pairs: Pairs = []
    while first < last and second < end and one[first] == other[second]:
        pairs.append((first, second))
        first, second = first + 1, second + 1
    while first < last and second < end and one[last - 1] == other[end - 1]:
        last, end = last - 1, end - 1
        pairs.append((last, end))
    return range(first, last), range(second, end), pairs


def _guides(one: Sequence[Hashable], other: Sequence[Hashable], ours: range, theirs: range) -> Pairs:
    """Return what stands once in both ranges, as many as are in the same order."""
    here, there = _once(one, ours), _once(other, theirs)
    both = [(place, there[item]) for item, place in here.items() if item in there]
    tails: list[int] = []
    links: list[int] = []
    before: list[int] = []
    for at, (_, place) in enumerate(both):  # longest ascending row
        row = bisect_left(tails, place)
        before.append(links[row - 1] if row else -1)
        if row == len(tails):
            tails.append(place)
            links.append(at)
        else:
            tails[row], links[row] = place, at
    chain: Pairs = []
    at = links[-1] if links else -1
    while at >= 0:
        chain.append(both[at])
        at = before[at]
    return chain[::-1]


def _once(items: Sequence[Hashable], places: range) -> dict[Hashable, int]:
    found: dict[Hashable, int] = {}
    for place in places:
        found[items[place]] = -1 if items[place] in found else place
    return {item: place for item, place in found.items() if place >= 0}


def _each_with_each(one: Sequence[Hashable], other: Sequence[Hashable], ours: range, theirs: range) -> Pairs:
    matcher = SequenceMatcher(None, one[ours.start : ours.stop], other[theirs.start : theirs.stop], autojunk=False)
    return [
        (ours.start + block.a + nth, theirs.start + block.b + nth)
        for block in matcher.get_matching_blocks()
        for nth in range(block.size)
    ]
