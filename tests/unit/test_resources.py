"""Data files are found in a checkout; the wheel is asked in test_repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from pembaca.resources import resource

TOP = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", ["tokens.json", "fonts", "i18n/en/LC_MESSAGES/pembaca.mo"])
def test_checkout_comes_first(name: str) -> None:
    """
    An editable install keeps copies that go stale; who changes a file wants to see the change.
    """
    assert TOP / "resources" / name == resource(name)


def test_missing_resource_is_named() -> None:
    """
    The error that follows has to say which file is missing.
    """
    assert "tidak-ada.json" == resource("tidak-ada.json").name
