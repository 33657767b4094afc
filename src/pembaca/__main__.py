"""Start Pembaca: ``python -m pembaca`` and the ``pembaca`` command. In a bundle also its other processes."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the command line and return its exit code; ``--voice-worker`` first means: be the voice process,
    ``--apart-worker`` the one that parses what strangers sent.
    """
    if sys.argv[1:2] == ["--voice-worker"]:
        from pembaca.voice.worker import main as speak

        speak(sys.argv[2:])
    if sys.argv[1:2] == ["--apart-worker"]:
        from pembaca.services.apart_worker import main as parse

        parse()
        return 0
    gc.disable()  # while modules load there is no garbage, and looking for some takes time
    _load_msgspec()
    if _is_window(sys.argv[1:]):
        import pembaca.library.connection  # noqa: F401  # SQLite would have to wait once Qt's libraries are on their way
        from pembaca.qt_loading import fetch_ahead

        fetch_ahead()
    from pembaca.cli.main import main as run

    gc.enable()
    return run()


def _is_window(argv: list[str]) -> bool:
    words = argv[2:] if argv[:1] == ["--data-dir"] else argv
    return words[:1] in ([], ["gui"])


def _load_msgspec() -> None:
    """Load msgspec without ``typing_extensions``: where that is installed for others, msgspec would load it, some 6 ms, and use
    nothing of it that Python 3.11 lacks.
    """
    kept = sys.modules.get("typing_extensions")
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # Python's way to say: there is none
    import msgspec  # noqa: F401  # for what it leaves behind: it is loaded

    if kept is None:
        del sys.modules["typing_extensions"]
    else:
        sys.modules["typing_extensions"] = kept


if __name__ == "__main__":
    sys.exit(main())
