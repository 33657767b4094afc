"""The reading bar keeps its shape in every state and cuts nothing off."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.qt.looking import controls, cut_off, name_faults, press, ring_pixels, settle, show
from tests.qt.pages import look_of

from pembaca.ui.controls.button import Button
from pembaca.ui.reading_bar import ReadingBar
from pembaca.viewmodel import BarKind, BarState, Place

_WIDTHS = (320, 360, 414, 480, 600, 720, 800, 900, 1024, 1180, 1280, 1440, 1920)
_ARTICLE_PX = (28, 33, 45, 128)
_KINDS: tuple[BarKind, ...] = ("nothing", "ready", "playing", "paused", "finished")
_PLACES = {
    "nothing": Place("Belum ada artikel", "Kosong", "Tidak ada yang dibacakan"),
    "ready": Place("Siap membacakan", "Siap", "3 menit, 24 kalimat"),
    "playing": Place("Kalimat 13 dari 24", "Kalimat 13\ndari 24", "sisa 1 menit 20 detik"),
    "paused": Place("Kalimat 124 dari 240", "Kalimat 124\ndari 240", "sisa 12 menit"),
    "finished": Place("Kalimat 24 dari 24", "Kalimat 24\ndari 24", "kalimat terakhir"),
}


def _bar(qtbot: Any, width: int, article_px: int = 28, *, height: int = 900, theme: str = "terang", page_left: int | None = None,
         kind: BarKind = "playing") -> ReadingBar:  # fmt: skip
    bar = ReadingBar(look_of(width, article_px=article_px, theme=theme))
    bar.set_window_height(height, 84)
    bar.set_columns(page_left, 28 if page_left is not None else None)
    _show_state(bar, kind)
    show(qtbot, bar, width, bar.heightForWidth(width))
    return bar


def _show_state(bar: ReadingBar, kind: BarKind) -> None:
    bar.set_state(BarState(kind, can_previous=True, can_next=True))
    bar.set_place(_PLACES[kind])
    bar.set_speed_text("1,0 kali")


def _shape(bar: ReadingBar) -> list[tuple[str, QRect]]:
    return [
        (child.words(), child.geometry()) for child in bar.findChildren(Button) if child.isVisible() and child is not bar.play
    ]


@pytest.mark.parametrize("theme", ["terang", "kuning_di_hitam"])
@pytest.mark.parametrize("article_px", _ARTICLE_PX)
def test_nothing_is_cut_off_at_any_width_in_any_state(qtbot: Any, article_px: int, theme: str) -> None:
    """
    Play and Henti are whole and can be reached in every window, with every size of type.
    """
    for width, height in product(_WIDTHS, (400, 640, 900)):
        bar = _bar(qtbot, width, article_px, height=height, theme=theme)
        for kind, away in product(_KINDS, (False, True)):
            _show_state(bar, kind)
            bar.set_away(away)

            assert [] == cut_off(bar), (width, height, kind, away, bar.arrangement(width))
            assert [] == name_faults(bar), (width, height, kind, away)
            assert bar.play.isVisible()
        bar.close()


@pytest.mark.parametrize("article_px", _ARTICLE_PX)
def test_shape_is_the_same_in_every_state(qtbot: Any, article_px: int) -> None:
    """
    A button that moves while its neighbour is pressed is hit by mistake.
    """
    for width in _WIDTHS:
        bar = _bar(qtbot, width, article_px)
        shapes = []
        for kind in _KINDS:
            _show_state(bar, kind)
            shapes.append((bar.heightForWidth(width), bar.play.geometry(), _shape(bar)))

        assert all(shapes[0] == shape for shape in shapes), width
        bar.close()


def test_first_button_begins_where_the_text_begins(qtbot: Any) -> None:
    """
    The bar's first button, the search field and the text share a line, and the bar is 106 high as drawn.
    """
    bar = _bar(qtbot, 1440, page_left=492)
    first = min(button.x() for button in bar.findChildren(Button) if button.isVisible())

    assert 492 == first + look_of().ring_room_px
    assert 106 == bar.heightForWidth(1440)


@pytest.mark.parametrize("away", [False, True])
def test_bar_of_a_small_laptop_is_one_row(qtbot: Any, away: bool) -> None:
    """
    At 1024 × 600 every row of the bar is a line of the page: the short place stands beside the buttons.
    """
    bar = _bar(qtbot, 1024, height=600, page_left=400)
    bar.set_away(away)

    assert 106 == bar.heightForWidth(1024)
    assert 1 == bar.arrangement(1024)
    assert [] == cut_off(bar)


def test_scrolled_away_offers_the_way_back_to_the_voice(qtbot: Any) -> None:
    """
    Whoever scrolls on while the voice reads must find the lit line again, in every arrangement, without anything moving.
    """
    seen = set()
    for width, height, article_px in product(_WIDTHS, (400, 900), (28, 128)):
        bar = _bar(qtbot, width, article_px, height=height)
        height_before = bar.heightForWidth(width)
        bar.set_away(True)
        shown = [button for button in bar.findChildren(Button) if button.isVisible() and button.words() == "Ke suara"]

        assert 1 == len(shown), width
        with qtbot.waitSignal(bar.follow_requested):
            press(shown[0], Qt.Key.Key_Return)
        assert height_before == bar.heightForWidth(width)
        seen.add(bar.arrangement(width))
        bar.close()

    assert {0, 2, 3, 5, 6, 7} <= seen


def test_focus_is_never_lost_when_a_button_leaves(qtbot: Any) -> None:
    """
    Ke suara vanishes when it was pressed: the focus goes to Play, not to nowhere.
    """
    bar = _bar(qtbot, 1440, page_left=492)
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    bar.set_away(True)
    bar.follow.setFocus()
    bar.set_away(False)

    assert bar.play is QApplication.focusWidget()


def test_last_sentence_does_not_move_the_focus(qtbot: Any) -> None:
    """
    Berikutnya is of no use at the end, but whoever pressed it is still there; the next key must not pause the voice.
    """
    bar = _bar(qtbot, 1440, page_left=492)
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    button = next(button for button in bar.findChildren(Button) if button.words() == "Berikutnya")
    button.setFocus()
    bar.set_state(BarState("playing", can_previous=True, can_next=False))

    assert button is QApplication.focusWidget()


@pytest.mark.parametrize(
    ("kind", "words"), [("ready", "Bacakan"), ("playing", "Jeda"), ("paused", "Lanjutkan"), ("finished", "Bacakan")]
)
def test_play_says_what_it_will_do(qtbot: Any, kind: BarKind, words: str) -> None:
    """
    A screen reader reads the new name when it changes under the focus.
    """
    bar = _bar(qtbot, 1440, kind=kind)

    assert words == bar.play.words()
    assert words == bar.play.text()


def test_nothing_to_read_disables_everything_but_the_menu(qtbot: Any) -> None:
    """
    The window keeps its shape without an article; what cannot be done is seen and heard as such.
    """
    bar = _bar(qtbot, 480, kind="nothing")
    enabled = [button.words() for button in bar.findChildren(Button) if button.isVisible() and button.isEnabled()]

    assert ["Lainnya"] == enabled


def test_each_button_asks_for_its_own_thing(qtbot: Any) -> None:
    """
    Space and Enter do what a click does, for every button.
    """
    wishes = {
        "Sebelumnya": "previous_requested", "Jeda": "play_requested", "Berikutnya": "next_requested", "Henti": "stop_requested",
        "Lambat": "slower_requested", "Cepat": "faster_requested", "Lainnya": "more_requested",
    }  # fmt: skip
    pressed = set()
    for width in (1440, 480):
        bar = _bar(qtbot, width)
        for button in [button for button in bar.findChildren(Button) if button.isVisible()]:
            for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
                with qtbot.waitSignal(getattr(bar, wishes[button.words()])):
                    press(button, key)
            pressed.add(button.words())

    assert set(wishes) == pressed


def test_tab_walks_from_left_to_right_with_a_ring(qtbot: Any) -> None:
    """
    The order of Tab is the order of the eye.
    """
    bar = _bar(qtbot, 1440, page_left=492)
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    stops: list[QWidget] = sorted(controls(bar), key=lambda stop: stop.x())
    stops[0].setFocus()
    for stop in stops:
        assert stop is QApplication.focusWidget()
        assert ring_pixels(stop, look_of()) > 200
        QTest.keyClick(stop, Qt.Key.Key_Tab)


def test_progress_is_drawn_as_far_as_it_is(qtbot: Any) -> None:
    """
    The line on top shows at a glance how much is left.
    """
    bar = _bar(qtbot, 1000)
    bar.set_progress(0.5)
    settle(bar)
    image = bar.grab().toImage()
    accent, soft = look_of().colours.accent.rgb(), look_of().colours.accent_soft.rgb()

    assert accent == image.pixel(480, 3)
    assert soft == image.pixel(520, 3)
    bar.set_progress(7.0)
    assert accent == bar.grab().toImage().pixel(998, 3)
    bar.set_progress(float("nan"))
    assert soft == bar.grab().toImage().pixel(2, 3)
