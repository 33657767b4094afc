"""Asking for a file: Qt's dialog in our words and sizes, in both languages; nothing is overwritten unasked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QWidget,
)
from tests.qt.looking import show
from tests.qt.pages import look_of

from pembaca import i18n
from pembaca.ui.files import ask_for_file, ask_where_to_save
from pembaca.ui.qt_words import QtWords

_KINDS = ("Daftar sumber (*.opml *.xml)", "Semua berkas (*)")
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
_FOREIGN = (
    *("Look in", "File", "Open", "Cancel", "Save", "Back", "Forward", "Parent", "Go ", "Create", "List ", "Detail", "Change"),
    *("Name", "Size", "Type", "Kind", "Date", "Sidebar", "Computer", "New "),
)


@pytest.fixture(params=["id", "en"])
def language(request: Any, qapp: QApplication) -> Iterator[str]:
    """Each language, with Qt's words in it."""
    before = i18n.current()
    i18n.use(request.param)
    words = QtWords(qapp)
    qapp.installTranslator(words)
    yield request.param
    qapp.removeTranslator(words)
    i18n.use(before)


def _dialog(qtbot: Any) -> QFileDialog:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog)))
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible())


def _window(qtbot: Any, **settings: Any) -> tuple[QWidget, Any]:
    window = QWidget()
    show(qtbot, window, 900, 700)
    return window, look_of(900, **settings)


def _words(dialog: QWidget) -> list[str]:
    words = []
    for part in dialog.findChildren(QWidget):
        if part.isVisibleTo(dialog):
            words += [part.toolTip(), part.accessibleName()]
            words += [part.text()] if isinstance(part, QAbstractButton | QLabel) else []
    model = dialog.findChild(QWidget, "treeView").model()  # type: ignore[attr-defined]
    words += [model.headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    return [word.replace("&", "") for word in words if word]


def test_every_word_is_in_the_language_of_the_program(qtbot: Any, language: str, tmp_path: Path) -> None:
    """
    A dialog in English in an Indonesian program is a wall for who reads one language.
    """
    window, look = _window(qtbot)
    ask_for_file(look, window, "Impor", _KINDS, lambda _path: None)
    dialog = _dialog(qtbot)
    words = _words(dialog)
    dialog.reject()

    english = [word for word in words if word.startswith(_FOREIGN)]
    assert (english == []) is (language == "id"), english


def test_dialog_is_as_large_as_the_window_and_in_its_colours(qtbot: Any, tmp_path: Path) -> None:
    """
    Who reads white on black in large letters cannot read a small white dialog.
    """
    window, look = _window(qtbot, theme="kuning_di_hitam", article_px=45)
    ask_for_file(look, window, "Impor", _KINDS, lambda _path: None)
    dialog = _dialog(qtbot)
    field = dialog.findChild(QLineEdit)

    assert look.base_px == field.font().pixelSize()
    assert look.colours.text == field.palette().text().color()
    assert look.colours.background == dialog.palette().window().color()
    dialog.reject()


def test_file_that_was_chosen_is_told_and_none_if_the_person_thinks_better_of_it(qtbot: Any, tmp_path: Path) -> None:
    """
    Escape means nothing happened.
    """
    (tmp_path / "daftar.opml").write_text("<opml/>", encoding="utf-8")
    window, look = _window(qtbot)
    chosen: list[str] = []
    ask_for_file(look, window, "Impor", _KINDS, chosen.append)
    QTest.keyClick(_dialog(qtbot), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog)))
    assert [] == chosen

    ask_for_file(look, window, "Impor", _KINDS, chosen.append)
    dialog = _dialog(qtbot)
    dialog.findChild(QLineEdit).setText(str(tmp_path / "daftar.opml"))
    QTest.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(chosen))
    assert [str(tmp_path / "daftar.opml")] == chosen


def test_a_name_is_proposed_and_an_old_file_is_asked_for(qtbot: Any, language: str, tmp_path: Path) -> None:
    """
    One Enter saves; what is there already is replaced only after a question in one's own language.
    """
    (tmp_path / "sumber-pembaca.opml").write_text("lama", encoding="utf-8")
    window, look = _window(qtbot)
    chosen: list[str] = []
    ask_where_to_save(look, window, "Ekspor", _KINDS[:1], str(tmp_path / "sumber-pembaca.opml"), chosen.append)
    dialog = _dialog(qtbot)
    assert "sumber-pembaca.opml" == dialog.findChild(QLineEdit).text()
    asked: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append(box.text())
            box.button(QMessageBox.StandardButton.Yes).click()

    timer = _every(window, answer)
    QTest.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(chosen))
    timer.stop()

    assert [str(tmp_path / "sumber-pembaca.opml")] == chosen
    assert ("sudah ada" if language == "id" else "already exists") in asked[0]
    assert "lama" == (tmp_path / "sumber-pembaca.opml").read_text(encoding="utf-8")


def _every(parent: QWidget, call: Any) -> Any:
    from PySide6.QtCore import QTimer

    timer = QTimer(parent, interval=20)
    timer.timeout.connect(call)
    timer.start()
    return timer
