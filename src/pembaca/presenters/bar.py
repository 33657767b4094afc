"""What the reading bar says: what can be done, where reading is. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pembaca.presenters import wording
from pembaca.viewmodel import BarKind, BarState, Place

if TYPE_CHECKING:
    from pembaca.document import Document
    from pembaca.services.reading import ReadingState
    from pembaca.speech.session import Kind

_KINDS: dict[Kind, BarKind] = {
    "idle": "ready",
    "no_voice": "ready",
    "playing": "playing",
    "paused": "paused",
    "finished": "finished",
}


class BarView(Protocol):
    """The bar itself."""

    def set_state(self, state: BarState) -> None: ...
    def set_place(self, place: Place) -> None: ...
    def set_progress(self, part: float) -> None: ...
    def set_away(self, is_away: bool) -> None: ...


class Bar:
    """Puts the state of reading into the bar's words."""

    def __init__(self, view: BarView) -> None:
        self._view = view

    def show_nothing(self) -> None:
        """There is nothing to read."""
        self._view.set_state(BarState())
        self._view.set_place(wording.no_place())
        self._view.set_progress(0.0)

    def show_opened(self, document: Document, offset: int, count: int) -> None:
        """An article is open; its *count* sentences are counted, but what is to be said is not known yet."""
        self._view.set_state(BarState(kind="ready", can_previous=bool(count), can_next=bool(count)))
        if count and not offset:
            self._view.set_place(wording.ready_place(document, count))
        self._view.set_progress(offset / max(1, len(document.text)))

    def show(self, state: ReadingState, document: Document, offset: int) -> None:
        """Show where reading is."""
        if not state.count:
            return
        self._view.set_state(BarState(kind=_KINDS[state.kind], can_previous=True, can_next=True))
        if state.kind == "idle" and offset == 0:
            self._view.set_place(wording.ready_place(document, state.count))
        else:
            self._view.set_place(wording.place(min(state.index, state.count - 1), state.count, state.remaining_s))
        self._view.set_progress(_part(state, document, offset))

    def set_away(self, is_away: bool) -> None:
        """Offer the way back to the voice, or no longer."""
        self._view.set_away(is_away)


def _part(state: ReadingState, document: Document, offset: int) -> float:
    match state.kind:
        case "finished":
            return 1.0
        case "playing" | "paused":
            return (state.index + 1) / state.count
        case _:
            return offset / max(1, len(document.text))
