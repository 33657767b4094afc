"""Says a script from start to end: into a WAV file with the time of each word, or aloud. Blocking; no Qt."""

from __future__ import annotations

import queue
import wave
from typing import TYPE_CHECKING

import msgspec

from pembaca.cancel import CancelToken, Progress, Report, silent
from pembaca.errors import VoiceError
from pembaca.files import whole
from pembaca.services.reading import Reading, ReadingState
from pembaca.services.voicing import segments_of
from pembaca.settings import DEFAULT_RATE_WPM
from pembaca.voice.client import VoiceClient, worker_command
from pembaca.voice.engines import make_engine
from pembaca.voice.pcm import SAMPLE_RATE, resampled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from pembaca.document import TextSpan
    from pembaca.speech.utterance import Script
    from pembaca.voice.protocol import Engine


class WordMark(msgspec.Struct, frozen=True):
    """When a printed word begins in the sound: code points of the text, ms from the start of the file."""

    start: int
    end: int
    time_ms: int


def render_to_wav(
    script: Script,
    path: Path,
    marks_path: Path | None = None,
    rate_wpm: int = DEFAULT_RATE_WPM,
    voice: str = "",
    cancel: CancelToken | None = None,
    report: Report = silent,
    engine: Engine | None = None,
) -> tuple[WordMark, ...]:
    """Write the whole script as one WAV file (mono, 16 bit, 22,050 Hz), and its marks as JSON if *marks_path* is given.

    Args:
        voice: a Voice.id, or a voice's name as the system prints it; "" for the best one.
    Returns:
        One mark a word, in the order of the words; times ascend and lie within the sound.
    Raises:
        VoiceError: ``no_engine``, ``no_voice`` or ``render``.
        OSError: a file cannot be written.
        Cancelled: looked at between sentences.
        After each of them both files are as they were before.
    """
    engine = engine or make_engine()
    voice = _voice_id(engine, voice)
    targets = (path,) if marks_path is None else (path, marks_path)
    with whole(*targets) as (raw, *marks_file):
        marks: list[WordMark] = []
        with wave.open(raw, "wb") as file:
            file.setparams((1, 2, SAMPLE_RATE, 0, "NONE", ""))
            frames = 0
            for index, utterance in enumerate(script.utterances):
                if cancel is not None:
                    cancel.check()
                report(Progress(index, len(script.utterances), utterance.text))
                rendered = engine.render(segments_of(utterance), voice, rate_wpm)
                pcm = resampled(rendered.pcm, rendered.sample_rate, SAMPLE_RATE)
                begins_ms = frames * 1000 / SAMPLE_RATE
                timed = zip(utterance.words, rendered.word_ms, strict=True)
                marks += (WordMark(word.start, word.end, int(begins_ms + ms)) for word, ms in timed)
                file.writeframes(pcm)
                frames += len(pcm) // 2
        for stream in marks_file:
            stream.write(msgspec.json.format(msgspec.json.encode(marks), indent=1) + b"\n")
    return tuple(marks)


def speak_aloud(
    script: Script,
    rate_wpm: int = DEFAULT_RATE_WPM,
    voice: str = "",
    volume: int = 100,
    cancel: CancelToken | None = None,
    command: Sequence[str] = (),
) -> None:
    """Say the whole script through the sound card; returns when the last sample has been heard.

    Raises:
        VoiceError: nothing can be said, or no more.
        Cancelled: silent by then.
    """
    calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    ear = _Ear()
    start = command or worker_command()
    reading = Reading(lambda on_event: VoiceClient(start, on_event), calls.put, ear, rate_wpm, volume, voice)
    try:
        reading.open(script)
        reading.play()
        while script.utterances and not ear.is_over:
            if cancel is not None:
                cancel.check()
            try:
                calls.get(timeout=0.1)()
            except queue.Empty:
                continue
    finally:
        reading.close()
    if ear.problem is not None:
        raise ear.problem


class _Ear:
    """Listens for the end."""

    is_over = False
    problem: VoiceError | None = None

    def state_changed(self, state: ReadingState) -> None:
        self.problem = state.problem
        self.is_over = state.kind in ("finished", "no_voice")

    def lit(self, sentence: TextSpan | None, word: TextSpan | None) -> None:
        """Nothing is shown."""

    def place_changed(self, offset: int) -> None:
        """Nothing is kept."""


def _voice_id(engine: Engine, wanted: str) -> str:
    """Return the id of the voice that is called *wanted* in any way.

    Raises:
        VoiceError: ``no_voice``: there is no such voice.
    """
    if not wanted:
        return ""
    name = wanted.casefold()
    for voice in engine.voices():
        if name in (voice.id.casefold(), voice.name.casefold(), voice.language.casefold()):
            return voice.id
    raise VoiceError("no_voice", wanted)
