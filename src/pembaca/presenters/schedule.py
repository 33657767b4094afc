"""Fetch news by itself: at the start, every so often, and when the network is back. No Qt; main thread only."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from pembaca.services import schedule

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from pembaca.library.library import Library
    from pembaca.model import RefreshReport
    from pembaca.presenters.refreshing import RefreshPresenter
    from pembaca.settings import SettingsStore


class SchedulePresenter:
    """Asks for what is due, quietly: whoever did not ask for news hears only of news.

    A library without a feed is left alone: the first feed is a person's choice.
    """

    def __init__(
        self,
        library: Library,
        refreshing: RefreshPresenter,
        settings: SettingsStore,
        moment: Callable[[], datetime],
        seconds: Callable[[], float],
    ) -> None:
        self._library = library
        self._refreshing = refreshing
        self._settings = settings
        self._moment = moment
        self._seconds = seconds
        self._last = schedule.Attempt(moment(), seconds())
        self._chance = random.random()
        refreshing.finished = self.refreshed

    def start(self) -> None:
        """Fetch once the window stands."""
        if self._settings.current.refresh_minutes != schedule.NEVER:
            self._fetch()

    def tick(self) -> None:
        """Look whether it is time; called every few seconds."""
        minutes = self._settings.current.refresh_minutes
        if schedule.is_time(self._last, minutes, self._moment(), self._seconds(), self._chance):
            self._fetch(is_back=self._last.offline > 0)

    def network_came_back(self) -> None:
        """Fetch what the missing network kept away."""
        if self._settings.current.refresh_minutes != schedule.NEVER:
            self._fetch(is_back=True)

    def refreshed(self, report: RefreshReport | None) -> None:
        """Note that a refresh has ended, asked for or not; None: it broke off."""
        faults = [outcome.error for outcome in report.feeds if outcome.error is not None] if report is not None else []
        is_offline = report is not None and report.is_lost and all(fault.is_offline for fault in faults)
        self._note(self._last.offline + 1 if is_offline else 0)

    def _fetch(self, *, is_back: bool = False) -> None:
        if self._refreshing.is_running:
            return
        fine, in_trouble = self._library.feed_urls(is_fine=True), self._library.feeds_in_trouble()
        urls = schedule.due_feeds(fine, in_trouble, self._moment(), is_back=is_back)
        self._note(self._last.offline)
        if urls:
            self._refreshing.start_quietly(urls)

    def _note(self, offline: int) -> None:
        self._last = schedule.Attempt(self._moment(), self._seconds(), offline)
        self._chance = random.random()
