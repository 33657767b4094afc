"""Tell what English words there are: the tables, read when first asked for. Pure but for that."""

from __future__ import annotations

from functools import cache
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


@cache
def kinds() -> dict[str, str]:
    """Return what each known word is, by its small letters."""
    found = dict.fromkeys(_words("english_within"), WITHIN)
    found.update(dict.fromkeys(_words("english_alone"), ALONE))
    for word, kind in table("english_parts").items():
        if kind == "never":
            found.pop(word, None)
        elif kind != "name":
            found[word] = kind
    return found


@cache
def names() -> frozenset[str]:
    """Return the words that are people's names as well when they have a capital."""
    return frozenset(word for word, kind in table("english_parts").items() if kind == "name")


@cache
def phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases and words that are English wherever they stand, by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase, *_origin in rows("english"):
        words = tuple(phrase.replace("-", " ").split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(others, key=len, reverse=True)) for first, others in found.items()}


@cache
def signs() -> frozenset[str]:
    """Return words of which at least one is in any text with English in it; runs of letters, for a first glance."""
    found = {word.partition("'")[0] for word, kind in kinds().items() if kind in (ALONE, WITHIN)}
    found.update(phrase[-1] for others in phrases().values() for phrase in others if found.isdisjoint(phrase))
    return frozenset(found)


def _words(name: str) -> list[str]:
    """Return a made table's words: all of its lines have one origin, so that cutting at white space is quick enough."""
    _head, _, lines = resource(f"speech/{name}.tsv").read_text(encoding="utf-8").partition("\n")
    return lines.split()[::2]
