"""The panel Sumber: the feeds there are, adding one, removing one, taking that back. Shows and asks, decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from pembaca.i18n import tr
from pembaca.ui.controls.button import Button
from pembaca.ui.controls.field import Field
from pembaca.ui.controls.places import Column, Ends
from pembaca.ui.controls.row import RowButton
from pembaca.ui.controls.sheet import Sheet
from pembaca.ui.controls.words import Words
from pembaca.ui.icons import IconName
from pembaca.ui.look import Look
from pembaca.viewmodel import CatalogueItem, FeedItem

_ROW_LEAST = 240  # px at base 20: narrower, and Hapus goes under its feed


class FeedsPanel(Sheet):
    """Every feed is a row with *Hapus* beside it; below, an address can be written or one taken from the catalogue.

    Signals:
        feed_chosen: show this feed in the list; "" is all of them.
        add_requested: the address as it was written, or the one of an offer of the catalogue.
        remove_requested: the address of the feed.
        undo_requested: take the last removal back.
    """

    feed_chosen = Signal(str)
    add_requested = Signal(str)
    remove_requested = Signal(str)
    undo_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Sumber"), parent)
        self._rows: dict[str, FeedRow] = {}
        self._offers: dict[str, RowButton] = {}
        self._is_undoing = False
        self._make_undo()
        self._feeds = Column()
        self.add(self._feeds, above=8)
        self._make_adding()
        self.add_label(tr("Pilih dari katalog"))
        self._catalogue = Column()
        self.add(self._catalogue)
        self.finish()
        look.changed.connect(self._redress)
        self._redress()

    # -- orders

    def show_feeds(self, items: tuple[FeedItem, ...]) -> None:
        """Show the feeds, in this order; the focus stays at its feed, or goes to *Urungkan* if that feed is gone."""
        had_focus = any(row.has_focus() for row in self._rows.values())
        new = [item.url for item in items if item.url not in self._rows]
        gone = {url: row for url, row in self._rows.items() if url not in {item.url for item in items}}
        is_focus_lost = any(row.has_focus() for row in gone.values())
        for item in items:
            row = self._rows.get(item.url) or self._make_row(item.url)
            row.show_feed(item)
        self._rows = {item.url: self._rows[item.url] for item in items}
        self._feeds.hold(tuple(self._rows.values()))
        if is_focus_lost and had_focus:
            (self.undo_button if self._undo.isVisibleTo(self) else self.address).setFocus(Qt.FocusReason.OtherFocusReason)
        if self._is_undoing and new:
            self._is_undoing = False
            self._rows[new[0]].card.setFocus(Qt.FocusReason.OtherFocusReason)
        for row in gone.values():
            row.deleteLater()

    def show_catalogue(self, items: tuple[CatalogueItem, ...]) -> None:
        """Show what the catalogue offers, in groups; what is there already is marked and cannot be pressed."""
        parts: list[QWidget] = []
        group = ""
        for item in items:
            if item.group != group:
                group = item.group
                label = Words(self._look, group, factor=self._look.tokens.chrome.small, weight=600)
                label.setContentsMargins(self._look.ring_room_px + 4, self._look.space(8), 0, self._look.space(6))
                parts.append(label)
            parts.append(self._offer(item))
        urls = {item.url for item in items}
        for url in [url for url in self._offers if url not in urls]:
            self._offers.pop(url).deleteLater()
        self._catalogue.hold(tuple(parts))

    def show_error(self, text: str) -> None:
        """Show why the address cannot be used, beside the field and as its description; "" = it was, so the field is empty."""
        self._error.setText(text)
        self._error.setVisible(bool(text))
        self.address.show_wrong(text)
        if text:
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, self._show_error_whole)
        else:
            self.address.clear()

    def _show_error_whole(self) -> None:
        self._scroll.show_whole(self._error)

    def show_undo(self, text: str | None) -> None:
        """Offer to take a removal back, or no longer."""
        if text is None:
            self._is_undoing = self.undo_button.hasFocus()
            if self._is_undoing:
                self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._undo_text.setText(text or "")
        self.undo_button.setAccessibleDescription(text or "")
        self._undo.setVisible(text is not None)

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
        self.address = Field(self._look, tr("Alamat umpan atau situs"))
        self.address.submitted.connect(self._ask_to_add)
        self.address.left.connect(self.close_requested)
        self.add_button = Button(self._look, tr("Tambahkan"), icon="add", name=tr("Tambah sumber"))
        self.add_button.clicked.connect(lambda: self._ask_to_add(self.address.text()))
        label.setBuddy(self.address)
        label.setAccessibleName(label.text())
        self._adding = Ends(is_first_wide=True)
        self._adding.hold((self.address, self.add_button))
        self.add(self._adding)
        self._error = Words(self._look, weight=600, colour=lambda: self._look.colours.danger)
        self._error.hide()
        self.add(self._error)

    def _ask_to_add(self, address: str) -> None:
        if address.strip():
            self.add_requested.emit(address.strip())
        else:
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_row(self, url: str) -> FeedRow:
        row = FeedRow(self._look)
        row.card.clicked.connect(lambda: self.feed_chosen.emit(url))
        row.remove.clicked.connect(lambda: self.remove_requested.emit(url))
        self._rows[url] = row
        return row

    def _offer(self, item: CatalogueItem) -> RowButton:
        offer = self._offers.get(item.url)
        if offer is None:
            offer = self._offers[item.url] = RowButton(self._look)
            offer.clicked.connect(lambda: self.add_requested.emit(item.url))
        note = tr("sudah ada di daftar") if item.is_added else item.note
        title = item.title if item.is_added else tr("Tambah {title}", title=item.title)
        spoken = ", ".join(part for part in (title, note) if part)
        if item.is_added and offer.hasFocus():
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)
        offer.show_row(item.title, (note, item.url), spoken=spoken, icon="tick" if item.is_added else "add")
        offer.setEnabled(not item.is_added)
        return offer

    def _redress(self) -> None:
        room, space = self._look.ring_room_px, self._look.space
        self._feeds.set_gap(space(8) - 2 * room)
        self._catalogue.set_gap(space(8) - 2 * room)
        self._undo_text.setContentsMargins(room + 4, 0, 0, 0)
        self._error.setContentsMargins(room + 4, 0, 0, 0)
        self._adding.set_gap(space(8) - 2 * room)
        self._undo.set_gap(space(8))
        for row in self._rows.values():
            row.redress()


class FeedRow(Ends):
    """One feed and the button that removes it."""

    def __init__(self, look: Look) -> None:
        super().__init__(is_first_wide=True)
        self._look = look
        self.card = RowButton(look)
        self.remove = Button(look, tr("Hapus"), icon="trash")
        self.redress()

    def show_feed(self, item: FeedItem) -> None:
        """Show the words of a feed; all feeds together cannot be removed."""
        state = tr("ditampilkan") if item.is_current else ""
        words = ", ".join(part for part in (item.state_text, state) if part)
        spoken = ", ".join(part for part in (item.title, state, item.state_text, item.url) if part)
        notes = (words, item.url if item.url != item.title else "")
        icon: IconName = "tick" if item.is_current else "feeds"
        self.card.show_row(item.title, notes, spoken=spoken, icon=icon, is_current=item.is_current)
        self.remove.setAccessibleName(tr("Hapus {title}", title=item.title))
        self.hold((self.card, self.remove) if item.url else (self.card,))

    def has_focus(self) -> bool:
        """Tell whether the focus is in this row."""
        return self.card.hasFocus() or self.remove.hasFocus()

    def redress(self) -> None:
        """Take over sizes from the look."""
        self.set_least(self._look.scaled(_ROW_LEAST))
        self.set_gap(self._look.space(8) - 2 * self._look.ring_room_px)
