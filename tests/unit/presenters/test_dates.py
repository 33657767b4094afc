"""Facts of dates, times and ages in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembaca import i18n
from pembaca.presenters import dates

WIB = timezone(timedelta(hours=7))
THEN = datetime(2020, 11, 23, 16, 5, 41, tzinfo=WIB)
NOW = datetime(2026, 7, 1, 12, 40, tzinfo=WIB)


@pytest.fixture(autouse=True)
def _indonesian() -> Iterator[None]:
    before = i18n.current()
    i18n.use("id")
    yield
    i18n.use(before)


def test_day_of_an_article_is_said_in_words() -> None:
    """
    The meta line is heard, not only seen: no figures with slashes.
    """
    assert "Senin, 23 November 2020" == dates.full_day(THEN)
    assert "23 November 2020" == dates.day(THEN)
    assert "Senin, 23 November 2020, pukul 16.05" == dates.full_moment(THEN)


def test_article_keeps_the_day_of_its_source() -> None:
    """
    What Jayapura wrote on Tuesday was not written on Monday, wherever it is read.
    """
    assert "Selasa, 24 November 2020" == dates.full_day(datetime(2020, 11, 24, 0, 30, tzinfo=timezone(timedelta(hours=9))))


@pytest.mark.parametrize(
    ("past", "expected"),
    [
        (timedelta(seconds=20), "baru saja"),
        (timedelta(seconds=-3600), "baru saja"),
        (timedelta(minutes=1), "satu menit yang lalu"),
        (timedelta(minutes=25), "25 menit yang lalu"),
        (timedelta(hours=2, minutes=5), "dua jam yang lalu"),
        (timedelta(hours=12), "12 jam yang lalu"),
        (timedelta(hours=14), "kemarin"),
        (timedelta(days=1), "kemarin"),
        (timedelta(days=3), "tiga hari yang lalu"),
        (timedelta(days=21), "tiga minggu yang lalu"),
    ],
)
def test_age_is_said_as_a_person_says_it(past: timedelta, expected: str) -> None:
    """
    "Dua jam yang lalu" tells the age of an offline copy without reckoning.
    """
    assert expected == dates.age(NOW - past, NOW)


def test_moment_of_today_is_a_time_and_of_another_day_a_date() -> None:
    """
    The shortest form that cannot be misunderstood.
    """
    this_morning, last_week = NOW - timedelta(hours=2), NOW - timedelta(days=7)

    assert ("10.40", "24 Juni 2026") == (dates.moment(this_morning, NOW), dates.moment(last_week, NOW))
    assert "pukul 10.40" == dates.moment_long(this_morning, NOW)
    assert "Rabu, 24 Juni 2026, pukul 12.40" == dates.moment_long(last_week, NOW)


def test_stored_utc_is_said_in_the_zone_of_now() -> None:
    """
    The library keeps UTC; the person lives in Jakarta.
    """
    assert "10.40" == dates.moment(datetime(2026, 7, 1, 3, 40, tzinfo=timezone.utc), NOW)  # noqa: UP017


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(0, "1 detik"), (45, "45 detik"), (60, "1 menit"), (200, "3 menit"), (3900, "1 jam 5 menit"), (7200, "2 jam")],
)
def test_duration_is_said_in_whole_units(seconds: float, expected: str) -> None:
    """
    How long an article takes is a promise, not a measurement.
    """
    assert expected == dates.duration(seconds)


def test_english_has_its_own_names_and_clock() -> None:
    """
    The English interface does not say "November Senin".
    """
    i18n.use("en")

    assert ("Monday, 23 November 2020", "16:05") == (dates.full_day(THEN), dates.clock(THEN))


@given(past=st.datetimes(timezones=st.just(WIB)), now=st.datetimes(timezones=st.just(WIB)))
def test_any_two_moments_can_be_said(past: datetime, now: datetime) -> None:
    """
    A clock that was wrong for years never makes the window fail.
    """
    assert dates.age(past, now) and dates.full_moment(past) and dates.clock(now)
