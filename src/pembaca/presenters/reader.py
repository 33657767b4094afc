"""Show an article and read it aloud. No Qt; main thread only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pembaca.errors import Cancelled, PembacaError, VoiceError
from pembaca.i18n import tr
from pembaca.library.places import moved
from pembaca.model import ArticleRow, ReadingPlace, Sample
from pembaca.presenters import messages, wording
from pembaca.presenters.bar import Bar, BarView
from pembaca.services.reading import Reading, ReadingState
from pembaca.speech.segment import count_sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from pembaca.cancel import CancelToken, Report
    from pembaca.document import Document, TextSpan
    from pembaca.library.library import Library
    from pembaca.presenters.changes import ChangesPresenter
    from pembaca.presenters.jobs import Jobs
    from pembaca.presenters.keeping import Keeper
    from pembaca.speech.utterance import Script
    from pembaca.viewmodel import MessageItem


class Page(Protocol):
    """Shows one document, its light, or a message in its place."""

    def show_document(self, document: Document, meta: str, note: str) -> None: ...
    def show_message(self, message: MessageItem) -> None: ...
    def highlight(self, sentence: TextSpan | None, word: TextSpan | None) -> None: ...
    def reveal(self, offset: int) -> None: ...
    def follow(self) -> None: ...
    def caret_offset(self) -> int: ...
    def place_caret_after_reading(self, offset: int) -> None: ...


class ReaderWindow(Protocol):
    """What the window itself shows of reading."""

    def say(self, text: str) -> None: ...
    def show_no_voice(self, message: tuple[str, str] | None) -> None: ...
    def set_article_title(self, title: str) -> None: ...
    def is_play_focused(self) -> bool: ...
    def set_reading(self, is_reading: bool) -> None: ...


class RowListener(Protocol):
    """Whoever lists articles is told when one of them changed."""

    def article_changed(self, article_id: int) -> None: ...


class ReaderPresenter:
    """Opens articles, carries out the commands of reading, and keeps the place."""

    def __init__(
        self,
        library: Library,
        samples: tuple[Sample, ...],
        prepare: Callable[[Document, str], Script],
        reading: Reading,
        jobs: Jobs,
        keeper: Keeper,
        changes: ChangesPresenter,
    ) -> None:
        self._library = library
        self._samples = samples
        self._prepare = prepare
        self._reading = reading
        self._jobs = jobs
        self._keeper = keeper
        self._changes = changes
        self._document: Document | None = None
        self._script: Script | None = None
        self._article_id: int | None = None
        self._closed_id: int | None = None
        self._preparing: CancelToken | None = None
        self._wish: Callable[[], None] | None = None
        self._state = ReadingState()
        self._offset = 0
        self._feed = ""
        self._is_heard = False  # something of the open article has sounded
        self._problem: VoiceError | None = None

    def attach(self, page: Page, bar: BarView, window: ReaderWindow, rows: RowListener) -> None:
        """Take the views; called once, before anything else."""
        self._page, self._bar, self._window, self._rows = page, Bar(bar), window, rows
        self._bar.show_nothing()

    # -- what is open

    @property
    def article_id(self) -> int | None:
        """The article on the page; samples have negative numbers."""
        return self._article_id

    @property
    def document(self) -> Document | None:
        """The document on the page."""
        return self._document

    @property
    def is_playing(self) -> bool:
        """Whether the voice sounds now."""
        return self._state.kind == "playing"

    @property
    def is_reading(self) -> bool:
        """Whether reading has begun and was not stopped (playing or paused)."""
        return self._state.kind in ("playing", "paused")

    @property
    def place(self) -> tuple[int, int]:
        """Number of the sentence (0 the first) and how many there are; (0, 0) before the article is prepared."""
        return self._state.index, self._state.count

    def open(self, article_id: int) -> bool:
        """Show an article; what was read aloud stops. False if it is not there any more.

        The article that is open already stays as it is, unless a refresh has changed it and it is not being read aloud.
        """
        if article_id == self._article_id and self.is_reading:
            return True
        document, row, source = self._find(article_id)
        if document is None:
            return False
        if article_id == self._article_id and document == self._document:
            return True
        place = self._place_in(article_id, document)
        self._leave()
        self._window.set_reading(False)
        self._article_id, self._document, self._script = article_id, document, None
        self._feed = row.feed_url if row else ""
        self._state, self._is_heard = ReadingState(), False
        self._offset = self._stored_offset(article_id, document) if place is None else place
        self._page.show_document(document, wording.meta(document, source), wording.note(document))
        self._window.set_article_title(document.title or tr("Tanpa judul"))
        if self._offset:
            self._page.reveal(self._offset)
        self._bar.show_opened(document, self._offset, count_sentences(document))
        self._changes.shown(article_id, document, is_changed=row is not None and row.is_changed)
        if article_id > 0:
            self._keeper.remember(last_article=article_id)
        self._prepare_script(document)
        return True

    def prepare_anew(self) -> None:
        """Cut the open article once more, for it is to be said in another way; what is being read goes on at its sentence."""
        if self._document is not None:
            if self._preparing is not None:
                self._preparing.cancel()
            self._prepare_script(self._document)

    def close_article(self) -> None:
        """Show nothing; what was read aloud stops."""
        self._leave()
        self._closed_id = self._article_id
        self._article_id = self._document = self._script = None
        self._state = ReadingState()
        self._window.set_reading(False)
        self._bar.show_nothing()

    def reopen(self) -> bool:
        """Show again what was closed last; False if there is nothing."""
        return self._closed_id is not None and self.open(self._closed_id)

    def news_came(self) -> None:
        """Tell it if a refresh has changed the open article, unless that is being read aloud."""
        article_id = self._article_id
        row = self._library.row(article_id) if article_id is not None and article_id > 0 else None
        if row is not None and row.is_changed and not self.is_reading and self._library.document(row.id) != self._document:
            self._changes.came()

    def renew(self) -> None:
        """Show the open article as a refresh has left it, unless it is being read aloud."""
        if self._article_id is not None:
            self.open(self._article_id)

    def mark_read(self) -> None:
        """Mark the open article as read, because the person opened it."""
        self._mark_read()
        self._changes.opened(is_silent=self.is_playing or self._wish is not None)

    def _mark_heard(self) -> None:
        """Mark the open article as read, because the person listens."""
        self._mark_read()
        self._changes.opened(is_silent=True)

    def _mark_read(self) -> None:
        article_id = self._article_id
        row = self._library.row(article_id) if article_id is not None and article_id > 0 else None
        if row is not None and not row.is_read:
            self._keeper.set_read(row.id, True, lambda: self._rows.article_changed(row.id))

    # -- commands

    def toggle(self) -> None:
        """Read aloud, pause, or go on."""
        was_playing = self.is_playing
        if self._wish is not None and self._script is None:
            self._wish = None
            return
        self._when_ready(self._reading.toggle)
        if was_playing and not self._window.is_play_focused():
            self._window.say(tr("Jeda"))

    def read_from_caret(self) -> None:
        """Read aloud from the sentence that holds the caret."""
        self._when_ready(lambda: self._reading.seek(self._page.caret_offset()))

    def stop(self) -> bool:
        """Be silent and keep the place; False if nothing was being read or was about to be."""
        was_wished, self._wish = self._wish is not None, None
        if not self.is_reading:
            return was_wished
        self._reading.stop()
        if not self._window.is_play_focused():
            self._window.say(tr("Berhenti"))
        return True

    def next_sentence(self) -> None:
        """Go on with the next sentence."""
        self._when_ready(self._reading.next_sentence)

    def previous_sentence(self) -> None:
        """Go back by a sentence."""
        self._when_ready(self._reading.previous_sentence)

    def next_paragraph(self) -> None:
        """Go on with the next paragraph."""
        self._when_ready(self._reading.next_paragraph)

    def previous_paragraph(self) -> None:
        """Go back by a paragraph."""
        self._when_ready(self._reading.previous_paragraph)

    def follow(self) -> None:
        """Let the page follow the voice again."""
        self._bar.set_away(False)
        self._page.follow()

    def scrolled_away(self, is_away: bool) -> None:
        """The person scrolled away from the spoken line, or came back to it."""
        self._bar.set_away(is_away and self.is_reading)

    def close(self) -> None:
        """Keep the place and be silent; the window closes."""
        self._keep_place()
        self._changes.close()
        self._reading.close()

    # -- news of the voice (ReadingListener)

    def state_changed(self, state: ReadingState) -> None:
        """Show what the voice does now."""
        self._show_problem(state.problem)
        if self._script is None:
            return  # of the article before: this one's sentences are not known yet
        was, self._state = self._state, state
        if self._document is not None:
            self._bar.show(state, self._document, self._offset)
        if was.kind != state.kind:
            self._window.set_reading(self.is_reading)
            if state.kind in ("idle", "paused", "finished"):
                self._keep_place()
                self._page.place_caret_after_reading(self._offset)
                self._bar.set_away(False)
            if self._article_id is not None:
                self._rows.article_changed(self._article_id)

    def lit(self, sentence: TextSpan | None, word: TextSpan | None) -> None:
        """Light the sentence and the word that is being heard; an article that has sounded is read."""
        self._page.highlight(sentence, word)
        if sentence is not None and self.is_playing and not self._is_heard:
            self._is_heard = True
            self._mark_heard()

    def place_changed(self, offset: int) -> None:
        """A new sentence is being read; its place is kept, so that a crash loses nothing."""
        self._offset = offset
        self._keep_place()

    # -- inside

    def _find(self, article_id: int) -> tuple[Document | None, ArticleRow | None, str]:
        if article_id < 0:
            sample = next((sample for sample in self._samples if sample.id == article_id), None)
            return (sample.document, None, sample.source) if sample else (None, None, "")
        row = self._library.row(article_id)
        return (self._library.document(article_id), row, row.feed_title) if row else (None, None, "")

    def _place_in(self, article_id: int, document: Document) -> int | None:
        """Return where reading goes on in *document* if a refresh put it in the place of the text on the page."""
        if article_id != self._article_id or self._document is None or not self._offset:
            return None
        text = self._document.text
        place = moved(text, document.text, len(text) if self._state.kind == "finished" else self._offset)
        return place if place < len(document.text) - 1 else 0

    def _stored_offset(self, article_id: int, document: Document) -> int:
        place = self._library.place(article_id) if article_id > 0 else None
        if place is None or place.offset >= len(document.text) - 1:
            return 0
        return place.offset

    def _prepare_script(self, document: Document) -> None:
        feed = self._feed

        def work(cancel: CancelToken, _report: Report) -> Script:
            cancel.check()  # rows that were only passed in the list are not prepared
            return self._prepare(document, feed)

        def done(script: Script) -> None:
            if not token.is_cancelled:
                goes_on = self.is_playing
                self._script = script
                self._reading.open(script, self._offset)
                self._state = self._reading.state
                self._bar.show(self._state, document, self._offset)
                wish, self._wish = self._wish, None
                if wish is not None:
                    wish()
                elif goes_on:
                    self._reading.play()

        def failed(error: PembacaError) -> None:
            if not isinstance(error, Cancelled):
                self._keeper.failed(error)

        token = self._preparing = self._jobs.run(work, done, failed)

    def _when_ready(self, command: Callable[[], None]) -> None:
        if self._document is None:
            return
        if self._script is None:
            self._wish = command
        else:
            command()

    def _leave(self) -> None:
        if self._document is not None:
            self._reading.stop()
            self._keep_place()
        if self._preparing is not None:
            self._preparing.cancel()
        self._changes.left()
        self._preparing = self._wish = None
        self._page.highlight(None, None)

    def _keep_place(self) -> None:
        article_id, document = self._article_id, self._document
        if article_id is None or document is None or article_id < 0:
            return
        length = len(document.text)
        place = ReadingPlace(length if self._state.kind == "finished" else self._offset, length)
        if place.offset or self._library.place(article_id) is not None:
            self._keeper.set_place(article_id, place, document.text)

    def _show_problem(self, problem: VoiceError | None) -> None:
        """Tell a problem of the voice when it is new, and no more when it is over; not for each article that is opened."""
        if problem is self._problem:
            return
        self._problem = problem
        if problem is None:
            self._window.show_no_voice(None)
        else:
            message = messages.of(problem)
            self._window.show_no_voice((message.title, message.sentence))
