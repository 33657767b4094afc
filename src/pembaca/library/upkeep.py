"""Keep a library in good order over years: let go, make room, examine, mend, copy. Behind ``Library.upkeep``."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from pembaca.errors import LibraryDamaged, LibraryError, LibraryUnwritable
from pembaca.library import feeds, health, listing, media, mending, retention, room
from pembaca.library.connection import Connections
from pembaca.library.times import moment, seconds

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

_AT_ONCE: Final = 100  # articles or pictures in one transaction: a fraction of a second


class Upkeep:
    """Every method runs short transactions, so that a window beside it never waits long. Safe from any thread."""

    def __init__(self, connections: Connections, media_folder: Path) -> None:
        self._connections = connections
        self._media = media_folder

    def expire(self, feed_url: str, now: datetime) -> int:
        """Delete some articles that the feed's options do not keep, and return how many; ask again until it is 0.

        Read articles without a star only. They do not come back as new while the feed still carries them.
        """
        with self._connections.writing() as connection:
            feed_id = feeds.find(connection, feed_url)
            return 0 if feed_id is None else retention.expire(connection, feed_id, seconds(now), _AT_ONCE)

    def note_clock(self, now: datetime) -> int:
        """Remember what the clock says; return by how many seconds it went back since the last time (0: it did not).

        After a jump ahead of sixty days nothing is too old for a day: the clock may be wrong.
        """
        with self._connections.writing() as connection:
            return retention.note_clock(connection, seconds(now))

    def waits(self, now: datetime) -> bool:
        """Say whether nothing is too old now because the clock jumped ahead not a day ago."""
        with self._connections.reading() as connection:
            return retention.waits(connection, seconds(now))

    def clock(self) -> datetime | None:
        """Return what the clock said when it was noted last (UTC), None before the first time."""
        with self._connections.reading() as connection:
            return moment(retention.noted_clock(connection))

    def make_room(self, most_bytes: int) -> Iterator[tuple[int, int]]:
        """Delete pictures that no article shows, then those needed least, until all take *most_bytes* at most.

        Pictures of unread and starred articles stay, even if they take more.

        Yields:
            How many pictures went and how many bytes, after each transaction.
        """
        with self._connections.writing() as connection:
            room.take_stock(connection, self._media)
        dropped = _AT_ONCE
        while dropped == _AT_ONCE:
            with self._connections.writing() as connection:
                dropped, freed = room.drop_unused(connection, self._media, _AT_ONCE)
            yield dropped, freed
        while True:
            with self._connections.writing() as connection:
                too_much = room.total(connection) - most_bytes
                dropped, freed = room.drop_least_needed(connection, self._media, too_much, _AT_ONCE)
            yield dropped, freed
            if not dropped:
                return

    def media_bytes(self) -> int:
        """Return how many bytes the pictures take."""
        with self._connections.reading() as connection:
            return room.total(connection)

    def findings(self) -> tuple[str, ...]:
        """Return what is wrong with the database, in SQLite's words; empty when it is sound. Reads all of it."""
        with self._connections.reading() as connection:
            return health.findings(connection, can_write=self._connections.can_write)

    def mend(self) -> tuple[str, ...]:
        """Make anew what can be made from the articles: search index, counts, lists. Returns what was wrong.

        Raises:
            LibraryDamaged: the file itself is damaged; nothing was changed. ``recovery`` can save what is readable.
        """
        with self._connections.writing() as connection:
            return mending.mend(connection)

    def sweep(self) -> int:
        """Delete pictures that no article shows, also those that the database never heard of; return how many."""
        with self._connections.writing() as connection:
            shown = {name for (name,) in connection.execute("SELECT DISTINCT name FROM pictures")}
            connection.execute("DELETE FROM media WHERE name NOT IN (SELECT name FROM pictures)")
        return media.drop_others(self._media, shown)

    def copy_to(self, file: Path) -> tuple[int, int]:
        """Write a copy of the database as of now to *file*, which must not be there; return how many articles and feeds it has.

        Others may go on reading and writing.

        Raises:
            LibraryUnwritable: there is no room for it, or no right to write it.
        """
        try:
            with self._connections.reading() as connection:
                connection.execute("VACUUM INTO ?", (str(file),))
        except BaseException as error:
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)
            if isinstance(error, LibraryError) and not isinstance(error, LibraryDamaged):
                # SQLite does not say more of a copy's disk than that it failed.
                raise LibraryUnwritable(str(file), "busy" if error.detail == "busy" else "full") from error
            raise
        copy = Connections(file, mode="immutable")
        try:
            with copy.reading() as connection:
                return listing.counts(connection, None).total, len(feeds.visible(connection))
        finally:
            copy.close()
