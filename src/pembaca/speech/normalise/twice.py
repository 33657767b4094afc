"""An amount printed twice, in figures and then in words in brackets, is said once. Pure."""

from __future__ import annotations

import re
from typing import Final

from msgspec.structs import replace

from pembaca.speech.normalise.line import Line
from pembaca.speech.normalise.spoken import Reading, Say

_IN_WORDS: Final = re.compile(r" ?\(([A-Za-z -]{3,160})\)")
_CURRENCY: Final = "rupiah"


def once(line: Line, reading: Reading) -> Reading:
    """Stretch the last word of an amount over the same words in brackets behind it."""
    match = _IN_WORDS.match(line.text, reading.end)
    if match is None:
        return reading
    said = _letters(" ".join(piece.spoken for piece in reading.pieces if isinstance(piece, Say)))
    written = _letters(match[1])
    if written not in (said, said.removesuffix(_CURRENCY), said.removesuffix("persen")):
        return reading
    last = max(index for index, piece in enumerate(reading.pieces) if isinstance(piece, Say))
    pieces = list(reading.pieces)
    final = pieces[last]
    assert isinstance(final, Say)
    pieces[last] = final._replace(end=match.end())
    return replace(reading, end=match.end(), pieces=tuple(pieces))


def _letters(words: str) -> str:
    return "".join(letter for letter in words.lower() if letter.isalpha())
