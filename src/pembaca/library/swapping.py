"""Put another database in the place of the present one, so that a kill at any moment leaves one of the two whole.

The new one is made beside it, gets the name ``library.siap.sqlite3`` when it is complete and on the disk, and then takes the
place; whoever opens the library and finds that name ends what was begun. One program at a time.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from typing import TYPE_CHECKING, Final

from pembaca.errors import LibraryUnwritable
from pembaca.library import heads, media

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from pembaca.paths import Paths

_WAIT_S: Final = 120.0


def unfinished(paths: Paths) -> Path:
    """Return the file in which a new database is made."""
    return paths.data / "library.baru.sqlite3"


def ready(paths: Paths) -> Path:
    """Return the file of a new database that waits to take the place."""
    return paths.data / "library.siap.sqlite3"


@contextlib.contextmanager
def alone(paths: Paths) -> Iterator[None]:
    """Keep other programs from swapping meanwhile; a kill lets go.

    Raises:
        LibraryUnwritable: another one has been at it for two minutes.
    """
    lock = paths.data / "library.kunci"
    try:
        connection = sqlite3.connect(lock, isolation_level=None, timeout=_WAIT_S)
    except sqlite3.Error as error:
        raise LibraryUnwritable(str(lock), "readonly") from error
    try:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            raise LibraryUnwritable(str(lock), "busy" if code == sqlite3.SQLITE_BUSY else "readonly") from error
        yield
    finally:
        connection.close()


def put_in_place(paths: Paths, why: str, now: datetime) -> Path | None:
    """Let ``unfinished`` take the place of the database, which is set aside; return where (None: there was none).

    Called ``alone``. Raises LibraryUnwritable if the folder refuses; the present database is then still in its place, or is
    found again under the name returned at the next opening.
    """
    try:
        _to_disk(unfinished(paths))
        unfinished(paths).replace(ready(paths))
        return _swap(paths, why, now)
    except OSError as error:
        raise LibraryUnwritable(str(paths.data), media.reason(error)) from error


def finish(paths: Paths, now: datetime) -> None:
    """End what a killed program had begun; nothing happens where nothing was begun."""
    if not ready(paths).exists():
        return
    with alone(paths), contextlib.suppress(OSError):
        if ready(paths).exists():
            _swap(paths, "lama", now)


def discard(database: Path) -> None:
    """Delete a database with what SQLite keeps beside it."""
    for file in (database, *(database.with_name(database.name + end) for end in ("-wal", "-shm", "-journal"))):
        file.unlink(missing_ok=True)


def _swap(paths: Paths, why: str, now: datetime) -> Path | None:
    kept = paths.data / f"library.{why}-{now:%Y%m%d-%H%M%S}.sqlite3"
    number = 1
    while kept.exists():
        number += 1
        kept = paths.data / f"library.{why}-{now:%Y%m%d-%H%M%S}-{number}.sqlite3"
    # The log goes first: left behind, it would be taken for the new database's own.
    for end in ("-wal", "-journal"):
        with contextlib.suppress(FileNotFoundError):
            paths.database.with_name(paths.database.name + end).replace(kept.with_name(kept.name + end))
    paths.database.with_name(paths.database.name + "-shm").unlink(missing_ok=True)
    was_there = paths.database.exists()
    if was_there:
        paths.database.replace(kept)
    heads.forget(paths.database)
    ready(paths).replace(paths.database)
    media.sync(paths.data)
    return kept if was_there else None


def _to_disk(file: Path) -> None:
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
