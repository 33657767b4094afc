"""The panel Tampilan: radio buttons by role and keys, whole in every window."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from tests.qt.looking import controls, cut_off, name_faults, press, ring_pixels, role, settle, show
from tests.qt.pages import look_of

from pembaca.settings import Settings
from pembaca.ui.appearance_panel import AppearancePanel
from pembaca.ui.controls.choice import Choice


def _panel(qtbot: Any, width: int = 530, height: int = 710, *, window: int = 1440, **settings: Any) -> AppearancePanel:
    wanted = {"theme": "terang", **settings}
    panel = AppearancePanel(look_of(window, **wanted))
    panel.show_settings(Settings(**wanted))
    show(qtbot, panel, width, height)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


@pytest.mark.parametrize("article_px", [28, 33, 45, 128])
@pytest.mark.parametrize("size", [(530, 710, 1440), (480, 500, 480), (320, 640, 320), (360, 300, 1024)])
def test_nothing_is_cut_off_and_nothing_goes_sideways(qtbot: Any, size: tuple[int, int, int], article_px: int) -> None:
    """
    This is where a person who cannot read the window makes it readable.
    """
    width, height, window = size
    for theme in ("terang", "kuning_di_hitam"):
        for typeface in ("atkinson", "dejavu"):
            panel = _panel(qtbot, width, height, window=window, article_px=article_px, theme=theme, typeface=typeface)

            assert [] == cut_off(panel)
            assert [] == name_faults(panel)
            assert 0 == panel.findChild(QScrollArea).horizontalScrollBar().maximum()
            panel.close()


def test_everything_fits_as_drawn(qtbot: Any) -> None:
    """
    In an ordinary window nothing needs scrolling.
    """
    assert 0 == _panel(qtbot).findChild(QScrollArea).verticalScrollBar().maximum()


def test_cards_are_radio_buttons_named_with_their_group(qtbot: Any) -> None:
    """
    "Gelap" alone says nothing; "Warna: Gelap, tombol radio, dipilih" does.
    """
    panel = _panel(qtbot, theme="gelap")
    cards = panel.themes.choices
    names = [QAccessible.queryAccessibleInterface(card).text(QAccessible.Text.Name) for card in cards]

    assert {QAccessible.Role.RadioButton} == {role(card) for card in cards}
    assert "Warna: Gelap" == names[1]
    assert 8 == len(cards)
    assert ["gelap"] == [card.value for card in cards if QAccessible.queryAccessibleInterface(card).state().checked]


def test_arrows_choose_and_move_the_focus(qtbot: Any) -> None:
    """
    In a group of radio buttons the arrow keys choose; the page beside the panel shows it at once.
    """
    panel = _panel(qtbot)
    panel.themes.choices[0].setFocus()

    with qtbot.waitSignal(panel.theme_chosen) as chosen:
        QTest.keyClick(panel.themes.choices[0], Qt.Key.Key_Right)
    assert ["gelap"] == chosen.args
    assert panel.themes.choices[1] is QApplication.focusWidget()

    with qtbot.waitSignal(panel.theme_chosen) as chosen:
        QTest.keyClick(panel.themes.choices[1], Qt.Key.Key_Down)
    assert ["hitam_di_kuning"] == chosen.args

    panel.themes.choices[0].setFocus()
    with qtbot.waitSignal(panel.theme_chosen) as chosen:
        QTest.keyClick(panel.themes.choices[0], Qt.Key.Key_Left)
    assert ["sistem"] == chosen.args


def test_each_group_is_one_stop_of_tab(qtbot: Any) -> None:
    """
    Eight colours must not be eight stops on the way to the next group.
    """
    panel = _panel(qtbot)
    panel.focus_first()
    visited = []
    for _ in range(6):
        visited.append(QApplication.focusWidget().accessibleName())
        assert ring_pixels(QApplication.focusWidget(), look_of()) > 200
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert [
        "Tutup Tampilan",
        "Huruf lebih kecil",
        "Huruf lebih besar",
        "Jenis huruf: Atkinson",
        "Jarak baris: Biasa",
        "Warna: Terang",
    ] == visited


def test_keys_press_every_control(qtbot: Any) -> None:
    """
    Space and Enter choose a card and press a button.
    """
    panel = _panel(qtbot)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        for control in controls(panel):
            asked: list[bool] = []
            control.clicked.connect(lambda *_args, asked=asked: asked.append(True))
            press(control, key)
            assert asked, control.accessibleName()


def test_size_is_asked_for_in_steps(qtbot: Any) -> None:
    """
    The panel knows no sizes: it asks for a step and shows what came of it.
    """
    panel = _panel(qtbot)
    with qtbot.waitSignal(panel.size_step_requested) as asked:
        press(panel.larger, Qt.Key.Key_Return)
    assert [1] == asked.args
    with qtbot.waitSignal(panel.size_step_requested) as asked:
        press(panel.smaller, Qt.Key.Key_Return)
    assert [-1] == asked.args

    panel.focus_first()
    panel.show_settings(Settings(article_px=200))
    assert (True, False) == (panel.smaller.isEnabled(), panel.larger.isEnabled())
    panel.show_settings(Settings(article_px=12))
    assert (False, True) == (panel.smaller.isEnabled(), panel.larger.isEnabled())


def test_escape_closes_from_anywhere_inside(qtbot: Any) -> None:
    """
    Escape is the way out that everyone knows.
    """
    panel = _panel(qtbot)
    for control in (panel.larger, panel.themes.choices[0], panel.close_button):
        control.setFocus()
        with qtbot.waitSignal(panel.close_requested):
            QTest.keyClick(control, Qt.Key.Key_Escape)


def test_focused_control_is_scrolled_into_view(qtbot: Any) -> None:
    """
    In a low window the chosen card would otherwise be below the edge.
    """
    panel = _panel(qtbot, 480, 300, window=480)
    panel.themes.choices[0].setFocus()
    QTest.keyClick(panel.themes.choices[0], Qt.Key.Key_Left)
    settle(panel)
    last = panel.themes.choices[-1]
    top = last.mapTo(panel, last.rect().topLeft()).y()

    assert last.hasFocus()
    assert 0 <= top
    assert top + last.height() <= panel.height()


def test_theme_cards_have_their_own_colours(qtbot: Any) -> None:
    """
    The card is the sample: black with yellow words for the theme of that name, in every theme.
    """
    panel = _panel(qtbot, theme="gelap")
    tokens = look_of().tokens
    for card in panel.themes.choices[:7]:
        own = tokens.theme(card.value).roles
        image = card.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        seen = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
        assert {QColor(own.surface).rgb(), QColor(own.highlight_word).rgb()} <= seen
    assert isinstance(panel.themes.choices[0], Choice)


@pytest.mark.parametrize("theme", ["terang", "kuning_di_hitam", "hitam_di_putih"])
def test_everything_is_seen_at_once_in_a_usual_window(qtbot: Any, theme: str) -> None:
    """
    Whoever tries colours must not scroll to find the last one, in flat themes either, whose rings are wider.
    """
    panel = AppearancePanel(look_of(1440, theme=theme))
    show(qtbot, panel, 530, 708)

    assert 0 == panel.findChild(QScrollArea).verticalScrollBar().maximum()
