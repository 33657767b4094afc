"""pembaca.presenters.clock: a clock that went back is told once while it is so."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.unit.presenters.parts import NOW, Desk, store

from pembaca.library.library import Library
from pembaca.paths import find
from pembaca.presenters import doctor
from pembaca.presenters.clock import ClockPresenter, words
from pembaca.services.doctor import Finding, examine
from pembaca.services.retention import keep_within


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        """Return what it says."""
        return self.now


def told(desk: Desk, clock: Clock, *days: float) -> list[str]:
    """Look once with the clock so many days after the last refresh, for each, and return what was told."""
    watch = ClockPresenter(desk.library, clock, desk.views)  # type: ignore[arg-type]
    for number in days:
        clock.now = NOW + timedelta(days=number)
        watch.look()
    return desk.views.of("show_fault")


@pytest.mark.parametrize(("days", "times"), [((0,), 0), ((-0.9,), 0), ((400,), 0), ((-1.1, -1.1, -500), 1), ((-2, 0, -2), 2)])
def test_a_clock_that_went_back_is_told_once_while_it_is_so(desk: Desk, days: tuple[float, ...], times: int) -> None:
    """
    A dead battery explains wrong dates; told every few seconds it would be a nuisance.
    """
    store(desk.library, "Satu")

    assert times == len(told(desk, Clock(), *days))


def test_nothing_is_told_of_an_empty_library(desk: Desk) -> None:
    """
    Nothing was fetched that the clock could be behind.
    """
    assert [] == told(desk, Clock(), -9000)


def test_the_words_say_when_and_that_nothing_is_lost(desk: Desk) -> None:
    """
    A date, what to look at, and what still holds.
    """
    title, sentence = words(NOW)

    assert title.startswith("Jam komputer mundur: berita terakhir diambil pada Rabu, 1 Juli 2026, pukul ")
    assert "tetap ada" in sentence


def test_list_marks_and_retention_are_as_before_with_a_clock_far_back(desk: Desk) -> None:
    """
    A clock at 1970 orders nothing anew, lets nothing go, and asks the feed again.
    """
    store(desk.library, "Satu", "Dua", "Tiga")
    for row in desk.library.articles():
        desk.library.set_read(row.id, True)
    before = desk.library.articles()
    keep_within(desk.library, now=datetime.fromtimestamp(86_400, NOW.tzinfo))

    assert before == desk.library.articles()
    assert all(feed.may_be_asked(datetime.fromtimestamp(86_400, NOW.tzinfo)) for feed in desk.library.feeds())


def test_the_doctor_finds_it_too(tmp_path: Path) -> None:
    """
    The first question of a support call about wrong dates; also where no refresh has noted the clock yet.
    """
    paths = find(tmp_path / "data")
    library = Library.open(paths)
    store(library, "Satu")
    library.unchanged("https://contoh.go.id/feed", datetime.now(NOW.tzinfo) + timedelta(days=30))
    library.close()
    (found,) = (finding for finding in examine(paths) if finding.check == "library")

    assert ("warn", "clock_back") == (found.status, found.code)
    assert doctor.check(found).message.startswith("Jam komputer mundur")
    assert doctor.check(Finding("library", "ok", "sound", count=1)).message == "Pustaka utuh, 1 artikel."
