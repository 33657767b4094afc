"""The exact map between code-point offsets of ``Document.text`` and positions in the page. Pure, no Qt."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pembaca.ui.utf16 import Utf16


class PlaceMap:
    """Pieces of text that stand unbroken on the page, ascending both in offset and in position.

    What lies between two pieces (line breaks, "; " between cells, captions and other furniture) belongs to the end of
    the piece before when an offset is asked for, and to the start of the piece after when a position is.
    """

    __slots__ = ("_offsets", "_positions", "_texts")

    def __init__(self) -> None:
        self._offsets: list[int] = []
        self._positions: list[int] = []
        self._texts: list[Utf16] = []

    def add(self, offset: int, position: int, text: Utf16) -> None:
        """Record that *text* stands at *position* of the page and at *offset* of the document."""
        self._offsets.append(offset)
        self._positions.append(position)
        self._texts.append(text)

    def position_of(self, offset: int) -> int:
        """Return the page's position of code point *offset*."""
        at = bisect_right(self._offsets, offset) - 1
        if at < 0:
            return self._positions[0] if self._positions else 0
        return self._positions[at] + self._texts[at].to_units(offset - self._offsets[at])

    def offset_at(self, position: int) -> int:
        """Return the code point at *position* of the page; in furniture, where the text goes on after it."""
        at = bisect_right(self._positions, position) - 1
        if at < 0:
            return 0
        text = self._texts[at]
        if position - self._positions[at] > text.units and at + 1 < len(self._offsets):
            return self._offsets[at + 1]
        return self._offsets[at] + text.to_points(position - self._positions[at])
