"""Refresh as the running program does: everything is loaded, only the refresh is timed. ``inside DATA ADDRESS UNCHANGED``.

Prints the ms of the first refresh; with UNCHANGED rounds over 0 instead the median ms of as many refreshes after it, in
which the server says that nothing is new.
"""

from __future__ import annotations

import statistics
import sys
import time
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from benchmarks.filling import paths_of
from pembaca.cancel import CancelToken
from pembaca.library.library import Library
from pembaca.services.refresh import refresh
from pembaca.wiring import open_fetcher


def main() -> None:
    """Measure and print."""
    data, address, rounds = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    _load()
    library = Library.open(paths_of(data))
    library.add_feed(address)
    first = _timed(library, address)
    if rounds:
        print(statistics.median([_timed(library, address) for _ in range(rounds)]))
    else:
        print(first)
    library.close()


def _timed(library: Library, address: str) -> float:
    start = time.perf_counter()
    with open_fetcher() as fetcher:
        report = refresh(library, fetcher, (address,), now=lambda: datetime.now(UTC), cancel=CancelToken())
    taken = 1000 * (time.perf_counter() - start)
    if report.feeds[0].error is not None:
        raise RuntimeError(report.feeds[0].error)
    return taken


def _load() -> None:
    """Load before the clock runs what a program holds that has refreshed once."""
    for name in ("feedparser", "requests", "pembaca.feeds.parse", "pembaca.content.article"):
        import_module(name)


if __name__ == "__main__":
    main()
