"""Work off the main thread; results come back through one queued signal."""

from __future__ import annotations

import sys
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from pembaca.cancel import CancelToken, Progress, Report
from pembaca.errors import PembacaError, Unexpected
from pembaca.log import logger

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import ThreadPoolExecutor

Result = TypeVar("Result")

_SWITCH_S = 0.0005  # work on other threads holds the window up no longer at a time; Python's own 5 ms add up in one step


class Jobs(QObject):
    """A small pool for long work and one thread for writes. Made and used on the main thread; ``post`` from any.

    Args:
        waits: long work does not begin before ``begin``.
    """

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None, *, waits: bool = False) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_SWITCH_S)
        self._tokens: set[CancelToken] = set()
        self._is_closed = False
        self._waiting: list[Callable[[], None]] | None = [] if waits else None
        self._posted.connect(self._call, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def _pool(self) -> ThreadPoolExecutor:
        return _threads(2, "work")

    @cached_property
    def _writer(self) -> ThreadPoolExecutor:
        return _threads(1, "write")

    def post(self, call: Callable[[], None]) -> None:
        """Call *call* on the main thread, soon, in the order posted; dropped once closed."""
        if not self._is_closed:
            self._posted.emit(call)

    def run(
        self,
        work: Callable[[CancelToken, Report], Result],
        done: Callable[[Result], None],
        failed: Callable[[PembacaError], None],
        progress: Callable[[Progress], None] | None = None,
    ) -> CancelToken:
        """Start *work* on the pool; *done*, *failed* and *progress* are called on the main thread."""
        token = CancelToken()
        self._tokens.add(token)

        def report(step: Progress) -> None:
            if progress is not None:
                self.post(lambda: progress(step))

        def task() -> None:
            try:
                result = _guarded(lambda: work(token, report))
            except PembacaError as error:
                self.post(partial(failed, error))
            else:
                self.post(partial(done, result))
            finally:
                self._tokens.discard(token)

        QTimer.singleShot(0, self, lambda: self._start(task))  # what was just shown is laid out and painted first
        return token

    def save(
        self, work: Callable[[], None], failed: Callable[[PembacaError], None], done: Callable[[], None] | None = None
    ) -> None:
        """Do a short write, in order, on the one writing thread."""

        def task() -> None:
            try:
                _guarded(work)
            except PembacaError as error:
                self.post(partial(failed, error))
            else:
                if done is not None:
                    self.post(done)

        self._writer.submit(task)

    def close(self) -> None:
        """Ask all work to end, wait for the writes; nothing is called back any more."""
        self._is_closed = True
        for token in tuple(self._tokens):
            token.cancel()
        self._writer.shutdown(wait=True)
        self._pool.shutdown(wait=False, cancel_futures=True)

    def begin(self) -> None:
        """Begin with the work that waits, and let later work begin at once."""
        waiting, self._waiting = self._waiting or [], None
        for task in waiting:
            self._start(task)

    def _start(self, task: Callable[[], None]) -> None:
        if self._waiting is not None:
            self._waiting.append(task)
        elif not self._is_closed:
            self._pool.submit(task)

    @Slot(object)
    def _call(self, call: Callable[[], None]) -> None:
        if not self._is_closed:
            call()


def _threads(count: int, name: str) -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor  # not before there is work: the window stands first

    return ThreadPoolExecutor(max_workers=count, thread_name_prefix=name)


def _guarded(work: Callable[[], Result]) -> Result:
    """Do *work*; what no one expected is logged here and goes on as Unexpected, so that nobody waits for ever."""
    try:
        return work()
    except PembacaError:
        raise
    except Exception as error:  # the boundary of all work off the main thread
        logger(__name__).exception("work ended by an unexpected error")
        raise Unexpected(str(error)) from error
