"""The field for an address, and under it what comes of it: looking, what is wrong, what was found. Decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from pembaca.i18n import tr
from pembaca.ui.controls.button import Button
from pembaca.ui.controls.field import Field
from pembaca.ui.controls.places import Column, Ends, Flow
from pembaca.ui.controls.words import Words
from pembaca.ui.feeds.offers import Offers

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

    from pembaca.ui.look import Look
    from pembaca.viewmodel import CatalogueItem


class AddingPart(Column):
    """Asks for an address.

    Signals:
        add_requested: the address as it was written.
        anyway_requested: the same, to be added as it is.
        stop_requested: look no longer.
        offer_chosen: the address of a feed that was found.
        offers_closed: none of those that were found is wanted any longer.
        left: Escape was pressed and nothing was being looked at.
        whole_wanted: this part has come and should be seen.
        filled: parts have come or gone.
    """

    add_requested = Signal(str)
    anyway_requested = Signal(str)
    stop_requested = Signal()
    offer_chosen = Signal(str)
    offers_closed = Signal()
    left = Signal()
    whole_wanted = Signal(object)
    filled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.is_looking = self._has_error = self._can_add_anyway = self._has_found = False
        self._make_field()
        self._make_looking()
        self._make_error()
        self._make_found()
        look.changed.connect(self._redress)
        self._redress()
        self._arrange()

    # -- orders

    def show_error(self, text: str, *, can_add_anyway: bool = False) -> bool:
        """Show why the address cannot be used, beside the field and as its description; "" = it was, so the field is empty.

        The focus goes to the field from the parts beside it, not from elsewhere. Return whether a screen reader says *text* by
        that: Orca reads the description of a field that gets the focus, or that has it and is described anew.
        """
        had_focus, is_new = self.address.hasFocus(), text != self.address.accessibleDescription()
        self._error.setText(text)
        self.address.show_wrong(text)
        gets_focus = bool(text) and self._has_focus() and not had_focus
        self._has_error, self._can_add_anyway = bool(text), can_add_anyway
        if not text:
            self.address.clear()
        if gets_focus or self.anyway_button.hasFocus():
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)
        self._arrange()
        if text:
            self._show_whole(self._anyway if can_add_anyway else self._error)
        return gets_focus or (had_focus and is_new)

    def show_looking(self, text: str | None) -> None:
        """Show that an address is looked at, or no longer."""
        if text is None and self.stop_button.hasFocus():
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)
        was_looking = self.is_looking
        self.is_looking = text is not None
        self._looking_words.setText(text or "")
        if self.is_looking and not was_looking:
            self._has_error = self._can_add_anyway = False
            self.address.show_wrong("")
        if self.is_looking != was_looking:
            self._arrange()
        if self.is_looking and not was_looking:
            self._show_whole(self._looking)

    def show_found(self, text: str, items: tuple[CatalogueItem, ...]) -> None:
        """Offer feeds to choose from; the focus goes to the first if it is still here. Nothing: offer none any longer."""
        is_new, had_focus = bool(items) and not self._has_found, self._has_focus()
        if not items and had_focus and not self.address.hasFocus():
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)
        self._has_found = bool(items)
        self._found_words.setText(text)
        self._offers.show_items(items)
        if is_new:
            self.address.clear()
        self._arrange()
        first = self._offers.first()
        if is_new and had_focus and first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_whole(self._found_words)

    def leave(self) -> None:
        """Go back by one step: end looking, put away what was found, or leave the panel."""
        if self.is_looking:
            self.stop_requested.emit()
        elif self._has_found and self._has_focus() and not self.address.hasFocus():
            self.offers_closed.emit()
        else:
            self.left.emit()

    # -- parts

    def _make_field(self) -> None:
        self.address = Field(self._look, tr("Alamat umpan atau situs"))
        self.address.submitted.connect(self._ask_to_add)
        self.address.left.connect(self.leave)
        self.add_button = Button(self._look, tr("Tambahkan"), icon="add", name=tr("Tambah sumber"))
        self.add_button.clicked.connect(lambda: self._ask_to_add(self.address.text()))
        self._writing = Ends(is_first_wide=True)
        self._writing.hold((self.address, self.add_button))

    def _make_looking(self) -> None:
        self._looking_words = Words(self._look, weight=600)
        self.stop_button = Button(self._look, tr("Hentikan"), icon="stop", key="Esc", name=tr("Hentikan pencarian"))
        self.stop_button.clicked.connect(self.stop_requested)
        self._looking = Ends()
        self._looking.hold((self._looking_words, self.stop_button))

    def _make_error(self) -> None:
        self._error = Words(self._look, weight=600, colour=self._danger)
        self.anyway_button = Button(self._look, tr("Tambahkan apa adanya"), icon="add")
        self.anyway_button.clicked.connect(lambda: self.anyway_requested.emit(self.address.text()))
        self._anyway = Flow()
        self._anyway.hold((self.anyway_button,))

    def _make_found(self) -> None:
        self._found_words = Words(self._look, weight=600)
        self._offers = Offers(self._look, self._after_offers)
        self._offers.chosen.connect(self.offer_chosen)
        self._offers.filled.connect(self.filled)
        self.done_button = Button(self._look, tr("Selesai"), icon="tick", name=tr("Selesai memilih sumber"))
        self.done_button.clicked.connect(self.offers_closed)
        self._done = Flow()
        self._done.hold((self.done_button,))

    def _after_offers(self) -> QWidget:
        return self.done_button

    def _danger(self) -> QColor:
        return self._look.colours.danger

    # -- inside

    def _ask_to_add(self, address: str) -> None:
        if address.strip():
            self.add_requested.emit(address.strip())
        else:
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return self.isVisible() and focused is not None and self.isAncestorOf(focused)

    def _arrange(self) -> None:
        parts: list[QWidget] = [self._writing]
        parts += [self._looking] if self.is_looking else []
        parts += [self._error] if self._has_error else []
        parts += [self._anyway] if self._can_add_anyway else []
        parts += [self._found_words, self._offers, self._done] if self._has_found else []
        self.hold(parts)
        self.filled.emit()

    def _show_whole(self, part: QWidget) -> None:
        QTimer.singleShot(0, self, lambda: self.whole_wanted.emit(part))

    def _redress(self) -> None:
        room, space = self._look.ring_room_px, self._look.space
        self.set_gap(space(8) - 2 * room)
        self._writing.set_gap(space(8) - 2 * room)
        self._looking.set_gap(space(8) - room)
        self._looking_words.setContentsMargins(room + 4, room, 0, room)
        self._error.setContentsMargins(room + 4, room, 0, room)
        self._found_words.setContentsMargins(room + 4, 2 * room, 0, room)
