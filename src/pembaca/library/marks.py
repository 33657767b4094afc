"""Rows of what the person did to an article: read, starred, heard up to here. Works inside the caller's transaction."""

from __future__ import annotations

import sqlite3
from typing import Literal

from pembaca.model import ReadingPlace


def put(connection: sqlite3.Connection, table: Literal["reads", "stars"], article_id: int, is_marked: bool) -> None:
    """Set a mark or take it away; nothing happens if the article is gone."""
    if is_marked:
        connection.execute(f"INSERT OR IGNORE INTO {table} SELECT id FROM entries WHERE id = ?", (article_id,))
    else:
        connection.execute(f"DELETE FROM {table} WHERE entry_id = ?", (article_id,))


def place(connection: sqlite3.Connection, article_id: int) -> ReadingPlace | None:
    """Return where reading aloud stopped, None if it never began."""
    row = connection.execute('SELECT "offset", length FROM places WHERE entry_id = ?', (article_id,)).fetchone()
    return None if row is None else ReadingPlace(offset=row[0], length=row[1])


def set_place(connection: sqlite3.Connection, article_id: int, place: ReadingPlace) -> None:
    """Keep where reading aloud stopped; nothing happens if the article is gone."""
    connection.execute(
        'INSERT INTO places (entry_id, "offset", length) SELECT id, ?, ? FROM entries WHERE id = ?'
        ' ON CONFLICT (entry_id) DO UPDATE SET "offset" = excluded."offset", length = excluded.length',
        (place.offset, place.length, article_id),
    )
