"""How the program starts its other processes, so that they run this very package and nothing else. Starts none itself."""

from __future__ import annotations

import os
import sys
from pathlib import Path


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
