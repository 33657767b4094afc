"""Get news in the background: progress, what came, and what went wrong, in words. No Qt; main thread only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from pembaca.cancel import CancelToken, Progress, Report
from pembaca.errors import Cancelled, PembacaError
from pembaca.i18n import tr, trn
from pembaca.library.library import Library
from pembaca.model import RefreshReport
from pembaca.presenters import dates, messages, states
from pembaca.presenters.articles import ArticlesPresenter
from pembaca.presenters.jobs import Jobs
from pembaca.presenters.telling import Teller

Refresh = Callable[[tuple[str, ...], CancelToken, Report], RefreshReport]

_OFFLINE_CODES = frozenset({"dns", "connection", "timeout"})


class RefreshView(Protocol):
    """Shows that news are being fetched."""

    def set_progress(self, done: int, total: int, text: str | None) -> None: ...


class RefreshWindow(Protocol):
    """What the window itself shows of it."""

    def say(self, text: str) -> None: ...
    def set_busy(self, is_busy: bool) -> None: ...
    def is_refresh_focused(self) -> bool: ...
    def show_offline(self, message: tuple[str, str] | None) -> None: ...
    def show_fault(self, title: str, sentence: str) -> None: ...


class RefreshPresenter:
    """Starts a refresh, never two at once; a second order while one runs cancels it."""

    def __init__(
        self,
        library: Library,
        refresh: Refresh,
        default_feed: str,
        articles: ArticlesPresenter,
        jobs: Jobs,
        teller: Teller,
        now: Callable[[], datetime],
    ) -> None:
        self._library = library
        self._refresh = refresh
        self._default_feed = default_feed
        self._articles = articles
        self._jobs = jobs
        self._teller = teller
        self._now = now
        self._running: CancelToken | None = None
        self._waiting: tuple[str, ...] = ()

    def attach(self, view: RefreshView, window: RefreshWindow) -> None:
        """Take the views; called once, before anything else."""
        self._view, self._window = view, window

    @property
    def is_running(self) -> bool:
        """Whether news are being fetched now."""
        return self._running is not None

    def toggle(self) -> None:
        """Fetch all feeds, or end the fetching that runs."""
        if self._running is None:
            self.start()
        elif not self._running.is_cancelled:
            self._running.cancel()
            self._waiting = ()
            self._window.say(tr("Pengambilan berita dihentikan"))

    def start(self, urls: tuple[str, ...] = ()) -> None:
        """Fetch *urls*, or every feed; the ministry's feed is added when there is none. While a refresh runs, *urls* wait."""
        if self._running is not None:
            self._waiting += urls
            return
        wanted = urls or tuple(feed.url for feed in self._library.feeds())
        self._window.set_busy(True)
        if not self._window.is_refresh_focused():
            self._window.say(tr("Mengambil berita"))
        self._view.set_progress(0, 0, tr("Mengambil berita"))

        def work(cancel: CancelToken, report: Report) -> RefreshReport:
            if not wanted:
                self._library.add_feed(self._default_feed)
            return self._refresh(wanted or (self._default_feed,), cancel, report)

        self._running = self._jobs.run(work, self._done, self._failed, self._progress)

    # -- inside

    def _progress(self, step: Progress) -> None:
        if step.total:
            text = tr("Mengambil berita, {done} dari {total}", done=step.done, total=step.total)
        else:
            text = tr("Mengambil berita")
        self._view.set_progress(step.done, step.total, text)

    def _end(self) -> None:
        self._running = None
        self._window.set_busy(False)
        self._view.set_progress(0, 0, None)
        self._articles.news_came()

    def _failed(self, error: PembacaError) -> None:
        self._end()
        if not isinstance(error, Cancelled):  # who ended it was told then
            self._teller.tell(error, is_asked=True)
        self._go_on()

    def _done(self, report: RefreshReport) -> None:
        self._end()
        failed = sum(outcome.status == "failed" for outcome in report.feeds)
        if report.is_lost:
            self._window.say(self._show_lost(report))
        elif failed:
            self._window.show_fault(
                _news(report), trn("{n} sumber gagal, lihat Sumber.", "{n} sumber gagal, lihat Sumber.", failed)
            )
        else:
            self._window.show_offline(None)
            self._window.say(tr("{words}. Berita sudah diperbarui.", words=_news(report)))
        self._go_on()

    def _go_on(self) -> None:
        """Fetch what was asked for meanwhile."""
        waiting, self._waiting = self._waiting, ()
        if waiting:
            self.start(waiting)

    def _show_lost(self, report: RefreshReport) -> str:
        faults = [outcome.error for outcome in report.feeds if outcome.error is not None]
        message = messages.of_fault(faults[0])
        has_articles = self._library.counts().total > 0
        if has_articles and all(fault.code in _OFFLINE_CODES for fault in faults):
            title = offline_title(self._library.last_refresh(), self._now())
            sentence = tr("Tidak ada jaringan. Membaca, mencari, dan mendengarkan tetap bisa.")
        else:
            title, sentence = message.title, message.sentence if has_articles else message.action
        if has_articles or not self._articles.show_message(states.refresh_failed(title, sentence)):
            self._window.show_offline((title, sentence))
        return f"{title}. {sentence}"


def offline_title(refreshed_at: datetime | None, now: datetime) -> str:
    """Say how old the copy is that the person reads."""
    if refreshed_at is None:
        return tr("Anda membaca salinan yang tersimpan")
    return tr("Anda membaca salinan {when}, {age}", when=dates.moment_long(refreshed_at, now), age=dates.age(refreshed_at, now))


def _news(report: RefreshReport) -> str:
    return trn("{n} artikel baru", "{n} artikel baru", report.new) if report.new else tr("Tidak ada artikel baru")
