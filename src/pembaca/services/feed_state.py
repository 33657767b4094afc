"""What a refresh asks and tells the library of one feed: its entries, how to get their text, when to ask, what failed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, runtime_checkable

from pembaca.errors import FeedError
from pembaca.library.library import Library
from pembaca.model import Fault, Feed, FeedFailure, FeedOptions, FullText, KnownEntry, ParsedFeed


@runtime_checkable
class KeepsHistory(Protocol):
    """A library that keeps options and failures of its feeds, and finds known entries by what a feed brings."""

    def set_feed_options(self, feed_url: str, options: FeedOptions) -> bool: ...
    def feed_errors(self, feed_url: str) -> tuple[FeedFailure, ...]: ...
    def known(self, feed_url: str, guids: Iterable[str] | None = None, *, urls: Iterable[str] = ()) -> dict[str, KnownEntry]: ...
    def failed(
        self,
        feed_url: str,
        code: str,
        at: datetime,
        *,
        detail: str = "",
        status: int | None = None,
        retry_at: datetime | None = None,
    ) -> None: ...


def known_entries(library: Library, url: str, parsed: ParsedFeed) -> dict[str, KnownEntry]:
    """Return what is remembered of the entries that *parsed* brings; the cost is theirs, not the library's."""
    if isinstance(library, KeepsHistory):
        return library.known(url, [entry.guid for entry in parsed.entries], urls=[entry.url for entry in parsed.entries])
    return library.known(url)


def note_failure(library: Library, url: str, error: FeedError, now: datetime) -> None:
    """Keep a failed refresh in the feed's history, and how long the server wants to be left alone."""
    if isinstance(library, KeepsHistory):
        retry_at = None if error.wait is None else now + error.wait
        library.failed(url, error.code, now, detail=error.detail, status=error.status, retry_at=retry_at)
    else:
        library.failed(url, error.code, now)


def still_waiting(library: Library, feed: Feed | None, now: datetime) -> Fault | None:
    """Return why a feed is not to be asked yet: its server asked for patience; None if it may be asked."""
    if feed is None or feed.may_be_asked(now):
        return None
    failures = library.feed_errors(feed.url) if isinstance(library, KeepsHistory) else ()
    return Fault(feed.error or "http_status", feed.url, "waiting", failures[0].status if failures else 429)


def full_text_of(feed: Feed | None) -> FullText:
    """Return how the person wants the feed's text to be had."""
    return "auto" if feed is None else feed.options.full_text


def set_full_text(library: Library, feed: Feed, full_text: FullText) -> bool:
    """Keep how a feed's text is to be had; False if the feed is gone."""
    from dataclasses import replace

    return isinstance(library, KeepsHistory) and library.set_feed_options(feed.url, replace(feed.options, full_text=full_text))
