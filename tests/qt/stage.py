"""A whole window on a real library, off the screen, with the silent voice: real presenters, real worker process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest

from pembaca import window_wiring
from pembaca.connections import Presenters, connect
from pembaca.document import Document, Paragraph
from pembaca.library.library import Library
from pembaca.model import StoredEntry, Validators
from pembaca.paths import Paths
from pembaca.services.samples import sample_media
from pembaca.settings import SettingsStore
from pembaca.ui.jobs import Jobs
from pembaca.ui.look import Look
from pembaca.ui.main_window import MainWindow
from pembaca.voice.client import worker_command

FEED = "http://127.0.0.1:9/feed.xml"


class Stage:
    """The parts that tests speak to."""

    def __init__(self, window: MainWindow, presenters: Presenters, library: Library, settings: SettingsStore) -> None:
        self.window, self.p, self.library, self.settings = window, presenters, library, settings
        self.look = window.look
        self.rows = window.list_pane.list
        self.page = window.page.article


def document(title: str, *paragraphs: str) -> Document:
    """Return an article."""
    blocks = tuple(Paragraph(text) for text in paragraphs)
    return Document(title, blocks, FEED, datetime(2020, 11, 23, 9, tzinfo=UTC))


def fill(library: Library, documents: tuple[Document, ...], feed: str = FEED) -> None:
    """Store articles as a refresh would."""
    library.add_feed(feed, "Berita Utama")
    entries = tuple(StoredEntry(one.title, one.url, one.title, one, "") for one in documents)
    library.apply(feed, entries, title="Berita Utama", validators=Validators(), fetched_at=datetime.now(UTC))


@contextmanager
def stage(home: Path, documents: tuple[Document, ...] = (), size: tuple[int, int] = (1440, 900)) -> Iterator[Stage]:
    """Open a window on *documents* and close it again."""
    paths = Paths(home, home / "cache")
    library = Library.open(paths)
    if documents:
        fill(library, documents)
    settings = SettingsStore(paths.settings)
    look = Look()
    look.apply(settings.current)
    window = MainWindow(look, lambda name: library.media_path(name) if "/" in name else sample_media(name))
    jobs = Jobs(window)
    presenters = window_wiring.presenters_of(library, settings, jobs, look, worker_command("silent", "silent"))
    connect(window, presenters)
    window.resize(*size)
    presenters.articles.start()
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 5_000)
    try:
        yield Stage(window, presenters, library, settings)
    finally:
        window.close()
        presenters.reader.close()
        jobs.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        library.close()
