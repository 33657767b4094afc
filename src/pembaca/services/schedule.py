"""When news are fetched without being asked for, and which feeds then. Pure: it never looks at a clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from zlib import crc32

from pembaca.feeds.politeness import pause_after
from pembaca.model import OFFLINE_CODES, Feed
from pembaca.settings import AT_START, NEVER

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["AT_START", "NEVER", "Attempt", "chance_of", "due_feeds", "is_time"]

_FIRST_RETRY: Final = timedelta(minutes=1)
_LAST_RETRY: Final = timedelta(minutes=30)
_SPREAD: Final = 0.1  # part of the interval, so that a thousand offices do not ask in the same second


def due_feeds(fine: Iterable[str], in_trouble: Iterable[Feed], now: datetime, *, is_back: bool = False) -> tuple[str, ...]:
    """Return the addresses of the feeds that may be asked now without a person asking, the *fine* ones first.

    One that failed is left alone for ``pause_after``; one that only missed the network is not, once that *is_back*.

    Args:
        now: UTC.
    """
    return (*fine, *(feed.url for feed in in_trouble if _is_due(feed, now, is_back)))


def _is_due(feed: Feed, now: datetime, is_back: bool) -> bool:
    if not feed.may_be_asked(now):
        return False
    if not feed.failures or feed.failed_at is None or now < feed.failed_at:  # the last: measured by a wrong clock
        return True
    if is_back and feed.error in OFFLINE_CODES:
        return True
    return now >= feed.failed_at + pause_after(feed.failures, chance_of(feed.url, feed.failures))


def chance_of(url: str, number: int) -> float:
    """Return a number from 0.0 to 1.0 that is always the same for one feed and *number*."""
    return crc32(f"{url} {number}".encode()) / 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Attempt:
    """The last time news were fetched: by both clocks, and how often in a row no network was there.

    ``moment`` is UTC and may be set wrong; ``seconds`` runs evenly but stands still while a laptop sleeps.
    """

    moment: datetime
    seconds: float
    offline: int = 0


def is_time(attempt: Attempt, minutes: int, moment: datetime, seconds: float, chance: float) -> bool:
    """Say whether news are to be fetched again.

    Args:
        minutes: between two times; AT_START: only a missing network is tried again, and what comes back; NEVER: nothing.
        chance: 0.0 to 1.0, the same until the next attempt.
    """
    if minutes == NEVER:
        return False
    wait = timedelta(minutes=minutes) * (1 + _SPREAD * chance) if minutes > 0 else None
    if attempt.offline:
        retry = min(_FIRST_RETRY * 2 ** min(attempt.offline - 1, 10), _LAST_RETRY)
        wait = retry if wait is None else min(wait, retry)
    passed = max(seconds - attempt.seconds, (moment - attempt.moment).total_seconds())
    return wait is not None and passed >= wait.total_seconds()
