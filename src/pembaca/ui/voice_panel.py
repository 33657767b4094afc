"""The panel Suara: loudness, speed, and which voice reads. Shows and asks, decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance

from pembaca.i18n import tr
from pembaca.ui.controls.button import Button
from pembaca.ui.controls.check import Check
from pembaca.ui.controls.places import Between, Flow, Grid
from pembaca.ui.controls.sheet import Sheet
from pembaca.ui.controls.word_choice import WordChoices
from pembaca.ui.controls.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

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
        self.voices = WordChoices(look, tr("Suara pembaca"), 1)
        self.voices.chosen.connect(self.voice_chosen)
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
        """Show the voices and which one is chosen."""
        self.voices.show_choices(items)
        self.order_tabs()

    def show_told(self, items: tuple[ToldItem, ...]) -> None:
        """Show what of an article is said; the cards are made at the first call."""
        if not self._checks:
            group = tr("Yang dibacakan")
            self._checks = tuple(Check(self._look, item.id, item.name, group) for item in items)
            self.told.hold(self._checks)
            for card in self._checks:
                card.clicked.connect(lambda is_on, what=card.value: self.told_changed.emit(what, is_on))
            self.order_tabs()
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
