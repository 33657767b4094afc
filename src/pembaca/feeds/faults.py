"""Say in one code what went wrong with a download, whatever the HTTP client, TLS or the system raised."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pembaca.cancel import CancelToken
from pembaca.errors import FeedErrorCode, FetchError

if TYPE_CHECKING:
    from pembaca.feeds.transport import Watch


@contextmanager
def wrapping(url: str, watch: Watch, cancel: CancelToken) -> Iterator[None]:
    """Turn what the HTTP client, TLS and the system raise into FetchError, or Cancelled if that was the cause."""
    import http.client

    import requests
    import urllib3

    vendor = (requests.RequestException, urllib3.exceptions.HTTPError, http.client.HTTPException, OSError, ValueError)
    try:
        yield
    except vendor as error:
        cancel.check()
        code: FeedErrorCode = "timeout" if watch.is_late else _code(error)
        raise FetchError(url, code, _detail(error)) from error


def _code(error: BaseException) -> FeedErrorCode:
    """Look for the innermost cause that says what went wrong."""
    import http.client
    import socket
    import ssl

    import requests
    from urllib3 import exceptions as u3

    causes = tuple(_causes(error))
    if any(isinstance(cause, u3.NewConnectionError) and not isinstance(cause, u3.NameResolutionError) for cause in causes):
        return "connection"
    kinds: tuple[tuple[FeedErrorCode, tuple[type[BaseException], ...]], ...] = (
        ("tls", (ssl.SSLError, u3.SSLError, requests.exceptions.SSLError)),
        ("dns", (u3.NameResolutionError, socket.gaierror)),
        ("timeout", (TimeoutError, u3.TimeoutError, requests.exceptions.Timeout)),
        ("too_large", (http.client.LineTooLong,)),
        ("dns", (requests.exceptions.InvalidURL, u3.LocationParseError, UnicodeError)),
        ("unsupported_scheme", (requests.exceptions.InvalidSchema, requests.exceptions.MissingSchema)),
    )
    for code, types in kinds:
        if any(isinstance(cause, types) for cause in causes):
            return code
    if any("got more than" in str(cause) and "headers" in str(cause) for cause in causes):
        return "too_large"
    return "connection"


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting: list[object] = [error]
    while waiting:
        cause = waiting.pop()
        if isinstance(cause, BaseException) and id(cause) not in seen:
            seen.add(id(cause))
            yield cause
            waiting += [cause.__cause__, cause.__context__, getattr(cause, "reason", None), *cause.args]


def _detail(error: BaseException) -> str:
    from pembaca.feeds.transport import PrivateAddress

    causes = tuple(_causes(error))
    if any(isinstance(cause, PrivateAddress) for cause in causes):
        return "private address"
    return " ".join(str(causes[-1] if causes else error).split())[:200]
