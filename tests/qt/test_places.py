"""Boxes that place their children: what is kept of a layout never outlives what it was made from."""

from __future__ import annotations

from typing import Any

from tests.qt.looking import settle, show
from tests.qt.pages import look_of

from pembaca.ui.controls.places import Column
from pembaca.ui.controls.words import Words


def test_column_follows_a_child_whose_words_change(qtbot: Any) -> None:
    """
    Heights are measured once and kept; longer words must not be cut off by an old one.
    """
    look = look_of()
    inner, outer, words = Column(), Column(), Words(look, "Pendek")
    inner.hold((words,))
    outer.hold((inner, Words(look, "Di bawahnya")))
    show(qtbot, outer, 300, 400)
    before = outer.heightForWidth(300)
    words.setText("Kalimat yang jauh lebih panjang daripada yang tadi dan perlu beberapa baris")
    settle(outer)

    assert before < outer.heightForWidth(300)
    assert words.height() == words.heightForWidth(300)


def test_column_that_was_hidden_shows_what_changed_meanwhile(qtbot: Any) -> None:
    """
    A panel is filled before it is shown.
    """
    look = look_of()
    column, words = Column(), Words(look, "Pendek")
    column.hold((words,))
    show(qtbot, column, 300, 400)
    column.hide()
    column.heightForWidth(300)
    words.setText("Kalimat yang jauh lebih panjang daripada yang tadi dan perlu beberapa baris")
    column.show()
    settle(column)

    assert words.height() == words.heightForWidth(300)
    assert column.heightForWidth(300) == words.heightForWidth(300)


def test_column_follows_the_size_of_the_type(qtbot: Any) -> None:
    """
    Ctrl+Plus makes every line higher at once.
    """
    look = look_of()
    column, words = Column(), Words(look, "Kalimat yang perlu beberapa baris di kolom yang sempit ini")
    column.hold((words,))
    show(qtbot, column, 300, 400)
    before = column.heightForWidth(300)
    look.apply(look_of(article_px=45)._settings)
    settle(column)

    assert before < column.heightForWidth(300)
    assert words.height() == words.heightForWidth(300)
