"""Facts of ``python -m pembaca``: it is the command line, in a bundle the voice process too, and a window that loads little."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

import msgspec
import pytest
from tests.cli.running import environment, run

# What a window without a wish has no use for: fetching, reading pages, numbers in words, sound, OpenSSL, and parts not shown.
IDLE: Final = {
    *("trafilatura", "feedparser", "requests", "urllib3", "truststore", "num2words", "PIL", "lxml", "nh3", "babel", "numpy"),
    *("pyttsx3", "sounddevice", "ssl", "_hashlib", "http.client", "email.parser", "xml.sax", "logging.handlers", "asyncio"),
    *("multiprocessing", "concurrent.futures.process", "unittest", "pydoc", "zoneinfo", "subprocess", "dataclasses"),
    *("PySide6.QtNetwork", "PySide6.QtDBus", "PySide6.QtTest"),
    *("pembaca.feeds.fetch", "pembaca.feeds.parse", "pembaca.content.article", "pembaca.services.refresh"),
    *("pembaca.speech.script", "pembaca.speech.pronounce.pronouncer", "pembaca.voice.worker"),
    *("pembaca.voice.engines.pyttsx3_engine", "pembaca.cli.refresh"),
    *("pembaca.library.mending", "pembaca.library.recovery", "pembaca.library.upkeep"),
    *("pembaca.ui.appearance_panel", "pembaca.ui.feeds.panel", "pembaca.ui.voice_panel", "pembaca.ui.controls.menu"),
    *("pembaca.ui.announcer", "pembaca.ui.screen_readers", "pembaca.ui.menus", "pembaca.ui.find_bar", "pembaca.ui.message_page"),
}
# PySide makes a class when it is first asked for. Who has these was asked for the class of something that Qt made itself, and
# for the answer made all classes that it could be: some 10 to 30 ms.
NEEDLESS: Final = {"QWizard", "QCalendarWidget", "QGraphicsView", "QStyle", "QCommonStyle", "QAccessible", "QPdfWriter", "QMovie"}
# Prints what is loaded when the window has been painted for the first time, what Qt classes are made, whose source was read
# and whether Python imports in its own way, and closes the window.
PAINTED: Final = """
import builtins, json, sys
import pembaca.qt_loading
own, load_qt = builtins.__import__, pembaca.qt_loading.load

def loading():
    load_qt()
    from PySide6 import QtCore, QtGui, QtWidgets
    from pembaca.ui.main_window import MainWindow
    paint = MainWindow.paintEvent

    def tell(window):
        cached = sys.modules["linecache"].cache if "linecache" in sys.modules else ()
        read = [name for name in cached if name.startswith(pembaca.__path__[0])]
        made = [name for module in (QtGui, QtWidgets) for name in vars(module)]
        own_import = builtins.__import__ is own
        print(json.dumps({"modules": [*sys.modules], "classes": made, "read": read, "own": own_import}), flush=True)
        window.close()

    def painted(window, event):
        if not window._is_painted:
            QtCore.QTimer.singleShot(0, window, lambda: tell(window))
        paint(window, event)

    MainWindow.paintEvent = painted

pembaca.qt_loading.load = loading
from pembaca.cli.main import main
sys.exit(main(["--data-dir", sys.argv[1], "gui"]))
"""


class Loaded(msgspec.Struct, frozen=True):
    """What a window holds when it has been painted for the first time, an article in it."""

    modules: frozenset[str]
    classes: frozenset[str]
    read: tuple[str, ...]
    own: bool


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
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """Return what a window holds when it has been painted for the first time."""
    command = [sys.executable, "-c", PAINTED, str(tmp_path_factory.mktemp("start"))]
    surroundings = {**environment(), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, timeout=60)
    assert 0 == done.returncode, done.stderr
    return msgspec.json.decode(done.stdout, type=Loaded)


def test_window_is_painted_with_list_and_article(loaded: Loaded) -> None:
    """
    The measure of a start is the article on the page, not an empty frame.
    """
    wanted = {"pembaca.ui.listing.delegate", "pembaca.ui.page.builder", "pembaca.library.library", "pembaca.presenters.reader"}

    assert set() == wanted - loaded.modules


def test_start_of_the_window_loads_nothing_that_is_not_used_yet(loaded: Loaded) -> None:
    """
    Each of them costs the start some ms to some hundred, and a person who cannot see why waits in silence.
    """
    assert set() == {name for name in loaded.modules if name in IDLE or name.partition(".")[0] in IDLE}


def test_start_of_the_window_makes_no_classes_that_it_does_not_use(loaded: Loaded) -> None:
    """
    One careless question to Qt makes hundreds of them, and nobody sees it in the code.
    """
    assert {"QListView", "QTextEdit"} <= loaded.classes
    assert set() == NEEDLESS & loaded.classes


def test_modules_are_loaded_without_reading_their_source(loaded: Loaded) -> None:
    """
    PySide reads the source text of each module that is loaded after it, at the start and in every job, unless it is hindered.
    """
    assert ((), True) == (loaded.read, loaded.own)


WRONG_CALL: Final = """
import sys
from pembaca import qt_loading
qt_loading.fetch_ahead()
qt_loading.load()
late = set(qt_loading._waiting)
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(sys.argv)
widget = QWidget()
untouched = set(qt_loading._waiting) == late
try:
    widget.setGeometry("here")
except TypeError as error:
    print(len(late), untouched, error)
"""


def test_wrong_call_of_qt_is_explained_as_ever() -> None:
    """
    What explains it is loaded only then; who mends the program needs the explanation.
    """
    surroundings = {**environment(), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", WRONG_CALL], env=surroundings, capture_output=True, text=True, check=False)

    assert 0 == done.returncode, done.stderr
    assert "7 True " == done.stdout[:7], "other tools of PySide than those put aside: see pembaca.qt_loading"
    assert "setGeometry(x: int, y: int, w: int, h: int" in done.stdout


LOGGED: Final = """
import sys
from pembaca.log import logger, write_log
from pembaca.errors import FetchError
from pembaca.paths import find
write_log(find(sys.argv[1]))
try:
    raise FetchError("https://ani:rahasia@contoh.go.id/feed", "timeout")
except FetchError as error:
    logger("pembaca.jobs").error("not fetched: %s", error, exc_info=True)
"""


def test_log_holds_no_password(tmp_path: Path) -> None:
    """
    The log is sent to who helps; an address in it, also in a traceback, gives nothing away.
    """
    subprocess.run([sys.executable, "-c", LOGGED, str(tmp_path)], env=environment(), check=True)
    log = (tmp_path / "pembaca.log").read_text(encoding="utf-8")

    assert 2 == log.count("https://ani:•••@contoh.go.id/feed")
    assert "rahasia" not in log.replace('raise FetchError("https://ani:rahasia@', "")
