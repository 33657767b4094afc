"""The column of the list: heading, facts or progress, the rows, or a word where there are none. Shows and asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pembaca.i18n import tr
from pembaca.ui.controls.frame import draw_ring, frame_of
from pembaca.ui.controls.pressable import Pressable
from pembaca.ui.controls.progress import ProgressLine
from pembaca.ui.controls.words import Words, draw_lines, line_height, wrap
from pembaca.ui.listing.view import ArticleList

if TYPE_CHECKING:
    from pembaca.ui.look import Look

_LEFT, _RIGHT, _TOP = 28, 16, 3
_BELOW, _BELOW_LOW = 12, 8  # between heading and rows: the bar of progress has room there, so that no row moves
_LOW = 360
_PROGRESS, _PROGRESS_LOW = 10, 6
_SIGN = 20


class FeedHeading(Pressable):
    """The list's heading; a button while there is more than one feed to choose from."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._is_low = False
        self._words = ""
        self.can_choose = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_low(self, low: bool) -> None:
        """Use the small bold letters of a low list."""
        self._is_low = low

    def set_words(self, choices: tuple[str, ...], width: int) -> None:
        """Show the first of *choices* that takes one line, else the last; the first is spoken."""
        self.setAccessibleName(choices[0])
        fitting = (words for words in choices if self._set(words) and len(self._lines(width)) == 1)
        next(fitting, None)

    def words_font(self) -> QFont:
        """Return the letters in force."""
        return self._look.font(1.0, 700) if self._is_low else self._look.font(self._look.tokens.chrome.heading, 800)

    def height_for(self, width: int) -> int:
        """Return the height at *width*: every word of it is shown; a button is at least 48 high."""
        high = len(self._lines(width)) * line_height(self._look, self.words_font())
        least = self._look.scaled(self._look.tokens.control["target_min"]) if self.can_choose else 0
        return max(high, least) + 2 * self._look.ring_room_px

    def sizeHint(self) -> QSize:
        """Return the wish for a width; ``height_for`` says the height."""
        return QSize(self._look.scaled(240), self.height_for(self._look.scaled(240)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, a sign that there is a choice, the ring."""
        look, painter = self._look, QPainter(self)
        font, lines, box = self.words_font(), self._lines(self.width()), frame_of(self, self._look)
        high = len(lines) * line_height(look, font)
        top = box.top() + (box.height() - high) / 2
        colour = look.colours.accent if self.isDown() else look.colours.text
        draw_lines(painter, look, lines, font, colour, QRectF(box.left(), top, box.width(), high))
        if self.can_choose:
            size = look.scaled(_SIGN)
            pen = QPen(colour, max(2.5, size / 8), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(pen)
            right, middle = box.right() - 8, box.center().y()
            painter.drawPolyline(
                [
                    QPointF(right - size * 0.7, middle - size * 0.17),
                    QPointF(right - size * 0.35, middle + size * 0.18),
                    QPointF(right, middle - size * 0.17),
                ]
            )
        draw_ring(painter, self, look, look.tokens.radius["control"])

    def _set(self, words: str) -> bool:
        self._words = words
        self.setText(words.replace("&", "&&"))  # Qt would make an Alt key of a single one
        return True

    def _lines(self, width: int) -> tuple[str, ...]:
        room = width - 2 * self._look.ring_room_px - (self._look.scaled(_SIGN) + 12 if self.can_choose else 0)
        return wrap(self._words, self.words_font(), max(1, room))


class ListPane(QWidget):
    """The list and what stands above it.

    Signals:
        heading_requested: the person wants to choose another feed.
    """

    heading_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._heading, self._facts = "", ""
        self._progress_text: str | None = None
        self._is_low = False
        secondary = lambda: look.colours.text_secondary  # noqa: E731
        self.heading = FeedHeading(look, self)
        self.facts = Words(look, factor=look.tokens.chrome.small, colour=secondary, parent=self)
        self.progress = ProgressLine(look, _PROGRESS, self, is_round=True)
        self.list = ArticleList(look, self)
        self.empty = Words(look, factor=1.0, colour=secondary, parent=self)
        self.heading.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.heading.clicked.connect(self._pressed)
        self.progress.hide()
        self.empty.hide()
        look.changed.connect(self._place)
        QWidget.setTabOrder(self.heading, self.list)

    def set_heading(self, text: str, facts: str, *, can_choose: bool = False) -> None:
        """Show the heading and the facts under it; *can_choose* makes the heading a button."""
        self._heading, self._facts = text, facts
        self.heading.can_choose = can_choose
        self.heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus if can_choose else Qt.FocusPolicy.NoFocus)
        self.heading.setAccessibleDescription(tr("Pilih sumber") if can_choose else "")
        self._place()

    def set_progress(self, done: int, total: int, text: str | None) -> None:
        """Show how far fetching is, in words in the place of the facts and in a bar above the rows; None takes it away.

        A *total* of 0 is not known yet. No row moves when it comes or goes.
        """
        self.progress.setVisible(text is not None)
        self.progress.set_part(done / total if total else 0.0)
        self.progress.set_unknown(not total)
        self._progress_text = text
        self._place()

    def set_empty(self, text: str) -> None:
        """Show *text* where the rows would be; "" shows the rows."""
        self.empty.setText(text)
        self.empty.setVisible(bool(text))
        self.list.setVisible(not text)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._place()

    def _heading_words(self, below: str) -> tuple[str, ...]:
        if not (self._is_low and below):
            return (self._heading,)
        return f"{self._heading} · {below}", f"{self._heading} · {below.split(' · ')[0]}", self._heading

    def _pressed(self) -> None:
        if self.heading.can_choose:
            self.heading_requested.emit()

    def _place(self) -> None:
        look, room = self._look, self._look.ring_room_px
        self._is_low = 0 < self.height() < _LOW
        below = self._facts if self._progress_text is None else self._progress_text
        self.heading.set_low(self._is_low)
        self.facts.setText("" if self._is_low else below)
        self.facts.setVisible(bool(self.facts.text()))
        left, width = look.space(_LEFT), max(1, self.width() - look.space(_LEFT) - look.space(_RIGHT))
        y = _TOP if not self.heading.can_choose else 0
        self.heading.set_words(self._heading_words(below), width + 2 * room)
        high = self.heading.height_for(width + 2 * room)
        self.heading.setGeometry(left - room, y, width + 2 * room, high)
        y += high - (0 if self.heading.can_choose else room)
        if self.facts.text():
            self.facts.setGeometry(left, y, width, self.facts.heightForWidth(width))
            y += self.facts.height()
        self.progress.setGeometry(left, y + 1, width, _PROGRESS_LOW if self._is_low else _PROGRESS)
        y += _BELOW_LOW if self._is_low else _BELOW
        rest = max(0, self.height() - y)
        self.list.setGeometry(QRect(6, y, max(1, self.width() - 10), rest))
        self.empty.setGeometry(left, y + look.space(16), width, min(rest, self.empty.heightForWidth(width)))
