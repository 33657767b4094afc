"""What a rule of the person's own dictionary says. Pure values; their order is the order in which they are tried."""

from __future__ import annotations

from typing import Literal

import msgspec

Kind = Literal["word", "part", "regex"]
Alphabet = Literal["letters", "phonemes"]


class Rule(msgspec.Struct, frozen=True, omit_defaults=True):
    """Say *find* as *say*.

    ``kind``: a whole word or words, any part of a word, or a regular expression. ``alphabet``: *say* is written as one would
    read it aloud, or in espeak-ng's mnemonics, a space between two words. ``feed`` is the address of the one feed it is for,
    "" for every text. ``id`` is given by the store.
    """

    find: str
    say: str
    id: int = 0
    kind: Kind = "word"
    alphabet: Alphabet = "letters"
    feed: str = ""
    is_on: bool = True
    match_case: bool = False

    @property
    def meaning(self) -> tuple[str, str, str, bool]:
        """What makes two rules the same one: where and what they look for."""
        find = self.find if self.match_case or self.kind == "regex" else self.find.casefold()
        return self.feed, self.kind, find, self.match_case
