"""What espeak-ng will really say for each word, in IPA, as its own events tell while it makes sound that nobody hears.

``espeak_TextToPhonemes`` would spell out the brackets in which phonemes stand. One at a time in a process, and no
EspeakEngine beside it: the library knows one set of options.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from typing import Any

from pembaca.voice.engines.choice import voice_for
from pembaca.voice.engines.espeak import EspeakEngine
from pembaca.voice.engines.espeak_text import to_send
from pembaca.voice.protocol import Segment

_PHONEME_EVENTS, _IN_IPA = 1, 2  # espeakINITIALIZE_PHONEME_EVENTS and _PHONEME_IPA of speak_lib.h, which the binding lacks
_EVENT_PHONEME = 7
_NAME_BYTES = 8  # of the event's field for the sound's name
_RATE_WPM = 350  # the sounds are the same at every rate; this one is made soonest, beyond 400 it takes twice as long
_NO_SOUND = str.maketrans("", "", "ˈˌ \u200d\u0361|_")  # marks of stress and joints


class EspeakTranscriber(EspeakEngine):
    """Tells what EspeakEngine would say.

    Raises:
        VoiceError: ``no_engine``.
    """

    def __init__(self) -> None:
        self._heard: list[tuple[int, str]] = []
        super().__init__(_PHONEME_EVENTS | _IN_IPA)

    def ipa(self, segments: tuple[Segment, ...], voice: str = "") -> tuple[str | None, ...]:
        """Return the sounds of each word, without marks of stress; None for a word that made no sound of its own.

        Args:
            voice: a Voice.id as in ``render``.
        """
        main = segments[0].language if segments else "id"
        found: list[str | None] = []
        for index, segment in enumerate(segments):
            self._set(voice_for(segment.language, voice, main, self._voices), _RATE_WPM)
            sent = to_send(segment, self.spelled)
            self._heard = []
            self._synthesize(sent, is_last=index == len(segments) - 1)
            found += self._by_word(sent.words)
        return tuple(found)

    def _by_word(self, words: tuple[tuple[int, int], ...]) -> list[str | None]:
        """Give the sounds to the words in whose place, or after whose beginning, they were told."""
        starts = [start for start, _ in words]
        sounds = [""] * len(words)
        for place, sound in self._heard:
            if words:
                sounds[max(0, bisect_right(starts, place) - 1)] += sound
        return [sound.translate(_NO_SOUND) or None for sound in sounds]

    def _on_event(self, event: Any) -> None:
        super()._on_event(event)
        if event.type == _EVENT_PHONEME and self.marks:
            name = ctypes.string_at(ctypes.addressof(event.id), _NAME_BYTES).split(b"\0")[0]
            self._heard.append((self.marks[-1][0], name.decode("utf-8", "ignore")))
