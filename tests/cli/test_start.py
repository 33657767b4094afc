"""Facts of ``python -m pembaca``: it is the command line, and in a bundle the voice process too."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.cli.running import environment, run


def test_module_is_the_command_line(tmp_path: Path) -> None:
    """
    The program starts the same from a checkout, a wheel and a bundle.
    """
    done = run(tmp_path, "list", "--json")

    assert (0, []) == (done.code, done.json)


def test_bundle_can_be_its_own_voice_process() -> None:
    """
    A bundle has no Python to start the voice with: it starts itself.
    """
    command = [sys.executable, "-m", "pembaca", "--voice-worker", "--engine", "silent", "--output", "silent"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()) as process:
        assert process.stdin is not None and process.stdout is not None
        first = json.loads(process.stdout.readline())
        process.stdin.close()
        process.stdout.read()

    assert "starting" == first["event"]
