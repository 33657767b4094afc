"""Keep what the person did: marks, places, settings. Writes go off the main thread, in order. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pembaca.errors import PembacaError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pembaca.library.library import Library
    from pembaca.model import ReadingPlace
    from pembaca.presenters.jobs import Jobs
    from pembaca.presenters.telling import Teller
    from pembaca.settings import SettingsStore


class Keeper:
    """The one way by which presenters write; what could not be kept is told, once while it lasts unless the person asked."""

    def __init__(self, library: Library, jobs: Jobs, settings: SettingsStore, teller: Teller) -> None:
        self._library = library
        self._jobs = jobs
        self._settings = settings
        self._teller = teller

    def start(self) -> None:
        """Tell what could not be read of the settings; called once, when the window is tied to the presenters."""
        if self._settings.warning is not None:
            self._teller.tell(self._settings.warning)
            self._settings.warning = None

    def set_read(self, article_id: int, is_read: bool, done: Callable[[], None], *, is_asked: bool = False) -> None:
        """Mark an article as read or new, then call *done*."""
        self.write(lambda: self._library.set_read(article_id, is_read), done, is_asked=is_asked)

    def set_starred(self, article_id: int, is_starred: bool, done: Callable[[], None]) -> None:
        """Star an article or take the star away, because the person asks for it, then call *done*."""
        self.write(lambda: self._library.set_starred(article_id, is_starred), done, is_asked=True)

    def set_place(self, article_id: int, place: ReadingPlace, text: str | None = None) -> None:
        """Keep where reading aloud is in *text*."""
        self.write(lambda: self._library.set_place(article_id, place, text))

    def write(self, change: Callable[[], object], done: Callable[[], None] | None = None, *, is_asked: bool = False) -> None:
        """Change the library after all earlier changes, then call *done*; a fault is told instead."""

        def kept() -> None:
            self._teller.went_well()
            if done is not None:
                done()

        def work() -> None:
            change()

        self._jobs.save(work, lambda error: self._teller.tell(error, is_asked=is_asked), kept)

    def remember(self, **fields: object) -> None:
        """Change settings; those that could not be written hold until the window closes."""
        try:
            self._settings.change(**fields)
        except PembacaError as error:
            self._teller.tell(error)
        else:
            self._teller.went_well(settings=True)

    def failed(self, error: PembacaError) -> None:
        """Tell what went wrong with something that nobody waits for."""
        self._teller.tell(error)
