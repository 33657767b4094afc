"""The table of short forms: how each is said, and whether its dot may end a sentence. Looks nothing up in a text."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pembaca.speech.normalise.tables import rows


class Short(NamedTuple):
    """A short form. ``flags``: c = no sentence ends behind its dot; f = none ends between it and a figure; t = known without
    its dots too; n = only before a name; d = only before a figure; l = only before what follows a law; g = a degree, known
    without dots behind a comma."""

    spoken: str
    flags: str


@cache
def shorts() -> dict[str, Short]:
    """Return the table by printed form without spaces, dots kept; forms flagged t also stand without their last dot."""
    found: dict[str, Short] = {}
    for printed, spoken, flags, *_origin in rows("abbreviations"):
        short = Short(spoken, flags)
        found[printed] = short
        if "t" in flags:
            found.setdefault(printed.replace(".", ""), short)
        if "." in printed[:-1] and printed.endswith("."):
            found.setdefault(printed[:-1], short)
    return found
