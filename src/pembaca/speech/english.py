"""Tell what English words there are: the tables, read when first asked for. Pure but for that."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
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
_ORIGIN: Final = "\twordfreq"
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
    return ALONE if word in _made("english_alone") else WITHIN if word in _made("english_within") else ""


def has_signs(words: Sequence[str]) -> bool:
    """Whether any of *words* is one without which there is no English; quick, for most sentences have none."""
    if not (
        _made("english_alone").isdisjoint(words) and _made("english_within").isdisjoint(words) and _signs().isdisjoint(words)
    ):
        return True
    return any(glued(word) for word in words if word.endswith("nya") or word.startswith(("di", "me")))


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
def _own() -> dict[str, str]:
    """Return what the table of exceptions says of words, "" for never."""
    return {word: "" if what == "never" else what for word, what in table("english_parts").items() if what != "name"}


@cache
def _signs() -> frozenset[str]:
    """Return a word of each phrase, and the words that the table of exceptions calls English."""
    made = _made("english_alone")
    found = {phrase[-1] for others in phrases().values() for phrase in others if made.isdisjoint(phrase)}
    return frozenset(found.union(word for word, what in _own().items() if what in (ALONE, WITHIN)))


@cache
def _made(name: str) -> frozenset[str]:
    """Return a made table's words: all of its lines have one origin, so that it is read in 3 ms for 20,000 words."""
    lines = resource(f"speech/{name}.tsv").read_bytes().decode()
    return frozenset(lines.partition("\n")[2].replace(_ORIGIN, "").split())
