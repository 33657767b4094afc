"""The page of feeds that come with the program, to pick from. Shows and asks, decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from pembaca.i18n import tr
from pembaca.ui.controls.sheet import Sheet
from pembaca.ui.feeds.offers import Offers

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pembaca.ui.look import Look
    from pembaca.viewmodel import CatalogueItem


class CataloguePage(Sheet):
    """The catalogue; its rows are made when it is first opened.

    Signals:
        chosen: the address of the feed to add.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, tr("Katalog"), parent, parent_heading=tr("Sumber"))
        self._items: tuple[CatalogueItem, ...] = ()
        self._is_made = False
        self._offers = Offers(look, lambda: self.close_button)
        self._offers.chosen.connect(self.chosen)
        self._offers.filled.connect(self.order_tabs)
        self.add(self._offers, above=8)
        self.finish()

    def show_items(self, items: tuple[CatalogueItem, ...]) -> None:
        """Show what can be picked."""
        self._items = items
        if self._is_made:
            self._offers.show_items(items)

    def fill(self) -> None:
        """Make the rows, for the page is about to be seen."""
        self._is_made = True
        self._offers.show_items(self._items)
