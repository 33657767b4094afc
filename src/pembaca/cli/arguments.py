"""The command line's grammar: argparse in the reader's language, and arguments that commands share. Runs nothing."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from typing import NoReturn

from pembaca.cli.output import clean_argument, tell, written
from pembaca.i18n import tr
from pembaca.paths import Paths

Run = Callable[[argparse.Namespace, Paths], int]


class UsageError(Exception):
    """The arguments cannot be meant; nothing was done. Carries the sentence for the person."""


class Commands:
    """Where the commands add themselves."""

    def __init__(self, subparsers: argparse._SubParsersAction[Parser]) -> None:
        self._subparsers = subparsers

    def add(self, name: str, summary: str, run: Run, *, details: str = "") -> Parser:
        """Add a command and return its parser for its arguments."""
        command = self._subparsers.add_parser(name, help=summary, description=f"{summary} {details}".strip())
        command.add_argument("--data-dir", type=folder, metavar="DIR", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        command.set_defaults(run=run)
        return command


class Parser(argparse.ArgumentParser):
    """argparse with our words for its own."""

    def __init__(self, **options: object) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Formatter, **options)  # type: ignore[arg-type]
        self._positionals.title = tr("argumen")
        self._optionals.title = tr("pilihan")
        self.add_argument("-h", "--help", action="help", help=tr("tampilkan bantuan ini"))

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]
        """Parse; what is not known is refused here, where the usage of the very command can be shown."""
        found, rest = super().parse_known_args(args, namespace)
        if rest:
            self.error(f"unrecognized arguments: {' '.join(rest)}")
        return found, rest

    def error(self, message: str) -> NoReturn:
        """Say what was not understood and end with exit code 2."""
        said = tr("{what}. Ketik {program} --help untuk bantuan.", what=_in_words(message), program=self.prog)
        tell(clean_argument(f"{self.format_usage()}{said}"))
        sys.exit(2)

    def _print_message(self, message, file=None):  # type: ignore[no-untyped-def]
        """Print help or the version at once, so that an output that takes no more is told of as with any command."""
        if message and file is not None:
            with written():
                file.write(message)
                file.flush()


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: str | None, actions: object, groups: object, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, tr("pemakaian: ") if prefix is None else prefix)  # type: ignore[arg-type]


def add_json(command: argparse._ActionsContainer) -> None:
    """Add --json."""
    command.add_argument("--json", action="store_true", help=tr("cetak satu nilai JSON di keluaran baku, lainnya tidak"))


def add_limit(command: argparse.ArgumentParser) -> None:
    """Add --limit."""
    command.add_argument("--limit", type=count, metavar="N", help=tr("paling banyak N artikel"))


def count(text: str) -> int:
    """Read a number of things, 0 or more."""
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


def folder(text: str) -> str:
    """Read a folder's name; an empty one would silently mean another folder."""
    if not text:
        raise ValueError(text)
    return text


def _in_words(message: str) -> str:
    """Put argparse's English message into ours; one that is not known is shown as it is."""
    for pattern, words in (
        (r"the following arguments are required: (.*)", tr("Masih kurang: {0}")),
        (r"unrecognized arguments: (.*)", tr("Tidak dikenal: {0}")),
        (r"argument (\S+): invalid choice: (.*) \(choose from .*", tr("{0} tidak mengenal {1}")),
        (r"argument (\S+): invalid \w+ value: (.*)", tr("{0} tidak dapat bernilai {1}")),
        (r"argument (\S+): expected .*", tr("{0} perlu nilai")),
        (r"argument (\S+): not allowed with argument (\S+)", tr("{0} tidak dapat dipakai bersama {1}")),
        (r"one of the arguments (.*) is required", tr("Perlu salah satu dari: {0}")),
    ):
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            return words.format(*match.groups())
    return message
