"""Fetch what a feed points to, and stop asking a host that is out of reach: forty time-outs of one server help nobody."""

from __future__ import annotations

import threading
from collections import Counter
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from pembaca.errors import FetchError
from pembaca.feeds.fetch import Fetched, Fetcher

if TYPE_CHECKING:
    from pembaca.cancel import CancelToken

_ENOUGH: Final = 3  # failures in a row, after which a host is left alone for the rest of the refresh
_OUT_OF_REACH: Final = frozenset({"timeout", "dns", "connection", "tls"})
_BUSY: Final = frozenset({429, 503})


class Troubles:
    """Downloads for one feed in one refresh; safe from several threads."""

    def __init__(self, fetcher: Fetcher, feed_url: str, cancel: CancelToken) -> None:
        self._fetcher, self._feed_url, self._cancel = fetcher, feed_url, cancel
        self._lock = threading.Lock()
        self._in_a_row: Counter[str] = Counter()
        self._last: dict[str, FetchError] = {}

    def get(self, url: str, limit: int, *, may_be_cut: bool = False) -> Fetched:
        """Download a page or picture.

        Args:
            may_be_cut: an answer that breaks off is given as far as it came.

        Raises:
            FetchError: any fault; a host that failed three times in a row is not asked, and its last fault is given again.
            Cancelled: soon after the cancel.
        """
        host = _host(url)
        with self._lock:
            if self._in_a_row[host] >= _ENOUGH:
                last = self._last[host]
                raise FetchError(url, last.code, last.detail, last.status)
        try:
            fetched = self._fetcher.get(url, limit=limit, cancel=self._cancel, home=self._feed_url, may_be_cut=may_be_cut)
        except FetchError as error:
            self._note(host, error)
            raise
        with self._lock:
            self._in_a_row[host] = 0
        assert isinstance(fetched, Fetched)  # no validators were sent
        return fetched

    def _note(self, host: str, error: FetchError) -> None:
        is_bad = error.code in _OUT_OF_REACH or error.status in _BUSY
        with self._lock:
            self._in_a_row[host] = self._in_a_row[host] + 1 if is_bad else 0
            self._last[host] = error


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
