"""Compare two texts of one article: what is new or changed in the later one, and how much is gone. Pure; knows no screen."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pembaca.document import Document, TextSpan
from pembaca.services.matching import Pairs, common, gaps

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD: Final = re.compile(r"[^\W_]+(?:[.,:/'’\-][^\W_]+)*|\S")
_LETTERS: Final = re.compile(r"[^\W_]+")
_ALIKE: Final = 0.5  # a line that shares so much with an old one is that line, changed; one that keeps less is marked whole
_EACH: Final = 3_600  # likenesses looked at in one gap; in a larger one a line is only looked for nearby
_NEARBY: Final = 12
_LEAST_MOVED: Final = 3  # words of a line that counts as moved, not as new
_MUCH: Final = 3  # words that are gone beside those that took the place of others
_SHORT: Final = 3  # letters of a word that is marked with the changes on both its sides


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a reader of the old text has not read yet.

    ``spans``: code points of the new ``Document.text``, ascending, apart, none empty, none across two blocks. ``removed``
    counts the passages that nothing took the place of.
    """

    spans: tuple[TextSpan, ...] = ()
    removed: int = 0


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a document: its block (-1 the title), and its words and signs with their places in the text."""

    block: int
    words: tuple[str, ...]
    places: tuple[TextSpan, ...]

    def span(self, first: int, last: int) -> TextSpan:
        """Return where the words from *first* up to *last* stand."""
        return TextSpan(self.places[first].start, self.places[last - 1].end)


def compare(old: Document, new: Document) -> Comparison:
    """Compare line by line and, where a line is not what it was, word by word; a line that is mostly new is marked whole.

    White space does not count, nor does a line that only stands elsewhere now. Every letter that came in lies in a span. Takes
    time in proportion to the texts.
    """
    before, after = _lines(old), _lines(new)
    spans: list[TextSpan] = []
    removed = 0
    for olds, news in _not_common(before, after):
        removed += _compare_gap(olds, news, spans)
    return Comparison(tuple(_joined(sorted(spans), after, new.text)), removed)


def _lines(document: Document) -> list[_Line]:
    text, lines = document.text, []
    for part in document.parts():
        start = part.span.start
        for line in text[start : part.span.end].split("\n"):
            found = [(match[0], TextSpan(start + match.start(), start + match.end())) for match in _WORD.finditer(line)]
            if found:
                words, places = zip(*found, strict=True)
                lines.append(_Line(-1 if part.block is None else part.block, words, places))
            start += len(line) + 1
    return lines


def _not_common(before: list[_Line], after: list[_Line]) -> list[tuple[list[_Line], list[_Line]]]:
    """Return the lines of both that have no equal in the other, in stretches between those that have."""
    numbers: dict[tuple[str, ...], int] = {}
    ours, theirs = ([numbers.setdefault(line.words, len(numbers)) for line in lines] for lines in (before, after))
    found = [
        ([before[at] for at in gap.one], [after[at] for at in gap.other])
        for gap in gaps(common(ours, theirs), len(before), len(after))
    ]
    moved = Counter(line.words for olds, _ in found for line in olds) & Counter(line.words for _, news in found for line in news)
    away = moved.copy()
    return [(_without(olds, away), _without(news, moved)) for olds, news in found] if moved else found


def _compare_gap(olds: list[_Line], news: list[_Line], spans: list[TextSpan]) -> int:
    """Add to *spans* what is new in *news*, and return how many passages are gone."""
    pairs = _alike(olds, news)
    removed = 0
    for one, other in pairs:
        removed += _compare_line(olds[one], news[other], spans)
    for gap in gaps(pairs, len(olds), len(news)):
        spans += (news[at].span(0, len(news[at].words)) for at in gap.other)
        removed += max(0, _blocks(olds[at] for at in gap.one) - _blocks(news[at] for at in gap.other))
    return removed


def _compare_line(old: _Line, new: _Line, spans: list[TextSpan]) -> int:
    pairs = common(old.words, new.words)
    if len(pairs) < _ALIKE * len(new.words):
        spans.append(new.span(0, len(new.words)))
        return 0
    removed = 0
    for gap in gaps(pairs, len(old.words), len(new.words)):
        gone, come = _count(old, gap.one), _count(new, gap.other)
        if gap.other:
            spans.append(new.span(gap.other.start, gap.other.stop))
            removed += gone >= max(come + _MUCH, 2 * come)
        else:
            removed += gone > 0
    return removed


def _count(line: _Line, words: range) -> int:
    return sum(bool(_LETTERS.match(line.words[at])) for at in words)


def _blocks(lines: Iterable[_Line]) -> int:
    return len({line.block for line in lines})


def _alike(olds: list[_Line], news: list[_Line]) -> Pairs:
    """Say which of *news* is which of *olds*, changed: in order, as alike as can be."""
    if not olds or not news:
        return []
    sets, others = [frozenset(line.words) for line in olds], [frozenset(line.words) for line in news]
    return _best(sets, others) if len(olds) * len(news) <= _EACH else _nearby(sets, others)


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    share = 2 * len(one & other) / (len(one) + len(other))
    return share if share >= _ALIKE else 0.0


def _best(olds: Sequence[frozenset[str]], news: Sequence[frozenset[str]]) -> Pairs:
    """Find the pairs of the greatest likeness altogether."""
    likeness = [[_likeness(one, other) for other in news] for one in olds]
    total = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for at in reversed(range(len(olds))):
        row, below, shares = total[at], total[at + 1], likeness[at]
        for to in reversed(range(len(news))):
            paired = below[to + 1] + shares[to] if shares[to] else 0.0
            row[to] = max(paired, below[to], row[to + 1])
    pairs: Pairs = []
    at = to = 0
    while at < len(olds) and to < len(news):
        if likeness[at][to] and total[at][to] == total[at + 1][to + 1] + likeness[at][to]:
            pairs.append((at, to))
            at, to = at + 1, to + 1
        elif total[at][to] == total[at + 1][to]:
            at += 1
        else:
            to += 1
    return pairs


def _nearby(olds: Sequence[frozenset[str]], news: Sequence[frozenset[str]]) -> Pairs:
    """Go through *news* and take for each the most alike of the next few of *olds*."""
    pairs: Pairs = []
    at = 0
    for to, other in enumerate(news):
        near = range(at, min(at + _NEARBY, len(olds)))
        share, best = max(((_likeness(olds[one], other), -one) for one in near), default=(0, 0))
        if share:
            pairs.append((-best, to))
            at = 1 - best
    return pairs


def _without(lines: list[_Line], moved: Counter[tuple[str, ...]]) -> list[_Line]:
    """Leave out of *lines* those that *moved*, and count them off there."""
    kept = []
    for line in lines:
        if moved[line.words] > 0 and len(line.words) >= _LEAST_MOVED:
            moved[line.words] -= 1
        else:
            kept.append(line)
    return kept


def _joined(spans: list[TextSpan], lines: list[_Line], text: str) -> list[TextSpan]:
    """Join spans of one block between which nothing stands that is worth leaving out."""
    starts, joined = [line.places[0].start for line in lines], list[TextSpan]()
    for span in spans:
        before = joined[-1] if joined else None
        if before is not None and _belong(text[before.end : span.start]):
            one, other = (lines[bisect_right(starts, place) - 1].block for place in (before.start, span.start))
            if one == other:
                joined[-1] = TextSpan(before.start, span.end)
                continue
        joined.append(span)
    return joined


def _belong(between: str) -> bool:
    words = _LETTERS.findall(between)
    return not words or ("\n" not in between and len(words) == 1 and len(words[0]) <= _SHORT)
