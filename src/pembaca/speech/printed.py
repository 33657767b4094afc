"""The words of a text as they are printed, and what each is by itself: English or not. Pure."""

from __future__ import annotations

import re
from typing import Final

from pembaca.speech.english import ALONE, glued, kind

WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_JOINTS: Final = frozenset((" ", "\u00a0", "-", "‐", "‑", "  ", " & "))


class PrintedWord:
    """Where a printed word is, what it is, and whether it follows the one before it without a stop."""

    __slots__ = ("end", "is_joined", "kind", "small", "start", "text")

    def __init__(self, match: re.Match[str], text: str, before: int) -> None:
        self.text, self.start, self.end = match[0], match.start(), match.end()
        self.small = self.text.lower().replace("’", "'")
        self.kind = kind(self.small)
        self.is_joined = text[before : self.start] in _JOINTS
        root = None if self.kind else glued(self.small)
        if root is not None:
            self.is_joined = self.is_joined and root[0] == 0
            self.start, self.end = self.start + root[0], self.start + root[1]
            self.text, self.small, self.kind = self.text[root[0] : root[1]], self.small[root[0] : root[1]], ALONE


def printed_words(text: str) -> list[PrintedWord]:
    """Return the words of *text*, ascending; of one with Indonesian affixes glued to it the English root."""
    words: list[PrintedWord] = []
    end = len(text) + 1
    for match in WORD.finditer(text):
        words.append(PrintedWord(match, text, end))
        end = match.end() if words[-1].end == match.end() else len(text) + 1  # nothing joins an affix
    return words
