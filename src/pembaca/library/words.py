"""Know every word of the search index with its root, and widen a question to the words that are there.

Works inside the caller's transaction. A word is written as FTS5 writes it: small letters without accents.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterable
from typing import Final

from pembaca.library.stem import stem

_TOKEN: Final = re.compile(r"[^\W_]+")
_PLAIN: Final = re.compile(r"[a-z]+")
_LEAST_STEM: Final = 3
_MOST: Final = 200  # words beginning alike, that are asked for one by one; beyond, FTS5 walks its own index
_AT_ONCE: Final = 400


def of(texts: Iterable[str]) -> set[str]:
    """Return the words of *texts* that begin with a letter from a to z."""
    return {word for text in texts for word in _TOKEN.findall(_folded(text)) if "a" <= word[0] <= "z"}


def learn(connection: sqlite3.Connection, words: Iterable[str]) -> None:
    """Take in words that are in the index now."""
    words = sorted(words)
    for start in range(0, len(words), _AT_ONCE):
        some = words[start : start + _AT_ONCE]
        marks = ",".join("?" * len(some))
        known = {word for (word,) in connection.execute(f"SELECT word FROM words WHERE word IN ({marks})", some)}
        new = ((word, stem(word) if _PLAIN.fullmatch(word) else word) for word in some if word not in known)
        connection.executemany("INSERT INTO words VALUES (?, ?)", new)


def family(connection: sqlite3.Connection, typed: str) -> tuple[tuple[str, ...], bool]:
    """Return the words of the index that *typed* finds, in order: those that begin with it, and those of its root.

    Returns:
        The words, and whether those that begin with it are all among them; there may be too many.
    """
    word = _folded(typed)
    if not _PLAIN.fullmatch(word):
        return (), False
    root = stem(word)
    found: set[str] = set()
    if len(root) >= _LEAST_STEM:
        found.update(row[0] for row in connection.execute("SELECT word FROM words WHERE stem = ?", (root,)))
    begin = connection.execute(
        "SELECT word FROM words WHERE word >= ? AND word < ? LIMIT ?", (word, f"{word[:-1]}{chr(ord(word[-1]) + 1)}", _MOST + 1)
    ).fetchall()
    is_all = len(begin) <= _MOST
    if is_all:
        found.update(row[0] for row in begin)
    return tuple(sorted(found)), is_all


def _folded(text: str) -> str:
    plain = text.lower()
    if plain.isascii():
        return plain
    return "".join(letter for letter in unicodedata.normalize("NFD", plain) if not unicodedata.combining(letter))
