"""Qt off the screen for every test in this folder, whatever display there is."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="module", autouse=True)
def _collect_on_the_main_thread() -> Iterator[None]:
    """Let no voice or work thread free widgets, as in the program itself (pembaca.ui.garbage)."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Return the arguments of the one QApplication; no environment variable, for children would inherit it."""
    return ["pembaca", "-platform", "offscreen"]
