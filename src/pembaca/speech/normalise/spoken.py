"""What a rule hands back, and how words and pauses become one line with its map. Pure values."""

from __future__ import annotations

from typing import Final, NamedTuple

import msgspec

_MARKS: Final = ",;:.!?"
_NEVER: Final = 1 << 62
_STRENGTH: Final = {"": 0, ",": 1, ";": 2, ":": 3, ".": 4, "!": 5, "?": 6}


class SpokenWord(msgspec.Struct, frozen=True, gc=False):
    """A word to say, the printed span it stands for, and where it begins in the spoken line.

    ``phonemes`` are a person's own. An aside has no print: it shares the span of the word that it leads to.
    """

    spoken: str
    start: int
    end: int
    at: int
    phonemes: str | None = None
    is_aside: bool = False


class Given(NamedTuple):
    """A printed stretch that a person's own rule says with phonemes, one a word."""

    start: int
    end: int
    phonemes: tuple[str, ...]


class Aside(NamedTuple):
    """Words without print, said before the word at or after ``at`` (behind the last one, if none follows), then a rest."""

    at: int
    spoken: str
    rest: str = ""


class Trace(NamedTuple):
    """Which rule read the printed stretch."""

    start: int
    end: int
    rule: str


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


class Reading(msgspec.Struct, frozen=True, gc=False):
    """What a rule made of the text up to ``end``: every letter and digit of it lies in the span of some Say."""

    end: int
    pieces: tuple[Say | Pause, ...]
    is_amount: bool = False


class SpeechLine:
    """Collects words and pauses in reading order."""

    def __init__(self, asides: tuple[Aside, ...] = ()) -> None:
        self._asides = iter(asides)
        self._aside = next(self._asides, None)
        self._aside_at = _NEVER if self._aside is None else self._aside.at
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
        for word in piece.spoken.split():
            self.word(word, piece.start, piece.end)

    def word(self, word: str, start: int, end: int, phonemes: str | None = None) -> None:
        """Add one word."""
        if start >= self._aside_at:
            self._say_asides(start, end)
        self._add(word, start, end, phonemes, False)

    def finish(self) -> SpokenText:
        """Return the line; a mark at its end is kept, for the melody."""
        if self._aside is not None and self._words:
            self._say_asides(_NEVER, self._words[-1].end)
        return SpokenText("".join(self._parts) + self._pause, tuple(self._words))

    def _add(self, word: str, start: int, end: int, phonemes: str | None, is_aside: bool) -> None:
        if self._words:
            joint = " "
            if self._pause or self._is_tied:
                joint = self._pause + " " if self._pause else "-"
                self._pause = ""
            self._parts.append(joint)
            self._length += len(joint)
        self._is_tied = False
        self._words.append(SpokenWord(word, start, end, self._length, phonemes, is_aside))
        self._parts.append(word)
        self._length += len(word)

    def _say_asides(self, start: int, end: int) -> None:
        """Say the asides that are due at *start*, in front of the word there; those that are left, behind the last word."""
        last = self._words[-1] if start == _NEVER else None
        if last and not self._pause:
            self.pause(".")
        while self._aside is not None and self._aside.at <= start:
            for printed in self._aside.spoken.split():
                word = printed.rstrip(_MARKS)
                self._add(word, last.start if last else start, last.end if last else end, None, True)
                self.pause(printed[len(word) : len(word) + 1])
            self.pause(self._aside.rest)
            self._aside = next(self._asides, None)
        self._aside_at = _NEVER if self._aside is None else self._aside.at
