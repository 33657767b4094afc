"""Read the command line, run one command, and turn what went wrong into a sentence and an exit code. Does no work itself."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO, cast

from pembaca import __version__, i18n, paths
from pembaca.cli import gui
from pembaca.cli.arguments import Commands, Parser, UsageError, folder
from pembaca.cli.output import OutputLost, give_up, tell, write_error, written
from pembaca.errors import Cancelled, PembacaError
from pembaca.i18n import tr

DONE, COULD_NOT, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that *argv* names and return the exit code: 0 done, 1 could not, 2 wrong usage, 130 interrupted."""
    i18n.use()
    _prepare_streams()
    argv = sys.argv[1:] if argv is None else argv
    arguments = parser(is_window=_is_window(argv)).parse_args(argv)
    is_json = getattr(arguments, "json", False) or getattr(arguments, "format", "") == "json"
    try:
        code = int(arguments.run(arguments, paths.find(arguments.data_dir)))
        with written():
            sys.stdout.flush()
        return code
    except UsageError as error:
        tell(str(error))
        return WRONG_USAGE
    except (Cancelled, KeyboardInterrupt):
        return INTERRUPTED
    except PembacaError as error:
        write_error(error, is_json=is_json)
        return COULD_NOT
    except BrokenPipeError:  # the reader (head, less) has seen enough
        give_up(sys.stdout)
        return DONE
    except OutputLost as error:
        give_up(sys.stdout)
        tell(tr("Keluaran tidak dapat ditulis: {why}", why=error))
        return COULD_NOT


def parser(*, is_window: bool = False) -> Parser:
    """Return the parser; what it returns has ``run`` and ``data_dir``. *is_window*: for the window only, quickly."""
    main = Parser(
        prog="pembaca",
        description=tr("Pembaca berita resmi: huruf besar, dibacakan, dan tetap bisa dibaca tanpa jaringan."),
        epilog=tr("Kode keluar: 0 selesai, 1 tidak berhasil, 2 salah pakai. Tanpa perintah, jendela dibuka."),
    )
    main.add_argument(
        "--data-dir", type=folder, metavar="DIR", default=None, help=tr("simpan semuanya di bawah DIR (atau PEMBACA_HOME)")
    )
    main.add_argument("--version", action="version", version=f"pembaca {__version__}", help=tr("tampilkan versi"))
    main.set_defaults(run=gui.run)
    subparsers = main.add_subparsers(title=tr("perintah"), metavar=tr("PERINTAH"), parser_class=Parser)
    commands = Commands(subparsers)
    gui.add(commands)
    if not is_window:
        from pembaca.cli import backup, doctor, extract, feeds, lexicon, listing, refresh, script, search, show, speak

        for command in (refresh, feeds, listing, show, search, extract, script, speak, lexicon, doctor, backup):
            command.add(commands)
    return main


def _is_window(argv: Sequence[str]) -> bool:
    """Whether nothing but the window is asked for, with no more than ``--data-dir DIR``."""
    words = list(argv)
    if words[:1] == ["--data-dir"]:
        del words[:2]
    return words in ([], ["gui"])


def _prepare_streams() -> None:
    """Make every text printable: UTF-8 into pipes and files, substitutes on a terminal that lacks a letter."""
    if sys.stdin is None:
        sys.stdin = _nothing("r")
    if sys.stdout is None:  # closed by who started us, or a windowed start on Windows
        sys.stdout = _nothing("w")
    if sys.stderr is None:
        sys.stderr = _nothing("w")
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    with contextlib.suppress(ValueError):  # not on the main thread: a test calls us
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts background jobs with it ignored


def _nothing(mode: str) -> TextIO:
    """Open a stream that holds nothing; it also takes a standard number that a database must never get."""
    return cast(TextIO, Path(os.devnull).open(mode, encoding="utf-8"))
