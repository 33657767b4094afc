"""pembaca.voice.pipe"""

from __future__ import annotations

import os
import threading

from pembaca.voice.pipe import OrderPipe


def test_lines_arrive_whole_and_in_order() -> None:
    """Whether a line goes at once or has to wait for room, none overtakes another and none is cut."""
    reading, writing = os.pipe()
    pipe = OrderPipe()
    lines = [b"%d " % number + b"x" * (number * 37 % 9000) + b"\n" for number in range(200)]
    for line in lines[:5]:
        pipe.put(line)
    thread = threading.Thread(target=pipe.run, args=(os.fdopen(writing, "wb"),))
    thread.start()
    for line in lines[5:]:
        pipe.put(line)
    pipe.close()
    with os.fdopen(reading, "rb") as read:
        received = read.readlines()
    thread.join()

    assert lines == received


def test_full_pipe_does_not_block_the_window() -> None:
    """A voice process that reads nothing cannot freeze whoever gives it orders."""
    reading, writing = os.pipe()
    pipe = OrderPipe()
    thread = threading.Thread(target=pipe.run, args=(os.fdopen(writing, "wb"),), daemon=True)
    thread.start()
    for _ in range(500):
        pipe.put(b"x" * 1000 + b"\n")
    os.close(reading)
    thread.join(5)

    assert not thread.is_alive()
    pipe.put(b"late\n")
