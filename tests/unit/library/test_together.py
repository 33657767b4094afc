"""Facts of two programs on one library: the window is open, and the command line comes and goes."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from tests.unit.library.making import child, paths_under

from pembaca.library import heads
from pembaca.library.library import Library
from pembaca.paths import Paths

COUNT = """
import sys
from contextlib import closing
from pembaca.library.library import Library
from pembaca.paths import find
with closing(Library.open(find(sys.argv[1]))) as library:
    print(len(library.feeds()))
"""


def test_a_program_that_comes_and_goes_takes_nothing_from_the_one_that_stays(tmp_path: Path) -> None:
    """
    It deleted the log that the window was writing, and with it every mark made afterwards.
    """
    paths = paths_under(tmp_path)
    Library.open(paths).close()
    with closing(Library.open(paths)) as library:
        for number in range(1, 4):
            library.add_feed(f"https://contoh{number}.go.id/feed")

            assert number == int(_run(paths))
            assert number == len(library.feeds())
            assert paths.database.with_name(paths.database.name + "-wal").exists()
    assert 3 == int(_run(paths))


def test_the_same_holds_for_a_large_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A large database is not read whole for the sake of its first pages, and is not closed beside its connections either.
    """
    monkeypatch.setattr(heads, "_SMALL", 0)
    paths = paths_under(tmp_path)
    with closing(Library.open(paths)) as library:
        library.add_feed("https://contoh.go.id/feed")
        assert (paths.data / "library.kepala").exists()

        assert 1 == int(_run(paths))
        assert paths.database.with_name(paths.database.name + "-wal").exists()
    body = b"\xff" * 4096 + paths.database.read_bytes()[4096:]
    paths.database.write_bytes(body)
    with closing(Library.open(paths)) as library:
        assert 1 == len(library.feeds())


def _run(paths: Paths) -> str:
    program = child(COUNT, str(paths.data))
    printed, _ = program.communicate(timeout=30)
    return printed
