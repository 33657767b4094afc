"""pembaca.services.speaking, with the real espeak-ng"""

from __future__ import annotations

import json
import wave
from itertools import pairwise
from pathlib import Path

import pytest
from tests.scripts import NEWS, script_of

from pembaca.cancel import CancelToken
from pembaca.errors import Cancelled, VoiceError
from pembaca.services.speaking import render_to_wav, speak_aloud
from pembaca.voice.client import worker_command


def test_marks_give_every_word_its_time(tmp_path: Path) -> None:
    """An audio book with its marks: one a word, ascending, each before the end of the sound."""
    script = script_of(NEWS)
    marks = render_to_wav(script, tmp_path / "suara.wav", tmp_path / "tanda.json")

    with wave.open(str(tmp_path / "suara.wav")) as file:
        length_ms = file.getnframes() * 1000 / file.getframerate()
        assert (1, 2, 22050) == file.getparams()[:3]
    words = [word for utterance in script.utterances for word in utterance.words]
    assert [(word.start, word.end) for word in words] == [(mark.start, mark.end) for mark in marks]
    assert all(before.time_ms < after.time_ms for before, after in pairwise(marks))
    assert marks[-1].time_ms < length_ms
    stored = json.loads((tmp_path / "tanda.json").read_text())
    assert [{"start": mark.start, "end": mark.end, "time_ms": mark.time_ms} for mark in marks] == stored


def test_unknown_voice_leaves_no_file(tmp_path: Path) -> None:
    """A voice that is asked for by name and is not there is an error, not a surprise."""
    with pytest.raises(VoiceError) as caught:
        render_to_wav(script_of(NEWS), tmp_path / "suara.wav", voice="Tidak Ada")

    assert "no_voice" == caught.value.code
    assert [] == list(tmp_path.iterdir())


def test_voice_is_found_by_its_name(tmp_path: Path) -> None:
    """The name that the system prints is enough."""
    best = render_to_wav(script_of("Selamat pagi."), tmp_path / "a.wav")

    assert best == render_to_wav(script_of("Selamat pagi."), tmp_path / "b.wav", voice="indonesian")


def test_cancelled_rendering_leaves_no_file(tmp_path: Path) -> None:
    """Half an article is not left lying as if it were whole."""
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        render_to_wav(script_of(NEWS), tmp_path / "suara.wav", cancel=token)

    assert [] == list(tmp_path.iterdir())


def test_empty_script_is_an_empty_file(tmp_path: Path) -> None:
    """Nothing to say is no error."""
    assert () == render_to_wav(script_of(""), tmp_path / "suara.wav")


def test_speaking_returns_when_all_is_said() -> None:
    """The command returns after the last sample."""
    speak_aloud(script_of("Satu.\nDua."), rate_wpm=600, command=worker_command("silent", "silent"))


def test_speaking_without_an_engine_is_told() -> None:
    """The command line says why it is silent."""
    with pytest.raises(VoiceError) as caught:
        speak_aloud(script_of(NEWS), command=worker_command("tidak_ada:Engine", "silent"))
    assert "no_engine" == caught.value.code


def test_speaking_can_be_cancelled() -> None:
    """Ctrl+C is obeyed in the middle of a sentence."""
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        speak_aloud(script_of(NEWS), cancel=token, command=worker_command("silent", "silent"))
