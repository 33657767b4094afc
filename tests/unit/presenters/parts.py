"""Presenters on a real library with views that keep what they are told, and work done when a test says so. Holds no test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from tests.scripts import script_of

from pembaca.cancel import CancelToken, Progress, Report, silent
from pembaca.document import Document, Paragraph
from pembaca.errors import PembacaError
from pembaca.feeds.catalogue import CatalogueFeed
from pembaca.library.library import Library
from pembaca.model import RefreshReport, Sample, StoredEntry, Validators
from pembaca.paths import find
from pembaca.presenters.appearance import AppearancePresenter
from pembaca.presenters.articles import ArticlesPresenter
from pembaca.presenters.changes import ChangesPresenter
from pembaca.presenters.keeping import Keeper
from pembaca.presenters.listing import Listing
from pembaca.presenters.reader import ReaderPresenter
from pembaca.presenters.refreshing import RefreshPresenter
from pembaca.presenters.sources import SourcesPresenter
from pembaca.presenters.telling import Teller
from pembaca.presenters.voices import VoicesPresenter
from pembaca.presenters.window import WindowPresenter
from pembaca.services.compare import compare
from pembaca.services.discovery import Found
from pembaca.services.reading import Reading
from pembaca.settings import SettingsStore
from pembaca.speech.utterance import Script
from pembaca.viewmodel import ArticleItem, Place
from pembaca.voice import protocol

Result = TypeVar("Result")
FEED, OTHER = "https://contoh.go.id/feed", "https://lain.go.id/feed"
THEMES = (("terang", {"id": "Terang", "en": "Light"}), ("gelap", {"id": "Gelap", "en": "Dark"}))
NOW = datetime(2026, 7, 1, 3, 0, tzinfo=UTC)


class ByHand:
    """Jobs: long work waits for ``work``, writes are done at once."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[CancelToken, Report], Result],
        done: Callable[[Result], None],
        failed: Callable[[PembacaError], None],
        progress: Callable[[Progress], None] | None = None,
    ) -> CancelToken:
        """See Jobs."""
        token = CancelToken()

        def task() -> None:
            try:
                result = work(token, progress or silent)
            except PembacaError as error:
                failed(error)
            else:
                done(result)

        self.waiting.append(task)
        return token

    def save(
        self, work: Callable[[], None], failed: Callable[[PembacaError], None], done: Callable[[], None] | None = None
    ) -> None:
        """See Jobs."""
        try:
            work()
        except PembacaError as error:
            failed(error)
        else:
            if done is not None:
                done()

    def work(self) -> None:
        """Do what waits, and what comes of it."""
        while self.waiting:
            self.waiting.pop(0)()


class Voice:
    """A way to the voice on which nobody answers by himself."""

    def __init__(self) -> None:
        self.sent: list[protocol.Request] = []

    def send(self, request: protocol.Request) -> None:
        """Keep it."""
        self.sent.append(request)

    def retry(self) -> None:
        """Nobody is there."""

    def close(self) -> None:
        """Nobody is there."""

    @property
    def is_playing(self) -> bool:
        """Whether something was ordered to sound after the last stop."""
        orders = [request for request in self.sent if isinstance(request, protocol.Play | protocol.Stop)]
        return bool(orders) and isinstance(orders[-1], protocol.Play)


class Views:
    """Every view in one. Orders are kept in ``told`` as (name, first argument); ``answers`` says what they return (False)."""

    def __init__(self) -> None:
        self.answers: dict[str, bool] = {}
        self.told: list[tuple[str, Any]] = []
        self.second: list[tuple[str, Any]] = []
        self.items: tuple[ArticleItem, ...] = ()
        self.more: Any = None
        self.current: int | None = None

    def __getattr__(self, name: str) -> Callable[..., bool]:
        def take(*arguments: Any, **named: Any) -> bool:
            self.told.append((name, arguments[0] if arguments else None))
            self.second.append((name, arguments[1] if len(arguments) > 1 else None))
            return self.answers.get(name, False)

        return take

    def of(self, name: str) -> list[Any]:
        """What came with all orders of that name."""
        return [argument for told, argument in self.told if told == name]

    def of2(self, name: str) -> list[Any]:
        """What came second with all orders of that name."""
        return [argument for told, argument in self.second if told == name]

    def page(self) -> str:
        """The title of what the page shows."""
        return next(what.title for name, what in reversed(self.told) if name in ("show_document", "show_message"))

    def place(self) -> Place:
        """What the bar says of the place."""
        return self.of("set_place")[-1]

    def show_items(self, items: tuple[ArticleItem, ...], load_more: object = None) -> None:
        """See Rows."""
        self.items, self.more = items, load_more
        if self.current not in [item.id for item in items]:
            self.current = items[0].id if items else None

    def set_current(self, article_id: int) -> bool:
        """See Rows."""
        self.current = article_id
        return True

    def current_id(self) -> int | None:
        """See Rows."""
        return self.current

    def count(self) -> int:
        """See Rows."""
        return len(self.items)

    def neighbour(self, article_id: int | None, step: int) -> int | None:
        """See Rows."""
        ids = [item.id for item in self.items]
        at = ids.index(article_id) + step if article_id in ids else 0
        return ids[at] if 0 <= at < len(ids) else None

    def caret_offset(self) -> int:
        """See Page."""
        return 0


class Desk:
    """The presenters of a window without the window."""

    def __init__(self, home: Path) -> None:
        self._paths = find(home / "data")
        self._open()

    def _open(self) -> None:
        paths = self._paths
        self.library, self.settings = Library.open(paths), SettingsStore(paths.settings)
        self.jobs, self.voice, self.views = ByHand(), Voice(), Views()
        self.refreshed: list[tuple[str, ...]] = []
        self.found: tuple[Found, ...] | PembacaError = ()
        self.looked: list[str] = []
        self.report: RefreshReport | PembacaError = RefreshReport(())
        samples = tuple(
            Sample(-nth, Document(title, (Paragraph("Satu. Dua."),)), "Pembaca") for nth, title in ((1, "Contoh"), (2, "Panduan"))
        )
        views: Any = self.views
        self.teller = Teller()
        self.teller.attach(views)
        self.keeper = Keeper(self.library, self.jobs, self.settings, self.teller)
        self.reading = Reading(lambda on_event: self.voice, lambda call: call())
        self.changes = ChangesPresenter(self.library, compare, self.jobs, self.keeper)
        self.reader = ReaderPresenter(self.library, samples, _prepare, self.reading, self.jobs, self.keeper, self.changes)
        self.reading.listener = self.reader
        self.listing = Listing(self.library, samples, lambda: None, lambda: NOW)
        self.articles = ArticlesPresenter(self.library, self.listing, self.reader, self.keeper, self.settings.current)
        self.refreshing = RefreshPresenter(self.library, self._refresh, FEED, self.articles, self.jobs, self.teller, lambda: NOW)
        offered = lambda: (CatalogueFeed("Lain", OTHER, "seen", "Kementerian"),)  # noqa: E731
        self.sources = SourcesPresenter(
            self.library,
            offered,
            self.articles,
            self.refreshing,
            self.keeper,
            lambda: NOW,
            self.jobs,
            self._find,
            self.settings,
            self.teller,
        )
        self.appearance = AppearancePresenter(self.settings, self.keeper, (24, 28, 32), 28, THEMES)
        self.voices = VoicesPresenter(self.reading, _prepare, self.keeper, self.settings, self.reader.prepare_anew)
        others = self.appearance, self.sources, self.voices, self.changes
        self.window = WindowPresenter(self.reader, self.articles, self.refreshing, *others)
        self.reader.attach(views, views, views, self.articles)
        self.changes.attach(views, views, self.articles)
        self.articles.attach(views, views, views)
        self.refreshing.attach(views, views)
        self.sources.attach(views, views)
        self.sources.adding.attach(views, views.say)
        self.sources.details.attach(views)
        self.sources.automatic.attach(views)
        self.sources.lists.attach(views, views.say)
        self.refreshing.ended = self.sources.refreshed
        self.appearance.attach(views)
        self.appearance.attach_panel(views)
        self.voices.attach(views, views.say)
        self.voices.attach_panel(views)
        self.window.attach(views)

    def again(self) -> Desk:
        """Close everything and start anew with what was kept."""
        self.library.close()
        self._open()
        return self

    def _find(self, url: str, cancel: CancelToken, report: Report) -> tuple[Found, ...]:
        self.looked.append(url)
        report(Progress(2, 8, url))
        cancel.check()
        if isinstance(self.found, PembacaError):
            raise self.found
        return self.found

    def _refresh(self, urls: tuple[str, ...], cancel: CancelToken, report: Report) -> RefreshReport:
        self.refreshed.append(urls)
        if isinstance(self.report, PembacaError):
            raise self.report
        return self.report


def _prepare(document: Document, feed: str = "", until: int | None = None) -> Script:
    script = script_of(document.text)
    if until is None:
        return script
    return Script(script.language, script.utterances[: script.index_at(until) + 2], is_whole=False)


def store(library: Library, *titles: str, feed: str = FEED, text: str = "Kalimat satu. Kalimat dua. Kalimat tiga.") -> None:
    """Store articles as a refresh would, the first one newest."""
    library.add_feed(feed)
    documents = [Document(title, (Paragraph(text),), f"{feed}/{title}") for title in titles]
    entries = tuple(StoredEntry(one.title, one.url, f"{one.title} {text}", one, "") for one in documents)
    library.apply(feed, entries, title="Berita", validators=Validators(), fetched_at=NOW)
