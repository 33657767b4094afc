"""espeak-ng through pyttsx3's own binding: sound in memory, real word times, phonemes. One at a time in a process."""

from __future__ import annotations

import ctypes
from types import ModuleType
from typing import Any

from pembaca.errors import VoiceError
from pembaca.voice.engines.choice import base_of, voice_for
from pembaca.voice.engines.espeak_text import Sent, speller, to_send
from pembaca.voice.engines.joining import Piece, joined
from pembaca.voice.engines.timing import from_marks
from pembaca.voice.protocol import Abilities, Rendered, Segment, Voice

_DONT_EXIT = 0x8000  # espeakINITIALIZE_DONT_EXIT of speak_lib.h, which the binding lacks: no data must not end the process
_NEEDS_MBROLA = "mb/"  # listed even where MBROLA is not installed
_STOPS = ".,;:!?…)–—"


class EspeakEngine:
    """Speaks with espeak-ng.

    Raises:
        VoiceError: ``no_engine``: the library or its data is not installed.
    """

    def __init__(self, options: int = 0) -> None:
        self._vendor = _binding()
        # Synchronous: the callback runs inside Synth, on the caller's thread.
        self._rate_hz: int = self._vendor.Initialize(self._vendor.AUDIO_OUTPUT_SYNCHRONOUS, 0, None, _DONT_EXIT | options)
        if self._rate_hz <= 0:
            raise VoiceError("no_engine", "espeak-ng has no data")
        self._voices = self._list_voices()
        self._spelled = speller(self._vendor)
        self._voice = ""
        self._pcm: list[bytes] = []
        self.marks: list[tuple[int, float]] = []
        self._vendor.SetSynthCallback(self._on_sound)

    @property
    def abilities(self) -> Abilities:
        """See Engine."""
        languages = tuple(dict.fromkeys(base_of(voice.language) for voice in self._voices))
        return Abilities(engine="espeak", word_times=True, phonemes=True, languages=languages)

    def voices(self) -> tuple[Voice, ...]:
        """See Engine."""
        return self._voices

    def render(self, segments: tuple[Segment, ...], voice: str, rate_wpm: int) -> Rendered:
        """See Engine; the pauses after the utterance and at stops where the voice changes are espeak-ng's own."""
        main = segments[0].language if segments else "id"
        pieces = []
        for index, segment in enumerate(segments):
            chosen = voice_for(segment.language, voice, main, self._voices)
            is_last = index == len(segments) - 1
            pauses = segment.text.rstrip()[-1:] in _STOPS
            sound = self._say(segment, chosen, rate_wpm, is_last=is_last or pauses)
            pieces.append(Piece(sound, pauses=pauses))
        return joined(pieces)

    def spelled(self, word: str) -> str:
        """Return the mnemonics that the voice which spoke last makes of a word's letters by itself."""
        return self._spelled(self._voice, word)

    def _say(self, segment: Segment, voice: Voice, rate_wpm: int, *, is_last: bool) -> Rendered:
        self._set(voice, rate_wpm)
        sent = to_send(segment, self.spelled)
        self._synthesize(sent, is_last=is_last)
        pcm = b"".join(self._pcm)
        end_ms = len(pcm) / 2 * 1000 / self._rate_hz
        return Rendered(pcm=pcm, sample_rate=self._rate_hz, word_ms=tuple(from_marks(sent.words, self.marks, end_ms)))

    def _set(self, voice: Voice, rate_wpm: int) -> None:
        vendor = self._vendor
        if vendor.SetVoiceByName(voice.id.encode()) != vendor.EE_OK:
            raise VoiceError("no_voice", voice.id)
        self._voice = voice.id
        vendor.SetParameter(vendor.RATE, rate_wpm, 0)

    def _synthesize(self, sent: Sent, *, is_last: bool) -> None:
        """Fill ``_pcm`` and ``marks``."""
        vendor = self._vendor
        self._pcm, self.marks = [], []
        flags = vendor.CHARS_UTF8 | (vendor.PHONEMES if sent.has_phonemes else 0)
        if vendor.Synth(sent.text, flags=flags | (vendor.ENDPAUSE if is_last else 0)) != vendor.EE_OK:
            raise VoiceError("render", sent.text)

    def _on_sound(self, samples: Any, count: int, events: Any) -> int:
        index = 0
        while events[index].type != self._vendor.EVENT_LIST_TERMINATED:
            self._on_event(events[index])
            index += 1
        if samples and count > 0:
            self._pcm.append(ctypes.string_at(samples, 2 * count))
        return 0

    def _on_event(self, event: Any) -> None:
        if event.type == self._vendor.EVENT_WORD and event.text_position > 0:  # 0: an empty word at the end of a clause
            self.marks.append((event.text_position - 1, event.audio_position))

    def _list_voices(self) -> tuple[Voice, ...]:
        found = []
        for voice in self._vendor.ListVoices():
            place, tags = voice.identifier.decode(), voice.languages
            if not place.startswith(_NEEDS_MBROLA) and tags:
                # The tag follows one byte of priority: the lower, the better for that language.
                found.append((tags[0], Voice(id=place, name=voice.name.decode(), language=tags[1:].decode())))
        return tuple(voice for _, voice in sorted(found, key=lambda pair: pair[0]))


def _binding() -> ModuleType:
    try:
        from pyttsx3.drivers import _espeak
    except (ImportError, OSError, RuntimeError) as error:  # RuntimeError: its word for a missing library
        raise VoiceError("no_engine", str(error)) from error
    vendor: ModuleType = _espeak
    return vendor
