"""The start of the window where something hinders it: a real application in a process of its own."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = """
import gc
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pembaca import window_wiring
from pembaca.errors import LibraryError
from pembaca.paths import find
from pembaca.processes import end_process
from pembaca.ui.app import make_application
from pembaca.ui.main_window import MainWindow
from pembaca.ui.message_window import MessageWindow

application, pressed = make_application(), list(sys.argv[2:])

def act():
    if application.focusWidget() is None:
        return
    for window in application.topLevelWidgets():
        if not window.isVisible():
            continue
        if isinstance(window, MessageWindow):
            print(window.windowTitle(), [button.words() for button in window.page.buttons], window.page.buttons[0].hasFocus())
            wanted = pressed.pop(0) if pressed else ""
            window.page.buttons[int(wanted)].click() if wanted else window.close()
        elif isinstance(window, MainWindow):
            print(window.windowTitle())
            window.close()

timer = QTimer(interval=100)
timer.timeout.connect(act)
timer.start()
try:
    print(window_wiring.run_window(find(sys.argv[1])))
except LibraryError as error:
    print(type(error).__name__)
assert not gc.isenabled()  # what Qt has half taken apart and Python then frees can hang for ever: no window, and no end
end_process(0)
"""


def start(home: Path, *pressed: str) -> list[str]:
    """Open the window on the library under *home*, press these buttons of messages, close what remains."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "id_ID.UTF-8"}
    done = subprocess.run(
        (sys.executable, "-c", SCRIPT, str(home), *pressed), env=environment, capture_output=True, text=True, timeout=120
    )
    assert 0 == done.returncode, done.stderr
    return done.stdout.splitlines()


def test_a_damaged_library_is_replaced_and_the_old_file_kept(tmp_path: Path) -> None:
    """
    Who starts from a desktop icon sees no terminal; the damaged file is kept, for someone may be able to save it.
    """
    (tmp_path / "library.sqlite3").write_bytes(b"this is no database, but it was one" * 100)

    lines = start(tmp_path)

    assert ["Pembaca", "0"] == lines
    kept = [file for file in tmp_path.rglob("*") if file.is_file() and file.read_bytes().startswith(b"this is no database")]
    assert 1 == len(kept)


def test_a_library_of_a_later_version_is_told_in_a_window(tmp_path: Path) -> None:
    """
    An older Pembaca on the same stick says so instead of ending without a word; the file is not touched.
    """
    with sqlite3.connect(tmp_path / "library.sqlite3") as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()
    before = (tmp_path / "library.sqlite3").read_bytes()

    lines = start(tmp_path)

    told = "Pustaka berita ini dibuat oleh Pembaca versi yang lebih baru – Pembaca ['Coba lagi', 'Tutup Pembaca'] True"
    assert [told, "LibraryTooNew"] == lines
    assert before == (tmp_path / "library.sqlite3").read_bytes()
