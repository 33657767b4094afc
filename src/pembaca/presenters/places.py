"""Where an article is read on: kept while it is read, carried over when its text changes. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pembaca.library.places import moved
from pembaca.model import ReadingPlace

if TYPE_CHECKING:
    from pembaca.document import Document
    from pembaca.library.library import Library
    from pembaca.presenters.keeping import Keeper


class Places:
    """The places of stored articles; samples, whose numbers are negative, have none."""

    def __init__(self, library: Library, keeper: Keeper) -> None:
        self._library = library
        self._keeper = keeper

    def stored(self, article_id: int, document: Document) -> int:
        """Return the place in an article that is opened: its beginning if it was heard to the end."""
        place = self._library.place(article_id) if article_id > 0 else None
        return 0 if place is None else _begun(place.offset, document)

    def keep(self, article_id: int, document: Document, offset: int, *, is_finished: bool) -> None:
        """Keep the place; the beginning of an article that was never heard is none."""
        if article_id < 0:
            return
        length = len(document.text)
        place = ReadingPlace(length if is_finished else offset, length)
        if place.offset or self._library.place(article_id) is not None:
            self._keeper.set_place(article_id, place, document.text)


def carried(old: Document, new: Document, offset: int, *, is_finished: bool) -> int:
    """Return the place in *new* of what was at *offset* in *old*."""
    return _begun(moved(old.text, new.text, len(old.text) if is_finished else offset), new)


def _begun(offset: int, document: Document) -> int:
    return offset if offset < len(document.text) - 1 else 0
