"""Find the feeds of an address that a person typed, be it a feed or a page. Nothing is stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pembaca.cancel import CancelToken
from pembaca.errors import FetchError, ParseError
from pembaca.feeds.discover import FeedKind, common_places, kind_of, looks_like_page, named_feeds
from pembaca.feeds.fetch import FEED_LIMIT, Fetched, Fetcher
from pembaca.services.apart import Apart
from pembaca.services.downloads import read_feed

_MOST: Final = 8  # addresses that a page names and that are tried


@dataclass(frozen=True, slots=True)
class Found:
    """A feed that was fetched and read. ``title`` is what it calls itself, else what the page calls it."""

    title: str
    url: str
    kind: FeedKind


def find(url: str, fetcher: Fetcher, cancel: CancelToken, apart: Apart | None = None) -> tuple[Found, ...]:
    """Return the feeds at *url*: itself if it is one, else those its page names, else the first found where site systems put it.

    Every one of them was fetched; none is a guess. Empty if there is none.

    Raises:
        FetchError: *url* itself could not be fetched.
        Cancelled: soon after *cancel* is set.
    """
    if apart is not None:
        return _find(url, fetcher, apart, cancel)
    with Apart(processes=1) as own:
        return _find(url, fetcher, own, cancel)


def _find(url: str, fetcher: Fetcher, apart: Apart, cancel: CancelToken) -> tuple[Found, ...]:
    fetched = fetcher.get(url, limit=FEED_LIMIT, cancel=cancel)
    assert isinstance(fetched, Fetched)  # no validators were sent
    itself = _as_feed(fetched, apart, cancel, fetched.moved_to or url)
    if itself is not None:
        return (itself,)
    if not looks_like_page(fetched.body, fetched.content_type):
        return ()  # a picture names no feed, and that of its site is not what was asked for
    tried = {url, fetched.url}
    named: list[Found] = []
    for candidate in named_feeds(fetched.body, fetched.url)[:_MOST]:
        if candidate.url not in tried:
            tried.add(candidate.url)
            named += _fetched(candidate.url, url, fetcher, apart, cancel, candidate.title)
    if named:
        return tuple(named)
    places = (place for place in common_places(fetched.url) if place not in tried)
    first = next((found for place in places for found in _fetched(place, url, fetcher, apart, cancel)), None)
    return (first,) if first is not None else ()


def _fetched(url: str, home: str, fetcher: Fetcher, apart: Apart, cancel: CancelToken, title: str = "") -> Iterator[Found]:
    """Give the feed at *url* if there is one."""
    try:
        fetched = fetcher.get(url, limit=FEED_LIMIT, cancel=cancel, home=home)
    except FetchError:
        return
    assert isinstance(fetched, Fetched)
    found = _as_feed(fetched, apart, cancel, fetched.moved_to or url, title)
    if found is not None:
        yield found


def _as_feed(fetched: Fetched, apart: Apart, cancel: CancelToken, url: str, title: str = "") -> Found | None:
    try:
        parsed = read_feed(fetched, apart, cancel)
    except ParseError:
        return None
    return Found(parsed.title or title, url, kind_of(fetched.body))
