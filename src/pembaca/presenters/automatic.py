"""How often news are fetched without being asked for, as one choice. No Qt; main thread only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from pembaca.i18n import tr, trn
from pembaca.settings import AT_START, NEVER, SettingsStore
from pembaca.viewmodel import ChoiceItem

if TYPE_CHECKING:
    from pembaca.presenters.keeping import Keeper

_OFFERED: Final = (NEVER, AT_START, 15, 30, 60, 180)  # minutes


class AutomaticView(Protocol):
    """Shows the choice."""

    def show_choices(self, items: tuple[ChoiceItem, ...]) -> None: ...


class AutomaticPresenter:
    """Shows and keeps how often; what somebody wrote into the settings stands among the offers as long as the window."""

    def __init__(self, settings: SettingsStore, keeper: Keeper) -> None:
        self._settings = settings
        self._keeper = keeper
        self._offered = set(_OFFERED)

    def attach(self, view: AutomaticView) -> None:
        """Take the view; called once, before anything else."""
        self._view = view

    def show(self) -> None:
        """Show what is set."""
        current = self._settings.current.refresh_minutes
        self._offered.add(current)
        self._view.show_choices(tuple(ChoiceItem(str(one), how_often(one), one == current) for one in sorted(self._offered)))

    def choose(self, minutes: str) -> None:
        """Keep what was chosen."""
        self._keeper.remember(refresh_minutes=int(minutes))
        self.show()


def how_often(minutes: int) -> str:
    """Say how often, beginning with a capital letter."""
    if minutes == NEVER:
        return tr("Tidak")
    if minutes == AT_START:
        return tr("Saat dibuka")
    if minutes == 60:
        return tr("Tiap jam")
    if minutes % 60 == 0:
        return trn("Tiap {n} jam", "Tiap {n} jam", minutes // 60)
    return trn("Tiap {n} menit", "Tiap {n} menit", minutes)
