"""Read one page, from a file or an address, as a document. Nothing is stored; pictures keep their addresses."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from pembaca.errors import ContentError, FetchError
from pembaca.feeds.discover import is_feed
from pembaca.feeds.fetch import PAGE_LIMIT, Fetched, Fetcher
from pembaca.services.apart import Apart
from pembaca.services.apart_protocol import PageOrder

if TYPE_CHECKING:
    from pembaca.cancel import CancelToken
    from pembaca.document import Document


def extract(source: str, base_url: str | None, fetcher: Fetcher, cancel: CancelToken, apart: Apart | None = None) -> Document:
    """Return the article in *source*, the name of a file or an http or https address.

    Args:
        base_url: where a file came from; relative addresses in it are then absolute, and it is the document's address.
    Raises:
        FetchError: the address could not be fetched.
        ContentError: ``no_file`` (cannot be read), ``too_large``, ``no_article``, ``too_deep``, ``unreadable``,
            ``too_slow``, ``is_feed`` (a list of news, no article).
    """
    if re.match(r"[a-z][a-z0-9+.-]+://", source, re.IGNORECASE):
        fetched = fetcher.get(source, limit=PAGE_LIMIT, cancel=cancel, may_be_cut=True)
        assert isinstance(fetched, Fetched)
        if fetched.page_cut is not None:
            raise FetchError(source, fetched.page_cut, "ended early")
        order, body = PageOrder(base_url or fetched.url, fetched.content_type), fetched.body
    else:
        order, body = PageOrder(base_url or "", None), _read(source)
    if is_feed(body):
        raise ContentError(source, "is_feed")
    if apart is not None:
        return apart.read_page(order, body, cancel)
    with Apart(processes=1) as own:
        return own.read_page(order, body, cancel)


def _read(name: str) -> bytes:
    try:
        with Path(name).open("rb") as file:
            body = file.read(PAGE_LIMIT + 1)
    except (OSError, ValueError) as error:
        raise ContentError(name, "no_file", str(error)) from error
    if len(body) > PAGE_LIMIT:
        raise ContentError(name, "too_large", str(PAGE_LIMIT))
    return body
