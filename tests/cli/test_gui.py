"""pembaca.cli.gui: the window's end."""

from __future__ import annotations

import subprocess
import sys

HANGING = """
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pembaca.cli.gui import end_without_waiting
ThreadPoolExecutor(1).submit(time.sleep, 600)
print("kept")
end_without_waiting(7)
print("never")
"""


def test_a_refresh_that_does_not_hear_does_not_keep_the_program() -> None:
    """
    A program without a window that runs on for minutes would hold back logging out, and what was printed is not lost.
    """
    done = subprocess.run((sys.executable, "-c", HANGING), capture_output=True, text=True, timeout=60)

    assert (7, "kept\n") == (done.returncode, done.stdout)
