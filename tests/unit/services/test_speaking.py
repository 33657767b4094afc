"""pembaca.services.speaking, with the real espeak-ng"""

from __future__ import annotations

import io
import json
import os
import sys
import threading
import wave
from itertools import pairwise
from pathlib import Path

import pytest
from tests.scripts import NEWS, script_of

from pembaca.cancel import CancelToken
from pembaca.errors import Cancelled, VoiceError
from pembaca.services.speaking import render_to_wav, speak_aloud
from pembaca.voice.client import worker_command

# Is the voice process, and keeps what it says.
LISTENING = """
import subprocess, sys
command = (sys.executable, "-m", "pembaca.voice.worker", "--engine", "silent", "--output", "silent")
worker = subprocess.Popen(command, stdout=subprocess.PIPE)
with open(sys.argv[1], "wb", buffering=0) as kept:
    for line in worker.stdout:
        kept.write(line)
        sys.stdout.buffer.write(line)
        sys.stdout.flush()
"""


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


@pytest.mark.parametrize("wrong", ["tidak/ada.json", "folder"])
def test_earlier_recording_survives_marks_that_cannot_be_written(tmp_path: Path, wrong: str) -> None:
    """Yesterday's bulletin is not lost because a folder was mistyped."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "suara.wav").write_bytes(b"lama")
    with pytest.raises(OSError):
        render_to_wav(script_of("Selamat pagi."), tmp_path / "suara.wav", tmp_path / wrong)

    assert (b"lama", {"folder", "suara.wav"}) == (
        (tmp_path / "suara.wav").read_bytes(),
        {file.name for file in tmp_path.iterdir()},
    )


def test_cancelled_rendering_leaves_earlier_files(tmp_path: Path) -> None:
    """Ctrl+C in the second sentence keeps what was there, sound and marks."""
    token = CancelToken()
    for name in ("suara.wav", "tanda.json"):
        (tmp_path / name).write_bytes(b"lama")
    with pytest.raises(Cancelled):
        render_to_wav(
            script_of("Satu.\nDua."),
            tmp_path / "suara.wav",
            tmp_path / "tanda.json",
            cancel=token,
            report=lambda progress: token.cancel(),
        )

    assert {"suara.wav": b"lama", "tanda.json": b"lama"} == {file.name: file.read_bytes() for file in tmp_path.iterdir()}


def test_sound_goes_through_a_pipe(tmp_path: Path) -> None:
    """Another program turns it into a format for phones; a pipe cannot go back to write a length, and need not."""
    pipe = tmp_path / "pipa"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    render_to_wav(script_of("Selamat pagi."), pipe)
    reader.join(60)
    with wave.open(io.BytesIO(got[0])) as file:
        length = 2 * file.getnframes()

    assert (len(got[0]) - 44, True) == (length, pipe.is_fifo())


def test_speaking_returns_when_all_is_said(tmp_path: Path) -> None:
    """The command returns after the last sample and not before: by then the voice has said that both sentences are over."""
    heard = tmp_path / "didengar"
    speak_aloud(script_of("Satu.\nDua."), rate_wpm=600, command=(sys.executable, "-c", LISTENING, str(heard)))
    events = [json.loads(line)["event"] for line in heard.read_text().splitlines()]

    assert ["started", "finished"] * 2 == [event for event in events if event in ("started", "finished")]


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
