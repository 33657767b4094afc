"""The header: what leaves first in narrow windows, and that nothing is ever cut off."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.qt.looking import controls, cut_off, name_faults, press, ring_pixels, show
from tests.qt.pages import look_of

from pembaca.ui.header import Header

_WIDTHS = (320, 360, 414, 480, 600, 720, 768, 800, 900, 1024, 1180, 1280, 1440)
_ARTICLE_PX = (28, 33, 45, 128)  # chrome bases 20, 24, 32 and the largest in use


def _header(
    qtbot: Any,
    width: int,
    article_px: int = 28,
    *,
    page_left: int | None = None,
    article: bool = False,
    height: int = 900,
    theme: str = "terang",
) -> Header:
    header = Header(look_of(width, article_px=article_px, theme=theme))
    header.set_columns(page_left, article)
    header.set_window_height(height)
    show(qtbot, header, width, header.heightForWidth(width))
    return header


def _shown(header: Header) -> list[str]:
    names = ("back", "brand", "search", "search_button", "refresh", "appearance", "menu")
    return [name for name in names if getattr(header, name).isVisible()]


@pytest.mark.parametrize("theme", ["terang", "kuning_di_hitam"])
@pytest.mark.parametrize("article_px", _ARTICLE_PX)
def test_nothing_is_cut_off_at_any_width(qtbot: Any, article_px: int, theme: str) -> None:
    """
    A person who needs large type has a small window in effect: every word must still be whole.
    """
    for width, (page_left, article), height in product(_WIDTHS, ((None, False), (None, True), (492, False)), (480, 900)):
        if page_left is not None and width < 900:
            continue
        header = _header(qtbot, width, article_px, page_left=page_left, article=article, height=height, theme=theme)

        assert [] == cut_off(header), (width, page_left, article, height)
        assert [] == name_faults(header), (width, page_left, article, height)
        header.close()


def test_field_begins_where_the_text_begins(qtbot: Any) -> None:
    """
    Search field, article and bar share a line.
    """
    header = _header(qtbot, 1440, page_left=492)

    assert 492 == header.search.x() + look_of().ring_room_px
    assert 84 == header.height()


def test_field_moves_left_if_it_does_not_fit_there(qtbot: Any) -> None:
    """
    With large type the buttons need the room: the field goes beside the name of the program.
    """
    header = _header(qtbot, 1440, 36, page_left=527, theme="kuning_di_hitam")

    assert 400 > header.search.x()
    assert header.brand.geometry().right() < header.search.x()


def test_things_leave_in_their_order_and_menu_stays(qtbot: Any) -> None:
    """
    The order is fixed: search to a row of its own, Segarkan, the word Pembaca, Tampilan.
    """
    seen = []
    for width in range(1000, 250, -10):
        header = _header(qtbot, width, height=5000)
        now = (*_shown(header), f"{header.brand.width() > 60} {header.height() > 100}")
        if not seen or seen[-1] != now:
            seen.append(now)
        header.close()

    assert [
        ("brand", "search", "refresh", "appearance", "menu", "True False"),
        ("brand", "search", "refresh", "appearance", "menu", "True True"),
        ("brand", "search", "appearance", "menu", "True True"),
        ("brand", "search", "appearance", "menu", "False True"),
        ("brand", "search", "menu", "False True"),
    ] == seen


def test_low_window_has_a_button_for_searching(qtbot: Any) -> None:
    """
    A second row may take a fifth of the height at most; below that a button opens the field in the header's place.
    """
    header = _header(qtbot, 480, height=600)
    assert ["brand", "search_button", "menu"] == [name for name in _shown(header) if name != "appearance"]

    with qtbot.waitSignal(header.search_requested):
        press(header.search_button, Qt.Key.Key_Space)
    assert ["search"] == _shown(header)
    assert [] == cut_off(header)

    with qtbot.waitSignal(header.search_left):
        QTest.keyClick(header.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(header.search_button.isVisible)
    assert not header.search.isVisible()


def test_article_in_one_column_has_the_way_back(qtbot: Any) -> None:
    """
    List and page take turns there: Kembali stands where the mark was.
    """
    assert ["back", "menu"] == _shown(_header(qtbot, 720, 64, article=True, height=1000))
    assert ["back", "appearance", "menu"] == _shown(_header(qtbot, 1440, 128, article=True))


def test_each_button_asks_for_its_own_thing(qtbot: Any) -> None:
    """
    Space and Enter do what a click does.
    """
    header = _header(qtbot, 1440, page_left=492)
    for button, signal in (
        (header.refresh, header.refresh_requested),
        (header.appearance, header.appearance_requested),
        (header.menu, header.menu_requested),
    ):
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            with qtbot.waitSignal(signal):
                press(button, key)
    header.set_columns(None, True)
    with qtbot.waitSignal(header.back_requested):
        press(header.back, Qt.Key.Key_Return)


def test_search_tells_what_is_written_but_not_what_is_set(qtbot: Any) -> None:
    """
    A text set by the program must not start a search of its own.
    """
    header = _header(qtbot, 1440, page_left=492)
    told: list[str] = []
    header.search_changed.connect(told.append)

    header.set_search_text("birokrasi")
    assert [] == told
    QTest.keyClicks(header.search, "!")
    assert ["birokrasi!"] == told


def test_busy_changes_neither_size_nor_focus(qtbot: Any) -> None:
    """
    News arriving must not move anything under the hand.
    """
    header = _header(qtbot, 1440, page_left=492)
    header.activateWindow()
    qtbot.waitUntil(header.isActiveWindow)
    header.refresh.setFocus()
    before = [child.geometry() for child in header.findChildren(QWidget)]
    header.set_busy(True)

    assert before == [child.geometry() for child in header.findChildren(QWidget)]
    assert header.refresh.hasFocus()
    assert "sedang mengambil berita" in header.refresh.accessibleName()


def test_tab_visits_everything_in_reading_order(qtbot: Any) -> None:
    """
    By keys the header is walked from left to right, with a ring at each stop.
    """
    header = _header(qtbot, 1440, page_left=492)
    header.activateWindow()
    qtbot.waitUntil(header.isActiveWindow)
    header.search.setFocus()
    look, visited = look_of(), []
    for _ in controls(header):
        focused = header.focusWidget()
        visited.append(focused.x())
        assert ring_pixels(focused, look) > 200
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    assert sorted(visited) == visited
    assert len(controls(header)) == len(set(visited))
