"""Pembaca as a person starts it: the real command in a real window, driven by keys, seen through the accessibility tree."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeVar

from tests.system.accessibility import BUTTONS, Accessibility, Node, Text
from tests.system.desktop import Desktop, until

from pembaca import paths
from pembaca.library.library import Library
from pembaca.settings import Settings, SettingsStore

_SOURCE = Path(__file__).parents[2] / "src"
_NO_WEB = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "no_proxy": "127.0.0.1"}
NO_SOUND = {"PULSE_SERVER": "unix:/nonexistent", "ALSA_CONFIG_PATH": os.devnull}
Value = TypeVar("Value")


def command(data_dir: Path) -> list[str]:
    """Return how the window of that library is started."""
    return [sys.executable, "-m", "pembaca", "--data-dir", str(data_dir), "gui"]


class Window:
    """One running Pembaca. ``sound`` is the surroundings of a sound card; NO_SOUND for none."""

    def __init__(self, desktop: Desktop, eyes: Accessibility, data_dir: Path, sound: Mapping[str, str]) -> None:
        self.desktop, self.eyes, self.data_dir = desktop, eyes, data_dir
        self.log = data_dir.parent / f"{data_dir.name}.log"
        env = {
            "PYTHONPATH": str(_SOURCE),
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONFAULTHANDLER": "1",
            "PEMBACA_HOME": "",
            **_NO_WEB,
            **sound,
        }
        self.env = env
        self.process = desktop.start(command(data_dir), env, self.log)
        until(lambda: self._is_up() or self.process.poll() is not None)
        assert self.process.poll() is None, self._written()

    @property
    def pid(self) -> int:
        """The program's number."""
        return self.process.pid

    # -- doing

    def press(self, *keys: str) -> None:
        """Press keys, named as xdotool does."""
        self.desktop.press(*keys)

    def write(self, text: str) -> None:
        """Type *text* where the focus is."""
        self.desktop.write(text)

    def focus_on(self, name: str, role: str = "") -> Node:
        """Bring the focus to the shown object of that name."""
        node = self.find(name, role)
        assert self.eyes.give_focus(self.pid, node.path), f"{name} takes no focus"
        self.until(lambda: self.focus().path == node.path or (node.role == "list" and self.focus().role == "list item"))
        return node

    def go_home(self) -> None:
        """Go to the first row of the list with nothing open and nothing read aloud (Indonesian)."""
        self.until(self._has_closed_all, 10)
        if self.focus().role != "list item":
            self.focus_on("Daftar artikel")
        if self.focus().name != self.rows()[0]:
            self.press("Home")
            self.until(lambda: self.focus().name == self.rows()[0])

    def press_on(self, name: str, *keys: str) -> None:
        """Bring the focus to the object of that name and press keys there."""
        self.focus_on(name)
        self.press(*keys)

    def close(self) -> None:
        """Close the window as a person does, and look whether anything unexpected was written."""
        if self.process.poll() is None:
            if not self.is_in_front():
                self.come_to_front()
            self.process.send_signal(signal.SIGTERM) if self._is_stuck() else self.press("ctrl+q")
            try:
                self._wait_for_the_end()
            except subprocess.TimeoutExpired:
                self.process.send_signal(signal.SIGABRT)  # Python's fault handler writes what every thread was doing
                self.process.wait(5)
                raise AssertionError(f"the window did not close\n{self.log.read_text()}") from None
        self.expect_no_fault()

    def _wait_for_the_end(self) -> None:
        """Press again after a while, as people do: a menu that is just closing still swallows keys (the X server's grab)."""
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(4)
            return
        self.press("ctrl+q")
        self.process.wait(10)

    def come_to_front(self) -> None:
        """Give this window the keyboard, as a click on it does."""
        for number in self.desktop.run("xdotool", "search", "--onlyvisible", "--pid", str(self.pid)).split():
            self.desktop.run("xdotool", "windowactivate", number.decode())
        until(self.is_in_front, 5)

    def is_in_front(self) -> bool:
        """Say whether this window, or a menu of it, has the keyboard."""
        return self.desktop.run("xdotool", "getactivewindow", "getwindowpid").strip() == str(self.pid).encode()

    def kill(self) -> None:
        """End the program without asking, as a power cut does."""
        self.process.kill()
        self.process.wait(5)

    def expect_no_fault(self) -> None:
        """Fail if something no one expected was printed or logged."""
        written = self._written()
        assert "Traceback" not in written, written
        assert "Fatal Python error" not in written, written

    def _written(self) -> str:
        kept = paths.find(self.data_dir).log
        return self.log.read_text() + (kept.read_text() if kept.exists() else "")

    # -- seeing

    def tree(self, *, whole: bool = False) -> Node:
        """Return all that is shown, with descriptions and bounds only if *whole*."""
        tree = self.eyes.tree(self.pid, whole=whole)
        assert tree is not None, "the window is gone"
        return tree

    def nodes(self) -> list[Node]:
        """Return all shown objects in reading order."""
        return list(self.tree().all())

    def find(self, name: str, role: str = "") -> Node:
        """Return the one shown object that takes the focus, or else any, of that name (and role)."""
        found = [node for node in self.nodes() if node.name == name and role in ("", node.role)]
        assert found, f"{name!r} is not shown"
        return next((node for node in found if node.is_focusable), found[0])

    def shows(self, words: str) -> bool:
        """Say whether *words* stand in the name of something shown."""
        tree = self.eyes.tree(self.pid)
        return tree is not None and any(words in node.name for node in tree.all())

    def focus(self) -> Node:
        """Return what has the focus; the desktop itself is ``Node`` of no name."""
        return self.eyes.focus(self.pid) or Node("", "", "", "", frozenset(), (0, 0, 0, 0))

    def article(self) -> Text:
        """Return the page's text as assistive technology reads it."""
        page = next(node for node in self.nodes() if node.role == "text" and "multi-line" in node.states)
        return self.eyes.text(self.pid, page.path)

    def rows(self) -> list[str]:
        """Return the names of the list's rows."""
        return [node.name for node in self.nodes() if node.role == "list item"]

    def words(self) -> str:
        """Return all names that are shown, a line each."""
        return "\n".join(node.name for node in self.nodes())

    def is_reading(self) -> bool:
        """Say whether the reading bar offers to pause (Indonesian)."""
        return any(node.name == "Jeda" and node.role in BUTTONS for node in self.nodes())

    def sentence(self) -> int:
        """Return the number of the sentence that the reading bar names, 1 the first; 0 before reading (Indonesian)."""
        found = re.search(r"Kalimat (\d+)\s+dari", self.words())
        return int(found[1]) if found else 0

    def said(self, since: int = 0) -> list[str]:
        """Return what a screen reader was told since event number *since*."""
        return [words for words, _ in self.eyes.heard(self.pid, "object:announcement", since)]

    def children(self) -> list[int]:
        """Return the numbers of the program's child processes."""
        found: list[int] = []
        for task in Path(f"/proc/{self.pid}/task").iterdir():
            with suppress(OSError):  # a thread that has just ended
                found += map(int, (task / "children").read_text().split())
        return found

    def settings(self) -> Settings:
        """Return the settings as they are kept."""
        return SettingsStore(paths.find(self.data_dir).settings).current

    def library(self, ask: Callable[[Library], Value]) -> Value:
        """Ask the library while the window has it open."""
        with closing(Library.open(paths.find(self.data_dir))) as library:
            return ask(library)

    def until(self, condition: Callable[[], object], seconds: float = 20.0) -> None:
        """Wait for what the window makes true; fail early if it ended."""
        try:
            until(lambda: condition() or self.process.poll() is not None, seconds)
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self.tree(whole=True).outline()}") from None
        assert self.process.poll() is None, f"the window ended\n{self.log.read_text()}"

    def _is_up(self) -> bool:
        tree = self.eyes.tree(self.pid)
        return tree is not None and any("active" in node.states for node in tree.children) and bool(self.focus().path)

    def _has_closed_all(self) -> bool:
        """Close one thing that is open, and say whether there was none: a message may come at any time."""
        if self._has_something_open():
            self.press("Escape")
            return False
        return True

    def _has_something_open(self) -> bool:
        if self.focus().role.endswith("menu item"):
            return True
        words, open_parts = self.words(), ("Tutup ", "Jeda", "Lanjutkan", "ditemukan", "Panduan Pembaca", "Tidak ada yang")
        return any(part in words for part in open_parts)

    def _is_stuck(self) -> bool:
        """Say whether a menu has the keyboard, so that Ctrl+Q would not arrive."""
        return any("menu" in node.role for node in self.nodes())
