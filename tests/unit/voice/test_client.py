"""pembaca.voice.client and pembaca.voice.worker together: a real process with the silent engine and a real clock"""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pembaca.voice.client import VoiceClient, worker_command
from pembaca.voice.protocol import (
    Boundary,
    Event,
    Failed,
    Finished,
    Load,
    Loaded,
    Pause,
    Play,
    Queue,
    Ready,
    Restarted,
    Segment,
    Silent,
    SpokenWord,
    Started,
    Starting,
    Stop,
    Voices,
)
from pembaca.voice.watch import Limits

SEGMENT = Segment("satu dua", "id", (SpokenWord(0, 4), SpokenWord(5, 8)))


class Voice:
    """A client whose events can be waited for."""

    def __init__(self, command: tuple[str, ...], limits: Limits | None = None) -> None:
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.seen: list[Event] = []
        self.client = VoiceClient(command, self._events.put, limits)

    def until(self, event: Event | type) -> Event:
        """Return the next event that is this one, or of this kind."""
        while True:
            self.seen.append(self._events.get(timeout=10))
            if self.seen[-1] == event or (isinstance(event, type) and isinstance(self.seen[-1], event)):
                return self.seen[-1]


@pytest.fixture
def voice() -> Iterator[Voice]:
    """A silent voice."""
    voice = Voice(worker_command("silent", "silent"))
    yield voice
    voice.client.close()


def test_orders_before_the_start_are_kept(voice: Voice) -> None:
    """Nobody has to wait for the voice before asking it something."""
    voice.client.send(Load(1, (SEGMENT,), "", 600))
    voice.client.send(Play(1, 1))
    voice.until(Finished(1))

    order = [event for event in voice.seen if not isinstance(event, (Loaded, Voices, Ready, Starting))]
    assert [Started(1), Boundary(1, 0), Boundary(1, 1), Finished(1)] == order


def test_stop_and_pause_are_answered(voice: Voice) -> None:
    """The window knows that it is silent."""
    voice.until(Ready)
    voice.client.send(Pause(1))
    voice.client.send(Stop(2))

    assert Silent(1) == voice.until(Silent)
    assert Silent(2) == voice.until(Silent)


def test_queue_follows(voice: Voice) -> None:
    """Take after take, in order."""
    voice.client.send(Load(1, (SEGMENT,), "", 600))
    voice.client.send(Play(1, 1))
    voice.client.send(Queue(2, 1))
    voice.until(Finished(2))

    assert [1, 2] == [event.take for event in voice.seen if isinstance(event, Finished)]


def test_close_ends_process_and_threads(voice: Voice) -> None:
    """Nothing is left of a closed window."""
    voice.until(Ready)
    process = voice.client._life
    voice.client.close()

    assert process is not None
    assert process.process is not None
    assert process.process.poll() is not None
    assert not any(thread.name == "voice" for thread in threading.enumerate() if thread is voice.client._thread)


def test_program_that_dies_at_once_is_not_started_for_ever() -> None:
    """After three more tries the reader is told, and a retry tries again."""
    voice = Voice((sys.executable, "-c", "raise SystemExit(7)"))
    voice.until(Failed)
    voice.client.retry()
    failed = voice.until(Failed)
    voice.client.close()

    assert 6 == sum(isinstance(event, Restarted) for event in voice.seen)
    assert Failed("died", "exit status 7") == failed


def test_program_that_never_answers_is_hung() -> None:
    """A start that does not come to an end is ended."""
    voice = Voice((sys.executable, "-c", "import time; time.sleep(60)"), Limits(start_s=0.1, restarts=0))
    failed = voice.until(Failed)
    voice.client.close()

    assert isinstance(failed, Failed)
    assert "hung" == failed.code


@pytest.mark.logs
def test_missing_program_is_told() -> None:
    """A broken installation is a sentence on screen, not a crash."""
    voice = Voice(("/nonexistent/python",))
    failed = voice.until(Failed)
    voice.client.close()

    assert isinstance(failed, Failed)
    assert "no_engine" == failed.code


def test_missing_engine_is_told_once() -> None:
    """A computer without espeak-ng is told so, and the voice is not started again and again."""
    voice = Voice(worker_command("tidak_ada:Engine", "silent"))
    failed = voice.until(Failed)
    voice.client.close()

    assert isinstance(failed, Failed)
    assert "no_engine" == failed.code
    assert not any(isinstance(event, Restarted) for event in voice.seen)


def test_retry_starts_a_fresh_process(voice: Voice) -> None:
    """ "Uji suara" looks at the sound card and the voices that are there now."""
    voice.until(Ready)
    first = voice.client.pid
    voice.client.retry()
    voice.until(Restarted)
    voice.until(Ready)

    assert first != voice.client.pid


def test_files_where_pembaca_was_started_do_not_break_the_voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A reader's folder may well hold a random.py or a queue.py; they are not part of the program.
    """
    for name in ("queue", "wave", "threading", "selectors", "ctypes", "pyttsx3"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('not mine')")
    monkeypatch.chdir(tmp_path)
    voice = Voice(worker_command("silent", "silent"))
    try:
        voice.until(Ready)
    finally:
        voice.client.close()


def test_client_that_is_closed_while_its_process_dies_ends() -> None:
    """
    Closing the window takes no second longer because the voice gives up in the same moment.
    """
    closing: list[threading.Thread] = []

    class Meanwhile(Limits):
        """Limits that are looked up in the very moment in which somebody closes the client."""

        def __getattribute__(self, name: str) -> object:
            if name == "restarts":
                closing.append(threading.Thread(target=client.close))
                closing[0].start()
                client._again.wait(10)
            return super().__getattribute__(name)

    is_told = threading.Event()
    command = (sys.executable, "-c", "import sys; sys.stdin.readline(); raise SystemExit(7)")
    client = VoiceClient(command, lambda _event: is_told.set(), Meanwhile(restarts=0))
    client.send(Pause(1))
    client._thread.join(10)

    assert (False, 1, False) == (client._thread.is_alive(), len(closing), is_told.is_set())
    closing[0].join()


def test_underruns_of_the_sound_card_stay_out_of_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """
    Every pause of the sound ends in one; what else the voice process says is kept.
    """
    said = "ALSA lib pcm.c:8740:(snd_pcm_recover) underrun occurred"
    caplog.set_level("INFO", "pembaca.voice.client")
    program = f"import sys; print({said!r}, 'hal lain', sep=chr(10), file=sys.stderr)"
    voice = Voice((sys.executable, "-c", program), Limits(restarts=0))
    voice.until(Failed)
    voice.client.close()
    wait_for = [thread for thread in threading.enumerate() if thread.name == "voice errors"]
    for thread in wait_for:
        thread.join(10)

    assert "hal lain" in caplog.messages
    assert not any("underrun" in message for message in caplog.messages)


def test_gate_keeps_the_process_from_starting() -> None:
    """
    The window is drawn first; the voice, which takes a processor for itself, comes then.
    """
    gate, events = threading.Event(), queue.SimpleQueue[Event]()
    client = VoiceClient(worker_command("silent", "silent"), events.put, gate=gate)
    try:
        assert client.pid is None
        gate.set()
        assert isinstance(events.get(timeout=10), Starting)
    finally:
        client.close()


def test_client_behind_its_gate_can_be_closed() -> None:
    """
    A window that is closed at once leaves nothing behind that waits.
    """
    client = VoiceClient(worker_command("silent", "silent"), lambda _event: None, gate=threading.Event())
    client.close()

    assert client.pid is None
