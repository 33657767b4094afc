"""Read the body of one answer within its limits of size and time, and notice when it ends early. It never reads what it holds."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from pembaca.cancel import CancelToken
from pembaca.errors import FeedErrorCode, FetchError
from pembaca.feeds.unpack import Unpacker

if TYPE_CHECKING:
    import requests

    from pembaca.feeds.transport import Watch

_LONGEST: Final = 30  # figures of a length that is worth reading
_CHUNK: Final = 65_536


def read_body(
    url: str, response: requests.Response, limit: int, watch: Watch, cancel: CancelToken
) -> tuple[bytes, FeedErrorCode | None]:
    """Return the unpacked body, and the fault if it ended before its announced end (it is what came until then).

    Args:
        limit: bytes after unpacking.
    Raises:
        FetchError: ``too_large``, or ``malformed`` (not packed the way the header says).
        TimeoutError: the deadline has passed.
        Cancelled: soon after the cancel.
    """
    length = response.headers.get("content-length", "")
    if length.isdecimal() and (len(length) > _LONGEST or int(length) > limit):
        raise FetchError(url, "too_large", length[:_LONGEST])
    body = bytearray()
    unpacker = Unpacker(response.headers.get("content-encoding"))
    cut: FeedErrorCode | None = None
    while piece := _next(response, watch, cancel):
        if isinstance(piece, str):
            cut = piece
            break
        try:
            for part in unpacker.feed(piece):
                body += part
                if len(body) > limit:
                    raise FetchError(url, "too_large", str(limit))
        except ValueError as error:
            raise FetchError(url, "malformed", str(error)) from error
    if cut is None and not unpacker.is_whole:
        cut = "truncated"
    return bytes(body), cut


def _next(response: requests.Response, watch: Watch, cancel: CancelToken) -> bytes | FeedErrorCode:
    """Return the next piece, nothing at the announced end, or the fault of an end before it."""
    from urllib3.exceptions import ProtocolError

    fault: FeedErrorCode | None = None
    piece = b""
    try:
        piece = response.raw.read1(_CHUNK, decode_content=False)
    except ProtocolError as error:
        fault = "connection" if any(isinstance(cause, OSError) for cause in error.args) else "truncated"
    cancel.check()
    if watch.is_late or time.monotonic() > watch.deadline:
        raise TimeoutError("total")
    return fault or piece
