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
    assert (str(tmp_path / "settings.json.rusak"), ()) == (store.warning.aside, store.warning.dropped)
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


@pytest.mark.parametrize(
    ("written", "read", "dropped"),
    [
        ('{"article_px": "besar", "volume": 40}', Settings(volume=40), ("article_px",)),
        ('{"typeface": "comic", "theme": "gelap"}', Settings(theme="gelap"), ("typeface",)),
        ('{"window": [1, 2], "volume": null, "rate_wpm": 300}', Settings(rate_wpm=300), ("volume", "window")),
        ('{"volume": 999, "rate_wpm": "cepat"}', Settings(volume=100), ("rate_wpm",)),
        ('{"tidak_dikenal": {}, "voice": 1, "last_feed": "x"}', Settings(last_feed="x"), ("voice",)),
    ],
)
def test_one_bad_field_costs_itself_only(tmp_path: Path, written: str, read: Settings, dropped: tuple[str, ...]) -> None:
    """
    A slip of the hand in one line does not take the large letters away from who needs them.
    """
    file = tmp_path / "settings.json"
    file.write_text(written)
    store = SettingsStore(file)
    again = SettingsStore(file)

    assert read == store.current == again.current
    assert store.warning is not None and again.warning is None
    assert (dropped, str(tmp_path / "settings.json.rusak")) == (store.warning.dropped, store.warning.aside)
    assert written == (tmp_path / "settings.json.rusak").read_text()


def test_a_second_broken_file_does_not_replace_the_first(tmp_path: Path) -> None:
    """
    What was set aside is somebody's; it is never written over.
    """
    file = tmp_path / "settings.json"
    for text in ("{satu", "{dua", "{tiga"):
        file.write_text(text)
        SettingsStore(file)
    kept = {one.name: one.read_text() for one in tmp_path.iterdir()}

    assert {"settings.json.rusak": "{satu", "settings.json.rusak-2": "{dua", "settings.json.rusak-3": "{tiga"} == kept


def test_an_editor_s_byte_order_mark_is_no_damage(tmp_path: Path) -> None:
    """
    Windows editors put one there unasked.
    """
    file = tmp_path / "settings.json"
    file.write_text('{"volume": 40}', encoding="utf-8-sig")
    store = SettingsStore(file)

    assert (40, None) == (store.current.volume, store.warning)


def test_a_file_that_is_no_file_is_told_and_left(tmp_path: Path) -> None:
    """
    A folder in its place is nothing that was set; it is not moved.
    """
    (tmp_path / "settings.json").mkdir()
    store = SettingsStore(tmp_path / "settings.json")

    assert store.warning is not None
    assert ("", (), True) == (store.warning.aside, store.warning.dropped, (tmp_path / "settings.json").is_dir())
