"""The words whose sound is known: read once, when first asked for. Pure, tables ``lexicon`` and ``names``.

A *marked* word is its spelling in small letters with é where Indonesian says /e/; a plain e is /ə/. A "|" parts
vowels that are two, where nothing else tells.
"""

from __future__ import annotations

from functools import cache

from pembaca.resources import resource


@cache
def words() -> dict[str, str]:
    """Return the marked form of every known word, by its spelling."""
    return _by_spelling("lexicon")


@cache
def names() -> dict[str, str]:
    """Return the marked form of every known name, by its spelling in small letters."""
    return dict(_name(*pair) for pair in _by_spelling("names").items())


def _name(spelling: str, marked: str) -> tuple[str, str]:
    """Return the pair for a line "printed=said", or "said" where it is said as printed."""
    return spelling.partition("=")[0], marked.rpartition("=")[2]


def _by_spelling(table: str) -> dict[str, str]:
    _remark, _, text = resource(f"speech/{table}.txt").read_text(encoding="utf-8").partition("\n")
    return dict(zip(text.replace("é", "e").replace("|", "").split(), text.split(), strict=True))
