"""Read articles for the list, newest first, a page at a time. Changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pembaca.library.times import moment, read
from pembaca.model import ArticleRow, Counts, Cursor

if TYPE_CHECKING:
    import sqlite3

LARGEST: Final = 2**63 - 1  # of the numbers SQLite counts with
COLUMNS: Final = """
e.id, e.title, f.url, CASE f.given_title WHEN '' THEN f.title ELSE f.given_title END, e.published, e.url, e.summary,
r.entry_id IS NOT NULL, s.entry_id IS NOT NULL, p."offset", p.length, e.has_media, e.sort_at,
c.changed_at
"""
JOINS: Final = """
CROSS JOIN feeds f ON f.id = e.feed_id
LEFT JOIN reads r ON r.entry_id = e.id
LEFT JOIN stars s ON s.entry_id = e.id
LEFT JOIN places p ON p.entry_id = e.id
LEFT JOIN earlier c ON c.entry_id = e.id AND NOT c.is_seen AND (r.entry_id IS NOT NULL OR p.entry_id IS NOT NULL)
"""
Columns = tuple[int, str, str, str, str | None, str, str, int, int, int | None, int | None, int, int, int | None]


def page(
    connection: sqlite3.Connection, feed_id: int | None, *, unread: bool, limit: int | None, after: Cursor | None
) -> tuple[ArticleRow, ...]:
    """Return the articles older than *after*; walks an index, so its cost is that of the page."""
    table, entry_id = ("unread u CROSS JOIN entries e ON e.id = u.entry_id", "u.entry_id") if unread else ("entries e", "e.id")
    walked = entry_id.partition(".")[0]
    where, values = ["f.hidden_at IS NULL"], list[int]()
    if feed_id is not None:
        where.append(f"{walked}.feed_id = ?")
        values.append(feed_id)
    if after is not None:
        where.append(f"({walked}.sort_at, {entry_id}) < (?, ?)")
        values += (after.sort_at, after.id)
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM {table} {JOINS} WHERE {' AND '.join(where)}"
        f" ORDER BY {walked}.sort_at DESC, {entry_id} DESC LIMIT ?",
        (*values, LARGEST if limit is None else min(limit, LARGEST)),
    )
    return tuple(article(row) for row in rows)


def one(connection: sqlite3.Connection, entry_id: int) -> ArticleRow | None:
    """Return one article's row, or None if there is no such article (any more)."""
    row = connection.execute(
        f"SELECT {COLUMNS} FROM entries e {JOINS} WHERE e.id = ? AND f.hidden_at IS NULL", (min(entry_id, LARGEST),)
    ).fetchone()
    return None if row is None else article(row)


def serial(connection: sqlite3.Connection, entry_id: int) -> bytes | None:
    """Return an article's document in its serial form, or None if there is no such article (any more)."""
    row = connection.execute(
        "SELECT d.serial FROM documents d JOIN entries e ON e.id = d.entry_id JOIN feeds f ON f.id = e.feed_id"
        " WHERE d.entry_id = ? AND f.hidden_at IS NULL",
        (min(entry_id, LARGEST),),
    ).fetchone()
    return None if row is None else bytes(row[0])


def counts(connection: sqlite3.Connection, feed_id: int | None) -> Counts:
    """Count the articles of one feed, or of all."""
    which, values = ("f.id = ?", (feed_id,)) if feed_id is not None else ("TRUE", ())
    total, unread = connection.execute(
        "SELECT coalesce(sum(t.total), 0), coalesce(sum(t.unread), 0) FROM feeds f JOIN tallies t ON t.feed_id = f.id"
        f" WHERE f.hidden_at IS NULL AND {which}",
        values,
    ).fetchone()
    return Counts(total=total, unread=unread)


def article(row: Columns) -> ArticleRow:
    """Make the value of a row that was read with COLUMNS."""
    entry_id, title, feed_url, feed_title, published, url, summary, is_read, is_starred, offset, length = row[:11]
    has_media, sort_at, changed_at = row[11:]
    return ArticleRow(
        id=entry_id,
        title=title,
        feed_url=feed_url,
        feed_title=feed_title,
        published=read(published),
        url=url,
        summary=summary,
        is_read=bool(is_read),
        is_starred=bool(is_starred),
        heard=min(1.0, max(0.0, offset / length)) if offset and length else 0.0,
        has_media=bool(has_media),
        sort_at=sort_at,
        is_changed=changed_at is not None,
        changed_at=moment(changed_at),
    )
