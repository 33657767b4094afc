"""Read the rows of a damaged database that can still be read, one after the other. Never writes to it.

SQLite reads a table as a tree; where a page of it is damaged, reading ends with an error. So each table is read from its
beginning up to the damage, from its end down to it, and between the two row by row.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Row = dict[str, object]

_MOST_PROBED: Final = 300_000  # rows asked for one by one between two damaged pages
_MISSES: Final = 20_000  # in a row, before the end of a table is believed whose end cannot be found


def opened(file: Path) -> sqlite3.Connection:
    """Open a damaged database so that as much as possible can be read: also one that is shorter than it says."""
    connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    connection.text_factory = lambda body: body.decode("utf-8", "replace")
    connection.execute("PRAGMA writable_schema=ON")
    connection.execute("PRAGMA trusted_schema=OFF")
    return connection


def has_tables(file: Path) -> bool:
    """Say whether SQLite can read at least which tables there are."""
    try:
        with closing(opened(file)) as connection:
            return bool(connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'entries'").fetchone()[0])
    except (sqlite3.Error, ValueError):
        return False


def rows(connection: sqlite3.Connection, table: str) -> Iterator[Row]:
    """Yield every readable row of *table* once, by column; nothing if the table cannot be read at all."""
    if table in _WITHOUT_ROWID:
        yield from _both_ways(connection, table)
        return
    last = None
    for number, row in _run(connection, f'SELECT rowid, * FROM "{table}" ORDER BY rowid'):
        last = number
        yield row
    if _is_sound(connection, f'SELECT max(rowid) FROM "{table}"', last):
        return
    low = 0 if last is None else last
    high = None
    for number, row in _run(connection, f'SELECT rowid, * FROM "{table}" WHERE rowid > ? ORDER BY rowid DESC', low):
        high = number
        yield row
    yield from _between(connection, table, low, high)


_WITHOUT_ROWID: Final = ("former_addresses", "gone", "media", "facts", "pictures", "words", "unread")


def _between(connection: sqlite3.Connection, table: str, low: int, high: int | None) -> Iterator[Row]:
    misses = 0
    for number in range(low + 1, min(high or low + _MOST_PROBED, low + _MOST_PROBED)):
        found = next(_run(connection, f'SELECT rowid, * FROM "{table}" WHERE rowid = ?', number), None)
        misses = 0 if found else misses + 1
        if found:
            yield found[1]
        elif high is None and misses > _MISSES:
            return


def _both_ways(connection: sqlite3.Connection, table: str) -> Iterator[Row]:
    seen = set()
    for order in ("ASC", "DESC"):
        for _, row in _run(connection, f'SELECT 0, * FROM "{table}" ORDER BY 1 {order}, 2 {order}'):
            key = tuple(row.values())
            if key not in seen:
                seen.add(key)
                yield row


def _run(connection: sqlite3.Connection, question: str, *values: int) -> Iterator[tuple[int, Row]]:
    """Yield rows with their number until an error ends it."""
    try:
        cursor = connection.execute(question, values)
        names = [column[0] for column in cursor.description][1:]
        for row in cursor:
            yield row[0], dict(zip(names, row[1:], strict=True))
    except (sqlite3.Error, UnicodeError, OverflowError):
        return


def _is_sound(connection: sqlite3.Connection, question: str, last: int | None) -> bool:
    """Say whether the last row read is really the last one."""
    try:
        return bool(connection.execute(question).fetchone()[0] == last)
    except sqlite3.Error:
        return False
