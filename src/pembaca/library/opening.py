"""Find out how the database can be opened here, and open it up to date."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator

from pembaca.errors import LibraryUnwritable
from pembaca.library import media, schema
from pembaca.library.connection import Connections, Mode
from pembaca.paths import Paths


def open_database(paths: Paths) -> Connections:
    """Open the database for writing, or where that cannot be, what is there for reading.

    Raises:
        LibraryUnwritable: nothing is there and nothing can be made.
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
    raise refused or LibraryUnwritable(str(paths.data), "readonly")


def set_aside(paths: Paths) -> None:
    """Rename a damaged database, so that the next opening makes a new one; nothing is deleted or written over.

    Raises:
        LibraryUnwritable: it cannot be renamed; it is left as it was.
    """
    file, number = paths.database, 1
    while (aside := file.with_name(f"{file.name}.rusak-{number}")).exists():
        number += 1
    try:
        file.rename(aside)
        for ending in ("-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                file.with_name(file.name + ending).rename(aside.with_name(aside.name + ending))
    except OSError as error:
        raise LibraryUnwritable(str(file), media.reason(error)) from error


def _modes(paths: Paths) -> Iterator[Mode]:
    """Yield the ways to open the database, best first."""
    try:
        paths.media.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        if not paths.database.exists():
            raise LibraryUnwritable(str(paths.data), media.reason(error)) from error
    is_there = paths.database.exists()
    if os.access(paths.data, os.W_OK) and (not is_there or os.access(paths.database, os.W_OK)):
        yield "rwc"
    if is_there:
        yield "ro"
        yield "immutable"  # a WAL database on a read-only disk cannot be opened in any other way
