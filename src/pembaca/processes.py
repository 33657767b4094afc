"""How the program starts its other processes, so that they run this very package and nothing else, and how it ends itself."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Final, NoReturn

_ENDING_S: Final = 0.5


def own_command(module: str, flag: str) -> tuple[str, ...]:
    """Return the command that runs *module*; in a bundle the program itself is told by *flag* to be it.

    ``-P``: a queue.py or random.py in the folder in which Pembaca was started is none of its modules.
    """
    return (sys.executable, flag) if getattr(sys, "frozen", False) else (sys.executable, "-P", "-m", module)


def surroundings() -> dict[str, str]:
    """Return the environment of such a process, which finds this package however this process found it.

    Empty parts of PYTHONPATH, which mean the folder in which one is, are left out.
    """
    folders = (str(Path(__file__).resolve().parents[1]), *os.environ.get("PYTHONPATH", "").split(os.pathsep))
    return {**os.environ, "PYTHONPATH": os.pathsep.join(folder for folder in folders if folder)}


def end_process(code: int) -> NoReturn:
    """End the process now, without what Python and Qt would still do.

    Threads of a refresh that do not hear (a resolver that hangs, a page that takes minutes) would keep it without a window;
    what they were about to store is not stored, as in a crash. PySide6 6.11 frees its objects in no order when the
    interpreter ends, or collects garbage before that, which now and then is a segmentation fault or a process that never ends.
    And taking down what a refresh has loaded takes some 20 ms.
    """
    for thread in threading.enumerate():
        if thread is not threading.main_thread() and not thread.daemon:
            thread.join(_ENDING_S)
    if "logging" in sys.modules:
        from logging import shutdown

        shutdown()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with suppress(OSError, ValueError):  # nobody reads on, which was told, or is no matter
                stream.flush()
    os._exit(code)
