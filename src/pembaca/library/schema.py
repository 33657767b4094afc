"""The tables, and the steps that bring an older database up to date. Never touches a newer one.

What the feeds say (``feeds``, ``entries``, ``documents``, ``search``) and what the person did (``reads``, ``stars``,
``places``) stand in different tables, so that fetching again cannot change the second. ``tallies`` counts both, kept
by triggers, so that counting costs the same in a library of ten and of 100,000 articles.

``search`` is numbered by time: its rowid is ``sort_at << 28 | id``, so that FTS5 gives the newest hits first
without sorting all of them. Rows of one transaction must go in ascending, else FTS5 writes a segment for each.
"""

from __future__ import annotations

import sqlite3
from typing import Final

from pembaca.errors import LibraryTooNew, LibraryUnwritable
from pembaca.library.connection import Connections

_FIRST: Final = """
CREATE TABLE feeds (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL UNIQUE,
    given_title TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    site_url TEXT,
    status TEXT NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'ok', 'failed')),
    error TEXT,
    failed_at INTEGER,
    last_success INTEGER,
    etag TEXT,
    last_modified TEXT,
    hidden_at INTEGER
);
CREATE TABLE former_addresses (
    url TEXT PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX former_addresses_by_feed ON former_addresses (feed_id);
CREATE TABLE entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id < 1 << 28),
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    guid TEXT NOT NULL,
    url TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    published TEXT,
    first_seen INTEGER NOT NULL,
    sort_at INTEGER NOT NULL,
    has_media INTEGER NOT NULL DEFAULT 0,
    UNIQUE (feed_id, guid)
);
CREATE INDEX entries_by_time ON entries (sort_at, id);
CREATE INDEX entries_by_feed_and_time ON entries (feed_id, sort_at, id);
CREATE TABLE documents (
    entry_id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    serial BLOB NOT NULL
);
CREATE TABLE reads (entry_id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE);
CREATE TABLE stars (entry_id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE);
CREATE TABLE places (
    entry_id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    "offset" INTEGER NOT NULL,
    length INTEGER NOT NULL
);
CREATE TABLE tallies (
    feed_id INTEGER PRIMARY KEY REFERENCES feeds (id) ON DELETE CASCADE,
    total INTEGER NOT NULL,
    unread INTEGER NOT NULL
);
CREATE TRIGGER tally_added AFTER INSERT ON entries BEGIN
    INSERT INTO tallies VALUES (NEW.feed_id, 1, 1)
        ON CONFLICT (feed_id) DO UPDATE SET total = total + 1, unread = unread + 1;
END;
CREATE TRIGGER tally_deleted BEFORE DELETE ON entries BEGIN
    DELETE FROM reads WHERE entry_id = OLD.id;
    UPDATE tallies SET total = total - 1, unread = unread - 1 WHERE feed_id = OLD.feed_id;
END;
CREATE TRIGGER tally_read AFTER INSERT ON reads BEGIN
    UPDATE tallies SET unread = unread - 1 WHERE feed_id = (SELECT feed_id FROM entries WHERE id = NEW.entry_id);
END;
CREATE TRIGGER tally_unread AFTER DELETE ON reads BEGIN
    UPDATE tallies SET unread = unread + 1 WHERE feed_id = (SELECT feed_id FROM entries WHERE id = OLD.entry_id);
END;
CREATE VIRTUAL TABLE search USING fts5 (title, body, tokenize = 'unicode61 remove_diacritics 2');
"""

MIGRATIONS: Final[tuple[str, ...]] = (_FIRST,)
"""Step n brings a database of version n to n + 1. Published steps are never changed, only added to."""


def migrate(connections: Connections, path: str) -> None:
    """Bring the database up to date, each step in one transaction.

    Raises:
        LibraryTooNew: written by a later version; nothing was touched.
        LibraryUnwritable: older, and opened for reading only.
    """
    with connections.reading() as connection:
        version = _version(connection)
    if version > len(MIGRATIONS):
        raise LibraryTooNew(path, f"version {version}")
    if version == len(MIGRATIONS):
        return
    if not connections.can_write:
        raise LibraryUnwritable(path, "readonly")
    connections.use_wal()
    for step in range(version, len(MIGRATIONS)):
        with connections.writing() as connection:
            if _version(connection) == step:  # another program may have done this step meanwhile
                for statement in _statements(MIGRATIONS[step]):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version={step + 1}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> list[str]:
    """Split a step, since ``executescript`` would commit our transaction first."""
    statements: list[str] = []
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return statements
