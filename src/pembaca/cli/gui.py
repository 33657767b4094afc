"""``pembaca [gui]``: open the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from pembaca.cli.output import write_error
from pembaca.errors import NoDisplay, PembacaError
from pembaca.i18n import tr
from pembaca.processes import end_process

if TYPE_CHECKING:
    from argparse import Namespace

    from pembaca.cli.arguments import Commands
    from pembaca.paths import Paths


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
    end_process(code)


def _end_without_display() -> NoReturn:
    write_error(NoDisplay(), is_json=False)
    end_process(1)
