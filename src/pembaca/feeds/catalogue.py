"""The feeds that come with the program, for the reader to pick from."""

from __future__ import annotations

from typing import Literal

import msgspec

from pembaca.resources import resource


class CatalogueFeed(msgspec.Struct, frozen=True):
    """A feed to pick. ``status_note`` says how far its address is known to work, as a code."""

    title: str
    url: str
    status_note: Literal["untested", "seen_full", "seen_summary", "seen", "reported"]
    group: str


def catalogue() -> tuple[CatalogueFeed, ...]:
    """Return the feeds to pick from, the default one first."""
    return msgspec.json.decode(resource("catalogue.json").read_bytes(), type=tuple[CatalogueFeed, ...])
