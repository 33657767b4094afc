"""Keep the library within what is wished: let old articles go and make room, after a refresh. Blocking and cancellable."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace

from pembaca.cancel import CancelToken, Progress, Report, silent
from pembaca.errors import LibraryUnwritable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from pembaca.library.library import Library
    from pembaca.model import FeedOptions

_LOG: Final = logging.getLogger(__name__)
MEDIA_BYTES: Final = 2_000_000_000
"""How much room pictures may take unless the person says otherwise."""


class Kept(msgspec.Struct, frozen=True):
    """What went: articles, pictures, and the bytes of the pictures; ``clock_back_s`` is how far the clock had gone back."""

    articles: int = 0
    pictures: int = 0
    freed_bytes: int = 0
    clock_back_s: int = 0


def keep_within(
    library: Library,
    *,
    now: datetime,
    media_bytes: int = MEDIA_BYTES,
    cancel: CancelToken | None = None,
    report: Report = silent,
) -> Kept:
    """Let go of articles that their feeds' options do not keep, then of pictures beyond *media_bytes*.

    Unread and starred articles stay with their pictures. Every step is a short transaction of its own: what was done before
    a cancel or a kill stays done, and the rest is done the next time. Nothing happens where nothing can be written.

    What the disk or another program refuses can wait too.

    Raises:
        Cancelled: between two steps.
        LibraryError: the library could not do it; what was not done stays as it was.
    """
    done = Kept()
    if library.can_write:
        with suppress(LibraryUnwritable):
            for done in _steps(library, now, media_bytes, report):  # noqa: B007  # the last one counts
                if cancel is not None:
                    cancel.check()
    return done


def _steps(library: Library, now: datetime, media_bytes: int, report: Report) -> Iterator[Kept]:
    """Do it step by step and yield all that was done up to there."""
    done = Kept(clock_back_s=library.upkeep.note_clock(now))
    if library.upkeep.waits(now):
        _LOG.info("the clock jumped ahead to %s: no article is let go for its age before a day has passed", now.isoformat())
    yield done
    feeds = [feed for feed in library.feeds() if _is_limited(feed.options)]
    for number, feed in enumerate(feeds):
        report(Progress(number, len(feeds), feed.title or feed.url))
        while gone := library.upkeep.expire(feed.url, now):
            done = replace(done, articles=done.articles + gone)
            yield done
    for dropped, size in library.upkeep.make_room(media_bytes):
        done = replace(done, pictures=done.pictures + dropped, freed_bytes=done.freed_bytes + size)
        yield done


def _is_limited(options: FeedOptions) -> bool:
    return any(wish is not None for wish in (options.keep_days, options.keep_articles, options.keep_bytes))
