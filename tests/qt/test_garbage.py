"""Garbage is collected on the main thread, and only there."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from pembaca.ui.garbage import MainThreadGarbage


@pytest.fixture
def garbage(qapp: QApplication) -> Iterator[MainThreadGarbage]:
    """Return one that is stopped again."""
    made = MainThreadGarbage(qapp)
    yield made
    made.stop()
    made.deleteLater()


def _circle() -> weakref.ref[QWidget]:
    widget = QWidget()
    widget.itself = widget  # type: ignore[attr-defined]
    return weakref.ref(widget)


def test_other_threads_free_no_widget(garbage: MainThreadGarbage) -> None:
    """
    A widget freed on the voice's thread leaves the program broken; it ends at some later key, in the middle of an article.
    """
    circle = _circle()
    thread = threading.Thread(target=lambda: [[] for _ in range(100_000)])
    thread.start()
    thread.join()

    assert circle() is not None


def test_main_thread_frees_them(garbage: MainThreadGarbage) -> None:
    """
    An afternoon of opening and closing panels must not fill the memory.
    """
    circle = _circle()
    kept = [[number] for number in range(gc.get_threshold()[0] + 1)]
    garbage.collect()

    assert kept
    assert circle() is None
