"""The page keeps its place, follows the voice until the person leaves, and keeps its own keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.qt.pages import look_of, page_of, seed, span_of

from pembaca.document import Document, Heading, Image, Link, ListItem, Paragraph, Table, TextSpan
from pembaca.settings import Settings
from pembaca.ui.page.article_view import ArticleView

_KEY, _NONE, _SHIFT = Qt.Key, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_LONG = Document("Panjang", tuple(Paragraph(f"Alinea {nth}. " + "Kata demi kata berjalan terus. " * 12) for nth in range(60)))
_RICH = Document(
    "Judul",
    (
        Paragraph("Lihat situs ini.", links=(Link(6, 11, "https://contoh.go.id/"),)),
        Heading("Bagian", 2),
        ListItem("satu", 1),
        ListItem("dua", 1),
        Image("u", "Loket"),
        Heading("Akhir", 3),
        Paragraph("Selesai."),
    ),
)


def _line_top(page: ArticleView, offset: int) -> float:
    return page._line_top(page.position_of(offset)) - page.verticalScrollBar().value()


def _wheel(page: ArticleView, modifiers: Qt.KeyboardModifier = _NONE) -> None:
    place = QPointF(200, 200)
    event = QWheelEvent(
        place, page.viewport().mapToGlobal(place), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.viewport(), event)


@pytest.mark.parametrize("settings", [{"article_px": 64}, {"article_px": 14}, {"line_spacing": "wider"}, {"typeface": "dejavu"}])
def test_another_size_keeps_the_lit_line_where_it_was(qtbot: Any, settings: dict[str, Any]) -> None:
    """
    Who makes the letters larger in the middle of a sentence must not have to look for it.
    """
    look = look_of()
    page = page_of(qtbot, _LONG, look)
    sentence = span_of(_LONG, "Alinea 30.")
    page.highlight(sentence, sentence)
    before = _line_top(page, sentence.start)
    look.apply(Settings(theme="terang", **settings))

    assert abs(before - _line_top(page, sentence.start)) <= 1
    assert page.is_following


def test_a_link_in_a_table_is_a_link_like_any_other(qtbot: Any) -> None:
    """
    Forms to download mostly stand in tables: K finds them and Enter opens them, also where the columns are folded.
    """
    address = "https://contoh.go.id/formulir.pdf"
    table = Table((("Formulir", "Berkas"), ("Paspor baru", "unduh di sini")), header=True, links=(Link(36, 43, address),))
    assert "di sini" == table.text[36:43]
    for width in (900, 300):
        page = page_of(qtbot, Document("Judul", (table,)))
        page.resize(width, 600)
        page.setFocus()
        with qtbot.waitSignal(page.jumped) as jumped:
            QTest.keyClick(page, _KEY.Key_K)
        with qtbot.waitSignal(page.link_requested) as opened:
            QTest.keyClick(page, _KEY.Key_Return)

        assert ["link", "di sini", 0] == jumped.args
        assert [address] == opened.args


def test_another_size_keeps_the_top_line(qtbot: Any) -> None:
    """
    Without a light, the line at the top is where the person reads.
    """
    look = look_of()
    page = page_of(qtbot, _LONG, look)
    page._follow.jump_to(6000)
    offset = page.offset_at(page.cursorForPosition(QPoint(page.viewport().width() // 2, 0)).position())
    before = _line_top(page, offset)
    look.apply(Settings(theme="gelap", article_px=48))

    assert abs(before - _line_top(page, offset)) <= 1


def test_another_width_keeps_the_place_caret_and_light(qtbot: Any) -> None:
    """
    A window that is resized is still the same page.
    """
    page = page_of(qtbot, _LONG)
    sentence = span_of(_LONG, "Alinea 40.")
    page.highlight(sentence, None)
    page.set_caret(sentence.start + 3)
    before = _line_top(page, sentence.start)
    page.resize(500, 711)

    assert abs(before - _line_top(page, sentence.start)) <= 1
    assert sentence.start + 3 == page.caret_offset()


def test_lines_hold_at_most_72_characters(qtbot: Any, data: Path) -> None:
    """
    Long lines lose the eye on its way back; WCAG's limit is 80.
    """
    page = page_of(qtbot, seed(data))
    page.resize(2400, 700)
    block, longest = page.document().begin(), 0
    while block.isValid():
        if block.charFormat().font().pixelSize() == 28:
            page._line_top(block.position())
            longest = max(longest, *(block.layout().lineAt(nth).textLength() for nth in range(block.layout().lineCount())))
        block = block.next()

    assert 60 <= longest <= 73  # the space at the line's end is counted


def test_spoken_line_is_kept_in_the_quiet_band(qtbot: Any) -> None:
    """
    The page stands still while the light is in the middle, and moves once when it is not.
    """
    page = page_of(qtbot, _LONG)
    height, places, at = page.viewport().height(), [page.verticalScrollBar().value()], 0
    for _ in range(100):
        at = _LONG.text.index("Kata", at + 1)
        page.highlight(TextSpan(at, at + 10), TextSpan(at, at + 4))
        assert _line_top(page, at) <= 0.67 * height
        places.append(page.verticalScrollBar().value())
        if places[-1] != places[-2]:
            assert abs(height / 3 - _line_top(page, at)) < 42

    assert 5 < len(set(places)) < 15


def test_folded_table_is_unfolded_when_there_is_room(qtbot: Any) -> None:
    """
    Columns need room; without it each cell stands on its own line, and the light stays on its word.
    """
    table = Table((("Kabupaten", "Kecamatan", "Kelurahan"), ("Karanganyar", "Tawangmangu", "Gondosuli")), header=True)
    document = Document("J", (Paragraph("a"), table, Paragraph("akhir")))
    page = page_of(qtbot, document)
    word = span_of(document, "Gondosuli")
    page.highlight(word, word)
    page.set_caret(word.start)
    places = []
    for width in (1008, 400, 1008):
        page.resize(width, 711)
        selected = page.extraSelections()
        cursor = selected[0].cursor
        assert ("Gondosuli", word.start) == (cursor.selectedText(), page.caret_offset())
        places.append(cursor.currentTable().columns())

    assert [3, 1, 3] == places


def test_person_who_scrolls_is_left_alone(qtbot: Any) -> None:
    """
    The page must not be torn away from someone who looks something up while the voice goes on.
    """
    page = page_of(qtbot, _LONG)
    page.highlight(span_of(_LONG, "Alinea 1."), None)
    with qtbot.waitSignal(page.scrolled_away) as away:
        _wheel(page)
    stood = page.verticalScrollBar().value()
    page.highlight(span_of(_LONG, "Alinea 50."), None)

    assert ([True], stood) == (away.args, page.verticalScrollBar().value())
    with qtbot.waitSignal(page.scrolled_away) as back:
        page.follow()
    assert [False] == back.args
    assert abs(page.viewport().height() / 3 - _line_top(page, _LONG.text.index("Alinea 50."))) < 42


@pytest.mark.parametrize("key", [_KEY.Key_PageDown, _KEY.Key_Down, _KEY.Key_End])
def test_keys_that_move_the_caret_stop_the_following(qtbot: Any, key: Qt.Key) -> None:
    """
    Reading with the caret is the person's own reading.
    """
    page = page_of(qtbot, _LONG)
    page.highlight(span_of(_LONG, "Alinea 1."), None)
    QTest.keyClick(page, key)

    assert not page.is_following


def test_following_moves_neither_caret_nor_focus(qtbot: Any) -> None:
    """
    A caret moved word by word makes a screen reader read every line again.
    """
    page = page_of(qtbot, _LONG)
    focus, moved = page.hasFocus(), []
    page.cursorPositionChanged.connect(lambda: moved.append(1))
    for nth in range(30):
        page.highlight(span_of(_LONG, f"Alinea {nth}."), None)

    assert (focus, [], 0) == (page.hasFocus(), moved, page.caret_offset())


def test_scrolling_without_a_voice_is_no_leaving(qtbot: Any) -> None:
    """
    "Ke suara" has a meaning only while there is a voice.
    """
    page = page_of(qtbot, _LONG)
    with qtbot.assertNotEmitted(page.scrolled_away):
        _wheel(page)

    assert page.is_following


def test_caret_goes_to_the_end_of_reading_unless_moved(qtbot: Any) -> None:
    """
    A caret left at the top when reading stops is a known complaint; one that was moved on purpose stays.
    """
    page = page_of(qtbot, _LONG)
    page.highlight(TextSpan(10, 20), None)
    page.place_caret_at_end_of_reading(500)
    assert 500 == page.caret_offset()

    page.highlight(None, None)
    page.highlight(TextSpan(10, 20), None)
    QTest.keyClick(page, _KEY.Key_Right)
    page.place_caret_at_end_of_reading(900)
    assert 501 == page.caret_offset()


def test_letters_jump_and_say_where(qtbot: Any) -> None:
    """
    No screen reader has these keys in a Qt text, so the page has them.
    """
    page = page_of(qtbot, _RICH)
    heard: list[tuple[object, ...]] = []
    page.jumped.connect(lambda *what: heard.append(what))
    page.jump_failed.connect(lambda kind: heard.append((kind,)))
    for key in (_KEY.Key_H, _KEY.Key_H, _KEY.Key_H):
        QTest.keyClick(page, key)
    QTest.keyClick(page, _KEY.Key_H, _SHIFT)
    for key in (_KEY.Key_G, _KEY.Key_L):
        QTest.keyClick(page, key)
    QTest.keyClick(page, _KEY.Key_L, _SHIFT)
    QTest.keyClick(page, _KEY.Key_K, _SHIFT)

    expected = [
        ("heading", "Bagian", 2),
        ("heading", "Akhir", 3),
        ("heading",),
        ("heading", "Bagian", 2),
        ("image", "Gambar: Loket", 0),
    ]
    assert [*expected, ("list",), ("list", "satu", 2), ("link", "situs", 0)] == heard
    assert _RICH.text.index("situs") == page.caret_offset()


def test_letters_can_be_turned_off(qtbot: Any) -> None:
    """
    Who speaks to the computer must be able to turn single letters off (WCAG 2.1.4).
    """
    page = page_of(qtbot, _RICH)
    page.set_letter_keys(False)
    QTest.keyClick(page, _KEY.Key_H)

    assert 0 == page.caret_offset()


def test_enter_on_a_link_asks_for_it(qtbot: Any) -> None:
    """
    The page opens nothing itself.
    """
    page = page_of(qtbot, _RICH)
    QTest.keyClick(page, _KEY.Key_K)
    with qtbot.waitSignal(page.link_requested) as asked:
        QTest.keyClick(page, _KEY.Key_Return)

    assert ["https://contoh.go.id/"] == asked.args


def test_click_on_a_link_asks_for_it(qtbot: Any) -> None:
    """
    The mouse finds the same way.
    """
    page = page_of(qtbot, _RICH)
    cursor = page.textCursor()
    cursor.setPosition(page.position_of(_RICH.text.index("situs") + 2))
    with qtbot.waitSignal(page.link_requested) as asked:
        QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=page.cursorRect(cursor).center())

    assert ["https://contoh.go.id/"] == asked.args


@pytest.mark.parametrize(
    ("key", "modifiers", "is_own"),
    [
        (_KEY.Key_Space, _NONE, False),
        (_KEY.Key_Escape, _NONE, False),
        (_KEY.Key_Down, _NONE, True),
        (_KEY.Key_Home, Qt.KeyboardModifier.ControlModifier, True),
        (_KEY.Key_Right, Qt.KeyboardModifier.AltModifier, False),
        (_KEY.Key_PageDown, Qt.KeyboardModifier.ControlModifier, False),
        (_KEY.Key_PageDown, _NONE, True),
        (_KEY.Key_C, Qt.KeyboardModifier.ControlModifier, True),
        (_KEY.Key_A, Qt.KeyboardModifier.ControlModifier, True),
        (_KEY.Key_H, _SHIFT, True),
        (_KEY.Key_K, Qt.KeyboardModifier.ControlModifier, False),
        (_KEY.Key_Return, _NONE, False),
    ],
)
def test_page_claims_only_its_own_keys(qtbot: Any, key: Qt.Key, modifiers: Qt.KeyboardModifier, is_own: bool) -> None:
    """
    Space must reach the window's Play, arrows must reach the caret.
    """
    page = page_of(qtbot, _RICH)
    event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    QApplication.sendEvent(page, event)

    assert is_own == event.isAccepted()


def test_finding_counts_marks_and_goes_round(qtbot: Any) -> None:
    """
    "2 dari 3" tells how far one is; after the last comes the first.
    """
    document = Document("Birokrasi", (Paragraph("birokrasi 😀 dan BIROKRASI."),))
    page = page_of(qtbot, document)

    assert [(1, 3), (2, 3), (3, 3), (1, 3)] == [page.find_text("birokrasi") for _ in range(4)]
    assert (3, 3) == page.find_text("birokrasi", forward=False)
    assert "BIROKRASI" == page.textCursor().selectedText()
    assert (0, 0) == page.find_text("tidak ada")


def test_marks_are_painted_and_taken_away(qtbot: Any) -> None:
    """
    What was found is marked by a tint and a line, not by a tint alone.
    """
    document, look = Document("J", (Paragraph("satu dua tiga"),)), look_of()
    page = page_of(qtbot, document, look)
    edge = look.colours.highlight_sentence_edge.rgb()

    def edges() -> int:
        image = page.viewport().grab().toImage()
        return sum(image.pixel(x, y) == edge for x in range(60, 300) for y in range(100, 260))

    page.mark_finds((span_of(document, "dua"),))
    assert edges() >= 3 * 30
    page.clear_finds()
    assert 0 == edges()


def test_wheel_with_control_asks_for_another_size(qtbot: Any) -> None:
    """
    Qt would zoom by itself and leave the settings behind.
    """
    page = page_of(qtbot, _LONG)
    with qtbot.waitSignal(page.zoom_requested) as asked:
        _wheel(page, Qt.KeyboardModifier.ControlModifier)

    assert ([-1], 0) == (asked.args, page.verticalScrollBar().value())


@pytest.mark.parametrize("px", [12, 28, 64, 200])
@pytest.mark.parametrize("width", [320, 480, 1440])
def test_nothing_stands_outside_the_page(qtbot: Any, px: int, width: int) -> None:
    """
    At 200 px in 320 px there is still no sideways scrolling (WCAG 1.4.10).
    """
    page = page_of(qtbot, _RICH, look_of(width, article_px=px))
    page.set_one_column(True)
    page.resize(width, 640)
    document, block = page.document(), page.document().begin()
    while block.isValid():
        page._line_top(block.position())
        left = document.documentLayout().blockBoundingRect(block).left()
        for nth in range(block.layout().lineCount()):
            line = block.layout().lineAt(nth)
            assert 0 <= left + line.x()
            assert left + line.x() + line.naturalTextWidth() <= page.viewport().width() + 1
        block = block.next()
    assert 0 == page.horizontalScrollBar().maximum()


def test_an_article_with_more_pictures_makes_way_for_one_with_fewer(qtbot: Any, data: Path) -> None:
    """
    F1 from the article with two pictures ended the program: the old page was laid out once more without them.
    """
    page = page_of(qtbot, seed(data), media=lambda name: data / "seed" / name)
    for document in (_RICH, seed(data), _LONG):
        page.resize(page.width() - 100, page.height())
        page.show_document(document, "")
        QApplication.processEvents()

    assert page.shown_document() is _LONG
