"""Sentences and quotations that are mostly English, and so are English as a whole. Pure; linear."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from pembaca.document import TextSpan
from pembaca.speech.english import BEFORE, BETWEEN, INDONESIAN_WORDS, WITHIN
from pembaca.speech.normalise.tables import cues
from pembaca.speech.printed import PrintedWord

_QUOTED: Final = re.compile(r"[“\"‘«]([^“”\"«»\n]{12,})[”\"’»]")
_FIGURES_BEFORE: Final = re.compile(r"[\d$€£#(][\d.,%°/:()–-]*[ \u00a0]$")
_FIGURES_BEHIND: Final = re.compile(r"(?:[ \u00a0.,(–-]{1,3}[$€£#]?\d(?:[\d.,:/–-]*\d)?%?){1,4}")
_DECIMAL: Final = re.compile(r"\d,\d{1,2}(?!\d)")  # a comma before decimals is Indonesian
_ENOUGH: Final = 4  # English words that make a sentence English, if they are
_MOSTLY: Final = 0.7  # of its words
_REACH: Final = 24


def widened(text: str, words: list[PrintedWord], found: list[tuple[int, int]]) -> Iterator[TextSpan]:
    """Yield the spans of *found*, and in their place one span of each sentence or quotation that is mostly English."""
    stretches = [(match.start(1), match.end(1)) for match in _QUOTED.finditer(text)]
    starts = [word.start for word in words]
    english = {index for first, last in found for index in range(first, last + 1)}
    wide: list[TextSpan] = []
    for start, end in ((0, len(text)), *stretches):
        first, last = bisect_left(starts, start), bisect_left(starts, end) - 1
        if (
            first < last
            and not (wide and start < wide[-1].end)
            and _is_mostly_english(text, words, range(first, last + 1), english)
        ):
            wide.append(_whole(text, words, first, last, english))
    narrow = (TextSpan(words[first].start, words[last].end) for first, last in found)
    kept = [span for span in narrow if not any(other.start <= span.start < other.end for other in wide)]
    yield from sorted(kept + wide)


def _whole(text: str, words: list[PrintedWord], first: int, last: int, english: set[int]) -> TextSpan:
    """Return the span of an English sentence with the figures at its ends, but without Indonesian words there."""
    start, end = first, last
    while start not in english and not words[start].kind:
        start += 1
    while end not in english and not (words[end].is_joined and words[end].text[0].isupper()):
        end -= 1
    begin, stop = words[start].start, words[end].end
    if start == first:
        figures = _FIGURES_BEFORE.search(text, max(0, begin - _REACH), begin)
        begin = figures.start() if figures else begin
    if end == last:
        figures = _FIGURES_BEHIND.match(text, stop)
        stop = figures.end() if figures else stop
    return TextSpan(begin, stop)


def _is_mostly_english(text: str, words: list[PrintedWord], inside: Sequence[int], english: set[int]) -> bool:
    stretch = [words[index] for index in inside]
    small = {word.small for word in stretch}
    if small & INDONESIAN_WORDS or small & cues("attribution"):
        return False
    count = sum(index in english or words[index].kind in (WITHIN, BETWEEN, BEFORE) for index in inside)
    unknown = sum(index not in english and words[index].text[0].isupper() for index in inside[1:])
    if count < _ENOUGH or count < _MOSTLY * (len(stretch) - unknown):
        return False
    return not _DECIMAL.search(text, stretch[0].start, stretch[-1].end)
