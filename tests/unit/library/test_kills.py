"""Facts after ``kill -9`` at any moment: the library is sound, and no article, star, place or read mark is lost.

Twenty rounds by default; PEMBACA_KILLS=500 for the long proof.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.unit.library.making import FEED, NOW, child, days_ago, entry, paths_under

from pembaca.document import encode
from pembaca.library import schema, tables
from pembaca.library.library import Library
from pembaca.model import FeedOptions
from pembaca.paths import Paths, find
from pembaca.services.backup import back_up, restore
from pembaca.services.repair import repair

KILLS = int(os.environ.get("PEMBACA_KILLS", "20"))
BASE, BATCH = 60, 20
OTHER = "https://lain.go.id/feed"
START = """
import itertools, sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from pembaca.library.library import Library
from pembaca.model import Validators
from pembaca.paths import find
from pembaca.services.backup import back_up, restore
from pembaca.services.repair import repair
from pembaca.services.retention import keep_within
from tests.unit.library.making import NOW, entry
paths, other, name = find(sys.argv[1]), sys.argv[2], sys.argv[3]
def apply(library, batch):
    text = "Birokrasi melayani warga. " * 40
    new = tuple(entry(f"{name}-{batch}-{n}", title=f"Baru {name} {batch} {n}", text=text) for n in range(20))
    library.apply("https://lain.go.id/feed", new, title="", validators=Validators(), fetched_at=NOW)
def change(library, batch):
    known = library.known("https://contoh.go.id/feed", ["0"])["0"]
    one = entry("0", title="Tetap 0", text=f"Isi tetap. Diubah {name} {batch}.", known_id=known.id)
    library.apply("https://contoh.go.id/feed", (one,), title="", validators=Validators(), fetched_at=NOW)
def read_all(library):
    for row in library.articles(feed_url="https://lain.go.id/feed", unread=True):
        library.set_read(row.id, True)
print("mulai", flush=True)
"""
REFRESH = """
library = Library.open(paths)
for batch in itertools.count():
    apply(library, batch)
    library.put_media(f"{name} {batch}".encode() * 5000, "png")
    change(library, batch)
"""
RETENTION = """
library = Library.open(paths)
later = datetime.now(UTC) + timedelta(days=2)
for batch in itertools.count():
    apply(library, batch)
    read_all(library)
    keep_within(library, now=later, media_bytes=100_000)
"""
OPEN = "Library.open(paths).close()"
MEND = """
library = Library.open(paths)
with library._connections.writing() as connection:
    connection.execute("UPDATE tallies SET total = 1")
while True:
    library.upkeep.mend()
    with library._connections.writing() as connection:
        connection.execute("DELETE FROM search WHERE rowid IN (SELECT rowid FROM search LIMIT 20)")
"""
BACKUP = """
library = Library.open(paths)
while True:
    back_up(library, paths, Path(other), now=NOW)
    apply(library, 0)
"""
RESTORE = """
while True:
    restore(paths, Path(other), now=NOW)
"""
RECOVER = OPEN


class Bench:
    """One library that goes through everything, and what is made from it for some rounds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.paths = paths_under(folder)
        self.backup = folder / "cadangan"
        library = Library.open(self.paths)
        library.add_feed(FEED)
        library.add_feed(OTHER)
        library.set_feed_options(OTHER, FeedOptions(keep_articles=30))
        library.close()
        old = folder / "lama.sqlite3"
        write_first_version(old)
        self.old = old
        shutil.copy(old, self.paths.database)
        library = Library.open(self.paths)
        library.add_feed(OTHER)
        library.set_feed_options(OTHER, FeedOptions(keep_articles=30))
        back_up(library, self.paths, self.backup, now=NOW)
        library.close()
        Library.open(self.paths).close()  # keeps a copy of the first pages
        self.whole = self.paths.database.read_bytes()
        self.head = (self.paths.data / "library.kepala").read_bytes()

    def fresh(self, body: bytes) -> Paths:
        """Return a library of its own whose database holds *body*, with the copy of its first pages."""
        shutil.rmtree(self.folder / "segar", ignore_errors=True)
        paths = find(self.folder / "segar")
        paths.data.mkdir()
        paths.database.write_bytes(body)
        (paths.data / "library.kepala").write_bytes(self.head)
        return paths


def write_first_version(file: Path) -> None:
    """Write a database as the first version of the program left it: articles, every mark, no table of later versions."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for statement in schema._statements(tables.FIRST):
            connection.execute(statement)
        connection.execute("INSERT INTO feeds (url) VALUES (?)", (FEED,))
        connection.execute("BEGIN")
        for n in range(BASE):
            one = entry(str(n), title=f"Tetap {n}", text="Isi tetap.", published=days_ago(n))
            at = int(days_ago(n).timestamp())
            connection.execute(
                "INSERT INTO entries (id, feed_id, guid, url, fingerprint, title, summary, published, first_seen, sort_at)"
                " VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?)",
                (n + 1, one.guid, one.url, one.fingerprint, one.document.title, "", days_ago(n).isoformat(), at, at),
            )
            connection.execute("INSERT INTO documents VALUES (?, ?)", (n + 1, encode(one.document)))
            connection.execute(
                "INSERT INTO search (rowid, title, body) VALUES (?, ?, 'Isi tetap.')", (at << 28 | n + 1, f"Tetap {n}")
            )
            connection.execute("INSERT INTO places VALUES (?, 3, 18)", (n + 1,))
            for table, every in (("reads", 2), ("stars", 3)):
                if n % every == 0:
                    connection.execute(f"INSERT INTO {table} VALUES (?)", (n + 1,))
        connection.execute("PRAGMA user_version=1")
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode=WAL")


def assert_nothing_is_lost(paths: Paths) -> None:
    """Open the library and look for everything that must be there."""
    library = Library.open(paths)
    rows = {row.title: row for row in library.articles(feed_url=FEED)}
    expected = {f"Tetap {n}": (n % 2 == 0, n % 3 == 0) for n in range(BASE)}
    others = library.counts(OTHER).total

    assert () == library.integrity()
    assert expected == {title: (row.is_read, row.is_starred) for title, row in rows.items()}
    assert {3} == {place.offset for row in rows.values() if (place := library.place(row.id))}
    assert BASE == sum(library.place(row.id) is not None for row in rows.values())
    assert all((document := library.document(row.id)) and "Isi tetap." in document.text for row in rows.values())
    assert BASE + others == library.counts().total == len(library.articles())
    assert BASE == len(library.search("tetap"))
    for file in paths.media.glob("??/*"):
        assert f"{file.parent.name}/{file.name}" == library.put_media(file.read_bytes(), "png")
    assert [] == [*paths.data.glob("library.siap*")]
    library.close()


def run_and_kill(script: str, paths: Paths, other: Path, name: str, after_s: float) -> None:
    """Start a child, let it work for about that long, and kill it."""
    process = child(START + script, str(paths.data), str(other), name)
    assert process.stdout is not None
    said = process.stdout.readline()
    with suppress(subprocess.TimeoutExpired):
        process.wait(after_s)
    process.send_signal(signal.SIGKILL)
    rest = process.communicate(timeout=60)[0]

    assert ("mulai\n", "") == (said, rest)


def test_nothing_is_lost_by_a_kill_at_any_moment(tmp_path: Path) -> None:
    """
    A laptop is closed, a kiosk is switched off at the wall, in the middle of whatever the program was doing.
    """
    bench = Bench(tmp_path)
    chance = random.Random(KILLS)
    damaged = b"\xff" * 4096 + bench.whole[4096:]
    rounds: tuple[tuple[str, Callable[[], Paths], float], ...] = (
        (REFRESH, lambda: bench.paths, 0.5),
        (OPEN, lambda: bench.fresh(bench.old.read_bytes()), 0.12),
        (RETENTION, lambda: bench.paths, 0.6),
        (BACKUP, lambda: bench.paths, 0.4),
        (RESTORE, lambda: bench.paths, 0.4),
        (RECOVER, lambda: bench.fresh(damaged), 0.2),
        (MEND, lambda: bench.paths, 0.4),
    )
    for number in range(KILLS):
        script, paths_of, longest_s = rounds[number % len(rounds)]
        paths = paths_of()
        run_and_kill(script, paths, bench.backup, f"r{number}", chance.random() * longest_s)
        if script is MEND:  # which damages the index by itself, to have work
            repair(paths)
        assert_nothing_is_lost(paths)
        if script is BACKUP:
            shutil.rmtree(tmp_path / "pulih", ignore_errors=True)
            restore(find(tmp_path / "pulih"), bench.backup, now=datetime.now(UTC))
            assert_nothing_is_lost(find(tmp_path / "pulih"))


@pytest.mark.parametrize("script", [OPEN, RECOVER])
def test_first_version_is_brought_up_to_date_with_everything(tmp_path: Path, script: str) -> None:
    """
    An update of the program finds every article, mark and place of the version before.
    """
    paths = paths_under(tmp_path)
    paths.data.mkdir(parents=True)
    write_first_version(paths.database)

    assert_nothing_is_lost(paths)
