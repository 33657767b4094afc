"""Say where a redirect leads, and which ways are not gone. Pure.

Source: RFC 9110 section 15.4.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Final
from urllib.parse import urljoin, urlsplit

from pembaca.errors import FetchError

_LONGEST: Final = 8_000  # characters of an address that a feed can have from now on


def target_of(url: str, at: str, location: str) -> str:
    """Return the address that a Location header names, seen from *at*.

    Headers come as latin-1, but servers write UTF-8 into them.

    Raises:
        FetchError: ``redirect``, of *url*: it is no address.
    """
    written = location.strip()
    with suppress(UnicodeError):
        written = written.encode("latin-1").decode("utf-8")
    try:
        return urljoin(at, written)
    except ValueError:
        raise FetchError(url, "redirect", written[:200]) from None


def check_address(url: str, at: str) -> None:
    """Let only http and https addresses pass.

    Raises:
        FetchError: of *url*: ``unsupported_scheme``, or ``redirect`` (it led to an address that can be none).
        ValueError: *url* itself can be none.
    """
    try:
        parts = urlsplit(at)
        is_possible = at == url or (bool(parts.hostname) and parts.port != 0)
    except ValueError:
        if at == url:
            raise
        raise FetchError(url, "redirect", at[:200]) from None
    if parts.scheme.lower() not in ("http", "https"):
        raise FetchError(url, "unsupported_scheme", at[:200])
    if not is_possible:
        raise FetchError(url, "redirect", at[:200])


def may_replace(at: str, target: str) -> bool:
    """Whether *target* may become a feed's address for good: not without TLS where there was some, and not endless."""
    is_downgrade = urlsplit(at).scheme.lower() == "https" and urlsplit(target).scheme.lower() != "https"
    return not is_downgrade and len(target) <= _LONGEST
