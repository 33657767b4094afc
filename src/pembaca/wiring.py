"""The composition root of commands: opens what they share. Imports a room only when it is needed."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pembaca.log import logger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pembaca.cancel import CancelToken
    from pembaca.feeds.fetch import Fetcher
    from pembaca.library.library import Library
    from pembaca.paths import Paths
    from pembaca.services.retention import Kept
    from pembaca.settings import Settings
    from pembaca.speech.script import Manner


@contextmanager
def open_library(paths: Paths) -> Iterator[Library]:
    """Open the library for as long as the block lasts.

    Raises:
        LibraryError: it cannot be opened; nothing was changed.
    """
    from pembaca.library.library import Library

    library = Library.open(paths)
    if library.recovered is not None:
        from pembaca.presenters.messages import of_recovery

        logger("pembaca.library").warning("%s", of_recovery(library.recovered).whole)
    try:
        yield library
    finally:
        library.close()


def manner_of(lexicon: Path | None, settings: Settings, feed: str = "") -> Manner:
    """Return how a text of that feed is to be said: by the person's own dictionary, and with what they want told."""
    from pembaca.speech.lexicon.store import LexiconStore
    from pembaca.speech.script import Manner

    told = frozenset(settings.told)
    return Manner(told=told) if lexicon is None else Manner(LexiconStore(lexicon).lexicon(feed), told)


def keep_within(library: Library, settings: Settings, cancel: CancelToken) -> Kept:
    """After a refresh: let go of what is not to be kept any longer, and say what went.

    Raises:
        Cancelled: what is left is done the next time.
    """
    from pembaca.services.retention import keep_within as keep

    return keep(library, now=datetime.now(UTC), media_bytes=settings.media_mb * 1_000_000, cancel=cancel)


def open_fetcher(*, is_quick: bool = False) -> Fetcher:
    """Return what downloads; a context manager that opens nothing before it is asked to.

    Args:
        is_quick: a person waits for the answer, so that the deadlines are shorter.
    """
    from pembaca.feeds.fetch import Fetcher, Timeouts

    return Fetcher(Timeouts(connect=4, read=6, total=10)) if is_quick else Fetcher()
