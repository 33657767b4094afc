"""Take prefixes, endings and clitics off a word, down to a root that is known. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

Known = Callable[[str], str | None]

# The endings by their last letter, the prefixes by their first.
_SUFFIXES: Final = {"a": ("nya",), "h": ("lah", "kah"), "n": ("pun", "kan", "an"), "u": ("ku", "mu"), "i": ("i",)}
_PREFIXES: Final = {
    "b": ("ber", "be", "bel"),
    "d": ("di",),
    "k": ("ke", "ku", "kau"),
    "p": ("per", "pe", "pel"),
    "s": ("se",),
    "t": ("ter", "te"),
}
# What a prefix ends in, before which letters of the root, and the letters of the root that melted into it.
_NASAL: Final = (
    ("", "lrmnwy", ("",)),
    ("m", "bfvp", ("",)),
    ("m", "aeiou", ("p",)),
    ("n", "dcjzts", ("",)),
    ("n", "aeiou", ("t",)),
    ("ny", "aeiou", ("s",)),
    ("ng", "aeioughkq", ("",)),
    ("ng", "aeiou", ("k",)),
    ("nge", "bcdfghjklmnpqrstvwxyz", ("",)),
)
_COMBINED: Final = (
    "adi aéro agro anéka antar anti arkéo audio auto awa bio catur dasa dé dwi éka éko éks ékstra éléktro étno géo "
    "hétero hidro hiper homo infra inter intra kardio kémo ko kontra kuasi léwat maha makro manca méga méta mikro mono "
    "multi nara néo nir non oto paléo panca para pasca pérsona poli pra pré proto psiko purba purna radio ré sapta "
    "sémi serba sosio sub super supra swa tak tan tata télé térmo trans tri tuna ultra wira"
)
_COMBINING: Final = {form.replace("é", "e"): form for form in _COMBINED.split()}
_LONGEST_FORM: Final = max(map(len, _COMBINING))
_SHORTEST_ROOT: Final = 3
_SHORTEST_BEHIND_FORM: Final = 4
_NEVER_WITH_AN: Final = ("me", "di")  # "membedakan" is beda, not bedak
_VERBAL: Final = ("me", "di", "ter", "ku", "kau")  # before them -i is an ending: "menyukai", not "pandai"
_DEEPEST: Final = 3


def with_known_root(word: str, known: Known) -> str | None:
    """Return *word* marked by the longest root in it that is known, None if there is none.

    Args:
        word: small letters, no hyphen.
        known: gives the marked form of a word it knows.
    """
    best, least = None, len(word)
    for tail in _endings(word):
        if len(tail) >= least:
            break
        bare = tail.startswith("an")
        for head, root, melted in _beginnings(word[: len(word) - len(tail)], _DEEPEST):
            cost = len(head) + len(tail)
            if cost < least and not (bare and head.startswith(_NEVER_WITH_AN)):
                marked = known(root)
                if marked is not None:
                    best, least = _joined(head, marked[melted:], tail), cost
    return best


def _joined(head: str, root: str, tail: str) -> str:
    """Put the parts together, with "|" where vowels meet that stay two."""
    before = "|" if head.endswith("a") and root.startswith(("i", "u")) else ""
    behind = "|" if tail.startswith("i") and root.endswith("a") and (head + root).startswith(_VERBAL) else ""
    return head + before + root + behind + tail


def _endings(word: str) -> list[str]:
    """Return the endings that may be taken off, from none to the longest."""
    found, last = [""], [""]
    for _ in range(_DEEPEST):
        last = [
            suffix + end
            for end in last
            for suffix in _SUFFIXES.get(word[: len(word) - len(end)][-1:], ())
            if word.endswith(suffix + end) and len(word) - len(suffix + end) >= _SHORTEST_ROOT
        ]
        found += last
    return sorted(found, key=len)


def _beginnings(stem: str, depth: int) -> Iterator[tuple[str, str, int]]:
    """Yield (beginning as said, root, letters of the root that have melted into it), from none to *depth* prefixes."""
    yield "", stem, 0
    if not depth:
        return
    if depth > 1:
        for length in range(2, min(_LONGEST_FORM, len(stem) - _SHORTEST_BEHIND_FORM) + 1):
            form = _COMBINING.get(stem[:length])
            if form is not None:
                yield form, stem[length:], 0
    for prefix in _PREFIXES.get(stem[:1], ()):
        if stem.startswith(prefix):
            yield from _further(prefix, stem[len(prefix) :], depth)
    if stem.startswith(("me", "pe")):
        yield from _nasal(stem[:2], stem, depth)


def _nasal(prefix: str, stem: str, depth: int) -> Iterator[tuple[str, str, int]]:
    for nasal, letters, melted in _NASAL:
        beginning = prefix + nasal
        rest = stem[len(beginning) :]
        if stem.startswith(beginning) and rest[:1] in letters and rest:
            for letter in melted:
                if letter:
                    yield beginning, letter + rest, 1
                else:
                    yield from _further(beginning, rest, depth)


def _further(beginning: str, rest: str, depth: int) -> Iterator[tuple[str, str, int]]:
    if len(rest) >= _SHORTEST_ROOT:
        for head, root, melted in _beginnings(rest, depth - 1):
            yield beginning + head, root, melted
