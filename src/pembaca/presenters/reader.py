"""Show an article and read it aloud. No Qt; main thread only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pembaca.i18n import tr
from pembaca.presenters import messages, wording
from pembaca.presenters.bar import Bar, BarView
from pembaca.presenters.places import Places, carried
from pembaca.presenters.preparing import Preparing
from pembaca.services.reading import Reading, ReadingState
from pembaca.speech.segment import count_sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from pembaca.document import Document, TextSpan
    from pembaca.errors import VoiceError
    from pembaca.library.library import Library
    from pembaca.model import ArticleRow, Sample
    from pembaca.presenters.changes import ChangesPresenter
    from pembaca.presenters.jobs import Jobs
    from pembaca.presenters.keeping import Keeper
    from pembaca.presenters.preparing import Prepare
    from pembaca.presenters.reader_views import Page, ReaderWindow, RowListener
    from pembaca.speech.utterance import Script


class ReaderPresenter:
    """Opens articles, carries out the commands of reading, and keeps the place."""

    def __init__(
        self,
        library: Library,
        samples: tuple[Sample, ...],
        prepare: Prepare,
        reading: Reading,
        jobs: Jobs,
        keeper: Keeper,
        changes: ChangesPresenter,
    ) -> None:
        self._library = library
        self._samples = samples
        self._reading = reading
        self._keeper = keeper
        self._changes = changes
        self._document: Document | None = None
        self._script: Script | None = None
        self._article_id: int | None = None
        self._closed_id: int | None = None
        self._places = Places(library, keeper)
        self._preparing = Preparing(prepare, jobs, keeper.failed)
        self._wish: Callable[[], None] | None = None
        self._state = ReadingState()
        self._offset = self._count = 0
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
        self._offset = self._places.stored(article_id, document) if place is None else place
        self._page.show_document(document, wording.meta(document, source), wording.note(document))
        self._window.set_article_title(document.title or tr("Tanpa judul"))
        if self._offset:
            self._page.reveal(self._offset)
        self._count = count_sentences(document)
        self._bar.show_opened(document, self._offset, self._count)
        self._changes.shown(article_id, document, is_changed=row is not None and row.is_changed)
        if article_id > 0:
            self._keeper.remember(last_article=article_id)
        self._preparing.start(document, self._feed, self._offset, self._take_script)
        return True

    def prepare_anew(self) -> None:
        """Cut the open article once more, for it is to be said in another way; what is being read goes on at its sentence."""
        if self._document is not None:
            self._preparing.start(self._document, self._feed, self._offset, self._take_script, at_once=True)

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
        state = self._of_article(state)
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
        return carried(self._document, document, self._offset, is_finished=self._state.kind == "finished")

    def _take_script(self, script: Script) -> None:
        """Read from a script that has been cut: the first sentences of a long article, or all."""
        document, head = self._document, self._script
        if document is None:
            return
        self._script = script
        if head is not None and not head.is_whole and script.begins_with(head):
            self._reading.extend(script)
        else:
            goes_on = self.is_playing
            self._reading.open(script, self._offset)
            self._state = self._of_article(self._reading.state)
            self._bar.show(self._state, document, self._offset)
            if goes_on and self._wish is None:
                self._reading.play()
        wish = self._wish
        if wish is not None and (script.is_whole or wish == self._reading.toggle):
            self._wish = None
            wish()

    def _of_article(self, state: ReadingState) -> ReadingState:
        """Return the state with the number of sentences and the time of the whole article, while its script is not whole."""
        document, script = self._document, self._script
        if document is None or script is None or script.is_whole or not script.utterances:
            return state
        share = (len(document.text) - state.offset) / max(1, script.utterances[-1].end - state.offset)
        return replace(state, count=max(self._count, state.count), remaining_s=state.remaining_s * share)

    def _when_ready(self, command: Callable[[], None]) -> None:
        if self._document is None:
            return
        if self._script is None or not (self._script.is_whole or command == self._reading.toggle):
            self._wish = command
        else:
            command()

    def _leave(self) -> None:
        if self._document is not None:
            self._reading.stop()
            self._keep_place()
        self._preparing.cancel()
        self._changes.left()
        self._wish = None
        self._page.highlight(None, None)

    def _keep_place(self) -> None:
        if self._article_id is not None and self._document is not None:
            is_finished = self._state.kind == "finished"
            self._places.keep(self._article_id, self._document, self._offset, is_finished=is_finished)

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
