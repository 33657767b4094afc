"""A screen whose pixels can be watched: when a program's window has come to rest. Needs Xvfb; uses openbox where it is."""

from __future__ import annotations

import mmap
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import cpu_ms, environment, pss_mib

SIZE = (1440, 900)
_EVERY_S = 0.008
_QUIET_S = 1.5  # so long nothing may change for the window to count as come to rest
_GIVE_UP_S = 30.0
_LITTLE = 4000  # bytes: fewer changed ones are a caret or a clock


@dataclass(frozen=True, slots=True)
class Start:
    """From the start of a program to the first of its window and to its last change; what it has used and holds by then."""

    first_ms: float
    stable_ms: float
    cpu_ms: float
    pss_mib: float


class Screen:
    """Xvfb with its picture in a file that this process reads."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self._processes: list[subprocess.Popen[bytes]] = []
        self.env = environment(base / "home", XDG_RUNTIME_DIR=str(base), GSETTINGS_BACKEND="memory", NO_AT_BRIDGE="1")
        number = base / "display"
        with number.open("wb") as file:
            width, height = SIZE
            options = ["-screen", "0", f"{width}x{height}x24", "-dpi", "96", "-nolisten", "tcp", "-noreset", "-fbdir", str(base)]
            self._start(
                ["Xvfb", "-displayfd", str(file.fileno()), *options],
                pass_fds=(file.fileno(),),
            )
        _until(lambda: number.read_text().endswith("\n"))
        self.env["DISPLAY"] = f":{number.read_text().strip()}"
        if shutil.which("dbus-daemon"):
            address = f"unix:path={base}/bus"
            self._start(["dbus-daemon", "--session", f"--address={address}", "--nofork", "--nopidfile"])
            _until((base / "bus").exists)
            self.env["DBUS_SESSION_BUS_ADDRESS"] = address
        if shutil.which("openbox"):
            self._start(["openbox"])
            time.sleep(1)
        with (base / "Xvfb_screen0").open("rb") as picture:
            self._picture = mmap.mmap(picture.fileno(), 0, prot=mmap.PROT_READ)

    def watch(self, command: Sequence[str], env: Mapping[str, str], settle_s: float = 1.0) -> Start:
        """Start a program, wait until its window rests, measure it, and end it.

        Raises:
            RuntimeError: it ended by itself.
        """
        before = self._picture[:]
        start = time.perf_counter()
        process = subprocess.Popen(
            command, env={**self.env, **env}, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        first = last = used = 0.0
        try:
            while (now := time.perf_counter() - start) < _GIVE_UP_S and not (last and now - last > _QUIET_S):
                time.sleep(_EVERY_S)
                if process.poll() is not None:
                    raise RuntimeError(f"{command[0]} ended with {process.returncode}")
                seen, picture = time.perf_counter() - start, self._picture[:]
                if picture != before:
                    if _is_much(picture, before):
                        first, last, used = first or seen, seen, cpu_ms(process.pid)
                    before = picture
            time.sleep(settle_s)
            return Start(1000 * first, 1000 * last, used, pss_mib(process.pid))
        finally:
            _end(process)
            time.sleep(0.3)

    def close(self) -> None:
        """End what was started here."""
        self._picture.close()
        for process in reversed(self._processes):
            process.terminate()
        for process in self._processes:
            process.wait(10)

    def _start(self, command: list[str], pass_fds: tuple[int, ...] = ()) -> None:
        nothing = subprocess.DEVNULL
        self._processes.append(
            subprocess.Popen(command, env=self.env, pass_fds=pass_fds, stdin=nothing, stdout=nothing, stderr=nothing)
        )


@contextmanager
def screen() -> Iterator[Screen]:
    """Lend a screen."""
    with tempfile.TemporaryDirectory() as base:
        (Path(base) / "home").mkdir()
        lent = Screen(Path(base))
        try:
            yield lent
        finally:
            lent.close()


def _is_much(one: bytes, other: bytes) -> bool:
    """Whether more than a caret differs; looked at in strips, since comparing bytes one by one is slow here."""
    step, differing = 64, 0
    for at in range(0, len(one), 65536):
        if one[at : at + 65536] != other[at : at + 65536]:
            differing += sum(
                step
                for place in range(at, min(at + 65536, len(one)), step)
                if one[place : place + step] != other[place : place + step]
            )
            if differing > _LITTLE:
                return True
    return False


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(3)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(5)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, 9)


def _until(condition: Callable[[], object], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise RuntimeError("a helper of the screen did not come up")
        time.sleep(0.02)
