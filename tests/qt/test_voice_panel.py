"""The panel Suara: whole in every window, and when words came while it was hidden."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from tests.qt.looking import cut_off, name_faults, press, settle, show
from tests.qt.pages import look_of

from pembaca.ui.voice_panel import VoicePanel
from pembaca.viewmodel import ToldItem, VoiceItem

_VOICES = (
    VoiceItem("", "Suara terbaik untuk setiap bahasa", is_current=True),
    VoiceItem("espeak:id", "Bahasa Indonesia (espeak-ng)"),
)


def _panel(qtbot: Any, width: int, article_px: int = 28, theme: str = "terang") -> VoicePanel:
    panel = VoicePanel(look_of(width, article_px=article_px, theme=theme))
    show(qtbot, panel, width, 640)
    panel.hide()
    panel.show_volume("100 dari 100")
    panel.show_speed("1,0 kali")
    panel.show_voices(_VOICES)
    panel.show()
    settle(panel)
    return panel


@pytest.mark.parametrize("theme", ["terang", "kuning_di_hitam"])
@pytest.mark.parametrize(("width", "article_px"), [(320, 28), (400, 28), (480, 48), (530, 28), (720, 128)])
def test_nothing_is_cut_off_when_words_came_while_it_was_hidden(qtbot: Any, width: int, article_px: int, theme: str) -> None:
    """
    The first look at the panel must be a whole one: the values are set long before it is opened.
    """
    panel = _panel(qtbot, width, article_px, theme)

    assert [] == cut_off(panel)
    assert [] == name_faults(panel)
    for row in (panel._volume.parentWidget(), panel._speed.parentWidget()):
        assert row.heightForWidth(row.width()) == row.height()


def test_voice_is_tried_with_space_and_enter(qtbot: Any) -> None:
    """
    Whoever cannot hear the voice yet tries it from the keyboard.
    """
    panel = _panel(qtbot, 530)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        with qtbot.waitSignal(panel.test_requested):
            press(panel.test, key)


_TOLD = (ToldItem("lists", "Sebutkan daftar dan nomor butir", is_on=True), ToldItem("links", "Sebutkan tautan", is_on=False))


def test_what_is_said_is_switched_by_key_and_click(qtbot: Any) -> None:
    """
    Each is a check box of its own, with its state in words for a screen reader and a tick for the eye.
    """
    panel = _panel(qtbot, 530)
    panel.show_told(_TOLD)
    settle(panel)
    lists, links = panel._checks
    for card, key, expected in ((lists, Qt.Key.Key_Space, ["lists", False]), (links, Qt.Key.Key_Return, ["links", True])):
        with qtbot.waitSignal(panel.told_changed) as told:
            press(card, key)
        assert expected == told.args
    with qtbot.waitSignal(panel.told_changed) as told:
        qtbot.mouseClick(links, Qt.MouseButton.LeftButton)

    assert ["links", False] == told.args
    assert "Yang dibacakan: Sebutkan tautan" == links.accessibleName()


@pytest.mark.parametrize(("width", "article_px"), [(320, 28), (480, 48), (720, 128)])
def test_what_is_said_is_never_cut_off(qtbot: Any, width: int, article_px: int) -> None:
    """
    Long words wrap in the largest type and the smallest window.
    """
    panel = _panel(qtbot, width, article_px)
    panel.show_told(_TOLD)
    settle(panel)

    assert [] == cut_off(panel)
    assert [] == name_faults(panel)
