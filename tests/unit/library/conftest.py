"""An open library of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.library.making import paths_under

from pembaca.library.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Return an empty library."""
    opened = Library.open(paths_under(tmp_path))
    yield opened
    opened.close()
