"""The list says every state in words, keeps its place, and opens quickly however long it is."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QCursor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.qt.pages import look_of

from pembaca.document import TextSpan
from pembaca.ui.listing.pane import ListPane
from pembaca.ui.listing.row import RowFonts, lay_out
from pembaca.ui.listing.view import ArticleList
from pembaca.viewmodel import ArticleItem, RowState

_NEW, _STAR = RowState("baru", is_bold=True), RowState("bintang", "star")


def _item(number: int, **fields: Any) -> ArticleItem:
    return replace(ArticleItem(number, f"Judul berita nomor {number}", "23 November 2020", (_NEW,), is_new=True), **fields)


def _list(qtbot: Any, items: tuple[ArticleItem, ...], width: int = 420) -> ArticleList:
    view = ArticleList(look_of())
    qtbot.addWidget(view)
    view.resize(width, 600)
    view.show_items(items)
    view.show()
    return view


def test_row_says_title_date_states_and_source_in_that_order(qtbot: Any) -> None:
    """
    A blind reader hears what a sighted one sees, in the order it is drawn.
    """
    view = _list(qtbot, (_item(1, states=(_NEW, _STAR), source="Kemenkum", snippet="… isi …"),))
    row = QAccessible.queryAccessibleInterface(view).child(0)

    assert "Judul berita nomor 1, 23 November 2020, baru, bintang, Kemenkum" == row.text(QAccessible.Text.Name)
    assert "… isi …" == row.text(QAccessible.Text.Description)
    assert ("Daftar artikel", QAccessible.Role.List) == (view.accessibleName(), QAccessible.queryAccessibleInterface(view).role())


def test_row_under_the_mouse_is_raised(qtbot: Any) -> None:
    """
    A shaking hand sees what a click would choose.
    """
    view = _list(qtbot, tuple(map(_item, range(1, 6))))
    box = view.visualRect(view.model().index(2, 0))
    edge = box.center() + QPoint(0, box.height() // 2 - 8)  # under the words
    raised = look_of().colours.surface_raised.name()
    before = view.grab().toImage().pixelColor(edge).name()
    QCursor.setPos(view.viewport().mapToGlobal(edge))
    qtbot.waitUntil(view.viewport().underMouse)

    assert (False, raised) == (before == raised, view.grab().toImage().pixelColor(edge).name())


def test_other_rows_keep_the_current_article_where_it_was(qtbot: Any) -> None:
    """
    New headlines that come in must not move what one is pointing at.
    """
    view = _list(qtbot, tuple(map(_item, range(1, 40))))
    view.set_current(20)
    y = view.visualRect(view.currentIndex()).top()
    with qtbot.assertNotEmitted(view.article_chosen):
        view.show_items(tuple(map(_item, range(100, 105))) + tuple(map(_item, range(1, 40))))

    assert (20, y) == (view.current_id(), view.visualRect(view.currentIndex()).top())


def test_changed_row_moves_nothing(qtbot: Any) -> None:
    """
    "sedang dibacakan" comes and goes while one reads the list.
    """
    view = _list(qtbot, tuple(map(_item, range(1, 40))))
    view.set_current(5)
    scroll = view.verticalScrollBar().value()
    view.update_item(_item(5, is_new=False, states=(RowState("dibaca", "tick"),)))
    view.update_item(_item(9999))

    assert (5, scroll, 39) == (view.current_id(), view.verticalScrollBar().value(), view.count())


def test_first_row_is_current_before_the_list_is_shown(qtbot: Any) -> None:
    """
    A screen reader that comes to the list must have a row to read.
    """
    view = ArticleList(look_of())
    qtbot.addWidget(view)
    view.show_items((_item(7), _item(8)))

    assert 7 == view.current_id()


def test_arrow_chooses_and_enter_opens(qtbot: Any) -> None:
    """
    Going through the list shows, Enter goes into the page.
    """
    view = _list(qtbot, (_item(1), _item(2)))
    with qtbot.waitSignal(view.article_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.article_opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)

    assert ([2], [2]) == (chosen.args, opened.args)


def test_setting_the_current_row_is_silent(qtbot: Any) -> None:
    """
    Only the person chooses; the program's own moves must not start anything.
    """
    view = _list(qtbot, (_item(1), _item(2)))
    with qtbot.assertNotEmitted(view.article_chosen):
        assert view.set_current(2)
        assert not view.set_current(3)
    with qtbot.waitSignal(view.article_chosen) as chosen:
        assert view.go_previous()

    assert [1] == chosen.args
    assert not view.go_previous()


@pytest.mark.parametrize(
    ("key", "is_own"), [(Qt.Key.Key_Space, False), (Qt.Key.Key_Down, True), (Qt.Key.Key_Return, True), (Qt.Key.Key_F5, False)]
)
def test_list_claims_only_its_own_keys(qtbot: Any, key: Qt.Key, is_own: bool) -> None:
    """
    Space must reach the window's Play.
    """
    view = _list(qtbot, (_item(1),))
    event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(view, event)

    assert is_own == event.isAccepted()


def test_letters_do_not_search_the_list(qtbot: Any) -> None:
    """
    Typing must not jump between headlines unasked.
    """
    view = _list(qtbot, (_item(1), _item(2, title="Zebra")))
    QTest.keyClick(view, Qt.Key.Key_Z)

    assert 1 == view.current_id()


def test_rows_come_as_they_are_needed(qtbot: Any) -> None:
    """
    A hundred thousand articles open as fast as a hundred.
    """
    asked: list[int] = []

    def more(after: int) -> tuple[ArticleItem, ...]:
        asked.append(after)
        return tuple(map(_item, range(after + 1, min(after + 200, 100_000) + 1)))

    view = _list(qtbot, ())
    view.show_items(tuple(map(_item, range(1, 201))), more)
    assert view.count() <= 600
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_End)

    assert view.count() > 400
    assert asked == sorted(set(asked))
    assert view.set_current(2000)


def test_end_of_rows_is_asked_for_once(qtbot: Any) -> None:
    """
    An empty answer means that there is no more.
    """
    asked: list[int] = []
    view = _list(qtbot, ())
    view.show_items((_item(1),), lambda after: (asked.append(after), ())[1])
    view.model().fetchMore(QModelIndex())
    view.model().fetchMore(QModelIndex())

    assert [1] == asked


@pytest.mark.parametrize("px", [12, 28, 64, 200])
@pytest.mark.parametrize("width", [60, 260, 420])
def test_states_wrap_and_are_never_cut(qtbot: Any, px: int, width: int) -> None:
    """
    A state that is cut off is a state that is not told.
    """
    look = look_of(1440, article_px=px)
    states = (
        RowState("sedang dibacakan", "bars", is_accent=True),
        _NEW,
        _STAR,
        RowState("didengar 40 %", "pie"),
        RowState("luring", "cloud"),
    )
    item = _item(1, states=states, title="Pertanggungjawaban 😀 " * 9)
    fonts = RowFonts(look)
    row = lay_out(item, fonts, width)

    said = "".join(piece.text for piece in row.pieces).replace(" · ", "").replace(" ", "")
    assert "23November2020sedangdibacakanbarubintangdidengar40%luring" == said
    for piece in row.pieces:
        wide = fonts.sign_px(piece.state) + fonts.of_state(piece.state).width(piece.text)
        assert piece.left + wide <= width or len(piece.text) == 1
        assert piece.top + fonts.meta_line <= row.height
    assert 2 == len(row.titles)
    assert row.titles[1].text.endswith("…")


def test_finds_are_marked_in_title_and_context(qtbot: Any) -> None:
    """
    Why an article was found is seen before it is opened.
    """
    item = _item(
        1,
        title="😀 Reformasi Birokrasi",
        title_marks=(TextSpan(12, 21),),
        snippet="… birokrasi …",
        snippet_marks=(TextSpan(2, 11),),
    )
    fonts = RowFonts(look_of())
    row = lay_out(item, fonts, 360)
    marks = row.titles[0].marks + row.snippets[0].marks

    assert 2 == len(marks)
    assert all(low < high for low, high in marks)
    assert fonts.titles[True].width("😀 Reformasi ") == marks[0][0]


def test_card_leaves_the_scroll_bar_its_room(qtbot: Any) -> None:
    """
    Cards that jump when a scroll bar appears are hard to follow.
    """
    short, full = _list(qtbot, (_item(1),)), _list(qtbot, tuple(map(_item, range(1, 60))))
    card = look_of().colours.accent_soft.rgb()
    rights = []
    for view in (short, full):
        image = view.viewport().grab().toImage()
        rights.append(max(x for x in range(image.width()) if image.pixel(x, 20) == card))

    assert [393, 393] == rights


def test_heading_is_a_button_only_when_there_is_a_choice(qtbot: Any) -> None:
    """
    A button that does nothing wastes a stop on the way with Tab.
    """
    pane = ListPane(look_of())
    qtbot.addWidget(pane)
    pane.resize(432, 700)
    pane.show()
    pane.set_heading("Berita & Utama", "3 baru dari 9")
    assert Qt.FocusPolicy.NoFocus == pane.heading.focusPolicy()

    pane.set_heading("Berita & Utama", "3 baru dari 9", can_choose=True)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(pane.heading_requested):
            QTest.keyClick(pane.heading, key)
    assert "Berita & Utama" == pane.heading.accessibleName()
    assert pane.heading.height() >= 48


def test_progress_stands_in_words_and_goes_away(qtbot: Any) -> None:
    """
    How far fetching is must be readable, not only a bar.
    """
    pane = ListPane(look_of())
    qtbot.addWidget(pane)
    pane.resize(432, 700)
    pane.set_heading("Berita", "3 baru dari 9")
    pane.set_progress(4, 12, "Mengambil berita, 4 dari 12")
    assert ("Mengambil berita, 4 dari 12", False) == (pane.facts.text(), pane.progress.isHidden())

    pane.set_progress(12, 12, None)
    assert ("3 baru dari 9", True) == (pane.facts.text(), pane.progress.isHidden())


@pytest.mark.parametrize(("height", "can_choose"), [(700, False), (700, True), (300, False)])
def test_fetching_moves_no_row(qtbot: Any, height: int, can_choose: bool) -> None:
    """A row that moves under the finger when news are fetched is opened by mistake."""
    pane = ListPane(look_of())
    qtbot.addWidget(pane)
    pane.resize(432, height)
    pane.show()
    pane.set_heading("Berita Utama", "3 baru dari 9 · diperbarui 10.40", can_choose=can_choose)
    before = pane.list.geometry()

    pane.set_progress(0, 0, "Mengambil berita")
    unknown = pane.progress.grab().toImage()
    pane.set_progress(4, 12, "Mengambil berita, 4 dari 12")

    assert before == pane.list.geometry()
    assert pane.progress.geometry().bottom() < pane.list.y()
    words = pane.facts.geometry() if pane.facts.isVisible() else pane.heading.geometry().adjusted(0, 6, 0, -6)
    assert not pane.progress.geometry().intersects(words)
    colours = look_of().colours
    middle = unknown.height() // 2
    seen = {unknown.pixelColor(x, middle).name() for x in range(unknown.width() // 2, unknown.width())}
    assert {colours.accent.name(), colours.accent_soft.name()} <= seen, "not known is not nothing"


def test_low_list_has_one_bold_line(qtbot: Any) -> None:
    """
    In a low window the rows need the room.
    """
    pane = ListPane(look_of())
    qtbot.addWidget(pane)
    pane.resize(480, 300)
    pane.set_heading("Berita", "3 baru dari 9 · diperbarui 10.40")

    assert "Berita · 3 baru dari 9 · diperbarui 10.40" == pane.heading.text()
    assert pane.facts.isHidden()
    assert pane.list.height() > 230


def test_empty_list_says_so(qtbot: Any) -> None:
    """
    Never a silent empty list.
    """
    pane = ListPane(look_of())
    qtbot.addWidget(pane)
    pane.set_empty("Belum ada artikel")
    assert (False, True) == (pane.empty.isHidden(), pane.list.isHidden())
    pane.set_empty("")
    assert (True, False) == (pane.empty.isHidden(), pane.list.isHidden())


def test_high_window_is_filled(qtbot: Any) -> None:
    """
    On a kiosk's upright screen more rows are seen than come first: no part of the list stays empty.
    """
    view = ArticleList(look_of())
    qtbot.addWidget(view)
    view.resize(420, 4000)
    view.show_items(tuple(map(_item, range(1, 6))), lambda last: tuple(map(_item, range(last + 1, last + 30))))
    view.show()

    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 0)


def test_list_of_a_window_that_opens_is_drawn_as_it_will_be_with_the_focus(qtbot: Any) -> None:
    """
    The system gives a new window the focus a moment after its first picture; nothing flickers then.
    """
    view = _list(qtbot, tuple(map(_item, range(1, 6))))
    view.setCurrentIndex(view.model().index(1, 0))
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    focused = view.grab().toImage()
    view.clearFocus()
    without = view.grab().toImage()
    view.expect_focus(True)
    expected = view.grab().toImage()
    view.expect_focus(False)

    assert (True, False) == (focused == expected, focused == without)
    assert without == view.grab().toImage()
