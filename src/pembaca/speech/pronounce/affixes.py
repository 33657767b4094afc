"""Take prefixes, endings and clitics off a word, down to a root that is known. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

Known = Callable[[str], str | None]

_SUFFIXES: Final = ("nya", "lah", "kah", "pun", "kan", "an", "ku", "mu", "i")
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
_PLAIN: Final = ("ber", "ter", "per", "di", "ke", "se", "pe", "be", "te", "bel", "pel", "ku", "kau")
_COMBINED: Final = (
    "adi aéro agro anéka antar anti arkéo audio auto awa bio catur dasa dé dwi éka éko éks ékstra éléktro étno géo "
    "hétero hidro hiper homo infra inter intra kardio ko kontra kuasi léwat maha makro manca méga méta mikro mono "
    "multi nara néo nir non oto paléo panca para pasca pérsona poli pra pré proto psiko purba purna radio ré sapta "
    "sémi serba sosio sub super supra swa tak tan tata télé térmo trans tri tuna ultra wira"
)
_COMBINING: Final = {form.replace("é", "e"): form for form in _COMBINED.split()}
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
    best: tuple[int, str] | None = None
    for tail in _endings(word):
        stem = word[: len(word) - len(tail)]
        for head, root, melted in _beginnings(stem, _DEEPEST):
            if tail.startswith("an") and head.startswith(_NEVER_WITH_AN):
                continue
            cost = len(head) + len(tail)
            if best is not None and cost >= best[0]:
                continue
            marked = known(root)
            if marked is not None:
                best = cost, _joined(head, marked[melted:], tail)
    return best[1] if best else None


def _joined(head: str, root: str, tail: str) -> str:
    """Put the parts together, with "|" where vowels meet that stay two."""
    before = "|" if head.endswith("a") and root.startswith(("i", "u")) else ""
    behind = "|" if tail.startswith("i") and root.endswith("a") and head.startswith(_VERBAL) else ""
    return head + before + root + behind + tail


def _endings(word: str) -> Iterator[str]:
    """Yield the endings that may be taken off, none first, then longer and longer ones."""
    yield ""
    open_ends = [""]
    for _ in range(_DEEPEST):
        open_ends = [
            suffix + end
            for end in open_ends
            for suffix in _SUFFIXES
            if word.endswith(suffix + end) and len(word) - len(suffix + end) >= _SHORTEST_ROOT
        ]
        yield from open_ends


def _beginnings(stem: str, depth: int) -> Iterator[tuple[str, str, int]]:
    """Yield (beginning as said, root, letters of the root that have melted into it), from none to *depth* prefixes."""
    yield "", stem, 0
    if not depth:
        return
    for length in range(2, min(7, len(stem) - _SHORTEST_BEHIND_FORM + 1)):
        form = _COMBINING.get(stem[:length])
        if form is not None:
            yield form, stem[length:], 0
    for prefix in _PLAIN:
        if stem.startswith(prefix):
            yield from _further(prefix, stem[len(prefix) :], depth)
    for prefix in ("me", "pe"):
        if stem.startswith(prefix):
            yield from _nasal(prefix, stem, depth)


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
