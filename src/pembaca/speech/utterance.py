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
    """The utterances of a document: ascending, not overlapping, none crossing a part; title first."""

    language: str
    utterances: tuple[Utterance, ...]

    def index_at(self, offset: int) -> int:
        """Return the index of the utterance at code point *offset*, or the next one after it; the last one past the end."""
        for index, utterance in enumerate(self.utterances):
            if offset < utterance.end:
                return index
        return max(0, len(self.utterances) - 1)
