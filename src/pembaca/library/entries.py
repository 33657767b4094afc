"""Store a feed's entries inside the caller's transaction. Of what the person did, only a place moves with its sentence."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

import msgspec

from pembaca.document import Document, Image, encode
from pembaca.library import changes, words
from pembaca.library.addresses import slug
from pembaca.library.search import indexed
from pembaca.library.times import seconds, written
from pembaca.model import KnownEntry, StoredEntry

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_AT_ONCE: Final = 400  # values in one question


class _Row(msgspec.Struct, frozen=True):
    """An entry on its way into the tables; ``id``, ``old_sort_at`` and ``old_fingerprint`` when it is there already."""

    entry: StoredEntry
    position: int
    guid: str
    first_seen: int
    sort_at: int
    id: int | None = None
    old_sort_at: int | None = None
    old_fingerprint: str = ""


def known(
    connection: sqlite3.Connection, feed_id: int, guids: Iterable[str] | None, urls: Iterable[str]
) -> dict[str, KnownEntry]:
    """Return what is remembered of a feed's entries, by guid: all, or those with one of *guids* or a slug of *urls*."""
    found: dict[str, KnownEntry] = {}
    if not _has_any(connection, feed_id):
        return found
    for which, values in _questions(guids, urls):
        for table, key in (("gone", "0"), ("entries", "id")):  # an entry that is there hides one that is gone
            rows = connection.execute(
                f"SELECT {key}, guid, url, fingerprint FROM {table} WHERE feed_id = ? {which}", (feed_id, *values)
            )
            for entry_id, guid, url, fingerprint in rows:
                if entry_id or guid not in found:
                    found[guid] = KnownEntry(entry_id, guid, url, fingerprint)
    return found


def _has_any(connection: sqlite3.Connection, feed_id: int) -> bool:
    """Whether anything of the feed is kept or remembered: a new one is asked for nothing."""
    question = "SELECT EXISTS (SELECT 1 FROM entries WHERE feed_id = ?) OR EXISTS (SELECT 1 FROM gone WHERE feed_id = ?)"
    return bool(connection.execute(question, (feed_id, feed_id)).fetchone()[0])


def _questions(guids: Iterable[str] | None, urls: Iterable[str]) -> list[tuple[str, Sequence[str]]]:
    if guids is None:
        return [("", ())]
    questions: list[tuple[str, Sequence[str]]] = []
    for column, values in (("guid", set(guids)), ("slug", {slug(url) for url in urls} - {""})):
        ordered = sorted(values)
        for start in range(0, len(ordered), _AT_ONCE):
            some = ordered[start : start + _AT_ONCE]
            questions.append((f"AND {column} IN ({','.join('?' * len(some))})", some))
    return questions


def store(
    connection: sqlite3.Connection, feed_id: int, entries: Iterable[StoredEntry], fetched_at: int, media: Path
) -> tuple[int, int]:
    """Insert or replace *entries* (in the feed's order) and return how many were new and how many replaced.

    Of two entries that are the same item the first counts. One that is not kept any longer stays away.
    """
    rows = _resolve(connection, feed_id, entries, fetched_at)
    gone = sorted(number(row.old_sort_at, row.id) for row in rows if row.old_sort_at is not None and row.id is not None)
    connection.executemany("DELETE FROM search WHERE rowid = ?", ((old,) for old in gone))
    # Oldest first, and of the same second the feed's last first: the newest article gets the highest id.
    texts = []
    for row in sorted(rows, key=lambda row: (row.sort_at, -row.position)):
        document = row.entry.document
        entry_id = _insert(connection, feed_id, row) if row.id is None else _update(connection, row, row.id, fetched_at)
        connection.execute(
            "INSERT INTO documents (entry_id, serial) VALUES (?, ?)"
            " ON CONFLICT (entry_id) DO UPDATE SET serial = excluded.serial",
            (entry_id, encode(document)),
        )
        if row.id is not None or _has_media(document):
            _show_pictures(connection, entry_id, document, media)
        texts.append((number(row.sort_at, entry_id), *indexed(document)))
    connection.executemany("INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)", sorted(texts))
    words.learn(connection, words.of(text for _, *both in texts for text in both))
    changed = sum(row.id is not None for row in rows)
    return len(rows) - changed, changed


def number(sort_at: int, entry_id: int) -> int:
    """Return the rowid of an article in ``search``: ascending with time, then id."""
    return sort_at << 28 | entry_id


def _resolve(connection: sqlite3.Connection, feed_id: int, entries: Iterable[StoredEntry], fetched_at: int) -> list[_Row]:
    rows: list[_Row] = []
    ids: set[int] = set()
    guids: set[str] = set()
    is_empty = not _has_any(connection, feed_id)
    for position, entry in enumerate(entries):
        stored = None if is_empty else _stored(connection, feed_id, entry)
        if entry.guid in guids or (stored and stored[0] in ids) or (stored is None and _is_gone(connection, feed_id, entry)):
            continue
        guids.add(entry.guid)
        published = entry.document.published
        if stored is None:
            sort_at = seconds(published) if published else fetched_at
            rows.append(_Row(entry, position, entry.guid, fetched_at, sort_at))
            continue
        entry_id, guid, first_seen, old_sort_at, old_fingerprint = stored
        ids.add(entry_id)
        sort_at = seconds(published) if published else first_seen
        rows.append(_Row(entry, position, guid, first_seen, sort_at, entry_id, old_sort_at, old_fingerprint))
    return rows


_Stored = tuple[int, str, int, int, str]


def _stored(connection: sqlite3.Connection, feed_id: int, entry: StoredEntry) -> _Stored | None:
    """Return id, guid to keep, first_seen, sort_at and fingerprint of the row that *entry* replaces."""
    find = "SELECT id, guid, first_seen, sort_at, fingerprint FROM entries WHERE feed_id = ? AND"
    same: _Stored | None = connection.execute(f"{find} guid = ?", (feed_id, entry.guid)).fetchone()
    if not entry.known_id:
        return same
    row: _Stored | None = connection.execute(f"{find} id = ?", (feed_id, entry.known_id)).fetchone()
    if row is None or same is not None:  # gone meanwhile, or the new guid belongs to another entry: keep the old one
        return row or same
    return row[0], entry.guid, *row[2:]


def _is_gone(connection: sqlite3.Connection, feed_id: int, entry: StoredEntry) -> bool:
    """Say whether *entry* is one that was not to be kept; its text of today is remembered instead of the old one."""
    if entry.known_id is None:
        return False
    cursor = connection.execute(
        "UPDATE gone SET fingerprint = ? WHERE feed_id = ? AND guid = ?", (entry.fingerprint, feed_id, entry.guid)
    )
    return entry.known_id == 0 or cursor.rowcount > 0


def _insert(connection: sqlite3.Connection, feed_id: int, row: _Row) -> int:
    cursor = connection.execute(
        "INSERT INTO entries (url, slug, fingerprint, title, summary, published, sort_at, has_media, guid, feed_id, first_seen)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*_fields(row), row.guid, feed_id, row.first_seen),
    )
    return int(cursor.lastrowid or 0)


def _update(connection: sqlite3.Connection, row: _Row, entry_id: int, at: int) -> int:
    is_correction = bool(row.old_fingerprint) and row.old_fingerprint != row.entry.fingerprint
    changes.note(connection, entry_id, row.entry.document, at, is_correction=is_correction)
    connection.execute(
        "UPDATE entries SET url = ?, slug = ?, fingerprint = ?, title = ?, summary = ?, published = ?, sort_at = ?,"
        " has_media = ?, guid = ? WHERE id = ?",
        (*_fields(row), row.guid, entry_id),
    )
    return entry_id


def _show_pictures(connection: sqlite3.Connection, entry_id: int, document: Document, media: Path) -> None:
    """Note which stored pictures the article shows, and how large they are."""
    names = {block.media for block in document.blocks if isinstance(block, Image) and block.media}
    connection.execute("DELETE FROM pictures WHERE entry_id = ?", (entry_id,))
    connection.executemany("INSERT INTO pictures VALUES (?, ?)", ((entry_id, name) for name in names))
    for name in names:
        with contextlib.suppress(OSError):
            connection.execute("INSERT OR REPLACE INTO media VALUES (?, ?)", (name, (media / name).stat().st_size))


def _fields(row: _Row) -> tuple[str, str, str, str, str, str | None, int, bool]:
    entry, document = row.entry, row.entry.document
    published = written(document.published)
    return (
        entry.url,
        slug(entry.url),
        entry.fingerprint,
        document.title,
        entry.summary,
        published,
        row.sort_at,
        _has_media(document),
    )


def _has_media(document: Document) -> bool:
    return any(isinstance(block, Image) and block.media for block in document.blocks)
