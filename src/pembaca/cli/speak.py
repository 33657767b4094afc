"""``pembaca speak``: say an article or a text, aloud or into a WAV file."""

from __future__ import annotations

from argparse import Namespace

from pembaca.cli.arguments import Commands
from pembaca.i18n import tr
from pembaca.paths import Paths


def add(commands: Commands) -> None:
    """Add the command."""
    commands.add("speak", tr("bacakan artikel atau teks"), run)


def run(arguments: Namespace, paths: Paths) -> int:
    """Say it."""
    return 1
