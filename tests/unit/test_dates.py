"""Facts of dates as feeds and pages write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembaca.dates import parse_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("Mon, 23 Nov 2020 16:05:41 +0700", "2020-11-23T16:05:41+07:00"),
        ("Mon, 23 Nov 2020 16:05:41 GMT", "2020-11-23T16:05:41+00:00"),
        ("Mon, 23 Nov 2020 16:05:41", "2020-11-23T16:05:41+07:00"),
        ("2020-11-23T16:05:41+08:00", "2020-11-23T16:05:41+08:00"),
        ("2020-11-23T09:05:41Z", "2020-11-23T09:05:41+00:00"),
        ("2020-11-23 16:05:41", "2020-11-23T16:05:41+07:00"),
        ("2020-11-23", "2020-11-23T00:00:00+07:00"),
        ("Kamis (11/9/2025)", "2025-09-11T00:00:00+07:00"),
        ("Sabtu, 06 Juni 2026 09:30:00 WIB", "2026-06-06T09:30:00+07:00"),
        ("Senin, 23 November 2020 | 16.05 WITA", "2020-11-23T16:05:00+08:00"),
        ("23 Nopember 2020 pukul 16.05 WIT", "2020-11-23T16:05:00+09:00"),
        ("Jum'at, 5 Agt 2023", "2023-08-05T00:00:00+07:00"),
        ("Jum, 06/05/2026 - 09:30", "2026-06-05T09:30:00+07:00"),
        ("Rab, 06/05/2026 - 09:30", "2026-05-06T09:30:00+07:00"),
        ("23/11/2020 16:05", "2020-11-23T16:05:00+07:00"),
        ("03 Maret 2026 1.204 kali dibaca", "2026-03-03T00:00:00+07:00"),
        ("June 5, 2024 3:04 pm", "2024-06-05T15:04:00+07:00"),
        ("Ditulis pada 17 Agustus 1995 oleh Humas", "1995-08-17T00:00:00+07:00"),
    ],
)
def test_dates_keep_the_offset_that_was_written(written: str, iso: str) -> None:
    """
    A time without a zone is Jakarta's; a weekday settles which number is the month.
    """
    found = parse_date(written)

    assert found is not None
    assert iso == found.isoformat()


@pytest.mark.parametrize(
    "written",
    [
        "",
        "kemarin",
        "0000-00-00 00:00:00",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "31/31/2020",
        "30 Februari 2024",
        "99999",
        "9999-12-31",
    ],
)
def test_junk_is_no_date(written: str) -> None:
    """
    A wrong date sorts an article where nobody finds it.
    """
    assert parse_date(written) is None


@given(st.text(max_size=80))
def test_any_text_gives_an_aware_date_or_none(text: str) -> None:
    """
    No feed can stop the program with a date.
    """
    found = parse_date(text)

    assert found is None or found.tzinfo is not None


@given(
    st.datetimes(datetime(1991, 1, 1), datetime(2099, 12, 31)).map(lambda moment: moment.replace(microsecond=0)),
    st.integers(-11, 12).map(lambda hours: timezone(timedelta(hours=hours))),
)
def test_standard_dates_come_back_as_they_were(moment: datetime, zone: timezone) -> None:
    """
    Both standard forms lose nothing.
    """
    moment = moment.replace(tzinfo=zone)

    for written in (format_datetime(moment), moment.isoformat()):
        found = parse_date(written)
        assert found is not None
        assert (moment, moment.utcoffset()) == (found.astimezone(UTC), found.utcoffset())


@pytest.mark.parametrize("text", ["Mon, 01 Jan 0000 00:00:00 GMT", "01 Jan 0099 00:00:00 GMT", "Mon, 01 Jan 0026 10:00:00 +0700"])
def test_a_year_of_four_digits_is_no_year_of_this_century(text: str) -> None:
    """
    A database's empty date must not be told as New Year 2000.
    """
    assert parse_date(text) is None
