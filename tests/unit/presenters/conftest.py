"""Presenters of their own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.presenters.parts import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Return presenters on an empty library."""
    made = Desk(tmp_path)
    yield made
    made.library.close()
