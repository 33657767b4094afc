"""Find words in the stored articles through FTS5. Any text is a valid question; changes nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pembaca.document import Document, TextSpan
from pembaca.library import asking, listing
from pembaca.library.listing import COLUMNS, JOINS, LARGEST, Columns, article
from pembaca.model import Cursor, Found, SearchHit

if TYPE_CHECKING:
    import sqlite3

_SNIPPET_WORDS: Final = 24
_SMALL: Final = 2000  # articles in which every beginning is counted quickly
_LOOKED_AT: Final = 15  # articles whose words beginning so are counted
_TITLE_WEIGHT: Final = 4.0
_OPEN, _CLOSE = "\x02", "\x03"
_UNINDEXED: Final = str.maketrans("", "", f"\x00{_OPEN}{_CLOSE}")
_ID: Final = (1 << 28) - 1
_MARKED: Final = (_OPEN, _CLOSE, _SNIPPET_WORDS, _OPEN, _CLOSE)
_SELECT: Final = (
    f"SELECT snippet(search, 1, ?, ?, '…', ?), highlight(search, 0, ?, ?), {COLUMNS} FROM search"
    f" CROSS JOIN entries e ON e.id = search.rowid & {_ID} {JOINS} WHERE search MATCH ?"
)
_SHOWN: Final = (
    f"FROM search CROSS JOIN entries e ON e.id = search.rowid & {_ID} CROSS JOIN feeds f ON f.id = e.feed_id"
    " WHERE search MATCH ? AND f.hidden_at IS NULL"
)


def indexed(document: Document) -> tuple[str, str]:
    """Return title and body as they are put into the index."""
    return _without_marks(document.title), "\n".join(text for block in document.blocks if (text := _without_marks(block.text)))


def _without_marks(text: str) -> str:
    return text if text.isprintable() else text.translate(_UNINDEXED)


def find(connection: sqlite3.Connection, query: str, limit: int | None, after: Cursor | None = None) -> tuple[SearchHit, ...]:
    """Return the articles older than *after* that hold every word of *query*, newest first.

    A word finds what begins with it, from three letters on, and the words of its root; words between quotation marks are found
    as they stand, side by side. Upper and lower case and accents are the same. Only the first 32 words are looked for; no
    word, no hit.
    """
    asked = asking.terms(connection, query)
    if not asked:
        return ()
    before = LARGEST if after is None else after.sort_at << 28 | after.id
    expression, last = asking.expression(connection, asked, limit, before)
    rows = connection.execute(
        f"{_SELECT} AND search.rowid >= ? AND search.rowid < ? AND f.hidden_at IS NULL ORDER BY search.rowid DESC LIMIT ?",
        (*_MARKED, expression, -LARGEST if last is None else last, before, LARGEST if limit is None else min(limit, LARGEST)),
    )
    return tuple(_hit(row[0], row[1], row[2:]) for row in rows)


def best(connection: sqlite3.Connection, query: str, limit: int | None) -> tuple[SearchHit, ...]:
    """Return what ``find`` finds in the order of bm25, a word of the title counting as much as several of the text."""
    asked = asking.terms(connection, query)
    if not asked:
        return ()
    expression = " AND ".join(term.expression for term in asked)
    ranks = connection.execute(
        f"SELECT search.rowid {_SHOWN} AND rank MATCH 'bm25({_TITLE_WEIGHT}, 1.0)' ORDER BY rank LIMIT ?",
        (expression, LARGEST if limit is None else min(limit, LARGEST)),
    ).fetchall()
    hits = []
    for (number,) in ranks:
        row = connection.execute(f"{_SELECT} AND search.rowid = ?", (*_MARKED, expression, number)).fetchone()
        hits.append(_hit(row[0], row[1], row[2:]))
    return tuple(hits)


def count(connection: sqlite3.Connection, query: str) -> int:
    """Count the articles that ``find`` would return without a limit."""
    asked = asking.terms(connection, query)
    if not asked:
        return 0
    return _count(connection, " AND ".join(term.expression for term in asked))


def quick_count(connection: sqlite3.Connection, query: str) -> Found:
    """Count them; in a large library a beginning that stands everywhere is counted by the commonest of its words."""
    asked = asking.terms(connection, query)
    if not any(term.start for term in asked) or listing.counts(connection, None).total <= _SMALL:
        return Found(count(connection, query))
    expression, last = asking.expression(connection, asked, _LOOKED_AT, LARGEST, named=1)
    return Found(_count(connection, expression), is_least=last is not None)


def _count(connection: sqlite3.Connection, expression: str) -> int:
    is_all = connection.execute("SELECT NOT EXISTS (SELECT 1 FROM feeds WHERE hidden_at IS NOT NULL)").fetchone()[0]
    question = "FROM search WHERE search MATCH ?" if is_all else _SHOWN  # the articles need not be looked at one by one
    return int(connection.execute(f"SELECT count(*) {question}", (expression,)).fetchone()[0])


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
