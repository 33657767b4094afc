"""The whole window with its presenters, a real library and a real (silent) voice process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.qt.stage import document, stage

from pembaca.errors import LibraryDamaged, LibraryUnwritable
from pembaca.model import Counts
from pembaca.presenters.commands import CommandId
from pembaca.ui.app import log_unexpected, tell_unexpected

NEWS = (
    document(
        "Kabar pertama",
        "Kalimat satu yang cukup panjang untuk dibaca. Kalimat dua menyusul. Kalimat tiga juga ada.",
        "Paragraf kedua.",
    ),
    document("Kabar kedua", "Isi kabar kedua."),
    document("Kabar ketiga", "Isi kabar ketiga tentang birokrasi."),
)


def test_samples_are_shown_while_the_library_is_empty_and_never_counted(qtbot: QtBot, tmp_path: Path) -> None:
    """The first start shows something to read and to hear, yet nothing that the reader did not fetch is counted."""
    with stage(tmp_path) as s:
        assert 3 == s.rows.count()
        assert "Ketika Birokrasi Kita Mendadak Digital" == s.page.shown_document().title
        assert Counts(0, 0) == s.library.counts()


def test_the_first_row_is_the_first_of_list(qtbot: QtBot, tmp_path: Path) -> None:
    """Window and command line agree on the order."""
    with stage(tmp_path, NEWS) as s:
        assert s.library.articles(limit=1)[0].id == s.rows.neighbour(None, 1)
        assert "Kabar pertama" == s.page.shown_document().title


def test_space_in_the_list_reads_aloud_and_pauses(qtbot: QtBot, tmp_path: Path) -> None:
    """The one key that matters most works from where the reader starts."""
    with stage(tmp_path, NEWS) as s:
        s.rows.setFocus()
        qtbot.keyClick(s.rows, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: s.p.reader.is_playing, timeout=10_000)
        qtbot.waitUntil(lambda: len(s.page.extraSelections()) > 0, timeout=10_000)
        assert "Jeda" == s.window.bar.play.words()

        qtbot.keyClick(s.rows, Qt.Key.Key_Space)

        qtbot.waitUntil(lambda: not s.p.reader.is_playing, timeout=10_000)
        assert "Lanjutkan" == s.window.bar.play.words()


def test_focus_stays_while_reading(qtbot: QtBot, tmp_path: Path) -> None:
    """A screen reader's user is never torn away by the voice."""
    with stage(tmp_path, NEWS) as s:
        s.rows.setFocus()
        s.p.reader.toggle()
        qtbot.waitUntil(lambda: s.p.reader.place[0] >= 1, timeout=20_000)
        assert QApplication.focusWidget() is s.rows


def test_place_is_kept_and_found_again(qtbot: QtBot, tmp_path: Path) -> None:
    """What was heard need not be heard again tomorrow."""
    with stage(tmp_path, NEWS) as s:
        first = s.p.reader.article_id
        assert first is not None
        s.p.reader.toggle()
        qtbot.waitUntil(lambda: s.p.reader.place[0] >= 2, timeout=20_000)
        s.p.reader.stop()
        index = s.p.reader.place[0]
    with stage(tmp_path) as s:
        assert first == s.p.reader.article_id
        qtbot.waitUntil(lambda: s.p.reader.place[1] > 0, timeout=10_000)
        assert index == s.p.reader.place[0]
        assert 0 < (s.library.row(first) or pytest.fail("gone")).heard


def test_a_panel_made_late_comes_between_list_and_page_for_tab(qtbot: QtBot, tmp_path: Path) -> None:
    """Tab goes where the eye goes; that a panel was made when it was first wanted must not send it to the end."""
    with stage(tmp_path, NEWS) as s:
        s.p.window.open_panel("appearance")
        stops, part = [], s.window.list_pane.list.nextInFocusChain()
        while part is not s.window.list_pane.list:
            stops.append(part)
            part = part.nextInFocusChain()
        places = [stops.index(part) for part in (s.window.appearance.close_button, s.window.page.article, s.window.bar.play)]
        assert sorted(places) == places


def test_a_panel_is_filled_when_it_is_first_opened(qtbot: QtBot, tmp_path: Path) -> None:
    """What it shows is what is set, also if that changed before there was a panel."""
    with stage(tmp_path, NEWS) as s:
        s.p.appearance.choose_theme("gelap")
        s.p.window.open_panel("appearance")
        assert ["gelap"] == [choice.value for choice in s.window.appearance.themes.choices if choice.isChecked()]
        s.p.window.open_panel("feeds")
        assert s.window.feeds is s.window.side.shown


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_focused_button_keeps_its_own_keys(qtbot: QtBot, tmp_path: Path, key: Qt.Key) -> None:
    """Space on Tampilan opens Tampilan, it does not start the voice."""
    with stage(tmp_path, NEWS) as s:
        s.window.header.appearance.setFocus()
        qtbot.keyClick(s.window.header.appearance, key)
        assert s.window.appearance is s.window.side.shown
        assert not s.p.reader.is_playing


def test_escape_is_silent_first_and_goes_back_then(qtbot: QtBot, tmp_path: Path) -> None:
    """One key ends whatever there is, the loudest first."""
    with stage(tmp_path, NEWS, size=(480, 900)) as s:
        s.rows.setFocus()
        qtbot.keyClick(s.rows, Qt.Key.Key_Return)
        assert s.window.desk.is_page_shown
        s.p.reader.toggle()
        qtbot.waitUntil(lambda: s.p.reader.is_playing, timeout=10_000)

        qtbot.keyClick(s.page, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not s.p.reader.is_reading, timeout=10_000)
        assert s.window.desk.is_page_shown

        qtbot.keyClick(s.page, Qt.Key.Key_Escape)
        assert not s.window.desk.is_page_shown
        assert s.rows.hasFocus()


def test_escape_is_silent_first_wherever_the_focus_is(qtbot: QtBot, tmp_path: Path) -> None:
    """In a field or a panel, too, the key that silences silences at once; what is open there closes with the next press."""
    with stage(tmp_path, NEWS) as s:

        def expect_silence_then_close(focused: QWidget, is_open: Callable[[], bool]) -> None:
            s.p.reader.toggle()
            qtbot.waitUntil(lambda: s.p.reader.is_playing, timeout=10_000)
            qtbot.keyClick(focused, Qt.Key.Key_Escape)
            assert not s.p.reader.is_reading
            assert is_open()
            qtbot.keyClick(focused, Qt.Key.Key_Escape)
            assert not is_open()

        s.p.window.do(CommandId.FIND)
        expect_silence_then_close(s.window.page.find_bar.field, lambda: s.window.page.find_bar.isVisible())
        s.p.window.do(CommandId.APPEARANCE)
        expect_silence_then_close(s.window.appearance.close_button, lambda: s.window.side.shown is s.window.appearance)
        s.p.window.do(CommandId.SEARCH)
        expect_silence_then_close(s.window.header.search, s.window.header.search.hasFocus)


def test_marks_go_to_the_page_or_the_row_where_the_person_is(qtbot: QtBot, tmp_path: Path) -> None:
    """Reading goes on while one walks through the list; the star goes to what one is at."""
    with stage(tmp_path, NEWS) as s:
        s.rows.setFocus()
        s.p.reader.toggle()
        qtbot.waitUntil(lambda: s.p.reader.is_playing, timeout=10_000)
        qtbot.keyClick(s.rows, Qt.Key.Key_Down)
        s.p.window.do(CommandId.TOGGLE_STAR)
        qtbot.waitUntil(lambda: [row.title for row in s.library.articles() if row.is_starred] == ["Kabar kedua"])
        s.page.setFocus()
        s.p.window.do(CommandId.TOGGLE_STAR)
        qtbot.waitUntil(lambda: [row.title for row in s.library.articles() if row.is_starred] == ["Kabar pertama", "Kabar kedua"])


def test_a_search_shows_hits_and_escape_the_list_again(qtbot: QtBot, tmp_path: Path) -> None:
    """Searching is a visit, not a move."""
    with stage(tmp_path, NEWS) as s:
        s.window.focus_search()
        QTest.keyClicks(s.window.header.search, "birokrasi")
        qtbot.keyClick(s.window.header.search, Qt.Key.Key_Return)
        assert 1 == s.rows.count()
        assert "Kabar ketiga" == s.page.shown_document().title

        s.p.window.stop_or_back()

        assert 3 == s.rows.count()
        assert "" == s.window.header.search.text()


def test_zoom_stays_in_the_window_at_every_size(qtbot: QtBot, tmp_path: Path) -> None:
    """From 12 to 200 px nothing asks for more room than the window has, and sideways scrolling is never needed."""
    with stage(tmp_path, NEWS, size=(1024, 600)) as s:
        for _ in range(25):
            s.p.appearance.change_size(1)
            assert 0 == s.page.horizontalScrollBar().maximum()
            assert (1024, 600) == (s.window.width(), s.window.height())
            assert s.window.bar.play.isVisible()
        assert 200 == s.settings.current.article_px
        for _ in range(25):
            s.p.appearance.change_size(-1)
        assert 12 == s.settings.current.article_px


def test_a_removed_feed_comes_back_with_undo(qtbot: QtBot, tmp_path: Path) -> None:
    """A slip of the finger costs nothing."""
    with stage(tmp_path, NEWS) as s:
        url = s.library.feeds()[0].url
        s.p.window.open_panel("feeds")
        s.p.sources.remove(url)
        qtbot.waitUntil(s.window.feeds.undo_button.isVisible, timeout=10_000)
        assert () == s.library.feeds()

        s.p.sources.undo()

        qtbot.waitUntil(lambda: not s.window.feeds.undo_button.isVisible(), timeout=10_000)
        assert 3 == s.rows.count()
        assert 3 == s.library.counts().total


def test_star_and_read_marks_reach_the_library(qtbot: QtBot, tmp_path: Path) -> None:
    """What the reader marks is in the row's words and in the library."""
    with stage(tmp_path, NEWS) as s:
        s.rows.setFocus()
        chosen = s.rows.current_id()
        assert chosen is not None
        qtbot.keyClick(s.rows, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(s.rows, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: (s.library.row(chosen) or pytest.fail("gone")).is_read, timeout=5_000)

        index = s.rows.currentIndex()

        qtbot.waitUntil(
            lambda: "Kabar pertama, 23 November 2020, dibaca, bintang" == index.data(Qt.ItemDataRole.AccessibleTextRole),
            timeout=5_000,
        )


def test_f6_goes_round_the_panes(qtbot: QtBot, tmp_path: Path) -> None:
    """Four parts, four presses, and the reader is back where she was."""
    with stage(tmp_path, NEWS) as s:
        s.rows.setFocus()
        seen = []
        for _ in range(4):
            s.window.focus_pane(1)
            seen.append(QApplication.focusWidget())
        assert [s.page, s.window.bar.play, s.window.header.search, s.rows] == seen


def test_help_shows_the_guide_and_leaving_it_the_list(qtbot: QtBot, tmp_path: Path) -> None:
    """Help is an article like any other: it can be read aloud, enlarged and searched."""
    with stage(tmp_path, NEWS) as s:
        s.p.articles.show_help()
        assert "Panduan Pembaca" in s.page.shown_document().title
        assert 3 == s.rows.count()
        assert s.page.hasFocus()

        s.p.window.stop_or_back()

        assert s.library.articles(limit=1)[0].id == s.rows.neighbour(None, 1)


def test_a_fault_is_seen_and_put_away(qtbot: QtBot, tmp_path: Path) -> None:
    """Who sees a little and uses no screen reader must learn of a full disk too."""
    with stage(tmp_path, NEWS) as s:
        s.p.teller.tell(LibraryUnwritable("library.sqlite3", "full"))
        card = s.window.desk.card
        assert card.isVisible()
        assert "Ruang simpan penuh, perubahan tidak tersimpan" == card.title.text()
        assert not card.retry.isVisible()

        card.close_button.setFocus()
        qtbot.keyClick(card.close_button, Qt.Key.Key_Space)

        assert not card.isVisible()
        assert QApplication.focusWidget() is s.window.header.refresh

        s.p.teller.tell(LibraryUnwritable("library.sqlite3", "full"), is_asked=True)
        s.rows.setFocus()
        qtbot.keyClick(s.rows, Qt.Key.Key_Escape)
        assert not card.isVisible()
        assert s.rows.hasFocus()


def test_a_fault_leaves_room_for_the_list_in_a_small_window(qtbot: QtBot, tmp_path: Path) -> None:
    """With large type the card becomes one line, so that the focused row can be seen; for ears its words stay whole."""
    with stage(tmp_path, NEWS, size=(800, 600)) as s:
        s.settings.change(article_px=64)
        s.window.apply(s.settings.current)
        s.window.show_fault("Sebagian pengaturan tidak dapat dibaca: warna (theme)", "Pengaturan lain tetap dipakai.")
        QApplication.processEvents()

        card = s.window.desk.card
        assert card.height() < 100
        assert "Sebagian pengaturan tidak dapat dibaca: warna (theme)" == card.title.text()
        assert s.rows.viewport().height() >= 80

        s.window.resize(1200, 900)
        QApplication.processEvents()
        assert card.sentence.isVisible()


@pytest.mark.logs
def test_an_error_that_no_one_caught_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    """A page of the database that cannot be read must not look like a key that does nothing."""
    before = sys.excepthook
    with stage(tmp_path, NEWS) as s:
        tell_unexpected(s.p.teller.tell_uncaught)
        try:
            error = LibraryDamaged("library.sqlite3", "malformed")
            log_unexpected(type(error), error, None)
            log_unexpected(type(error), error, None)
        finally:
            tell_unexpected(None)
            sys.excepthook = before
        assert "Pustaka berita rusak" == s.window.desk.card.title.text()


def test_the_way_to_a_voice_leads_back_to_the_article(qtbot: QtBot, tmp_path: Path) -> None:
    """Who looks up how to install a voice has not lost the article."""
    with stage(tmp_path, NEWS) as s:
        s.window.desk.no_voice.help_requested.emit()
        assert s.window.page.message.isVisible()
        assert s.window.page.message.buttons[0].hasFocus()

        s.p.window.stop_or_back()

        assert s.page.isVisible()
        assert "Kabar pertama" == s.page.shown_document().title
        s.window.desk.no_voice.help_requested.emit()
        s.p.articles.opened(s.p.articles._rows.current_id() or 0)
        assert s.page.isVisible()


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "ssh://x/", "C:\\x.exe"])
def test_links_that_could_start_programs_are_not_opened(qtbot: QtBot, tmp_path: Path, url: str) -> None:
    """A page of a site must not reach further into the computer than its browser."""
    with stage(tmp_path, NEWS) as s:
        said: list[str] = []
        s.window._announcer.say = said.append  # type: ignore[method-assign]
        s.window.open_link(url)
        assert [f"Tautan tidak dapat dibuka: {url}"] == said


def test_what_comes_above_the_page_moves_no_letter(qtbot: QtBot, tmp_path: Path) -> None:
    """Whoever reads along must not lose the line because the network went away or a word is looked for."""
    long = document("Kabar panjang", *(f"Paragraf nomor {number} dengan beberapa kata." for number in range(80)))
    with stage(tmp_path, (long,)) as s:
        bar = s.page.verticalScrollBar()
        bar.setValue(700)

        position = s.page.cursorForPosition(QPoint(80, 300)).position()

        def place() -> int:
            cursor = s.page.textCursor()
            cursor.setPosition(position)
            return s.page.viewport().mapTo(s.window, s.page.cursorRect(cursor).topLeft()).y()

        before = place()
        s.window.show_offline(("Anda membaca salinan pukul 10.40", "Tidak ada jaringan."))
        with_card = place()
        s.window.open_find()
        with_both = place()
        s.window.close_find()
        s.window.show_offline(None)

        assert [before] * 3 == [with_card, with_both, place()]
        assert 700 == bar.value()


def test_a_message_has_its_turn_in_one_column(qtbot: QtBot, tmp_path: Path) -> None:
    """An empty list beside nothing says nothing: what to do must be seen in narrow windows too, and one can go back."""
    with stage(tmp_path, NEWS, size=(480, 900)) as s:
        s.library.add_feed("http://127.0.0.1:9/kosong.xml", "Kosong")
        s.p.articles.choose_feed("http://127.0.0.1:9/kosong.xml")

        assert s.window.page.message.isVisible()
        assert s.window.page.message.buttons[0].isVisible()
        assert s.window.header.back.hasFocus()

        s.window.header.back.click()

        assert s.rows.isVisible()
        assert not s.window.page.isVisible()


def test_nothing_found_is_told_in_one_column(qtbot: QtBot, tmp_path: Path) -> None:
    """Whoever searches in a narrow window sees that there is nothing, and how to go on."""
    with stage(tmp_path, NEWS, size=(480, 900)) as s:
        s.window.focus_search()
        QTest.keyClicks(s.window.header.search, "paralimpiade")
        qtbot.keyClick(s.window.header.search, Qt.Key.Key_Return)

        assert s.window.page.message.isVisible()
        assert "Tidak ada yang ditemukan" == s.window.page.message.title.text()

        s.window.page.message.buttons[0].click()

        assert s.rows.isVisible()
        assert 3 == s.rows.count()
