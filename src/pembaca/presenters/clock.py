"""Tell once that the computer's clock is behind the newest news. No Qt; main thread only."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Protocol

from pembaca.i18n import tr
from pembaca.presenters import dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from pembaca.library.library import Library

_BEHIND: Final = timedelta(days=1)  # less may be a zone, or an hour put right


class ClockWindow(Protocol):
    """Shows words until they are put away, and tells them to a screen reader."""

    def show_fault(self, title: str, sentence: str) -> None: ...


class ClockPresenter:
    """Looks whether the clock went back behind what is stored. Nothing is lost by it: no article is let go, none is moved."""

    def __init__(self, library: Library, moment: Callable[[], datetime], window: ClockWindow) -> None:
        self._library = library
        self._moment = moment
        self._window = window
        self._is_told = False

    def look(self) -> None:
        """Tell it if it is so and was not told since it became so; called at the start and every few seconds."""
        newest, now = self._library.upkeep.clock() or self._library.last_refresh(), self._moment()
        is_behind = newest is not None and newest - now > _BEHIND
        if newest is not None and is_behind and not self._is_told:
            self._window.show_fault(*words(newest))
        self._is_told = is_behind


def words(newest: datetime) -> tuple[str, str]:
    """Say in a title and a sentence that the clock is behind *newest*."""
    when = dates.full_moment(newest.astimezone())
    return tr("Jam komputer mundur: berita terakhir diambil pada {when}.", when=when).rstrip("."), tr(
        "Periksa tanggal dan jam komputer ini. Artikel, bintang, dan tanda baca tetap ada."
    )
