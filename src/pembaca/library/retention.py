"""Let go of what a feed is not to keep any longer. Works inside the caller's transaction; unread and starred articles stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3

_DAY: Final = 86_400
_OLDEST: Final = -(1 << 62)
_JUMP: Final = 60 * _DAY  # a clock that is so far ahead of the last refresh is not believed before a day has passed


def expire(connection: sqlite3.Connection, feed_id: int, now: int, limit: int) -> int:
    """Delete at most *limit* articles of a feed, the oldest first, and return how many; 0 when nothing is left to delete.

    Only read articles without a star go, and none that was read or listened to within a day. What is gone is remembered, so
    that it is not new again while the feed still carries it.
    """
    before, tie = _bound(connection, feed_id, now)
    rows = connection.execute(
        "SELECT e.id, e.sort_at FROM entries e CROSS JOIN reads r ON r.entry_id = e.id LEFT JOIN places p ON p.entry_id = e.id"
        " WHERE e.feed_id = ? AND (e.sort_at, e.id) < (?, ?) AND NOT EXISTS (SELECT 1 FROM stars s WHERE s.entry_id = e.id)"
        " AND (max(r.at, coalesce(p.at, 0)) NOT BETWEEN ? AND ?) ORDER BY e.sort_at, e.id LIMIT ?",
        (feed_id, before, tie, now - _DAY, now + _DAY, limit),
    ).fetchall()
    ids = [(entry_id,) for entry_id, _ in rows]
    connection.executemany(
        "INSERT OR REPLACE INTO gone SELECT feed_id, guid, url, fingerprint, slug FROM entries WHERE id = ?", ids
    )
    connection.executemany("DELETE FROM search WHERE rowid = ?", ((sort_at << 28 | entry_id,) for entry_id, sort_at in rows))
    connection.executemany("DELETE FROM entries WHERE id = ?", ids)
    return len(rows)


def note_clock(connection: sqlite3.Connection, now: int) -> int:
    """Remember what the clock says, and return by how many seconds it went back since the last time (0: it did not)."""
    facts = dict(connection.execute("SELECT name, value FROM facts WHERE name IN ('clock', 'aging_from')"))
    before = facts.get("clock", now)
    since = facts.get("aging_from", _OLDEST)
    if now - before > _JUMP:
        since = now + _DAY
    elif now + _DAY < since:
        since = _OLDEST
    connection.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", (("clock", now), ("aging_from", since)))
    return max(0, int(before) - now)


def noted_clock(connection: sqlite3.Connection) -> int | None:
    """Return what the clock said when it was noted last."""
    row = connection.execute("SELECT value FROM facts WHERE name = 'clock'").fetchone()
    return None if row is None else int(row[0])


def waits(connection: sqlite3.Connection, now: int) -> bool:
    """Say whether nothing is too old yet, because the clock jumped ahead not a day ago."""
    row = connection.execute("SELECT value FROM facts WHERE name = 'aging_from'").fetchone()
    return row is not None and now < int(row[0])


def _bound(connection: sqlite3.Connection, feed_id: int, now: int) -> tuple[int, int]:
    """Return the place in the feed's list below which articles are not to be kept: time and id."""
    days, articles, size = connection.execute(
        "SELECT keep_days, keep_articles, keep_bytes FROM feeds WHERE id = ?", (feed_id,)
    ).fetchone()
    bounds = [(_OLDEST, 0)]
    if days is not None and not waits(connection, now):
        bounds.append((now - days * _DAY, 0))
    if articles is not None:
        bounds.append(_nth(connection, feed_id, articles))
    if size is not None:
        bounds.append(_largest(connection, feed_id, size))
    return max(bounds)


def _nth(connection: sqlite3.Connection, feed_id: int, articles: int) -> tuple[int, int]:
    """Return the place of the last of the *articles* newest."""
    if articles == 0:
        return 1 << 62, 0
    row = connection.execute(
        "SELECT sort_at, id FROM entries WHERE feed_id = ? ORDER BY sort_at DESC, id DESC LIMIT 1 OFFSET ?",
        (feed_id, articles - 1),
    ).fetchone()
    return (_OLDEST, 0) if row is None else (row[0], row[1])


def _largest(connection: sqlite3.Connection, feed_id: int, size: int) -> tuple[int, int]:
    """Return the place of the oldest article that still fits into *size* bytes of text and pictures, from the newest on."""
    rows = connection.execute(
        "SELECT e.sort_at, e.id, length(d.serial) + coalesce((SELECT sum(m.size) FROM pictures p JOIN media m USING (name)"
        " WHERE p.entry_id = e.id), 0) FROM entries e LEFT JOIN documents d ON d.entry_id = e.id"
        " WHERE e.feed_id = ? ORDER BY e.sort_at DESC, e.id DESC",
        (feed_id,),
    )
    fits = (1 << 62, 0)
    for sort_at, entry_id, bytes_held in rows:
        size -= bytes_held or 0
        if size < 0:
            return fits
        fits = (sort_at, entry_id)
    return _OLDEST, 0
