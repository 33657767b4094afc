"""Find out how the database can be opened here, and open it up to date; a damaged one is replaced by what can be saved of it."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from pembaca.errors import LibraryDamaged, LibraryNotMade, LibraryUnwritable
from pembaca.library import heads, listing, media, schema, swapping
from pembaca.library.connection import Connections, Mode, suspicion
from pembaca.model import Recovery

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from pembaca.paths import Paths


def open_sound(paths: Paths, now: datetime) -> tuple[Connections, Recovery | None]:
    """Open the database; if it is damaged, set it aside and open a new one with what could be read.

    Only what every start reads is tried, unless damage was met the last time: then all of it is examined.

    Raises:
        LibraryUnwritable, LibraryTooNew: as ``open_database``.
        LibraryDamaged: and nothing can be set aside here; the file is left where it is.
    """
    swapping.finish(paths, now)
    was_emptied = _is_emptied(paths)
    try:
        connections = _examined(paths)
    except LibraryDamaged:
        if not os.access(paths.data, os.W_OK):
            raise
        return _recovered(paths, now)
    return connections, Recovery(kept="", lost=None) if was_emptied else None


def _recovered(paths: Paths, now: datetime) -> tuple[Connections, Recovery | None]:
    from pembaca.library.recovery import recover  # here and below: a sound library does not load what mends it

    with swapping.alone(paths):
        try:
            return _examined(paths), None  # another program has just done it
        except LibraryDamaged:
            recovery = recover(paths, now)
    suspicion(paths.database).unlink(missing_ok=True)
    return open_database(paths), recovery


def replace_database(paths: Paths, now: datetime) -> tuple[Connections, Recovery]:
    """Set the database aside whatever state it is in, and open a new one with what could be read of it."""
    from pembaca.library.recovery import recover

    with swapping.alone(paths):
        recovery = recover(paths, now)
    suspicion(paths.database).unlink(missing_ok=True)
    return open_database(paths), recovery


def _examined(paths: Paths) -> Connections:
    """Open the database and read what every start reads.

    Raises:
        LibraryDamaged: some of it cannot be read.
    """
    connections = open_database(paths)
    try:
        with connections.reading() as connection:
            listing.page(connection, None, unread=False, limit=60, after=None)
            listing.counts(connection, None)
            connection.execute("SELECT rowid FROM search ORDER BY rowid DESC LIMIT 1").fetchone()
            connection.execute("SELECT * FROM feeds").fetchall()
        if connections.can_write:
            if suspicion(paths.database).exists():
                from pembaca.library import mending

                with connections.writing() as connection:
                    mending.mend(connection)
                suspicion(paths.database).unlink(missing_ok=True)
            heads.keep(connections.mine(), paths.database)
    except BaseException:
        connections.close()
        raise
    return connections


def _is_emptied(paths: Paths) -> bool:
    """Say whether the database is an empty file though it was in use: a disk error or power cut took it."""
    try:
        is_empty = paths.database.stat().st_size == 0 and not paths.database.with_name(paths.database.name + "-wal").exists()
    except OSError:
        return False
    return is_empty and (heads.are_kept(paths.database) or any(paths.media.glob("??/*")))


def open_database(paths: Paths) -> Connections:
    """Open the database for writing, or where that cannot be, what is there for reading.

    Raises:
        LibraryNotMade: nothing is there and nothing can be made.
        LibraryUnwritable: what is there can be opened in no way.
        LibraryTooNew: written by a later version; nothing was touched.
        LibraryDamaged: the file is no database; it is left where it is.
    """
    refused: LibraryUnwritable | None = None
    for mode in _modes(paths):
        connections = Connections(paths.database, mode=mode)
        try:
            schema.migrate(connections, str(paths.database))
            return connections
        except LibraryUnwritable as error:
            refused = error
            connections.close()
        except BaseException:
            connections.close()
            raise
    raise refused or LibraryNotMade(str(paths.data), "readonly")


def set_aside(paths: Paths) -> None:
    """Rename a damaged database, so that the next opening makes a new one; nothing is deleted or written over.

    Raises:
        LibraryUnwritable: it cannot be renamed; it is left as it was.
    """
    file, number = paths.database, 1
    while (aside := file.with_name(f"{file.name}.rusak-{number}")).exists():
        number += 1
    try:
        for ending in ("-wal", "-shm"):  # first: left behind, the log would be taken for the new database's own
            with contextlib.suppress(FileNotFoundError):
                file.with_name(file.name + ending).rename(aside.with_name(aside.name + ending))
        file.rename(aside)
    except OSError as error:
        raise LibraryUnwritable(str(file), media.reason(error)) from error


def _modes(paths: Paths) -> Iterator[Mode]:
    """Yield the ways to open the database, best first."""
    try:
        paths.media.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        if not paths.database.exists():
            raise LibraryNotMade(str(paths.data), media.reason(error)) from error
    is_there = paths.database.exists()
    if os.access(paths.data, os.W_OK) and (not is_there or os.access(paths.database, os.W_OK)):
        yield "rwc"
    if is_there:
        yield "ro"
        yield "immutable"  # a WAL database on a read-only disk cannot be opened in any other way
