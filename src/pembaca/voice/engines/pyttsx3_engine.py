"""Any voice that pyttsx3 reaches (SAPI5, macOS, espeak): a WAV file a segment, word times spread by letters."""

from __future__ import annotations

import contextlib
import sys
import tempfile
import time
import wave
from pathlib import Path
from typing import Any

from pembaca.errors import VoiceError
from pembaca.voice.engines.choice import base_of, voice_for
from pembaca.voice.engines.joining import Piece, joined
from pembaca.voice.engines.timing import spread
from pembaca.voice.pcm import bytes_of, leading_silence, samples_of, trailing_silence
from pembaca.voice.protocol import Abilities, Rendered, Segment, Voice

_SETTLING_S = 0.2  # some drivers give back another value than was set
_STOPS = ".,;:!?…)–—"


class Pyttsx3Engine:
    """Speaks through pyttsx3's driver for this system, or the one named.

    Only ``save_to_file`` is used: the driver for espeak never forgets a file name, so ``say`` after it would write the
    file again (pyttsx3 2.99). Word events carry no time in any driver, so none are taken.

    Raises:
        VoiceError: ``no_engine``.
    """

    def __init__(self, driver: str | None = None) -> None:
        try:
            import pyttsx3

            self._vendor: Any = pyttsx3.init(driver)
        except Exception as error:  # each driver raises its own system's errors: COM, Objective-C, OSError, RuntimeError
            raise VoiceError("no_engine", str(error)) from error
        self._folder = tempfile.TemporaryDirectory(prefix="pembaca-suara-")
        self._voices = tuple(_voice(voice) for voice in self._vendor.getProperty("voices"))

    @property
    def abilities(self) -> Abilities:
        """See Engine."""
        languages = tuple(dict.fromkeys(base_of(voice.language) for voice in self._voices))
        return Abilities(engine="pyttsx3", word_times=False, phonemes=False, languages=languages)

    def voices(self) -> tuple[Voice, ...]:
        """See Engine."""
        return self._voices

    def render(self, segments: tuple[Segment, ...], voice: str, rate_wpm: int) -> Rendered:
        """See Engine."""
        main = segments[0].language if segments else "id"
        pieces = []
        for segment in segments:
            chosen = voice_for(segment.language, voice, main, self._voices)
            pieces.append(Piece(self._say(segment, chosen, rate_wpm), pauses=segment.text.rstrip()[-1:] in _STOPS))
        return joined(pieces)

    def _say(self, segment: Segment, voice: Voice, rate_wpm: int) -> Rendered:
        path = Path(self._folder.name) / "segment.wav"
        path.unlink(missing_ok=True)
        try:
            self._set("voice", voice.id)
            self._set("rate", rate_wpm)
            self._vendor.save_to_file(segment.text, str(path))
            with contextlib.redirect_stdout(sys.stderr):  # the driver for espeak prints where it wrote
                self._vendor.runAndWait()
            pcm, rate_hz = _read_mono(path)
        except Exception as error:  # see __init__
            raise VoiceError("render", str(error)) from error
        samples = samples_of(pcm)
        first = leading_silence(samples, len(samples)) * 1000 / rate_hz
        last = (len(samples) - trailing_silence(samples, len(samples))) * 1000 / rate_hz
        words = [(word.start, word.end) for word in segment.words]
        word_ms = spread(segment.text, words, first, max(first, last))
        return Rendered(pcm=pcm, sample_rate=rate_hz, word_ms=tuple(word_ms))

    def _set(self, name: str, value: str | int) -> None:
        """Set a property and wait until it is in force.

        pyttsx3 2.99 may still count itself busy after ``runAndWait`` and would only queue it; its driver for espeak hands it
        to another thread, and cancels what that has not taken yet when the next ``runAndWait`` begins.
        """
        self._vendor.proxy.setBusy(False)
        self._vendor.setProperty(name, value)
        end = time.monotonic() + _SETTLING_S
        while self._vendor.getProperty(name) != value and time.monotonic() < end:
            time.sleep(0.002)


def _voice(voice: Any) -> Voice:
    tags = [tag.decode(errors="ignore") if isinstance(tag, bytes) else str(tag) for tag in voice.languages or ()]
    language = tags[0].strip("\x00\x05\x02\x01 ").replace("_", "-") if tags else "und"
    return Voice(id=voice.id, name=voice.name, language=language)


def _read_mono(path: Path) -> tuple[bytes, int]:
    """Return 16-bit mono sound and its sample rate; of more channels the first is taken."""
    with wave.open(str(path), "rb") as file:
        channels, width, rate_hz = file.getnchannels(), file.getsampwidth(), file.getframerate()
        pcm = file.readframes(file.getnframes())
    if width != 2:
        raise VoiceError("render", f"{8 * width}-bit sound")
    return (pcm if channels == 1 else bytes_of(samples_of(pcm)[::channels])), rate_hz
