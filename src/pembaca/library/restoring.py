"""Check a database that came from elsewhere, and put it in the place of the present one, which is set aside."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pembaca.errors import BackupUnreadable, LibraryDamaged, LibraryError, LibraryUnwritable
from pembaca.library import health, schema, swapping
from pembaca.library.connection import Connections

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from pembaca.paths import Paths


@dataclass(frozen=True, slots=True)
class Waiting:
    """A place for the database that comes; nobody else swaps databases meanwhile."""

    paths: Paths

    @property
    def file(self) -> Path:
        """Where it is to be written."""
        return swapping.unfinished(self.paths)

    def check(self, source: str) -> None:
        """Examine all of what was written, and bring it up to date.

        Raises:
            BackupUnreadable: it is damaged, or no library.
            LibraryTooNew: a later version wrote it.
        """
        connections = Connections(self.file)
        try:
            schema.migrate(connections, source)
            with connections.writing() as connection:
                found = health.findings(connection, can_write=True)
            with connections.wrapped():
                connections.mine().execute("PRAGMA journal_mode=DELETE")
        except LibraryUnwritable:
            raise
        except (LibraryDamaged, sqlite3.Error) as error:
            raise BackupUnreadable(source, str(error)) from error
        finally:
            connections.close()
        if found:
            raise BackupUnreadable(source, "; ".join(found))

    def put_in_place(self, now: datetime) -> Path | None:
        """Set the present database aside and let the new one take its place; return where the old one is.

        Raises:
            LibraryUnwritable: "busy" if another program has the library open; nothing was changed.
        """
        _fold(self.paths)
        return swapping.put_in_place(self.paths, "lama", now)


@contextlib.contextmanager
def prepared(paths: Paths) -> Iterator[Waiting]:
    """Lend a place for a database; what is left in it afterwards is deleted.

    Raises:
        LibraryUnwritable: the folder refuses, or another program has the library open ("busy").
    """
    paths.media.mkdir(parents=True, exist_ok=True)
    with swapping.alone(paths):
        _fold(paths)
        waiting = Waiting(paths)
        swapping.discard(waiting.file)
        try:
            yield waiting
        finally:
            swapping.discard(waiting.file)


def _fold(paths: Paths) -> None:
    """Bring the present database into one file, which SQLite does only for the one program that has it open."""
    if not paths.database.exists() or paths.database.stat().st_size == 0:
        return
    connections = Connections(paths.database)
    try:
        with connections.wrapped():
            connections.mine().execute("PRAGMA busy_timeout=2000")
            connections.mine().execute("PRAGMA journal_mode=DELETE")
    except LibraryUnwritable:
        raise
    except LibraryError:  # damaged: it is set aside as it is
        return
    finally:
        connections.close()
