"""Has the sentences of the open article cut off the main thread; of a long one the first sooner than the rest. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from pembaca.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from pembaca.cancel import CancelToken, Report
    from pembaca.document import Document
    from pembaca.errors import PembacaError
    from pembaca.presenters.jobs import Jobs
    from pembaca.speech.utterance import Script

LONG: Final = 12_000
"""Code points behind the place of reading whose sentences take longer to cut (12 ms) than a key press should."""


class Prepare(Protocol):
    """Cuts a document, of a feed or of none, into sentences: all of them, or as far as those that are heard first."""

    def __call__(self, document: Document, feed: str = "", until: int | None = None) -> Script: ...


class Preparing:
    """Cuts one article at a time: what was begun for the one before is of no use any more.

    Args:
        failed: is told of what goes wrong.
    """

    def __init__(self, prepare: Prepare, jobs: Jobs, failed: Callable[[PembacaError], None]) -> None:
        self._prepare = prepare
        self._jobs = jobs
        self._failed = failed
        self._token: CancelToken | None = None

    def start(self, document: Document, feed: str, offset: int, take: Callable[[Script], None], *, at_once: bool = False) -> None:
        """Begin.

        Args:
            take: is given the script; of a long article first one that is not whole, with the sentence at *offset*.
            at_once: only the whole script is of use.
        """
        self.cancel()
        is_long = len(document.text) - offset > LONG and not at_once
        self._run(document, feed, offset if is_long else None, take)

    def cancel(self) -> None:
        """Want nothing any more."""
        if self._token is not None:
            self._token.cancel()
        self._token = None

    def _run(self, document: Document, feed: str, until: int | None, take: Callable[[Script], None]) -> None:
        def work(cancel: CancelToken, _report: Report) -> Script:
            cancel.check()  # rows that were only passed in the list are not prepared
            return self._prepare(document, feed, until)

        def done(script: Script) -> None:
            if token.is_cancelled:
                return
            if not script.is_whole:
                self._run(document, feed, None, take)
            take(script)

        def failed(error: PembacaError) -> None:
            if not isinstance(error, Cancelled):
                self._failed(error)

        token = self._token = self._jobs.run(work, done, failed)
