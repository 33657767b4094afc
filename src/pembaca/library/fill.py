"""Fill the tables of a new version from what an older one had kept. Works inside the caller's transaction."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pembaca.library import words
from pembaca.library.addresses import slug

if TYPE_CHECKING:
    import sqlite3

_LETTERED = re.compile(r"[a-z]")


def second(connection: sqlite3.Connection) -> None:
    """Fill ``slug``, ``unread``, ``pictures`` and ``words``."""
    slugs(connection)
    connection.execute(
        "INSERT OR IGNORE INTO unread SELECT sort_at, id, feed_id FROM entries"
        " WHERE NOT EXISTS (SELECT 1 FROM reads WHERE entry_id = entries.id)"
    )
    pictures(connection)
    vocabulary(connection)


def slugs(connection: sqlite3.Connection) -> None:
    """Note by what part of its address each entry is found again."""
    rows = connection.execute("SELECT id, url, slug FROM entries").fetchall()
    connection.executemany(
        "UPDATE entries SET slug = ? WHERE id = ?", ((slug(url), entry_id) for entry_id, url, old in rows if slug(url) != old)
    )


def pictures(connection: sqlite3.Connection) -> None:
    """Note which article shows which stored picture."""
    connection.execute(
        "INSERT OR IGNORE INTO pictures SELECT e.id, json_extract(b.value, '$.media') FROM entries e"
        " JOIN documents d ON d.entry_id = e.id, json_each(CAST(d.serial AS TEXT), '$.blocks') b"
        " WHERE e.has_media AND json_extract(b.value, '$.type') = 'image' AND json_extract(b.value, '$.media') <> ''"
    )


def vocabulary(connection: sqlite3.Connection) -> None:
    """Take in every word of the search index."""
    connection.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, search, row)")
    found = {word for (word,) in connection.execute("SELECT term FROM temp.vocabulary") if _LETTERED.match(word)}
    connection.execute("DROP TABLE temp.vocabulary")
    words.learn(connection, found)
