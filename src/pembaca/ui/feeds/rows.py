"""The feeds that a person has, a row each, made a few at a time. They show and ask, decide nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from pembaca.i18n import tr
from pembaca.ui.controls.button import Button
from pembaca.ui.controls.field import Field
from pembaca.ui.controls.places import Column, Ends, Flow
from pembaca.ui.controls.row import RowButton
from pembaca.viewmodel import FeedItem, FeedPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pembaca.ui.icons import IconName
    from pembaca.ui.look import Look

_ROW_LEAST = 240  # px at base 20: narrower, and Rincian goes under its feed
_AT_ONCE = 6  # rows made in one step: some 12 ms


class FeedRows(Column):
    """Every feed is a row with *Rincian* beside it; many have a field above them in which to look for one by its name.

    Signals:
        feed_chosen: show this feed in the list; "" is all of them.
        details_requested: show all about this feed.
        filter_changed: show only feeds with these words.
        turn_requested: show the feeds after these (1) or before these (-1).
        left: Escape was pressed in the field.
        focus_lost: the row that had the focus is gone.
        filled: rows have come or gone.
    """

    feed_chosen = Signal(str)
    details_requested = Signal(str)
    filter_changed = Signal(str)
    turn_requested = Signal(int)
    left = Signal()
    focus_lost = Signal()
    filled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._items: tuple[FeedItem, ...] = ()
        self._page = FeedPage()
        self._rows: dict[str, FeedRow] = {}
        self._spare: list[FeedRow] = []  # rows without a feed, for the next page
        self._is_turning = False
        self.field = Field(look, tr("Cari sumber"), icon="search")
        self.field.textChanged.connect(self.filter_changed)
        self.field.left.connect(self._leave_field)
        self.before, self.after = Button(look, ""), Button(look, "")
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self._turning = Flow()
        look.changed.connect(self._redress)
        self._redress()

    def show_feeds(self, items: tuple[FeedItem, ...], page: FeedPage) -> tuple[str, ...]:
        """Show these feeds, in this order; the focus stays at its feed. Return the addresses that were not shown before."""
        self._items, self._page = items, page
        known = {item.url for item in items}
        new = tuple(item.url for item in items if item.url not in self._rows)
        gone = [self._rows.pop(url) for url in [url for url in self._rows if url not in known]]
        buttons = [button for button, words in ((self.before, page.before), (self.after, page.after)) if not words]
        is_focus_lost = any(row.has_focus() for row in gone) or any(button.hasFocus() for button in buttons)
        if is_focus_lost and not self._is_turning:
            self.focus_lost.emit()
        self._spare += gone
        for item in items:
            if item.url in self._rows:
                self._rows[item.url].show_feed(item)
        self.before.show_words(page.before)
        self.after.show_words(page.after)
        self._fill()
        return new

    def focus_feed(self, url: str) -> None:
        """Give the focus to a feed's row, if it is there."""
        if url in self._rows:
            self._rows[url].card.setFocus(Qt.FocusReason.OtherFocusReason)

    def details_button(self, url: str) -> Button | None:
        """Return the button that opens a feed's details, if its row is there."""
        row = self._rows.get(url)
        return row.details if row is not None else None

    def _fill(self) -> None:
        missing = [item for item in self._items if item.url not in self._rows]
        made = 0
        for item in missing:
            if not self._spare and made == _AT_ONCE:
                QTimer.singleShot(0, self, self._fill)
                break
            made += not self._spare
            row = self._spare.pop() if self._spare else self._make_row()
            row.show_feed(item)
            self._rows[item.url] = row
        rows = [self._rows[item.url] for item in self._items if item.url in self._rows]
        titles = [item.title for item in self._items]
        for row, title in zip(rows, (item.title for item in self._items if item.url in self._rows), strict=True):
            row.name_details(is_double=titles.count(title) > 1)
        if self._is_turning and rows:
            self._is_turning = False
            self._arrange(rows)
            rows[0].card.setFocus(Qt.FocusReason.OtherFocusReason)
        self._arrange(rows)
        self.filled.emit()

    def _arrange(self, rows: list[FeedRow]) -> None:
        buttons = [button for button, words in ((self.before, self._page.before), (self.after, self._page.after)) if words]
        self._turning.hold(buttons)
        parts: list[QWidget] = [self.field] if self._page.can_filter else []
        self.hold((*parts, *rows, *((self._turning,) if buttons else ())))

    def _make_row(self) -> FeedRow:
        row = FeedRow(self._look)
        row.card.clicked.connect(lambda: self.feed_chosen.emit(row.url))
        row.details.clicked.connect(lambda: self.details_requested.emit(row.url))
        return row

    def _turn(self, pages: int) -> None:
        self._is_turning = True
        self.turn_requested.emit(pages)

    def _leave_field(self) -> None:
        if self.field.text():
            self.field.clear()
        else:
            self.left.emit()

    def _redress(self) -> None:
        gap = self._look.space(8) - 2 * self._look.ring_room_px
        self.set_gap(gap)
        self._turning.set_gap(gap)
        for row in (*self._rows.values(), *self._spare):
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

    @property
    def url(self) -> str:
        """The feed's address; "" for all of them."""
        return self._item.url if self._item is not None else ""

    def name_details(self, is_double: bool) -> None:
        """Name the button; by its site, too, where another feed has the same title."""
        item = self._item
        if item is not None:
            name = f"{item.title}, {item.site}" if is_double and item.site else item.title
            self.details.setAccessibleName(tr("Rincian {title}", title=name))

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
        self.name_details(is_double=False)
        self.hold((self.card, self.details) if item.url else (self.card,))

    def has_focus(self) -> bool:
        """Tell whether the focus is in this row."""
        return self.card.hasFocus() or self.details.hasFocus()

    def redress(self) -> None:
        """Take over sizes from the look."""
        self.set_least(self._look.scaled(_ROW_LEAST))
        self.set_gap(self._look.space(8) - 2 * self._look.ring_room_px)
