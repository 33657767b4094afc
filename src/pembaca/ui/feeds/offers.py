"""Feeds that can be added, a row each, made a few at a time. They ask, decide nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from pembaca.i18n import tr
from pembaca.ui.controls.places import Column
from pembaca.ui.controls.row import RowButton
from pembaca.ui.controls.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from pembaca.ui.look import Look
    from pembaca.viewmodel import CatalogueItem

_AT_ONCE = 8  # rows made in one step: some 10 ms


class Offers(Column):
    """Rows in groups; what is there already is marked and cannot be pressed.

    Signals:
        chosen: the address of the feed to add.
        filled: rows have come or gone.
    """

    chosen = Signal(str)
    filled = Signal()

    def __init__(self, look: Look, leave: Callable[[], QWidget]) -> None:
        """Make it empty.

        Args:
            leave: returns what gets the focus when a row that has it can be pressed no longer and no other can.
        """
        super().__init__()
        self._look, self._leave = look, leave
        self._rows: dict[str, RowButton] = {}
        self._labels: dict[str, Words] = {}
        self._items: tuple[CatalogueItem, ...] = ()
        look.changed.connect(self._redress)
        self._redress()

    def show_items(self, items: tuple[CatalogueItem, ...]) -> None:
        """Show these offers; rows that are there already stay."""
        self._items = items
        known = {item.url for item in items}
        for url in [url for url in self._rows if url not in known]:
            row = self._rows.pop(url)
            if row.hasFocus():
                self._leave().setFocus(Qt.FocusReason.OtherFocusReason)
            row.hide()
            row.deleteLater()
        for item in items:
            if item.url in self._rows:
                self._show(item)
        self._fill()

    def first(self) -> RowButton | None:
        """Return the first row that can be pressed."""
        return next((row for row in self._ordered() if row.isEnabled()), None)

    def _fill(self) -> None:
        missing = [item for item in self._items if item.url not in self._rows]
        for item in missing[:_AT_ONCE]:
            row = self._rows[item.url] = RowButton(self._look)
            row.clicked.connect(lambda _checked=False, url=item.url: self.chosen.emit(url))
            self._show(item)
        self.hold(self._parts())
        self.filled.emit()
        if len(missing) > _AT_ONCE:
            QTimer.singleShot(0, self, self._fill)

    def _parts(self) -> tuple[QWidget, ...]:
        parts: list[QWidget] = []
        group = ""
        for item in self._items:
            if item.url not in self._rows:
                break
            if item.group != group:
                group = item.group
                parts.append(self._label(group))
            parts.append(self._rows[item.url])
        return tuple(parts)

    def _label(self, group: str) -> Words:
        if group not in self._labels:
            self._labels[group] = Words(self._look, group, factor=self._look.tokens.chrome.small, weight=600)
            self._space(self._labels[group])
        return self._labels[group]

    def _show(self, item: CatalogueItem) -> None:
        row = self._rows[item.url]
        title = item.title if item.is_added else tr("Tambah {title}", title=item.title)
        note = tr("sudah ada di daftar") if item.is_added else item.note
        where = item.site if item.site != item.title else ""
        spoken = ", ".join(part for part in (title, note, where) if part)
        if item.is_added and row.hasFocus():
            self._next_to(row).setFocus(Qt.FocusReason.OtherFocusReason)
        row.show_row(item.title, (note, where), spoken=spoken, icon="tick" if item.is_added else "add")
        row.setEnabled(not item.is_added)

    def _next_to(self, row: RowButton) -> QWidget:
        """Return the next row that can be pressed, else one before, else what is left for the focus."""
        rows = self._ordered()
        place = rows.index(row)
        return next((one for one in (*rows[place + 1 :], *reversed(rows[:place])) if one.isEnabled()), self._leave())

    def _ordered(self) -> list[RowButton]:
        return [self._rows[item.url] for item in self._items if item.url in self._rows]

    def _space(self, label: Words) -> None:
        label.setContentsMargins(self._look.ring_room_px + 4, self._look.space(8), 0, self._look.space(6))

    def _redress(self) -> None:
        self.set_gap(self._look.space(8) - 2 * self._look.ring_room_px)
        for label in self._labels.values():
            self._space(label)
