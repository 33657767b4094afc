"""Save what can be read out of a damaged library into a new one, and set the damaged one aside."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from pembaca.errors import LibraryUnwritable
from pembaca.library import heads, media, mending, salvage, schema, swapping
from pembaca.library.connection import Connections
from pembaca.model import Recovery

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from pembaca.paths import Paths

_SOURCES: Final = ("feeds", "former_addresses", "feed_errors", "entries", "documents")
_DEEDS: Final = ("reads", "stars", "places", "earlier", "gone", "media", "facts")


def recover(paths: Paths, now: datetime) -> Recovery:
    """Put a new library in the place of a damaged one, with everything that could be read.

    An article whose text is lost keeps title and summary, and is fetched again if its feed still carries it; one whose feed is
    lost gets a feed of its site's address. The damaged file is kept under another name. Called ``swapping.alone``.

    Raises:
        LibraryError: that could not be done (disk full); the damaged file is still in its place.
    """
    target = swapping.unfinished(paths)
    swapping.discard(target)
    connections = Connections(target)
    try:
        schema.migrate(connections, str(target))
        with connections.writing() as connection:
            facts = _fill(connection, paths.database)
        with connections.wrapped():
            connections.mine().execute("PRAGMA journal_mode=DELETE")
    except BaseException as error:
        connections.close()
        swapping.discard(target)
        if isinstance(error, OSError):
            raise LibraryUnwritable(str(target), media.reason(error)) from error
        raise
    connections.close()
    kept = swapping.put_in_place(paths, "rusak", now)
    return Recovery(str(kept or ""), *facts)


def _fill(connection: sqlite3.Connection, damaged: Path) -> tuple[int, int, int, int | None]:
    """Copy what is readable and return how many feeds, articles, articles without text, and articles lost."""
    grafted = _copy_of(damaged)
    source, expected = damaged, None
    try:
        if not salvage.has_tables(damaged) and heads.graft(damaged, grafted):
            source = grafted
        if salvage.has_tables(source):
            with closing(salvage.opened(source)) as old:
                for table in (*_SOURCES, *_DEEDS):
                    _copy(connection, table, salvage.rows(old, table))
                expected = _expected(old)
    finally:
        swapping.discard(grafted)
    without_text = mending.replace_missing(connection)
    mending.drop_strays(connection)
    mending.count(connection)
    mending.index(connection)
    feeds, articles = (connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("feeds", "entries"))
    return feeds, articles, without_text, None if expected is None else max(0, expected - articles)


def _copy_of(damaged: Path) -> Path:
    """Return where a copy with other first pages is made, for reading only."""
    return damaged.with_name("library.salinan.sqlite3")


def _expected(old: sqlite3.Connection) -> int | None:
    """Return how many articles there were, if that can still be read."""
    try:
        return int(old.execute("SELECT sum(total) FROM tallies").fetchone()[0] or 0)
    except sqlite3.Error:
        return None


def _copy(connection: sqlite3.Connection, table: str, rows: Iterable[salvage.Row]) -> None:
    """Insert the rows that make sense; columns that the table does not have any more are left out."""
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    for row in rows:
        if table == "entries":
            _adopt(connection, row)
        names = [name for name in columns if name in row]
        question = f"INSERT OR IGNORE INTO {table} ({', '.join(map(_quoted, names))}) VALUES ({', '.join('?' * len(names))})"
        try:
            connection.execute(question, [row[name] for name in names])
        except sqlite3.Error:  # damaged where SQLite does not look: a value that the table refuses
            continue


def _adopt(connection: sqlite3.Connection, row: salvage.Row) -> None:
    """Make a feed for an entry whose feed is lost: the front page of its site."""
    if connection.execute("SELECT 1 FROM feeds WHERE id = ?", (row.get("feed_id"),)).fetchone():
        return
    try:
        parts = urlsplit(str(row.get("url")))
        site = f"{parts.scheme}://{parts.netloc}/" if parts.scheme in ("http", "https") and parts.netloc else ""
    except ValueError:
        site = ""
    url = site or "https://tidak-diketahui.invalid/"
    if connection.execute("SELECT 1 FROM feeds WHERE url = ?", (url,)).fetchone():
        url = f"{url}?{row.get('feed_id')}"
    try:
        connection.execute("INSERT INTO feeds (id, url, title) VALUES (?, ?, ?)", (row.get("feed_id"), url, urlsplit(url).netloc))
    except sqlite3.Error:
        return


def _quoted(name: str) -> str:
    return f'"{name}"'
