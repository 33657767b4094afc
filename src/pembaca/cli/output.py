"""Where output goes: values and pages on stdout, messages on stderr. Nothing else writes there."""

from __future__ import annotations

import contextlib
import dataclasses
import re
import sys
from collections.abc import Iterator
from typing import Final

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
    """Standard output took no more (a full disk); what was printed is incomplete. Carries the system's reason."""


@contextlib.contextmanager
def written() -> Iterator[None]:
    """Turn a failure of standard output into OutputLost; BrokenPipeError stays, for it only says that nobody reads on."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputLost(error.strerror or str(error)) from error


def write(text: str) -> None:
    """Print a line (or several) for a person."""
    with written():
        sys.stdout.write(_CONTROLS.sub("", text) + "\n")


def write_json(value: object) -> None:
    """Print one JSON value as UTF-8."""
    import msgspec

    body = msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
    with written():
        sys.stdout.flush()
        sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()


def tell(message: str) -> None:
    """Tell the person something beside the output."""
    sys.stderr.write(_CONTROLS.sub("", message) + "\n")


def write_error(error: PembacaError, *, is_json: bool) -> None:
    """Tell what went wrong; with --json stdout still carries one value."""
    from pembaca.cli.shapes import ErrorShape, FailedShape
    from pembaca.presenters import messages

    words = messages.of(error)
    if isinstance(error, VoiceError):  # the window's advice names its own buttons
        words = dataclasses.replace(words, action=tr("Jalankan pembaca doctor untuk memeriksa."))
    message = words.whole
    tell(message)
    if is_json:
        write_json(FailedShape(error=ErrorShape(code=code_of(error), message=message)))


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
