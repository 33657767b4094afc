"""Read the address of a feed as a person types it. Pure: nothing is opened."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\d+(?:/|$))")
_UNSEEN: Final = re.compile("[\x00-\x20\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\u2060\ufeff]")


def address(typed: str) -> str:
    """Return the address that *typed* means: without blanks and unseen characters, with https:// if no scheme is named.

    ``feed:`` before an address is taken off. Whether the address can be fetched is for the fetcher to say.
    """
    text = _UNSEEN.sub("", typed)
    if text.lower().startswith("feed:"):
        text = text[5:].removeprefix("//")
    if text and not _SCHEME.match(text):
        text = f"https://{text.removeprefix('//')}"
    scheme, colon, rest = text.partition(":")
    return f"{scheme.lower()}{colon}{rest}"


def is_fetchable(url: str) -> bool:
    """Whether *url* is an http or https address with a host."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
