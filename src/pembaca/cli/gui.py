"""``pembaca [gui]``: open the window."""

from __future__ import annotations

from argparse import Namespace

from pembaca.cli.arguments import Commands
from pembaca.i18n import tr
from pembaca.paths import Paths


def add(commands: Commands) -> None:
    """Add the command."""
    commands.add("gui", tr("buka jendela (bawaan)"), run)


def run(arguments: Namespace, paths: Paths) -> int:
    """Open the window and return its exit code."""
    from pembaca import wiring

    return wiring.run_window(paths)
