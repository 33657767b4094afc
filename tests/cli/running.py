"""Run the real command line in a process of its own. Holds no test."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {"PYTHONPATH": str(ROOT / "src"), "PYTHONWARNINGS": "error", "PYTHONIOENCODING": "", "NO_PROXY": "*"}


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON value on standard output."""
        return json.loads(self.out)


def command(data: Path, *arguments: str) -> list[str]:
    """Return the whole command line."""
    return [sys.executable, "-m", "pembaca", "--data-dir", str(data), *arguments]


def environment(**more: str) -> dict[str, str]:
    """Return the surroundings of a command."""
    return {**os.environ, **ENVIRONMENT, **more}


def run(data: Path, *arguments: str, **more: str) -> Done:
    """Run one command to its end."""
    done = subprocess.run(command(data, *arguments), capture_output=True, timeout=120, env=environment(**more), check=False)
    return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
