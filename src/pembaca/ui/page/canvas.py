"""The page's text area: lays a document out at the look's sizes, keeps the reading place, paints paper and light."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from pembaca.document import Document
from pembaca.ui.controls.scrolling import dress_scroll_bar, give_viewport
from pembaca.ui.page.builder import Page, Words, build, is_same_shape
from pembaca.ui.page.changed import Changed
from pembaca.ui.page.follow import Follow
from pembaca.ui.page.images import PICTURE, Pictures
from pembaca.ui.page.light import line_boxes
from pembaca.ui.page.lit import Lit
from pembaca.ui.page.margins import Margins, margins_of
from pembaca.ui.page.paper import paint_corner, paint_line, paint_ring
from pembaca.ui.page.place_map import PlaceMap
from pembaca.ui.page.style import PageStyle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pembaca.ui.look import Look

_QUOTE_BAR_EM: Final = 0.16


class PageCanvas(QTextEdit):
    """A read-only text with paper, light and a place that is kept when it is laid out anew."""

    def __init__(self, look: Look, media: Callable[[str], Path | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        viewport = give_viewport(self)
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        viewport.setCursor(Qt.CursorShape.IBeamCursor)
        self._look, self._media = look, media
        self._shown, self._words = Document(""), Words("")
        self._page = Page(PlaceMap(), (), ())
        self._own: QTextDocument | None = None
        self._text_left: int | None = None
        self._is_one_column = self._has_corner = self._has_line = False
        self._style = PageStyle.of(look)
        self._lit = Lit(look)
        self._changed = Changed(look)
        self._pictures = Pictures(self._picture_room, self)
        self._bars: list[QRectF] | None = None
        self._built_for = 0
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().rangeChanged.connect(self._forbid_sideways)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAutoFillBackground(True)
        self._follow = Follow(look, self.verticalScrollBar(), self)
        self._recolour()
        look.changed.connect(self._look_changed)

    # -- orders of the window

    def set_text_left(self, px: int | None) -> None:
        """Begin the lines *px* from the page's left edge; None: 6 % in, 24 to 72."""
        if px != self._text_left:
            self._text_left = px
            self._fit()

    def set_one_column(self, one: bool) -> None:
        """Centre the measure (one column) or begin at the text's line."""
        if one != self._is_one_column:
            self._is_one_column = one
            self._fit()

    def set_edge(self, *, has_corner: bool, has_line: bool) -> None:
        """Draw the desk in the top left corner of the paper; in flat themes the paper's edge, or only a line above it."""
        if (has_corner, has_line) != (self._has_corner, self._has_line):
            self._has_corner, self._has_line = has_corner, has_line
            self.update()
            self.viewport().update()

    def stay_on_screen(self, px: int) -> None:
        """The page's top edge is *px* lower now: scroll, so that the letters stay where they were, but at the very top."""
        if px and self._follow.target > 0:
            self._follow.jump_to(max(1, self._follow.target + px))

    def measure_px(self) -> int:
        """Return the width of the lines now."""
        return self._margins().measure

    # -- laying out

    def _rebuild(self) -> None:
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(self._style.body)
        self._pictures = Pictures(self._picture_room, document)  # the document that goes may still ask for its own
        margins = self._margins()
        self._built_for = margins.measure
        self._page = build(document, self._shown, self._words, self._style, self._pictures, self._media, margins.measure)
        margins.apply(document)
        self._changed.put_on(document, self._page.places)
        self._bars = None
        self._lit.forget()
        with self._follow.ours():
            self.setLineWrapColumnOrWidth(margins.width)
            self.setExtraSelections([])  # their cursors belong to the document that goes
            document.documentLayout().registerHandler(PICTURE, self._pictures)
            self.setDocument(document)
            self.setCursorWidth(int(self._look.tokens.stroke["caret"]))
        if self._own is not None:
            self._own.deleteLater()
        self._own = document

    def _fit(self) -> None:
        """Lay the same text out for the size the page has now; the reading place stays."""
        if self._own is None:  # nothing was shown yet
            return
        margins = self._margins()
        if margins.are_of(self.document()) and self.lineWrapColumnOrWidth() == margins.width:
            return
        place = self._place()
        if not is_same_shape(self._shown, self._style, self._built_for, margins.measure):
            self._write_anew(place)
            return
        with self._follow.ours():
            margins.apply(self.document())
            self.setLineWrapColumnOrWidth(margins.width)
        self._bars = None
        self._lit.forget()
        self._put_back(place)

    def _picture_room(self) -> QSizeF:
        return self._margins().picture

    def _margins(self) -> Margins:
        size = self.viewport().size()
        return margins_of(self._look, self._style, size, self._text_left, is_one_column=self._is_one_column)

    def _look_changed(self) -> None:
        style = PageStyle.of(self._look)
        self._recolour()
        if style == self._style:
            return
        if self._own is None:
            self._style = style
            return
        place = self._place()
        self._style = style
        self._write_anew(place)

    def _write_anew(self, place: tuple[int, float] | None) -> None:
        """Write the same page for other sizes; caret, light and reading place stay."""
        cursor, at = self.textCursor(), self._page.places.offset_at
        ends = (at(cursor.anchor()), at(cursor.position()))
        was, old = self.document().characterCount(), (cursor.anchor(), cursor.position())
        lit = (self._lit.sentence, self._lit.word, *self._lit.finds)
        spans = [found and (at(found[0]), at(found[1])) for found in lit]
        self._rebuild()
        if self.document().characterCount() != was:  # a table was folded or unfolded: count in the text
            old = self._positions(ends)
            lit = tuple(span and self._positions(span) for span in spans)
            self._lit.light(lit[0], lit[1])
            self._lit.finds = tuple(found for found in lit[2:] if found)
        self._set_cursor(*old)
        self._relight()
        self._put_back(place)

    def _positions(self, ends: tuple[int, int]) -> tuple[int, int]:
        return self._page.places.position_of(ends[0]), self._page.places.position_of(ends[1])

    def _set_cursor(self, anchor: int, position: int) -> None:
        """Set the caret without scrolling."""
        with self._follow.ours():
            before = self.verticalScrollBar().value()
            cursor = QTextCursor(self.document())
            cursor.setPosition(anchor)
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(before)

    def _relight(self) -> None:
        """Colour the letters of what is lit."""

    # -- the reading place

    def _place(self) -> tuple[int, float] | None:
        """Remember a code point of the text and how far from the top of the page it stands; None at the very top."""
        scroll = self.verticalScrollBar().value()
        if scroll == 0:
            return None
        position = self.cursorForPosition(QPoint(self.viewport().width() // 2, 0)).position()
        if self._lit.sentence is not None:
            spoken = (self._lit.word or self._lit.sentence)[0]
            if 0 <= self._line_top(spoken) - scroll < self.viewport().height():
                position = spoken
        offset = self._page.places.offset_at(position)
        return offset, self._line_top(self._page.places.position_of(offset)) - scroll

    def _put_back(self, place: tuple[int, float] | None) -> None:
        if place is None:
            return
        wanted = round(self._line_top(self._page.places.position_of(place[0])) - place[1])
        if self.verticalScrollBar().maximum() < wanted:
            self.document().documentLayout().documentSize()  # lays all of it out, so that the bar has its range
        self._follow.jump_to(wanted)

    def _line_top(self, position: int) -> float:
        block = self.document().findBlock(position)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(position - block.position())
        return top + line.y() if line.isValid() else top

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint paper, bars of quotes and the light, then the letters, then the ring."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.colours.surface)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        for bar in self._quote_bars():
            painter.fillRect(bar, self._look.colours.border)
        width, seen = self.viewport().width(), self._seen(event.rect())
        self._changed.paint(painter, self.document(), self._margins().left, width, seen)
        self._lit.paint(painter, self.document(), width, seen)
        painter.end()
        super().paintEvent(event)
        self._paint_edges()

    def event(self, event: QEvent) -> bool:
        """Carry the paper's edge on above the scroll bar."""
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and self._has_line and self._look.is_flat:
            line = int(self._look.tokens.stroke["region_line_flat"])
            painter = QPainter(self)
            painter.fillRect(QRect(self.viewport().width(), 0, self.width(), line), self._look.colours.border)
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the reading place."""
        with self._follow.ours():
            super().resizeEvent(event)
        self._fit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the text, drawn like the other menus."""
        from pembaca.ui.controls.menu import show_standard_menu

        standard = self.createStandardContextMenu(event.pos())
        show_standard_menu(self._look, standard, self.accessibleName(), event.globalPos(), self)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll and draw all of it: ring and corner stand still."""
        super().scrollContentsBy(dx, dy)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        from PySide6.QtGui import QAccessible  # not at the start: its lists of roles and events take some ms to make

        is_heard = QAccessible.isActive()
        if is_heard:  # Orca 43 drops a focus whose caret event comes first
            QAccessible.setActive(False)
        super().focusInEvent(event)
        if is_heard:
            QAccessible.setActive(True)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _seen(self, rect: QRect) -> tuple[int, int]:
        if not self._lit.finds and not self._changed.spans:
            return 0, 0
        first = self.cursorForPosition(QPoint(0, rect.top() - self._style.line)).position()
        last = self.cursorForPosition(QPoint(self.viewport().width(), rect.bottom() + self._style.line)).position()
        return first, last + 1

    def _quote_bars(self) -> list[QRectF]:
        if self._bars is None:
            self._bars = []
            width = max(4, round(_QUOTE_BAR_EM * self._style.px))
            for start, end in self._page.quotes:
                boxes = line_boxes(self.document(), start, max(end, start + 1))
                if boxes:
                    top = boxes[0].baseline - 0.8 * boxes[0].line
                    bottom = boxes[-1].baseline + 0.2 * boxes[-1].line
                    self._bars.append(QRectF(self._margins().left, top, width, bottom - top))
        return self._bars

    def _paint_edges(self) -> None:
        painter, rect = QPainter(self.viewport()), QRectF(self.viewport().rect())
        if self._has_corner:
            paint_corner(painter, self._look, rect)
        elif self._has_line:
            paint_line(painter, self._look, rect)
        if self.hasFocus():
            paint_ring(painter, self._look, rect, self._look.tokens.radius["sheet" if self._has_corner else "control"])

    def _forbid_sideways(self) -> None:
        """Keep the page from moving sideways where one letter is wider than the measure."""
        if self.horizontalScrollBar().maximum():
            self.horizontalScrollBar().setRange(0, 0)

    def _recolour(self) -> None:
        palette = self._look.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        palette.setColor(QPalette.ColorRole.Window, self._look.colours.surface)
        self.setPalette(palette)
        dress_scroll_bar(self.verticalScrollBar(), self._look)
        self.viewport().update()
