"""The only door to what is stored. Safe from any thread; sqlite3's errors never leave it."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from pembaca.errors import LibraryUnwritable
from pembaca.library import feeds as feed_rows
from pembaca.library import media
from pembaca.library.article_side import ArticleSide
from pembaca.library.feed_side import FeedSide
from pembaca.library.opening import open_database, open_sound, replace_database

if TYPE_CHECKING:
    from pathlib import Path

    from pembaca.library.connection import Connections
    from pembaca.library.upkeep import Upkeep
    from pembaca.model import Recovery
    from pembaca.paths import Paths

_UNDO: Final = timedelta(minutes=10)
_PURGED_AT_ONCE: Final = 500


class Library(FeedSide, ArticleSide):
    """Feeds, articles, what the person did to them, and pictures.

    Samples (bundled articles) are never in it. Every method may raise LibraryError; what was stored before is then
    unchanged. A method that writes raises LibraryUnwritable while ``can_write`` is False.
    """

    def __init__(self, connections: Connections, paths: Paths) -> None:
        self._connections = connections
        self._paths = paths
        self.recovered: Recovery | None = None

    @classmethod
    def open(cls, paths: Paths, *, recovers: bool = True) -> Library:
        """Open the library, made or brought up to date where needed.

        Where nothing can be written (read-only disk, full disk), what is there is opened for reading only. A damaged
        database is set aside, and what could be read of it is in the new one: ``recovered`` says what.

        Args:
            recovers: False only to look: a damaged database is left where it is.
        Raises:
            LibraryUnwritable: nothing is there and nothing can be made.
            LibraryTooNew: written by a later version; nothing was touched.
            LibraryDamaged: the file is no database, and could or should not be set aside; it is left where it is.
        """
        connections, recovered = open_sound(paths, datetime.now(UTC)) if recovers else (open_database(paths), None)
        library = cls(connections, paths)
        library.recovered = recovered
        try:
            library._tidy()
        except BaseException:
            library.close()
            raise
        return library

    @classmethod
    def replaced(cls, paths: Paths) -> Library:
        """Set the database aside whatever state it is in, and open a new one with what could be read of it.

        Raises:
            LibraryError: that could not be done; the database is still in its place.
        """
        connections, recovered = replace_database(paths, datetime.now(UTC))
        library = cls(connections, paths)
        library.recovered = recovered
        return library

    @property
    def upkeep(self) -> Upkeep:
        """What keeps the library sound and small; its part of the library is loaded when it is first asked for."""
        from pembaca.library.upkeep import Upkeep

        return Upkeep(self._connections, self._paths.media)

    @property
    def can_write(self) -> bool:
        """Whether anything can be stored; False on a read-only disk."""
        return self._connections.can_write

    def close(self) -> None:
        """Let go of the files; the library cannot be used any more."""
        self._connections.close()

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
        return self.upkeep.findings()

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
