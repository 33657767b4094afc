"""Draw one row of the list: card, mark, title, states with their signs, finds, ring. Draws only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from pembaca.ui.icons import draw_icon, draw_pie
from pembaca.ui.listing.model import ITEM
from pembaca.ui.listing.row import MARK_COLUMN, RIGHT, Letters, Line, Piece, Row, RowFonts, card_of, lay_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from pembaca.ui.look import Look
    from pembaca.viewmodel import ArticleItem

_DOT, _MARK_RADIUS, _MARK_SIDE_EM = 13, 0.14, 0.08


class ArticleDelegate(QStyledItemDelegate):
    """Draws rows in the width that ``set_width`` gave; keeps what it has laid out.

    Asks the view what the person does with a row, not ``option.state``: for that, PySide makes all names of QStyle, 5 ms of
    the window's start.
    """

    def __init__(self, look: Look, view: QAbstractItemView, has_ring: Callable[[], bool]) -> None:
        super().__init__(view)
        self._look, self._view, self._has_ring = look, view, has_ring
        self._width = 0
        self._rows: dict[int, tuple[ArticleItem, Row]] = {}
        self._fonts = RowFonts(look)
        self._hint_room = 2 * look.ring_room_px
        look.changed.connect(self._relook)

    def set_width(self, px: int) -> bool:
        """Take over the width of rows; True if it is another now."""
        if px == self._width:
            return False
        self._width = px
        self._rows.clear()
        return True

    def keeps_height(self, item: ArticleItem) -> bool:
        """Say whether the row of *item* is as high as it was drawn last."""
        kept = self._rows.get(item.id)
        return kept is not None and kept[1].height == self._row(item).height

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the row's size, room for the ring included."""
        item = index.data(ITEM)
        return QSize(self._width, self._row(item).height + self._hint_room) if item else QSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw the row."""
        item = index.data(ITEM)
        if item is None:
            return
        rect = QRectF(option.rect)
        rect.setWidth(self._width)
        card = card_of(rect, self._look)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_card(painter, card, index)
        if item.is_new:
            self._draw_dot(painter, card, self._row(item))
        self._draw_words(painter, card, item, self._row(item))
        if self._has_ring() and self._view.currentIndex() == index:
            self._draw_ring(painter, rect)
        painter.restore()

    def _relook(self) -> None:
        self._rows.clear()
        self._fonts = RowFonts(self._look)
        self._hint_room = 2 * self._look.ring_room_px

    def _row(self, item: ArticleItem) -> Row:
        kept = self._rows.get(item.id)
        if kept is not None and kept[0] is item:
            return kept[1]
        look = self._look
        text = self._width - 2 * look.ring_room_px - look.scaled(MARK_COLUMN) - look.space(RIGHT)
        row = lay_out(item, self._fonts, max(1, text))
        self._rows[item.id] = (item, row)
        return row

    def _is_under_mouse(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        viewport = self._view.viewport()
        return viewport.underMouse() and self._view.indexAt(viewport.mapFromGlobal(QCursor.pos())) == index

    def _draw_card(self, painter: QPainter, card: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        colours, radius = self._look.colours, self._look.tokens.radius["control"]
        is_chosen = self._view.selectionModel().isSelected(index)
        if not is_chosen and not self._is_under_mouse(index):
            return
        path = QPainterPath()
        path.addRoundedRect(card, radius, radius)
        painter.fillPath(path, colours.accent_soft if is_chosen else colours.surface_raised)
        if is_chosen:
            painter.setClipPath(path)
            bar = QRectF(card.left(), card.top(), self._look.tokens.stroke["selected_bar"], card.height())
            painter.fillRect(bar, colours.accent)
            painter.setClipping(False)

    def _draw_dot(self, painter: QPainter, card: QRectF, row: Row) -> None:
        size = self._look.scaled(_DOT)
        first = row.titles[0] if row.titles else Line(card.height() / 2, 0, "")
        centre_x = card.left() + self._look.scaled(MARK_COLUMN) / 2 + 1
        centre_y = card.top() + first.top + first.height / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colours.unread_mark)
        painter.drawEllipse(QRectF(centre_x - size / 2, centre_y - size / 2, size, size))

    def _draw_words(self, painter: QPainter, card: QRectF, item: ArticleItem, row: Row) -> None:
        left, text = card.left() + self._look.scaled(MARK_COLUMN), self._look.colours.text
        for line in row.titles:
            self._draw_line(painter, left, card.top(), line, self._fonts.titles[item.is_new], text)
        for line in row.snippets:
            self._draw_line(painter, left, card.top(), line, self._fonts.snippet, text)
        for piece in row.pieces:
            self._draw_piece(painter, left + piece.left, card.top() + piece.top, piece, item.heard)

    def _draw_line(self, painter: QPainter, left: float, top: float, line: Line, letters: Letters, colour: QColor) -> None:
        baseline = round(top + line.top + letters.baseline(line.height))
        em, colours = letters.px, self._look.colours
        for low, high in line.marks:
            box = QRectF(left + low - _MARK_SIDE_EM * em, baseline - 0.84 * em, 0, 1.14 * em)
            box.setWidth(high - low + 2 * _MARK_SIDE_EM * em)
            path = QPainterPath()
            path.addRoundedRect(box, _MARK_RADIUS * em, _MARK_RADIUS * em)
            painter.fillPath(path, colours.highlight_sentence)
            foot = QPainterPath()
            foot.addRect(box.adjusted(0, box.height() - max(3, round(0.1 * em)), 0, 0))
            painter.fillPath(path.intersected(foot), colours.highlight_sentence_edge)
        painter.setFont(letters.font)
        painter.setPen(colour)
        painter.drawText(round(left), baseline, line.text)

    def _draw_piece(self, painter: QPainter, left: float, top: float, piece: Piece, heard: float) -> None:
        colours, state, letters = self._look.colours, piece.state, self._fonts.of_state(piece.state)
        colour = colours.text_secondary
        if state is not None:
            colour = colours.text if state.is_bold else colours.link if state.is_accent else colour
        if state is not None and state.sign:
            size = round(letters.px * 1.05)
            box = QRectF(round(left), round(top + (self._fonts.meta_line - size) / 2), size, size)
            if state.sign == "pie":
                draw_pie(painter, heard, box, colour)
            else:
                draw_icon(painter, state.sign, box, colour)
            left += self._fonts.sign_px(state)
        painter.setFont(letters.font)
        painter.setPen(colour)
        painter.drawText(round(left), round(top + letters.baseline(self._fonts.meta_line)), piece.text)

    def _draw_ring(self, painter: QPainter, rect: QRectF) -> None:
        look = self._look
        ring, gap = look.focus_px, look.tokens.stroke["focus_gap"]
        radius = look.tokens.radius["control"] + gap + ring / 2
        painter.setPen(QPen(look.colours.focus, ring))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2), radius, radius)
