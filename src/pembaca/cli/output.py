"""Where output goes: values and pages on stdout, messages on stderr. Nothing else writes there."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Iterator
from typing import Final, TextIO

from pembaca.errors import (
    BackupUnreadable,
    ContentError,
    FeedError,
    LexiconError,
    LibraryDamaged,
    LibraryError,
    LibraryTooNew,
    LibraryUnwritable,
    PembacaError,
    VoiceError,
)
from pembaca.i18n import tr

# A feed's text must not steer the terminal: C0 and C1 controls other than tab and line break.
_CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class OutputLost(Exception):
    """Standard output took no more (a full disk); what was printed is incomplete. Carries the system's reason, in words."""


@contextlib.contextmanager
def written() -> Iterator[None]:
    """Turn a failure of standard output into OutputLost; BrokenPipeError stays, for it only says that nobody reads on."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        from pembaca.presenters.reasons import reason

        raise OutputLost(reason(error)) from error


def write(text: str) -> None:
    """Print a line (or several) for a person."""
    with written():
        sys.stdout.write(_CONTROLS.sub("", text) + "\n")


def write_json(value: object) -> None:
    """Print one JSON value as UTF-8."""
    import msgspec

    write_bytes(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")


def write_bytes(body: bytes) -> None:
    """Print *body* as it is."""
    with written():
        sys.stdout.flush()
        sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()


def tell(message: str) -> None:
    """Tell the person something beside the output; what cannot be told changes nothing."""
    try:
        sys.stderr.write(_CONTROLS.sub("", message) + "\n")
        sys.stderr.flush()
    except OSError:
        give_up(sys.stderr)


def give_up(stream: TextIO) -> None:
    """Let what is left in a stream's buffer go nowhere, so that the interpreter's end does not complain."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def write_error(error: PembacaError, *, is_json: bool) -> None:
    """Tell what went wrong; with --json stdout still carries one value."""
    from msgspec.structs import replace

    from pembaca.cli.shapes import ErrorShape, FailedShape
    from pembaca.presenters import messages

    words = messages.of(error)
    if isinstance(error, VoiceError):  # the window's advice names its own buttons
        words = replace(words, action=tr("Jalankan pembaca doctor untuk memeriksa."))
    message = words.whole
    tell(message)
    if is_json:
        write_json(FailedShape(error=ErrorShape(code=code_of(error), message=message)))


def say_unwritable(path: str, error: OSError) -> int:
    """Tell why a file that the person named cannot be written, and return the exit code."""
    from pembaca.presenters.reasons import reason

    facts = {"path": path, "why": reason(error)}
    tell(tr("Berkas {path} tidak dapat ditulis: {why}. Periksa nama, izin tulis, dan ruang simpannya.", **facts))
    return 1


def code_of(error: PembacaError) -> str:
    """Return a stable code for programs."""
    match error:
        case FeedError() | VoiceError() | ContentError() | LexiconError():
            return error.code
        case LibraryTooNew():
            return "library_too_new"
        case BackupUnreadable():
            return "backup_unreadable"
        case LibraryDamaged():
            return "library_damaged"
        case LibraryUnwritable():
            return "library_unwritable"
        case LibraryError():
            return "library"
        case _:
            return "failed"


def clean_argument(text: str) -> str:
    """Return what was typed without bytes that are no text in the locale's encoding."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
