"""Find out how the database can be opened here, and open it up to date."""

from __future__ import annotations

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
