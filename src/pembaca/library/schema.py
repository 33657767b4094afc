"""Bring an older database up to date, step by step. Never touches a newer one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from pembaca.errors import LibraryTooNew, LibraryUnwritable
from pembaca.library import fill, tables

if TYPE_CHECKING:
    from pembaca.library.connection import Connections

Step = str | Callable[[sqlite3.Connection], None]

MIGRATIONS: Final[tuple[Step, ...]] = (tables.FIRST, tables.SECOND, fill.second)
"""Step n brings a database of version n to n + 1: statements, or a call in the step's transaction. Published steps are
never changed, only added to."""


def migrate(connections: Connections, path: str) -> None:
    """Bring the database up to date, each step in one transaction.

    Raises:
        LibraryTooNew: written by a later version; nothing was touched.
        LibraryUnwritable: older, and opened for reading only.
    """
    with connections.reading() as connection:
        version = _version(connection)
    if version > len(MIGRATIONS):
        raise LibraryTooNew(path, f"version {version}")
    if connections.can_write:
        connections.use_wal()
    if version == len(MIGRATIONS):
        return
    if not connections.can_write:
        raise LibraryUnwritable(path, "readonly")
    for step in range(version, len(MIGRATIONS)):
        with connections.writing() as connection:
            if _version(connection) == step:  # another program may have done this step meanwhile
                _take(connection, MIGRATIONS[step])
                connection.execute(f"PRAGMA user_version={step + 1}")


def _take(connection: sqlite3.Connection, step: Step) -> None:
    if callable(step):
        step(connection)
        return
    for statement in _statements(step):
        connection.execute(statement)


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> list[str]:
    """Split a step, since ``executescript`` would commit our transaction first."""
    statements: list[str] = []
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return statements
