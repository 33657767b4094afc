"""Find words in the stored articles through FTS5. Any text is a valid question; changes nothing."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from typing import Final

from pembaca.document import Document, TextSpan
from pembaca.library.listing import COLUMNS, JOINS, LARGEST, Columns, article
from pembaca.model import Cursor, SearchHit

_MOST_WORDS: Final = 32
_LEAST_PREFIX: Final = 3
_SNIPPET_WORDS: Final = 24
_OPEN, _CLOSE = "\x02", "\x03"
_UNINDEXED: Final = str.maketrans("", "", f"\x00{_OPEN}{_CLOSE}")
_PHRASE_OR_WORD: Final = re.compile(r"[\"“”„](?P<phrase>[^\"“”„]*)(?P<end>[\"“”„]?)|(?P<word>[^\s\"“”„]+)")
_UNSENDABLE: Final = re.compile("[\x00\ud800-\udfff]")


def indexed(document: Document) -> tuple[str, str]:
    """Return title and body as they are put into the index."""
    return document.title.translate(_UNINDEXED), "\n".join(
        text for block in document.blocks if (text := block.text.translate(_UNINDEXED))
    )


def find(connection: sqlite3.Connection, query: str, limit: int | None, after: Cursor | None = None) -> tuple[SearchHit, ...]:
    """Return the articles older than *after* that hold every word of *query*, newest first.

    A word finds what begins with it, from three letters on; words between quotation marks are found as they stand, side by
    side. Upper and lower case and accents are the same. Only the first 32 words are looked for; no word, no hit.
    """
    expression = " ".join(_terms(query))
    if not expression:
        return ()
    before = LARGEST if after is None else after.sort_at << 28 | after.id
    rows = connection.execute(
        f"SELECT snippet(search, 1, ?, ?, '…', ?), highlight(search, 0, ?, ?), {COLUMNS} FROM search"
        f" CROSS JOIN entries e ON e.id = search.rowid & {(1 << 28) - 1} {JOINS}"
        " WHERE search MATCH ? AND search.rowid < ? AND f.hidden_at IS NULL ORDER BY search.rowid DESC LIMIT ?",
        (_OPEN, _CLOSE, _SNIPPET_WORDS, _OPEN, _CLOSE, expression, before, LARGEST if limit is None else min(limit, LARGEST)),
    )
    return tuple(_hit(row[0], row[1], row[2:]) for row in rows)


def count(connection: sqlite3.Connection, query: str) -> int:
    """Count the articles that ``find`` would return without a limit."""
    expression = " ".join(_terms(query))
    if not expression:
        return 0
    (found,) = connection.execute(
        f"SELECT count(*) FROM search CROSS JOIN entries e ON e.id = search.rowid & {(1 << 28) - 1}"
        " CROSS JOIN feeds f ON f.id = e.feed_id WHERE search MATCH ? AND f.hidden_at IS NULL",
        (expression,),
    ).fetchone()
    return int(found)


def _terms(query: str) -> Iterator[str]:
    left = _MOST_WORDS
    for match in _PHRASE_OR_WORD.finditer(_UNSENDABLE.sub(" ", query)):
        is_phrase = match["word"] is None
        words = (match["phrase"] if is_phrase else match["word"]).split()[:left]
        left -= len(words)
        if not any(character.isalnum() for word in words for character in word):
            continue
        is_prefix = not match["end"] if is_phrase else len(match["word"]) >= _LEAST_PREFIX
        yield f'"{" ".join(words)}"{"*" if is_prefix else ""}'


def _hit(snippet: str, title: str, columns: Columns) -> SearchHit:
    text, marks = _unmark(snippet.replace("\n", " "))
    return SearchHit(row=article(columns), snippet=text, marks=marks, title_marks=_unmark(title)[1])


def _unmark(marked: str) -> tuple[str, tuple[TextSpan, ...]]:
    """Take the marks out of *marked* and say where they stood."""
    text, spans, start = "", list[TextSpan](), 0
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", marked):
        if piece == _OPEN:
            start = len(text)
        elif piece == _CLOSE:
            spans.append(TextSpan(start, len(text)))
        else:
            text += piece
    return text, tuple(spans)
