"""Know every word of the search index with its root, and widen a question to the words that are there.

Works inside the caller's transaction. A word is written as FTS5 writes it: small letters without accents.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from pembaca.library.stem import stem

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_TOKEN: Final = re.compile(r"[^\W_]+")
_PLAIN: Final = re.compile(r"[a-z]+")
_LEAST_STEM: Final = 3
_MOST: Final = 60  # words beginning alike, that are asked for by name
_AT_ONCE: Final = 400


def of(texts: Iterable[str]) -> set[str]:
    """Return the words of *texts* that begin with a letter from a to z."""
    pieces = set[str]().union(*(text.split() for text in texts))  # each but once: that is quick, what follows is not
    return {word for word in set(_TOKEN.findall(folded("\n".join(pieces)))) if "a" <= word[0] <= "z"}


def learn(connection: sqlite3.Connection, words: Iterable[str]) -> None:
    """Take in words that are in the index now."""
    words = sorted(words)
    for start in range(0, len(words), _AT_ONCE):
        some = words[start : start + _AT_ONCE]
        marks = ",".join("?" * len(some))
        known = {word for (word,) in connection.execute(f"SELECT word FROM words WHERE word IN ({marks})", some)}
        new = ((word, stem(word) if _PLAIN.fullmatch(word) else word) for word in some if word not in known)
        connection.executemany("INSERT INTO words VALUES (?, ?)", new)


def family(connection: sqlite3.Connection, word: str) -> frozenset[str]:
    """Return the words of the index that have the root of *word*."""
    root = stem(word)
    if len(root) < _LEAST_STEM:
        return frozenset()
    return frozenset(found for (found,) in connection.execute("SELECT word FROM words WHERE stem = ?", (root,)))


def beginning(connection: sqlite3.Connection, word: str) -> frozenset[str] | None:
    """Return the words of the index that begin with *word*; None if they are too many to be asked for by name."""
    after = f"{word[:-1]}{chr(ord(word[-1]) + 1)}"
    rows = connection.execute("SELECT word FROM words WHERE word >= ? AND word < ? LIMIT ?", (word, after, _MOST + 1)).fetchall()
    return frozenset(found for (found,) in rows) if len(rows) <= _MOST else None


def folded(text: str) -> str:
    """Return *text* as FTS5 writes words: small letters without accents."""
    plain = text.lower()
    if plain.isascii():
        return plain
    return "".join(letter for letter in unicodedata.normalize("NFD", plain) if not unicodedata.combining(letter))
