"""pembaca.cli.gui: the window's end."""

from __future__ import annotations

import socket
import struct
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.cli.running import command, environment

HANGING = """
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pembaca.processes import end_process
ThreadPoolExecutor(1).submit(time.sleep, 600)
print("kept")
end_process(7)
print("never")
"""


def test_a_refresh_that_does_not_hear_does_not_keep_the_program() -> None:
    """
    A program without a window that runs on for minutes would hold back logging out, and what was printed is not lost.
    """
    done = subprocess.run((sys.executable, "-c", HANGING), capture_output=True, text=True, timeout=60)

    assert (7, "kept\n") == (done.returncode, done.stdout)


def opened(data: Path, **display: str) -> tuple[int, str]:
    """Open the window there, and return the exit code and what was told."""
    surroundings = {name: value for name, value in environment(**display).items() if value}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "XDG_RUNTIME_DIR", "QT_QPA_PLATFORM", "XAUTHORITY"):
        if name not in display:
            surroundings.pop(name, None)
    done = subprocess.run(command(data, "gui"), env=surroundings, capture_output=True, timeout=120, check=False)
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize(
    "display",
    [
        {},
        {"DISPLAY": ":7654"},
        {"DISPLAY": "bukan layar"},
        {"WAYLAND_DISPLAY": "tidak-ada", "XDG_RUNTIME_DIR": "/tmp"},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "tidakada"},
    ],
    ids=str,
)
def test_a_computer_without_a_display_is_told(tmp_path: Path, display: dict[str, str]) -> None:
    """
    Who starts it over a telephone line or from a service reads one sentence in their language, not that Qt has aborted.
    """
    code, told = opened(tmp_path, **display)

    assert (1, 1) == (code, len(told.splitlines()))
    assert told.startswith("Jendela tidak dapat dibuka karena tidak ada layar")


def test_a_display_that_lets_nobody_in_is_told(tmp_path: Path) -> None:
    """
    As after a change of user: the display is there, and refuses.
    """
    reason = b"tidak diizinkan!"
    refusal = struct.pack("<BBHHH", 0, len(reason), 11, 0, len(reason) // 4) + reason
    for number in range(60, 100):
        try:
            listener = socket.create_server(("127.0.0.1", 6000 + number))
            break
        except OSError:
            continue

    def refuse() -> None:
        peer, _ = listener.accept()
        with peer:
            peer.recv(4096)
            peer.sendall(refusal)

    with listener:
        thread = threading.Thread(target=refuse, daemon=True)
        thread.start()
        code, told = opened(tmp_path, DISPLAY=f"127.0.0.1:{number}", LC_ALL="en_GB.UTF-8")
        thread.join(30)

    assert 1 == code
    assert told.splitlines()[-1].startswith("The window cannot be opened")  # the display's own reason may stand above it
    assert "display" in (tmp_path / "pembaca.log").read_text()
