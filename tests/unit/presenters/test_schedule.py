"""pembaca.presenters.schedule: news that nobody asked for come without disturbing anyone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.unit.presenters.parts import FEED, NOW, OTHER, Desk, store

from pembaca.cancel import Progress
from pembaca.errors import LibraryUnwritable
from pembaca.model import Fault, FeedOutcome, RefreshReport
from pembaca.presenters.schedule import SchedulePresenter

NEWS = RefreshReport((FeedOutcome(FEED, "updated", 3, 0),))
OFFLINE = RefreshReport((FeedOutcome(FEED, "failed", error=Fault("dns", FEED)),))


class Clock:
    """Two clocks that a test moves."""

    def __init__(self) -> None:
        self.minutes = 0.0

    def plan(self, desk: Desk) -> SchedulePresenter:
        """Return a schedule that lives by these clocks."""
        moment = lambda: NOW + timedelta(minutes=self.minutes)  # noqa: E731
        return SchedulePresenter(desk.library, desk.refreshing, desk.settings, moment, lambda: self.minutes * 60)


@pytest.fixture
def clock() -> Clock:
    """Return clocks that stand."""
    return Clock()


def open_desk(desk: Desk) -> None:
    """Open the window on one article."""
    store(desk.library, "Satu")
    desk.articles.start()
    desk.jobs.work()
    desk.views.told.clear()


def test_the_start_fetches_every_feed_without_a_word(desk: Desk, clock: Clock) -> None:
    """
    Who opens the reader in the morning finds the morning's news, and hears nothing about how they came.
    """
    open_desk(desk)
    clock.plan(desk).start()
    desk.report = RefreshReport((FeedOutcome(FEED, "unchanged"),))
    desk.jobs.work()

    assert [(FEED,)] == desk.refreshed
    assert [] == desk.views.of("say")
    assert [] == desk.views.of("set_busy")


def test_an_empty_library_is_left_alone(desk: Desk, clock: Clock) -> None:
    """
    The first feed is the person's choice.
    """
    desk.articles.start()
    clock.plan(desk).start()
    desk.jobs.work()

    assert [] == desk.refreshed
    assert () == desk.library.feeds()


def test_nothing_is_fetched_where_it_is_switched_off(desk: Desk, clock: Clock) -> None:
    """
    A computer that must not fetch does not.
    """
    open_desk(desk)
    desk.settings.change(refresh_minutes=-1)
    plan = clock.plan(desk)
    plan.start()
    clock.minutes = 10_000
    plan.tick()
    plan.network_came_back()
    desk.jobs.work()

    assert [] == desk.refreshed


def test_news_come_each_hour(desk: Desk, clock: Clock) -> None:
    """
    A window that stays open all day stays true all day.
    """
    open_desk(desk)
    plan = clock.plan(desk)
    desk.report = NEWS
    for minutes in (30, 67, 68, 140):
        clock.minutes = minutes
        plan.tick()
        desk.jobs.work()

    assert [(FEED,), (FEED,)] == desk.refreshed


def test_new_articles_are_told_once(desk: Desk, clock: Clock) -> None:
    """
    News are worth a word.
    """
    open_desk(desk)
    desk.report = NEWS
    clock.plan(desk).start()
    desk.jobs.work()

    assert ["3 artikel baru"] == desk.views.of("say")


def test_nobody_is_interrupted_by_news(desk: Desk, clock: Clock) -> None:
    """
    Two voices at once are understood by nobody.
    """
    open_desk(desk)
    desk.reader.toggle()
    desk.report = NEWS
    clock.plan(desk).start()
    desk.jobs.work()

    assert [] == desk.views.of("say")
    assert desk.voice.is_playing


def test_without_a_network_the_age_of_the_copy_is_shown_and_not_said(desk: Desk, clock: Clock) -> None:
    """
    Being offline is no error.
    """
    open_desk(desk)
    desk.report = OFFLINE
    clock.plan(desk).start()
    desk.jobs.work()

    (shown,) = desk.views.of("show_offline")
    assert shown[0].startswith("Anda membaca salinan")
    assert [] == desk.views.of("say")


def test_a_missing_network_is_tried_again_until_it_is_back(desk: Desk, clock: Clock) -> None:
    """
    The card about the age goes by itself.
    """
    open_desk(desk)
    plan = clock.plan(desk)
    desk.report = OFFLINE
    plan.start()
    desk.jobs.work()
    clock.minutes = 0.5
    plan.tick()
    desk.jobs.work()
    assert 1 == len(desk.refreshed)
    clock.minutes = 1.1
    plan.tick()
    desk.jobs.work()
    assert 2 == len(desk.refreshed)

    desk.report = NEWS
    plan.network_came_back()
    desk.jobs.work()

    assert 3 == len(desk.refreshed)
    assert desk.views.of("show_offline")[-1] is None


def test_an_order_meanwhile_is_answered_as_any_order(desk: Desk, clock: Clock) -> None:
    """
    F5 must never end what the person wants.
    """
    open_desk(desk)
    desk.library.add_feed(OTHER)
    desk.refreshing.start_quietly((FEED,))
    desk.report = RefreshReport((FeedOutcome(FEED, "unchanged"),))
    desk.refreshing.toggle()
    desk.jobs.work()

    assert [(FEED,), (OTHER,)] == desk.refreshed
    said = desk.views.of("say")
    assert "Mengambil berita" == said[0]
    assert said[-1].endswith("Berita sudah diperbarui.")


def test_much_that_comes_is_shown_and_can_be_ended(desk: Desk, clock: Clock) -> None:
    """
    Long work shows how far it is.
    """
    open_desk(desk)
    desk.refreshing.start_quietly((FEED,))
    (task,) = desk.jobs.waiting
    desk.refreshing._progress(Progress(1, 40, "Berita"))

    assert [True] == desk.views.of("set_busy")
    assert [] == desk.views.of("say")
    desk.refreshing.toggle()
    assert ["Pengambilan berita dihentikan"] == desk.views.of("say")
    task()
    desk.jobs.waiting.clear()
    assert [True, False] == desk.views.of("set_busy")


def test_a_library_that_cannot_be_written_is_told_and_tried_again(desk: Desk, clock: Clock) -> None:
    """
    A full disk does not end the news for ever.
    """
    open_desk(desk)
    plan = clock.plan(desk)
    desk.report = LibraryUnwritable("library.sqlite3", "full")
    plan.start()
    desk.jobs.work()
    desk.report = NEWS
    clock.minutes = 67
    plan.tick()
    desk.jobs.work()

    assert 2 == len(desk.refreshed)
