"""The header: mark, search, refresh, appearance, menu. In narrow windows things leave in a fixed order; Menu stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from pembaca.i18n import tr
from pembaca.ui.brand import Brand
from pembaca.ui.controls.button import Button
from pembaca.ui.controls.field import Field

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from pembaca.ui.look import Look

_FIELD_WISHED, _FIELD_LEAST = 300, 220  # at base 20: narrower than the first it moves left, than the second to its own row


class _Plan(msgspec.Struct, frozen=True):
    """What is shown, each stage with less than the one before."""

    has_refresh: bool = True
    has_word: bool = True
    has_appearance: bool = True


_PLANS = (_Plan(), _Plan(False), _Plan(False, False), _Plan(False, False, False))


class Header(QWidget):
    """The top of the window.

    Signals:
        search_changed, search_submitted: what stands in the search field, at each change and at Enter.
        search_left: Escape was pressed in the search field.
        search_requested: the button *Cari* of tiny windows was pressed; the field is shown and has the focus.
        refresh_requested, appearance_requested, menu_requested, back_requested: the button was pressed.
    """

    search_changed = Signal(str)
    search_submitted = Signal(str)
    search_left = Signal()
    search_requested = Signal()
    refresh_requested = Signal()
    appearance_requested = Signal()
    menu_requested = Signal()
    back_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._page_left: int | None = None
        self._is_article_page = self._is_searching = False
        self._window_height = 0
        self._make_parts()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._relook)

    # -- orders

    def set_columns(self, page_left: int | None, is_article_page: bool) -> None:
        """Tell where the page's text begins, px from the left; None in one column, where it is list or article."""
        if (page_left, is_article_page) != (self._page_left, self._is_article_page):
            self._page_left, self._is_article_page = page_left, is_article_page
            self._relook()

    def set_window_height(self, px: int) -> None:
        """Tell the window's height: a second row may take a fifth of it at most."""
        if px != self._window_height:
            self._window_height = px
            self._relook()

    def set_search_text(self, text: str) -> None:
        """Write *text* into the search field without telling that it changed."""
        if text != self.search.text():
            blocked = self.search.blockSignals(True)
            self.search.setText(text)
            self.search.blockSignals(blocked)

    def focus_search(self) -> None:
        """Show the search field, mark its text and give it the focus."""
        if not self._has_field(self.width()):
            self._is_searching = True
            self._relook()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def set_busy(self, is_busy: bool) -> None:
        """Show whether news are being fetched; the button keeps its size, its place and the focus."""
        name = tr("Segarkan, sedang mengambil berita") if is_busy else ""
        self.refresh.show_words(tr("Segarkan"), name, "wait" if is_busy else "refresh")

    # -- parts

    def _make_parts(self) -> None:
        look = self._look
        self.back = Button(look, tr("Kembali"), icon="back", name=tr("Kembali ke daftar"), side=24, parent=self)
        self.brand = Brand(look, self)
        self.search = Field(look, tr("Cari artikel"), icon="search", parent=self)
        self.search_button = Button(look, tr("Cari"), icon="search", kind="plain", name=tr("Cari artikel"), parent=self)
        self.refresh = Button(look, tr("Segarkan"), icon="refresh", kind="plain", parent=self)
        self.appearance = Button(look, tr("Tampilan"), icon="type", kind="plain", parent=self)
        self.menu = Button(look, tr("Menu"), icon="menu", kind="plain", parent=self)
        self.back.clicked.connect(self.back_requested)
        self.search.textChanged.connect(self.search_changed)
        self.search.submitted.connect(self.search_submitted)
        self.search.left.connect(self._leave_search)
        self.search.focus_lost.connect(self._end_search)
        self.search_button.clicked.connect(self._ask_search)
        self.refresh.clicked.connect(self.refresh_requested)
        self.appearance.clicked.connect(self.appearance_requested)
        self.menu.clicked.connect(self.menu_requested)

    def _ask_search(self) -> None:
        self.focus_search()
        self.search_requested.emit()

    def _leave_search(self) -> None:
        self.search_left.emit()
        if self._is_searching:
            self._end_search()
            self.search_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_search(self) -> None:
        if self._is_searching:
            self._is_searching = False
            # not inside the change of focus: the field would be hidden while it hands the focus on
            QTimer.singleShot(0, self, self._relook)

    # -- layout: frames are what is seen; a widget is larger by the room of its ring

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._bottom(width)

    def sizeHint(self) -> QSize:
        return QSize(320, self._bottom(max(320, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._menu_width() + 2 * self._edge(), self._row_height() + 2 * self._pad())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _relook(self) -> None:
        self.updateGeometry()
        self._place()
        self.update()

    def _edge(self) -> int:
        return self._look.space(24)

    def _pad(self) -> int:
        return self._look.space(16)

    def _row_height(self) -> int:
        return self.menu.sizeHint().height() - 2 * self._look.ring_room_px

    def _frame_width(self, button: Button) -> int:
        return button.sizeHint().width() - 2 * self._look.ring_room_px

    def _menu_width(self) -> int:
        return self._frame_width(self.menu)

    def _button_gap(self) -> int:
        return self._look.space(4) + 2 * self._look.ring_room_px

    def _field_gap(self) -> int:
        return self._look.space(24) + 2 * self._look.ring_room_px

    def _second_row(self) -> int:
        return self._row_height() + self._look.space(2) + 2 * self._look.ring_room_px

    def _bottom(self, width: int) -> int:
        one = self._row_height() + 2 * self._pad()
        return one + (self._second_row() if self._search_place(width) == "second" else 0)

    def _wants_search(self) -> bool:
        return not self._is_article_page or self._page_left is not None

    def _has_field(self, width: int) -> bool:
        return self._is_searching or self._search_place(width) in ("first", "second")

    def _search_place(self, width: int) -> str:
        """Return where the search field is: "first" row, "second" row, "button" for *Cari*, "" for nowhere."""
        if self._is_searching:
            return "alone"
        if not self._wants_search():
            return ""
        if self._left_width(_PLANS[0]) + self._field_gap() + self._look.scaled(_FIELD_LEAST) <= self._field_right(
            width, _PLANS[0]
        ):
            return "first"
        height = self._window_height or (self.window().height() if self.window() is not self else 0)
        two = self._row_height() + 2 * self._pad() + self._second_row()
        share = float(self._look.tokens.layout["header_max_height_share"])
        return "second" if not height or two <= share * height else "button"

    def _left_width(self, plan: _Plan) -> int:
        """Return the px from the window's left edge to the right end of mark or *Kembali*."""
        if self._is_article_page and self._page_left is None:
            return self._edge() + self._frame_width(self.back)
        return self._edge() + self.brand.width_for(plan.has_word)

    def _shown(self, plan: _Plan, has_find: bool) -> list[Button]:
        buttons = [self.menu]
        if plan.has_appearance:
            buttons.insert(0, self.appearance)
        if plan.has_refresh and self._wants_search():
            buttons.insert(0, self.refresh)
        if has_find:
            buttons.insert(0, self.search_button)
        return buttons

    def _buttons_width(self, plan: _Plan, has_find: bool) -> int:
        buttons = self._shown(plan, has_find)
        return sum(self._frame_width(button) for button in buttons) + self._button_gap() * (len(buttons) - 1)

    def _field_right(self, width: int, plan: _Plan) -> int:
        return width - self._edge() - self._buttons_width(plan, False) - self._field_gap()

    def _plan(self, width: int, place: str) -> _Plan:
        if place == "first":
            return _PLANS[0]
        for plan in _PLANS:
            needed = self._left_width(plan) + self._button_gap() + self._buttons_width(plan, place == "button") + self._edge()
            if needed <= width:
                return plan
        return _PLANS[-1]

    def _place(self) -> None:
        width = self.width()
        place = self._search_place(width)
        plan, top, row = self._plan(width, place), self._pad(), self._row_height()
        is_alone = place == "alone"
        shown = [] if is_alone else self._shown(plan, place == "button")
        right = width - self._edge()
        for button in reversed(shown):
            wide = self._frame_width(button)
            self._put(button, QRect(right - wide, top, wide, row))
            right -= wide + self._button_gap()
        right += self._button_gap()
        has_back = self._is_article_page and self._page_left is None and not is_alone
        if has_back:
            self._put(self.back, QRect(self._edge(), top, self._frame_width(self.back), row))
        self.brand.setGeometry(self._edge(), top, self.brand.width_for(plan.has_word), row)
        self.brand.show_word(plan.has_word)
        self._place_search(place, plan, width, top, row)
        for button in (self.search_button, self.refresh, self.appearance, self.menu):
            button.setVisible(button in shown)
        self.back.setVisible(has_back)
        has_room = self.brand.geometry().right() + self._look.ring_room_px < right
        self.brand.setVisible(has_room and not has_back and not is_alone)
        self.search.setVisible(place in ("first", "second", "alone"))

    def _place_search(self, place: str, plan: _Plan, width: int, top: int, row: int) -> None:
        left, right = self._edge(), width - self._edge()
        if place == "first":
            right = self._field_right(width, plan)
            after = self._left_width(plan) + self._field_gap()
            left = self._page_left if self._page_left is not None else after
            if right - left < self._look.scaled(_FIELD_WISHED):
                left = after  # it does not fit on the text's line: it moves left, and never overlaps
            left = max(left, after)
        elif place == "second":
            top += self._second_row()
        self._put(self.search, QRect(left, top, right - left, row))

    def _put(self, widget: QWidget, frame: QRect) -> None:
        room = self._look.ring_room_px
        widget.setGeometry(frame.adjusted(-room, -room, room, room))
