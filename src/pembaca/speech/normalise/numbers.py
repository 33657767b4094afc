"""Figures as words: cardinals, ordinals, decimals, digit by digit. Pure; num2words is loaded at the first figure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Final

from pembaca.speech.normalise.line import Line

_DIGITS: Final = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_LONGEST: Final = 15
"""Figures with more digits than a thousand billion has are read digit by digit: nobody follows them otherwise."""

_NUMBER: Final = re.compile(
    r"(?P<whole>\d{1,3}(?:\.\d{3})+(?!\d))(?:,(?P<tail>\d+))?"
    r"|(?P<west>\d{1,3}(?:,\d{3}){1,6})\.(?P<west_tail>\d{1,2})(?!\d|[.,]\d)"
    r"|(?P<west_only>\d{1,3}(?:,\d{3}){2,6})(?![\d,]|\.\d)"
    r"|(?P<plain>\d+)(?:,(?P<plain_tail>\d+)|\.(?P<dotted>\d+)(?!\.\d))?"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A figure in the text. ``point`` is "koma", "titik" (printed with a dot: either may be meant) or "" without decimals."""

    end: int
    whole: str
    tail: str = ""
    point: str = ""

    @property
    def is_round(self) -> bool:
        """Whether nothing but zeros stands behind the comma."""
        return not self.tail.strip("0")

    def spoken(self, point: str | None = None) -> str:
        """Say it, its decimals digit by digit."""
        if not self.tail:
            return cardinal(self.whole)
        return f"{cardinal(self.whole)} {point or self.point} {digits(self.tail)}"


def number_at(line: Line, position: int) -> Number | None:
    """Read the figure that begins at *position*."""
    match = _NUMBER.match(line.text, position)
    if not match:
        return None
    end = match.end()
    if match["whole"]:
        return Number(end, match["whole"].replace(".", ""), match["tail"] or "", "koma" if match["tail"] else "")
    if match["west"]:
        return Number(end, match["west"].replace(",", ""), match["west_tail"], "koma")
    if match["west_only"]:
        return Number(end, match["west_only"].replace(",", ""))
    if match["dotted"]:
        return Number(end, match["plain"], match["dotted"], "titik")
    return Number(end, match["plain"], match["plain_tail"] or "", "koma" if match["plain_tail"] else "")


@lru_cache(maxsize=4096)
def cardinal(figures: str) -> str:
    """Say a whole number; one with a zero in front, or too long to follow, digit by digit."""
    if len(figures) > _LONGEST or (figures[0] == "0" and len(figures) > 1):
        return digits(figures)
    return _speller()(int(figures))


@cache
def _speller() -> Callable[[int], str]:
    """Load Indonesian alone: the package reads fifty languages when it is imported, 30 ms before the first sentence."""
    package = find_spec("num2words")
    path = Path(package.origin).with_name("lang_ID.py") if package and package.origin else None
    spec = spec_from_file_location("pembaca_num2words_id", path) if path and path.is_file() else None
    if spec is None or spec.loader is None:  # in a bundle there are no files
        from num2words import num2words

        return partial(num2words, lang="id")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    speller: Callable[[int], str] = module.Num2Word_ID().to_cardinal
    return speller


def count(value: int) -> str:
    """Say a whole number from 0 up."""
    return cardinal(str(value))


@lru_cache(maxsize=1024)
def ordinal(figures: str) -> str:
    """Say "pertama", "kedua", …"""
    if int(figures) == 1:
        return "pertama"
    return "ke" + cardinal(figures.lstrip("0") or "0")


def digits(figures: str) -> str:
    """Say each digit; anything else in *figures* is left out."""
    return " ".join(_DIGITS[int(figure)] for figure in figures if figure.isdecimal())
