"""Facts of when a server may be asked again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from pembaca.feeds.politeness import pause_after, wanted_wait

NOW = datetime(2026, 6, 6, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("999999999999999999", 86_400),
        ("Sat, 06 Jun 2026 12:01:00 GMT", 60),
        ("Sat, 06 Jun 2026 11:00:00 GMT", 0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 86_400),
        (None, None),
        ("", None),
        ("nanti", None),
        ("-5", None),
        ("1.5", None),
        ("٣", None),
    ],
)
def test_retry_after_is_read_in_both_forms(header: str | None, seconds: int | None) -> None:
    """
    A server that asks for patience gets it, but cannot silence a feed for a year.
    """
    expected = None if seconds is None else timedelta(seconds=seconds)

    assert expected == wanted_wait(header, NOW)


def test_pauses_double_and_end_at_a_day() -> None:
    """
    A server that is down is not hammered, and is found again within a day of its return.
    """
    pauses = [pause_after(failures, 0.0) for failures in (0, 1, 2, 3, 50)]

    assert [timedelta(minutes=minutes) for minutes in (0, 5, 10, 20)] == pauses[:4]
    assert timedelta(hours=12) <= pauses[4] <= timedelta(hours=24)
    assert pause_after(1, 0.0) < pause_after(1, 1.0) <= timedelta(minutes=6)
