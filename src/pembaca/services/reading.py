"""Reads a script aloud: joins the session, which decides, with the voice, which sounds. No Qt; main thread only."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from pembaca.document import TextSpan
from pembaca.errors import VoiceError, VoiceErrorCode
from pembaca.services.listening import ReadingListener, ReadingState, VoicePort
from pembaca.services.prepared import Prepared
from pembaca.services.remaining import Remaining
from pembaca.settings import DEFAULT_RATE_WPM
from pembaca.speech import effects
from pembaca.speech.session import Session
from pembaca.speech.utterance import Script, Utterance
from pembaca.voice import protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from pembaca.speech.effects import Effects

__all__ = ["Reading", "ReadingListener", "ReadingState", "VoicePort"]


class Reading:
    """Reads one script at a time.

    Args:
        connect: makes the way to the voice, given whom to tell of events on any thread.
        post: runs a call soon on the main thread; callable from any thread.
    """

    def __init__(
        self,
        connect: Callable[[Callable[[protocol.Event], None]], VoicePort],
        post: Callable[[Callable[[], None]], None],
        listener: ReadingListener | None = None,
        rate_wpm: int = DEFAULT_RATE_WPM,
        volume: int = 100,
        voice: str = "",
    ) -> None:
        self.listener = listener
        empty = Script(language="id", utterances=())
        self._session, self._remaining, self._serials = Session(empty), Remaining(empty), count(1)
        self._voices: tuple[protocol.Voice, ...] = ()
        self._problem: VoiceError | None = None
        self._wants_play = self._is_closed = False
        self._trial: Utterance | None = None
        self._told: ReadingState | None = None
        self._client = connect(lambda event: post(lambda: self.handle(event)))
        self._client.send(protocol.SetVolume(volume))
        self._prepared = Prepared(self._client.send, empty, rate_wpm, voice)

    # -- what is so

    @property
    def state(self) -> ReadingState:
        """What reading does now."""
        session = self._session
        return ReadingState(
            kind=session.kind,
            index=session.index,
            count=len(session.script.utterances),
            remaining_s=self._remaining.seconds(session.index, session.word, self._prepared.rate_wpm),
            offset=session.offset,
            problem=self._problem,
        )

    def voices(self) -> tuple[protocol.Voice, ...]:
        """The voices that speak Indonesian or the script's language; empty before the voice process has told them."""
        spoken = ("id", self._session.script.language.split("-")[0])
        return tuple(voice for voice in self._voices if voice.language.split("-")[0] in spoken)

    # -- commands

    def open(self, script: Script, offset: int = 0) -> None:
        """Take another script; what was read stops. The sentence at *offset* is rendered, so that it can start at once."""
        self._run(self._session.stop())
        kept, code = self._session.next_take, self._session.problem
        self._session = Session(script, offset, kept)
        self._prepared.open(script)
        self._remaining.open(script)
        self._wants_play = False
        self._run(self._session.voice_failed(code) if code is not None else ())

    def warm(self, offset: int) -> None:
        """Have the sentence at *offset* rendered: reading may be asked to begin there."""
        if self._session.script.utterances:
            self._prepared.number(self._session.script.index_at(offset))

    def play(self) -> None:
        """Begin, or go on; after a problem the voice is tried again first."""
        if self._session.kind == "no_voice":
            if not self._wants_play:
                self._client.retry()
            self._wants_play = True
        else:
            self._run(self._session.play())

    def pause(self) -> None:
        """Be silent and keep the place to the sample."""
        self._wants_play = False
        self._run(self._session.pause())

    def toggle(self) -> None:
        """Pause, or go on."""
        if self._session.kind == "playing":
            self.pause()
        else:
            self.play()

    def stop(self) -> None:
        """Be silent; playing again begins with the sentence at hand."""
        self._wants_play = False
        self._run(self._session.stop())

    def seek(self, offset: int) -> None:
        """Read on from the sentence at *offset*."""
        self._run(self._session.seek(offset))
        self.play()

    def next_sentence(self) -> None:
        """See Session."""
        self._run(self._session.next_sentence())

    def previous_sentence(self) -> None:
        """See Session."""
        self._run(self._session.previous_sentence())

    def next_paragraph(self) -> None:
        """See Session."""
        self._run(self._session.next_paragraph())

    def previous_paragraph(self) -> None:
        """See Session."""
        self._run(self._session.previous_paragraph())

    def set_rate(self, wpm: int) -> None:
        """Speak at that rate from the word being heard."""
        if wpm != self._prepared.rate_wpm:
            self._say_anew(wpm, self._prepared.voice)

    def set_voice(self, voice: str) -> None:
        """Speak in that voice ("" for the best one) from the word being heard."""
        if voice != self._prepared.voice:
            self._say_anew(self._prepared.rate_wpm, voice)

    def set_volume(self, percent: int) -> None:
        """Set the loudness, 0 to 100, at once."""
        self._client.send(protocol.SetVolume(percent))

    def retry(self) -> None:
        """Look for voice and sound afresh."""
        self._client.retry()

    def try_out(self, utterance: Utterance) -> None:
        """Say one sentence that is not of the script, as soon as there is a voice; what is being read stops at its sentence."""
        self.stop()
        match self._session.kind:
            case "no_voice":
                self._trial = utterance
                self._client.retry()
            case _:
                number = self._prepared.order(utterance)
                self._client.send(protocol.Play(self._session.strange_take(), number))

    def close(self) -> None:
        """Be silent and end the voice process."""
        self._is_closed = True
        self._client.close()

    # -- news of the voice

    def handle(self, event: protocol.Event) -> None:
        """Take one event of the voice, on the main thread."""
        if self._is_closed:
            return
        session = self._session
        match event:
            case protocol.Started(take):
                self._run(session.started(take))
            case protocol.Boundary(take, word):
                self._run(session.heard(take, word))
            case protocol.Finished(take):
                self._run(session.finished(take))
            case protocol.Loaded(utterance, duration_ms):
                index = self._prepared.index(utterance)
                if index is not None:
                    self._remaining.learn(index, duration_ms, self._prepared.rate_wpm)
            case protocol.Voices(voices):
                self._voices = voices
            case protocol.Ready():
                self._return()
            case protocol.Restarted():
                self._prepared.lose()
                self._run(session.voice_restarted())
            case protocol.Failed(code, detail, utterance):
                self._fail(code, detail, utterance)
            case protocol.Starting() | protocol.Silent():
                pass

    def _return(self) -> None:
        if self._problem is None:
            return
        self._problem = None
        self._prepared.lose()
        self._run(self._session.voice_returned())
        trial, self._trial = self._trial, None
        if trial is not None:
            self.try_out(trial)
        if self._wants_play:
            self._wants_play = False
            self._run(self._session.play())

    def _fail(self, code: VoiceErrorCode, detail: str, utterance: int | None) -> None:
        if utterance is None or code == "no_voice":
            self._problem, self._told = VoiceError(code, detail), None
            self._wants_play = False
            self._run(self._session.voice_failed(code))
            return
        index = self._prepared.index(utterance)
        if index is not None:
            self._run(self._session.cannot_say(index))

    # -- inside

    def _run(self, wanted: Effects) -> None:
        for effect in wanted:
            match effect:
                case effects.Speak(take, index, word):
                    self._client.send(protocol.Play(take, self._prepared.number(index), word))
                case effects.Follow(take, index):
                    self._client.send(protocol.Queue(take, self._prepared.number(index)))
                case effects.Hold():
                    self._client.send(protocol.Pause(next(self._serials)))
                case effects.GoOn():
                    self._client.send(protocol.Resume())
                case effects.Hush():
                    self._client.send(protocol.Stop(next(self._serials)))
                case effects.Light() | effects.Move():
                    pass
        if not all(isinstance(effect, effects.Light) for effect in wanted) or not wanted:
            self._prepare()
        self._show(wanted)

    def _show(self, wanted: Effects) -> None:
        listener = self.listener
        if listener is None:
            return
        for effect in wanted:
            match effect:
                case effects.Light(index, word):
                    listener.lit(*self._spans(index, word))
                case effects.Move(offset):
                    listener.place_changed(offset)
        self._tell()

    def _tell(self) -> None:
        state, told = self.state, self._told
        is_new = told is None or (state.kind, state.index, state.count, state.problem) != (
            told.kind,
            told.index,
            told.count,
            told.problem,
        )
        if is_new and self.listener is not None:
            self._told = state
            self.listener.state_changed(state)

    def _spans(self, index: int | None, word: int | None) -> tuple[TextSpan | None, TextSpan | None]:
        if index is None:
            return None, None
        utterance = self._session.script.utterances[index]
        sentence = TextSpan(utterance.start, utterance.end)
        if word is None:
            return sentence, None
        return sentence, TextSpan(utterance.words[word].start, utterance.words[word].end)

    def _prepare(self) -> None:
        """Have rendered where one key press leads, and nothing else."""
        if self._session.kind != "no_voice":
            self._prepared.keep(self._session.wanted(), {index for _, index in self._session.takes()})

    def _say_anew(self, rate_wpm: int, voice: str) -> None:
        self._prepared.change(rate_wpm, voice)
        if self._session.kind != "no_voice":
            for take, index in self._session.takes():
                self._client.send(protocol.Swap(take, self._prepared.number(index)))
        self._told = None
        self._run(())
