"""Rows of ``feeds``: find, add, hide, purge, and note how a refresh went. Works inside the caller's transaction."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from pembaca.library.times import known_moment, moment, seconds
from pembaca.library.words import folded
from pembaca.model import Feed, FeedFailure, FeedOptions, FormerAddress, FullText, Validators

if TYPE_CHECKING:
    import sqlite3

_FEED: Final = """
SELECT id, url, CASE given_title WHEN '' THEN title ELSE given_title END, status, error, last_success,
       etag, last_modified, site_url, full_text, keep_days, keep_articles, keep_bytes, failures, failed_at, retry_at
FROM feeds
"""
_MATCHING: Final = """
hidden_at IS NULL AND (?1 = '' OR instr(folded(url), ?1)
OR instr(folded(CASE given_title WHEN '' THEN title ELSE given_title END), ?1))
"""
_FAILURES_KEPT: Final = 20
_LONGEST_WAIT: Final = timedelta(days=1)  # whatever a server or a wrong clock asks for
_LONGEST_DETAIL: Final = 500


def visible(connection: sqlite3.Connection) -> tuple[Feed, ...]:
    """Return the feeds in the order they were added."""
    return tuple(_feed(row) for row in connection.execute(f"{_FEED} WHERE hidden_at IS NULL ORDER BY id"))


def urls(connection: sqlite3.Connection, *, is_fine: bool) -> tuple[str, ...]:
    """Return the addresses in the order the feeds were added; with *is_fine* only of those that did not fail last."""
    fine = "AND failures = 0" if is_fine else ""
    return tuple(url for (url,) in connection.execute(f"SELECT url FROM feeds WHERE hidden_at IS NULL {fine} ORDER BY id"))


def in_trouble(connection: sqlite3.Connection) -> tuple[Feed, ...]:
    """Return the feeds that failed last, in the order they were added."""
    return tuple(_feed(row) for row in connection.execute(f"{_FEED} WHERE hidden_at IS NULL AND failures > 0 ORDER BY id"))


def page(connection: sqlite3.Connection, text: str, first: int, most: int) -> tuple[Feed, ...]:
    """Return *most* feeds from number *first* on, of those whose title or address holds *text*, in any case."""
    rows = connection.execute(f"{_FEED} WHERE {_MATCHING} ORDER BY id LIMIT ?2 OFFSET ?3", (folded(text), most, first))
    return tuple(_feed(row) for row in rows)


def count(connection: sqlite3.Connection, text: str) -> int:
    """Return how many feeds there are whose title or address holds *text*."""
    (found,) = connection.execute(f"SELECT count(*) FROM feeds WHERE {_MATCHING}", (folded(text),)).fetchone()
    return int(found)


def by_id(connection: sqlite3.Connection, feed_id: int) -> Feed | None:
    """Return one feed, hidden or not."""
    row = connection.execute(f"{_FEED} WHERE id = ?", (feed_id,)).fetchone()
    return None if row is None else _feed(row)


def find(connection: sqlite3.Connection, url: str, *, is_hidden: bool | None = False) -> int | None:
    """Return the id of the feed with this address, or that had it before it moved; ``is_hidden`` None: either."""
    row = connection.execute("SELECT id, hidden_at FROM feeds WHERE url = ?", (url,)).fetchone()
    if row is None:
        row = connection.execute(
            "SELECT f.id, f.hidden_at FROM former_addresses a JOIN feeds f ON f.id = a.feed_id WHERE a.url = ?", (url,)
        ).fetchone()
    if row is None or (is_hidden is not None and (row[1] is not None) != is_hidden):
        return None
    return int(row[0])


def add(connection: sqlite3.Connection, url: str, title: str) -> int:
    """Add a feed, or show a hidden one again; one that is there already is left as it is."""
    feed_id = find(connection, url, is_hidden=None)
    if feed_id is None:
        return int(connection.execute("INSERT INTO feeds (url, given_title) VALUES (?, ?)", (url, title)).lastrowid or 0)
    connection.execute("UPDATE feeds SET hidden_at = NULL WHERE id = ?", (feed_id,))
    return feed_id


def hide(connection: sqlite3.Connection, feed_id: int, at: datetime) -> None:
    """Hide a feed with its articles. Its validators go: some articles may be purged before it is shown again."""
    connection.execute("UPDATE feeds SET hidden_at = ?, etag = NULL, last_modified = NULL WHERE id = ?", (seconds(at), feed_id))


def purge(connection: sqlite3.Connection, hidden_before: datetime, limit: int) -> int:
    """Delete at most *limit* articles of feeds hidden before then, and such feeds that hold none; return how many articles."""
    hidden = "(SELECT id FROM feeds WHERE hidden_at <= ?)"
    before = seconds(hidden_before)
    rows = connection.execute(
        f"SELECT sort_at << 28 | id, id FROM entries WHERE feed_id IN {hidden} ORDER BY 1 LIMIT ?", (before, limit)
    ).fetchall()
    connection.executemany("DELETE FROM search WHERE rowid = ?", ((number,) for number, _ in rows))
    connection.executemany("DELETE FROM entries WHERE id = ?", ((entry_id,) for _, entry_id in rows))
    connection.execute(
        "DELETE FROM feeds WHERE hidden_at <= ? AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.feed_id = feeds.id)", (before,)
    )
    return len(rows)


def is_purge_due(connection: sqlite3.Connection, hidden_before: datetime) -> bool:
    """Say whether ``purge`` would find anything."""
    row = connection.execute("SELECT 1 FROM feeds WHERE hidden_at <= ? LIMIT 1", (seconds(hidden_before),)).fetchone()
    return row is not None


def succeeded(connection: sqlite3.Connection, feed_id: int, at: datetime) -> None:
    """Note that the stored copy is good as of now."""
    connection.execute(
        "UPDATE feeds SET status = 'ok', error = NULL, failed_at = NULL, failures = 0, retry_at = NULL, last_success = ?"
        " WHERE id = ?",
        (seconds(at), feed_id),
    )


def failed(connection: sqlite3.Connection, feed_id: int, failure: FeedFailure, retry_at: datetime | None) -> None:
    """Note a failure in the feed's history of twenty; what was stored stays as it is."""
    at = seconds(failure.at)
    until = None if retry_at is None else seconds(min(retry_at, failure.at + _LONGEST_WAIT))
    connection.execute(
        "UPDATE feeds SET status = 'failed', error = ?, failed_at = ?, failures = failures + 1, retry_at = ? WHERE id = ?",
        (failure.code, at, until, feed_id),
    )
    connection.execute(
        "INSERT INTO feed_errors (feed_id, code, detail, status, at) VALUES (?, ?, ?, ?, ?)",
        (feed_id, failure.code, failure.detail[:_LONGEST_DETAIL], failure.status, at),
    )
    connection.execute(
        "DELETE FROM feed_errors WHERE feed_id = ? AND id <= (SELECT id FROM feed_errors WHERE feed_id = ?"
        " ORDER BY id DESC LIMIT 1 OFFSET ?)",
        (feed_id, feed_id, _FAILURES_KEPT),
    )


def errors(connection: sqlite3.Connection, feed_id: int) -> tuple[FeedFailure, ...]:
    """Return the last failures, newest first."""
    rows = connection.execute("SELECT code, at, detail, status FROM feed_errors WHERE feed_id = ? ORDER BY id DESC", (feed_id,))
    return tuple(FeedFailure(code, known_moment(at), detail, status) for code, at, detail, status in rows)


def set_options(connection: sqlite3.Connection, feed_id: int, options: FeedOptions) -> None:
    """Keep what the person has set. Another way to get the text asks for the whole feed once more."""
    connection.execute(
        "UPDATE feeds SET etag = CASE full_text WHEN ? THEN etag END,"
        " last_modified = CASE full_text WHEN ? THEN last_modified END, full_text = ?,"
        " keep_days = ?, keep_articles = ?, keep_bytes = ? WHERE id = ?",
        (*[options.full_text] * 3, options.keep_days, options.keep_articles, options.keep_bytes, feed_id),
    )


def former(connection: sqlite3.Connection, feed_id: int) -> tuple[FormerAddress, ...]:
    """Return the addresses that the feed had before, the latest first."""
    rows = connection.execute(
        "SELECT url, moved_at FROM former_addresses WHERE feed_id = ? ORDER BY moved_at DESC, url", (feed_id,)
    )
    return tuple(FormerAddress(url, moment(moved_at)) for url, moved_at in rows)


def describe(connection: sqlite3.Connection, feed_id: int, title: str, validators: Validators, site_url: str | None) -> None:
    """Keep what the feed says about itself; an empty title or site address leaves the old one."""
    connection.execute(
        "UPDATE feeds SET title = CASE ? WHEN '' THEN title ELSE ? END, etag = ?, last_modified = ?,"
        " site_url = coalesce(?, site_url) WHERE id = ?",
        (title, title, validators.etag, validators.last_modified, site_url, feed_id),
    )


def move(connection: sqlite3.Connection, feed_id: int, url: str, at: datetime) -> None:
    """Follow a permanent redirect, unless another feed has that address; the old address still finds the feed."""
    if find(connection, url, is_hidden=None) not in (None, feed_id):
        return
    connection.execute("DELETE FROM former_addresses WHERE url = ?", (url,))
    connection.execute(
        "INSERT OR REPLACE INTO former_addresses (url, feed_id, moved_at) SELECT url, id, ? FROM feeds WHERE id = ? AND url <> ?",
        (seconds(at), feed_id, url),
    )
    connection.execute("UPDATE feeds SET url = ? WHERE id = ?", (url, feed_id))


_Told = tuple[int, str, str, str, str | None, int | None, str | None, str | None, str | None]
_Kept = tuple[FullText, int | None, int | None, int | None, int, int | None, int | None]


def _feed(row: tuple[*_Told, *_Kept]) -> Feed:
    feed_id, url, title, status, error, last_success, etag, last_modified, site_url = row[:9]
    full_text, keep_days, keep_articles, keep_bytes, failures, failed_at, retry_at = row[9:]
    return Feed(
        id=feed_id,
        url=url,
        title=title,
        status="ok" if status == "ok" else "failed" if status == "failed" else "new",
        error=error,
        last_success=moment(last_success),
        validators=Validators(etag, last_modified),
        site_url=site_url,
        options=FeedOptions(full_text, keep_days, keep_articles, keep_bytes),
        failures=failures,
        failed_at=moment(failed_at),
        retry_at=moment(retry_at),
    )
