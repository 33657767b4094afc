"""The only door to what is stored. Safe from any thread; sqlite3's errors never leave it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from pembaca.document import Document, decode
from pembaca.errors import LibraryDamaged, LibraryUnwritable
from pembaca.library import entries as entry_rows
from pembaca.library import feeds as feed_rows
from pembaca.library import health, listing, marks, media
from pembaca.library import search as finding
from pembaca.library.connection import Connections
from pembaca.library.opening import open_database
from pembaca.library.times import moment, seconds
from pembaca.model import ArticleRow, Counts, Cursor, Feed, KnownEntry, ReadingPlace, SearchHit, StoredEntry, Validators
from pembaca.paths import Paths

_UNDO: Final = timedelta(minutes=10)
_PURGED_AT_ONCE: Final = 500


class Library:
    """Feeds, articles, what the person did to them, and pictures.

    Samples (bundled articles) are never in it. Every method may raise LibraryError; what was stored before is then
    unchanged. A method that writes raises LibraryUnwritable while ``can_write`` is False.
    """

    def __init__(self, connections: Connections, paths: Paths) -> None:
        self._connections = connections
        self._paths = paths

    @classmethod
    def open(cls, paths: Paths) -> Library:
        """Open the library, made or brought up to date where needed.

        Where nothing can be written (read-only disk, full disk), what is there is opened for reading only.

        Raises:
            LibraryUnwritable: nothing is there and nothing can be made.
            LibraryTooNew: written by a later version; nothing was touched.
            LibraryDamaged: the file is no database; it is left where it is.
        """
        library = cls(open_database(paths), paths)
        try:
            library._tidy()
        except BaseException:
            library.close()
            raise
        return library

    @property
    def can_write(self) -> bool:
        """Whether anything can be stored; False on a read-only disk."""
        return self._connections.can_write

    def close(self) -> None:
        """Let go of the files; the library cannot be used any more."""
        self._connections.close()

    # Feeds

    def feeds(self) -> tuple[Feed, ...]:
        """Return the feeds in the order they were added."""
        with self._connections.reading() as connection:
            return feed_rows.visible(connection)

    def feed(self, url: str) -> Feed | None:
        """Return the feed with this address, or that had it before it moved."""
        with self._connections.reading() as connection:
            feed_id = feed_rows.find(connection, url)
            return None if feed_id is None else feed_rows.by_id(connection, feed_id)

    def add_feed(self, url: str, title: str = "") -> Feed:
        """Add a feed; a removed one comes back with its articles, one that is there stays as it is.

        Args:
            title: shown instead of what the feed calls itself, unless empty.
        """
        with self._connections.writing() as connection:
            feed = feed_rows.by_id(connection, feed_rows.add(connection, url, title))
        if feed is None:
            raise LibraryDamaged(str(self._paths.database), "feed lost")
        return feed

    def remove_feed(self, url: str) -> bool:
        """Hide a feed with its articles at once; False if there is none. ``restore_feed`` undoes it.

        It is purged when the library is opened ten minutes later or after, or by ``purge``.
        """
        with self._connections.writing() as connection:
            feed_id = feed_rows.find(connection, url)
            if feed_id is not None:
                feed_rows.hide(connection, feed_id, datetime.now(UTC))
        return feed_id is not None

    def restore_feed(self, url: str) -> bool:
        """Undo ``remove_feed``; False if nothing is left to restore."""
        with self._connections.writing() as connection:
            if feed_rows.find(connection, url, is_hidden=True) is None:
                return False
            feed_rows.add(connection, url, "")
        return True

    def purge(self, *, hidden_before: datetime | None = None) -> None:
        """Delete removed feeds for good, in short transactions.

        Args:
            hidden_before: only those removed up to then; None: all.
        """
        before = hidden_before or datetime.now(UTC) + timedelta(days=36500)
        purged = _PURGED_AT_ONCE
        while purged == _PURGED_AT_ONCE:
            with self._connections.writing() as connection:
                purged = feed_rows.purge(connection, before, _PURGED_AT_ONCE)

    # Refresh

    def known(self, feed_url: str) -> dict[str, KnownEntry]:
        """Return what is remembered of a feed's entries, by guid; empty for an unknown feed."""
        with self._connections.reading() as connection:
            feed_id = feed_rows.find(connection, feed_url)
            return {} if feed_id is None else entry_rows.known(connection, feed_id)

    def apply(
        self,
        feed_url: str,
        entries: tuple[StoredEntry, ...],
        *,
        title: str,
        validators: Validators,
        fetched_at: datetime,
        site_url: str | None = None,
        moved_to: str | None = None,
    ) -> tuple[int, int]:
        """Store what a refresh brought, all of it or nothing, and return how many were new and how many changed.

        Read marks, stars and places are not touched. A feed removed meanwhile stays removed: (0, 0).

        Args:
            entries: new and changed ones in the feed's order, which decides between articles of the same second.
            moved_to: where a permanent redirect led.
        """
        with self._on(feed_url) as (connection, feed_id):
            if feed_id is None:
                return 0, 0
            counted = entry_rows.store(connection, feed_id, entries, seconds(fetched_at))
            feed_rows.describe(connection, feed_id, title, validators, site_url)
            feed_rows.succeeded(connection, feed_id, fetched_at)
            if moved_to:
                feed_rows.move(connection, feed_id, moved_to)
            return counted

    def unchanged(self, feed_url: str, fetched_at: datetime) -> None:
        """Note that the server confirmed the stored copy."""
        with self._on(feed_url) as (connection, feed_id):
            if feed_id is not None:
                feed_rows.succeeded(connection, feed_id, fetched_at)

    def failed(self, feed_url: str, code: str, at: datetime) -> None:
        """Note that a refresh failed; the stored copy stays."""
        with self._on(feed_url) as (connection, feed_id):
            if feed_id is not None:
                feed_rows.failed(connection, feed_id, code, at)

    def last_refresh(self) -> datetime | None:
        """Return when a feed was last confirmed or fetched (UTC), None before the first time."""
        with self._connections.reading() as connection:
            (latest,) = connection.execute("SELECT max(last_success) FROM feeds WHERE hidden_at IS NULL").fetchone()
            return moment(latest)

    # Articles

    def articles(
        self, *, feed_url: str | None = None, unread: bool = False, limit: int | None = None, after: Cursor | None = None
    ) -> tuple[ArticleRow, ...]:
        """Return a page of the list, newest first: by date, else by when it was first seen, then by id.

        Args:
            after: the ``cursor`` of the last row of the page before.
        """
        with self._connections.reading() as connection:
            feed_id = None if feed_url is None else feed_rows.find(connection, feed_url)
            if feed_url is not None and feed_id is None:
                return ()
            return listing.page(connection, feed_id, unread=unread, limit=limit, after=after)

    def row(self, article_id: int) -> ArticleRow | None:
        """Return one article's row, None if there is none (any more)."""
        with self._connections.reading() as connection:
            return listing.one(connection, article_id)

    def counts(self, feed_url: str | None = None) -> Counts:
        """Count the articles of a feed, or of all."""
        with self._connections.reading() as connection:
            feed_id = None if feed_url is None else feed_rows.find(connection, feed_url)
            if feed_url is not None and feed_id is None:
                return Counts(total=0, unread=0)
            return listing.counts(connection, feed_id)

    def document(self, article_id: int) -> Document | None:
        """Return an article's readable form, None if there is none (any more)."""
        with self._connections.reading() as connection:
            serial = listing.serial(connection, article_id)
        try:
            return None if serial is None else decode(serial)
        except ValueError as error:
            raise LibraryDamaged(str(self._paths.database), f"document {article_id}: {error}") from error

    def search(self, query: str, *, limit: int | None = None, after: Cursor | None = None) -> tuple[SearchHit, ...]:
        """Return the articles that hold every word of *query*, newest first; any text is a valid question.

        Args:
            after: the ``cursor`` of the last article of the page before.
        """
        with self._connections.reading() as connection:
            return finding.find(connection, query, limit, after)

    def count_found(self, query: str) -> int:
        """Count the articles that hold every word of *query*."""
        with self._connections.reading() as connection:
            return finding.count(connection, query)

    # What the person did

    def set_read(self, article_id: int, is_read: bool) -> None:
        """Mark an article read or unread; nothing happens if it is gone."""
        with self._connections.writing() as connection:
            marks.put(connection, "reads", article_id, is_read)

    def set_starred(self, article_id: int, is_starred: bool) -> None:
        """Give an article a star or take it away; nothing happens if it is gone."""
        with self._connections.writing() as connection:
            marks.put(connection, "stars", article_id, is_starred)

    def place(self, article_id: int) -> ReadingPlace | None:
        """Return where reading aloud stopped, None if it never began."""
        with self._connections.reading() as connection:
            return marks.place(connection, article_id)

    def set_place(self, article_id: int, place: ReadingPlace) -> None:
        """Keep where reading aloud stopped; a power cut (not a crash) may take back the last few seconds of it."""
        with self._connections.writing(is_durable=False) as connection:
            marks.set_place(connection, article_id, place)

    # Pictures and health

    def put_media(self, body: bytes, extension: str) -> str:
        """Store a picture and return its name, ``ab/<sha256>.<extension>``; written whole or not at all."""
        if not self.can_write:
            raise LibraryUnwritable(str(self._paths.media), "readonly")
        return media.put(self._paths.media, body, extension)

    def media_path(self, name: str) -> Path:
        """Return the file of a stored picture, which need not be there; refuses a name that leads elsewhere."""
        return media.path(self._paths.media, name)

    def integrity(self) -> tuple[str, ...]:
        """Return what is wrong with the database, in SQLite's words; empty when it is sound. Reads all of it."""
        with self._connections.reading() as connection:
            return health.findings(connection, can_write=self.can_write)

    @contextmanager
    def _on(self, feed_url: str) -> Iterator[tuple[sqlite3.Connection, int | None]]:
        with self._connections.writing() as connection:
            yield connection, feed_rows.find(connection, feed_url)

    def _tidy(self) -> None:
        """Do what a former run left to do; it can wait if another program keeps the database busy."""
        if not self.can_write:
            return
        before = datetime.now(UTC) - _UNDO
        with self._connections.reading() as connection:
            is_due = feed_rows.is_purge_due(connection, before)
        if is_due:
            with suppress(LibraryUnwritable), self._connections.writing() as connection:
                feed_rows.purge(connection, before, _PURGED_AT_ONCE)
        media.sweep(self._paths.media)
