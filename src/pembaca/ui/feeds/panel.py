"""The panel Sumber: adding a feed, the feeds there are, when news are fetched, lists; with pages. Decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from pembaca.i18n import tr
from pembaca.ui.controls.button import Button
from pembaca.ui.controls.escape import is_own_escape
from pembaca.ui.controls.places import Ends, Flow
from pembaca.ui.controls.sheet import Sheet
from pembaca.ui.controls.word_choice import WordChoices
from pembaca.ui.controls.words import Words
from pembaca.ui.feeds.adding import AddingPart
from pembaca.ui.feeds.catalogue import CataloguePage
from pembaca.ui.feeds.details import DetailsPage
from pembaca.ui.feeds.lists import ListsPart
from pembaca.ui.feeds.rows import FeedRows

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from pembaca.ui.look import Look
    from pembaca.viewmodel import CatalogueItem, FeedDetails, FeedItem, FeedPage


class FeedsPanel(Sheet):
    """Holds the parts, and two pages that take its place: the details of one feed, and the catalogue.

    Signals:
        undo_requested: take the last removal back.
        details_closed: the page of a feed is shown no longer.
    """

    undo_requested = Signal()
    details_closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Sumber"), parent)
        self._page: Sheet | None = None
        self._is_undoing = False
        self._make_undo()
        self._make_adding()
        self._make_feeds()
        self.add_label(tr("Ambil berita otomatis"))
        self.automatic = WordChoices(look, tr("Ambil berita otomatis"), 2)
        self.add(self.automatic)
        self.add_label(tr("Daftar sumber"))
        self.lists = ListsPart(look)
        self.lists.filled.connect(self.order_tabs)
        self.add(self.lists)
        self.finish()
        self._make_pages()
        look.changed.connect(self._redress)
        self._redress()

    # -- orders

    def show_feeds(self, items: tuple[FeedItem, ...], page: FeedPage) -> None:
        """Show the feeds, in this order; the focus stays at its feed, or goes to *Urungkan* if that feed is gone."""
        self._feeds_label.setText(page.heading)
        new = self.feeds.show_feeds(items, page)
        if self._is_undoing and new:
            self._is_undoing = False
            self.feeds.focus_feed(new[0])

    def show_catalogue(self, items: tuple[CatalogueItem, ...]) -> None:
        """Show what the catalogue offers."""
        self.catalogue.show_items(items)

    def show_undo(self, text: str | None) -> None:
        """Offer to take a removal back, or no longer."""
        if text is None:
            self._is_undoing = self.undo_button.hasFocus()
            if self._is_undoing:
                self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._undo_text.setText(text or "")
        self.undo_button.setAccessibleDescription(text or "")
        self._undo.setVisible(text is not None)
        if text is not None and self._page is self.details:
            self._turn_back(self.undo_button)

    def open_details(self, details: FeedDetails) -> None:
        """Show the page of a feed and give it the focus."""
        self.details.show_details(details)
        self._turn_to(self.details)

    def update_details(self, details: FeedDetails) -> None:
        """Show how the feed of the open page is now."""
        self.details.show_details(details)

    def is_open(self) -> bool:
        """Whether the panel is seen."""
        return self.isVisible()

    def focus_first(self) -> None:
        if self._page is not None:
            self._page.focus_first()
        else:
            super().focus_first()

    # -- parts

    def _make_undo(self) -> None:
        self._undo_text = Words(self._look, weight=600)
        self.undo_button = Button(self._look, tr("Urungkan"), icon="undo", kind="primary")
        self.undo_button.clicked.connect(self.undo_requested)
        self._undo = Ends()
        self._undo.hold((self._undo_text, self.undo_button))
        self._undo.hide()
        self.add(self._undo, above=4)

    def _make_adding(self) -> None:
        label = self.add_label(tr("Tambah sumber dengan alamat"))
        self.adding = AddingPart(self._look)
        self.adding.left.connect(self.close_requested)
        self.adding.whole_wanted.connect(self._scroll.show_whole)
        self.adding.filled.connect(self.order_tabs)
        label.setBuddy(self.adding.address)
        label.setAccessibleName(label.text())
        self.add(self.adding)
        self.catalogue_button = Button(self._look, tr("Pilih dari katalog"), icon="page")
        self.catalogue_button.clicked.connect(self._open_catalogue)
        row = Flow()
        row.hold((self.catalogue_button,))
        self.add(row)

    def _make_feeds(self) -> None:
        self._feeds_label = self.add_label("")
        self.feeds = FeedRows(self._look)
        self.feeds.left.connect(self.close_requested)
        self.feeds.filled.connect(self.order_tabs)
        self.feeds.focus_lost.connect(self._take_lost_focus)
        self.add(self.feeds)

    def _make_pages(self) -> None:
        self.details = DetailsPage(self._look, self)
        self.catalogue = CataloguePage(self._look, self)
        for page in (self.details, self.catalogue):
            page.hide()
            page.close_requested.connect(self._turn_back)

    # -- pages

    def _open_catalogue(self) -> None:
        self.catalogue.fill()
        self._turn_to(self.catalogue)

    def _turn_to(self, page: Sheet) -> None:
        """Show a page instead of all else; it is there before the rest goes, so that the focus has a place to go."""
        self._page = page
        page.setGeometry(self.rect())
        page.show()
        page.raise_()
        page.order_tabs()
        page.focus_first()
        self._scroll.hide()

    def _turn_back(self, focus: QWidget | None = None) -> None:
        """Show the panel itself again; the focus goes to *focus*, or to what had opened the page."""
        page, self._page = self._page, None
        if page is None:
            return
        self._scroll.show()
        if focus is None:
            focus = self.catalogue_button if page is self.catalogue else self.feeds.details_button(self.details.url)
        if self._has_focus(page):
            (focus or self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)
        page.hide()
        if page is self.details:
            self.details_closed.emit()

    def _has_focus(self, part: QWidget) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and part.isAncestorOf(focused)

    # -- inside

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_own_escape(self, event):
            self.adding.leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._page is not None:
            self._page.setGeometry(self.rect())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._turn_back()

    def _take_lost_focus(self) -> None:
        is_undo = self._undo.isVisibleTo(self)
        (self.undo_button if is_undo else self.adding.address).setFocus(Qt.FocusReason.OtherFocusReason)

    def _redress(self) -> None:
        self._undo_text.setContentsMargins(self._look.ring_room_px + 4, 0, 0, 0)
        self._undo.set_gap(self._look.space(8))
