"""Rows of what the person did to an article: read, starred, heard up to here. Works inside the caller's transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pembaca.model import ReadingPlace

if TYPE_CHECKING:
    import sqlite3


def put(connection: sqlite3.Connection, table: Literal["reads", "stars"], article_id: int, is_marked: bool, at: int) -> bool:
    """Set a mark or take it away; False if nothing happened: the article is gone, or it was so already."""
    if not is_marked:
        done = connection.execute(f"DELETE FROM {table} WHERE entry_id = ?", (article_id,))
    elif table == "reads":
        insert = "INSERT OR IGNORE INTO reads (entry_id, at) SELECT id, ? FROM entries WHERE id = ?"
        done = connection.execute(insert, (at, article_id))
    else:
        done = connection.execute("INSERT OR IGNORE INTO stars (entry_id) SELECT id FROM entries WHERE id = ?", (article_id,))
    return done.rowcount > 0


def place(connection: sqlite3.Connection, article_id: int) -> ReadingPlace | None:
    """Return where reading aloud stopped, None if it never began."""
    row = connection.execute('SELECT "offset", length FROM places WHERE entry_id = ?', (article_id,)).fetchone()
    return None if row is None else ReadingPlace(offset=row[0], length=row[1])


def set_place(connection: sqlite3.Connection, article_id: int, place: ReadingPlace, at: int) -> None:
    """Keep where reading aloud stopped; nothing happens if the article is gone."""
    connection.execute(
        'INSERT INTO places (entry_id, "offset", length, at) SELECT id, ?, ?, ? FROM entries WHERE id = ?'
        ' ON CONFLICT (entry_id) DO UPDATE SET "offset" = excluded."offset", length = excluded.length, at = excluded.at',
        (place.offset, place.length, at, article_id),
    )


def move(connection: sqlite3.Connection, article_id: int, place: ReadingPlace) -> None:
    """Move a place with its text; when it was set stays as it is."""
    connection.execute('UPDATE places SET "offset" = ?, length = ? WHERE entry_id = ?', (place.offset, place.length, article_id))
