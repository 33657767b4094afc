"""Qt off the screen for every test in this folder, whatever display there is."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Return the arguments of the one QApplication; no environment variable, for children would inherit it."""
    return ["pembaca", "-platform", "offscreen"]
