"""The parts of the reading bar, and the room each of them needs for its longest words. Places nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from pembaca.i18n import tr, trn
from pembaca.ui.controls.button import Button
from pembaca.ui.controls.progress import ProgressLine
from pembaca.ui.controls.words import TwoLines

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pembaca.ui.bar_plan import Part
    from pembaca.ui.icons import IconName
    from pembaca.ui.look import Look
    from pembaca.viewmodel import Place

_MANY = 888  # sentences: three wide digits


class BarParts:
    """Makes the parts as children of *bar*, in the order of Tab."""

    def __init__(self, look: Look, bar: QWidget) -> None:
        self._look, self._bar = look, bar
        self._measured: dict[Part, int] | None = None
        look.changed.connect(self._forget)
        self.progress = ProgressLine(look, int(look.tokens.stroke["progress"]), bar)
        self.place = TwoLines(look)
        self.follow = Button(look, tr("Ke suara"), icon="follow", parent=bar)
        self.previous = self._stacked(tr("Sebelumnya"), "previous", tr("Kalimat sebelumnya"))
        words = (tr("Bacakan"), tr("Jeda"), tr("Lanjutkan"))
        self.play = Button(look, words[0], icon="play", kind="play", reserve=words, parent=bar)
        self.next = self._stacked(tr("Berikutnya"), "next", tr("Kalimat berikutnya"))
        self.stop = self._stacked(tr("Henti"), "stop")
        self.slower = self._stacked(tr("Lambat"), "minus", tr("Lebih lambat"))
        self.speed = TwoLines(look, is_first_strong=False, align=Qt.AlignmentFlag.AlignHCenter)
        self.faster = self._stacked(tr("Cepat"), "plus", tr("Lebih cepat"))
        self.more = self._stacked(tr("Lainnya"), "more")
        self.follow_small = self._stacked(tr("Ke suara"), "follow")
        self.place.setParent(bar)
        self.speed.setParent(bar)

    def by_name(self) -> dict[Part, QWidget]:
        """Return the parts that an arrangement places, in the order of Tab."""
        return {
            "place": self.place,
            "previous": self.previous,
            "play": self.play,
            "next": self.next,
            "stop": self.stop,
            "slower": self.slower,
            "speed": self.speed,
            "faster": self.faster,
            "more": self.more,
        }

    def all(self) -> tuple[QWidget, ...]:
        """Return everything that can be shown or hidden."""
        return (*self.by_name().values(), self.follow, self.follow_small)

    def show_place(self, place: Place, *, is_short: bool) -> None:
        """Write where reading is, long or short."""
        self.place.show_lines(*(_halves(place.short) if is_short else (place.first, place.second)))

    def frame_width(self, button: Button) -> int:
        """Return the px that the frame of *button* needs."""
        return button.sizeHint().width() - 2 * self._look.ring_room_px

    def frame_height(self, button: Button) -> int:
        """Return the height of the frame of *button*, px."""
        return button.sizeHint().height() - 2 * self._look.ring_room_px

    def widths(self, place: Place, speed: str) -> dict[Part, int]:
        """Return the px each part needs, now and with the words it may show later."""
        widths = dict(self._usual_widths())
        widths["speed"] = max(widths["speed"], self.speed.width_of("", speed))
        widths["place"] = max(widths["place"], self.place.width_of(place.first, place.second))
        return widths

    def _usual_widths(self) -> dict[Part, int]:
        """Measure once for each look: this is asked at every sentence."""
        if self._measured is None:
            widths = {part: self.frame_width(widget) for part, widget in self.by_name().items() if isinstance(widget, Button)}
            widths["more"] = max(widths["more"], self.frame_width(self.follow_small))
            widths["speed"] = self.speed.width_of(tr("Kecepatan"), tr("{number} kali", number="0,00"))
            usual = (self.place.width_of(*pair) for pair in _usual_places())
            widths["place"] = max(self.frame_width(self.follow), *usual)
            self._measured = widths
        return self._measured

    def _forget(self) -> None:
        self._measured = None

    def short_place_width(self, place: Place) -> int:
        """Return the px that the short place, or *Ke suara* in its place, needs: icon over word."""
        usual = self.place.width_of(*_halves(tr("Kalimat {number}\ndari {count}", number=_MANY, count=_MANY)))
        return max(self.frame_width(self.follow_small), self.place.width_of(*_halves(place.short)), usual)

    def _stacked(self, text: str, icon: IconName, name: str = "") -> Button:
        return Button(self._look, text, icon=icon, kind="stacked", name=name, parent=self._bar)


def _usual_places() -> tuple[tuple[str, str], ...]:
    """Return the widest places met in reading, so that the bar keeps its shape while the numbers grow."""
    left = f"{trn('{n} menit', '{n} menit', 2)} {trn('{n} detik', '{n} detik', 50)}"
    return (
        (tr("Kalimat {number} dari {count}", number=_MANY, count=_MANY), tr("sisa {time}", time=left)),
        (tr("Belum ada artikel"), tr("Tidak ada yang dibacakan")),
    )


def _halves(text: str) -> tuple[str, str]:
    first, _break, second = text.partition("\n")
    return first, second
