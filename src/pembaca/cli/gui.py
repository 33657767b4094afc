"""``pembaca [gui]``: open the window."""

from __future__ import annotations

import os
import sys
import threading
from typing import TYPE_CHECKING, Final, NoReturn

from pembaca.cli.output import write_error
from pembaca.errors import NoDisplay, PembacaError
from pembaca.i18n import tr

if TYPE_CHECKING:
    from argparse import Namespace

    from pembaca.cli.arguments import Commands
    from pembaca.paths import Paths

_ENDING_S: Final = 0.5


def add(commands: Commands) -> None:
    """Add the command."""
    commands.add("gui", tr("buka jendela (bawaan)"), run)


def run(arguments: Namespace, paths: Paths) -> NoReturn:
    """Carry out the command."""
    open_window(paths)


def open_window(paths: Paths) -> NoReturn:
    """Open the window, and end the process with its exit code once it is closed."""
    from pembaca import window_wiring

    try:
        code = window_wiring.run_window(paths, _end_without_display)
    except PembacaError as error:
        write_error(error, is_json=False)
        code = 1
    end_without_waiting(code)


def _end_without_display() -> NoReturn:
    write_error(NoDisplay(), is_json=False)
    end_without_waiting(1)


def end_without_waiting(code: int) -> NoReturn:
    """End the process now, without what Python and Qt would still do.

    Threads of a refresh that do not hear (a resolver that hangs, a page that takes minutes) would keep it without a window;
    what they were about to store is not stored, as in a crash. And PySide6 6.11 frees its objects in no order when the
    interpreter ends, or collects garbage before that, which now and then is a segmentation fault or a process that never ends.
    """
    for thread in threading.enumerate():
        if thread is not threading.main_thread() and not thread.daemon:
            thread.join(_ENDING_S)
    if "logging" in sys.modules:
        from logging import shutdown

        shutdown()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(code)
