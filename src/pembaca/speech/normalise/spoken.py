"""What a rule hands back, and how words and pauses become one line with its map. Pure values."""

from __future__ import annotations

from typing import Final, NamedTuple

import msgspec

_STRENGTH: Final = {"": 0, ",": 1, ";": 2, ":": 3, ".": 4, "!": 5, "?": 6}


class SpokenWord(NamedTuple):
    """A word to say, the printed span it stands for, and where it begins in the spoken line."""

    spoken: str
    start: int
    end: int
    at: int


class SpokenText(msgspec.Struct, frozen=True):
    """A line to say. The spans of ``words`` ascend: each is the one before it again, or begins at or after its end."""

    text: str
    words: tuple[SpokenWord, ...]


class Say(NamedTuple):
    """Words parted by spaces that stand for one printed span."""

    spoken: str
    start: int
    end: int


class Pause(NamedTuple):
    """A rest: ``,`` or another mark of punctuation."""

    mark: str


class Reading(msgspec.Struct, frozen=True):
    """What a rule made of the text up to ``end``: every letter and digit of it lies in the span of some Say."""

    end: int
    pieces: tuple[Say | Pause, ...]
    is_amount: bool = False


class SpeechLine:
    """Collects words and pauses in reading order."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._words: list[SpokenWord] = []
        self._pause = ""
        self._is_tied = False

    def tie(self) -> None:
        """Join the next word to the one before with a hyphen."""
        self._is_tied = True

    def pause(self, mark: str) -> None:
        """Rest here; of several marks in a row the strongest stays, and none comes before the first word."""
        if self._words and _STRENGTH[mark] > _STRENGTH[self._pause]:
            self._pause = mark

    def say(self, piece: Say) -> None:
        """Add the words of *piece*."""
        joint = "-" if self._is_tied else " "
        self._is_tied = False
        for word in piece.spoken.split():
            if self._words:
                self._append(self._pause + " " if self._pause else joint)
            self._pause = ""
            self._words.append(SpokenWord(word, piece.start, piece.end, self._length))
            self._append(word)
            joint = " "

    def finish(self) -> SpokenText:
        """Return the line; a mark at its end is kept, for the melody."""
        return SpokenText("".join(self._parts) + self._pause, tuple(self._words))

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
