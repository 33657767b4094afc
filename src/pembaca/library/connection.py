"""Open SQLite for a thread, run one transaction, and wrap what SQLite raises. Knows no tables.

Durability: WAL with ``synchronous=FULL``. With NORMAL a power cut never damages the file but may take back the last
commits; a star or a fetched article must not disappear like that. Only reading places, written every few seconds,
are committed with NORMAL: the next full commit makes them durable too.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from typing import TYPE_CHECKING, Final, Literal

from pembaca.errors import LibraryDamaged, LibraryError, LibraryUnwritable
from pembaca.library.words import folded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BUSY_MS: Final = 10_000
_WAL_TRIES: Final = 200
_UNWRITABLE: Final = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "readonly",
    sqlite3.SQLITE_PERM: "readonly",
    sqlite3.SQLITE_CANTOPEN: "readonly",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
}
_DAMAGED: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_FAILED_WRITES: Final = (
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMOPEN,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_SHMMAP,
)

Mode = Literal["rwc", "ro", "immutable"]


class _Mine:
    """A thread's connection, and how many of its calls are using it now."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.users = 0


class Connections:
    """One connection a thread to one database; all of them are closed together.

    A connection that its thread is using is closed by that thread when it is done: closed under it, SQLite would be asked
    about a database that is gone, which ends the whole program (Python 3.11).
    """

    def __init__(self, path: Path, *, mode: Mode = "rwc") -> None:
        self._path = path
        self._uri = f"{path.absolute().as_uri()}?{'mode=ro&immutable=1' if mode == 'immutable' else f'mode={mode}'}"
        self._can_write = mode == "rwc"
        self._local = threading.local()
        self._all: list[_Mine] = []
        self._lock = threading.Lock()
        self._is_closed = False

    @property
    def can_write(self) -> bool:
        """Whether it was opened for writing."""
        return self._can_write

    def mine(self) -> sqlite3.Connection:
        """Return the calling thread's connection, opened on first use."""
        return self._held().connection

    def close(self) -> None:
        """Close the connections of all threads, those in use as soon as they are not; nobody may use them any more."""
        with self._lock:
            self._is_closed = True
            idle = [mine for mine in self._all if not mine.users]
            self._all = [mine for mine in self._all if mine.users]
        for mine in idle:
            with contextlib.suppress(sqlite3.Error):
                mine.connection.close()

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for reading; what SQLite raises comes out as a LibraryError."""
        with self.wrapped(), self._using() as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self, *, is_durable: bool = True) -> Iterator[sqlite3.Connection]:
        """Run one transaction: all of it, or on any exception nothing.

        Raises:
            LibraryUnwritable: the disk is full, read-only, or another program kept the database for 10 s.
        """
        if not self._can_write:
            raise LibraryUnwritable(str(self._path), "readonly")
        with self.wrapped(), self._using() as connection:
            connection.execute(f"PRAGMA synchronous={'FULL' if is_durable else 'NORMAL'}")
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def wrapped(self) -> Iterator[None]:
        """Turn what SQLite raises into the error tree."""
        try:
            yield
        except sqlite3.Error as error:
            told = _error(str(self._path), error)
            if isinstance(told, LibraryDamaged):
                self.suspect()
            raise told from error

    def suspect(self) -> None:
        """Have the next opening examine all of the database."""
        if self._can_write:
            with contextlib.suppress(OSError):
                suspicion(self._path).touch()

    def use_wal(self) -> None:
        """Switch the file to WAL once; other programs may be doing the same."""
        with self.wrapped(), self._using() as connection:
            for tries in range(_WAL_TRIES):
                if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
                    return
                try:
                    connection.execute("PRAGMA journal_mode=WAL")
                except sqlite3.OperationalError as error:
                    if (error.sqlite_errorcode & 0xFF) != sqlite3.SQLITE_BUSY or tries + 1 == _WAL_TRIES:
                        raise
                    time.sleep(0.02)

    @contextlib.contextmanager
    def _using(self) -> Iterator[sqlite3.Connection]:
        """Lend the calling thread's connection, which is not closed meanwhile.

        Raises:
            LibraryError: all were closed.
        """
        mine = self._held()
        with self._lock:
            if self._is_closed and not mine.users:
                raise LibraryError(str(self._path), "closed")
            mine.users += 1
        try:
            yield mine.connection
        finally:
            with self._lock:
                mine.users -= 1
                is_last = self._is_closed and not mine.users
            if is_last:
                mine.connection.close()

    def _held(self) -> _Mine:
        mine: _Mine | None = getattr(self._local, "mine", None)
        if mine is None:
            mine = self._local.mine = self._connect()
        return mine

    def _connect(self) -> _Mine:
        # Closed by close(), from another thread than its own: hence check_same_thread=False.
        connection = sqlite3.connect(self._uri, uri=True, isolation_level=None, check_same_thread=False)
        try:
            connection.execute(f"PRAGMA busy_timeout={_BUSY_MS}")
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute("PRAGMA trusted_schema=OFF")
            connection.create_function("folded", 1, folded, deterministic=True)
        except sqlite3.Error:
            connection.close()
            raise
        with self._lock:
            if self._is_closed:
                connection.close()
                raise LibraryError(str(self._path), "closed")
            mine = _Mine(connection)
            self._all.append(mine)
        return mine


def suspicion(path: Path) -> Path:
    """Return the file whose being there says that damage was met: the next opening examines all of the database."""
    return path.with_name("library.periksa")


def _error(path: str, error: sqlite3.Error) -> LibraryError:
    extended = getattr(error, "sqlite_errorcode", None) or 0
    code = extended & 0xFF
    if code in _DAMAGED:
        return LibraryDamaged(path, str(error))
    if code in _UNWRITABLE:
        return LibraryUnwritable(path, _UNWRITABLE[code])
    if extended in _FAILED_WRITES:
        return LibraryUnwritable(path, "full")
    return LibraryError(path, str(error))
