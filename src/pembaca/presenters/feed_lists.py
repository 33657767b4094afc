"""Take a list of feeds from a file and write one, and say what was done. No Qt; main thread only."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pembaca.errors import FeedListError, PembacaError
from pembaca.i18n import tr, trn
from pembaca.presenters import messages

if TYPE_CHECKING:
    from collections.abc import Callable

    from pembaca.cancel import CancelToken, Progress, Report
    from pembaca.library.library import Library
    from pembaca.presenters.jobs import Jobs
    from pembaca.presenters.telling import Teller
    from pembaca.services.subscriptions import Imported


class ListsView(Protocol):
    """The buttons for lists and what stands under them."""

    def show_work(self, text: str | None, part: float | None = None) -> None: ...
    def show_result(self, text: str, *, is_fault: bool = False) -> None: ...


class FeedListsPresenter:
    """Imports and exports off the main thread, one at a time."""

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        teller: Teller,
        changed: Callable[[], None],
        fetch: Callable[[tuple[str, ...]], None],
    ) -> None:
        self._library = library
        self._jobs = jobs
        self._teller = teller
        self._changed = changed
        self._fetch = fetch
        self._running: CancelToken | None = None

    def attach(self, view: ListsView, say: Callable[[str], None]) -> None:
        """Take the view; called once, before anything else."""
        self._view, self._say = view, say

    def import_file(self, path: str) -> None:
        """Add the feeds of that file and fetch those that are new."""

        def work(cancel: CancelToken, report: Report) -> Imported:
            from pembaca.services.feed_lists import import_file

            return import_file(self._library, Path(path), cancel, report)

        def progress(step: Progress) -> None:
            if self._running is not None and step.done:
                text = tr("Mengimpor sumber, {done} dari {total}", done=step.done, total=step.total)
                self._view.show_work(text, step.done / step.total)

        self._start(tr("Mengimpor sumber"))
        self._running = self._jobs.run(work, self._imported, self._failed, progress)

    def export_file(self, path: str) -> None:
        """Write all feeds into that file."""

        def work(_cancel: CancelToken, _report: Report) -> int:
            from pembaca.services.feed_lists import export_file

            feeds = self._library.feeds()
            export_file(feeds, Path(path), tr("Sumber berita Pembaca"))
            return len(feeds)

        def done(count: int) -> None:
            name = Path(path).name
            self._end(trn("{n} sumber disimpan di {name}.", "{n} sumber disimpan di {name}.", count, name=name))

        self._start(tr("Mengekspor sumber"))
        self._running = self._jobs.run(work, done, self._failed)

    def stop(self) -> None:
        """End an import at the next feed; those added until then stay."""
        if self._running is not None:
            self._running.cancel()

    # -- inside

    def _start(self, text: str) -> None:
        self.stop()
        self._view.show_result("")
        self._view.show_work(text)
        self._say(text)

    def _imported(self, done: Imported) -> None:
        self._end(imported_words(done))
        if done.added:
            self._changed()
            self._fetch(tuple(feed.url for feed in done.added))

    def _failed(self, error: PembacaError) -> None:
        if isinstance(error, FeedListError):
            self._end(messages.of(error).whole, is_fault=True)
        else:
            self._end("")
            self._teller.tell(error, is_asked=True)
            self._changed()  # a part may have been added before

    def _end(self, text: str, *, is_fault: bool = False) -> None:
        self._running = None
        self._view.show_work(None)
        self._view.show_result(text, is_fault=is_fault)
        if text:
            self._say(text)


def imported_words(done: Imported) -> str:
    """Say what a list of feeds brought."""
    words = [
        trn("{n} sumber ditambahkan", "{n} sumber ditambahkan", len(done.added)),
        trn("{n} sudah ada", "{n} sudah ada", len(done.known)),
        trn("{n} tidak dapat dipakai", "{n} tidak dapat dipakai", len(done.skipped)),
    ]
    text = ", ".join(words) + "."
    if done.left:
        text += " " + trn("Dihentikan; {n} sumber belum diperiksa.", "Dihentikan; {n} sumber belum diperiksa.", done.left)
    return text
