"""Tell what English words there are: the tables, read when first asked for. Pure but for that."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache, lru_cache
from typing import Final

from pembaca.resources import resource
from pembaca.speech.normalise.tables import rows, table

ALONE: Final = "alone"
"""English by itself."""
WITHIN: Final = "within"
"""English beside a word that is."""
BEFORE: Final = "before"
"""Of both languages; English before an English word: "final policy"."""
BETWEEN: Final = "between"
"""Of both languages; English between two English words."""

FUNCTION_WORDS: Final = frozenset("of the a an for and with at from is as or to".split())
"""No English phrase ends with one of these."""
INDONESIAN_WORDS: Final = frozenset(
    "yang dan di ke dari untuk dengan pada ini itu dalam oleh juga akan tidak bukan para serta atau kita kami ia kata".split()
)
"""No sentence in English has one of these."""
_ENGLISH_WORDS: Final = frozenset("the and of to is that for with on as was are by this from at it which have has were".split())
_WORD: Final = re.compile(r"[^\W\d_]+")
_ENOUGH: Final = 5  # function words; fewer say nothing
_GLANCE: Final = 20_000
_HEAD: Final = 2  # letters
_PREFIX: Final = re.compile(r"di|meng(?=[aeioughk])|men(?=[dtcjs])|mem(?=[bpf])|me(?=[rlw])")


def is_english(text: str) -> bool:
    """Whether a text of which nothing is known is in English, by its function words."""
    words = _WORD.findall(text[:_GLANCE].lower())
    count = sum(map(_ENGLISH_WORDS.__contains__, words))
    return count >= _ENOUGH and count > 2 * sum(map(INDONESIAN_WORDS.__contains__, words))


@lru_cache(maxsize=8192)
def kind(word: str) -> str:
    """Return what a word in small letters is; "" if it is not English."""
    own = _own().get(word)
    if own is not None:
        return own
    if (word,) in phrases().get(word, ()):
        return ALONE
    return ALONE if made(ALONE).has(word) else WITHIN if made(WITHIN).has(word) else ""


def has_signs(printed: Iterable[str]) -> bool:
    """Whether any of the words in small letters is one without which there is no English; quick, for most sentences have none."""
    words = set(printed)
    if not _own_signs().isdisjoint(words) or any(map(made(ALONE).has, words)) or any(map(made(WITHIN).has, words)):
        return True
    if any(_ends_phrase(word, words) for word in words if word in _last_words()):
        return True
    return any(glued(word) for word in words if word.endswith("nya") or word.startswith(("di", "me")))


def _ends_phrase(word: str, words: Set[str]) -> bool:
    return any(words >= set(phrase) for phrase in _last_words()[word])


@lru_cache(maxsize=8192)
def glued(word: str) -> tuple[int, int] | None:
    """Find the English word in one with Indonesian affixes glued to it: "websitenya", "diupload", "mengupdate"."""
    if kind(word):
        return None
    end = len(word) - 3 if word.endswith("nya") else len(word)
    prefix = _PREFIX.match(word)
    for start in (prefix.end(), 0) if prefix else (0,):
        shortest = 4 if start == 0 or word[0] == "d" else 6  # me- melts into the next letter: short roots are found by chance
        if (start or end < len(word)) and end - start >= shortest and kind(word[start:end]) == ALONE:
            return start, end
    return None


@cache
def names() -> frozenset[str]:
    """Return the words that are people's names as well when they have a capital."""
    return frozenset(word for word, what in table("english_parts").items() if what == "name")


@cache
def phrases() -> Mapping[str, Sequence[tuple[str, ...]]]:
    """Return the phrases and words that are English wherever they stand, by their first word, the longer before its beginning."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in reversed(rows("english")):  # the table is sorted: a phrase stands behind its own beginning
        words = tuple(row[0].replace("-", " ").split())
        found.setdefault(words[0], []).append(words)
    return found


@cache
def _last_words() -> Mapping[str, Sequence[tuple[str, ...]]]:
    """Return the same by their last word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for others in phrases().values():
        for phrase in others:
            found.setdefault(phrase[-1], []).append(phrase)
    return found


@cache
def _own() -> dict[str, str]:
    """Return what the table of exceptions says of words, "" for never."""
    return {word: "" if what == "never" else what for word, what in table("english_parts").items() if what != "name"}


@cache
def _own_signs() -> frozenset[str]:
    """Return the words that the table of exceptions calls English."""
    return frozenset(word for word, what in _own().items() if what in (ALONE, WITHIN))


class MadeWords:
    """The words of a made table, sorted, one a line; those that begin alike are read when the first of them is asked for.

    A sentence asks for a tenth of the table: all 20,000 words at once would take 5 ms before the first one sounds.
    """

    def __init__(self, name: str) -> None:
        _remark, _, self._lines = resource(f"speech/{name}.txt").read_bytes().partition(b"\n")
        self._parts: dict[str, frozenset[str]] = {}

    def has(self, word: str) -> bool:
        """Whether the table has *word* (small letters)."""
        head = word[:_HEAD]
        part = self._parts.get(head)
        if part is None:
            part = self._parts[head] = self._part(head.encode())
        return word in part

    def _part(self, head: bytes) -> frozenset[str]:
        places = range(len(self._lines))
        start = bisect_left(places, head, key=self._line_at)
        end = bisect_left(places, head + b"\xff", start, key=self._line_at)
        return frozenset(self._lines[start:end].decode().split())

    def _line_at(self, place: int) -> bytes:
        start = self._lines.rfind(b"\n", 0, place) + 1
        return self._lines[start : start + _HEAD + 1]


@cache
def made(what: str) -> MadeWords:
    """Return the words that are ALONE or WITHIN by the made tables."""
    return MadeWords(f"english_{what}")
