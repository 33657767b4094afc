"""The composition root of the window: makes it with all that belongs to it, runs it, and takes it apart again.

Loads at once what a window needs and that needs no Qt, for Qt's libraries come beside it; all else only when it is needed.
"""

from __future__ import annotations

import gc
import threading
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pembaca import i18n, qt_loading
from pembaca.errors import LibraryError, SettingsError
from pembaca.feeds.catalogue import catalogue
from pembaca.library.opening import set_aside
from pembaca.log import begin_log, logger, write_log
from pembaca.presenters import states
from pembaca.presenters.appearance import AppearancePresenter
from pembaca.presenters.articles import ArticlesPresenter
from pembaca.presenters.bundled import samples_of
from pembaca.presenters.changes import ChangesPresenter
from pembaca.presenters.keeping import Keeper
from pembaca.presenters.listing import Listing
from pembaca.presenters.reader import ReaderPresenter
from pembaca.presenters.refreshing import RefreshPresenter
from pembaca.presenters.sources import SourcesPresenter
from pembaca.presenters.telling import Teller
from pembaca.presenters.voices import VoicesPresenter
from pembaca.presenters.window import WindowPresenter
from pembaca.services.reading import Reading
from pembaca.services.samples import sample_media, samples
from pembaca.settings import SettingsStore
from pembaca.voice.client import VoiceClient, worker_command
from pembaca.wiring import keep_within, manner_of, open_fetcher, open_library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pembaca.cancel import CancelToken, Report
    from pembaca.connections import Presenters
    from pembaca.document import Document
    from pembaca.library.library import Library
    from pembaca.model import RefreshReport
    from pembaca.paths import Paths
    from pembaca.services.compare import Comparison
    from pembaca.services.discovery import Found
    from pembaca.speech.utterance import Script
    from pembaca.ui.garbage import MainThreadGarbage
    from pembaca.ui.jobs import Jobs
    from pembaca.ui.look import Look
    from pembaca.ui.main_window import MainWindow
    from pembaca.ui.single_instance import SingleInstance
    from pembaca.viewmodel import MessageItem

_FIRST_NEWS_MS = 4_000  # after the start: the window answers first
_TICK_MS = 15_000
_ANEW = 75  # exit code of a window that wants to be made again, in another language


def run_window(paths: Paths, without_display: Callable[[], None] | None = None) -> int:
    """Show the window until the person closes it, and return the exit code; the process must end then, and collect no garbage.

    Args:
        without_display: is called where no window can be shown, and must end the process.
    Raises:
        LibraryError: the library cannot be opened; a window said so, and the person closed it.
    """
    gc.disable()  # what loads now stays; see MainThreadGarbage for what comes later
    qt_loading.load()
    from pembaca.ui.app import make_application
    from pembaca.ui.garbage import MainThreadGarbage
    from pembaca.ui.single_instance import SingleInstance

    write_log(paths)
    garbage = MainThreadGarbage(make_application(without_display))
    settings = SettingsStore(paths.settings)
    instance = SingleInstance(paths.lock)
    while not instance.take():
        if instance.call_the_first():
            return 0
        if _ask(states.no_answer, settings) != "again":
            return 1
    try:
        code = _ANEW
        while code == _ANEW:
            code = _window_or_message(paths, settings, instance, garbage)
    finally:
        instance.release()  # the garbage stays: what Qt has half taken apart and Python then frees can hang for ever
    return code


def _window_or_message(paths: Paths, settings: SettingsStore, instance: SingleInstance, garbage: MainThreadGarbage) -> int:
    """Run one window; where the library cannot be opened, one that says so and what can be done."""

    _use_language(settings)
    try:
        with open_library(paths) as library:
            return _one_window(library, settings, instance, garbage, paths.lexicon)
    except LibraryError as error:
        fault = error
    logger(__name__).error("the library cannot be opened: %s", fault)
    match _ask(lambda: states.library_closed(fault), settings):
        case "again":
            return _ANEW
        case "anew":
            with suppress(LibraryError):  # the next opening tells it again
                set_aside(paths)
            return _ANEW
        case _:
            raise fault


def _ask(words: Callable[[], MessageItem], settings: SettingsStore) -> str:
    """Show a window with nothing but a message, and return the id of the button that was pressed; "" if it was closed."""
    from pembaca.ui.look import Look
    from pembaca.ui.message_window import MessageWindow

    _use_language(settings)
    look = Look()
    look.apply(settings.current)
    return MessageWindow(look).ask(words())


def _use_language(settings: SettingsStore) -> None:
    from pembaca.ui.app import make_application, use_language

    i18n.use(settings.current.language)
    use_language(make_application())


def _one_window(
    library: Library, settings: SettingsStore, instance: SingleInstance, garbage: MainThreadGarbage, lexicon: Path
) -> int:
    """Build one window with all that belongs to it, run it, and take it apart again."""
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer
    from PySide6.QtWidgets import QApplication

    from pembaca.connections import connect
    from pembaca.ui.app import tell_unexpected
    from pembaca.ui.jobs import Jobs
    from pembaca.ui.look import Look
    from pembaca.ui.main_window import MainWindow

    def media(name: str) -> Path | None:
        with suppress(LibraryError):  # no name of ours: the article is shown without that picture
            return library.media_path(name) if "/" in name else sample_media(name)
        return None

    look = Look()
    look.apply(settings.current)
    window = MainWindow(look, media)
    jobs = Jobs(window, waits=True)
    stands = threading.Event()
    presenters = presenters_of(library, settings, jobs, look, stands=stands, lexicon=lexicon)
    try:
        connect(window, presenters)
        tell_unexpected(presenters.teller.tell_uncaught)
        window.restore(settings.current)
        window.painted.connect(stands.set)
        window.painted.connect(jobs.begin)
        window.painted.connect(begin_log)
        window.show()  # its parts have their sizes from here on, so that each is laid out once; painted is what they show then
        presenters.articles.start()
        if library.recovered is not None:
            told = states.recovered(library.recovered)
            window.show_message(told)
            window.say(f"{told.title}. {told.sentence}")
        instance.raise_requested.connect(window.come_to_front)
        window.language_requested.connect(lambda: _change_language(settings, window))
        window.closing.connect(lambda: _remember_window(settings, window))
        window.list_pane.list.setFocus()
        window.list_pane.list.expect_focus(True)
        window.painted.connect(lambda: window.list_pane.list.expect_focus(False))
        QTimer.singleShot(1000, window, instance.listen)
        QTimer.singleShot(1500, window, garbage.settle)
        for number, panel in enumerate(("appearance", "voice", "feeds")):  # in time for the first key that opens one
            QTimer.singleShot(2000 + 500 * number, window, lambda name=panel: window.make_panel(name))
        QTimer.singleShot(_FIRST_NEWS_MS, window, lambda: _fetch_by_itself(window, library, settings, presenters))
        return QApplication.exec()
    finally:
        stands.set()
        tell_unexpected(None)
        presenters.reader.close()
        jobs.close()
        window.deleteLater()  # at once: nothing of it may ask the library once that is closed
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _fetch_by_itself(window: MainWindow, library: Library, settings: SettingsStore, presenters: Presenters) -> None:
    """Fetch news now, every so often, and when the network comes back, for as long as the window is open."""
    import time

    from PySide6.QtCore import QTimer

    from pembaca.presenters.clock import ClockPresenter
    from pembaca.presenters.schedule import SchedulePresenter
    from pembaca.ui.network import NetworkWatch

    clock = ClockPresenter(library, lambda: datetime.now(UTC), window)
    clock.look()
    plan = SchedulePresenter(library, presenters.refreshing, settings, lambda: datetime.now(UTC), time.monotonic)
    ticking = QTimer(window, interval=_TICK_MS)
    ticking.timeout.connect(clock.look)
    ticking.timeout.connect(plan.tick)
    ticking.start()
    NetworkWatch(window).came_back.connect(plan.network_came_back)
    plan.start()


def presenters_of(
    library: Library,
    settings: SettingsStore,
    jobs: Jobs,
    look: Look,
    voice: tuple[str, ...] | None = None,
    stands: threading.Event | None = None,
    lexicon: Path | None = None,
) -> Presenters:
    """Make the presenters of one window.

    Args:
        voice: the command of the voice process (None: the usual one).
        stands: set once the window has been drawn; the voice waits for it (None: it does not wait).
        lexicon: the file of the person's own dictionary (None: there is none).
    """
    from pembaca.connections import Presenters

    def prepare(document: Document, feed: str = "", until: int | None = None) -> Script:
        from pembaca.speech.script import prepare as prepare_script  # heavy tables: not before the first article

        return prepare_script(document, manner_of(lexicon, settings.current, feed), until)

    def compare(old: Document, new: Document) -> Comparison:
        from pembaca.services.compare import compare as compare_texts  # not before an article was changed

        return compare_texts(old, new)

    def refresh(urls: tuple[str, ...], cancel: CancelToken, report: Report) -> RefreshReport:
        from pembaca.services.refresh import refresh as refresh_feeds

        with open_fetcher() as fetcher:
            done = refresh_feeds(library, fetcher, urls, now=lambda: datetime.now(UTC), cancel=cancel, report=report)
        keep_within(library, settings.current, cancel)
        return done

    def find(url: str, cancel: CancelToken, report: Report) -> tuple[Found, ...]:
        from pembaca.services.discovery import find as find_feeds

        with open_fetcher(is_quick=True) as fetcher:
            return find_feeds(url, fetcher, cancel, report=report)

    comes_along = samples_of(*samples())

    def now() -> datetime:
        return datetime.now().astimezone()

    current = settings.current
    reading = Reading(
        lambda on_event: VoiceClient(voice or worker_command(), on_event, gate=stands),
        jobs.post,
        rate_wpm=current.rate_wpm,
        volume=current.volume,
        voice=current.voice,
    )
    teller = Teller()
    keeper = Keeper(library, jobs, settings, teller)
    changes = ChangesPresenter(library, compare, jobs, keeper)
    reader = ReaderPresenter(library, comes_along, prepare, reading, jobs, keeper, changes)
    reading.listener = reader
    listing = Listing(library, comes_along, lambda: reader.article_id if reader.is_playing else None, now)
    articles = ArticlesPresenter(library, listing, reader, keeper, current)
    refreshing = RefreshPresenter(library, refresh, catalogue()[0].url, articles, jobs, teller, now)
    sizes = look.tokens.article
    names = (*((theme.id, theme.name) for theme in look.tokens.themes), ("sistem", look.tokens.follow_name))
    appearance = AppearancePresenter(settings, keeper, sizes.steps, sizes.default, names)
    sources = SourcesPresenter(library, catalogue, articles, refreshing, keeper, now, jobs, find, settings, teller)
    voices = VoicesPresenter(reading, prepare, keeper, settings, reader.prepare_anew)
    window = WindowPresenter(reader, articles, refreshing, appearance, sources, voices, changes)
    return Presenters(teller, keeper, reader, articles, refreshing, appearance, sources, voices, window, changes)


def _remember_window(settings: SettingsStore, window: MainWindow) -> None:
    with suppress(SettingsError):  # the place of a window is not worth a word while it closes
        settings.change(window=window.place(), is_maximized=window.isMaximized())


def _change_language(settings: SettingsStore, window: MainWindow) -> None:
    from PySide6.QtWidgets import QApplication

    with suppress(SettingsError):
        settings.change(language="id" if i18n.current() == "en" else "en")
    window.close()
    QApplication.exit(_ANEW)
