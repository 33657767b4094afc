"""The panel Suara: loudness, speed, and which voice reads. Shows and asks, decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from pembaca.i18n import tr
from pembaca.ui.controls.button import Button
from pembaca.ui.controls.check import Check
from pembaca.ui.controls.choice import Choice, ChoiceGrid
from pembaca.ui.controls.frame import draw_frame
from pembaca.ui.controls.places import Between, Flow, Grid
from pembaca.ui.controls.sheet import Sheet
from pembaca.ui.controls.words import Words, draw_lines, line_height, widest_word, wrap
from pembaca.ui.icons import draw_icon
from pembaca.ui.look import Look
from pembaca.viewmodel import ToldItem, VoiceItem


class VoicePanel(Sheet):
    """Everything about how it sounds.

    Signals:
        volume_step_requested, speed_step_requested: +1 or -1.
        voice_chosen: the id of the voice, "" for the best one of each language.
        test_requested: the person wants to hear it.
        told_changed: a part of articles, and whether it is to be said.
    """

    volume_step_requested = Signal(int)
    speed_step_requested = Signal(int)
    voice_chosen = Signal(str)
    test_requested = Signal()
    told_changed = Signal(str, bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Suara"), parent)
        self._items: tuple[VoiceItem, ...] = ()
        self._volume = self._make_steps(
            tr("Volume"),
            (tr("Pelan"), tr("Keras")),
            (tr("Suara lebih pelan"), tr("Suara lebih keras")),
            self.volume_step_requested,
        )
        self._speed = self._make_steps(
            tr("Kecepatan"), (tr("Lambat"), tr("Cepat")), (tr("Lebih lambat"), tr("Lebih cepat")), self.speed_step_requested
        )
        self.add_label(tr("Suara pembaca"))
        self.voices = _VoiceGrid(1, ())
        self.add(self.voices)
        self.test = Button(look, tr("Uji suara"), icon="voice_on")
        self.test.clicked.connect(self.test_requested)
        row = Flow()  # as wide as its words, not as the panel: it is no card to choose
        row.hold((self.test,))
        self.add(row, above=12)
        self.add_label(tr("Yang dibacakan"))
        self.told = Grid(1)
        self._checks: tuple[Check, ...] = ()
        self.add(self.told)
        self.finish()

    def show_volume(self, text: str) -> None:
        """Show the loudness in words."""
        self._volume.setText(text)

    def show_speed(self, text: str) -> None:
        """Show the speed in words."""
        self._speed.setText(text)

    def show_voices(self, items: tuple[VoiceItem, ...]) -> None:
        """Show the voices and which one is chosen; the cards are made anew only if the voices are others."""
        if tuple(item.id for item in items) != tuple(item.id for item in self._items):
            group = tr("Suara pembaca")
            cards = tuple(VoiceChoice(self._look, item.id, item.name, group) for item in items)
            self.voices.show_choices(cards)
            for card in cards:
                card.clicked.connect(lambda _checked=False, value=card.value: self.voice_chosen.emit(value))
        self._items = items
        self.voices.show_chosen(next((item.id for item in items if item.is_current), ""))

    def show_told(self, items: tuple[ToldItem, ...]) -> None:
        """Show what of an article is said; the cards are made at the first call."""
        if not self._checks:
            group = tr("Yang dibacakan")
            self._checks = tuple(Check(self._look, item.id, item.name, group) for item in items)
            self.told.hold(self._checks)
            for card in self._checks:
                card.clicked.connect(lambda is_on, what=card.value: self.told_changed.emit(what, is_on))
        for card, item in zip(self._checks, items, strict=True):
            card.setChecked(item.is_on)

    def _make_steps(self, group: str, words: tuple[str, str], names: tuple[str, str], wish: SignalInstance) -> Words:
        self.add_label(group)
        less = Button(self._look, words[0], icon="minus", name=names[0])
        more = Button(self._look, words[1], icon="plus", name=names[1])
        value = Words(self._look, factor=1.15, weight=800, align=Qt.AlignmentFlag.AlignHCenter)
        less.clicked.connect(lambda: wish.emit(-1))
        more.clicked.connect(lambda: wish.emit(1))
        row = Between()
        row.hold((less, value, more))
        self.add(row)
        return value


class _VoiceGrid(ChoiceGrid):
    def show_choices(self, choices: tuple[Choice, ...]) -> None:
        """Hold other cards."""
        for old in self.choices:
            old.setParent(None)
            old.deleteLater()
        self.choices = choices
        self.hold(choices)

    def show_chosen(self, value: str) -> None:
        """Mark the card of that value."""
        if self.choices:
            super().show_chosen(value)


class VoiceChoice(Choice):
    """A card with the name of a voice."""

    def minimumSizeHint(self) -> QSize:
        room = 2 * self._look.ring_room_px
        return QSize(widest_word(self._label, self._font()) + self._extras() + room, self._height(1) + room)

    def heightForWidth(self, width: int) -> int:
        return self._height(len(self._lines(width))) + 2 * self._look.ring_room_px

    def _extras(self) -> int:
        return 2 * self._look.space(16) + self._tick() + self._look.space(8)

    def _tick(self) -> int:
        return self._look.scaled(24)

    def _lines(self, width: int) -> tuple[str, ...]:
        return wrap(self._label, self._font(), max(1, width - 2 * self._look.ring_room_px - self._extras()))

    def _height(self, lines: int) -> int:
        text = lines * line_height(self._look, self._font()) + self._look.space(16)
        return max(self._look.scaled(self._look.tokens.control["button"]), text)

    def _draw_card(self, painter: QPainter, box: QRectF, radius: float) -> None:
        colours, (edge, width) = self._look.colours, self._edge()
        is_lit = self.isChecked() or self.underMouse()
        draw_frame(painter, box, radius, colours.accent_soft if is_lit else colours.surface_raised, edge, width)
        lines = self._lines(self.width())
        height = len(lines) * line_height(self._look, self._font())
        left = box.left() + self._look.space(16)
        words = QRectF(left, box.center().y() - height / 2, box.width() - self._extras(), height)
        draw_lines(painter, self._look, lines, self._font(), colours.text, words)
        if self.isChecked():
            side = self._tick()
            place = QRectF(box.right() - self._look.space(16) - side, box.center().y() - side / 2, side, side)
            draw_icon(painter, "tick", place, colours.accent)
