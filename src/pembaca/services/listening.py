"""What passes between reading aloud, whoever shows it, and the way to the voice. Declarations only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import msgspec

from pembaca.errors import VoiceError
from pembaca.speech.session import Kind

if TYPE_CHECKING:
    from pembaca.document import TextSpan
    from pembaca.voice.protocol import Request


class ReadingState(msgspec.Struct, frozen=True):
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

    def send(self, request: Request) -> None: ...
    def retry(self) -> None: ...
    def close(self) -> None: ...
