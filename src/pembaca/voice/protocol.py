"""What the window and the voice process say to each other: JSON, one message a line, over the child's stdin and stdout.

Window → voice: Load, Forget, Play, Queue, Swap, Pause, Resume, Stop, SetVolume, ListVoices.
Voice → window: Starting, Voices, Ready, Loaded, Started, Boundary, Finished, Silent, Failed; the parent side adds Restarted.
An *utterance* is sound that is rendered and kept; a *take* is one playing of it. Both are numbers that the window chooses
and never uses twice, so late news of a cancelled take is recognised and dropped.
"""

from __future__ import annotations

from functools import cache
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

    @property
    def duration_ms(self) -> float:
        """How long it sounds, silence at the end included."""
        return len(self.pcm) / 2 * 1000 / self.sample_rate


class Engine(Protocol):
    """Makes sound of words. Lives on one thread."""

    @property
    def abilities(self) -> Abilities:
        """Say what it can; the same answer every time."""
        ...

    def voices(self) -> tuple[Voice, ...]:
        """List what it offers; empty when there is none."""
        ...

    def render(self, segments: tuple[Segment, ...], voice: str, rate_wpm: int) -> Rendered:
        """Say the segments one after the other.

        Args:
            voice: a Voice.id, used for the segments of its language; "" for the engine's best one for each language.
        Returns:
            Sound that begins with the first word: the engine's own silence before it is cut off.
        Raises:
            VoiceError: nothing came out; the engine can be used again.
        """
        ...


class Transcriber(Protocol):
    """Tells what an engine would say. Lives on one thread, and in no process that also renders."""

    def ipa(self, segments: tuple[Segment, ...], voice: str = "") -> tuple[str | None, ...]:
        """Return the sounds of each word in IPA, without marks of stress; None where the engine cannot tell.

        Raises:
            VoiceError: nothing came out; it can be used again.
        """
        ...


class Load(msgspec.Struct, frozen=True, tag_field="do", tag="load"):
    """Render now or soon, first come first served, but what is to be played goes before; answered with Loaded or Failed."""

    utterance: int
    segments: tuple[Segment, ...]
    voice: str
    rate_wpm: int


class Forget(msgspec.Struct, frozen=True, tag_field="do", tag="forget"):
    """Drop utterances, rendered or not, that are not needed any more; what sounds goes on sounding."""

    utterances: tuple[int, ...]


class Play(msgspec.Struct, frozen=True, tag_field="do", tag="play"):
    """Be silent, then play *utterance* from the start of *word*, as soon as it is rendered."""

    take: int
    utterance: int
    word: int = 0


class Queue(msgspec.Struct, frozen=True, tag_field="do", tag="queue"):
    """Play *utterance* when what sounds now is over, without a gap; replaces what was queued before."""

    take: int
    utterance: int


class Swap(msgspec.Struct, frozen=True, tag_field="do", tag="swap"):
    """Go on with *take*, sounding, paused or queued, in *utterance*: the same words at another rate or in another voice.

    The old sound goes on until the new one is rendered; the place within the word is kept.
    """

    take: int
    utterance: int


class Pause(msgspec.Struct, frozen=True, tag_field="do", tag="pause"):
    """Be silent at a sample; answered with Silent."""

    serial: int


class Resume(msgspec.Struct, frozen=True, tag_field="do", tag="resume"):
    """Go on at that sample."""


class Stop(msgspec.Struct, frozen=True, tag_field="do", tag="stop"):
    """Be silent and forget what was to be played; answered with Silent."""

    serial: int


class SetVolume(msgspec.Struct, frozen=True, tag_field="do", tag="volume"):
    """Loudness from 0 to 100, at once."""

    percent: int


class ListVoices(msgspec.Struct, frozen=True, tag_field="do", tag="voices"):
    """Ask for Voices."""


Request = Load | Forget | Play | Queue | Swap | Pause | Resume | Stop | SetVolume | ListVoices


class Starting(msgspec.Struct, frozen=True, tag_field="event", tag="starting"):
    """The voice process lives and obeys; it now looks for an engine and opens the sound card."""


class Voices(msgspec.Struct, frozen=True, tag_field="event", tag="voices"):
    """The voices there are: sent once while starting, and as the answer to ListVoices."""

    voices: tuple[Voice, ...]


class Ready(msgspec.Struct, frozen=True, tag_field="event", tag="ready"):
    """Engine and sound card are there: what is asked for will be heard."""

    abilities: Abilities


class Loaded(msgspec.Struct, frozen=True, tag_field="event", tag="loaded"):
    """The utterance is rendered and can be heard at once."""

    utterance: int
    duration_ms: float


class Started(msgspec.Struct, frozen=True, tag_field="event", tag="started"):
    """The first sample of the take is being heard."""

    take: int


class Boundary(msgspec.Struct, frozen=True, tag_field="event", tag="boundary"):
    """Word number *word* of the take is being heard."""

    take: int
    word: int


class Finished(msgspec.Struct, frozen=True, tag_field="event", tag="finished"):
    """The last sample of the take has been heard."""

    take: int


class Silent(msgspec.Struct, frozen=True, tag_field="event", tag="silent"):
    """Nothing more is handed to the sound card; answers the Stop or Pause of that serial."""

    serial: int


class Failed(msgspec.Struct, frozen=True, tag_field="event", tag="failed"):
    """The utterance cannot be said; with ``utterance`` None nothing can, until a fresh start is asked for."""

    code: VoiceErrorCode
    detail: str = ""
    utterance: int | None = None


class Restarted(msgspec.Struct, frozen=True, tag_field="event", tag="restarted"):
    """The voice process died or hung, and a fresh one that knows nothing is starting; all loads and plays are lost."""

    code: VoiceErrorCode


Event = Starting | Voices | Ready | Loaded | Started | Boundary | Finished | Silent | Failed | Restarted

_ENCODER = msgspec.json.Encoder()


@cache
def _requests() -> msgspec.json.Decoder[Request]:
    return msgspec.json.Decoder(Request)


@cache
def _events() -> msgspec.json.Decoder[Event]:
    return msgspec.json.Decoder(Event)


def to_line(message: Request | Event) -> bytes:
    """Return the message as one line of UTF-8 JSON with its line break."""
    return _ENCODER.encode(message) + b"\n"


def read_request(line: bytes) -> Request:
    """Read one line.

    Raises:
        msgspec.DecodeError: it is no request.
    """
    return _requests().decode(line)


def read_event(line: bytes) -> Event:
    """Read one line.

    Raises:
        msgspec.DecodeError: it is no event.
    """
    return _events().decode(line)
