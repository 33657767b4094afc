"""The message page says one thing and offers what can be done."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea
from tests.qt.looking import cut_off, name_faults, press, settle, show
from tests.qt.pages import look_of

from pembaca.ui.message_page import MessagePage
from pembaca.viewmodel import Action, MessageItem

_ITEM = MessageItem(
    "page",
    "Belum ada artikel",
    "Tekan F5 untuk mengambil berita. Setelah itu berita tersimpan di komputer ini dan dapat dibaca tanpa jaringan.",
    (Action("refresh", "Ambil berita", "refresh", "F5"), Action("open_pack", "Buka paket berita", "add")),
)


def _page(qtbot: Any, width: int, height: int, item: MessageItem = _ITEM, **settings: Any) -> MessagePage:
    page = MessagePage(look_of(max(width, 320), **settings))
    page.show_item(item)
    show(qtbot, page, width, height)
    return page


def _sign(page: MessagePage) -> bool:
    return page._sign.isVisible()


@pytest.mark.parametrize("article_px", [28, 45, 128])
@pytest.mark.parametrize("size", [(1008, 710), (480, 700), (320, 420), (720, 300)])
def test_nothing_is_cut_off_and_nothing_goes_sideways(qtbot: Any, size: tuple[int, int], article_px: int) -> None:
    """
    The first thing a new reader sees must be whole, whatever the window.
    """
    for theme in ("terang", "kuning_di_hitam"):
        page = _page(qtbot, *size, article_px=article_px, theme=theme)
        scroll = page.findChild(QScrollArea)

        assert [] == cut_off(page)
        assert [] == name_faults(page)
        assert 0 == scroll.horizontalScrollBar().maximum()
        page.close()


def test_words_stand_on_the_line_of_the_text(qtbot: Any) -> None:
    """
    Nothing jumps sideways when the first article takes the message's place.
    """
    page = _page(qtbot, 1008, 710)
    page.set_margin(60)
    settle(page)
    room = look_of().ring_room_px

    assert 60 == page.title.x() + page.title.contentsMargins().left()
    assert 60 == page.buttons[0].mapTo(page, page.buttons[0].rect().topLeft()).x() + room


def test_low_page_loses_the_sign_first_and_then_scrolls(qtbot: Any) -> None:
    """
    Words and buttons matter more than a picture; the arrow keys reach what lies below.
    """
    tall, low, lowest = _page(qtbot, 1008, 710), _page(qtbot, 1008, 340), _page(qtbot, 480, 160)

    assert (True, False, False) == (_sign(tall), _sign(low), _sign(lowest))
    assert 0 == low.findChild(QScrollArea).verticalScrollBar().maximum()
    assert 0 < lowest.findChild(QScrollArea).verticalScrollBar().maximum()
    assert Qt.FocusPolicy.NoFocus == low.findChild(QScrollArea).focusPolicy()
    assert Qt.FocusPolicy.TabFocus == lowest.findChild(QScrollArea).focusPolicy()


def test_screen_reader_hears_the_message_with_the_first_button(qtbot: Any) -> None:
    """
    The focus is on the button: the words above it must be heard with it.
    """
    page = _page(qtbot, 1008, 710)
    first = QAccessible.queryAccessibleInterface(page.buttons[0])

    assert "Ambil berita" == first.text(QAccessible.Text.Name)
    assert f"Belum ada artikel. {_ITEM.sentence} F5" == first.text(QAccessible.Text.Description)
    assert "Belum ada artikel" == page.accessibleName()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_button_asks_for_its_action(qtbot: Any, key: Qt.Key) -> None:
    """
    Each button carries the id of what the presenter knows.
    """
    page = _page(qtbot, 1008, 710)
    for button, wanted in zip(page.buttons, ("refresh", "open_pack"), strict=True):
        with qtbot.waitSignal(page.action_requested) as asked:
            press(button, key)
        assert [wanted] == asked.args


def test_focus_stays_on_the_first_button_when_the_message_changes(qtbot: Any) -> None:
    """
    "Coba lagi" leads to another fault: the next press of Enter must still find a button.
    """
    page = _page(qtbot, 1008, 710)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.buttons[1].setFocus()
    page.show_item(MessageItem("warning", "Galat", "Sambungan terputus.", (Action("retry", "Coba lagi"),)))
    settle(page)

    assert page.buttons[0] is QApplication.focusWidget()
    assert 1 == len(page.buttons)


def test_unknown_icon_and_no_action_are_no_fault(qtbot: Any) -> None:
    """
    A message is shown whatever it carries.
    """
    page = _page(qtbot, 1008, 710, MessageItem("page", "Satu baris", "", (Action("x", "Sains & teknologi", "nonesuch"),)))

    assert "Sains & teknologi" == QAccessible.queryAccessibleInterface(page.buttons[0]).text(QAccessible.Text.Name)
    page.show_message("nonesuch", "Judul", "Kalimat.")
    settle(page)
    assert () == page.buttons
    assert [] == cut_off(page)
