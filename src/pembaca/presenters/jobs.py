"""How presenters ask for work that may take long; results come back on the main thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from pembaca.cancel import CancelToken, Progress, Report
    from pembaca.errors import PembacaError

Result = TypeVar("Result")


class Jobs(Protocol):
    """Runs work off the main thread and hands everything back on it."""

    def run(
        self,
        work: Callable[[CancelToken, Report], Result],
        done: Callable[[Result], None],
        failed: Callable[[PembacaError], None],
        progress: Callable[[Progress], None] | None = None,
    ) -> CancelToken:
        """Start *work*; exactly one of *done* and *failed* is called, unless the window closes first."""
        ...

    def save(
        self, work: Callable[[], None], failed: Callable[[PembacaError], None], done: Callable[[], None] | None = None
    ) -> None:
        """Do a short write after all earlier ones, in order; the window waits for these before it closes."""
        ...
