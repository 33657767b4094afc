"""The way of orders into the voice process: at once where the pipe has room, else by a thread. Never blocks its caller."""

from __future__ import annotations

import os
import select
import sys
import threading
from collections import deque
from typing import IO

_ATOMIC = 4096  # PIPE_BUF of Linux: where a pipe is writable, so much goes in without waiting (POSIX asks for 512 at least)


class OrderPipe:
    """Lines in order, from any thread; kept until there is a process to take them.

    Handing a line to a thread would cost a skip of a sentence 25 ms while the window paints.
    """

    def __init__(self) -> None:
        self._change = threading.Condition()
        self._waiting: deque[bytes] = deque()
        self._pipe: IO[bytes] | None = None
        self._is_closed = False

    def put(self, line: bytes) -> None:
        """Send the line, or have it sent; dropped once closed."""
        with self._change:
            if self._is_closed:
                return
            if self._waiting or self._pipe is None or not _has_room(self._pipe, len(line)):
                self._waiting.append(line)
                self._change.notify()
                return
            try:
                os.write(self._pipe.fileno(), line)
            except OSError:  # the process is gone, which is noticed by the thread that reads from it
                self._is_closed = True
                self._change.notify()

    def close(self) -> None:
        """End the pipe, and with it the process, when all has been sent."""
        with self._change:
            self._is_closed = True
            self._change.notify()

    def run(self, pipe: IO[bytes]) -> None:
        """Send what waits, until closed or the process is gone; the work of a thread of its own."""
        with pipe:
            with self._change:
                self._pipe = pipe
            try:
                while (line := self._next()) is not None:
                    _write_all(pipe.fileno(), line)
                    with self._change:
                        self._waiting.popleft()
            except OSError:
                self.close()
            with self._change:
                self._pipe = None

    def _next(self) -> bytes | None:
        with self._change:
            while not self._waiting and not self._is_closed:
                self._change.wait()
            return self._waiting[0] if self._waiting else None


def _write_all(handle: int, line: bytes) -> None:
    left = memoryview(line)
    while left:
        left = left[os.write(handle, left) :]


def _has_room(pipe: IO[bytes], size: int) -> bool:
    if size > _ATOMIC or sys.platform == "win32":  # there select knows sockets only
        return False
    return bool(select.select((), (pipe,), (), 0)[1])
