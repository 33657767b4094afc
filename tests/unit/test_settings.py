"""pembaca.settings"""

from __future__ import annotations

from pathlib import Path

import pytest

from pembaca.errors import SettingsError, SettingsUnwritable
from pembaca.settings import Settings, SettingsStore


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('{"article_px": 0}', Settings()),
        ('{"article_px": 100000}', Settings()),
        ('{"article_px": 200}', Settings(article_px=200)),
        ('{"rate_wpm": 5, "volume": 900}', Settings(rate_wpm=80, volume=100)),
        ('{"window": [99999999999, 0, 800, 600]}', Settings()),
        ('{"window": [10, 20, 0, 600]}', Settings()),
        ('{"window": [-5, 20, 800, 600]}', Settings(window=(-5, 20, 800, 600))),
    ],
)
def test_impossible_values_become_possible_ones(tmp_path: Path, written: str, read: Settings) -> None:
    """
    A settings file that a person or another version wrote must not keep the window from opening.
    """
    file = tmp_path / "settings.json"
    file.write_text(written)

    store = SettingsStore(file)

    assert read == store.current
    assert store.warning is None


def test_an_unreadable_file_is_kept_aside(tmp_path: Path) -> None:
    """
    What was set may still be saved by somebody; Pembaca starts with what it comes with.
    """
    file = tmp_path / "settings.json"
    file.write_text("{half")

    store = SettingsStore(file)

    assert Settings() == store.current
    assert isinstance(store.warning, SettingsError)
    assert "{half" == (tmp_path / "settings.json.rusak").read_text()


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    """
    A disk that refuses must not fill with remains; the change holds until the program ends.
    """
    file = tmp_path / "settings.json"
    store = SettingsStore(file)
    (file / "in the way").mkdir(parents=True)

    with pytest.raises(SettingsUnwritable):
        store.change(volume=50)

    assert 50 == store.current.volume
    assert [file] == list(tmp_path.iterdir())
