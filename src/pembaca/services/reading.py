"""Reads a script aloud: joins the session, which decides, with the voice, which sounds. No Qt; main thread only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate, count
from typing import Protocol

from pembaca.document import TextSpan
from pembaca.errors import VoiceError, VoiceErrorCode
from pembaca.services.voicing import segments_of
from pembaca.settings import DEFAULT_RATE_WPM
from pembaca.speech import session as effects
from pembaca.speech.session import Effects, Kind, Session
from pembaca.speech.utterance import Script
from pembaca.voice import protocol

_MS_A_LETTER = 62.0  # espeak-ng's Indonesian at 200 words a minute, pauses included; learnt from the voice in use


@dataclass(frozen=True, slots=True)
class ReadingState:
    """What reading does now.

    ``index`` is the sentence at hand, 0 the first, of ``count``; ``remaining_s`` is for all that is still to be heard at
    the present rate; ``offset`` is where the sentence begins in ``Document.text``. ``problem`` is set while nothing can
    be said (kind ``no_voice``).
    """

    kind: Kind = "idle"
    index: int = 0
    count: int = 0
    remaining_s: float = 0.0
    offset: int = 0
    problem: VoiceError | None = None


class ReadingListener(Protocol):
    """Is told what is being read; always on the main thread, never from inside a command's first effect on the voice."""

    def state_changed(self, state: ReadingState) -> None:
        """Something of the state is different, or a command met a problem that is still there."""
        ...

    def lit(self, sentence: TextSpan | None, word: TextSpan | None) -> None:
        """Another sentence or word is being heard; None and None for no light."""
        ...

    def place_changed(self, offset: int) -> None:
        """Another sentence is at hand; the end of the text when all has been heard."""
        ...


class VoicePort(Protocol):
    """The way to the voice process: VoiceClient, or a part that behaves like one."""

    def send(self, request: protocol.Request) -> None: ...
    def retry(self) -> None: ...
    def close(self) -> None: ...


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
        self._rate_wpm, self._volume, self._voice = rate_wpm, volume, voice
        self._session = Session(Script(language="id", utterances=()))
        self._numbers, self._serials = count(1), count(1)
        self._rendered: dict[int, int] = {}
        self._sentences: dict[int, int] = {}
        self._letters_before: list[int] = [0]
        self._ms_a_letter = _MS_A_LETTER
        self._voices: tuple[protocol.Voice, ...] = ()
        self._problem: VoiceError | None = None
        self._wants_play = self._is_closed = False
        self._told: ReadingState | None = None
        self._client = connect(lambda event: post(lambda: self.handle(event)))
        self._client.send(protocol.SetVolume(volume))

    # -- what is so

    @property
    def state(self) -> ReadingState:
        """What reading does now."""
        session = self._session
        return ReadingState(
            kind=session.kind,
            index=session.index,
            count=len(session.script.utterances),
            remaining_s=self._remaining_s(),
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
        self._forget(tuple(self._rendered))
        self._letters_before = [0, *accumulate(len(utterance.spoken) for utterance in script.utterances)]
        self._wants_play = False
        self._run(self._session.voice_failed(code) if code is not None else ())

    def warm(self, offset: int) -> None:
        """Have the sentence at *offset* rendered: reading may be asked to begin there."""
        if self._session.script.utterances:
            self._utterance(self._session.script.index_at(offset))

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
        if wpm != self._rate_wpm:
            self._rate_wpm = wpm
            self._say_anew()

    def set_voice(self, voice: str) -> None:
        """Speak in that voice ("" for the best one) from the word being heard."""
        if voice != self._voice:
            self._voice = voice
            self._say_anew()

    def set_volume(self, percent: int) -> None:
        """Set the loudness, 0 to 100, at once."""
        self._volume = percent
        self._client.send(protocol.SetVolume(percent))

    def retry(self) -> None:
        """Look for voice and sound afresh."""
        self._client.retry()

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
                self._learn(utterance, duration_ms)
            case protocol.Voices(voices):
                self._voices = voices
            case protocol.Ready():
                self._return()
            case protocol.Restarted():
                self._rendered.clear()
                self._run(session.voice_restarted())
            case protocol.Failed(code, detail, utterance):
                self._fail(code, detail, utterance)
            case protocol.Starting() | protocol.Silent():
                pass

    def _return(self) -> None:
        if self._problem is None:
            return
        self._problem = None
        self._rendered.clear()
        self._run(self._session.voice_returned())
        if self._wants_play:
            self._wants_play = False
            self._run(self._session.play())

    def _fail(self, code: VoiceErrorCode, detail: str, utterance: int | None) -> None:
        if utterance is None or code == "no_voice":
            self._problem, self._told = VoiceError(code, detail), None
            self._wants_play = False
            self._run(self._session.voice_failed(code))
            return
        index = self._sentences.get(utterance)
        if index is not None and self._rendered.get(index) == utterance:
            self._run(self._session.cannot_say(index))

    # -- inside

    def _run(self, wanted: Effects) -> None:
        for effect in wanted:
            match effect:
                case effects.Speak(take, index, word):
                    self._client.send(protocol.Play(take, self._utterance(index), word))
                case effects.Follow(take, index):
                    self._client.send(protocol.Queue(take, self._utterance(index)))
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

    def _utterance(self, index: int) -> int:
        """Return the number of the sentence's sound at the present rate and voice, ordering it if that was not done."""
        if index not in self._rendered:
            number = next(self._numbers)
            self._rendered[index], self._sentences[number] = number, index
            segments = segments_of(self._session.script.utterances[index])
            self._client.send(protocol.Load(number, segments, self._voice, self._rate_wpm))
        return self._rendered[index]

    def _prepare(self) -> None:
        """Have rendered where one key press leads, and nothing else."""
        if self._session.kind == "no_voice":
            return
        wanted = self._session.wanted()
        for index in wanted:
            self._utterance(index)
        sounding = {index for _, index in self._session.takes()}
        self._forget(tuple(index for index in self._rendered if index not in wanted and index not in sounding))

    def _forget(self, indexes: tuple[int, ...]) -> None:
        numbers = tuple(self._rendered.pop(index) for index in indexes)
        for number in numbers:
            self._sentences.pop(number, None)
        if numbers:
            self._client.send(protocol.Forget(numbers))

    def _say_anew(self) -> None:
        self._forget(tuple(self._rendered))
        if self._session.kind != "no_voice":
            for take, index in self._session.takes():
                self._client.send(protocol.Swap(take, self._utterance(index)))
        self._told = None
        self._run(())

    def _learn(self, utterance: int, duration_ms: float) -> None:
        index = self._sentences.get(utterance)
        if index is not None and self._rendered.get(index) == utterance:
            letters = self._letters_before[index + 1] - self._letters_before[index]
            if letters >= 20:
                measured = duration_ms / letters * self._rate_wpm / DEFAULT_RATE_WPM
                self._ms_a_letter += (measured - self._ms_a_letter) * 0.1

    def _remaining_s(self) -> float:
        index, before = self._session.index, self._letters_before
        if index >= len(before) - 1:
            return 0.0
        words, word = self._session.script.utterances[index].words, self._session.word
        said = words[word].at if word < len(words) else 0
        letters = before[-1] - before[index] - said
        return letters * self._ms_a_letter / 1000 * DEFAULT_RATE_WPM / self._rate_wpm
