"""Show what a source changed in an article that the person had read: marks, words, and a way through. No Qt; main thread only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pembaca.document import Document, TextSpan
from pembaca.errors import Cancelled, PembacaError
from pembaca.i18n import tr, trn
from pembaca.viewmodel import ChangeNotice

if TYPE_CHECKING:
    from collections.abc import Callable

    from pembaca.cancel import CancelToken, Report
    from pembaca.library.library import Library
    from pembaca.presenters.jobs import Jobs
    from pembaca.presenters.keeping import Keeper
    from pembaca.services.compare import Comparison

_MOST_SAID = 160  # characters of a passage that are told with its number


class ChangePage(Protocol):
    """Marks what changed in the article on the page."""

    def show_changes(self, spans: tuple[TextSpan, ...], notice: ChangeNotice) -> None: ...
    def hide_changes(self) -> None: ...
    def go_to(self, offset: int) -> None: ...
    def caret_offset(self) -> int: ...


class ChangeWindow(Protocol):
    """What the window itself does for it."""

    def say(self, text: str) -> None: ...
    def show_article(self, *, focus: bool) -> None: ...


class ChangeRows(Protocol):
    """Whoever lists articles is told when one of them is no longer news."""

    def article_changed(self, article_id: int) -> None: ...


class ChangesPresenter:
    """Compares the article on the page with what the person had read of it, off the main thread.

    A change counts as seen when the marks are put away, or when the person has opened the article and leaves it; one that was
    only passed in the list stays news.
    """

    def __init__(self, library: Library, compare: Callable[[Document, Document], Comparison], jobs: Jobs, keeper: Keeper) -> None:
        self._library = library
        self._compare = compare
        self._jobs = jobs
        self._keeper = keeper
        self._article: tuple[int, Document] | None = None
        self._running: CancelToken | None = None
        self._found: Comparison | None = None
        self._wish: Callable[[], None] | None = None
        self._step = 0
        self._is_opened = self._is_told = self._has_come = False

    def attach(self, page: ChangePage, window: ChangeWindow, rows: ChangeRows) -> None:
        """Take the views; called once, before anything else."""
        self._page, self._window, self._rows = page, window, rows

    # -- news of the reader

    def shown(self, article_id: int, document: Document, *, is_changed: bool) -> None:
        """An article is on the page now; *is_changed*: it was changed since the person read it."""
        self._article = article_id, document
        if is_changed:
            self._look()

    def opened(self, *, is_silent: bool = False) -> None:
        """The person has opened the article, or listens to it (*is_silent*: then nothing is said over the voice)."""
        self._is_opened = True
        self._is_told = self._is_told or is_silent
        self._tell()

    def came(self) -> None:
        """A refresh has changed the article on the page: say so, and leave the text as it is until the person asks."""
        if self._article is None or self._found is not None or self._has_come:
            return
        self._has_come = True
        words = ChangeNotice(
            tr("Sumber baru saja mengubah artikel ini"), tr("Yang tampak masih teks lama; F7 menampilkan teks yang baru.")
        )
        self._page.show_changes((), words)
        self._window.say(words.whole)

    def left(self) -> None:
        """The article is no longer on the page."""
        if self._found is not None or self._has_come:
            self._page.hide_changes()
        if self._found is not None and self._is_opened:
            self._note_seen()
        if self._running is not None:
            self._running.cancel()
        self._article = self._running = self._found = self._wish = None
        self._step = 0
        self._is_opened = self._is_told = self._has_come = False

    def close(self) -> None:
        """The window closes: what the person has opened counts as seen."""
        if self._article is not None and self._found is not None and self._is_opened:
            article_id = self._article[0]
            self._keeper.write(lambda: self._library.mark_seen_change(article_id))

    # -- commands

    def step(self, steps: int, *, focus: bool = False) -> None:
        """Go to the next changed passage (or the one before), round at the ends; marks that were put away come back.

        Args:
            focus: the page takes the focus too.
        """
        if self._article is None:
            self._window.say(tr("Belum ada artikel yang terbuka"))
        elif self._found is not None:
            self._go(steps, focus=focus)
        else:
            self._is_told = True
            self._wish = lambda: self._go(steps, focus=focus)
            if self._running is None:
                self._look()

    def put_away(self) -> None:
        """Take the marks away; what changed counts as seen."""
        if self._found is None and not self._has_come:
            self._window.say(_nothing())
            return
        self._page.hide_changes()
        if self._found is not None:
            self._note_seen()
        self._found, self._has_come = None, False
        self._step = 0
        self._window.say(tr("Tanda perubahan ditutup"))

    # -- inside

    def _look(self) -> None:
        """Compare, show and tell what was found, and carry out what was wished meanwhile."""
        if self._article is None:
            return
        article_id, document = self._article

        def work(cancel: CancelToken, _report: Report) -> Comparison | None:
            cancel.check()  # rows that were only passed in the list are not compared
            earlier = self._library.previous_document(article_id) if article_id > 0 else None
            return None if earlier is None else self._compare(earlier, document)

        def done(found: Comparison | None) -> None:
            if token.is_cancelled:
                return
            self._running = None
            if found is not None and (found.spans or found.removed):
                self._found = found
                self._page.show_changes(found.spans, notice(found))
            self._tell()
            wish, self._wish = self._wish, None
            if wish is not None:
                wish()

        def failed(error: PembacaError) -> None:
            if not token.is_cancelled:
                self._running = None
            if not isinstance(error, Cancelled):
                self._keeper.failed(error)

        token = self._running = self._jobs.run(work, done, failed)

    def _tell(self) -> None:
        """Say once what changed, when it is known and the person is there."""
        if self._found is not None and self._is_opened and not self._is_told:
            self._is_told = True
            self._window.say(notice(self._found).whole)

    def _go(self, steps: int, *, focus: bool) -> None:
        if self._found is None:
            self._window.say(_nothing())
            return
        spans = self._found.spans
        if not spans:
            self._window.say(notice(self._found).whole)
            return
        number = self._next(spans, steps)
        self._step = number + 1
        self._page.go_to(spans[number].start)
        if focus:
            self._window.show_article(focus=True)
        document = self._article[1] if self._article is not None else Document("")
        words = _shortened(document.text[spans[number].start : spans[number].end])
        self._window.say(tr("Bagian berubah {nth} dari {count}: {words}", nth=self._step, count=len(spans), words=words))

    def _next(self, spans: tuple[TextSpan, ...], steps: int) -> int:
        """Return the passage to go to: from the one gone to last if the caret is still there, else from the caret."""
        caret, last = self._page.caret_offset(), self._step - 1
        if 0 <= last < len(spans) and spans[last].start <= caret < spans[last].end:
            return (last + steps) % len(spans)
        if steps > 0:
            return next((nth for nth, span in enumerate(spans) if span.end > caret), 0)
        return next((nth for nth in reversed(range(len(spans))) if spans[nth].start < caret), len(spans) - 1)

    def _note_seen(self) -> None:
        if self._article is not None:
            article_id = self._article[0]
            self._keeper.write(lambda: self._library.mark_seen_change(article_id), lambda: self._rows.article_changed(article_id))


def notice(found: Comparison) -> ChangeNotice:
    """Say that the article changed, how many parts are marked, and how many are gone."""
    count, gone, sentences = len(found.spans), found.removed, []
    if count:
        sentences.append(trn("{n} bagian ditandai.", "{n} bagian ditandai.", count))
    if gone:
        sentences.append(
            trn("Dulu ada {n} bagian yang sekarang tidak ada.", "Dulu ada {n} bagian yang sekarang tidak ada.", gone)
        )
    return ChangeNotice(tr("Artikel ini berubah sejak Anda membacanya"), " ".join(sentences), has_marks=count > 0)


def _nothing() -> str:
    return tr("Tidak ada perubahan yang tercatat di artikel ini")


def _shortened(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _MOST_SAID else words[:_MOST_SAID].rpartition(" ")[0] + " …"
