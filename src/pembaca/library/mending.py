"""Make anew what follows from feeds, entries and documents. Works inside the caller's transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from pembaca.document import Document, Image, Paragraph, decode, encode
from pembaca.errors import LibraryDamaged
from pembaca.library import fill, health, words
from pembaca.library.entries import number
from pembaca.library.search import indexed
from pembaca.library.times import read

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

_AT_ONCE: Final = 500


def mend(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Examine, and make anew whatever is wrong and can be made; return what was wrong.

    Raises:
        LibraryDamaged: pages of the file are damaged; that cannot be mended in place.
    """
    pages = health.pages(connection)
    if pages:
        raise LibraryDamaged("", "; ".join(pages))
    found = (*health.strays(connection), *health.derived(connection, can_write=True))
    if found:
        drop_strays(connection)
    without_text = replace_missing(connection)
    if without_text:
        found = (*found, f"{without_text} documents unreadable")
    if found:
        count(connection)
        index(connection)
    return found


def drop_strays(connection: sqlite3.Connection) -> None:
    """Delete rows that belong to an article or feed that is not there."""
    for table, row, _, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        if row is not None:
            connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (row,))
    connection.execute("DELETE FROM pictures WHERE entry_id NOT IN (SELECT id FROM entries)")


def replace_missing(connection: sqlite3.Connection) -> int:
    """Give every entry without a readable document one of its title and summary; return how many.

    Such an entry loses its fingerprint, so that it is fetched again if its feed still carries it.
    """
    rows = connection.execute(
        "SELECT e.id, e.title, e.summary, e.url, e.published, d.serial FROM entries e LEFT JOIN documents d ON d.entry_id = e.id"
    )
    bad = []
    for entry_id, title, summary, url, published, serial in rows:
        if serial is None or not _is_readable(serial):
            blocks = (Paragraph(summary),) if summary else ()
            bad.append((entry_id, encode(Document(title, blocks, url=url, published=read(published)))))
    connection.executemany("INSERT OR REPLACE INTO documents VALUES (?, ?)", bad)
    connection.executemany(
        "UPDATE entries SET fingerprint = '', has_media = 0 WHERE id = ?", ((entry_id,) for entry_id, _ in bad)
    )
    connection.execute(
        "UPDATE feeds SET etag = NULL, last_modified = NULL WHERE id IN (SELECT feed_id FROM entries WHERE fingerprint = '')"
    )
    return len(bad)


def count(connection: sqlite3.Connection) -> None:
    """Make counts and the list of unread articles anew."""
    connection.execute("DELETE FROM tallies")
    connection.execute(
        "INSERT INTO tallies SELECT e.feed_id, count(*), count(*) - count(r.entry_id) FROM entries e"
        " LEFT JOIN reads r ON r.entry_id = e.id GROUP BY e.feed_id"
    )
    connection.execute("DELETE FROM unread")
    connection.execute("INSERT INTO unread SELECT sort_at, id, feed_id FROM entries WHERE id NOT IN (SELECT entry_id FROM reads)")


def index(connection: sqlite3.Connection) -> None:
    """Make the search index, the words and the pictures of each article anew."""
    connection.execute("DROP TABLE IF EXISTS search")
    connection.execute("CREATE VIRTUAL TABLE search USING fts5 (title, body, tokenize = 'unicode61 remove_diacritics 2')")
    connection.execute("DELETE FROM words")
    connection.execute("DELETE FROM pictures")
    for documents in _documents(connection):
        texts = [(number(sort_at, entry_id), *indexed(document)) for entry_id, sort_at, document in documents]
        connection.executemany("INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)", texts)
        words.learn(connection, words.of(text for _, *both in texts for text in both))
        shown = (
            (entry_id, block.media)
            for entry_id, _, document in documents
            for block in document.blocks
            if isinstance(block, Image) and block.media
        )
        connection.executemany("INSERT OR IGNORE INTO pictures VALUES (?, ?)", shown)
    fill.slugs(connection)


def _documents(connection: sqlite3.Connection) -> Iterator[list[tuple[int, int, Document]]]:
    """Yield all documents in the order of the index, some at a time."""
    rows = connection.execute(
        "SELECT e.id, e.sort_at, d.serial FROM entries e JOIN documents d ON d.entry_id = e.id ORDER BY e.sort_at, e.id"
    )
    while some := rows.fetchmany(_AT_ONCE):
        yield [(entry_id, sort_at, decode(serial)) for entry_id, sort_at, serial in some]


def _is_readable(serial: bytes) -> bool:
    try:
        decode(serial)
    except (ValueError, TypeError, msgspec.DecodeError):
        return False
    return True
