"""What changed in an article is marked on the page for eye and screen reader, and the strip above it is whole in every window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.qt.looking import cut_off, name_faults, press, show
from tests.qt.pages import DOCUMENTS, all_text, look_of, page_of, span_of
from tests.qt.stage import FEED, Stage, document, stage

from pembaca.document import Document, Paragraph, Table, TextSpan
from pembaca.library.library import Library
from pembaca.model import StoredEntry, Validators
from pembaca.presenters import states
from pembaca.settings import Settings
from pembaca.ui.change_strip import ChangeStrip
from pembaca.ui.page.article_view import ArticleView
from pembaca.viewmodel import ChangeNotice

_NOTICE = ChangeNotice(
    "Artikel ini berubah sejak Anda membacanya", "12 bagian ditandai. Dulu ada 3 bagian yang sekarang tidak ada."
)
_PAGE = Document(
    "Judul",
    (
        Paragraph("Biaya layanan sekarang Rp60.000 untuk semua orang yang datang sendiri ke loket di kota mana pun."),
        Paragraph("Seluruh alinea ini baru saja ditambahkan oleh sumbernya."),
        Table((("Kota", "Jam"), ("Palu", "09.00"))),
    ),
)


def _marked(page: ArticleView, *texts: str) -> tuple[TextSpan, ...]:
    spans = tuple(span_of(_PAGE, text) for text in texts)
    page.mark_changes(spans)
    return spans


def _image(page: ArticleView) -> QImage:
    return page.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _count(image: QImage, colour: QColor, box: QRect) -> int:
    wanted = QColor(colour).rgb()
    rows = range(max(0, box.top()), min(image.height(), box.bottom() + 1))
    columns = range(max(0, box.left()), min(image.width(), box.right() + 1))
    return sum(image.pixel(x, y) == wanted for y in rows for x in columns)


def _lines(page: ArticleView, span: TextSpan) -> QRect:
    """Return the rectangle over the page's whole width in which a passage's lines stand."""
    top = round(page._line_top(page.position_of(span.start))) - page.verticalScrollBar().value()
    bottom = round(page._line_top(page.position_of(span.end))) - page.verticalScrollBar().value() + page._style.line
    return QRect(0, top, page.viewport().width(), bottom - top)


@pytest.mark.parametrize("article_px", [12, 28, 64])
@pytest.mark.parametrize(
    "theme", ["terang", "gelap", "kuning_di_hitam", "hitam_di_kuning", "putih_di_biru", "abu_di_krem", "hitam_di_putih"]
)
def test_marks_are_a_bar_in_the_margin_and_a_line_under_single_words(qtbot: Any, theme: str, article_px: int) -> None:
    """
    Not by colour alone: whoever cannot tell the tint sees the bar beside the line, and the line under the words.
    """
    look = look_of(theme=theme, article_px=article_px)
    page = page_of(qtbot, _PAGE, look)
    words, paragraph = _marked(page, "Rp60.000", _PAGE.blocks[1].text)
    left, accent = page._margins().left, look.colours.accent
    for span, has_line in ((words, True), (paragraph, False)):
        page.go_to(span.start)
        image, box = _image(page), _lines(page, span)
        assert _count(image, accent, QRect(0, box.top(), left - 1, box.height())) >= 6 * 0.8 * article_px
        line = _count(image, accent, box.adjusted(left, 0, 0, 0))
        assert line >= 3 * 3 * article_px if has_line else line == 0 or accent in (look.colours.text, look.colours.selection)
        assert _count(image, look.colours.accent_soft, box) > 0


def test_a_changed_cell_has_a_line_too(qtbot: Any) -> None:
    """
    The bar says which row; the line says which cell.
    """
    look = look_of()
    page = page_of(qtbot, _PAGE, look)
    (cell,) = _marked(page, "09.00")
    text = _lines(page, cell).adjusted(page._margins().left, 0, 0, 0)

    assert _count(_image(page), look.colours.accent, text) > 0


def test_the_light_lies_over_the_marks(qtbot: Any) -> None:
    """
    What is heard now counts more than what is new; the bar in the margin still says that it is.
    """
    look = look_of()
    page = page_of(qtbot, _PAGE, look)
    (paragraph,) = _marked(page, _PAGE.blocks[1].text)
    page.highlight(paragraph, None)
    image, box = _image(page), _lines(page, paragraph)

    assert 0 == _count(image, look.colours.accent_soft, box)
    assert _count(image, look.colours.highlight_sentence, box) > 0
    assert _count(image, look.colours.accent, box) > 0


def test_marks_outlive_another_size_and_go_when_they_are_put_away(qtbot: Any) -> None:
    """
    Larger letters, a folded table: the same words are marked. Put away, the page is as it was.
    """
    look = look_of()
    page = page_of(qtbot, _PAGE, look)
    before = _image(page)
    (words,) = _marked(page, "Rp60.000")
    look.apply(Settings(theme="terang", article_px=48))
    page.resize(400, 700)
    page._follow.jump_to(0)
    assert _count(_image(page), look.colours.accent, _lines(page, words)) > 0

    look.apply(Settings(theme="terang"))
    page.resize(1008, 711)
    page.mark_changes(())
    assert 0 == _count(_image(page), look.colours.accent, QRect(0, 0, 2000, 2000))
    assert before.size() == _image(page).size()


def test_a_screen_reader_can_tell_the_marked_text(qtbot: Any) -> None:
    """
    The marks are an attribute of the text: exactly the marked letters have it, in a table too.
    """
    page = page_of(qtbot, _PAGE)
    _marked(page, "Rp60.000", "09.00")
    found, block = [], page.document().begin()
    while block.isValid():
        for fragment in block:
            brush = fragment.fragment().charFormat().background()
            if brush.style() != Qt.BrushStyle.NoBrush:
                found.append((fragment.fragment().text(), brush.color().alpha()))
        block = block.next()

    assert [("Rp60.000", 0), ("09.00", 0)] == found  # alpha 0: what is seen is painted, under the light


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(DOCUMENTS, st.data())
def test_exactly_the_letters_of_a_passage_are_marked(qtbot: Any, document: Document, data: st.DataObject) -> None:
    """
    In every kind of block, with any letters: none more, none fewer, and the page says the same words as before.
    """
    page = page_of(qtbot, document)
    before, length = all_text(page), len(document.text)
    start = data.draw(st.integers(0, length))
    end = data.draw(st.integers(start, length))
    page.mark_changes((TextSpan(start, end),) if start < end else ())
    found, wanted = set(), set()
    first, last = page.position_of(start), page.position_of(end)
    block = page.document().begin()
    while block.isValid():
        for part in block:
            fragment = part.fragment()
            places = range(fragment.position(), fragment.position() + fragment.length())
            if fragment.charFormat().background().style() != Qt.BrushStyle.NoBrush:
                found.update(places)
            wanted.update(place for place in places if first <= place < last)
        block = block.next()
    _image(page)

    assert wanted == found
    assert before == all_text(page)
    page.close()


def test_the_page_goes_to_a_change_without_taking_the_focus(qtbot: Any) -> None:
    """
    The strip's button can be pressed again and again.
    """
    page = page_of(qtbot, Document("Judul", tuple(Paragraph(f"Alinea {nth}. " * 30) for nth in range(30))))
    at = page.shown_document().text.index("Alinea 20.")
    page.go_to(at)

    assert at == page.caret_offset()
    assert 0 <= page._line_top(page.position_of(at)) - page.verticalScrollBar().value() < page.viewport().height() * 0.67
    assert not page.hasFocus()


@pytest.mark.parametrize("article_px", [12, 28, 48, 128])
@pytest.mark.parametrize("width", [320, 480, 640, 960, 1440])
def test_nothing_of_the_strip_is_cut_off(qtbot: Any, width: int, article_px: int) -> None:
    """
    It is read with the largest type and in the smallest windows too.
    """
    for theme in ("terang", "kuning_di_hitam"):
        for notice in (_NOTICE, ChangeNotice(_NOTICE.title, has_marks=False)):
            strip = ChangeStrip(look_of(width, article_px=article_px, theme=theme))
            strip.set_margin(max(24, min(72, round(0.06 * width))))
            strip.set_window_height(900)
            strip.show_notice(notice)
            show(qtbot, strip, width, strip.heightForWidth(width))

            assert [] == cut_off(strip)
            assert [] == name_faults(strip)
            assert notice.has_marks == strip.next.isVisible()
            strip.close()


def test_the_strip_says_all_at_its_buttons_and_asks(qtbot: Any) -> None:
    """
    Whoever comes to the buttons with Tab hears what they are for.
    """
    strip = ChangeStrip(look_of(1440))
    strip.show_notice(_NOTICE)
    show(qtbot, strip, 1000, strip.heightForWidth(1000))
    for button, signal in ((strip.next, strip.next_requested), (strip.close_button, strip.close_requested)):
        assert _NOTICE.whole in button.accessibleDescription()
        with qtbot.waitSignal(signal):
            press(button, Qt.Key.Key_Return)


_OLD = document("Biaya layanan", "Biaya layanan Rp50.000 untuk satu orang.", *(f"Alinea {nth} tetap." for nth in range(40)))
_NEW = document(
    "Biaya layanan", "Biaya layanan Rp60.000 untuk satu orang.", *(f"Alinea {nth} tetap." for nth in range(40)), "Baru."
)


def _id(library: Library, title: str) -> int:
    return next(row.id for row in library.articles() if row.title == title)


def _correct(library: Library) -> None:
    """Have the first article read, and store what its source made of it."""
    library.set_read(_id(library, _OLD.title), True)
    entry = StoredEntry(_NEW.title, _NEW.url, "lain", _NEW, "")
    library.apply(FEED, (entry,), title="Berita Utama", validators=Validators(), fetched_at=_NEW.published)  # type: ignore[arg-type]


def _opened(qtbot: QtBot, s: Stage) -> None:
    _correct(s.library)
    s.p.articles.reload()
    s.p.articles.opened(_id(s.library, _OLD.title))
    qtbot.waitUntil(s.window.page.changes.isVisible)


def test_the_strip_stands_above_a_changed_article_until_it_is_put_away(qtbot: QtBot, tmp_path: Path) -> None:
    """
    Keys from anywhere, buttons in the strip; what is put away leaves no hole and loses no focus.
    """
    with stage(tmp_path, (_OLD, document("Lain", "Isi."))) as s:
        _opened(qtbot, s)
        strip = s.window.page.changes
        assert strip.height() == s.page.y()
        s.window.header.menu.setFocus()
        visited: list[object] = []
        while s.page not in visited:
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            visited.append(QApplication.focusWidget())
        assert [strip.next, strip.close_button, s.page] == visited[-3:]
        for key, text in ((Qt.Key.Key_F7, "Rp60.000"), (Qt.Key.Key_F7, "Baru.")):
            QTest.keyClick(s.page, key)
            assert _NEW.text.index(text) == s.page.caret_offset()
        s.window.open_find()
        assert strip.isHidden()
        s.window.close_find()
        assert strip.isVisible()
        strip.close_button.setFocus()
        strip.close_button.click()

        assert strip.isHidden()
        assert 0 == s.page.y()
        assert s.page.hasFocus()


def test_a_change_that_comes_to_the_open_article_waits_for_a_key(qtbot: QtBot, tmp_path: Path) -> None:
    """
    Nothing moves under the eyes but the strip; its button brings the new text, at its first change.
    """
    with stage(tmp_path, (_OLD, document("Lain", "Isi."))) as s:
        s.p.articles.opened(_id(s.library, _OLD.title))
        _correct(s.library)
        s.p.articles.news_came()
        assert s.window.page.changes.isVisible()
        assert _OLD.text == s.page.shown_document().text
        s.window.page.changes.next.click()
        qtbot.waitUntil(lambda: s.page.caret_offset() == _NEW.text.index("Rp60.000"))

        assert _NEW.text == s.page.shown_document().text
        assert s.window.page.changes.isVisible()


def test_another_article_and_a_message_take_the_strip_along(qtbot: QtBot, tmp_path: Path) -> None:
    """
    Words about one article never stand above another.
    """
    with stage(tmp_path, (_OLD, document("Lain", "Isi."))) as s:
        _opened(qtbot, s)
        s.p.articles.opened(_id(s.library, "Lain"))
        assert s.window.page.changes.isHidden()
        s.p.articles.opened(_id(s.library, _OLD.title))
        QTest.keyClick(s.page, Qt.Key.Key_F7)
        qtbot.waitUntil(s.window.page.changes.isVisible)
        s.window.show_message(states.nothing_yet())

        assert s.window.page.changes.isHidden()
