"""Find words in the stored articles through FTS5. Any text is a valid question; changes nothing."""

from __future__ import annotations

import re
import sqlite3
from typing import Final

from pembaca.document import Document, TextSpan
from pembaca.library import asking
from pembaca.library.listing import COLUMNS, JOINS, Columns, article
from pembaca.model import SearchHit

_SNIPPET_WORDS: Final = 24
_TITLE_WEIGHT: Final = 4.0
_OPEN, _CLOSE = "\x02", "\x03"
_UNINDEXED: Final = str.maketrans("", "", f"\x00{_OPEN}{_CLOSE}")
_ID: Final = (1 << 28) - 1
_LOWEST: Final = -(1 << 63)
_MARKED: Final = (_OPEN, _CLOSE, _SNIPPET_WORDS, _OPEN, _CLOSE)
_SELECT: Final = (
    f"SELECT snippet(search, 1, ?, ?, '…', ?), highlight(search, 0, ?, ?), {COLUMNS} FROM search"
    f" CROSS JOIN entries e ON e.id = search.rowid & {_ID} {JOINS} WHERE search MATCH ?"
)


def indexed(document: Document) -> tuple[str, str]:
    """Return title and body as they are put into the index."""
    return document.title.translate(_UNINDEXED), "\n".join(
        text for block in document.blocks if (text := block.text.translate(_UNINDEXED))
    )


def find(connection: sqlite3.Connection, query: str, limit: int | None, *, ranked: bool = False) -> tuple[SearchHit, ...]:
    """Return the articles that hold every word of *query*, newest first, or *ranked*: the best first.

    A word finds what begins with it, from three letters on, and the words of its root; words between quotation marks are found
    as they stand, side by side. Upper and lower case and accents are the same. Only the first 32 words are looked for; no
    word, no hit.
    """
    asked = asking.terms(connection, query)
    if not asked:
        return ()
    if ranked:
        return _best(connection, " AND ".join(term.expression for term in asked), limit)
    expression, last = asking.expression(connection, asked, limit)
    rows = connection.execute(
        f"{_SELECT} AND search.rowid >= ? AND f.hidden_at IS NULL ORDER BY search.rowid DESC LIMIT ?",
        (*_MARKED, expression, _LOWEST if last is None else last, -1 if limit is None else limit),
    )
    return tuple(_hit(row[0], row[1], row[2:]) for row in rows)


def _best(connection: sqlite3.Connection, expression: str, limit: int | None) -> tuple[SearchHit, ...]:
    """Return the hits in the order of bm25, a word of the title counting as much as several of the text."""
    ranks = connection.execute(
        "SELECT search.rowid FROM search"
        f" CROSS JOIN entries e ON e.id = search.rowid & {_ID} CROSS JOIN feeds f ON f.id = e.feed_id"
        f" WHERE search MATCH ? AND rank MATCH 'bm25({_TITLE_WEIGHT}, 1.0)' AND f.hidden_at IS NULL ORDER BY rank LIMIT ?",
        (expression, -1 if limit is None else limit),
    ).fetchall()
    hits = []
    for (number,) in ranks:
        row = connection.execute(f"{_SELECT} AND search.rowid = ?", (*_MARKED, expression, number)).fetchone()
        hits.append(_hit(row[0], row[1], row[2:]))
    return tuple(hits)


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
