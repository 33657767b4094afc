"""The strip for finding: whole in every window, on the text's line, and as high after a search as before it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from tests.qt.looking import cut_off, name_faults, show
from tests.qt.pages import look_of

from pembaca.document import Document, Paragraph
from pembaca.ui.controls.tab_order import stops
from pembaca.ui.find_bar import FindBar
from pembaca.ui.page_area import PageArea
from pembaca.ui.qt_words import QtWords

_WORDS = ("", "3 dari 13", "888 dari 888", "Tidak ditemukan di artikel ini")


@pytest.mark.parametrize("theme", ["terang", "kuning_di_hitam"])
@pytest.mark.parametrize("article_px", [12, 28, 48, 128])
def test_nothing_is_cut_off_and_found_words_move_nothing(qtbot: Any, article_px: int, theme: str) -> None:
    """Whoever looks for a word presses the same button again and again: it must stay where it is."""
    for width in (320, 360, 480, 640, 720, 960, 1008, 1440):
        margin = max(24, min(72, round(0.06 * width)))
        bar = FindBar(look_of(width, article_px=article_px, theme=theme))
        bar.set_margin(margin)
        height = bar.height_for(width)
        show(qtbot, bar, width, height)
        for words in _WORDS:
            bar.show_count(words)

            assert [] == cut_off(bar), (width, margin, words)
            assert height == bar.height_for(width)
        assert [] == name_faults(bar)
        bar.close()


def test_field_shares_the_line_of_the_text(qtbot: Any) -> None:
    """One left line for search, finding and text: the eye that is lost finds it again."""
    look = look_of(1440)
    area = PageArea(look, lambda name: None)
    area.show_document(Document("Judul", (Paragraph("Satu kalimat."),)), "")
    area.set_columns(60, is_one_column=False)
    show(qtbot, area, 1008, 700)
    area.open_find()

    assert 60 == area.find_bar.field.x() + look.ring_room_px
    assert area.find_bar.height() == area.article.y()


@pytest.mark.parametrize("is_one_column", [False, True])
@pytest.mark.parametrize("finding", [False, True])
def test_flat_themes_have_a_line_above_the_page(qtbot: Any, is_one_column: bool, finding: bool) -> None:
    """Where desk and paper are of one colour, a line says where the page begins, in one column too."""
    look = look_of(480, theme="kuning_di_hitam")
    area = PageArea(look, lambda name: None)
    area.show_document(Document("Judul", (Paragraph("Satu kalimat."),)), "")
    area.set_columns(24, is_one_column=is_one_column)
    show(qtbot, area, 480, 600)
    if finding:
        area.open_find()

    area.article.clearFocus()
    line = area.find_bar.height() - 1 if finding else 0
    picture = area.grab().toImage()

    assert look.colours.border.name() == picture.pixelColor(240, line).name()
    assert look.colours.border.name() == picture.pixelColor(475, line).name()


def test_words_that_are_not_ours_to_translate_stay(qapp: QApplication) -> None:
    """A menu that says "C" for Ctrl+C helps nobody."""
    words = QtWords(qapp)
    qapp.installTranslator(words)
    try:
        shown = QKeySequence("Ctrl+C").toString(QKeySequence.SequenceFormat.NativeText)
    finally:
        qapp.removeTranslator(words)

    assert "Ctrl+C" == shown


def test_tab_goes_from_finding_into_the_article(qtbot: Any) -> None:
    """The strip is made when it is first opened, after the article; Tab still goes from top to bottom."""
    window = QWidget()
    QPushButton(window).setAccessibleName("Menu")
    area = PageArea(look_of(1440), lambda name: None, window)
    area.show_document(Document("Judul", (Paragraph("Satu kalimat."),)), "")
    area.resize(1008, 700)
    show(qtbot, window, 1008, 700)
    area.open_find()

    strip = ("Cari di artikel ini", "Temuan sebelumnya", "Temuan berikutnya", "Tutup pencarian")
    assert ["Menu", *strip, "Judul"] == [part.accessibleName() for part in stops(window)]
