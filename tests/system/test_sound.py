"""The voice as it is heard: a real voice process with real espeak-ng into a recorded sound card of its own."""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.scripts import NEWS, script_of
from tests.system.sound import RATE, Booth, Recorder, until

from pembaca.document import TextSpan
from pembaca.services.speaking import speak_aloud
from pembaca.services.voicing import segments_of
from pembaca.speech.utterance import Script
from pembaca.voice.client import worker_command
from pembaca.voice.engines.espeak import EspeakEngine
from pembaca.voice.pcm import SAMPLE_RATE, samples_of
from pembaca.voice.protocol import Boundary, Failed, Loaded, Ready, Restarted
from pembaca.voice.watch import Limits

TEN_TIMES = 10  # tests assert order and place; times only to within ten times their limit


@pytest.fixture(scope="module")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Recorder]:
    """A recorded sound card."""
    recorder = Recorder(tmp_path_factory.mktemp("sound"))
    yield recorder
    recorder.close()


@pytest.fixture
def booth(recorder: Recorder) -> Iterator[Booth]:
    """Reading that is ready to start."""
    booth = Booth(recorder.env)
    booth.reading.open(script_of(NEWS))
    booth.until_heard(Ready)
    booth.until_heard(Loaded)
    yield booth
    booth.reading.close()


def test_play_sounds_and_lights_the_title(recorder: Recorder, booth: Booth) -> None:
    """Space is answered by the voice, and the light stands on what it says."""
    script = script_of(NEWS)
    at = time.monotonic()
    booth.reading.play()
    heard = recorder.first_sound(at)
    booth.until(lambda: any(word is not None for _, _, word in booth.listener.lights))

    assert heard is not None
    assert heard - at < 0.05 * TEN_TIMES
    title = script.utterances[0]
    first = next(light for light in booth.listener.lights if light[2] is not None)
    assert (TextSpan(0, title.end), TextSpan(title.words[0].start, title.words[0].end)) == first[1:]


def test_pause_is_silent_and_resume_goes_on(recorder: Recorder, booth: Booth) -> None:
    """A pause loses no word and repeats none: the words are lit once each, in order."""
    booth.reading.play()
    booth.until(lambda: len(booth.listener.lights) > 4)
    recorder.wait_loud()
    paused_at = time.monotonic()
    booth.reading.pause()
    silence = recorder.last_sound(paused_at)
    resumed_at = time.monotonic()
    booth.reading.play()
    heard = recorder.first_sound(resumed_at)
    booth.until(lambda: booth.reading.state.index == 1)

    assert silence is not None
    assert silence < 0.03 * TEN_TIMES
    assert heard is not None
    assert heard - resumed_at < 0.03 * TEN_TIMES
    title = script_of(NEWS).utterances[0]
    words = [word for _, sentence, word in booth.listener.lights if word is not None and sentence == TextSpan(0, title.end)]
    assert [TextSpan(word.start, word.end) for word in title.words] == words


def test_pause_and_resume_keep_every_sample(recorder: Recorder, booth: Booth) -> None:
    """With five pauses the reading sounds exactly as long as without."""
    booth.reading.open(script_of("Pemerintah mengumumkan kebijakan baru hari ini di Jakarta."))
    plain = _sounding_s(recorder, booth, pauses=0)

    assert plain == pytest.approx(_sounding_s(recorder, booth, pauses=5), abs=0.015 * 5)


def _sounding_s(recorder: Recorder, booth: Booth, pauses: int) -> float:
    """Milliseconds that hold sound, in one reading of the script."""
    at = time.monotonic()
    booth.reading.play()
    for _ in range(pauses):
        booth.run(0.25)
        recorder.wait_loud()
        booth.reading.pause()
        booth.run(0.15)
        booth.reading.play()
    booth.until_kind("finished")
    samples = recorder.samples(at, time.monotonic() + 0.1)
    step = RATE // 1000
    return sum(max(map(abs, samples[i : i + step])) > 30 for i in range(0, len(samples) - step, step)) / 1000


def test_stop_is_silent_and_keeps_the_sentence(recorder: Recorder, booth: Booth) -> None:
    """Escape silences at once; playing again begins with the sentence that was heard."""
    booth.reading.play()
    booth.until(lambda: booth.reading.state.index == 1)
    recorder.wait_loud()
    at = time.monotonic()
    booth.reading.stop()
    silence = recorder.last_sound(at)

    assert silence is not None
    assert silence < 0.03 * TEN_TIMES
    assert ("idle", 1) == (booth.reading.state.kind, booth.reading.state.index)
    assert (None, None) == booth.listener.lights[-1][1:]


def test_next_and_previous_sound_at_once(recorder: Recorder, booth: Booth) -> None:
    """Neighbours are rendered before they are asked for, so that a skip is heard like a key press."""
    booth.reading.play()
    booth.until(lambda: len(booth.listener.lights) > 3)
    for command, index in (
        (booth.reading.next_sentence, 1),
        (booth.reading.next_sentence, 2),
        (booth.reading.previous_sentence, 1),
    ):
        known = len(booth.events)
        at = time.monotonic()
        command()
        booth.until(lambda known=known: any(isinstance(event, Boundary) for event in booth.events[known:]))

        assert time.monotonic() - at < 0.05 * TEN_TIMES
        assert index == booth.reading.state.index


def test_sentences_follow_without_a_gap(recorder: Recorder, booth: Booth) -> None:
    """Between two sentences there is the voice's own pause and nothing more."""
    script = script_of(NEWS)
    booth.reading.play()
    booth.until(lambda: booth.reading.state.index == 3, 30)
    starts = [at for at, _, word in booth.listener.lights if word is None]
    engine_s = [_render(EspeakEngine(), script, index) for index in (1, 2)]

    for engine, heard in zip(engine_s, (starts[2] - starts[1], starts[3] - starts[2]), strict=True):
        assert engine - 0.1 < heard < engine + 0.25 * TEN_TIMES


def _render(engine: EspeakEngine, script: Script, index: int) -> float:
    return engine.render(segments_of(script.utterances[index]), "", 200).duration_ms / 1000


def test_words_are_lit_when_they_sound(recorder: Recorder, booth: Booth) -> None:
    """The light is within 50 ms of the word in the sound, found by laying the engine's own samples over the recording."""
    script = script_of("Presiden membuka rapat. Keputusan itu berlaku mulai besok pagi di seluruh kabupaten.")
    booth.reading.open(script)
    booth.run(0.2)
    at = time.monotonic()
    booth.reading.play()
    booth.until_kind("finished", 20)
    rendered = EspeakEngine().render(segments_of(script.utterances[0]), "", 200)
    samples = samples_of(rendered.pcm)
    first = next(i for i, sample in enumerate(samples) if abs(sample) > 30) / SAMPLE_RATE
    heard = recorder.first_sound(at)
    assert heard is not None
    lit = [moment for moment, sentence, word in booth.listener.lights if word is not None and sentence == TextSpan(0, 23)]

    errors = [abs(moment - (heard - first + ms / 1000)) for moment, ms in zip(lit, rendered.word_ms, strict=True)]
    assert statistics.median(errors) < 0.05
    assert max(errors) < 0.05 * TEN_TIMES


def test_faster_speech_goes_on_from_the_word(recorder: Recorder, booth: Booth) -> None:
    """A change of speed acts at once: no word is lost, none is lit twice, and the sentence ends sooner."""
    script = script_of("Kementerian menyampaikan bahwa belanja negara hingga akhir Oktober mencapai enam puluh persen dari pagu.")
    booth.reading.open(script)
    booth.run(0.2)
    booth.reading.play()
    booth.until(lambda: sum(word is not None for _, _, word in booth.listener.lights) == 4)
    at = time.monotonic()
    booth.reading.set_rate(400)
    booth.until_kind("finished")

    words = [word for _, _, word in booth.listener.lights if word is not None]
    assert [TextSpan(word.start, word.end) for word in script.utterances[0].words] == words
    assert time.monotonic() - at < 3.0


def test_killed_voice_goes_on_from_the_sentence(recorder: Recorder, booth: Booth) -> None:
    """A voice process that is killed is replaced, and reading goes on from that sentence by itself."""
    booth.reading.play()
    booth.until(lambda: booth.reading.state.index == 1 and booth.reading.state.kind == "playing")
    recorder.wait_loud()
    killed = booth.client.pid
    assert killed is not None
    at = time.monotonic()
    os.kill(killed, signal.SIGKILL)
    booth.until_heard(Restarted)
    heard = recorder.first_sound(at + 0.08)

    assert heard is not None
    assert heard - at < 0.5 * TEN_TIMES
    booth.run(0.1)
    assert ("playing", 1) == (booth.reading.state.kind, booth.reading.state.index)
    assert killed != booth.client.pid


def test_hung_engine_is_replaced(recorder: Recorder) -> None:
    """An engine that never returns is killed, and the same sentence is tried again; then the reader is told."""
    booth = Booth(recorder.env, worker_command("tests.system.hanging:HangingEngine"), limits=Limits(render_s=0.3))
    booth.reading.open(script_of(NEWS))
    booth.reading.play()
    booth.until_kind("no_voice", 20)
    booth.reading.close()

    assert [Restarted("hung")] * 3 == [event for event in booth.events if isinstance(event, Restarted)]
    assert booth.reading.state.problem is not None
    assert "hung" == booth.reading.state.problem.code


@pytest.mark.parametrize("configuration", ["", None], ids=["empty configuration", "no device"])
def test_no_sound_card_is_told_once(tmp_path: Path, configuration: str | None) -> None:
    """Without a sound card the window lives, says so once, and does not start voices for ever."""
    env = {"PULSE_SERVER": f"unix:{tmp_path}/none", "ALSA_CONFIG_PATH": "/usr/share/alsa/alsa.conf"}
    if configuration is not None:
        (tmp_path / "asound.conf").write_text(configuration)
        env["ALSA_CONFIG_PATH"] = str(tmp_path / "asound.conf")
    booth = Booth(env)
    booth.reading.open(script_of(NEWS))
    booth.until_kind("no_voice", 20)
    booth.run(1.0)
    booth.reading.next_sentence()
    booth.reading.stop()
    pid = booth.client.pid
    booth.reading.close()

    assert ["no_sound"] == [event.code for event in booth.events if isinstance(event, Failed)]
    assert pid is None
    assert 1 == sum(state.problem is not None and state.index == 0 for state in booth.listener.states)


def test_sound_card_that_comes_later_is_found(recorder: Recorder, tmp_path: Path) -> None:
    """Headphones that are plugged in later are found when the reader presses Play again."""
    (tmp_path / "asound.conf").write_text("")
    link = tmp_path / "link.conf"
    link.symlink_to(tmp_path / "asound.conf")
    booth = Booth({**recorder.env, "ALSA_CONFIG_PATH": str(link)})
    booth.reading.open(script_of(NEWS))
    booth.until_kind("no_voice", 20)
    link.unlink()
    link.symlink_to(recorder.env["ALSA_CONFIG_PATH"])
    at = time.monotonic()
    booth.reading.play()
    booth.until_kind("playing")
    heard = recorder.first_sound(at)
    booth.reading.close()

    assert heard is not None


_PARENT = """
import sys, time
from tests.scripts import NEWS, script_of
from tests.system.sound import Booth
from pembaca.voice.client import worker_command
booth = Booth({}, worker_command(sys.argv[1]))
booth.reading.open(script_of(NEWS))
booth.reading.play()
booth.until(lambda: booth.client.pid is not None)
print(booth.client.pid, flush=True)
booth.run(60)
"""


@pytest.mark.parametrize("engine", ["auto", "tests.system.hanging:HangingEngine", "tests.system.hanging:SelfishEngine"])
def test_killed_window_leaves_silence_and_no_child(recorder: Recorder, engine: str) -> None:
    """A window that is killed takes its voice along at once, even one that hangs in its engine."""
    parent = subprocess.Popen([sys.executable, "-c", _PARENT, engine], env=_surroundings(recorder), stdout=subprocess.PIPE)
    assert parent.stdout is not None
    with parent.stdout as told:
        child = int(told.readline())
    if engine == "auto":
        assert recorder.first_sound(time.monotonic()) is not None
        recorder.wait_loud()
    else:
        until(lambda: "hanging" in _threads_say(child), 10)
    at = time.monotonic()
    parent.kill()
    parent.wait()
    silence = recorder.last_sound(at, 1.0)
    until(lambda: not Path(f"/proc/{child}/cmdline").exists() or not Path(f"/proc/{child}/cmdline").read_bytes(), 2)

    assert silence is not None
    assert silence < 0.1 * TEN_TIMES


def _surroundings(recorder: Recorder) -> dict[str, str]:
    return {**os.environ, **recorder.env, "PYTHONPATH": os.pathsep.join(folder for folder in sys.path if folder)}


def _threads_say(pid: int) -> str:
    """The name of the process's first thread, which the test engines set when they hang."""
    return Path(f"/proc/{pid}/comm").read_text()


def test_speak_aloud_says_all(recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line's ``speak`` sounds as long as the text, and returns when it is over."""
    for name, value in recorder.env.items():
        monkeypatch.setenv(name, value)
    at = time.monotonic()
    speak_aloud(script_of("Selamat pagi.\nIni kabar hari ini."), rate_wpm=300)
    end = time.monotonic()

    heard = recorder.first_sound(at)
    assert heard is not None
    assert recorder.last_sound(end) is not None
    assert 1.0 < end - heard < 6.0
