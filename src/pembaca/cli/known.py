"""Which stored feed a typed address means. Changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pembaca.addresses import shown

if TYPE_CHECKING:
    from pembaca.library.library import Library


def meant(library: Library, typed: str) -> str:
    """Return the address that *typed* means; as it was shown, without password or cut short, it means the one feed shown so."""
    from pembaca.services.subscriptions import address

    url = address(typed)
    if library.feed(url) is not None:
        return url
    found = [feed.url for feed in library.feeds() if shown(feed.url) == url]
    return found[0] if len(found) == 1 else url
