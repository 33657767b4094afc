"""How soon the voice obeys, from the call to the recorded sample. PEMBACA_BENCH_TRIALS sets how often each is tried.

Needs pulseaudio, pulseaudio-utils, libasound2-plugins, libportaudio2 and espeak-ng. Beside each figure stand the limit and
what a naive program reached.
A skip is timed by the voice's own clock, which a test lays over the recording; all else by recorded samples.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.scripts import NEWS, script_of
from tests.system.sound import Booth, Recorder

from benchmarks.table import Line, Note, Peer, Row, median_row, run
from pembaca.voice.protocol import Loaded, Ready

_TRIALS = int(os.environ.get("PEMBACA_BENCH_TRIALS", "20"))
LIMITS = {"start": (50, 17), "pause": (30, 14), "resume": (30, 14), "stop": (30, 14), "next": (50, 20), "prev": (50, 20)}
LIMITS["revive"] = (500, 150)


def lines() -> Iterator[Line]:
    """Measure."""
    yield Note("== The voice: from the call to the recorded sample (naive: a child with a small buffer, one sentence at a time)")
    missing = [name for name in ("pulseaudio", "parec", "espeak-ng") if shutil.which(name) is None]
    if missing:
        yield Note(f"not measured: {', '.join(missing)} tidak terpasang")
        return
    with tempfile.TemporaryDirectory() as base:
        recorder = Recorder(Path(base))
        booth = Booth(recorder.env)
        try:
            figures = _obeying(recorder, booth, _TRIALS)
            figures["revive"] = _reviving(recorder, _TRIALS // 4 or 1)
            cost = _cost(booth)
        finally:
            booth.reading.close()
            recorder.close()
    for name, values in figures.items():
        limit, naive = LIMITS[name]
        yield median_row(f"voice: {name}", values, limit=limit, peers=[Peer("naive", naive)])
    for name, (value, unit) in cost.items():
        yield Row(f"voice: {name}", value, unit)


def _obeying(recorder: Recorder, booth: Booth, trials: int) -> dict[str, list[float]]:
    reading, figures = booth.reading, {name: list[float]() for name in LIMITS if name != "revive"}
    reading.open(script_of(NEWS))
    booth.until_heard(Ready)
    booth.until_heard(Loaded)
    for _ in range(trials):
        booth.run(random.uniform(0.1, 0.3))
        figures["start"].append(_sound_after(recorder, booth, reading.play))
        _speak_on(recorder, booth)
        figures["pause"].append(_silence_after(recorder, reading.pause))
        booth.run(random.uniform(0.1, 0.3))
        figures["resume"].append(_sound_after(recorder, booth, reading.play))
        for name, order in (("next", reading.next_sentence), ("prev", reading.previous_sentence)):
            _speak_on(recorder, booth)
            figures[name].append(_other_sound_after(recorder, booth, order))
        _speak_on(recorder, booth)
        figures["stop"].append(_silence_after(recorder, reading.stop))
    return figures


def _speak_on(recorder: Recorder, booth: Booth) -> None:
    booth.run(random.uniform(0.5, 1.0))
    recorder.wait_loud()


def _sound_after(recorder: Recorder, booth: Booth, order: object) -> float:
    at = time.monotonic()
    order()
    heard = recorder.first_sound(at)
    booth.run(0.01)
    return float("nan") if heard is None else 1000 * (heard - at)


def _silence_after(recorder: Recorder, order: object) -> float:
    at = time.monotonic()
    order()
    last = recorder.last_sound(at)
    return float("nan") if last is None else 1000 * last


def _other_sound_after(recorder: Recorder, booth: Booth, order: object) -> float:
    """Time until other sound: a play of another sentence is told by its own Started; here by the word lit after it."""
    at = time.monotonic()
    order()
    known = len(booth.events)
    booth.until(lambda: any(type(event).__name__ in ("Started", "Boundary") for event in booth.events[known:]), 3)
    return 1000 * (time.monotonic() - at)


def _reviving(recorder: Recorder, trials: int) -> list[float]:
    figures = []
    for _ in range(trials):
        booth = Booth(recorder.env)
        booth.reading.open(script_of(NEWS))
        booth.reading.play()
        assert recorder.first_sound(time.monotonic()) is not None
        _speak_on(recorder, booth)
        pid = booth.client.pid
        assert pid is not None
        at = time.monotonic()
        os.kill(pid, signal.SIGKILL)
        booth.until(lambda booth=booth, pid=pid: booth.client.pid not in (None, pid))
        # What was handed to the card before the kill still sounds for some ms.
        gone = at + (recorder.last_sound(at, 0.06) or 0.06)
        booth.run(0.001)
        heard = recorder.first_sound(gone + 0.02)
        figures.append(float("nan") if heard is None else 1000 * (heard - at))
        booth.reading.close()
    return figures


def _cost(booth: Booth) -> dict[str, tuple[float, str]]:
    pid = booth.client.pid
    pss = next(int(line.split()[1]) for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines() if line[:4] == "Pss:")
    booth.reading.stop()
    silent, before = time.monotonic(), _cpu_s(pid)
    booth.run(5)
    idle = (_cpu_s(pid) - before) / (time.monotonic() - silent)
    booth.reading.play()
    speaking, before = time.monotonic(), _cpu_s(pid)
    booth.run(5)
    busy = (_cpu_s(pid) - before) / (time.monotonic() - speaking)
    return {"memory (PSS)": (pss / 1024, "MiB"), "silent, of a core": (100 * idle, "%"), "speaking, of a core": (100 * busy, "%")}


def _cpu_s(pid: int | None) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.exit(run(lines))
