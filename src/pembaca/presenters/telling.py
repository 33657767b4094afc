"""Tell the person what went wrong, seen and heard, and the same thing only once while it lasts. No Qt; main thread only."""

from __future__ import annotations

from typing import Protocol

from pembaca.errors import PembacaError, SettingsError, Unexpected
from pembaca.presenters import messages


class FaultView(Protocol):
    """Shows a fault until it is put away, and tells it to a screen reader."""

    def show_fault(self, title: str, sentence: str) -> None: ...


class Teller:
    """Remembers what it has told: a disk that is full must not be told again at every sentence."""

    def __init__(self) -> None:
        self._told: dict[str, bool] = {}

    def attach(self, view: FaultView) -> None:
        """Take the view; called once, before anything else."""
        self._view = view

    def tell(self, error: PembacaError, *, is_asked: bool = False) -> None:
        """Tell an error that was not told since such a thing went well; with *is_asked*, the person waits for it, in any case."""
        message = messages.of(error)
        if is_asked or message.title not in self._told:
            self._told[message.title] = isinstance(error, SettingsError)
            self._view.show_fault(message.title, message.sentence)

    def tell_uncaught(self, error: BaseException) -> None:
        """Tell an error that no one caught: an expected one by its own words, any other as a fault of the program."""
        self.tell(error if isinstance(error, PembacaError) else Unexpected(str(error)))

    def went_well(self, *, settings: bool = False) -> None:
        """Something could be kept (in the library, or of the settings): its next fault is news again."""
        self._told = {title: was_settings for title, was_settings in self._told.items() if was_settings != settings}
