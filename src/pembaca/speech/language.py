"""Find English words and phrases in Indonesian text. Pure, table ``english``."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from pembaca.document import TextSpan
from pembaca.speech.normalise.normaliser import INDONESIAN
from pembaca.speech.normalise.tables import rows

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_BETWEEN: Final = re.compile(r"[ \u00a0-]")


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the table's phrases by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase, *_origin in rows("english"):
        words = tuple(_WORD.findall(phrase))
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in found.items()}


def spans(text: str, language: str = "id") -> tuple[tuple[TextSpan, str], ...]:
    """Find the stretches that another voice than that of *language* should say, with their language.

    Returns:
        Ascending spans of whole words; neighbours in the same language are one span. Empty for text that is not Indonesian.
    """
    if base(language) != "id":
        return ()
    words = list(_WORD.finditer(text))
    found: list[TextSpan] = []
    index = 0
    while index < len(words):
        length = _phrase_length(text, words, index)
        if length:
            start, end = words[index].start(), words[index + length - 1].end()
            if found and start - found[-1].end == 1 and _BETWEEN.match(text, found[-1].end):
                found[-1] = TextSpan(found[-1].start, end)
            else:
                found.append(TextSpan(start, end))
        index += length or 1
    return tuple((span, "en") for span in found)


def base(language: str | None) -> str:
    """Return the primary subtag in small letters; Indonesian where none is given."""
    first = (language or "").lower().replace("_", "-").partition("-")[0]
    return "id" if first in INDONESIAN else first


def _phrase_length(text: str, words: list[re.Match[str]], index: int) -> int:
    """Return how many words from *index* on are English by the table; 0 if none."""
    for phrase in _phrases().get(words[index][0].lower(), ()):
        last = index + len(phrase) - 1
        if last >= len(words):
            continue
        if all(words[index + place][0].lower() == word for place, word in enumerate(phrase)) and all(
            words[place + 1].start() - words[place].end() == 1 and _BETWEEN.match(text, words[place].end())
            for place in range(index, last)
        ):
            return len(phrase)
    return 0
