"""Keep what the person did: marks, places, settings. Writes go off the main thread, in order. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from pembaca.errors import PembacaError
from pembaca.library.library import Library
from pembaca.model import ReadingPlace
from pembaca.presenters import messages
from pembaca.presenters.jobs import Jobs
from pembaca.settings import SettingsStore


class Keeper:
    """The one way by which presenters write; what could not be kept is told once, in words."""

    def __init__(self, library: Library, jobs: Jobs, settings: SettingsStore) -> None:
        self._library = library
        self._jobs = jobs
        self._settings = settings

    def attach(self, say: Callable[[str], None]) -> None:
        """Take the way to tell the person; called once, before anything else."""
        self._say = say

    def set_read(self, article_id: int, is_read: bool, done: Callable[[], None]) -> None:
        """Mark an article as read or new, then call *done*."""
        self._jobs.save(lambda: self._library.set_read(article_id, is_read), self._not_kept, done)

    def set_starred(self, article_id: int, is_starred: bool, done: Callable[[], None]) -> None:
        """Star an article or take the star away, then call *done*."""
        self._jobs.save(lambda: self._library.set_starred(article_id, is_starred), self._not_kept, done)

    def set_place(self, article_id: int, place: ReadingPlace) -> None:
        """Keep where reading aloud is."""
        self._jobs.save(lambda: self._library.set_place(article_id, place), self._not_kept)

    def remember(self, **fields: object) -> None:
        """Change settings; those that could not be written hold until the window closes."""
        try:
            self._settings.change(**fields)
        except PembacaError as error:
            self._not_kept(error)

    def _not_kept(self, error: PembacaError) -> None:
        self._say(messages.of(error).whole)
