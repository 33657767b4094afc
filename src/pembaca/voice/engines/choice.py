"""Which voice says a segment. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from pembaca.errors import VoiceError
from pembaca.voice.protocol import Voice

MAIN_LANGUAGE = "id"
_SAME = {"cmn": "zh", "in": "id", "iw": "he", "nb": "no"}  # engines and pages name some languages by an older or a narrower tag


def base_of(language: str) -> str:
    """Return the language of a BCP 47 tag without its region: "en-US" gives "en", espeak-ng's "cmn" "zh"."""
    base = language.replace("_", "-").split("-")[0].lower()
    return _SAME.get(base, base)


def voice_for(language: str, chosen: str, main: str, voices: Sequence[Voice]) -> Voice:
    """Choose among *voices*, which are in the order of the engine's liking.

    Args:
        language: of the segment.
        chosen: the person's Voice.id, "" for none; used where its language is the segment's.
        main: the language of the whole utterance, for segments in languages that no voice speaks.
    Raises:
        VoiceError: ``no_voice``: neither language has one, nor has Indonesian, which says foreign words after a fashion.
    """
    wanted = next((voice for voice in voices if voice.id == chosen), None)
    for tag in (language, main, MAIN_LANGUAGE):
        if wanted is not None and base_of(wanted.language) == base_of(tag):
            return wanted
        spoken = [voice for voice in voices if base_of(voice.language) == base_of(tag)]
        exact = next((voice for voice in spoken if voice.language.lower() == tag.lower()), None)
        if exact is not None or spoken:
            return exact or spoken[0]
    raise VoiceError("no_voice", main)
