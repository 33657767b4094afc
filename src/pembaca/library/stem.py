"""Find the root of an Indonesian word. Pure, but for its lists of words and affixes, which are read once.

After Nazief and Adriani: particles and possessives come off first, then prefix and suffix together, and a root counts only if
the list says that it takes that pair of affixes. A word that is a root itself stays whole, so that "menteri" is no "teri"
and "berita" no "ita". What the list does not know loses its clitics at most.

Source: Nazief and Adriani, "Confix stripping: approach to stemming algorithm for Bahasa Indonesia" (1996); the roots and
their affix classes are those of the hunspell-id dictionary (resources/search/README.md).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from pembaca.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLITICS: Final = ("nyalah", "nyakah", "lah", "kah", "pun", "nya", "ku", "mu")
_LEAST_UNKNOWN: Final = 5  # letters that must be left of a word whose root is not known
_LEAST_ROOT: Final = 3
_VOWELS: Final = "aeiou"


def stem(word: str) -> str:
    """Return the root of *word*, which is in small letters; a word without a known root comes back as it is, or less its clitics.

    The same word always gives the same root, and a root gives itself.
    """
    known, irregular = _roots(), _irregular()
    for bare in _without_clitics(word):
        if bare in irregular:
            return irregular[bare]
        if bare in known:
            return bare
        found = _root_of(bare, known)
        if found is not None:
            return found
    rest = word.removesuffix("nya")
    return rest if rest != word and len(rest) >= _LEAST_UNKNOWN and rest[-1] not in "yw" else word


def _without_clitics(word: str) -> Iterator[str]:
    """Yield *word*, then what is left of it without one and without two clitics."""
    yield word
    for first in _CLITICS:
        if word.endswith(first) and len(word) - len(first) >= _LEAST_ROOT:
            rest = word[: -len(first)]
            yield rest
            for second in ("nya", "ku", "mu"):
                if rest.endswith(second) and len(rest) - len(second) >= _LEAST_ROOT:
                    yield rest[: -len(second)]


def _root_of(word: str, known: dict[str, str]) -> str | None:
    """Return the longest root that takes the affixes of *word*."""
    best, classes = "", _classes()
    for suffix in _suffixes():
        if not word.endswith(suffix):
            continue
        body = word[: len(word) - len(suffix)]
        for code, prefix in (*classes.get((suffix, word[0]), ()), *classes.get((suffix, ""), ())):
            for root in _bodies(body, prefix):
                if len(root) > max(len(best), _LEAST_ROOT - 1) and code in known.get(root, ""):
                    best = root
    return best or None


def _bodies(word: str, prefix: str) -> Iterator[str]:
    """Yield what may stand behind *prefix*, whose "N" takes the shape that the next letter asks for."""
    if "N" not in prefix:
        for shape in _shapes(prefix):
            if word.startswith(shape):
                yield word[len(shape) :]
        return
    outer, _, inner = prefix.rpartition("+")
    for shape in _shapes(outer):
        if word.startswith(shape):
            yield from _nasal(word[len(shape) :], inner[:-1])


def _shapes(prefix: str) -> tuple[str, ...]:
    """Return how *prefix* is written: "ber" loses its r before another r."""
    if prefix == "ku":
        return "ku", "kau"
    return (prefix, prefix[:-1]) if prefix.endswith("r") else (prefix,)


def _nasal(word: str, start: str) -> Iterator[str]:
    """Yield what may stand behind me- or pe- in its shapes me, mem, men, meny, meng; p, t, s and k may have melted into it."""
    if not word.startswith(start):
        return
    rest = word[len(start) :]
    first, second = rest[:1], rest[1:2]
    if first in tuple("lmnryw"):
        yield rest
    if first == "m" and second:
        yield rest[1:] if second in "bfvp" else "p" + rest[1:] if second in _VOWELS else rest
    if rest.startswith("ny"):
        yield "s" + rest[2:]
    if rest.startswith("ng"):
        yield rest[2:]
        yield "k" + rest[2:]
    elif first == "n" and second:
        yield rest[1:]
        if second in _VOWELS:
            yield "t" + rest[1:]


@cache
def _roots() -> dict[str, str]:
    """Return the roots with the classes of the affixes that each takes, a space before each class."""
    return {line[0]: f" {line[1]}" for line in _lines("roots.txt")}


@cache
def _irregular() -> dict[str, str]:
    """Return the words that the rules would take apart wrongly, with their roots."""
    return {line[0]: line[1] for line in _lines("irregular.txt")}


@cache
def _classes() -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Return the classes of affixes, code and prefix, by suffix and first letter; in a prefix "N" is a nasal."""
    classes: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for code, prefix, suffix in _lines("affixes.txt"):
        classes.setdefault((suffix, prefix[:1]), []).append((f" {code}", prefix))
    return classes


@cache
def _suffixes() -> tuple[str, ...]:
    return tuple(dict.fromkeys(suffix for suffix, _ in _classes()))


def _lines(name: str) -> Iterator[list[str]]:
    for line in (resource("search") / name).read_text(encoding="ascii").splitlines():
        yield line.split("/")
