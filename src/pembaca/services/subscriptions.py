"""Which feeds a person has: the address as it was typed, and lists of feeds taken from and given to other readers.

Nothing is fetched here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Protocol
from urllib.parse import urlsplit

import msgspec

from pembaca.cancel import CancelToken, Progress, Report, silent
from pembaca.feeds.catalogue import catalogue
from pembaca.model import Feed
from pembaca.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


# "server:8080" is a host with its port; "javascript:1" is none.
_SCHEME: Final = late(
    r"(?:javascript|vbscript|data|mailto|tel|file|ftp|about|blob):|[A-Za-z][A-Za-z0-9+.-]*:(?!\d+(?:/|$))", re.I
)
_LABEL: Final = late(r"[a-z0-9_-]*[a-z0-9][a-z0-9_-]*")
_LONGEST_HOST: Final = 253
_TOLD_EVERY: Final = 100  # feeds of a list
_UNSEEN: Final = late("[\x00-\x20\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\u2060\ufeff]")


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
    """Whether *url* is an http or https address whose host and port are possible ones."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and parts.port != 0 and _is_possible(parts.hostname or "")
    except ValueError:
        return False


def _is_possible(host: str) -> bool:
    """Whether *host* is a number or a name that could be one of a computer.

    Raises:
        ValueError: it is not.
    """
    if ":" in host:
        from ipaddress import ip_address

        ip_address(host.partition("%")[0])
        return True
    labels = host.encode("idna").decode("ascii").lower().removesuffix(".").split(".")
    if labels[-1].isdecimal():  # a number, and then it must be one that the system can read
        from socket import inet_aton

        try:
            inet_aton(host.removesuffix("."))
        except OSError:
            return False
    return len(host) <= _LONGEST_HOST and all(_LABEL.fullmatch(label) for label in labels)


class Imported(msgspec.Struct, frozen=True):
    """What a list of feeds brought: feeds that are new, those that were there, and addresses that cannot be fetched.

    ``left``: how many were not looked at because somebody ended it.
    """

    added: tuple[Feed, ...]
    known: tuple[str, ...]
    skipped: tuple[str, ...]
    left: int = 0


class FeedShelf(Protocol):
    """Where feeds are kept."""

    def add_feeds(self, wanted: Iterable[tuple[str, str]]) -> tuple[tuple[Feed, bool], ...]: ...


def import_opml(shelf: FeedShelf, body: bytes, name: str, cancel: CancelToken | None = None, report: Report = silent) -> Imported:
    """Add the feeds of an OPML file that are not there yet, under the titles it gives them, in one transaction.

    Args:
        cancel: ends it at the next feed; those added until then stay.
        report: is told how far it is, every hundred feeds.
    Raises:
        ParseError: it is no OPML that can be read; nothing was added.
    """
    from pembaca.feeds.opml import read_opml  # its XML parser is wanted nowhere else

    outlines = read_opml(body, name)
    skipped: list[str] = []
    left = len(outlines)

    def wanted() -> Iterator[tuple[str, str]]:
        nonlocal left
        for number, outline in enumerate(outlines):
            if cancel is not None and cancel.is_cancelled:
                return
            if number % _TOLD_EVERY == 0:
                report(Progress(number, len(outlines)))
            left -= 1
            url = address(outline.url)
            if is_fetchable(url):
                yield url, outline.title
            else:
                skipped.append(outline.url)

    done = shelf.add_feeds(wanted())
    added = tuple(feed for feed, is_new in done if is_new)
    known = tuple(feed.url for feed, is_new in done if not is_new)
    return Imported(added, known, tuple(skipped), left)


def export_opml(feeds: Iterable[Feed], title: str) -> bytes:
    """Return *feeds* as an OPML file; those of the catalogue lie in its groups."""
    from pembaca.feeds.opml import Outline, write_opml

    groups = {feed.url: feed.group for feed in catalogue()}
    outlines = (Outline(feed.title, feed.url, (groups[feed.url],) if feed.url in groups else ()) for feed in feeds)
    return write_opml(outlines, title)
