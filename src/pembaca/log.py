"""The log beside the library: made when there is something to write, and without passwords. Decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import logging

    from pembaca.paths import Paths

_wanted: list[Paths] = []  # where the log is to be, until there is one


def write_log(paths: Paths) -> None:
    """Keep what goes wrong from now on in a log file beside the library; where none can be written, nothing is kept."""
    _wanted[:] = [paths]


def logger(name: str) -> logging.Logger:
    """Return the logger of a module; ask for it when there is something to say, for the first to ask loads what logging takes."""
    begin_log()
    import logging

    return logging.getLogger(name)


def begin_log() -> None:
    """Hear from now on also what libraries have to say."""
    if not _wanted:
        return
    paths = _wanted.pop()
    import logging

    log = logging.getLogger()

    class Later(logging.Handler):
        """Makes the file when there is something to write: what that takes would cost each start of the window some 20 ms."""

        def emit(self, record: logging.LogRecord) -> None:
            log.removeHandler(self)
            file = _log_file(paths)
            if file is not None:
                log.addHandler(file)
                file.handle(record)

    log.addHandler(Later())
    log.setLevel(logging.INFO)


def _log_file(paths: Paths) -> logging.Handler | None:
    import logging
    from logging.handlers import RotatingFileHandler

    from pembaca.addresses import masked

    class Discreet(logging.Formatter):
        """Writes no password that stands in an address."""

        def format(self, record: logging.LogRecord) -> str:
            return masked(super().format(record))

    class Quiet(RotatingFileHandler):
        """Says nothing on standard error where the file cannot be written."""

        def handleError(self, record: logging.LogRecord) -> None:
            pass

    try:
        paths.data.mkdir(parents=True, exist_ok=True)
        handler = Quiet(paths.log, maxBytes=500_000, backupCount=1, encoding="utf-8", delay=True)
    except OSError:
        return None
    handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler
