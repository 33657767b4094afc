"""Letters said by their Indonesian names. Pure."""

from __future__ import annotations

import unicodedata
from typing import Final

_NAMES: Final = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        "a be ce de e ef ge ha i je ka el em en o pe ki er es te u ve we eks ye zet".split(),
        strict=True,
    )
)

_NAMES.update(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψωµ",
        (
            "alfa beta gama delta epsilon zeta eta teta iota kapa lamda mu nu ksi omikron "
            "pi ro sigma sigma tau upsilon fi khi psi omega mikro"
        ).split(),
        strict=True,
    )
)


def spell(letters: str) -> str:
    """Say each letter; marks on letters are left out, letters of other scripts stay as they are."""
    return " ".join(_name(letter) for letter in letters if letter.isalpha())


def _name(letter: str) -> str:
    plain = unicodedata.normalize("NFD", letter.lower())[:1]
    return _NAMES.get(plain, letter)
