"""Start Pembaca: ``python -m pembaca`` and the ``pembaca`` command. In a bundle also its other processes."""

from __future__ import annotations

import gc
import sys
from typing import NoReturn

from pembaca.absence import absent


def main() -> NoReturn:
    """Run the command line and end with its exit code; ``--voice-worker`` first means: be the voice process,
    ``--apart-worker`` the one that parses what strangers sent.
    """
    if sys.argv[1:2] == ["--voice-worker"]:
        from pembaca.voice.worker import main as speak

        speak(sys.argv[2:])
    if sys.argv[1:2] == ["--apart-worker"]:
        from pembaca.services.apart_worker import main as parse

        parse()
        sys.exit()
    gc.disable()  # while modules load there is no garbage, and looking for some takes time
    with absent("typing_extensions"):  # msgspec would load it where others need it, some 6 ms; Python 3.11 has what it asks of it
        import msgspec  # noqa: F401  # for what it leaves behind: it is loaded
    if _is_window(sys.argv[1:]):
        import pembaca.library.connection  # noqa: F401  # SQLite would have to wait once Qt's libraries are on their way
        from pembaca.qt_loading import fetch_ahead

        fetch_ahead()
    from pembaca.cli.main import main as run

    gc.enable()
    code = run()
    from pembaca.processes import end_process

    end_process(code)


def _is_window(argv: list[str]) -> bool:
    words = argv[2:] if argv[:1] == ["--data-dir"] else argv
    return words[:1] in ([], ["gui"])


if __name__ == "__main__":
    main()
