"""Menus: roomy rows in the colours of the theme, the keys beside the words, and a mark at the chosen row."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.qt.looking import show

from pembaca.document import Document, Paragraph
from pembaca.settings import Settings
from pembaca.ui.controls.field import Field
from pembaca.ui.controls.menu import LookMenu
from pembaca.ui.look import Look
from pembaca.ui.page.article_view import ArticleView

# off the screen there are no real windows: these say that something was not done to one
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ENTRIES = ("Segarkan\tF5", "Sumber\tCtrl+Shift+S", "Kata && angka")


@pytest.fixture
def look(qapp: QApplication) -> Look:
    """Return a look with its defaults."""
    return Look()


def _menu(look: Look) -> LookMenu:
    menu = LookMenu(look, "Menu")
    for text in ENTRIES:
        menu.addAction(text)
    group = LookMenu(look, "Membacakan", menu)
    group.addAction("Jeda")
    menu.addMenu(group)
    return menu


@pytest.mark.parametrize("px", [12, 28, 128])
def test_every_row_can_be_hit(qtbot: Any, look: Look, px: int) -> None:
    """A hand that shakes needs 48 px, and large type needs more."""
    look.apply(Settings(article_px=px))
    menu = _menu(look)
    qtbot.addWidget(menu)
    menu.popup(QPoint(0, 0))

    heights = [menu.actionGeometry(action).height() for action in menu.actions()]

    assert all(height >= 48 and height >= 2 * look.base_px for height in heights), heights


@pytest.mark.parametrize("theme", ["terang", "gelap", "kuning_di_hitam", "hitam_di_putih", "putih_di_biru"])
def test_menu_is_drawn_in_the_colours_of_the_theme(qtbot: Any, look: Look, theme: str) -> None:
    """A white menu in a dark theme hurts eyes that cannot bear glare; the chosen row is marked by form too."""
    look.apply(Settings(theme=theme))
    menu = _menu(look)
    qtbot.addWidget(menu)
    menu.popup(QPoint(0, 0))
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)

    picture = menu.grab().toImage()
    chosen, other = menu.actionGeometry(menu.actions()[1]), menu.actionGeometry(menu.actions()[0])

    colours = look.colours
    assert menu.activeAction() is menu.actions()[1]
    assert colours.accent_soft.name() == picture.pixelColor(chosen.left() + 12, chosen.center().y()).name()
    assert colours.accent.name() == picture.pixelColor(chosen.left() + 3, chosen.center().y()).name()
    assert colours.surface_raised.name() == picture.pixelColor(other.left() + 3, other.center().y()).name()
    assert colours.border.name() == picture.pixelColor(menu.width() // 2, 1).name()


def test_words_and_keys_have_room_beside_each_other(qtbot: Any, look: Look) -> None:
    """The key that would save the next way through the menu is read beside the words, never over them."""
    menu = _menu(look)
    qtbot.addWidget(menu)
    menu.popup(QPoint(0, 0))
    row = menu.actionGeometry(menu.actions()[1])

    columns = [x for x in range(row.left(), row.right()) if _has_ink(menu.grab().toImage(), x, row.top() + 8, row.bottom() - 8)]
    gaps = [after - before for before, after in pairwise(columns)]

    assert max(gaps) >= 24
    assert row.right() - columns[-1] >= 8


def test_menu_too_long_for_the_screen_stays_one_column(qtbot: Any, look: Look) -> None:
    """With the largest type the menu is scrolled: a second column would lie outside the screen."""
    look.apply(Settings(article_px=200))
    menu = LookMenu(look, "Menu")
    for number in range(60):
        menu.addAction(f"Entri {number}")
    qtbot.addWidget(menu)
    menu.popup(QPoint(0, 0))

    lefts = {menu.actionGeometry(action).left() for action in menu.actions()}

    assert 1 == len(lefts)
    assert menu.height() <= menu.screen().availableGeometry().height()
    assert look.colours.text.name() in {
        menu.grab().toImage().pixelColor(menu.width() // 2 + x, menu.height() - 20 + y).name()
        for x in range(-12, 12)
        for y in range(-12, 12)
    }, "an arrow says that there is more"


def _has_ink(picture: QImage, x: int, top: int, bottom: int) -> bool:
    back = picture.pixelColor(x, top).name()
    return any(picture.pixelColor(x, y).name() != back for y in range(top, bottom))


@pytest.mark.parametrize("kind", ["page", "field"])
def test_context_menu_of_text_is_one_of_ours(qtbot: Any, look: Look, kind: str) -> None:
    """What copies the text is as large and as clear as everything else, and shows only what can be done."""
    widget: QWidget
    if kind == "page":
        page = ArticleView(look, lambda name: None)
        page.show_document(Document("Judul", (Paragraph("Satu kalimat."),)), "")
        widget, target = page, page.viewport()
    else:
        widget = target = Field(look, "Cari")
        widget.setText("kata")
    show(qtbot, widget, 600, 400)
    at = QPoint(100, 100)
    ask = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, widget.mapToGlobal(at))

    QTimer.singleShot(0, widget, lambda: QApplication.sendEvent(target, ask))
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), LookMenu), timeout=5_000)

    menu = QApplication.activePopupWidget()
    assert isinstance(menu, LookMenu)
    entries = [action.text().partition("\t")[0].replace("&", "") for action in menu.actions()]
    assert "Pilih semua" in entries or "Select All" in entries
    assert all(action.isEnabled() for action in menu.actions())
    assert [menu] == [
        part for part in QApplication.topLevelWidgets() if part.isVisible() and part.windowType() == menu.windowType()
    ]
    menu.close()
