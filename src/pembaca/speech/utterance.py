"""What is said: utterances, their words, and the printed text each word stands for. Pure values."""

from __future__ import annotations

import msgspec


class Word(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A spoken word.

    ``start``/``end`` are code points of ``Document.text``: the printed thing it stands for, which several words in a
    row may share. An aside, said but not printed ("Daftar tiga butir:"), shares the span of the printed word that it leads
    to. ``at`` is where the word begins in the utterance's ``spoken``. ``phonemes`` are espeak mnemonics without brackets,
    for engines that take them.
    """

    start: int
    end: int
    spoken: str
    at: int
    language: str = "id"
    phonemes: str | None = None
    is_aside: bool = False


class Utterance(msgspec.Struct, frozen=True):
    """One sentence sent to the voice. ``text`` is ``Document.text[start:end]``; ``spoken`` keeps the punctuation that is sent.

    ``part`` counts the document's parts (0 is the title): paragraphs, for moving by paragraph.
    """

    start: int
    end: int
    text: str
    spoken: str
    language: str
    words: tuple[Word, ...]
    part: int = 0


class Script(msgspec.Struct, frozen=True):
    """The utterances of a document: ascending, not overlapping, none crossing a part; title first.

    One that is not whole has the first of them; the rest is to come.
    """

    language: str
    utterances: tuple[Utterance, ...]
    is_whole: bool = True

    def begins_with(self, head: Script) -> bool:
        """Whether *head* is the beginning of this script."""
        return head.utterances == self.utterances[: len(head.utterances)]

    def index_at(self, offset: int) -> int:
        """Return the index of the utterance at code point *offset*, or the next one after it; the last one past the end."""
        for index, utterance in enumerate(self.utterances):
            if offset < utterance.end:
                return index
        return max(0, len(self.utterances) - 1)

    def part_start(self, index: int) -> int | None:
        """Return the first utterance of the part of that one, of the last part past the end; None without utterances."""
        utterances = self.utterances
        if not utterances:
            return None
        start = min(index, len(utterances) - 1)
        while start and utterances[start - 1].part == utterances[start].part:
            start -= 1
        return start

    def part_before(self, index: int) -> int | None:
        """Return the first utterance of the part before that of *index*."""
        start = self.part_start(index)
        return None if not start else self.part_start(start - 1)

    def part_after(self, index: int) -> int | None:
        """Return the first utterance of the part after that of *index*."""
        utterances = self.utterances
        if index >= len(utterances):
            return None
        here = utterances[index].part
        return next((i for i in range(index + 1, len(utterances)) if utterances[i].part != here), None)
