"""Libraries of 1,000, 10,000 and 100,000 articles: the list, a search, an article, and a refresh of a few new items.

One library grows from size to size. What the main thread does is timed by the clock of the wall.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.articles import FEEDS, WORDS, fill
from benchmarks.filling import paths_of
from benchmarks.processes import environment, printed
from benchmarks.serving import Site, serving
from benchmarks.table import Line, Note, median_row, run
from pembaca.library.library import Library

_SIZES = tuple(int(size) for size in os.environ.get("PEMBACA_BENCH_SIZES", "1000,10000,100000").split(","))
_ROUNDS = 15
_LIST_MS, _SEARCH_MS = 5, 20
_NEW = 100
_QUESTIONS = {
    "a common word": "birokrasi",
    "two words": "reformasi birokrasi",
    "a phrase": '"reformasi birokrasi"',
    "a root": "layan",
    "a common beginning": "ber",
    "nothing found": "xyzzy",
}


def lines() -> Iterator[Line]:
    """Measure."""
    yield Note(f"== A library that grows (articles of {WORDS} words out of twenty thousand, {len(FEEDS)} feeds)")
    rows: list[Line] = []
    with tempfile.TemporaryDirectory() as folder, serving() as site:
        paths = paths_of(Path(folder) / "data")
        held = 0
        for size in _SIZES:
            library = Library.open(paths)
            start = time.perf_counter()
            fill(library, held, size - held)
            rows.append(median_row("storing an article", [1000 * (time.perf_counter() - start) / (size - held)], size=size))
            held = size
            rows += _reading(library, size)
            library.close()
            rows += _refreshing(site, Path(folder), size)
            rows += _file(paths.database, size)
    yield from sorted(rows, key=lambda row: _order(rows, row))


def _order(rows: list[Line], row: Line) -> int:
    """Keep the rows of one name together, in the order in which the names came."""
    names = [getattr(one, "name", "") for one in rows]
    return names.index(getattr(row, "name", ""))


def _reading(library: Library, size: int) -> Iterator[Line]:
    middle = library.articles(limit=60)[-1].cursor

    def ten_pages(_number: int) -> None:
        after = middle
        for _ in range(10):
            after = library.articles(limit=60, after=after)[-1].cursor

    ids = [row.id for row in library.articles(limit=60)]
    yield _timed("first page of the list", size, lambda _n: library.articles(limit=60), _LIST_MS)
    yield _timed("first page of one feed", size, lambda _n: library.articles(feed_url=FEEDS[0], limit=60), _LIST_MS)
    yield _timed("first page of the unread", size, lambda _n: library.articles(unread=True, limit=60), _LIST_MS)
    yield _timed("ten pages further down", size, ten_pages, 10 * _LIST_MS)
    yield _timed("counting all and unread", size, lambda _n: library.counts(), _LIST_MS)
    for what, question in _QUESTIONS.items():
        yield _timed(f"search, {what}", size, _searching(library, question), _SEARCH_MS)
    yield _timed("search, one article", size, lambda n: library.search(f"{size // 2 + n}", limit=20), _SEARCH_MS)
    yield _timed("search, the best first", size, lambda _n: library.search("reformasi birokrasi", limit=20, ranked=True))
    yield _timed("reading an article", size, lambda n: library.document(ids[n]), _LIST_MS)
    yield _timed("keeping a mark (to the disk)", size, lambda n: library.set_read(ids[n], True))


def _searching(library: Library, question: str) -> Callable[[int], object]:
    return lambda _number: library.search(question, limit=20)


def _timed(name: str, size: int, step: Callable[[int], object], limit: float | None = None) -> Line:
    step(0)
    times = []
    for number in range(_ROUNDS):
        start = time.perf_counter()
        step(number)
        times.append(1000 * (time.perf_counter() - start))
    return median_row(name, times, size=size, limit=limit)


def _refreshing(site: Site, base: Path, size: int) -> Iterator[Line]:
    """A refresh of a few new items in a feed that the library does not know, inside a running program."""
    address = site.address(f"/full/{_NEW}/{10_000_000 + size}")

    def inside(rounds: int) -> float:
        return float(
            printed([sys.executable, "-m", "benchmarks.inside", str(base / "data"), address, str(rounds)], environment(base))
        )

    yield median_row(f"refresh of {_NEW} new items", [inside(0)], size=size)
    yield median_row("refresh with nothing new", [inside(9)], size=size, limit=30)


def _file(database: Path, size: int) -> Iterator[Line]:
    yield median_row("database", [database.stat().st_size / 1024 / 1024], "MiB", size=size)
    start = time.perf_counter()
    library = Library.open(paths_of(database.parent))
    yield median_row("opening the library", [1000 * (time.perf_counter() - start)], size=size)
    library.close()


if __name__ == "__main__":
    sys.exit(run(lines))
