"""Put a question into FTS5's words, wide enough to find every form of a word and narrow enough to be quick. Changes nothing."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

import msgspec

from pembaca.library.words import beginning, family, folded
from pembaca.patterns import late

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

_MOST_WORDS: Final = 32
_LEAST_PREFIX: Final = 3
_PHRASE_OR_WORD: Final = late(r"[\"“”„](?P<phrase>[^\"“”„]*)(?P<end>[\"“”„]?)|(?P<word>[^\s\"“”„]+)")
_UNSENDABLE: Final = late("[\x00\ud800-\udfff]")
_NAMED: Final = 20  # words that are asked for in place of a beginning, and marked
_LOOKED_AT: Final = 2000  # of the newest articles, before FTS5 has to walk its index after all


class Term(msgspec.Struct, frozen=True):
    """One thing that must be in an article: any of *words* as FTS5 takes them, or what begins with ``start`` if that is set.

    ``start`` stands for more words than can be named one by one.
    """

    words: tuple[str, ...]
    start: str = ""

    @property
    def expression(self) -> str:
        """All of it for FTS5; with a ``start`` that makes FTS5 gather every article that holds it."""
        return f"({' OR '.join((*self.words, *([_beginning(self.start)] if self.start else [])))})"


def terms(connection: sqlite3.Connection, query: str) -> tuple[Term, ...]:
    """Return what *query* asks for; empty if it holds no word. Only the first 32 words count."""
    return tuple(_terms(connection, query))


def expression(
    connection: sqlite3.Connection, asked: tuple[Term, ...], limit: int | None, before: int, named: int = _NAMED
) -> tuple[str, int | None]:
    """Return what FTS5 shall look for below the row *before*, and down to which row (None: all).

    A beginning as "ber" stands in nearly every article: of the newest articles enough are read to have *limit* that hold it,
    and the words found there are asked for by name. So the cost is that of a page of hits.
    """
    wide = [term for term in asked if term.start]
    if not wide or limit is None or limit > _LOOKED_AT // 10:
        return " AND ".join(term.expression for term in asked), None
    narrow = " AND ".join(term.expression for term in asked if not term.start)
    found, last = _newest(connection, narrow, wide, limit, before)
    if last is None:
        return " AND ".join(term.expression for term in asked), None
    few = (Term(tuple(f'"{word}"' for word in _few([hits[at] for hits in found], named))) for at in range(len(wide)))
    return " AND ".join(filter(None, (narrow, *(term.expression for term in few)))), last


def _newest(
    connection: sqlite3.Connection, narrow: str, wide: list[Term], limit: int, before: int
) -> tuple[list[list[frozenset[str]]], int | None]:
    """Read the newest articles for words that each of *wide* asks for, until *limit* hold them all.

    Returns:
        Of each such article the words found for each of *wide*, and the row of the last one; None if they are too few.
    """
    patterns = [_pattern(term) for term in wide]
    found: list[list[frozenset[str]]] = []
    where, values = ("search MATCH ? AND", (narrow,)) if narrow else ("", ())
    rows = connection.execute(
        "SELECT search.rowid, search.title, search.body, f.hidden_at IS NULL FROM search"
        f" CROSS JOIN entries e ON e.id = search.rowid & {(1 << 28) - 1} CROSS JOIN feeds f ON f.id = e.feed_id"
        f" WHERE {where} search.rowid < ? ORDER BY search.rowid DESC LIMIT ?",
        (*values, before, _LOOKED_AT),
    )
    for row, title, body, is_shown in rows:
        text = folded(f"{title}\n{body}")
        hits = [frozenset(pattern.findall(text)) for pattern in patterns]
        if is_shown and all(hits):
            found.append(hits)
            if len(found) == limit:
                return found, int(row)
    return found, None


def _few(found: list[frozenset[str]], named: int) -> list[str]:
    """Return about *named* of the words, the commonest, so that at least one of each article's is among them."""
    often = Counter(word for words in found for word in words)
    chosen: dict[str, None] = {}
    for words in found:
        if not any(word in chosen for word in words):
            chosen[max(words, key=lambda word: (often[word], word))] = None
    for word, _ in often.most_common(named):
        if len(chosen) < named:
            chosen[word] = None
    return sorted(chosen)


def _pattern(term: Term) -> re.Pattern[str]:
    words = "|".join(re.escape(word.strip('"')) for word in term.words)
    return re.compile(rf"(?<![^\W_])(?:{re.escape(term.start)}[^\W_]*" + (rf"|(?:{words})(?![^\W_])" if words else "") + ")")


def _beginning(start: str) -> str:
    return f'"{start}"*'


def _terms(connection: sqlite3.Connection, query: str) -> Iterator[Term]:
    left = _MOST_WORDS
    for match in _PHRASE_OR_WORD.finditer(_UNSENDABLE.sub(" ", query)):
        is_phrase = match["word"] is None
        words = (match["phrase"] if is_phrase else match["word"]).split()[:left]
        left -= len(words)
        if not any(character.isalnum() for word in words for character in word):
            continue
        phrase = f'"{" ".join(words)}"'
        if is_phrase:
            yield Term((phrase if match["end"] else f"{phrase}*",))
        elif len(words[0]) < _LEAST_PREFIX:
            yield Term((phrase,))
        else:
            yield _widened(connection, words[0])


def _widened(connection: sqlite3.Connection, typed: str) -> Term:
    """Return what finds a word, what begins with it and the words of its root."""
    word = folded(typed)
    if not (word.isascii() and word.isalpha()):
        return Term((f'"{typed}"*',))
    alike, start = family(connection, word), beginning(connection, word)
    if start is None:
        return Term(tuple(f'"{other}"' for other in sorted(alike)), word)
    return Term(tuple(f'"{other}"' for other in sorted(alike.union(start))) or (f'"{word}"*',))
