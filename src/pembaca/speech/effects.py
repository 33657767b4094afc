"""What a reading session wants done, in its order. Pure values."""

from __future__ import annotations

import msgspec


class Speak(msgspec.Struct, frozen=True):
    """Cut what sounds and say the sentence from that word."""

    take: int
    index: int
    word: int = 0


class Follow(msgspec.Struct, frozen=True):
    """Say the sentence when the one that sounds is over, without a gap."""

    take: int
    index: int


class Hold(msgspec.Struct, frozen=True):
    """Be silent at a sample."""


class GoOn(msgspec.Struct, frozen=True):
    """Go on at that sample."""


class Hush(msgspec.Struct, frozen=True):
    """Be silent and forget what was to be said."""


class Light(msgspec.Struct, frozen=True):
    """Light the sentence and the word in it; None for no light."""

    index: int | None
    word: int | None = None


class Move(msgspec.Struct, frozen=True):
    """The place in the article is now this code point."""

    offset: int


Effect = Speak | Follow | Hold | GoOn | Hush | Light | Move
Effects = tuple[Effect, ...]
