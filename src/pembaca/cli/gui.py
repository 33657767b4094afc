"""``pembaca [gui]``: open the window."""

from __future__ import annotations

import logging
import os
import sys
import threading
from argparse import Namespace
from typing import Final

from pembaca.cli.arguments import Commands
from pembaca.i18n import tr
from pembaca.paths import Paths

_ENDING_S: Final = 0.5


def add(commands: Commands) -> None:
    """Add the command."""
    commands.add("gui", tr("buka jendela (bawaan)"), run)


def run(arguments: Namespace, paths: Paths) -> int:
    """Open the window and return its exit code."""
    from pembaca import wiring

    code = wiring.run_window(paths)
    end_without_waiting(code)
    return code


def end_without_waiting(code: int) -> None:
    """End the process now if threads of a refresh are left that do not hear: a resolver that hangs, a page that takes minutes.

    The interpreter would wait for them, with no window left. What they were about to store is not stored, as in a crash.
    """
    for thread in threading.enumerate():
        if thread is not threading.main_thread() and not thread.daemon:
            thread.join(_ENDING_S)
            if thread.is_alive():
                logging.shutdown()
                for stream in (sys.stdout, sys.stderr):
                    if stream is not None:
                        stream.flush()
                os._exit(code)
