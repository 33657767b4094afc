"""Convert between code points, in which we count, and UTF-16 units, in which Qt counts. The only place that does."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from pembaca.patterns import late

_SURROGATE: Final = late("[\ud800-\udfff]")
_BMP_END: Final = "\uffff"


class Utf16:
    """One text, counted both ways. An emoji is one code point and two units."""

    __slots__ = ("_astral", "points", "text", "units")

    def __init__(self, text: str) -> None:
        self.text = text
        self.points = len(text)
        is_plain = text.isascii() or max(text, default="") <= _BMP_END
        self._astral: list[int] = [] if is_plain else [at for at, char in enumerate(text) if char > _BMP_END]
        self.units = self.points + len(self._astral)

    def to_units(self, points: int) -> int:
        """Return how many units the first *points* code points take; kept within the text."""
        points = max(0, min(points, self.points))
        return points + bisect_left(self._astral, points)

    def to_points(self, units: int) -> int:
        """Return how many code points the first *units* units hold; the middle of a pair counts as before it."""
        units = max(0, min(units, self.units))
        if not self._astral:
            return units
        before = bisect_right(range(len(self._astral)), units, key=lambda nth: self._astral[nth] + nth + 2)
        return min(units - before, self._astral[before]) if before < len(self._astral) else units - before


def length(text: str) -> int:
    """Return the number of UTF-16 units of *text*."""
    return Utf16(text).units


def as_units(text: str) -> str:
    """Return *text* as Qt indexes it: one character a unit, the halves of a pair standing alone."""
    if text.isascii() or max(text, default="") <= _BMP_END:
        return text
    return "".join(chr(unit) for unit in memoryview(text.encode("utf-16-le", "surrogatepass")).cast("H"))


def for_qt(text: str) -> str:
    """Replace lone surrogates, which Qt cannot be handed, with U+FFFD; the number of code points stays."""
    return _SURROGATE.sub("\ufffd", text)
