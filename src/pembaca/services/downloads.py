"""Fetch one feed and read it as entries, in whatever process is safe. Nothing is stored."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

import msgspec

from pembaca.errors import FetchError, ParseError
from pembaca.feeds.fetch import FEED_LIMIT, NOT_STORED, Fetched, Fetcher, NotModified
from pembaca.feeds.politeness import SHORT_WAIT_S
from pembaca.model import Validators
from pembaca.services.apart_protocol import FeedOrder

if TYPE_CHECKING:
    from pembaca.cancel import CancelToken
    from pembaca.model import ParsedFeed
    from pembaca.services.apart import Apart

_TRIES: Final = 3
_JITTER_S: Final = 0.25
_SMALL: Final = 250_000  # bytes; a larger feed that is not plain and faultless is parsed apart


class Arrival(msgspec.Struct, frozen=True):
    """What a server said of a feed beside the feed itself; ``moved_to`` is its new address."""

    validators: Validators
    moved_to: str | None


def download(
    fetcher: Fetcher, apart: Apart, url: str, validators: Validators, cancel: CancelToken
) -> tuple[Arrival, ParsedFeed] | None:
    """Return the feed at *url*, None if the stored copy is still the newest.

    A server that asks for a few seconds of patience gets them, twice.

    Raises:
        FeedError: it cannot be had, or is none; the stored copy is untouched.
        Cancelled: soon after the cancel.
    """
    answer = _patiently(fetcher, url, validators, cancel)
    if isinstance(answer, NotModified):
        return None
    parsed = read_feed(answer, apart, cancel)
    validators = NOT_STORED if parsed.is_cut else answer.validators  # so that the rest is asked for again
    return Arrival(validators, answer.moved_to), parsed


def read_feed(fetched: Fetched, apart: Apart, cancel: CancelToken) -> ParsedFeed:
    """Return the entries of what was fetched; of an answer that broke off those that came, with the warning ``truncated``.

    One that has its end is not ``is_cut``, whatever length was announced.

    Raises:
        ParseError: it is no feed that can be read.
        FetchError: it broke off before its first entry.
    """
    if fetched.cut is None:
        return _read(fetched, apart, cancel)
    try:
        parsed = _read(fetched, apart, cancel)
    except ParseError as error:
        from pembaca.feeds.discover import looks_like_page

        if error.code == "not_a_feed" and looks_like_page(fetched.body, fetched.content_type):
            raise
        raise FetchError(fetched.url, fetched.cut, error.code) from error
    if not parsed.entries:
        raise FetchError(fetched.url, fetched.cut, "no entry")
    others = (code for code in parsed.warnings if code not in ("damaged", "truncated"))
    return msgspec.structs.replace(parsed, warnings=("truncated", *others))


def _read(fetched: Fetched, apart: Apart, cancel: CancelToken) -> ParsedFeed:
    from pembaca.feeds.parse import parse, parse_mended, parse_plain

    parsed = parse_plain(fetched.body, fetched.url, fetched.content_type)
    if parsed is not None:
        return parsed
    if len(fetched.body) <= _SMALL:
        return parse(fetched.body, fetched.url, fetched.content_type)
    mended = parse_mended(fetched.body, fetched.url, fetched.content_type)
    if mended is not None and mended[1]:
        return mended[0]
    try:
        return apart.read_feed(FeedOrder(fetched.url, fetched.content_type), fetched.body, cancel)
    except ParseError:
        if mended is None:
            raise
        return mended[0]


def _patiently(fetcher: Fetcher, url: str, validators: Validators, cancel: CancelToken) -> Fetched | NotModified:
    for left in reversed(range(_TRIES)):
        try:
            return fetcher.get(url, validators=validators, limit=FEED_LIMIT, cancel=cancel, may_be_cut=True)
        except FetchError as error:
            seconds = error.wait.total_seconds() if error.wait is not None else None
            if seconds is None or seconds > SHORT_WAIT_S or not left:
                raise
            cancel.wait(seconds + _JITTER_S * random.random())
    raise AssertionError("the last try returns or raises")
