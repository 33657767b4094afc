"""Cards with a word or two of which one is chosen: a voice, an interval, how much is kept. They decide nothing."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal

from pembaca.ui.controls.choice import Choice, ChoiceGrid
from pembaca.ui.controls.words import draw_lines, line_height, widest_word, wrap
from pembaca.ui.icons import draw_icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from pembaca.ui.look import Look
    from pembaca.viewmodel import ChoiceItem, VoiceItem

_SIDE = 12  # from the frame to the words


class WordChoice(Choice):
    """A card with words, and a tick if it is chosen."""

    def minimumSizeHint(self) -> QSize:
        room = 2 * self._look.ring_room_px
        return QSize(widest_word(self._label, self._font()) + self._extras() + room, self._height(1) + room)

    def heightForWidth(self, width: int) -> int:
        return self._height(len(self._lines(width))) + 2 * self._look.ring_room_px

    def _extras(self) -> int:
        return 2 * self._look.space(_SIDE) + self._tick() + self._look.space(4)

    def _tick(self) -> int:
        return self._look.scaled(20)

    def _lines(self, width: int) -> tuple[str, ...]:
        return wrap(self._label, self._font(), max(1, width - 2 * self._look.ring_room_px - self._extras()))

    def _height(self, lines: int) -> int:
        text = lines * line_height(self._look, self._font()) + self._look.space(16)
        return max(self._look.scaled(self._look.tokens.control["button"]), text)

    def _draw_card(self, painter: QPainter, box: QRectF, radius: float) -> None:
        super()._draw_card(painter, box, radius)
        lines = self._lines(self.width())
        height = len(lines) * line_height(self._look, self._font())
        left = box.left() + self._look.space(_SIDE)
        words = QRectF(left, box.center().y() - height / 2, box.width() - self._extras(), height)
        draw_lines(painter, self._look, lines, self._font(), self._look.colours.text, words)
        if self.isChecked():
            side = self._tick()
            place = QRectF(box.right() - self._look.space(_SIDE) - side, box.center().y() - side / 2, side, side)
            draw_icon(painter, "tick", place, self._look.colours.accent)


class WordChoices(ChoiceGrid):
    """A group of such cards in rows that are as even as possible. ``label`` is the name of the group.

    Signals:
        chosen: the id of the item that the person chose.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, label: str, columns: int) -> None:
        super().__init__(columns, ())
        self._look, self._label = look, label
        look.changed.connect(self._redress)
        self._redress()

    def show_choices(self, items: Sequence[ChoiceItem | VoiceItem]) -> None:
        """Show these, and which one holds; a card stays as long as its item, so that the focus has no reason to go."""
        cards = {choice.value: choice for choice in self.choices}
        self.choices = tuple(cards.pop(item.id) if item.id in cards else self._make(item) for item in items)
        self.hold(self.choices)
        for gone in cards.values():
            gone.setParent(None)
            gone.deleteLater()
        if self.choices:
            self.show_chosen(next((item.id for item in items if item.is_current), ""))

    def columns(self, width: int) -> int:
        most = super().columns(width)
        return math.ceil(len(self.choices) / math.ceil(len(self.choices) / most)) if self.choices else most

    def _make(self, item: ChoiceItem | VoiceItem) -> WordChoice:
        card = WordChoice(self._look, item.id, item.name, self._label)
        card.clicked.connect(lambda: self.chosen.emit(item.id))
        return card

    def _redress(self) -> None:
        room = self._look.ring_room_px
        self.set_gap(max(room, self._look.space(6)) - 2 * room)
