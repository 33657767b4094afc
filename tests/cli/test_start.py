"""Facts of ``python -m pembaca``: it is the command line, in a bundle the voice process too, and a window that loads little."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from tests.cli.running import environment, run

# What a window without a wish has no use for: fetching, reading pages, numbers in words, sound, OpenSSL, and parts not shown.
IDLE: Final = {
    *("trafilatura", "feedparser", "requests", "urllib3", "truststore", "num2words", "PIL", "lxml", "nh3", "babel", "numpy"),
    *("pyttsx3", "sounddevice", "ssl", "_hashlib", "http.client", "email.parser", "xml.sax", "logging.handlers", "asyncio"),
    *("multiprocessing", "concurrent.futures.process", "unittest", "pydoc", "zoneinfo", "PySide6.QtNetwork", "PySide6.QtTest"),
    *("pembaca.feeds.fetch", "pembaca.feeds.parse", "pembaca.content.article", "pembaca.services.refresh"),
    *("pembaca.speech.script", "pembaca.voice.worker", "pembaca.voice.engines.pyttsx3_engine", "pembaca.cli.refresh"),
    *("pembaca.ui.appearance_panel", "pembaca.ui.feeds.panel", "pembaca.ui.voice_panel", "pembaca.ui.controls.menu"),
}
# Prints what is loaded when the window is painted for the first time, and closes it.
PAINTED: Final = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from pembaca.ui.app import make_application

class Eye(QObject):
    seen = False
    def eventFilter(self, widget, event):
        if event.type() == QEvent.Type.Paint and type(widget).__name__ == "MainWindow" and not self.seen:
            self.seen = True
            print(*sorted(sys.modules), flush=True)
            QTimer.singleShot(0, widget.close)
        return False

application, eye = make_application(), Eye()
application.installEventFilter(eye)
from pembaca.cli.main import main
sys.exit(main(["--data-dir", sys.argv[1], "gui"]))
"""


def test_module_is_the_command_line(tmp_path: Path) -> None:
    """
    The program starts the same from a checkout, a wheel and a bundle.
    """
    done = run(tmp_path, "list", "--json")

    assert (0, []) == (done.code, done.json)


def test_bundle_can_be_its_own_voice_process() -> None:
    """
    A bundle has no Python to start the voice with: it starts itself.
    """
    command = [sys.executable, "-m", "pembaca", "--voice-worker", "--engine", "silent", "--output", "silent"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()) as process:
        assert process.stdin is not None and process.stdout is not None
        first = json.loads(process.stdout.readline())
        process.stdin.close()
        process.stdout.read()

    assert "starting" == first["event"]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Return the modules that a window holds when it is painted for the first time, an article in it."""
    command = [sys.executable, "-c", PAINTED, str(tmp_path_factory.mktemp("start"))]
    surroundings = {**environment(), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, timeout=60)
    assert 0 == done.returncode, done.stderr
    return frozenset(done.stdout.split())


def test_window_is_painted_with_list_and_article(loaded: frozenset[str]) -> None:
    """
    The measure of a start is the article on the page, not an empty frame.
    """
    wanted = {"pembaca.ui.listing.delegate", "pembaca.ui.page.builder", "pembaca.library.library", "pembaca.presenters.reader"}

    assert set() == wanted - loaded


def test_start_of_the_window_loads_nothing_that_is_not_used_yet(loaded: frozenset[str]) -> None:
    """
    Each of them costs the start some ms to some hundred, and a person who cannot see why waits in silence.
    """
    assert set() == {name for name in loaded if name in IDLE or name.partition(".")[0] in IDLE}


LOGGED: Final = """
import logging, sys
from pembaca import wiring
from pembaca.errors import FetchError
from pembaca.paths import find
wiring.write_log(find(sys.argv[1]))
try:
    raise FetchError("https://ani:rahasia@contoh.go.id/feed", "timeout")
except FetchError as error:
    logging.getLogger("pembaca.jobs").error("not fetched: %s", error, exc_info=True)
"""


def test_log_holds_no_password(tmp_path: Path) -> None:
    """
    The log is sent to who helps; an address in it, also in a traceback, gives nothing away.
    """
    subprocess.run([sys.executable, "-c", LOGGED, str(tmp_path)], env=environment(), check=True)
    log = (tmp_path / "pembaca.log").read_text(encoding="utf-8")

    assert 2 == log.count("https://ani:•••@contoh.go.id/feed")
    assert "rahasia" not in log.replace('raise FetchError("https://ani:rahasia@', "")
