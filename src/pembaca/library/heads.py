"""Keep a copy of the pages that say which tables a database has, for without them nothing else in it can be found.

They change only when the tables do; the copy lies beside the database. While a connection is open its file is never opened
beside it: to close that would take from SQLite its locks (SQLite, "How To Corrupt An SQLite Database File", 2.2), and another
program would delete the log that this one writes.
"""

from __future__ import annotations

import base64
import contextlib
import os
import shutil
import sqlite3
import zlib
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PAGE: Final = 4096
_LEAF, _INNER = 0x0D, 0x05
_SMALL: Final = 32_000_000  # bytes of a database that is read whole


class _Head(msgspec.Struct):
    cookie: int
    pages: dict[int, str]
    tables: str = ""


def keep(connection: sqlite3.Connection, database: Path) -> None:
    """Write the copy, if the one that is there is not of these tables; it can wait if the disk or another program refuses."""
    with contextlib.suppress(sqlite3.Error, OSError, IndexError, MemoryError):
        (cookie,) = connection.execute("PRAGMA schema_version").fetchone()
        tables = _fingerprint(connection)
        kept = _read(database)
        if kept is not None and (kept.cookie, kept.tables) == (cookie, tables):
            return
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        if size != _PAGE:
            return
        pages = {number: base64.b64encode(page).decode() for number, page in _pages(connection, database).items()}
        temporary = _file(database).with_suffix(".baru")
        temporary.write_bytes(msgspec.json.encode(_Head(cookie, pages, tables)))
        temporary.replace(_file(database))


def _fingerprint(connection: sqlite3.Connection) -> str:
    """Return what differs between any two tables of tables: their rows, and where each table begins."""
    rows = connection.execute("SELECT rowid, type, name, tbl_name, rootpage, sql FROM sqlite_schema ORDER BY rowid")
    return f"{zlib.crc32(repr(rows.fetchall()).encode()):08x}"  # hashlib would load OpenSSL at every start


def are_kept(database: Path) -> bool:
    """Whether there is a copy: then the database had tables once."""
    return _read(database) is not None


def forget(database: Path) -> None:
    """Delete the copy, before another database takes the place of the one it is of."""
    _file(database).unlink(missing_ok=True)


def graft(database: Path, target: Path) -> bool:
    """Write to *target* a copy of a database with the kept pages in their places; False if none were kept."""
    head = _read(database)
    if head is None:
        return False
    shutil.copyfile(database, target)
    wal = database.with_name(database.name + "-wal")
    if wal.exists():
        shutil.copyfile(wal, target.with_name(target.name + "-wal"))
    count = max(target.stat().st_size // _PAGE, *head.pages)
    with target.open("r+b") as file:
        for number, page in head.pages.items():
            body = bytearray(base64.b64decode(page))
            if number == 1:
                body[28:32] = count.to_bytes(4, "big")
                body[32:40] = bytes(8)  # no free pages: SQLite must not follow a list of them that may be gone
                body[92:96] = body[24:28]
            file.seek((number - 1) * _PAGE)
            file.write(body)
    return True


def _pages(connection: sqlite3.Connection, database: Path) -> dict[int, bytes]:
    """Return the pages of the table of tables; IndexError if they cannot be had now."""
    if database.stat().st_size <= _SMALL:
        image = connection.serialize()
        return _tree(lambda number: image[(number - 1) * _PAGE : number * _PAGE])
    _, logged, moved = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    if logged != moved:
        raise IndexError(logged)
    handle = os.open(database, os.O_RDONLY | getattr(os, "O_BINARY", 0))

    def page(number: int) -> bytes:
        os.lseek(handle, (number - 1) * _PAGE, os.SEEK_SET)
        return os.read(handle, _PAGE)

    try:
        return _tree(page)
    finally:
        if os.name == "nt":  # elsewhere it stays open till the program ends, which is once for each change of tables
            os.close(handle)


def _tree(read_page: Callable[[int], bytes]) -> dict[int, bytes]:
    """Return the pages of the table of tables."""
    pages: dict[int, bytes] = {}
    wanted = [1]
    while wanted:
        number = wanted.pop()
        page = pages[number] = read_page(number)
        start = 100 if number == 1 else 0
        if page[start] == _INNER:
            cells = int.from_bytes(page[start + 3 : start + 5], "big")
            wanted.append(int.from_bytes(page[start + 8 : start + 12], "big"))
            for cell in range(cells):
                at = int.from_bytes(page[start + 12 + 2 * cell : start + 14 + 2 * cell], "big")
                wanted.append(int.from_bytes(page[at : at + 4], "big"))
        elif page[start] != _LEAF:
            raise IndexError(number)
    return pages


def _read(database: Path) -> _Head | None:
    try:
        return msgspec.json.decode(_file(database).read_bytes(), type=_Head)
    except (OSError, msgspec.DecodeError):
        return None


def _file(database: Path) -> Path:
    return database.with_name("library.kepala")
