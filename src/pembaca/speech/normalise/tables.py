"""The tables under resources/speech: read once, when first asked for."""

from __future__ import annotations

from functools import cache

from pembaca.resources import resource


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table, each a tuple of its columns; lines that begin with "#" and empty ones are remarks."""
    lines = resource(f"speech/{name}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


@cache
def table(name: str) -> dict[str, str]:
    """Return a table's first column mapped to its second."""
    return {row[0]: row[1] for row in rows(name)}


@cache
def cues(name: str) -> frozenset[str]:
    """Return the words of the table ``cues`` listed under *name*."""
    return frozenset(row[1] for row in rows("cues") if row[0] == name)
