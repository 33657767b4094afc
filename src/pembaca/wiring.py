"""The composition root: the one file that knows every room and introduces them. Imports a room only when it is needed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pembaca.feeds.fetch import Fetcher
    from pembaca.library.library import Library
    from pembaca.paths import Paths


@contextmanager
def open_library(paths: Paths) -> Iterator[Library]:
    """Open the library for as long as the block lasts.

    Raises:
        LibraryError: it cannot be opened; nothing was changed.
    """
    from pembaca.library.library import Library

    library = Library.open(paths)
    try:
        yield library
    finally:
        library.close()


def open_fetcher() -> Fetcher:
    """Return what downloads; a context manager that opens nothing before it is asked to."""
    from pembaca.feeds.fetch import Fetcher

    return Fetcher()
