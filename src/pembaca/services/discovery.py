"""Find the feeds of an address that a person typed, be it a feed or a page. Nothing is stored."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from pembaca.cancel import CancelToken, Progress, Report, silent
from pembaca.errors import FetchError, ParseError
from pembaca.feeds.discover import FeedKind, common_places, kind_of, looks_like_page, named_feeds
from pembaca.feeds.fetch import FEED_LIMIT, Fetched, Fetcher
from pembaca.model import OFFLINE_CODES
from pembaca.services.apart import Apart
from pembaca.services.downloads import read_feed

_MOST: Final = 8  # addresses that a page names and that are tried


@dataclass(frozen=True, slots=True)
class Found:
    """A feed that was fetched and read. ``title`` is what it calls itself, else what the page calls it."""

    title: str
    url: str
    kind: FeedKind


def find(
    url: str, fetcher: Fetcher, cancel: CancelToken, apart: Apart | None = None, report: Report = silent
) -> tuple[Found, ...]:
    """Return the feeds at *url*: itself if it is one, else those its page names, else the first found where site systems put it.

    Every one of them was fetched; none is a guess. Empty if there is none. Each address occurs once, whatever led to it.

    Args:
        report: is told before each further address is tried.

    Raises:
        FetchError: *url* itself could not be fetched.
        Cancelled: soon after *cancel* is set.
    """
    if apart is not None:
        return _find(url, fetcher, apart, cancel, report)
    with Apart(processes=1) as own:
        return _find(url, fetcher, own, cancel, report)


def _find(url: str, fetcher: Fetcher, apart: Apart, cancel: CancelToken, report: Report) -> tuple[Found, ...]:
    fetched = fetcher.get(url, limit=FEED_LIMIT, cancel=cancel, may_be_cut=True)
    assert isinstance(fetched, Fetched)  # no validators were sent
    itself = _as_feed(fetched, apart, cancel, fetched.moved_to or url)
    if itself is not None:
        return (itself,)
    if not looks_like_page(fetched.body, fetched.content_type):
        return ()  # a picture names no feed, and that of its site is not what was asked for
    tried = {url, fetched.url}
    named = [one for one in named_feeds(fetched.body, fetched.url)[:_MOST] if one.url not in tried]
    found: dict[str, Found] = {}
    for number, candidate in enumerate(named, 1):
        report(Progress(number, len(named), candidate.url))
        with suppress(FetchError):
            one = _fetched(candidate.url, url, fetcher, apart, cancel, candidate.title)
            if one is not None:
                found.setdefault(one.url, one)
    if found:
        return tuple(found.values())
    tried.update(candidate.url for candidate in named)
    places = [place for place in common_places(fetched.url) if place not in tried]
    first = _first(places, url, fetcher, apart, cancel, report)
    return (first,) if first is not None else ()


def _first(places: list[str], home: str, fetcher: Fetcher, apart: Apart, cancel: CancelToken, report: Report) -> Found | None:
    """Return the first feed at *places* of one site; where the site answers no longer, the rest is not asked for."""
    for number, place in enumerate(places, 1):
        report(Progress(number, len(places), place))
        try:
            found = _fetched(place, home, fetcher, apart, cancel)
        except FetchError as error:
            if error.code in OFFLINE_CODES:
                return None
            continue
        if found is not None:
            return found
    return None


def _fetched(url: str, home: str, fetcher: Fetcher, apart: Apart, cancel: CancelToken, title: str = "") -> Found | None:
    """Return the feed at *url* if there is one."""
    fetched = fetcher.get(url, limit=FEED_LIMIT, cancel=cancel, home=home, may_be_cut=True)
    assert isinstance(fetched, Fetched)
    return _as_feed(fetched, apart, cancel, fetched.moved_to or url, title)


def _as_feed(fetched: Fetched, apart: Apart, cancel: CancelToken, url: str, title: str = "") -> Found | None:
    try:
        parsed = read_feed(fetched, apart, cancel)
    except ParseError:
        return None
    return Found(parsed.title or title, url, kind_of(fetched.body))
