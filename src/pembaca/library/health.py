"""Examine the whole database. Changes nothing."""

from __future__ import annotations

import sqlite3
from typing import Final

_MOST: Final = 20


def findings(connection: sqlite3.Connection, *, can_write: bool) -> tuple[str, ...]:
    """Return what is wrong, at most about twenty lines; empty when all is sound."""
    found = [str(line) for (line,) in connection.execute(f"PRAGMA integrity_check({_MOST})") if line != "ok"]
    found += [f"{table} {row}: no {parent}" for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check")][:_MOST]
    lost = connection.execute(
        "SELECT count(*) FROM entries e LEFT JOIN documents d ON d.entry_id = e.id WHERE d.entry_id IS NULL"
    ).fetchone()[0]
    unindexed = connection.execute(
        "SELECT count(*) FROM entries e LEFT JOIN search s ON s.rowid = (e.sort_at << 28 | e.id) WHERE s.rowid IS NULL"
    ).fetchone()[0]
    found += [
        f"{count} {what}" for count, what in ((lost, "entries without document"), (unindexed, "entries not in search")) if count
    ]
    miscounted = connection.execute(
        "SELECT count(*) FROM tallies t WHERE (t.total, t.unread) <> (SELECT count(*), count(*) - count(r.entry_id)"
        " FROM entries e LEFT JOIN reads r ON r.entry_id = e.id WHERE e.feed_id = t.feed_id)"
    ).fetchone()[0]
    found += [f"{miscounted} feeds miscounted"] if miscounted else []
    if can_write:  # FTS5 takes its check as an insert
        try:
            connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        except sqlite3.DatabaseError as error:
            found.append(f"search: {error}")
    return tuple(found)
