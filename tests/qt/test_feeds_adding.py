"""The field for an address: looking can be ended, errors stand at the field, and what was found can be chosen from."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.qt.looking import press, settle, show
from tests.qt.pages import look_of

from pembaca.ui.feeds.panel import FeedsPanel
from pembaca.viewmodel import CatalogueItem

_ERROR = "Alamat ini belum lengkap."
_FOUND = (
    CatalogueItem("Pengumuman", "https://contoh.go.id/1", "RSS", site="contoh.go.id/1"),
    CatalogueItem("Berita", "https://contoh.go.id/2", "Atom", site="contoh.go.id/2"),
)


@pytest.fixture
def panel(qtbot: Any) -> FeedsPanel:
    """A panel on the screen, with the focus in the field."""
    panel = FeedsPanel(look_of())
    show(qtbot, panel, 530, 710)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.adding.address.setFocus()
    return panel


def test_address_is_added_by_enter_and_by_the_button(qtbot: Any, panel: FeedsPanel) -> None:
    """
    Spaces around a pasted address are not part of it; an empty field asks for nothing.
    """
    adding, told = panel.adding, list[str]()
    adding.add_requested.connect(told.append)
    QTest.keyClicks(adding.address, " contoh.go.id ")
    QTest.keyClick(adding.address, Qt.Key.Key_Return)
    press(adding.add_button, Qt.Key.Key_Space)
    adding.address.clear()
    press(adding.add_button, Qt.Key.Key_Space)

    assert ["contoh.go.id", "contoh.go.id"] == told
    assert adding.address.hasFocus()


def test_error_stands_beside_the_field_and_is_its_description(panel: FeedsPanel) -> None:
    """
    The eye finds it under the field, the ear hears it at the field, and what was written stays to be mended.
    """
    adding = panel.adding
    adding.address.setText("kemenkum")
    assert adding.show_error(_ERROR)
    assert not adding.show_error(_ERROR)  # nothing is new: a screen reader is silent
    adding.add_button.setFocus()
    assert adding.show_error(_ERROR)
    settle(panel)

    assert _ERROR == QAccessible.queryAccessibleInterface(adding.address).text(QAccessible.Text.Description)
    assert "kemenkum" == adding.address.text()
    assert adding.address.hasFocus()
    assert not adding.anyway_button.isVisible()
    adding.show_error("")
    assert "" == adding.address.text()
    assert "" == adding.address.accessibleDescription()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_address_without_a_feed_can_be_added_as_it_is(qtbot: Any, panel: FeedsPanel, key: Qt.Key) -> None:
    """
    A person may know better than the search; the button stands right behind the field's own.
    """
    panel.adding.address.setText("contoh.go.id")
    panel.adding.show_error("Tidak ada sumber berita.", can_add_anyway=True)
    settle(panel)
    QTest.keyClick(panel.adding.address, Qt.Key.Key_Tab)
    QTest.keyClick(panel.adding.add_button, Qt.Key.Key_Tab)
    assert panel.adding.anyway_button is QApplication.focusWidget()
    with qtbot.waitSignal(panel.adding.anyway_requested) as wanted:
        press(panel.adding.anyway_button, key)
    assert ["contoh.go.id"] == wanted.args
    panel.adding.show_error("")
    settle(panel)

    assert panel.adding.address is QApplication.focusWidget()


def test_escape_ends_the_search_before_it_closes_the_panel(qtbot: Any, panel: FeedsPanel) -> None:
    """
    One step back at a time, wherever in the panel the focus is.
    """
    panel.adding.show_looking("Mencari sumber berita di contoh.go.id")
    for place in (panel.adding.address, panel.adding.add_button, panel.close_button):
        place.setFocus()
        with qtbot.waitSignal(panel.adding.stop_requested), qtbot.assertNotEmitted(panel.close_requested):
            QTest.keyClick(place, Qt.Key.Key_Escape)
    panel.adding.show_looking(None)

    with qtbot.waitSignal(panel.close_requested):
        QTest.keyClick(panel.adding.address, Qt.Key.Key_Escape)


def test_search_that_ends_hands_the_focus_of_its_button_back(qtbot: Any, panel: FeedsPanel) -> None:
    """
    The button is gone; the field is where one goes on.
    """
    panel.adding.show_looking("Mencari sumber berita di contoh.go.id")
    settle(panel)
    with qtbot.waitSignal(panel.adding.stop_requested):
        press(panel.adding.stop_button, Qt.Key.Key_Space)
    panel.adding.show_looking(None)
    settle(panel)

    assert panel.adding.address is QApplication.focusWidget()


def test_found_feeds_get_the_focus_and_are_chosen_one_after_the_other(qtbot: Any, panel: FeedsPanel) -> None:
    """
    After one is added the next is at hand; when none is left, the way on.
    """
    panel.adding.show_found("2 sumber berita ditemukan.", _FOUND)
    settle(panel)
    first = QApplication.focusWidget()
    assert "Tambah Pengumuman, RSS, contoh.go.id/1" == first.accessibleName()
    with qtbot.waitSignal(panel.adding.offer_chosen) as chosen:
        QTest.keyClick(first, Qt.Key.Key_Return)
    assert ["https://contoh.go.id/1"] == chosen.args

    added = [CatalogueItem(item.title, item.url, item.note, is_added=True, site=item.site) for item in _FOUND]
    panel.adding.show_found("2 sumber berita ditemukan.", (added[0], _FOUND[1]))
    settle(panel)
    assert "Tambah Berita, Atom, contoh.go.id/2" == QApplication.focusWidget().accessibleName()
    panel.adding.show_found("2 sumber berita ditemukan.", tuple(added))
    settle(panel)
    assert panel.adding.done_button is QApplication.focusWidget()
    with qtbot.waitSignal(panel.adding.offers_closed):
        press(panel.adding.done_button, Qt.Key.Key_Space)
    panel.adding.show_found("", ())
    settle(panel)

    assert panel.adding.address is QApplication.focusWidget()


def test_found_feeds_take_no_focus_from_who_went_on(panel: FeedsPanel) -> None:
    """
    An answer may be slow; whoever went to read something else is not called back.
    """
    panel.close_button.setFocus()
    panel.adding.show_found("2 sumber berita ditemukan.", _FOUND)
    settle(panel)

    assert panel.close_button is QApplication.focusWidget()


def test_error_that_comes_late_takes_no_focus_either(panel: FeedsPanel) -> None:
    """
    It is said instead.
    """
    panel.close_button.setFocus()

    assert not panel.adding.show_error("Tidak ada sumber berita.", can_add_anyway=True)
    assert panel.close_button is QApplication.focusWidget()
