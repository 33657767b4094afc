"""Examine the whole database. Changes nothing."""

from __future__ import annotations

import sqlite3
from typing import Final

_MOST: Final = 20
_COUNTED: Final = {
    "entries without document": """
        SELECT count(*) FROM entries e LEFT JOIN documents d ON d.entry_id = e.id WHERE d.entry_id IS NULL""",
    "entries not in search": """
        SELECT count(*) FROM entries e LEFT JOIN search s ON s.rowid = (e.sort_at << 28 | e.id) WHERE s.rowid IS NULL""",
    "lines of search too many": """
        SELECT max(0, (SELECT count(*) FROM search) - (SELECT count(*) FROM entries))""",
    "feeds miscounted": """
        SELECT count(*) FROM (SELECT feed_id AS f FROM entries UNION SELECT feed_id FROM tallies) WHERE NOT EXISTS
        (SELECT 1 FROM tallies t WHERE t.feed_id = f AND (t.total, t.unread) = (SELECT count(*), count(*) - count(r.entry_id)
        FROM entries e LEFT JOIN reads r ON r.entry_id = e.id WHERE e.feed_id = f))""",
    "entries wrongly listed as unread or not": """
        SELECT (SELECT count(*) FROM entries e WHERE (NOT EXISTS (SELECT 1 FROM reads r WHERE r.entry_id = e.id)) <> EXISTS
        (SELECT 1 FROM unread u WHERE u.sort_at = e.sort_at AND u.entry_id = e.id AND u.feed_id = e.feed_id))
        + (SELECT count(*) FROM unread WHERE entry_id NOT IN (SELECT id FROM entries))""",
}


def findings(connection: sqlite3.Connection, *, can_write: bool) -> tuple[str, ...]:
    """Return what is wrong, at most about twenty lines; empty when all is sound."""
    found = pages(connection)
    return found or (*strays(connection), *derived(connection, can_write=can_write))


def pages(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return what is wrong with the file itself."""
    return tuple(str(line) for (line,) in connection.execute(f"PRAGMA integrity_check({_MOST})") if line != "ok")


def strays(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the rows that belong to nothing."""
    rows = connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST)
    return tuple(f"{table} {row}: no {parent}" for table, row, parent, _ in rows)


def derived(connection: sqlite3.Connection, *, can_write: bool) -> tuple[str, ...]:
    """Return where search, counts and lists do not agree with the articles."""
    found = []
    try:
        for what, question in _COUNTED.items():
            (count,) = connection.execute(question).fetchone()
            found += [f"{count} {what}"] if count else []
        if can_write:  # FTS5 takes its check as an insert
            connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        found.append(f"search: {error}")
    return tuple(found)
