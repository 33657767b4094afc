"""The light lies under the letters, follows the line breaks, and is quick."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage
from tests.qt.pages import look_of, page_of, seed, span_of

from pembaca.document import Document, Paragraph, Table, TextSpan
from pembaca.ui.page.article_view import ArticleView
from pembaca.ui.page.light import contrast, edge_px, line_boxes, sentence_shape

_THEMES = ("terang", "gelap", "kuning_di_hitam", "hitam_di_kuning", "putih_di_biru", "abu_di_krem", "hitam_di_putih")
_TEXT = "Kita membaca. Hari ini jelas sekali bahwa (Panggung) gagah, dan semua orang mendengar."


def _image(page: ArticleView) -> QImage:
    page.clearFocus()
    return page.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _count(image: QImage, colour: QColor, box: tuple[int, int, int, int]) -> int:
    left, top, right, bottom = box
    wanted = colour.rgb()
    return sum(image.pixel(x, y) == wanted for x in range(left, right) for y in range(top, bottom))


def _box(page: ArticleView, span: TextSpan) -> tuple[int, int, int, int]:
    found = line_boxes(page.document(), page.position_of(span.start), page.position_of(span.end))[0]
    scroll = page.verticalScrollBar().value()
    top, bottom = found.baseline - 0.9 * found.em, found.baseline + 0.4 * found.em
    return round(found.left), round(top) - scroll, round(found.right), round(bottom) - scroll


@pytest.mark.parametrize("theme", _THEMES)
def test_lit_letters_have_their_own_colours(qtbot: Any, theme: str) -> None:
    """
    Yellow letters on a yellow word cannot be read: word and sentence each bring their letters' colour.
    """
    document = Document("J", (Paragraph(_TEXT),))
    look = look_of(theme=theme, article_px=36)
    page = page_of(qtbot, document, look)
    sentence, word = span_of(document, _TEXT[14:]), span_of(document, "gagah")
    page.highlight(sentence, word)
    image, colours = _image(page), look.colours

    assert _count(image, colours.on_highlight_word, _box(page, word)) > 50
    assert _count(image, colours.highlight_word, _box(page, word)) > 500
    plain = _box(page, span_of(document, "jelas"))
    assert _count(image, colours.on_highlight_sentence, plain) > 50
    assert _count(image, colours.highlight_sentence, plain) > 500


def test_letters_are_drawn_over_the_light(qtbot: Any) -> None:
    """
    Not one pixel of a descender may be covered: every dark pixel of the unlit page is dark on the lit page too.
    """
    document = Document("J", (Paragraph(_TEXT),))
    look = look_of(theme="hitam_di_putih", article_px=48)
    page = page_of(qtbot, document, look)
    box = _box(page, span_of(document, "Hari ini"))
    before = _image(page)
    page.highlight(span_of(document, _TEXT[14:]), span_of(document, "mendengar"))
    after, moved = _image(page), page.verticalScrollBar().value()

    black = QColor("black").rgb()
    letters = [(x, y) for x in range(box[0], box[2]) for y in range(box[1], box[3]) if before.pixel(x, y) == black]
    assert len(letters) > 100
    assert [] == [place for place in letters if after.pixel(place[0], place[1] - moved) != black]


def test_weak_word_is_underlined_inside_its_box(qtbot: Any) -> None:
    """
    Where the word's tint differs too little from the sentence's, a line says it without colour.
    """
    document = Document("J", (Paragraph(_TEXT),))
    counts = {}
    for theme in ("terang", "gelap"):
        look = look_of(theme=theme)
        page = page_of(qtbot, document, look)
        page.highlight(span_of(document, _TEXT), span_of(document, "jelas"))
        counts[theme] = _count(_image(page), look.colours.highlight_sentence_edge, _box(page, span_of(document, "jelas")))

    assert counts["terang"] > 3 * 40
    assert 0 == counts["gelap"]


def test_boxes_cover_the_words_after_an_emoji(qtbot: Any) -> None:
    """
    An emoji is two units wide for Qt and one character for us: the light must not slip to the left.
    """
    document = Document("J", (Paragraph("😀😀 kata"),))
    page = page_of(qtbot, document)
    both = line_boxes(page.document(), page.position_of(2), page.position_of(9))
    word = line_boxes(page.document(), page.position_of(5), page.position_of(9))

    assert (1, 1) == (len(both), len(word))
    assert both[0].right == word[0].right
    assert word[0].left > both[0].left + 40
    assert (False, True) == (word[0].begins, word[0].ends)


def test_lines_of_a_sentence_are_joined_to_one_outline(qtbot: Any, data: Path) -> None:
    """
    One sentence is one shape, inner corners and all; only lines that do not touch stand apart.
    """
    document, look = seed(data), look_of()
    page = page_of(qtbot, document, look)
    text = "“Hanya itu satu-satunya cara untuk bisa menaklukkan integrasi dunia digital, kita tidak bisa bekerja sendiri-sendiri."
    span = span_of(document, text)
    boxes = line_boxes(page.document(), page.position_of(span.start), page.position_of(span.end))
    shape = sentence_shape(boxes, look.tokens.sentence_light, edge_px(look), page.viewport().width())
    starts = sum(shape.path.elementAt(at).type.name == "MoveToElement" for at in range(shape.path.elementCount()))

    assert (3, 1) == (len(boxes), starts)
    assert [False, True, True] == [box.begins for box in boxes]
    assert [True, True, False] == [box.ends for box in boxes]
    assert round(3 * 1.5 * 28) == round(shape.bounds.height() - 2 * edge_px(look))


def test_light_in_a_table_row_has_a_box_a_cell(qtbot: Any) -> None:
    """
    A row is one spoken line and several places on the page.
    """
    document = Document("J", (Table((("Kota", "Jam"), ("Solo", "08.00")), header=True),))
    page = page_of(qtbot, document)
    span = span_of(document, "Solo; 08.00")

    assert 2 == len(line_boxes(page.document(), page.position_of(span.start), page.position_of(span.end)))


def test_no_light_leaves_the_page_as_it_was(qtbot: Any) -> None:
    """
    After stop nothing may look spoken.
    """
    document = Document("J", (Paragraph(_TEXT),))
    page = page_of(qtbot, document)
    before = _image(page)
    page.highlight(span_of(document, _TEXT), span_of(document, "jelas"))
    page.highlight(None, None)

    assert before == _image(page)
    assert [] == page.extraSelections()


def test_contrast_is_that_of_the_standard() -> None:
    """
    The underline hangs on this number.
    """
    assert 21.0 == round(contrast(QColor("black"), QColor("white")), 3)
    assert 1.0 == contrast(QColor("red"), QColor("red"))
