"""The panel Sumber: every feed with its state in words, removal that can be taken back, errors beside their field."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from tests.qt.looking import controls, cut_off, name_faults, press, ring_pixels, settle, show
from tests.qt.pages import look_of

from pembaca.ui.controls.row import RowButton
from pembaca.ui.feeds_panel import FeedsPanel
from pembaca.viewmodel import CatalogueItem, FeedItem

_LONG = "https://www.kemenkum.go.id/berita-utama?format=feed&type=rss&halaman=1&urutan=terbaru"
_ALL = FeedItem("", "Semua berita", "semua sumber bersama")
_ONE = FeedItem(_LONG, "Kementerian Hukum Republik Indonesia", "diperbarui hari ini pukul 10.40", True)
_TWO = FeedItem("https://contoh.go.id/rss", "Badan <b>Contoh</b> & Kawan", "tidak dapat diambil: alamat tidak ada")
_FEEDS = (_ALL, _ONE, _TWO)
_OFFERS = (
    CatalogueItem("Kementerian Hukum", _LONG, "Diperiksa Oktober 2026", "Kementerian", True),
    CatalogueItem("Kementerian Kesehatan", "https://kemkes.go.id/rss", "Diperiksa Oktober 2026", "Kementerian"),
    CatalogueItem("BMKG", "https://bmkg.go.id/rss", "", "Lembaga"),
)
_ERROR = "Alamat ini belum lengkap. Contoh: https://www.kemenkum.go.id/berita-utama?format=feed&type=rss"


def _panel(qtbot: Any, width: int = 530, height: int = 710, *, window: int = 1440, **settings: Any) -> FeedsPanel:
    panel = FeedsPanel(look_of(window, **settings))
    panel.show_feeds(_FEEDS)
    panel.show_catalogue(_OFFERS)
    show(qtbot, panel, width, height)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


def _button(panel: FeedsPanel, name: str) -> Any:
    return next(
        control
        for control in controls(panel)
        if QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name) == name
    )


@pytest.mark.parametrize("article_px", [28, 33, 45, 128])
@pytest.mark.parametrize("size", [(530, 710, 1440), (480, 500, 480), (320, 640, 320)])
def test_nothing_is_cut_off_and_nothing_goes_sideways(qtbot: Any, size: tuple[int, int, int], article_px: int) -> None:
    """
    Addresses are long words: they wrap.
    """
    width, height, window = size
    for theme in ("terang", "kuning_di_hitam"):
        panel = _panel(qtbot, width, height, window=window, article_px=article_px, theme=theme)
        for error, undo in (("", None), (_ERROR, "Badan Penanggulangan Bencana Nasional dihapus")):
            panel.show_error(error)
            panel.show_undo(undo)
            settle(panel)

            assert [] == cut_off(panel)
            assert [] == name_faults(panel)
            assert 0 == panel.findChild(QScrollArea).horizontalScrollBar().maximum()
        panel.close()


def test_row_says_title_state_and_address_and_nothing_is_markup(qtbot: Any) -> None:
    """
    A feed may smuggle markup into its title; it is shown and said as it stands.
    """
    panel = _panel(qtbot)
    names = [QAccessible.queryAccessibleInterface(row).text(QAccessible.Text.Name) for row in panel.findChildren(RowButton)]

    assert "Badan <b>Contoh</b> & Kawan, tidak dapat diambil: alamat tidak ada, https://contoh.go.id/rss" in names
    assert f"{_ONE.title}, ditampilkan, diperbarui hari ini pukul 10.40, {_LONG}" in names


def test_every_key_does_what_it_says(qtbot: Any) -> None:
    """
    Choosing, removing and adding work without a mouse.
    """
    panel = _panel(qtbot)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        with qtbot.waitSignal(panel.feed_chosen) as chosen:
            press(_button(panel, "Semua berita, semua sumber bersama"), key)
        assert [""] == chosen.args
        with qtbot.waitSignal(panel.remove_requested) as removed:
            press(_button(panel, "Hapus Badan <b>Contoh</b> & Kawan"), key)
        assert ["https://contoh.go.id/rss"] == removed.args
        with qtbot.waitSignal(panel.add_requested) as added:
            press(_button(panel, "Tambah BMKG"), key)
        assert ["https://bmkg.go.id/rss"] == added.args


def test_all_feeds_together_cannot_be_removed(qtbot: Any) -> None:
    """
    "Semua berita" is a way to look at them, not a feed.
    """
    panel = _panel(qtbot)
    names = [QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name) for control in controls(panel)]

    assert 2 == sum(name.startswith("Hapus ") for name in names)


def test_address_is_added_by_enter_and_by_the_button(qtbot: Any) -> None:
    """
    Spaces around a pasted address are not part of it; an empty field asks for nothing.
    """
    panel = _panel(qtbot)
    told: list[str] = []
    panel.add_requested.connect(told.append)
    panel.address.setFocus()
    QTest.keyClicks(panel.address, " contoh.go.id ")
    QTest.keyClick(panel.address, Qt.Key.Key_Return)
    press(panel.add_button, Qt.Key.Key_Space)
    panel.address.clear()
    press(panel.add_button, Qt.Key.Key_Space)

    assert ["contoh.go.id", "contoh.go.id"] == told
    assert panel.address.hasFocus()


def test_error_stands_beside_the_field_and_is_its_description(qtbot: Any) -> None:
    """
    The eye finds it under the field, the ear hears it at the field, and what was written stays to be mended.
    """
    panel = _panel(qtbot)
    panel.address.setText("kemenkum")
    panel.show_error(_ERROR)
    settle(panel)

    assert _ERROR == QAccessible.queryAccessibleInterface(panel.address).text(QAccessible.Text.Description)
    assert "kemenkum" == panel.address.text()
    assert panel.address.hasFocus()
    panel.show_error("")
    assert "" == panel.address.text()
    assert "" == panel.address.accessibleDescription()


def test_removed_feed_hands_the_focus_to_undo(qtbot: Any) -> None:
    """
    The button that was pressed is gone: the next stop is the one that takes it back, and it says what was removed.
    """
    panel = _panel(qtbot)
    _button(panel, "Hapus Badan <b>Contoh</b> & Kawan").setFocus()
    panel.show_undo("Badan Contoh dihapus")
    panel.show_feeds((_ALL, _ONE))
    settle(panel)

    assert panel.undo_button is QApplication.focusWidget()
    assert "Badan Contoh dihapus" == panel.undo_button.accessibleDescription()
    with qtbot.waitSignal(panel.undo_requested):
        press(panel.undo_button, Qt.Key.Key_Return)
    panel.show_undo(None)
    panel.show_feeds(_FEEDS)
    settle(panel)
    assert QApplication.focusWidget().accessibleName().startswith("Badan <b>Contoh</b>")
    assert not panel.undo_button.isVisible()


def test_focus_stays_at_its_feed_while_news_come_in(qtbot: Any) -> None:
    """
    A state that changes must not throw the person back to the top.
    """
    panel = _panel(qtbot)
    button = _button(panel, "Hapus Badan <b>Contoh</b> & Kawan")
    button.setFocus()
    panel.show_feeds((_ALL, FeedItem(_TWO.url, "Badan Contoh", "diperbarui baru saja"), _ONE))
    settle(panel)

    assert button is QApplication.focusWidget()
    assert "Hapus Badan Contoh" == button.accessibleName()


def test_offer_that_is_there_already_says_so(qtbot: Any) -> None:
    """
    Nothing is added twice, and the reason is in words.
    """
    panel = _panel(qtbot)
    row = _button(panel, "Kementerian Hukum, sudah ada di daftar")

    assert not row.isEnabled()
    panel.show_catalogue(_OFFERS[1:])
    settle(panel)
    assert 2 + len(_FEEDS) == len([row for row in panel.findChildren(RowButton) if row.isVisible()])


def test_every_control_shows_a_ring(qtbot: Any) -> None:
    """
    Tab walks through the whole panel, and each stop is seen.
    """
    panel = _panel(qtbot, height=1400)
    panel.focus_first()
    visited = set()
    for _ in range(40):
        focused = QApplication.focusWidget()
        visited.add(focused)
        assert ring_pixels(focused, look_of()) > 200, focused
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    assert {control for control in controls(panel) if control.isEnabled()} == visited
