"""The feeds that a person has, a row each, made a few at a time. They show and ask, decide nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from pembaca.i18n import tr
from pembaca.ui.controls.button import Button
from pembaca.ui.controls.field import Field
from pembaca.ui.controls.places import Column, Ends, Flow
from pembaca.ui.controls.row import RowButton
from pembaca.ui.icons import IconName
from pembaca.ui.look import Look
from pembaca.viewmodel import FeedItem

_ROW_LEAST = 240  # px at base 20: narrower, and Rincian goes under its feed
_AT_ONCE = 6  # rows made in one step: some 12 ms


class FeedRows(Column):
    """Every feed is a row with *Rincian* beside it; many have a field above them in which to look for one by its name.

    Signals:
        feed_chosen: show this feed in the list; "" is all of them.
        details_requested: show all about this feed.
        filter_changed: show only feeds with these words.
        more_requested: show more of them.
        left: Escape was pressed in the field.
        focus_lost: the row that had the focus is gone.
        filled: rows have come or gone.
    """

    feed_chosen = Signal(str)
    details_requested = Signal(str)
    filter_changed = Signal(str)
    more_requested = Signal()
    left = Signal()
    focus_lost = Signal()
    filled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._items: tuple[FeedItem, ...] = ()
        self._rows: dict[str, FeedRow] = {}
        self._can_filter = self._has_more = False
        self._more_from = 0  # where the focus goes once the row of that number has come; 0: nowhere
        self._wanted = ""  # the feed that gets the focus once its row has come
        self.field = Field(look, tr("Cari sumber"), icon="search")
        self.field.textChanged.connect(self.filter_changed)
        self.field.left.connect(self._leave_field)
        self.more = Button(look, "", icon="add")
        self.more.clicked.connect(self._ask_for_more)
        self._more_row = Flow()
        self._more_row.hold((self.more,))
        look.changed.connect(self._redress)
        self._redress()

    def show_feeds(self, items: tuple[FeedItem, ...], *, more: str, can_filter: bool) -> tuple[str, ...]:
        """Show the feeds, in this order; the focus stays at its feed. Return the addresses that were not shown before."""
        self._items = items
        known = {item.url for item in items}
        new = tuple(item.url for item in items if item.url not in self._rows)
        gone = [self._rows.pop(url) for url in [url for url in self._rows if url not in known]]
        is_focus_lost = any(row.has_focus() for row in gone)
        for item in items:
            if item.url in self._rows:
                self._rows[item.url].show_feed(item)
        self._can_filter, self._has_more = can_filter, bool(more)
        if not more and self.more.hasFocus() and not self._more_from:
            is_focus_lost = True
        self.more.show_words(more)
        self._fill()
        if is_focus_lost:
            self.focus_lost.emit()
        for row in gone:
            row.hide()
            row.deleteLater()
        return new

    def focus_feed(self, url: str) -> None:
        """Give the focus to a feed's row as soon as it is there."""
        if url in self._rows:
            self._rows[url].card.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._wanted = url

    def details_button(self, url: str) -> Button | None:
        """Return the button that opens a feed's details, if its row is there."""
        row = self._rows.get(url)
        return row.details if row is not None else None

    def _fill(self) -> None:
        missing = [item for item in self._items if item.url not in self._rows]
        for item in missing[:_AT_ONCE]:
            self._rows[item.url] = self._make_row(item)
        rows = [self._rows[item.url] for item in self._items if item.url in self._rows]
        parts: list[QWidget] = [self.field] if self._can_filter else []
        self.hold((*parts, *rows, *((self._more_row,) if self._has_more else ())))
        self.filled.emit()
        self._lead_focus(rows)
        if len(missing) > _AT_ONCE:
            QTimer.singleShot(0, self, self._fill)

    def _lead_focus(self, rows: list[FeedRow]) -> None:
        if 0 < self._more_from < len(rows):
            rows[self._more_from].card.setFocus(Qt.FocusReason.OtherFocusReason)
            self._more_from = 0
        if self._wanted in self._rows:
            self._rows[self._wanted].card.setFocus(Qt.FocusReason.OtherFocusReason)
            self._wanted = ""

    def _make_row(self, item: FeedItem) -> FeedRow:
        row = FeedRow(self._look)
        row.card.clicked.connect(lambda: self.feed_chosen.emit(item.url))
        row.details.clicked.connect(lambda: self.details_requested.emit(item.url))
        row.show_feed(item)
        return row

    def _ask_for_more(self) -> None:
        self._more_from = len(self._items)
        self.more_requested.emit()

    def _leave_field(self) -> None:
        if self.field.text():
            self.field.clear()
        else:
            self.left.emit()

    def _redress(self) -> None:
        self.set_gap(self._look.space(8) - 2 * self._look.ring_room_px)
        for row in self._rows.values():
            row.redress()


class FeedRow(Ends):
    """One feed and the button that opens its details."""

    def __init__(self, look: Look) -> None:
        super().__init__(is_first_wide=True)
        self._look = look
        self._item: FeedItem | None = None
        self.card = RowButton(look)
        self.details = Button(look, tr("Rincian"), icon="more")
        self.redress()

    def show_feed(self, item: FeedItem) -> None:
        """Show the words of a feed; all feeds together have no details."""
        if item == self._item:
            return
        self._item = item
        state = tr("ditampilkan") if item.is_current else ""
        spoken = ", ".join(part for part in (item.title, state, item.state_text, item.site) if part)
        notes = (", ".join(part for part in (item.state_text, state) if part), item.site)
        icon: IconName = "tick" if item.is_current else "feeds"
        self.card.show_row(item.title, notes, spoken=spoken, icon=icon, is_current=item.is_current)
        self.details.setAccessibleName(tr("Rincian {title}", title=item.title))
        self.hold((self.card, self.details) if item.url else (self.card,))

    def has_focus(self) -> bool:
        """Tell whether the focus is in this row."""
        return self.card.hasFocus() or self.details.hasFocus()

    def redress(self) -> None:
        """Take over sizes from the look."""
        self.set_least(self._look.scaled(_ROW_LEAST))
        self.set_gap(self._look.space(8) - 2 * self._look.ring_room_px)
