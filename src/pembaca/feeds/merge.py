"""Tell what is new and what has changed in a feed. Pure: what is known and what was read go in, the difference comes out."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from urllib.parse import urlsplit

import msgspec

from pembaca.model import KnownEntry, ParsedEntry, ParsedFeed

_TRACKING: Final = re.compile(r"(?:^|&)(?:utm_\w+|fbclid|gclid)=[^&]*")


class FeedChanges(msgspec.Struct, frozen=True):
    """What a feed brings, both in the feed's order; an entry that stayed as it was is in neither."""

    new: tuple[ParsedEntry, ...]
    changed: tuple[tuple[KnownEntry, ParsedEntry], ...]


def merge(parsed: ParsedFeed, known: Mapping[str, KnownEntry]) -> FeedChanges:
    """Compare *parsed* with what is *known* by guid.

    An entry is known by its guid, else by a link of its own (Joomla makes new guids when a menu changes), else by the same text
    under the same last part of the address. No known entry is taken twice. What is cut short, as the last entry of a
    damaged feed may be, is never taken as changed.
    """
    matches = _match(parsed.entries, known)
    new: list[ParsedEntry] = []
    changed: list[tuple[KnownEntry, ParsedEntry]] = []
    maybe_cut = parsed.entries[-1] if "damaged" in parsed.warnings and parsed.entries else None
    for entry in parsed.entries:
        before = matches.get(entry.guid)
        if before is None:
            new.append(entry)
        elif entry is maybe_cut or entry.is_cut:
            continue
        elif before.fingerprint != fingerprint(entry) or before.guid != entry.guid or before.url != entry.url:
            changed.append((before, entry))
    return FeedChanges(tuple(new), tuple(changed))


def fingerprint(entry: ParsedEntry) -> str:
    """Return what changes exactly when the item's title or text does; its own address in the text does not count."""
    html = entry.html.replace(entry.url, "") if entry.url else entry.html
    text = f"{entry.title}\0{' '.join(html.split())}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _match(entries: Sequence[ParsedEntry], known: Mapping[str, KnownEntry]) -> dict[str, KnownEntry]:
    left = dict(known)
    matches: dict[str, KnownEntry] = {}
    waiting: list[ParsedEntry] = []
    for entry in entries:
        before = left.pop(entry.guid, None)
        if before is None:
            waiting.append(entry)
        else:
            matches[entry.guid] = before
    if not waiting or not left:
        return matches
    shared = _shared_links(entries, known.values())
    by_link = {link: before for before in left.values() if before.url and (link := _same_link(before.url)) not in shared}
    by_text = {(_slug(before.url), before.fingerprint): before for before in left.values() if _slug(before.url)}
    for entry in waiting:
        before = by_link.get(_same_link(entry.url)) if entry.url else None
        if before is None or before.guid not in left:
            before = by_text.get((_slug(entry.url), fingerprint(entry)))
        if before is not None and left.pop(before.guid, None) is not None:
            matches[entry.guid] = before
    return matches


def _shared_links(entries: Iterable[ParsedEntry], known: Iterable[KnownEntry]) -> set[str]:
    """Return the links that lead from several items to one page, and so say nothing of which item it is."""
    now = Counter(_same_link(entry.url) for entry in entries if entry.url)
    before = Counter(_same_link(entry.url) for entry in known if entry.url)
    return {link for counted in (now, before) for link, times in counted.items() if times > 1}


def _same_link(url: str) -> str:
    """Return *url* without what differs between two addresses of one page."""
    parts = urlsplit(url)
    query = _TRACKING.sub("", parts.query).strip("&")
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}?{query}"


def _slug(url: str) -> str:
    return urlsplit(url).path.rstrip("/").rpartition("/")[2]
