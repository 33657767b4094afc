"""Download feeds, pages and pictures within fixed limits of time, size and direction. It never reads what it downloads."""

from __future__ import annotations

import re
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import msgspec

from pembaca.cancel import CancelToken
from pembaca.errors import FeedErrorCode, FetchError
from pembaca.feeds.body import read_body
from pembaca.feeds.faults import wrapping
from pembaca.feeds.politeness import wanted_wait
from pembaca.feeds.redirects import check_address, may_replace, target_of
from pembaca.model import Validators

if TYPE_CHECKING:
    import requests

    from pembaca.feeds.transport import Watch

USER_AGENT: Final = "Pembaca/0.1 (+accessible reader)"
FEED_LIMIT, PAGE_LIMIT, IMAGE_LIMIT = 10_000_000, 5_000_000, 8_000_000  # bytes, after decompression
MAX_REDIRECTS: Final = 10
CONNECTIONS_A_HOST: Final = 2
NOT_STORED: Final = Validators()
_ACCEPT: Final = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5"
)
_LOOK_EVERY: Final = 0.05  # seconds between two looks at the cancel token
_PAGE_END: Final = re.compile(rb"</html\s*>", re.IGNORECASE)
_LONGEST_MARK: Final = 1_000  # characters; servers refuse longer headers
_BUSY: Final = frozenset({429, 503})
_PERMANENT, _REDIRECTS = frozenset({301, 308}), frozenset({301, 302, 303, 307, 308})


class Timeouts(msgspec.Struct, frozen=True):
    """Seconds: for a connection, for one read, and for the whole download with its redirects."""

    connect: float = 5.0
    read: float = 15.0
    total: float = 30.0


USUAL: Final = Timeouts()


class Fetched(msgspec.Struct, frozen=True):
    """What came back. ``url`` is the final address; ``moved_to`` the new one if every redirect was permanent.

    ``cut`` is the fault of an answer that ended before its announced end: ``body`` is what came of it then, and neither
    validators nor a new address are given.
    """

    url: str
    body: bytes
    content_type: str | None = None
    validators: Validators = NOT_STORED
    moved_to: str | None = None
    cut: FeedErrorCode | None = None

    @property
    def page_cut(self) -> FeedErrorCode | None:
        """``cut`` of a page: one that has its last tag came whole, whatever length was announced."""
        return None if _PAGE_END.search(self.body, max(0, len(self.body) - 1_000)) else self.cut


class NotModified(msgspec.Struct, frozen=True):
    """The stored copy is still the newest."""

    url: str


class Fetcher:
    """Downloads over one session; safe from several threads, at most two connections a host.

    It opens nothing before the first ``get``.
    """

    def __init__(self, timeouts: Timeouts = USUAL, *, certificates: str | None = None) -> None:
        self._timeouts = timeouts
        self._certificates = certificates
        self._lock = threading.Lock()
        self._session: requests.Session | None = None
        self._hosts: defaultdict[str, threading.BoundedSemaphore] = defaultdict(
            lambda: threading.BoundedSemaphore(CONNECTIONS_A_HOST)
        )

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection; a later ``get`` opens them again."""
        with self._lock:
            session, self._session = self._session, None
        if session is not None:
            session.close()

    def get(
        self,
        url: str,
        *,
        validators: Validators = NOT_STORED,
        limit: int,
        cancel: CancelToken,
        home: str | None = None,
        may_be_cut: bool = False,
    ) -> Fetched | NotModified:
        """Download *url*, following at most ten redirects to http and https.

        Args:
            validators: of the stored copy, sent as one set.
            limit: bytes of the decompressed body.
            home: the address the person named, if *url* was found in what lies there: another host than that
                one is then asked only at a public address.
            may_be_cut: an answer that breaks off is given as far as it came, instead of an error.
        Raises:
            FetchError: any fault; the stored copy is untouched.
            Cancelled: soon after *cancel* is set, in any stage.
        Source: RFC 9110 sections 13 (conditional requests) and 15.4 (redirects).
        """
        from pembaca.feeds.transport import Watch

        cancel.check()
        private_host = _host(home or url)
        with (
            self._place(url, cancel),
            Watch(self._timeouts.total, cancel, private_host) as watch,
            wrapping(url, watch, cancel),
        ):
            answer = self._follow(url, validators, limit, watch, cancel)
        if isinstance(answer, Fetched) and answer.cut is not None and not may_be_cut:
            raise FetchError(url, answer.cut, "ended early")
        return answer

    def _follow(self, url: str, validators: Validators, limit: int, watch: Watch, cancel: CancelToken) -> Fetched | NotModified:
        at, moved_to, is_permanent = url, None, True
        for _ in range(MAX_REDIRECTS + 1):
            check_address(url, at)
            with self._send(at, validators, watch) as response:
                if response.status_code not in _REDIRECTS or not response.headers.get("location"):
                    return self._take(url, at, moved_to, response, validators, limit, watch, cancel)
                target = target_of(url, at, response.headers["location"])
                is_permanent = is_permanent and response.status_code in _PERMANENT and may_replace(at, target)
            at = target
            moved_to = at if is_permanent else moved_to
        raise FetchError(url, "redirect", "more than 10")

    @contextmanager
    def _place(self, url: str, cancel: CancelToken) -> Iterator[None]:
        """Wait for one of the host's connections; the wait does not count as time of the download."""
        with self._lock:
            place = self._hosts[_host(url)]
        while not place.acquire(timeout=_LOOK_EVERY):
            cancel.check()
        try:
            yield
        finally:
            place.release()

    def _send(self, at: str, validators: Validators, watch: Watch) -> requests.Response:
        import requests

        from pembaca.feeds.transport import proxies_for

        headers = {"Accept": _ACCEPT}
        if validators.etag:
            headers["If-None-Match"] = validators.etag
        if validators.last_modified:
            headers["If-Modified-Since"] = validators.last_modified
        session = self._open()
        request = session.prepare_request(requests.Request("GET", at, headers=headers))
        timeout = (min(self._timeouts.connect, watch.left), min(self._timeouts.read, watch.left))
        # Not session.send: it reads the whole body of a redirect, whatever its size (requests 2.34).
        adapter = session.get_adapter(at)
        response = adapter.send(request, stream=True, timeout=timeout, verify=True, proxies=proxies_for(at, _host(at)))
        session.cookies.update(response.cookies)
        return response

    def _open(self) -> requests.Session:
        from pembaca.feeds.transport import open_session

        with self._lock:
            if self._session is None:
                self._session = open_session(USER_AGENT, self._certificates)
            return self._session

    def _take(
        self,
        url: str,
        at: str,
        moved_to: str | None,
        response: requests.Response,
        validators: Validators,
        limit: int,
        watch: Watch,
        cancel: CancelToken,
    ) -> Fetched | NotModified:
        status = response.status_code
        if status == 304 and validators != NOT_STORED:
            return NotModified(at)
        if not 200 <= status < 300:
            wait = wanted_wait(response.headers.get("retry-after"), datetime.now(UTC)) if status in _BUSY else None
            raise FetchError(url, "http_status", response.reason or "", status, wait)
        body, cut = read_body(url, response, limit, watch, cancel)
        if cut is not None:
            return Fetched(at, body, response.headers.get("content-type"), cut=cut)
        kept = Validators(_kept(response.headers.get("etag")), _kept(response.headers.get("last-modified")))
        return Fetched(at, body, response.headers.get("content-type"), kept, moved_to)


def _kept(header: str | None) -> str | None:
    """Return what a server said of its copy if it can be sent back to it."""
    return header if header and len(header) <= _LONGEST_MARK and header.isprintable() else None


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
