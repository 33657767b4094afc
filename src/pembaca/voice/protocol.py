"""What the window and the voice process say to each other: JSON, one message a line, over the child's stdin and stdout.

Window → voice: Hello, Load, Play, Pause, Resume, Stop, SetVolume, ListVoices, Quit.
Voice → window: Ready, Voices, Loaded, Started, Boundary, Paused, Resumed, Stopped, Finished, Failed.
Every message about sound carries the ``utterance`` number that the window chose; numbers are never used twice, so
late news of a cancelled utterance is recognised and dropped.
"""

from __future__ import annotations

from typing import Protocol

import msgspec

from pembaca.errors import VoiceErrorCode


class SpokenWord(msgspec.Struct, frozen=True, omit_defaults=True):
    """A word to say: its place in the segment's text (code points), and phonemes for engines that take them."""

    start: int
    end: int
    phonemes: str | None = None


class Segment(msgspec.Struct, frozen=True):
    """A stretch of one utterance in one language, said by that language's voice. Words count through all segments."""

    text: str
    language: str
    words: tuple[SpokenWord, ...]


class Voice(msgspec.Struct, frozen=True):
    """A voice that an engine offers; ``language`` is BCP 47."""

    id: str
    name: str
    language: str


class Abilities(msgspec.Struct, frozen=True):
    """What an engine can: real word times, phonemes in the text, and the languages of its voices."""

    engine: str
    word_times: bool
    phonemes: bool
    languages: tuple[str, ...]


class Rendered(msgspec.Struct, frozen=True):
    """Sound of one utterance: mono signed 16-bit little-endian, and when each word starts (ms, ascending, one a word)."""

    pcm: bytes
    sample_rate: int
    word_ms: tuple[float, ...]


class Engine(Protocol):
    """Makes sound of words. Lives on one thread."""

    abilities: Abilities

    def voices(self) -> tuple[Voice, ...]:
        """List what it offers; empty when there is none."""
        ...

    def render(self, segments: tuple[Segment, ...], voice: str, rate_wpm: int) -> Rendered:
        """Say the segments one after the other.

        Args:
            voice: a Voice.id for the main language, or "" for the engine's best one for each segment's language.
        Raises:
            VoiceError: nothing came out; the engine can be used again.
        """
        ...


class Load(msgspec.Struct, frozen=True, tag_field="do", tag="load"):
    """Render now or soon; an utterance already rendered with the same words, voice and rate is kept."""

    utterance: int
    segments: tuple[Segment, ...]
    voice: str
    rate_wpm: int


class Play(msgspec.Struct, frozen=True, tag_field="do", tag="play"):
    """Be silent, then play *utterance* from the start of *word*; if ``then`` is given play that one after it without a gap."""

    utterance: int
    word: int = 0
    then: int | None = None


class Queue(msgspec.Struct, frozen=True, tag_field="do", tag="queue"):
    """Play *utterance* when the one that sounds now is over, without a gap."""

    utterance: int


class Pause(msgspec.Struct, frozen=True, tag_field="do", tag="pause"):
    """Be silent at a sample."""


class Resume(msgspec.Struct, frozen=True, tag_field="do", tag="resume"):
    """Go on at that sample."""


class Stop(msgspec.Struct, frozen=True, tag_field="do", tag="stop"):
    """Be silent and forget what was to be played; answered with Stopped."""

    serial: int


class SetVolume(msgspec.Struct, frozen=True, tag_field="do", tag="volume"):
    """Loudness from 0 to 100, at once."""

    percent: int


class ListVoices(msgspec.Struct, frozen=True, tag_field="do", tag="voices"):
    """Ask for Voices."""


class Forget(msgspec.Struct, frozen=True, tag_field="do", tag="forget"):
    """Drop rendered sound that is not needed any more."""

    utterances: tuple[int, ...]


Request = Load | Play | Queue | Pause | Resume | Stop | SetVolume | ListVoices | Forget


class Ready(msgspec.Struct, frozen=True, tag_field="event", tag="ready"):
    """The voice process can speak."""

    abilities: Abilities
    voices: tuple[Voice, ...]


class Voices(msgspec.Struct, frozen=True, tag_field="event", tag="voices"):
    """Answer to ListVoices."""

    voices: tuple[Voice, ...]


class Started(msgspec.Struct, frozen=True, tag_field="event", tag="started"):
    """The first sample of the utterance is being heard."""

    utterance: int


class Boundary(msgspec.Struct, frozen=True, tag_field="event", tag="boundary"):
    """Word number *word* of the utterance is being heard."""

    utterance: int
    word: int


class Stopped(msgspec.Struct, frozen=True, tag_field="event", tag="stopped"):
    """Silent since a moment ago; answers the Stop of that serial."""

    serial: int


class Finished(msgspec.Struct, frozen=True, tag_field="event", tag="finished"):
    """The last sample of the utterance has been heard."""

    utterance: int


class Failed(msgspec.Struct, frozen=True, tag_field="event", tag="failed"):
    """Something cannot be said (``utterance`` None: nothing can)."""

    code: VoiceErrorCode
    detail: str = ""
    utterance: int | None = None


Event = Ready | Voices | Started | Boundary | Stopped | Finished | Failed
