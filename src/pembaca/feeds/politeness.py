"""When a server may be asked again: what it said itself, and what is decent after failures. Pure: it never looks at a clock."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

LONGEST_WAIT: Final = timedelta(hours=24)  # however long a server asks for
SHORT_WAIT_S: Final = 5.0  # a wait that a refresh itself can wait out
_FIRST_PAUSE: Final = timedelta(minutes=5)
_MOST_DOUBLINGS: Final[int] = 8
_JITTER: Final[float] = 0.2  # part of a pause


def wanted_wait(header: str | None, now: datetime) -> timedelta | None:
    """Return how long a ``Retry-After`` header asks to wait, at most a day; None if there is none to be understood.

    Source: RFC 9110 section 10.2.3.
    """
    written = (header or "").strip()
    if written.isdecimal() and written.isascii():
        return min(timedelta(seconds=min(int(written[:9]), 10**8)), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(written)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(timedelta(0), min(moment - now, LONGEST_WAIT))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def pause_after(failures: int, chance: float | None = None) -> timedelta:
    """Return how long to leave a feed alone that failed so many times in a row: from five minutes, doubled up to a day.

    Args:
        chance: 0.0 to 1.0, so that a thousand offices do not come back in the same second; None draws one.
    """
    if failures <= 0:
        return timedelta(0)
    pause: timedelta = min(_FIRST_PAUSE * 2 ** min(failures - 1, _MOST_DOUBLINGS), LONGEST_WAIT)
    return pause * (1 + _JITTER * (random.random() if chance is None else chance))
