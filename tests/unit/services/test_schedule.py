"""pembaca.services.schedule: when news are fetched without a person asking."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembaca.model import Feed
from pembaca.services.schedule import AT_START, NEVER, Attempt, due_feeds, is_time

NOW = datetime(2026, 7, 1, 3, 0, tzinfo=UTC)
URL = "https://contoh.go.id/feed"


def feed(**fields: object) -> Feed:
    """Return a feed."""
    return Feed(1, URL, "Contoh", **fields)  # type: ignore[arg-type]  # only the fields that a test names


def after(minutes: float, wanted: int, *, offline: int = 0, clock: float | None = None, chance: float = 0.0) -> bool:
    """Say whether it is time, *minutes* after the last attempt (by the wall clock: *clock* minutes)."""
    moment = NOW + timedelta(minutes=minutes if clock is None else clock)
    return is_time(Attempt(NOW, 100.0, offline), wanted, moment, 100.0 + 60 * minutes, chance)


def test_a_feed_that_is_well_is_always_due() -> None:
    """
    Otherwise its news would come late for no reason.
    """
    assert (URL,) == due_feeds((URL,), (), NOW)


def test_a_feed_that_failed_is_left_alone_for_a_while_and_longer_each_time() -> None:
    """
    A server in trouble is not helped by a thousand offices asking every minute.
    """
    once = feed(status="failed", error="http_status", failures=1, failed_at=NOW)
    often = feed(status="failed", error="http_status", failures=5, failed_at=NOW)

    assert () == due_feeds((), [once, often], NOW + timedelta(minutes=4))
    assert (URL,) == due_feeds((), [once], NOW + timedelta(minutes=7))
    assert () == due_feeds((), [often], NOW + timedelta(minutes=70))
    assert (URL,) == due_feeds((), [often], NOW + timedelta(minutes=100))


def test_a_feed_that_missed_the_network_is_due_when_it_is_back() -> None:
    """
    Plugging the cable in is enough to get the news.
    """
    missed = feed(status="failed", error="dns", failures=9, failed_at=NOW)
    broken = feed(status="failed", error="malformed", failures=9, failed_at=NOW)
    soon = NOW + timedelta(minutes=1)

    assert (URL,) == due_feeds((), [missed], soon, is_back=True)
    assert () == due_feeds((), [missed], soon)
    assert () == due_feeds((), [broken], soon, is_back=True)


def test_what_a_server_asked_for_is_kept_even_when_the_network_is_back() -> None:
    """
    Retry-After is an order of the server's, whatever else happened (RFC 9110 section 10.2.3).
    """
    told = feed(status="failed", error="http_status", failures=1, failed_at=NOW, retry_at=NOW + timedelta(hours=2))

    assert () == due_feeds((), [told], NOW + timedelta(hours=1), is_back=True)


def test_a_failure_of_the_future_does_not_keep_a_feed_away() -> None:
    """
    A computer whose clock was a year ahead must not wait a year.
    """
    assert (URL,) == due_feeds((), [feed(error="timeout", failures=3, failed_at=NOW + timedelta(days=400))], NOW)


@pytest.mark.parametrize("minutes", [NEVER, AT_START])
def test_nothing_is_fetched_in_between_where_that_is_switched_off(minutes: int) -> None:
    """
    A setting that is off is off.
    """
    assert not after(100_000, minutes)
    assert not after(100_000, NEVER, offline=3)


def test_it_is_time_after_the_interval_and_not_before() -> None:
    """
    Each hour means each hour.
    """
    assert not after(59, 60)
    assert after(60, 60)
    assert not after(60, 60, chance=1.0)
    assert after(66.1, 60, chance=1.0)


def test_time_that_a_laptop_slept_counts() -> None:
    """
    Opening the lid in the morning brings the morning's news.
    """
    assert after(1, 60, clock=600)


def test_a_clock_that_was_set_back_does_not_stop_the_news() -> None:
    """
    The even clock goes on.
    """
    assert after(61, 60, clock=-100_000)


def test_a_missing_network_is_tried_again_soon_and_then_less_often() -> None:
    """
    Someone who sits without a network does not need a search each minute, and someone who moved does not wait an hour.
    """
    assert after(1, 60, offline=1)
    assert not after(1, 60, offline=2)
    assert after(16, 60, offline=5)
    assert not after(29, 600, offline=500)
    assert after(30, 600, offline=500)
    assert after(30, AT_START, offline=500)


@given(minutes=st.integers(1, 10_000), offline=st.integers(0, 10_000), chance=st.floats(0, 1))
def test_it_is_always_time_in_the_end(minutes: int, offline: int, chance: float) -> None:
    """
    No count of failures may end the news for good.
    """
    assert after(minutes * 1.1 + 0.01, minutes, offline=offline, chance=chance)
