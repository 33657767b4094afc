"""Store a feed's entries inside the caller's transaction. Never touches what the person did to them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from pembaca.document import Document, Image, encode
from pembaca.library.search import indexed
from pembaca.library.times import seconds, written
from pembaca.model import KnownEntry, StoredEntry


@dataclass(frozen=True, slots=True)
class _Row:
    """An entry on its way into the tables; ``id`` and ``old_sort_at`` when it is there already."""

    entry: StoredEntry
    position: int
    guid: str
    first_seen: int
    sort_at: int
    id: int | None = None
    old_sort_at: int | None = None


def known(connection: sqlite3.Connection, feed_id: int) -> dict[str, KnownEntry]:
    """Return what is remembered of a feed's entries, by guid."""
    rows = connection.execute("SELECT id, guid, url, fingerprint FROM entries WHERE feed_id = ?", (feed_id,))
    return {guid: KnownEntry(entry_id, guid, url, fingerprint) for entry_id, guid, url, fingerprint in rows}


def store(connection: sqlite3.Connection, feed_id: int, entries: Iterable[StoredEntry], fetched_at: int) -> tuple[int, int]:
    """Insert or replace *entries* (in the feed's order) and return how many were new and how many replaced.

    Of two entries that are the same item the first counts.
    """
    rows = _resolve(connection, feed_id, entries, fetched_at)
    gone = sorted(number(row.old_sort_at, row.id) for row in rows if row.old_sort_at is not None and row.id is not None)
    connection.executemany("DELETE FROM search WHERE rowid = ?", ((old,) for old in gone))
    # Oldest first, and of the same second the feed's last first: the newest article gets the highest id.
    texts = []
    for row in sorted(rows, key=lambda row: (row.sort_at, -row.position)):
        entry_id = _insert(connection, feed_id, row) if row.id is None else _update(connection, row, row.id)
        connection.execute(
            "INSERT INTO documents (entry_id, serial) VALUES (?, ?)"
            " ON CONFLICT (entry_id) DO UPDATE SET serial = excluded.serial",
            (entry_id, encode(row.entry.document)),
        )
        texts.append((number(row.sort_at, entry_id), *indexed(row.entry.document)))
    connection.executemany("INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)", sorted(texts))
    changed = sum(row.id is not None for row in rows)
    return len(rows) - changed, changed


def number(sort_at: int, entry_id: int) -> int:
    """Return the rowid of an article in ``search``: ascending with time, then id."""
    return sort_at << 28 | entry_id


def _resolve(connection: sqlite3.Connection, feed_id: int, entries: Iterable[StoredEntry], fetched_at: int) -> list[_Row]:
    rows: list[_Row] = []
    ids: set[int] = set()
    guids: set[str] = set()
    for position, entry in enumerate(entries):
        stored = _stored(connection, feed_id, entry)
        if entry.guid in guids or (stored and stored[0] in ids):
            continue
        guids.add(entry.guid)
        published = entry.document.published
        if stored is None:
            sort_at = seconds(published) if published else fetched_at
            rows.append(_Row(entry, position, entry.guid, fetched_at, sort_at))
            continue
        entry_id, guid, first_seen, old_sort_at = stored
        ids.add(entry_id)
        sort_at = seconds(published) if published else first_seen
        rows.append(_Row(entry, position, guid, first_seen, sort_at, entry_id, old_sort_at))
    return rows


def _stored(connection: sqlite3.Connection, feed_id: int, entry: StoredEntry) -> tuple[int, str, int, int] | None:
    """Return id, guid to keep, first_seen and sort_at of the row that *entry* replaces."""
    find = "SELECT id, guid, first_seen, sort_at FROM entries WHERE feed_id = ? AND"
    same: tuple[int, str, int, int] | None = connection.execute(f"{find} guid = ?", (feed_id, entry.guid)).fetchone()
    if entry.known_id is None:
        return same
    row: tuple[int, str, int, int] | None = connection.execute(f"{find} id = ?", (feed_id, entry.known_id)).fetchone()
    if row is None or same is not None:  # gone meanwhile, or the new guid belongs to another entry: keep the old one
        return row or same
    return row[0], entry.guid, row[2], row[3]


def _insert(connection: sqlite3.Connection, feed_id: int, row: _Row) -> int:
    cursor = connection.execute(
        "INSERT INTO entries (url, fingerprint, title, summary, published, sort_at, has_media, guid, feed_id, first_seen)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*_fields(row), row.guid, feed_id, row.first_seen),
    )
    return int(cursor.lastrowid or 0)


def _update(connection: sqlite3.Connection, row: _Row, entry_id: int) -> int:
    connection.execute(
        "UPDATE entries SET url = ?, fingerprint = ?, title = ?, summary = ?, published = ?, sort_at = ?, has_media = ?,"
        " guid = ? WHERE id = ?",
        (*_fields(row), row.guid, entry_id),
    )
    return entry_id


def _fields(row: _Row) -> tuple[str, str, str, str, str | None, int, bool]:
    entry, document = row.entry, row.entry.document
    published = written(document.published)
    return entry.url, entry.fingerprint, document.title, entry.summary, published, row.sort_at, _has_media(document)


def _has_media(document: Document) -> bool:
    return any(isinstance(block, Image) and block.media for block in document.blocks)
