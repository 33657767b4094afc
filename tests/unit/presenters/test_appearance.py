"""pembaca.presenters.appearance: sizes, typefaces, spacings and colours, shown at once and kept."""

from __future__ import annotations

import pytest
from tests.unit.presenters.parts import Desk

from pembaca import i18n
from pembaca.settings import Settings, SettingsStore


def test_the_settings_are_drawn_as_soon_as_the_window_is_there(desk: Desk) -> None:
    """
    Nobody should see one moment of small type.
    """
    assert [Settings()] == desk.views.of("apply")
    assert [Settings()] == desk.views.of("show_settings")


def test_sizes_go_up_and_down_by_steps_and_end_at_the_last(desk: Desk) -> None:
    """
    A key held down leads to the largest size and stays there.
    """
    for steps, expected in ((1, 32), (1, 32), (-1, 28), (-1, 24), (-1, 24)):
        desk.appearance.change_size(steps)
        assert expected == desk.settings.current.article_px
        assert f"Ukuran huruf {expected}" == desk.views.of("say")[-1]


@pytest.mark.parametrize(("own", "steps", "expected"), [(30, 1, 32), (30, -1, 28), (12, -1, 24), (200, 1, 32)])
def test_a_size_between_the_steps_goes_to_the_next_one(desk: Desk, own: int, steps: int, expected: int) -> None:
    """
    An administrator may have written any size into the file.
    """
    desk.settings.change(article_px=own)
    desk.appearance.change_size(steps)

    assert expected == desk.settings.current.article_px


def test_the_original_size_comes_back(desk: Desk) -> None:
    """
    Ctrl+0 undoes any number of steps.
    """
    desk.appearance.change_size(-1)
    desk.appearance.original_size()

    assert 28 == desk.settings.current.article_px


def test_what_is_chosen_is_drawn_shown_and_kept(desk: Desk) -> None:
    """
    Page and panel show the same, and so does the next start.
    """
    desk.appearance.choose_typeface("dejavu")
    desk.appearance.choose_spacing("wider")
    desk.appearance.choose_theme("gelap")

    wanted = Settings(typeface="dejavu", line_spacing="wider", theme="gelap")
    assert wanted == desk.views.of("apply")[-1] == desk.views.of("show_settings")[-1]
    assert wanted == SettingsStore(desk.settings._path).current


@pytest.mark.parametrize(("language", "word"), [("id", "Warna: Terang"), ("en", "Colours: Light")])
def test_the_next_colours_are_named_in_the_language_in_use(desk: Desk, language: str, word: str) -> None:
    """
    Who cannot see the colours hears which they are; after the last come the first.
    """
    i18n.use(language)
    try:
        desk.settings.change(theme="gelap")
        desk.appearance.next_theme()
    finally:
        i18n.use("")

    assert "terang" == desk.settings.current.theme
    assert word == desk.views.of("say")[-1]


def test_an_unknown_theme_gives_way_to_the_first(desk: Desk) -> None:
    """
    A theme of another version is no reason to get stuck.
    """
    desk.settings.change(theme="ungu")
    desk.appearance.next_theme()

    assert "terang" == desk.settings.current.theme
