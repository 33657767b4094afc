"""The side of the library that feeds and refreshes see. Part of ``Library``; used through it only."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from pembaca.errors import LibraryDamaged
from pembaca.library import entries as entry_rows
from pembaca.library import feeds as feed_rows
from pembaca.library.times import moment, seconds
from pembaca.model import Feed, FeedFailure, FeedOptions, FormerAddress, KnownEntry, StoredEntry, Validators

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from pembaca.library.connection import Connections
    from pembaca.paths import Paths

_PURGED_AT_ONCE: Final = 500


class FeedSide:
    """Feeds, and what a refresh brings."""

    _connections: Connections
    _paths: Paths

    def feeds(self) -> tuple[Feed, ...]:
        """Return the feeds in the order they were added."""
        with self._connections.reading() as connection:
            return feed_rows.visible(connection)

    def feeds_page(self, first: int, most: int, text: str = "") -> tuple[Feed, ...]:
        """Return *most* feeds from number *first* on (0 the first), of those whose title or address holds *text*."""
        with self._connections.reading() as connection:
            return feed_rows.page(connection, text, first, most)

    def feed_count(self, text: str = "") -> int:
        """Return how many feeds there are whose title or address holds *text*."""
        with self._connections.reading() as connection:
            return feed_rows.count(connection, text)

    def feed_urls(self, *, is_fine: bool = False) -> tuple[str, ...]:
        """Return the addresses of the feeds in the order they were added; with *is_fine* of those that did not fail last."""
        with self._connections.reading() as connection:
            return feed_rows.urls(connection, is_fine=is_fine)

    def feeds_in_trouble(self) -> tuple[Feed, ...]:
        """Return the feeds whose last refresh failed, in the order they were added."""
        with self._connections.reading() as connection:
            return feed_rows.in_trouble(connection)

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
        ((feed, _),) = self.add_feeds([(url, title)])
        return feed

    def add_feeds(self, wanted: Iterable[tuple[str, str]]) -> tuple[tuple[Feed, bool], ...]:
        """Add feeds by address and title, as ``add_feed`` does, all of them or on any exception none.

        Returns:
            Each of *wanted*, and whether it was not there before.
        """
        done: list[tuple[Feed, bool]] = []
        with self._connections.writing() as connection:
            for url, title in wanted:
                is_new = feed_rows.find(connection, url) is None
                feed = feed_rows.by_id(connection, feed_rows.add(connection, url, title))
                if feed is None:
                    raise LibraryDamaged(str(self._paths.database), "feed lost")
                done.append((feed, is_new))
        return tuple(done)

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

    def known(self, feed_url: str, guids: Iterable[str] | None = None, *, urls: Iterable[str] = ()) -> dict[str, KnownEntry]:
        """Return what is remembered of a feed's entries, by guid; empty for an unknown feed.

        Args:
            guids: only entries with one of these (None: all), so that the cost is that of what the feed brings today.
            urls: beside them, entries whose address ends like one of these: an item may have been given a new guid.
        """
        with self._connections.reading() as connection:
            feed_id = feed_rows.find(connection, feed_url)
            return {} if feed_id is None else entry_rows.known(connection, feed_id, guids, urls)

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

        Read marks and stars are not touched; a place stays at its sentence. A feed removed meanwhile stays removed: (0, 0).

        Args:
            entries: new and changed ones in the feed's order, which decides between articles of the same second.
            moved_to: where a permanent redirect led.
        """
        with self._on(feed_url) as (connection, feed_id):
            if feed_id is None:
                return 0, 0
            counted = entry_rows.store(connection, feed_id, entries, seconds(fetched_at), self._paths.media)
            feed_rows.describe(connection, feed_id, title, validators, site_url)
            feed_rows.succeeded(connection, feed_id, fetched_at)
            if moved_to:
                feed_rows.move(connection, feed_id, moved_to, fetched_at)
            return counted

    def unchanged(self, feed_url: str, fetched_at: datetime) -> None:
        """Note that the server confirmed the stored copy."""
        with self._on(feed_url) as (connection, feed_id):
            if feed_id is not None:
                feed_rows.succeeded(connection, feed_id, fetched_at)

    def failed(
        self,
        feed_url: str,
        code: str,
        at: datetime,
        *,
        detail: str = "",
        status: int | None = None,
        retry_at: datetime | None = None,
    ) -> None:
        """Note that a refresh failed, in the feed's own history too; the stored copy stays.

        Args:
            retry_at: when the server wants to be asked again; at most a day after *at* is believed.
        """
        with self._on(feed_url) as (connection, feed_id):
            if feed_id is not None:
                feed_rows.failed(connection, feed_id, FeedFailure(code, at, detail, status), retry_at)

    def feed_errors(self, feed_url: str) -> tuple[FeedFailure, ...]:
        """Return the feed's last failures, newest first, at most twenty; a success later does not take them away."""
        with self._connections.reading() as connection:
            feed_id = feed_rows.find(connection, feed_url)
            return () if feed_id is None else feed_rows.errors(connection, feed_id)

    def former_addresses(self, feed_url: str) -> tuple[FormerAddress, ...]:
        """Return the addresses that the feed had before permanent redirects, the latest first."""
        with self._connections.reading() as connection:
            feed_id = feed_rows.find(connection, feed_url)
            return () if feed_id is None else feed_rows.former(connection, feed_id)

    def set_feed_options(self, feed_url: str, options: FeedOptions) -> bool:
        """Keep what the person has set for a feed; False if there is none.

        What is to be kept is applied by the next ``services.retention`` run, how to get the text by the next refresh, which
        then asks for the whole feed again.
        """
        with self._on(feed_url) as (connection, feed_id):
            if feed_id is not None:
                feed_rows.set_options(connection, feed_id, options)
        return feed_id is not None

    def last_refresh(self) -> datetime | None:
        """Return when a feed was last confirmed or fetched (UTC), None before the first time."""
        with self._connections.reading() as connection:
            (latest,) = connection.execute("SELECT max(last_success) FROM feeds WHERE hidden_at IS NULL").fetchone()
            return moment(latest)

    @contextmanager
    def _on(self, feed_url: str) -> Iterator[tuple[sqlite3.Connection, int | None]]:
        with self._connections.writing() as connection:
            yield connection, feed_rows.find(connection, feed_url)
