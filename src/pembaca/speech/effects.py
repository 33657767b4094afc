"""What a reading session wants done, in its order. Pure values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Speak:
    """Cut what sounds and say the sentence from that word."""

    take: int
    index: int
    word: int = 0


@dataclass(frozen=True, slots=True)
class Follow:
    """Say the sentence when the one that sounds is over, without a gap."""

    take: int
    index: int


@dataclass(frozen=True, slots=True)
class Hold:
    """Be silent at a sample."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """Go on at that sample."""


@dataclass(frozen=True, slots=True)
class Hush:
    """Be silent and forget what was to be said."""


@dataclass(frozen=True, slots=True)
class Light:
    """Light the sentence and the word in it; None for no light."""

    index: int | None
    word: int | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """The place in the article is now this code point."""

    offset: int


Effect = Speak | Follow | Hold | GoOn | Hush | Light | Move
Effects = tuple[Effect, ...]
