"""The desk: lays header, card, list, page and bar out and paints what lies under them. Decides nothing but places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from pembaca.ui.arrangement import Arrangement, Measures, arrange
from pembaca.ui.controls.tab_order import insert_after, stops
from pembaca.ui.page.paper import paint_corner, paint_line
from pembaca.ui.reading_bar import ReadingBar

if TYPE_CHECKING:
    from pembaca.ui.header import Header
    from pembaca.ui.look import Look
    from pembaca.ui.notices import NoVoiceBar, OfflineCard
    from pembaca.ui.page_area import PageArea
    from pembaca.ui.side import Side

_PANEL_PX = 530
_SAMPLE = "abcdefghijklmnopqrstuvwxyz kepada yang dan di menjadi"


class Desk(QWidget):
    """Holds the parts of the window in the order in which Tab visits them.

    Signals:
        retry_requested, card_closed: the card's buttons *Coba lagi* and *Tutup*.
        test_requested, help_requested: the buttons of the strip that says that there is no voice.
    """

    retry_requested = Signal()
    card_closed = Signal()
    test_requested = Signal()
    help_requested = Signal()

    def __init__(self, look: Look, header: Header, side: Side, page: PageArea) -> None:
        super().__init__()
        self._look = look
        self.header, self.side, self.page = header, side, page
        for part in (header, side, page):
            part.setParent(self)
        self.bar = ReadingBar(look, self)
        self._made_card: OfflineCard | None = None
        self._made_no_voice: NoVoiceBar | None = None
        self._is_page_shown = False
        self._has_panel = False
        self._has_no_voice = False
        self._now: Arrangement | None = None
        look.changed.connect(self.place)

    # -- notices: made when they are first wanted, since each costs the start of the window some ms

    @property
    def card(self) -> OfflineCard:
        """The card under the header; hidden until ``show_card``."""
        if self._made_card is None:
            from pembaca.ui.notices import OfflineCard

            card = self._made_card = OfflineCard(self._look, self)
            card.hide()
            card.stackUnder(self.side)  # screen readers find it before list and page
            card.retry_requested.connect(self.retry_requested)
            card.close_requested.connect(self.card_closed)
            insert_after(stops(self.header)[-1], card)
        return self._made_card

    @property
    def no_voice(self) -> NoVoiceBar:
        """The strip that says that there is no voice; hidden until ``show_no_voice``."""
        if self._made_no_voice is None:
            from pembaca.ui.notices import NoVoiceBar

            strip = self._made_no_voice = NoVoiceBar(self._look, self)
            strip.hide()
            strip.set_window_height(self.height())
            strip.test_requested.connect(self.test_requested)
            strip.help_requested.connect(self.help_requested)
            insert_after(stops(self.bar)[-1], strip)
        return self._made_no_voice

    @property
    def has_card(self) -> bool:
        """Whether the card is shown."""
        return self._made_card is not None and not self._made_card.isHidden()

    @property
    def has_no_voice(self) -> bool:
        """Whether the strip has the reading bar's place."""
        return self._has_no_voice

    # -- what is shown

    @property
    def is_one_column(self) -> bool:
        """Whether list and page take turns."""
        return self._now is not None and self._now.is_one_column

    @property
    def is_page_shown(self) -> bool:
        """Whether, in one column, the page has its turn."""
        return self._is_page_shown

    def show_page(self, shown: bool) -> None:
        """In one column: show the page, or the list."""
        self._is_page_shown = shown
        self.place()

    def show_panel(self, shown: bool) -> None:
        """A panel is in the list's place, or the list is back."""
        self._has_panel = shown
        self.place()

    def show_card(self, shown: bool) -> None:
        """Show the card under the header, or take it away."""
        if shown or self._made_card is not None:
            self.card.setVisible(shown)
        self.place()

    def show_no_voice(self, shown: bool) -> None:
        """Show the no-voice strip in the reading bar's place, or the bar again."""
        self._has_no_voice = shown
        self.place()

    # -- places

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.place()

    def place(self) -> None:
        """Lay everything out anew."""
        if self.width() < 2 or self.height() < 2:
            return
        for _ in range(2):  # the header's height depends on the columns, and they on it
            now = arrange(self._measures())
            self._now = now
            self._tell_columns(now)
        was = QRect() if self.page.isHidden() else self.page.geometry()
        parts: tuple[tuple[QWidget | None, QRect], ...] = (
            (self.header, now.header),
            (self._made_card, now.card),
            (self.side, now.side),
            (self.page, now.page),
            (self.bar, QRect() if self._has_no_voice else now.bar),
            (self._made_no_voice, now.bar if self._has_no_voice else QRect()),
        )
        for part, box in parts:
            if part is None:
                continue
            part.setVisible(not box.isEmpty())
            if not box.isEmpty():
                part.setGeometry(box)
        if was.width() == now.page.width() and was.left() == now.page.left():
            self.page.article.stay_on_screen(now.page.top() - was.top())
        self.update()

    def _tell_columns(self, now: Arrangement) -> None:
        is_page_alone = now.is_one_column and not now.page.isEmpty()
        page_left = None if now.is_one_column else now.page.left() + now.page_margin
        self.header.set_window_height(self.height())
        self.header.set_columns(page_left, is_page_alone)
        self.bar.set_columns(page_left, None if now.is_one_column else self._look.space(28))
        self.bar.set_window_height(self.height(), now.page.top() if not now.page.isEmpty() else now.side.top())
        if self._made_no_voice is not None:
            self._made_no_voice.set_window_height(self.height())
        self.page.set_columns(now.page_margin, is_one_column=now.is_one_column)

    def _measures(self) -> Measures:
        look, layout, width = self._look, self._look.tokens.layout, self.width()
        bar = self.no_voice if self._has_no_voice else self.bar
        average = QFontMetricsF(look.page_font(look.article_px)).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        return Measures(
            width=width,
            height=self.height(),
            header=self.header.heightForWidth(width),
            card=self._card_height(width, bar.heightForWidth(width)) if self.has_card else 0,
            bar=bar.heightForWidth(width),
            list_share=float(layout["list_share"]),
            list_least=look.scaled(layout["list_min"]),
            list_most=look.scaled(layout["list_max"]),
            panel_width=look.scaled(_PANEL_PX),
            has_panel=self._has_panel,
            shows_page=self._is_page_shown,
            text_least=round(look.tokens.article.min_characters_two_columns * average) + look.tokens.control["scrollbar"],
            rows_least=round(layout["list_min_rows"] * look.scaled(look.tokens.control["row_min"]) + look.scaled(84)),
            page_margin_share=float(layout["page_margin_share"]),
            page_margin_least=layout["page_margin_min"],
            page_margin_most=layout["page_margin_max"],
            gap=look.space(16),
        )

    def _card_height(self, width: int, bar: int) -> int:
        """Return the card's height; it is made small where it would leave no room for a row of the list."""
        look, inner = self._look, width - 2 * self._look.space(16)
        self.card.set_compact(False)
        least = look.scaled(look.tokens.control["row_min"]) + look.scaled(84)
        room = self.height() - self.header.heightForWidth(width) - bar - look.space(16) - least
        if self.card.heightForWidth(inner) > room and self.card.can_be_compact(inner):
            self.card.set_compact(True)
        return self.card.heightForWidth(inner)

    # -- what lies under the parts

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, now = self._look, self._now
        painter.fillRect(self.rect(), look.colours.background)
        if now is None or now.page.isEmpty():
            return
        painter.fillRect(now.page, look.colours.surface)
        painter.translate(now.page.topLeft())
        sheet = QRectF(0, 0, now.page.width(), now.page.height())
        if now.is_one_column:
            paint_line(painter, look, sheet)
            painter.translate(0, now.page.height())
            paint_line(painter, look, sheet)  # between the page and a panel under it
        else:
            paint_corner(painter, look, sheet)
