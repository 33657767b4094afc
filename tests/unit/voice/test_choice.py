"""pembaca.voice.engines.choice"""

from __future__ import annotations

import pytest

from pembaca.errors import VoiceError
from pembaca.voice.engines.choice import voice_for
from pembaca.voice.protocol import Voice

VOICES = (
    Voice("en-gb", "British", "en-GB"),
    Voice("en-us", "American", "en-US"),
    Voice("a", "Andika", "id"),
    Voice("b", "Gadis", "id"),
)


@pytest.mark.parametrize(
    ("language", "chosen", "main", "expected"),
    [
        ("id", "", "id", "a"),
        ("id", "b", "id", "b"),
        ("en", "b", "id", "en-gb"),
        ("en-US", "", "id", "en-us"),
        ("en-AU", "", "id", "en-gb"),
        ("ar", "b", "id", "b"),
        ("ar", "", "en", "en-gb"),
        ("de", "", "de", "a"),
    ],
)
def test_voice_is_chosen_by_language(language: str, chosen: str, main: str, expected: str) -> None:
    """The person's voice says its own language; others are said by the engine's best one."""
    assert expected == voice_for(language, chosen, main, VOICES).id


def test_no_indonesian_voice_is_told() -> None:
    """Indonesian in an English mouth cannot be understood: better to say that there is no voice."""
    with pytest.raises(VoiceError) as caught:
        voice_for("id", "", "id", VOICES[:2])
    assert "no_voice" == caught.value.code


def test_chinese_is_said_by_the_voice_that_its_engine_calls_mandarin() -> None:
    """espeak-ng names it "cmn", pages and people name it "zh"."""
    assert "sino" == voice_for("zh", "", "id", (*VOICES, Voice("sino", "Mandarin", "cmn"))).id
