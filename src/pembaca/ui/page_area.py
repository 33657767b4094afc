"""The page's place: the article, or a message instead of it, with the strip for finding above. Shows, decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pembaca.i18n import tr
from pembaca.ui.controls.tab_order import insert_after, insert_before
from pembaca.ui.page.article_view import ArticleView
from pembaca.ui.page.finding import find_all

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from pembaca.document import Document, TextSpan
    from pembaca.ui.change_strip import ChangeStrip
    from pembaca.ui.find_bar import FindBar
    from pembaca.ui.look import Look
    from pembaca.ui.message_page import MessagePage
    from pembaca.viewmodel import ChangeNotice, MessageItem


class PageArea(QWidget):
    """Article or message, never both.

    Signals:
        action_requested: a button of a message was pressed; carries the id of its action.
        find_requested: find the next (True) or previous place of a text.
        find_closed: the person is done with finding.
        next_change_requested, changes_closed: a button of the strip about changes was pressed.
    """

    action_requested = Signal(str)
    find_requested = Signal(str, bool)
    find_closed = Signal()
    next_change_requested = Signal()
    changes_closed = Signal()

    def __init__(self, look: Look, media: Callable[[str], Path | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._strip: ChangeStrip | None = None
        self.article = ArticleView(look, media, self)
        self._made_find_bar: FindBar | None = None
        self._made_message: MessagePage | None = None
        self._margin: int | None = None
        self._query = ""
        self._has_changes = False
        self._is_one_column = False
        look.changed.connect(self._place)

    # -- parts made when they are first wanted: each costs the start of the window some ms

    @property
    def find_bar(self) -> FindBar:
        """The strip for finding; hidden until it is opened. Tab reaches it before the article."""
        if self._made_find_bar is None:
            from pembaca.ui.find_bar import FindBar

            bar = self._made_find_bar = FindBar(self._look, self)
            bar.hide()
            bar.stackUnder(self.article)  # screen readers find it before the article too
            if self._margin is not None:
                bar.set_margin(self._margin)
            bar.find_requested.connect(self.find_requested)
            bar.closed.connect(self.find_closed)
            insert_before(self.article, bar)
        return self._made_find_bar

    @property
    def message(self) -> MessagePage:
        """The message; hidden while the article is shown. Tab reaches it after the article."""
        if self._made_message is None:
            from pembaca.ui.message_page import MessagePage

            page = self._made_message = MessagePage(self._look, self)
            page.hide()
            page.set_margin(self._margin)
            page.action_requested.connect(self.action_requested)
            insert_after(self.article, page)
            self._place()
        return self._made_message

    # -- orders of presenters

    def show_document(self, document: Document, meta: str, note: str = "") -> None:
        """Show an article, with a note at its top if there is one."""
        had_focus = self._has_focus_in(self._made_message)
        if self._made_message is not None:
            self._made_message.hide()
        self.article.show()
        self._has_changes = False
        self.article.show_document(document, meta, note=note)
        if had_focus:
            self.article.setFocus()

    def show_message(self, message: MessageItem) -> None:
        """Show a message in the article's place."""
        had_focus = self.article.hasFocus()
        self.close_find()
        self._has_changes = False
        self.article.hide()
        self._place()
        self.message.show_item(message)
        self.message.show()
        if had_focus:
            self.focus()

    def show_changes(self, spans: tuple[TextSpan, ...], notice: ChangeNotice) -> None:
        """Mark what the source changed, and say so above the article."""
        self.article.mark_changes(spans)
        self._has_changes = True
        self.changes.show_notice(notice)
        self._place()

    @property
    def changes(self) -> ChangeStrip:
        """The strip about changes: made when it is first wanted, since that would cost each start of the window some ms."""
        from pembaca.ui.change_strip import ChangeStrip

        if self._strip is None:
            strip = self._strip = ChangeStrip(self._look, self)
            strip.hide()
            strip.stackUnder(self.article)  # screen readers find it before the article too
            strip.next_requested.connect(self.next_change_requested)
            strip.close_requested.connect(self.changes_closed)
            insert_before(self.article, strip)
        return self._strip

    def hide_changes(self) -> None:
        """Take the marks and the words about them away."""
        focused = self.focusWidget()
        had_focus = focused is not None and self._strip is not None and self._strip.isAncestorOf(focused)
        self._has_changes = False
        self.article.mark_changes(())
        self._place()
        if had_focus:
            self.focus()

    def go_to(self, offset: int) -> None:
        """Set the caret there and show its line."""
        self.article.go_to(offset)

    def highlight(self, sentence: TextSpan | None, word: TextSpan | None) -> None:
        """Light a sentence and a word."""
        self.article.highlight(sentence, word)

    def reveal(self, offset: int) -> None:
        """Scroll to where reading stopped last time; the caret goes there too."""
        self.article.set_caret(offset)

    def follow(self) -> None:
        """Follow the voice again."""
        self.article.follow()

    def caret_offset(self) -> int:
        """Return the code point at the caret."""
        return self.article.caret_offset()

    def place_caret_after_reading(self, offset: int) -> None:
        """Set the caret where reading ended, unless the person has moved it."""
        self.article.place_caret_at_end_of_reading(offset)

    def mark_finds(self, query: str) -> None:
        """Mark what was searched for in all articles."""
        self._query = query
        words = [word.strip("\"'") for word in query.split()]
        text = self.article.shown_document().text
        spans = {span for word in words if word for span in find_all(text, word)}
        self.article.mark_finds(tuple(sorted(spans)))

    # -- finding in the article

    def set_columns(self, margin: int, *, is_one_column: bool) -> None:
        """Tell how far in the text begins, and whether the page has the window's width."""
        self._is_one_column = is_one_column
        self.article.set_one_column(is_one_column)
        self.article.set_text_left(None if is_one_column else margin)
        self._margin = margin
        for part in (self._made_message, self._made_find_bar):
            if part is not None:
                part.set_margin(margin)
        self._place()

    def open_find(self) -> None:
        """Show the strip and give it the focus."""
        if self.article.isVisible():
            self.find_bar.show()
            self._place()
            self.find_bar.open()

    def close_find(self) -> bool:
        """Hide the strip; the focus goes to the article. False if it was not open."""
        bar = self._made_find_bar
        if bar is None or bar.isHidden():
            return False
        had_focus = self._has_focus_in(bar)
        bar.hide()
        bar.show_count("")
        self._place()
        self.mark_finds(self._query)
        if had_focus:
            self.article.setFocus()
        return True

    def find_text(self, text: str, forward: bool) -> str:
        """Find the next place and say which of how many it is."""
        nth, count = self.article.find_text(text, forward=forward)
        words = tr("{nth} dari {count}", nth=nth, count=count) if count else tr("Tidak ditemukan di artikel ini")
        self.find_bar.show_count(words)
        return words

    # -- inside

    def focus(self) -> None:
        """Give the focus to what is shown."""
        if self.article.isVisible():
            self.article.setFocus()
        elif self._made_message is not None and self._made_message.buttons:
            self._made_message.buttons[0].setFocus()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        bar = self._made_find_bar
        is_finding = bar is not None and not bar.isHidden()
        has_strip = self._has_changes and not is_finding and not self.article.isHidden()  # one strip at a time
        top = bar.height_for(self.width()) if bar is not None and is_finding else 0
        if self._strip is not None:
            self._strip.set_margin(24 if self._margin is None else self._margin)
            self._strip.setVisible(has_strip)
            if has_strip:
                top = self._strip.heightForWidth(self.width())
                self._strip.setGeometry(0, 0, self.width(), top)
        is_top = not is_finding and not has_strip
        self.article.set_edge(has_corner=is_top and not self._is_one_column, has_line=is_top)
        lower = top - self.article.y() if self.article.width() == self.width() else 0
        if bar is not None and is_finding:
            bar.setGeometry(0, 0, self.width(), top)
        for part in (self.article, self._made_message):
            if part is not None:
                part.setGeometry(0, top, self.width(), self.height() - top)
        self.article.stay_on_screen(lower)

    def _has_focus_in(self, part: QWidget | None) -> bool:
        focused = self.focusWidget()
        return part is not None and focused is not None and part.isAncestorOf(focused)
