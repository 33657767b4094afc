"""Which rooms load what: asked in a child process, since this one has loaded everything already."""

from __future__ import annotations

import subprocess
import sys

import pytest

CORE = ("presenters", "services", "feeds", "content", "library", "speech", "voice", "cli")
START = ("__main__", "cli", "wiring", "presenters", "services", "library", "settings", "paths", "i18n")
HEAVY = {"trafilatura", "feedparser", "requests", "num2words", "PIL"}

LOAD_ALL = """
import importlib, importlib.util, pkgutil, sys
for room in sys.argv[1:]:
    if importlib.util.find_spec(f"pembaca.{room}") is None:
        continue
    module = importlib.import_module(f"pembaca.{room}")
    for found in pkgutil.walk_packages(getattr(module, "__path__", ()), module.__name__ + "."):
        importlib.import_module(found.name)
print(*{name.partition(".")[0] for name in sys.modules})
"""


def vendors_of(*rooms: str) -> set[str]:
    """Load every module of *rooms* in a fresh interpreter and return the top-level names it holds then."""
    done = subprocess.run([sys.executable, "-c", LOAD_ALL, *rooms], capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stderr
    assert not done.stderr
    return set(done.stdout.split())


@pytest.mark.parametrize("room", CORE)
def test_core_rooms_load_no_qt(room: str) -> None:
    """
    The command line works on a server without a screen, and the voice process starts in milliseconds.
    """
    loaded = vendors_of(room)

    assert set() == loaded & {"PySide6", "shiboken6"}


def test_start_loads_no_heavy_vendor() -> None:
    """
    A window that takes a second longer to come is a second of silence for somebody who cannot see why.
    """
    loaded = vendors_of(*START)

    assert "pembaca" in loaded
    assert set() == loaded & HEAVY
    assert "PySide6" not in loaded
