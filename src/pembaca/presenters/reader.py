"""Show an article and read it aloud. No Qt; main thread only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from pembaca.cancel import CancelToken, Report
from pembaca.document import Document, TextSpan
from pembaca.errors import PembacaError
from pembaca.i18n import current, tr
from pembaca.library.library import Library
from pembaca.model import ReadingPlace, Sample
from pembaca.presenters import messages, wording
from pembaca.presenters.jobs import Jobs
from pembaca.services.reading import Reading, ReadingState
from pembaca.settings import DEFAULT_RATE_WPM, MAX_RATE_WPM, MIN_RATE_WPM, SettingsStore
from pembaca.speech.session import Kind
from pembaca.speech.utterance import Script
from pembaca.viewmodel import BarKind, BarState, MessageItem, Place
from pembaca.voice.protocol import Voice

_RATE_STEP_WPM = 20  # one press is 0.1 of the usual rate


_BAR_KINDS: dict[Kind, BarKind] = {
    "idle": "ready",
    "no_voice": "ready",
    "playing": "playing",
    "paused": "paused",
    "finished": "finished",
}


class Page(Protocol):
    """Shows one document, its light, or a message in its place."""

    def show_document(self, document: Document, meta: str) -> None: ...
    def show_message(self, message: MessageItem) -> None: ...
    def highlight(self, sentence: TextSpan | None, word: TextSpan | None) -> None: ...
    def reveal(self, offset: int) -> None: ...
    def follow(self) -> None: ...
    def caret_offset(self) -> int: ...
    def place_caret_after_reading(self, offset: int) -> None: ...


class Bar(Protocol):
    """Shows what can be done with the voice, and how far it is."""

    def set_state(self, state: BarState) -> None: ...
    def set_place(self, place: Place) -> None: ...
    def set_progress(self, part: float) -> None: ...
    def set_speed_text(self, text: str) -> None: ...
    def set_away(self, is_away: bool) -> None: ...


class ReaderWindow(Protocol):
    """What the window itself shows of reading."""

    def say(self, text: str) -> None: ...
    def show_no_voice(self, message: tuple[str, str] | None) -> None: ...
    def set_article_title(self, title: str) -> None: ...
    def is_play_focused(self) -> bool: ...


class RowListener(Protocol):
    """Whoever lists articles is told when one of them changed."""

    def article_changed(self, article_id: int) -> None: ...


class ReaderPresenter:
    """Opens articles, carries out the commands of reading, and keeps the place."""

    def __init__(
        self,
        library: Library,
        samples: tuple[Sample, ...],
        prepare: Callable[[Document], Script],
        reading: Reading,
        jobs: Jobs,
        settings: SettingsStore,
    ) -> None:
        self._library = library
        self._samples = samples
        self._prepare = prepare
        self._reading = reading
        self._jobs = jobs
        self._settings = settings
        self._document: Document | None = None
        self._script: Script | None = None
        self._article_id: int | None = None
        self._wants_play: Callable[[], None] | None = None
        self._state = ReadingState()
        self._offset = 0
        self._has_voice = True

    def attach(self, page: Page, bar: Bar, window: ReaderWindow, rows: RowListener) -> None:
        """Take the views; called once, before anything else."""
        self._page, self._bar, self._window, self._rows = page, bar, window, rows
        self._show_nothing()
        self.show_speed()

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
        """Show an article; what was read aloud stops. False if it is not there any more."""
        if article_id == self._article_id:
            return True
        document, source = self._find(article_id)
        if document is None:
            return False
        self._leave()
        self._article_id, self._document, self._script = article_id, document, None
        self._offset = self._stored_offset(article_id, document)
        self._page.show_document(document, wording.meta(document, source))
        self._window.set_article_title(document.title)
        if self._offset:
            self._page.reveal(self._offset)
        self._bar.set_state(BarState(kind="ready"))
        self._bar.set_progress(self._offset / max(1, len(document.text)))
        if article_id > 0:
            self._remember(last_article=article_id)
        self._prepare_script(article_id, document)
        return True

    def close_article(self) -> None:
        """Show nothing; what was read aloud stops."""
        self._leave()
        self._article_id = self._document = self._script = None
        self._show_nothing()

    def mark_read(self) -> None:
        """Mark the open article as read, because the person opened it or listens."""
        if self._article_id is not None and self._article_id > 0:
            self._set_read(self._article_id)

    # -- commands

    def toggle(self) -> None:
        """Read aloud, pause, or go on."""
        was_playing = self.is_playing
        self._when_ready(self._reading.toggle)
        if was_playing and not self._window.is_play_focused():
            self._window.say(tr("Jeda"))
        elif not was_playing:
            self.mark_read()

    def read_from_caret(self) -> None:
        """Read aloud from the sentence that holds the caret."""
        self._when_ready(lambda: self._reading.seek(self._page.caret_offset()))
        self.mark_read()

    def stop(self) -> bool:
        """Be silent and keep the place; False if nothing was being read."""
        if not self.is_reading:
            return False
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

    def change_rate(self, steps: int) -> None:
        """Read faster (or slower) by a tenth of the usual speed for each step."""
        rate = self._settings.current.rate_wpm + steps * _RATE_STEP_WPM
        rate = max(MIN_RATE_WPM, min(MAX_RATE_WPM, rate))
        self._remember(rate_wpm=rate)
        self._reading.set_rate(rate)
        self.show_speed()
        self._window.say(tr("Kecepatan {speed}", speed=wording.speed(rate)))

    def change_volume(self, steps: int) -> int:
        """Make the voice louder (or softer) by 10 of 100 for each step, and return the new volume."""
        volume = max(0, min(100, self._settings.current.volume + steps * 10))
        self._remember(volume=volume)
        self._reading.set_volume(volume)
        return volume

    def choose_voice(self, voice_id: str) -> None:
        """Read on with another voice."""
        self._remember(voice=voice_id)
        self._reading.set_voice(voice_id)

    def voices(self) -> tuple[Voice, ...]:
        """The voices that can be chosen for what is open."""
        return self._reading.voices()

    def try_voice_again(self) -> None:
        """Look for voice and sound once more, and say a short sentence."""
        words = tr("Ini suara Pembaca. Tekan Spasi untuk membacakan artikel.")
        sentence = self._prepare(Document(words, language=current())).utterances[0]
        self._reading.try_out(sentence)

    def follow(self) -> None:
        """Let the page follow the voice again."""
        self._bar.set_away(False)
        self._page.follow()

    def scrolled_away(self, is_away: bool) -> None:
        """The person scrolled away from the spoken line, or came back to it."""
        self._bar.set_away(is_away and self.is_reading)

    def show_speed(self) -> None:
        """Show the speed in force."""
        self._bar.set_speed_text(wording.speed(self._settings.current.rate_wpm or DEFAULT_RATE_WPM))

    def close(self) -> None:
        """Keep the place and be silent; the window closes."""
        self._keep_place()
        self._reading.close()

    # -- news of the voice (ReadingListener)

    def state_changed(self, state: ReadingState) -> None:
        """Show what the voice does now."""
        was, self._state = self._state, state
        if state.problem is not None:
            self._show_problem(state)
        elif not self._has_voice:
            self._has_voice = True
            self._window.show_no_voice(None)
        self._show_bar()
        if was.kind != state.kind:
            if state.kind in ("idle", "paused", "finished"):
                self._keep_place()
                self._page.place_caret_after_reading(self._offset)
                self._bar.set_away(False)
            if self._article_id is not None:
                self._rows.article_changed(self._article_id)

    def lit(self, sentence: TextSpan | None, word: TextSpan | None) -> None:
        """Light the sentence and the word that is being heard."""
        self._page.highlight(sentence, word)

    def place_changed(self, offset: int) -> None:
        """A new sentence is being read; its place is kept, so that a crash loses nothing."""
        self._offset = offset
        self._keep_place()

    # -- inside

    def _find(self, article_id: int) -> tuple[Document | None, str]:
        if article_id < 0:
            sample = next((sample for sample in self._samples if sample.id == article_id), None)
            return (sample.document, sample.source) if sample else (None, "")
        row = self._library.row(article_id)
        return (self._library.document(article_id), row.feed_title) if row else (None, "")

    def _stored_offset(self, article_id: int, document: Document) -> int:
        place = self._library.place(article_id) if article_id > 0 else None
        if place is None or place.offset >= len(document.text) - 1:
            return 0
        return place.offset

    def _prepare_script(self, article_id: int, document: Document) -> None:
        def work(_cancel: CancelToken, _report: Report) -> Script:
            return self._prepare(document)

        def done(script: Script) -> None:
            if self._article_id == article_id:
                self._script = script
                self._reading.open(script, self._offset)
                self._state = self._reading.state
                self._show_bar()
                wish, self._wants_play = self._wants_play, None
                if wish is not None:
                    wish()

        def failed(error: PembacaError) -> None:
            self._window.say(messages.of(error).whole)

        self._jobs.run(work, done, failed)

    def _when_ready(self, command: Callable[[], None]) -> None:
        if self._document is None:
            return
        if not self._has_voice:
            self._reading.retry()
        if self._script is None:
            self._wants_play = command
        else:
            command()

    def _leave(self) -> None:
        if self._document is not None:
            self._reading.stop()
            self._keep_place()
        self._wants_play = None
        self._page.highlight(None, None)

    def _keep_place(self) -> None:
        article_id, document = self._article_id, self._document
        if article_id is None or document is None or article_id < 0:
            return
        length = len(document.text)
        place = ReadingPlace(length if self._state.kind == "finished" else self._offset, length)
        if place.offset:
            self._jobs.save(lambda: self._library.set_place(article_id, place), self._not_saved)

    def _set_read(self, article_id: int) -> None:
        row = self._library.row(article_id)
        if row is not None and not row.is_read:

            def work() -> None:
                self._library.set_read(article_id, True)

            self._jobs.save(work, self._not_saved, lambda: self._rows.article_changed(article_id))

    def _remember(self, **fields: object) -> None:
        try:
            self._settings.change(**fields)
        except PembacaError as error:
            self._not_saved(error)

    def _not_saved(self, error: PembacaError) -> None:
        self._window.say(messages.of(error).whole)

    def _show_problem(self, state: ReadingState) -> None:
        assert state.problem is not None
        message = messages.of(state.problem)
        self._has_voice = False
        self._window.show_no_voice((message.title, message.sentence))

    def _show_nothing(self) -> None:
        self._bar.set_state(BarState())
        self._bar.set_place(wording.no_place())
        self._bar.set_progress(0.0)

    def _show_bar(self) -> None:
        state, document = self._state, self._document
        if document is None or not state.count:
            return
        self._bar.set_state(BarState(kind=_BAR_KINDS[state.kind], can_previous=True, can_next=True))
        if state.kind == "idle" and self._offset == 0:
            self._bar.set_place(wording.ready_place(document, state.count))
        else:
            self._bar.set_place(wording.place(state.index, state.count, state.remaining_s))
        self._bar.set_progress(
            1.0 if state.kind == "finished" else (state.index + 1) / state.count if self.is_reading else self._part()
        )

    def _part(self) -> float:
        return self._offset / max(1, len(self._document.text)) if self._document else 0.0
