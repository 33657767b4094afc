"""Guess which e an unknown word is said with, from the letters around. Pure, table ``e_weights``.

A sum of weights, one for each trait of the place; above zero is /e/. From the last e to the first, since each decision
is a trait of the one before it. packaging/pronunciation.py finds the weights.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from pembaca.resources import resource

BIAS: Final = "bias"
NAME: Final = 400  # set by the table of names, see docs/pronunciation.md
_VOWELS: Final = "aiueo"
_TO_VOWEL: Final = re.compile(r"[^aiueo$]*")
_HIATUS: Final = re.compile(r"[aiueo]{2}")
_CLUSTER: Final = re.compile(r"[bcdfgkpst][rl]")
_FOREIGN: Final = re.compile(r"[fvzxq]")
_ONE_SOUND: Final = re.compile(r"ng|ny|sy|kh")
_LEARNED: Final = (
    "isme isasi asi itas itif atif ik is if al logi grafi or ur si men ium um us an kan i".split()
)  # endings, the longest of those that share one first
_SHAPE: Final = str.maketrans(dict.fromkeys("bcdfghjklmnpqrstvwxyz'", "C"))


@cache
def weights() -> dict[str, int]:
    """Return the weights in thousandths, by trait."""
    fields = resource("speech/e_weights.txt").read_text(encoding="utf-8").split()
    return dict(zip(fields[::2], map(int, fields[1::2]), strict=True))


def guess(word: str, *, is_name: bool = False) -> str:
    """Return *word* (small letters) with é for each e that is likely /e/; in a name it is likelier."""
    return mark(word, weights(), NAME if is_name else 0)


def mark(word: str, known: dict[str, int], bonus: int = 0) -> str:
    """Return *word* marked by the weights *known*, with *bonus* for /e/."""
    found = list(word)
    bonus += known.get(BIAS, 0)
    after = "-"
    for place in reversed(range(len(word))):
        if word[place] == "e":
            after = "1" if bonus + sum(known.get(trait, 0) for trait in traits(word, place, after)) > 0 else "0"
            if after == "1":
                found[place] = "é"
    return "".join(found)


def traits(word: str, place: int, after: str) -> frozenset[str]:
    """Return what is known of the e at *place*.

    Args:
        after: the decision on the next e: "1" for /e/, "0" for /ə/, "-" where there is none.
    """
    return frozenset((*_letters(word, place), *_sounds(word, place, after)))


def _letters(word: str, place: int) -> Iterator[str]:
    left, right = "^" + word[:place], word[place + 1 :] + "$"
    for length in range(1, 6):
        yield "r" + right[:length]
        yield "l" + left[-length:]
    for before in (1, 2, 3):
        for behind in (1, 2, 3):
            yield f"{left[-before:]}_{right[:behind]}"
    shape = right.translate(_SHAPE)
    yield "s" + shape[:6]
    yield f"S{left.translate(_SHAPE)[-4:]}_{shape[:4]}"


def _sounds(word: str, place: int, after: str) -> Iterator[str]:
    left, right = word[:place], word[place + 1 :]
    vowels = "".join(letter for letter in right if letter in _VOWELS)
    before = "".join(letter for letter in left if letter in _VOWELS)
    ahead, behind = len(before), min(len(vowels), 4)
    following = vowels[:1] or "-"
    last = left[-1:] or "^"
    middle = _TO_VOWEL.match(right)[0]  # type: ignore[index]  # matches anything
    size = len(_ONE_SOUND.sub("N", middle))
    foreign = int(bool(_FOREIGN.search(word)))
    yield f"n{following}{min(behind, 3)}{size}"
    yield f"v{vowels[:2]}{min(ahead, 3)}"
    yield f"m{middle}{following}"
    yield f"L{last}{middle}{following}"
    yield f"p{before[-1:] or '-'}{after}{following}"
    yield f"P{after}"
    yield f"q{after}{left[-2:]}{right[:1]}"
    yield f"c{min(ahead, 3)}{behind}"
    for length in (2, 3, 4):
        yield f"e{word[-length:]}{behind}"
    yield f"b{word[:2]}{ahead}{following}"
    yield f"B{word[:3]}{ahead}"
    yield f"o{foreign}{following}{min(behind, 1)}"
    yield f"x{last}{following}{min(behind, 3)}{size}"
    yield f"y{vowels}{ahead}"
    yield f"z{last}_{vowels[:2]}_{size}"
    mixed = f"{int(bool(_HIATUS.search(word)))}{int(bool(_CLUSTER.search(word)))}{foreign}"
    yield f"h{mixed}{min(ahead, 2)}{following}"
    yield f"E{next((ending for ending in _LEARNED if word.endswith(ending)), '-')}{min(ahead, 2)}{following}"
