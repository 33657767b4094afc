"""A field keeps its keys, its name and its ring."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QWidget
from tests.qt.looking import ring_pixels, show
from tests.qt.pages import look_of

from pembaca.ui.controls.button import Button
from pembaca.ui.controls.field import Field


def _window(qtbot: Any, theme: str = "terang") -> tuple[QWidget, Field, Button]:
    window, look = QWidget(), look_of(theme=theme)
    field, button = Field(look, "Cari artikel", icon="search", parent=window), Button(look, "Lain", parent=window)
    field.resize(300, field.sizeHint().height())
    button.move(0, 100)
    show(qtbot, window, 320, 200)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window, field, button


def test_letters_and_spaces_go_into_the_field_and_not_to_the_window(qtbot: Any) -> None:
    """
    "kabar baik" must be written as such, although Space and K do something everywhere else.
    """
    window, field, _button = _window(qtbot)
    stolen: list[str] = []
    for keys in ("Space", "K", "Return", "Escape"):
        QShortcut(QKeySequence(keys), window).activated.connect(lambda keys=keys: stolen.append(keys))
    field.setFocus()

    QTest.keyClicks(field, "kabar baik")

    assert "kabar baik" == field.text()
    assert [] == stolen


def test_enter_submits_and_escape_leaves(qtbot: Any) -> None:
    """
    Both keys are the field's own while it has the focus.
    """
    _win, field, _button = _window(qtbot)
    field.setText("birokrasi")
    field.setFocus()

    with qtbot.waitSignal(field.submitted) as submitted:
        QTest.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, Qt.Key.Key_Escape)

    assert ["birokrasi"] == submitted.args


def test_name_stays_when_something_is_written(qtbot: Any) -> None:
    """
    The grey words in the empty field are gone then: the name must not go with them.
    """
    _win, field, _button = _window(qtbot)
    field.setText("birokrasi")
    interface = QAccessible.queryAccessibleInterface(field)

    assert "Cari artikel" == interface.text(QAccessible.Text.Name)
    assert QAccessible.Role.EditableText == interface.role()


def test_wrong_text_is_described(qtbot: Any) -> None:
    """
    A red frame alone says nothing to the ear.
    """
    _win, field, _button = _window(qtbot)
    field.show_wrong("Alamat ini belum lengkap.")

    assert "Alamat ini belum lengkap." == QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Description)
    field.show_wrong("")
    assert "" == field.accessibleDescription()


@pytest.mark.parametrize("theme", ["terang", "gelap", "kuning_di_hitam", "putih_di_biru"])
def test_field_has_the_colours_of_the_theme_and_a_ring(qtbot: Any, theme: str) -> None:
    """
    A white field in a dark theme blinds.
    """
    _win, field, button = _window(qtbot, theme)
    look = look_of(theme=theme)
    button.setFocus()
    before = ring_pixels(field, look)
    image = field.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    field.setFocus()

    assert QColor(look.colours.surface_raised).rgb() == image.pixel(image.width() - 40, image.height() // 2)
    assert 0 == before
    assert ring_pixels(field, look) > 2 * 2 * (field.width() + field.height()) * 0.8


def test_caret_is_as_wide_as_that_of_the_page(qtbot: Any) -> None:
    """
    A caret of one px is lost to weak eyes.
    """
    _win, field, _button = _window(qtbot)

    assert 3 == field.style().pixelMetric(QStyle.PixelMetric.PM_TextCursorWidth, None, field)
