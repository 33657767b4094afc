"""Asks the engine what it will say for each word of a script. Blocking; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pembaca.errors import VoiceError
from pembaca.services.voicing import segments_of
from pembaca.voice.engines import make_transcriber

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pembaca.speech.utterance import Script

Sounds = tuple[str | None, ...]


def transcribe(script: Script, engine_name: str = "auto") -> tuple[Sounds, ...]:
    """Return, for each utterance, the IPA of each of its words; None where the engine cannot tell, or where there is none.

    Args:
        engine_name: as ``make_engine`` knows it.
    """
    return tuple(_sounds(script, engine_name))


def _sounds(script: Script, engine_name: str) -> Iterator[Sounds]:
    try:
        transcriber = make_transcriber(engine_name)
    except VoiceError:
        transcriber = None
    for utterance in script.utterances:
        unknown: Sounds = (None,) * len(utterance.words)
        try:
            yield transcriber.ipa(segments_of(utterance)) if transcriber and utterance.words else unknown
        except VoiceError:
            yield unknown
