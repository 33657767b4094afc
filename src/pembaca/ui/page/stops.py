"""What a person can jump to on the page: headings, links, lists, pictures. Pure, no Qt."""

from __future__ import annotations

from typing import Literal

import msgspec

StopKind = Literal["heading", "link", "list", "image"]


class Stop(msgspec.Struct, frozen=True):
    """A place to jump to. ``level`` is the heading's level, or the number of items of a list; ``url`` the link's address.

    ``position`` and ``end`` are the page's positions.
    """

    kind: StopKind
    position: int
    end: int
    text: str
    level: int = 0
    url: str = ""


def next_stop(stops: tuple[Stop, ...], kind: StopKind, caret: int, *, forward: bool) -> Stop | None:
    """Return the nearest stop of *kind* after (or before) the *caret*, None if there is none."""
    found = [stop for stop in stops if stop.kind == kind]
    if forward:
        return next((stop for stop in found if stop.position > caret), None)
    return next((stop for stop in reversed(found) if stop.position < caret), None)


def link_at(stops: tuple[Stop, ...], caret: int) -> str:
    """Return the address of the link in which the *caret* stands, "" if in none."""
    return next((stop.url for stop in stops if stop.kind == "link" and stop.position <= caret < stop.end), "")
