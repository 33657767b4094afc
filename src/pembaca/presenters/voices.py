"""How it sounds: loudness, speed, which voice, and a sentence to try it with. No Qt; main thread only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pembaca.document import Document
from pembaca.i18n import current, tr
from pembaca.presenters import wording
from pembaca.settings import MAX_RATE_WPM, MIN_RATE_WPM, TOLD, SettingsStore
from pembaca.viewmodel import ToldItem, VoiceItem

if TYPE_CHECKING:
    from collections.abc import Callable

    from pembaca.presenters.keeping import Keeper
    from pembaca.services.reading import Reading
    from pembaca.speech.utterance import Script

_RATE_STEP_WPM = 20  # one press is 0.1 of the usual rate
_VOLUME_STEP = 10


class VoicesView(Protocol):
    """The panel."""

    def show_volume(self, text: str) -> None: ...
    def show_speed(self, text: str) -> None: ...
    def show_voices(self, items: tuple[VoiceItem, ...]) -> None: ...
    def show_told(self, items: tuple[ToldItem, ...]) -> None: ...


class SpeedView(Protocol):
    """The reading bar, which shows the speed too."""

    def set_speed_text(self, text: str) -> None: ...


class VoicesPresenter:
    """Changes the voice while it speaks."""

    def __init__(
        self,
        reading: Reading,
        prepare: Callable[[Document], Script],
        keeper: Keeper,
        settings: SettingsStore,
        prepare_anew: Callable[[], None],
    ) -> None:
        self._reading = reading
        self._prepare = prepare
        self._keeper = keeper
        self._settings = settings
        self._prepare_anew = prepare_anew

    def attach(self, bar: SpeedView, say: Callable[[str], None]) -> None:
        """Take the views; called once, before anything else."""
        self._panel: VoicesView | None = None
        self._bar, self._say = bar, say
        self._bar.set_speed_text(wording.speed(self._settings.current.rate_wpm))

    def attach_panel(self, panel: VoicesView) -> None:
        """Take the panel, which is made when it is first wanted."""
        self._panel = panel

    def show(self) -> None:
        """Fill the panel, if it was ever wanted; called whenever it opens or something changed."""
        if self._panel is None:
            return
        settings = self._settings.current
        self._panel.show_volume(tr("{volume} dari 100", volume=settings.volume))
        self._panel.show_speed(wording.speed(settings.rate_wpm))
        best = VoiceItem("", tr("Suara terbaik untuk setiap bahasa"), not settings.voice)
        offered = tuple(VoiceItem(voice.id, voice.name, voice.id == settings.voice) for voice in self._reading.voices())
        self._panel.show_voices((best, *offered))
        names = _told_names()
        self._panel.show_told(tuple(ToldItem(what, names[what], what in settings.told) for what in TOLD))

    def change_volume(self, steps: int) -> None:
        """Make it louder, or softer."""
        volume = max(0, min(100, self._settings.current.volume + steps * _VOLUME_STEP))
        self._keeper.remember(volume=volume)
        self._reading.set_volume(volume)
        self._say(tr("Volume {volume} dari 100", volume=volume))
        self.show()

    def change_rate(self, steps: int) -> None:
        """Read faster, or slower, by a tenth of the usual speed for each step."""
        rate = max(MIN_RATE_WPM, min(MAX_RATE_WPM, self._settings.current.rate_wpm + steps * _RATE_STEP_WPM))
        self._keeper.remember(rate_wpm=rate)
        self._reading.set_rate(rate)
        self._bar.set_speed_text(wording.speed(rate))
        self._say(tr("Kecepatan {speed}", speed=wording.speed(rate)))
        self.show()

    def choose(self, voice_id: str) -> None:
        """Speak with that voice from now on."""
        self._keeper.remember(voice=voice_id)
        self._reading.set_voice(voice_id)
        self.show()

    def tell(self, what: str, is_on: bool) -> None:
        """Say that part of articles from now on, or pass it over; the open article is prepared anew."""
        told = self._settings.current.told
        self._keeper.remember(told=tuple(part for part in TOLD if (is_on if part == what else part in told)))
        self._prepare_anew()
        self.show()

    def try_out(self) -> None:
        """Look for voice and sound once more if they are missing, and say a short sentence."""
        words = tr("Ini suara Pembaca. Tekan Spasi untuk membacakan artikel.")
        self._reading.try_out(self._prepare(Document(words, language=current())).utterances[0])


def _told_names() -> dict[str, str]:
    return {
        "headings": tr("Sebutkan judul bagian"),
        "lists": tr("Sebutkan daftar dan nomor butir"),
        "quotes": tr("Sebutkan awal dan akhir kutipan"),
        "images": tr("Bacakan keterangan gambar"),
        "tables": tr("Bacakan tabel dengan nama kolomnya"),
        "links": tr("Sebutkan tautan"),
        "credits": tr("Bacakan penulis, tanggal, dan kredit"),
    }
