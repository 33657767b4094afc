"""Facts of the connections: busy, full and read-only disks are told, and what is stored can still be read."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.unit.library.making import apply, child, entry, paths_under, titles

from pembaca.errors import LibraryError, LibraryUnwritable
from pembaca.library.connection import Connections
from pembaca.library.library import Library
from pembaca.library.opening import open_database

READ_ONLY = """
import os, sys
from pathlib import Path
from pembaca.errors import LibraryUnwritable
from pembaca.library.library import Library
from pembaca.library import health, listing, media, search
from pembaca.library.stem import stem
from pembaca.paths import find
stem("kata")  # its lists, which that user could not read in the place of these tests
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
library = Library.open(find(sys.argv[1]))
print(library.can_write, [row.title for row in library.articles()], len(library.search("isi")), library.integrity())
for write in (lambda: library.set_read(1, True), lambda: library.put_media(b"x", "png"), lambda: library.add_feed("https://x/")):
    try:
        write()
        print("written")
    except LibraryUnwritable as error:
        print(error.detail)
library.close()
"""
FULL = """
import resource, signal, sys
from pembaca.errors import LibraryUnwritable
from pembaca.library.library import Library
from pembaca.model import Validators
from pembaca.paths import find
from tests.unit.library.making import FEED, NOW, entry
library = Library.open(find(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
many = tuple(entry(f"x{n}", text="kata " * 2000) for n in range(200))
try:
    library.apply(FEED, many, title="", validators=Validators(), fetched_at=NOW)
    print("written")
except LibraryUnwritable as error:
    print(error.detail, [row.title for row in library.articles()])
"""
COUNTING = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 3000) SELECT sum(n) FROM c"


def run(script: str, *arguments: str) -> list[str]:
    return child(script, *arguments).communicate(timeout=60)[0].splitlines()


@pytest.mark.parametrize("is_open", [False, True], ids=["closed well", "with a write-ahead log"])
def test_read_only_disk_can_be_read(tmp_path: Path, is_open: bool) -> None:
    """
    A library on a write-protected stick, or under a broken home folder, is still read and searched.
    """
    tmp_path.chmod(0o755)
    for folder in tmp_path.parents:
        if folder.stat().st_uid == os.getuid() and folder != folder.parent:
            folder.chmod(folder.stat().st_mode | 0o011)
    paths = paths_under(tmp_path)
    library = Library.open(paths)
    apply(library, entry("a", title="Tersimpan"))
    if not is_open:
        library.close()
    for path in (paths.database, *paths.data.glob("*-wal"), *paths.data.glob("*-shm")):
        path.chmod(0o444)
    paths.data.chmod(0o555)
    try:
        lines = run(READ_ONLY, str(paths.data))
    finally:
        paths.data.chmod(0o755)
        library.close()

    assert ["False ['Tersimpan'] 1 ()", "readonly", "readonly", "readonly"] == lines


def test_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    """
    When the disk is full in the middle of a refresh, all that was there stays, and is still listed.
    """
    paths = paths_under(tmp_path)
    library = Library.open(paths)
    apply(library, entry("a", title="Tersimpan"))
    library.close()
    lines = run(FULL, str(paths.data))
    again = Library.open(paths)

    assert ["full ['Tersimpan']"] == lines
    assert (["Tersimpan"], ()) == (titles(again), again.integrity())
    again.close()


def test_two_programs_write_in_turn(tmp_path: Path) -> None:
    """
    A refresh from the command line and the open window do not hinder each other.
    """
    paths = paths_under(tmp_path)
    window, refresh = Library.open(paths), Library.open(paths)
    apply(window, entry("a", title="A"))
    apply(refresh, entry("b", title="B"))
    window.set_read(1, True)

    assert {"A", "B"} == set(titles(window)) == set(titles(refresh))
    assert refresh.row(1) == window.row(1)
    window.close()
    refresh.close()


def test_busy_database_is_told(tmp_path: Path) -> None:
    """
    When another program does not let go, the person is told after a while instead of waiting for ever.
    """
    paths = paths_under(tmp_path)
    library = Library.open(paths)
    library._connections.mine().execute("PRAGMA busy_timeout=50")
    other = sqlite3.connect(paths.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LibraryUnwritable) as told:
        library.add_feed("https://x/")
    other.execute("ROLLBACK")
    other.close()

    assert "busy" == told.value.detail
    library.add_feed("https://x/")
    library.close()


def test_closing_lets_a_transaction_of_another_thread_end(tmp_path: Path) -> None:
    """
    Whoever closes the window while a refresh is being stored loses neither it nor the program, which SQLite would take along.
    """
    connections = open_database(paths_under(tmp_path))
    has_begun, may_end = threading.Event(), threading.Event()

    def store() -> None:
        with connections.writing() as connection:
            connection.execute("INSERT INTO feeds (url) VALUES ('https://contoh.go.id/satu')")
            has_begun.set()
            assert may_end.wait(30)
            connection.execute("INSERT INTO feeds (url) VALUES ('https://contoh.go.id/dua')")

    with ThreadPoolExecutor(1) as threads:
        work = threads.submit(store)
        assert has_begun.wait(30)
        connections.close()
        may_end.set()
        work.result(30)
        with pytest.raises(LibraryError):
            threads.submit(store).result(30)

    library = Library.open(paths_under(tmp_path))
    assert ["https://contoh.go.id/satu", "https://contoh.go.id/dua"] == [feed.url for feed in library.feeds()]
    library.close()


def test_closing_amid_statements_never_ends_the_program(tmp_path: Path) -> None:
    """
    A window may be closed at any moment of a refresh.
    """
    for _ in range(20):
        connections = open_database(paths_under(tmp_path))
        has_begun = threading.Event()

        def read(connections: Connections = connections, has_begun: threading.Event = has_begun) -> None:
            with contextlib.suppress(LibraryError):
                while True:
                    with connections.reading() as connection:
                        connection.execute(COUNTING)
                    has_begun.set()

        with ThreadPoolExecutor(2) as threads:
            work = [threads.submit(read) for _ in range(2)]
            assert has_begun.wait(30)
            connections.close()
            for done in work:
                done.result(30)
