"""How addresses are shown, read out and logged: without the password that stands in them, and not endless. Pure."""

from __future__ import annotations

from typing import Final

from pembaca.patterns import late

_LONGEST, _BEGINNING, _END = 120, 80, 30
_PASSWORD: Final = late(r"(?<=://)([^\s/?#:@]*):[^\s/?#]*@")


def shown(url: str) -> str:
    """Return an address as it is shown and read out; what was left out of a long one is a "…"."""
    text = masked(url)
    return text if len(text) <= _LONGEST else f"{text[:_BEGINNING]}…{text[-_END:]}"


def feed_name(title: str, url: str) -> str:
    """Return what a feed is called: its title, or its address where it has none."""
    return title or shown(url)


def masked(text: str) -> str:
    """Return *text* with dots for the passwords in all addresses in it."""
    return _PASSWORD.sub(r"\1:•••@", text) if "://" in text else text
