"""A private desktop for tests: screen, session bus, accessibility bus and window manager, each ended by its own number."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

SYSTEM_PYTHON = "/usr/bin/python3"  # the one that has gi
_MARK = "PEMBACA_TEST_DESKTOP"
_NOTHING = subprocess.DEVNULL
_OURS = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "SESSION_MANAGER", "QT_QPA_PLATFORM")


def until(condition: Callable[[], object], seconds: float = 20.0, step: float = 0.03) -> None:
    """Wait for what another process makes true; fail if it never does."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited {seconds:.0f} s in vain"
        time.sleep(step)


class Desktop:
    """Everything in it has a home of its own under *base*; ``env`` is what a program needs to appear there."""

    def __init__(self, base: Path, size: str = "1280x900") -> None:
        self.base = base
        self._processes: list[subprocess.Popen[bytes]] = []
        home, run = base / "home", base / "run"
        home.mkdir(parents=True)
        run.mkdir(mode=0o700)
        kept = {name: value for name, value in os.environ.items() if name not in _OURS}
        self.env: dict[str, str] = {
            **kept,
            _MARK: str(base),
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(run),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_SESSION_TYPE": "x11",
            "GSETTINGS_BACKEND": "memory",
            "LC_ALL": "C.UTF-8",
        }
        self._start_screen(size)
        bus = f"unix:path={run}/bus"
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus
        self.start(["dbus-daemon", "--session", f"--address={bus}", "--nofork", "--nopidfile"])
        until((run / "bus").exists)
        self.start(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])
        until(self._has_accessibility)
        self.start(["openbox"])
        until(lambda: b"window" in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"))

    def start(self, command: list[str], env: Mapping[str, str] | None = None, log: Path | None = None) -> subprocess.Popen[bytes]:
        """Start a program here; it ends with the desktop at the latest. *log* takes all that it prints."""
        with (log or Path(os.devnull)).open("ab") as out:
            process = subprocess.Popen(
                command, env={**self.env, **(env or {})}, stdin=_NOTHING, stdout=out, stderr=out, start_new_session=True
            )
        self._processes.append(process)
        return process

    def run(self, *command: str) -> bytes:
        """Run a program here to its end and return what it printed; b"" if it failed."""
        done = subprocess.run(command, env=self.env, stdin=_NOTHING, stdout=subprocess.PIPE, stderr=_NOTHING, check=False)
        return done.stdout if done.returncode == 0 else b""

    def press(self, *keys: str) -> None:
        """Press keys, named as xdotool does."""
        self.run("xdotool", "key", *keys)

    def write(self, text: str) -> None:
        """Type *text*."""
        self.run("xdotool", "type", "--delay", "12", text)

    def close(self) -> None:
        """End what was started here, the last first, and what these left behind."""
        for process in reversed(self._processes):
            process.terminate()
        for process in self._processes:
            with suppress(subprocess.TimeoutExpired):
                process.wait(2)
            process.kill()
            process.wait(5)
        for pid in self.remaining():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def remaining(self) -> tuple[int, ...]:
        """Return the numbers of all processes that live here: their surroundings name this desktop."""
        mark = f"{_MARK}={self.base}".encode()
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):  # ended meanwhile, or somebody else's
                if mark in (folder / "environ").read_bytes().split(b"\0"):
                    found.append(int(folder.name))
        return tuple(found)

    def _start_screen(self, size: str) -> None:
        number = self.base / "display"
        with number.open("wb") as file:
            command = ["Xvfb", "-displayfd", str(file.fileno()), "-screen", "0", f"{size}x24", "-dpi", "96", "-nolisten", "tcp"]
            process = subprocess.Popen(
                [*command, "-noreset", "+extension", "XTEST"],
                env=self.env,
                pass_fds=(file.fileno(),),
                stdin=_NOTHING,
                stdout=_NOTHING,
                stderr=_NOTHING,
            )
        self._processes.append(process)
        until(lambda: number.read_text().endswith("\n"))
        self.env["DISPLAY"] = f":{number.read_text().strip()}"

    def _has_accessibility(self) -> bool:
        where = ("--dest=org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")
        return bool(self.run("dbus-send", "--session", "--print-reply", *where))
