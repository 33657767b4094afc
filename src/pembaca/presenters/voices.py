"""The panel of the voice: loudness, speed and which voice. No Qt; main thread only."""

from __future__ import annotations

from typing import Protocol

from pembaca.i18n import tr
from pembaca.presenters import wording
from pembaca.presenters.reader import ReaderPresenter
from pembaca.settings import SettingsStore
from pembaca.viewmodel import VoiceItem


class VoicesView(Protocol):
    """The panel."""

    def show_volume(self, text: str) -> None: ...
    def show_speed(self, text: str) -> None: ...
    def show_voices(self, items: tuple[VoiceItem, ...]) -> None: ...


class VoicesPresenter:
    """Changes the voice while it speaks."""

    def __init__(self, reader: ReaderPresenter, settings: SettingsStore) -> None:
        self._reader = reader
        self._settings = settings

    def attach(self, view: VoicesView) -> None:
        """Take the view; called once, before anything else."""
        self._view = view

    def show(self) -> None:
        """Fill the panel; called whenever it opens."""
        settings = self._settings.current
        self._view.show_volume(tr("{volume} dari 100", volume=settings.volume))
        self._view.show_speed(wording.speed(settings.rate_wpm))
        best = VoiceItem("", tr("Suara terbaik untuk setiap bahasa"), not settings.voice)
        offered = tuple(VoiceItem(voice.id, voice.name, voice.id == settings.voice) for voice in self._reader.voices())
        self._view.show_voices((best, *offered))

    def change_volume(self, steps: int) -> None:
        """Louder or softer."""
        self._reader.change_volume(steps)
        self.show()

    def change_rate(self, steps: int) -> None:
        """Faster or slower."""
        self._reader.change_rate(steps)
        self.show()

    def choose(self, voice_id: str) -> None:
        """Speak with that voice from now on."""
        self._reader.choose_voice(voice_id)
        self.show()
