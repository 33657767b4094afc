"""Read the command line, run one command, and turn what went wrong into a sentence and an exit code. Does no work itself."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO, cast

from pembaca import __version__, i18n, paths
from pembaca.cli import gui
from pembaca.cli.output import OutputLost, give_up, tell, write_error, written
from pembaca.errors import Cancelled, PembacaError
from pembaca.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pembaca.cli.arguments import Parser

DONE, COULD_NOT, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
_MODULES: Final = {  # of the commands, in the order of the help
    **{name: name for name in ("gui", "refresh", "feeds")},
    "list": "listing",
    **{name: name for name in ("show", "search", "extract", "script", "speak", "lexicon", "doctor", "backup")},
    "restore": "backup",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that *argv* names and return the exit code: 0 done, 1 could not, 2 wrong usage, 130 interrupted."""
    i18n.use()
    _prepare_streams()
    argv = sys.argv[1:] if argv is None else argv
    window = _window_in(argv)
    if window is not None:
        gui.open_window(window)
    from pembaca.cli.arguments import UsageError  # brings argparse, which a window does without

    is_json = False
    try:
        arguments = parser(argv).parse_args(argv)
        is_json = getattr(arguments, "json", False) or getattr(arguments, "format", "") == "json"
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


def parser(argv: Sequence[str] = ()) -> Parser:
    """Return the parser; what it returns has ``run`` and ``data_dir``. Knows one command only where *argv* names it."""
    from pembaca.cli.arguments import Commands, Parser, folder

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
    commands = Commands(main.add_subparsers(title=tr("perintah"), metavar=tr("PERINTAH"), parser_class=Parser))
    for module in dict.fromkeys(_named_in(argv)):
        import_module(f"pembaca.cli.{module}").add(commands)
    return main


def _named_in(argv: Sequence[str]) -> tuple[str, ...]:
    """Return the module of the command that *argv* begins with, or those of all: each costs every start some ms."""
    words = argv[2:] if argv[:1] == ["--data-dir"] else argv
    module = _MODULES.get(words[0]) if words else None
    return tuple(_MODULES.values()) if module is None else (module,)


def _window_in(argv: Sequence[str]) -> paths.Paths | None:
    """Return the places of the window where *argv* asks for nothing but that."""
    match list(argv):
        case [] | ["gui"]:
            return paths.find()
        case ["--data-dir", folder] | ["--data-dir", folder, "gui"] | ["gui", "--data-dir", folder]:
            return paths.find(folder) if folder and not folder.startswith("-") else None
    return None


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
