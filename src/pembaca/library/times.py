"""How moments stand in the database: seconds since 1970 UTC, and the source's own writing with its offset."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Final

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_JAKARTA: Final = timezone(timedelta(hours=7))
_FARTHEST: Final = 1 << 34  # years 1425 to 2514; keeps a search row's number within 64 bits


def seconds(moment: datetime) -> int:
    """Return whole seconds since 1970 UTC; a moment without a zone is taken as Asia/Jakarta."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=_JAKARTA)
    return max(-_FARTHEST, min(_FARTHEST, (aware - _EPOCH) // timedelta(seconds=1)))


def moment(stored: int | None) -> datetime | None:
    """Return the UTC moment of stored seconds."""
    return None if stored is None else known_moment(stored)


def known_moment(stored: int) -> datetime:
    """Return the UTC moment of seconds that are always stored."""
    return _EPOCH + timedelta(seconds=stored)


def written(published: datetime | None) -> str | None:
    """Return the ISO form that keeps the source's offset."""
    if published is None:
        return None
    return (published if published.tzinfo else published.replace(tzinfo=_JAKARTA)).isoformat()


def read(stored: str | None) -> datetime | None:
    """Return the aware moment that ``written`` wrote."""
    return None if stored is None else datetime.fromisoformat(stored)
