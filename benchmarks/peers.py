"""The programs that refreshing is measured beside, each with surroundings of its own: newsboat, and the package reader."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import Protocol

from benchmarks.processes import environment, pembaca, printed, wall_ms

_READER = """
import sys, time
from reader import make_reader
reader = make_reader(sys.argv[1])
start = time.perf_counter()
reader.add_feed(sys.argv[2], exist_ok=True)
reader.update_feeds()
taken = time.perf_counter() - start
count = reader.get_entry_counts().total
reader.close()
print(1000 * taken, count)
"""


class Peer(Protocol):
    """A program that fetches feeds into a store of its own."""

    name: str

    def refresh_ms(self, store: Path, address: str) -> float:
        """Refresh one feed, as a command; *store* is empty the first time."""

    def inside_ms(self, store: Path, address: str) -> float | None:
        """Return how long the refresh alone took inside a process, without its start; None: cannot be told."""

    def count(self, store: Path, address: str) -> int:
        """Return how many items the store holds."""


class Ours:
    """Pembaca's own command line."""

    name = "ours"

    def refresh_ms(self, store: Path, address: str) -> float:
        """See Peer."""
        return wall_ms(pembaca(store / "data", "refresh", "--add", address), environment(store))

    def inside_ms(self, store: Path, address: str) -> float | None:
        """See Peer."""
        return float(printed([sys.executable, "-m", "benchmarks.inside", str(store / "data"), address, "0"], environment(store)))

    def count(self, store: Path, address: str) -> int:
        """See Peer."""
        from benchmarks.filling import paths_of
        from pembaca.library.library import Library

        library = Library.open(paths_of(store / "data"))
        try:
            return library.counts().total
        finally:
            library.close()


class Newsboat:
    """newsboat of Debian."""

    name = "newsboat"

    def refresh_ms(self, store: Path, address: str) -> float:
        """See Peer."""
        (store / "urls").write_text(address + "\n")
        (store / "config").write_text("reload-threads 8\n")
        files = ["-u", str(store / "urls"), "-c", str(store / "cache.db"), "-C", str(store / "config")]
        return wall_ms(["newsboat", *files, "-x", "reload"], environment(store))

    def inside_ms(self, store: Path, address: str) -> float | None:
        """See Peer."""
        return None

    def count(self, store: Path, address: str) -> int:
        """See Peer."""
        import sqlite3
        from contextlib import closing

        with closing(sqlite3.connect(store / "cache.db")) as connection:
            return int(connection.execute("SELECT count(*) FROM rss_item").fetchone()[0])


class Reader:
    """The package reader, in a virtual environment that is thrown away."""

    name = "reader"

    def __init__(self, python: Path) -> None:
        self._python = python
        self._held: dict[Path, int] = {}

    def refresh_ms(self, store: Path, address: str) -> float:
        """See Peer."""
        return wall_ms(self._command(store, address), self._env(store))

    def inside_ms(self, store: Path, address: str) -> float | None:
        """See Peer."""
        taken, count = printed(self._command(store, address), self._env(store)).split()
        self._held[store] = int(count)
        return float(taken)

    def count(self, store: Path, address: str) -> int:
        """See Peer."""
        return int(printed(self._command(store, address), self._env(store)).split()[1])

    def _command(self, store: Path, address: str) -> list[str]:
        return [str(self._python), "-c", _READER, str(store / "reader.db"), address]

    def _env(self, store: Path) -> dict[str, str]:
        env = environment(store)
        del env["PYTHONPATH"]
        return env


def found(base: Path) -> dict[str, Peer | None]:
    """Return the peers by name; None for one that is not there and could not be had. Makes the environment under *base*."""
    return {"reader": _reader(base / "reader"), "newsboat": Newsboat() if shutil.which("newsboat") else None}


def _reader(folder: Path) -> Reader | None:
    python = folder / "bin" / "python"
    try:
        venv.create(folder, with_pip=True)
        install = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-input"]
        subprocess.run([*install, "reader", "sgmllib3k"], check=True, capture_output=True, timeout=180)
    except (OSError, subprocess.SubprocessError):
        return None
    return Reader(python)
