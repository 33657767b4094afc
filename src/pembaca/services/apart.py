"""Let hostile pages and huge feeds be parsed in a process apart, which can be ended. It never parses anything itself.

A page that hangs, fills the memory or ends the parser costs its limit of ten seconds and its own text, and nothing else.
"""

from __future__ import annotations

import contextlib
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from pembaca.document import Document
from pembaca.errors import ContentError, FeedErrorCode, ParseError
from pembaca.model import ParsedFeed
from pembaca.processes import own_command, surroundings
from pembaca.services.apart_protocol import (
    NO_MEMORY,
    FeedOrder,
    FeedTextOrder,
    Order,
    PageOrder,
    PictureOrder,
    Refusal,
    Smaller,
    read_frame,
    write_frame,
)

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator

    from pembaca.cancel import CancelToken

LIMIT_S: Final = 10.0
PROCESSES: Final = 2
_LOOK_EVERY: Final = 0.05  # seconds between two looks at the cancel token
_CREATE_NO_WINDOW: Final = 0x08000000  # subprocess has the name on Windows only
_T = TypeVar("_T")


class Apart:
    """Lends processes to whoever wants something parsed, from several threads; none is started before it is wanted.

    They are kept for the next order until ``close``.
    """

    def __init__(self, *, limit_s: float = LIMIT_S, command: tuple[str, ...] | None = None, processes: int = PROCESSES) -> None:
        self._limit_s = limit_s
        self._command = command or worker_command()
        self._places = threading.BoundedSemaphore(processes)
        self._lock = threading.Lock()
        self._idle: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Apart:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """End the processes that are idle; a later order starts them again."""
        with self._lock:
            idle, self._idle = self._idle, []
        for process in idle:
            _end(process)

    def read_page(self, order: PageOrder, body: bytes, cancel: CancelToken) -> Document:
        """Return the article of a page.

        Raises:
            ContentError: as ``from_page`` does, or ``too_slow`` after ten seconds, ``died`` when the process ended.
            Cancelled: soon after *cancel* is set.
        """
        return self._document(order.url, order, body, cancel)

    def read_feed_text(self, order: FeedTextOrder, cancel: CancelToken) -> Document:
        """Return what a feed carries of an entry; errors as in ``read_page``."""
        return self._document(order.entry.url, order, b"", cancel)

    def read_feed(self, order: FeedOrder, body: bytes, cancel: CancelToken) -> ParsedFeed:
        """Return the entries of a feed.

        Raises:
            ParseError: as ``parse`` does, or ``malformed`` if it takes ten seconds or ends the process.
            Cancelled: soon after *cancel* is set.
        """
        answer, _ = self._ask(order, body, cancel, ParsedFeed)
        if isinstance(answer, ParsedFeed):
            return answer
        codes: dict[str, FeedErrorCode] = {"empty": "empty", "not_a_feed": "not_a_feed", "too_large": "too_large"}
        raise ParseError(order.url, codes.get(answer.refused, "malformed"), answer.detail or answer.refused)

    def read_picture(self, order: PictureOrder, body: bytes, cancel: CancelToken) -> tuple[Smaller, bytes]:
        """Return a picture made small and safe; in a process of its own, for it needs what memory it may have.

        Raises:
            ContentError: as ``reencode`` does, or ``too_slow``, ``died``.
            Cancelled: soon after *cancel* is set.
        """
        answer, content = self._ask(order, body, cancel, Smaller, is_fresh=True)
        if isinstance(answer, Refusal):
            raise ContentError(order.url, answer.refused, answer.detail)
        return answer, content

    def _document(self, url: str, order: Order, body: bytes, cancel: CancelToken) -> Document:
        answer, _ = self._ask(order, body, cancel, Document)
        if isinstance(answer, Refusal):
            raise ContentError(url, answer.refused, answer.detail)
        return answer

    def _ask(
        self, order: Order, body: bytes, cancel: CancelToken, kind: type[_T], *, is_fresh: bool = False
    ) -> tuple[_T | Refusal, bytes]:
        with self._process(cancel, is_fresh) as process, _Deadline(process, self._limit_s, cancel) as deadline:
            answer = _exchange(process, msgspec.json.encode(order), body)
            refusal = _refusal(answer[0]) if answer else None
            if refusal is not None and refusal.detail == NO_MEMORY:
                process.kill()  # what it holds now would be missing for the next order
                process.wait()
        cancel.check()
        if answer is None:
            return Refusal("too_slow" if deadline.is_late else "died"), b""
        return refusal or msgspec.json.decode(answer[0], type=kind), answer[1]

    @contextmanager
    def _process(self, cancel: CancelToken, is_fresh: bool) -> Iterator[subprocess.Popen[bytes]]:
        """Lend a process; one that was ended meanwhile, and a fresh one, do not come back."""
        while not self._places.acquire(timeout=_LOOK_EVERY):
            cancel.check()
        try:
            with self._lock:
                process = self._idle.pop() if self._idle and not is_fresh else None
            process = process or self._start()
            try:
                yield process
            finally:
                if process.poll() is None and not is_fresh:
                    with self._lock:
                        self._idle.append(process)
                else:
                    _end(process)
        finally:
            self._places.release()

    def _start(self) -> subprocess.Popen[bytes]:
        flags = _CREATE_NO_WINDOW if sys.platform == "win32" else 0
        import subprocess  # not before a page is to be parsed

        pipe = subprocess.PIPE
        return subprocess.Popen(
            self._command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, creationflags=flags, env=surroundings()
        )


def worker_command() -> tuple[str, ...]:
    """Return the command that starts the process apart."""
    return own_command("pembaca.services.apart_worker", "--apart-worker")


class _Deadline:
    """Ends a process that takes too long, or whose answer nobody wants any more."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float, cancel: CancelToken) -> None:
        self._process, self._seconds, self._cancel = process, seconds, cancel
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run, name="apart-deadline", daemon=True)
        self.is_late = False

    def __enter__(self) -> _Deadline:
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._done.set()
        self._thread.join()

    def _run(self) -> None:
        left = self._seconds
        while not self._done.wait(min(_LOOK_EVERY, left)):
            left -= _LOOK_EVERY
            self.is_late = left <= 0
            if self.is_late or self._cancel.is_cancelled:
                self._process.kill()
                return


def _exchange(process: subprocess.Popen[bytes], head: bytes, body: bytes) -> tuple[bytes, bytes] | None:
    """Send an order and wait for its answer; None (and no process any more) if none comes."""
    assert process.stdin is not None
    assert process.stdout is not None
    frame = None
    with contextlib.suppress(OSError):
        write_frame(process.stdin, head, body)
        frame = read_frame(process.stdout)
    if frame is None:
        process.kill()
        process.wait()
    return frame


def _refusal(answer: bytes) -> Refusal | None:
    return msgspec.json.decode(answer, type=Refusal) if answer.startswith(b'{"refused"') else None


def _end(process: subprocess.Popen[bytes]) -> None:
    """Close the pipes, which ends the process, and wait; one that does not obey is killed."""
    import subprocess

    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
    try:
        process.wait(1)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
