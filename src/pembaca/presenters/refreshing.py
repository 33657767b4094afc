"""Get news in the background: progress, what came, and what went wrong, in words. No Qt; main thread only."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from pembaca.cancel import CancelToken, Progress, Report
from pembaca.errors import Cancelled, PembacaError
from pembaca.i18n import tr, trn
from pembaca.model import RefreshReport
from pembaca.presenters import dates, messages, states

if TYPE_CHECKING:
    from datetime import datetime

    from pembaca.library.library import Library
    from pembaca.presenters.articles import ArticlesPresenter
    from pembaca.presenters.jobs import Jobs
    from pembaca.presenters.telling import Teller

Refresh = Callable[[tuple[str, ...], CancelToken, Report], RefreshReport]


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
    """Starts a refresh, never two at once; a second order while one runs cancels it.

    A quiet one, which nobody asked for, is seen only when it brings something and heard only if nobody listens to an
    article; an order meanwhile makes it an asked one. ``finished`` is called after each, with None if it broke off,
    ``ended`` too, for who shows how the feeds are.
    """

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
        self._urls: tuple[str, ...] = ()
        self._is_quiet = self._is_shown = False
        self.ended: Callable[[], None] = lambda: None
        self.finished: Callable[[RefreshReport | None], None] = lambda _report: None

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
        elif not self._is_shown:
            self.start(self._library.feed_urls())
        elif not self._running.is_cancelled:
            self._running.cancel()
            self._waiting = ()
            self._window.say(tr("Pengambilan berita dihentikan"))

    def start(self, urls: tuple[str, ...] = ()) -> None:
        """Fetch *urls*, or every feed; the ministry's feed is added when there is none. While a refresh runs, *urls* wait."""
        if self._running is None:
            self._run(urls or self._library.feed_urls())
        elif self._is_quiet:
            known = {*self._urls, *self._waiting}
            self._waiting += tuple(url for url in urls if url not in known)
        else:
            self._waiting += urls
        self._is_quiet = False
        self._show()

    def start_quietly(self, urls: tuple[str, ...]) -> None:
        """Fetch *urls* without a word, unless something runs."""
        if self._running is None:
            self._run(urls)
            self._is_quiet = True

    # -- inside

    def _run(self, wanted: tuple[str, ...]) -> None:
        def work(cancel: CancelToken, report: Report) -> RefreshReport:
            if not wanted:
                self._library.add_feed(self._default_feed)
            return self._refresh(wanted or (self._default_feed,), cancel, report)

        self._urls = wanted
        self._running = self._jobs.run(work, self._done, self._failed, self._progress)

    def _show(self) -> None:
        """Show that news are being fetched, and say so if a person asked."""
        if self._is_shown:
            return
        self._is_shown = True
        self._window.set_busy(True)
        if not self._is_quiet and not self._window.is_refresh_focused():
            self._window.say(tr("Mengambil berita"))
        self._view.set_progress(0, 0, tr("Mengambil berita"))

    def _progress(self, step: Progress) -> None:
        if self._running is None or (self._is_quiet and step.total <= len(self._urls)):
            return  # nothing came yet that anybody would wait for
        self._show()
        if step.total:
            text = tr("Mengambil berita, {done} dari {total}", done=step.done, total=step.total)
        else:
            text = tr("Mengambil berita")
        self._view.set_progress(step.done, step.total, text)

    def _end(self) -> bool:
        """Show that the fetching has ended, and return whether it was a quiet one."""
        is_quiet, is_shown = self._is_quiet, self._is_shown
        self._running = None
        self._is_quiet = self._is_shown = False
        if is_shown:
            self._window.set_busy(False)
            self._view.set_progress(0, 0, None)
        self._articles.news_came()
        self.ended()
        return is_quiet

    def _failed(self, error: PembacaError) -> None:
        is_quiet = self._end()
        if not isinstance(error, Cancelled):  # who ended it was told then
            self._teller.tell(error, is_asked=not is_quiet)
        self.finished(None)
        self._go_on()

    def _done(self, report: RefreshReport) -> None:
        (self._tell_quietly if self._end() else self._tell)(report)
        self.finished(report)
        self._go_on()

    def _tell(self, report: RefreshReport) -> None:
        failed = sum(outcome.status == "failed" for outcome in report.feeds)
        if report.is_lost:
            title, sentence = self._loss(report)
            if self._has_articles() or not self._articles.show_message(states.refresh_failed(title, sentence)):
                self._window.show_offline((title, sentence))
            self._window.say(f"{title}. {sentence}")
        elif failed:
            self._window.show_fault(
                _news(report), trn("{n} sumber gagal, lihat Sumber.", "{n} sumber gagal, lihat Sumber.", failed)
            )
        else:
            self._window.show_offline(None)
            self._window.say(tr("{words}. Berita sudah diperbarui.", words=_news(report)))

    def _tell_quietly(self, report: RefreshReport) -> None:
        if report.is_lost:
            self._window.show_offline(self._loss(report))
            return
        self._window.show_offline(None)
        if report.new and not self._articles.is_heard:
            self._window.say(_news(report))

    def _go_on(self) -> None:
        """Fetch what was asked for meanwhile."""
        waiting, self._waiting = self._waiting, ()
        if waiting:
            self.start(waiting)

    def _has_articles(self) -> bool:
        return self._library.counts().total > 0

    def _loss(self, report: RefreshReport) -> tuple[str, str]:
        """Say in a title and a sentence why nothing came; without a network that is no error."""
        faults = [outcome.error for outcome in report.feeds if outcome.error is not None]
        if self._has_articles() and all(fault.is_offline for fault in faults):
            title = offline_title(self._library.last_refresh(), self._now())
            return title, tr("Tidak ada jaringan. Membaca, mencari, dan mendengarkan tetap bisa.")
        message = messages.of_fault(faults[0])
        return message.title, message.sentence if self._has_articles() else message.action


def offline_title(refreshed_at: datetime | None, now: datetime) -> str:
    """Say how old the copy is that the person reads."""
    if refreshed_at is None:
        return tr("Anda membaca salinan yang tersimpan")
    return tr("Anda membaca salinan {when}, {age}", when=dates.moment_long(refreshed_at, now), age=dates.age(refreshed_at, now))


def _news(report: RefreshReport) -> str:
    return trn("{n} artikel baru", "{n} artikel baru", report.new) if report.new else tr("Tidak ada artikel baru")
