"""The one tree of errors. Each class says what is still true afterwards and carries facts, never sentences.

PembacaError
├── Cancelled             the person or a deadline of the caller ended the work; nothing half-done is kept
├── FeedError             a feed could not be refreshed; the stored articles are still good
│   ├── FetchError        its bytes could not be had
│   └── ParseError        its bytes are no feed that can be read
├── ContentError          a page gave no article; the feed's own text is shown instead
├── LibraryError          the library could not do it; what was stored before is unchanged
│   ├── LibraryTooNew     written by a later version; nothing was touched
│   ├── LibraryDamaged    the database fails its integrity check; the file is left where it is
│   ├── BackupUnreadable  a file is no whole backup of a library; nothing was replaced
│   └── LibraryUnwritable disk full, read-only or busy; reading still works
│       ├── LibraryNotMade    there is none yet, and none can be made
│       └── BackupUnwritable  a backup cannot be written; library and older backup are unchanged
├── FeedListError         a list of feeds could not be read or written; the feeds are as they were
├── SettingsError         the settings file cannot be read; the built-in values are used for what was lost
│   └── SettingsUnwritable  it cannot be written; the change holds until the program ends
├── LexiconError          a rule of the person's own dictionary cannot be used; the other rules are unchanged
│   ├── LexiconUnreadable   the file of rules, or one to import, cannot be read; nothing was changed
│   └── LexiconUnwritable   it cannot be written; the rules are as they were
├── VoiceError            nothing can be spoken at the moment; reading on screen still works
├── NoDisplay             no window can be shown here; the other commands still work
└── Unexpected            a fault of the program itself; it is in the log, what was stored before is unchanged
"""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

FeedErrorCode = Literal[
    "not_a_feed",
    "empty",
    "http_status",
    "timeout",
    "too_large",
    "tls",
    "redirect",
    "unsupported_scheme",
    "dns",
    "connection",
    "truncated",
    "malformed",
]
FeedListErrorCode = Literal["unreadable", "unwritable", "empty", "too_large", "no_list", "damaged"]
LexiconErrorCode = Literal[
    "empty",
    "too_long",
    "unprintable",
    "bad_expression",
    "too_big",
    "fits_nothing",
    "runaway",
    "bad_say",
    "bad_phonemes",
    "bad_feed",
    "too_large",
    "too_many",
    "unknown_rule",
    "unreadable",
    "unwritable",
]
VoiceErrorCode = Literal["no_engine", "no_voice", "no_sound", "died", "hung", "render"]


class PembacaError(Exception):
    """Anything the program expects to go wrong; a boundary turns it into a sentence for the reader."""


class Cancelled(PembacaError):
    """The work was ended on request; nothing half-done is kept."""


class FeedError(PembacaError):
    """A feed could not be refreshed; the stored articles are still good."""

    def __init__(
        self, url: str, code: FeedErrorCode, detail: str = "", status: int | None = None, wait: timedelta | None = None
    ) -> None:
        super().__init__(f"{code}: {url} {detail}".strip())
        self.url = url
        self.code: FeedErrorCode = code
        self.detail = detail
        self.status = status
        self.wait = wait  # how long the server wants to be left alone, if it said so


class FetchError(FeedError):
    """The bytes of a feed, page or image could not be had; the stored copy is untouched."""


class ParseError(FeedError):
    """The bytes are no feed that can be read; the stored copy is untouched."""


class ContentError(PembacaError):
    """A page gave no article; the feed's own text is shown instead."""

    def __init__(self, url: str, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {url} {detail}".strip())
        self.url = url
        self.code = code
        self.detail = detail


class LibraryError(PembacaError):
    """The library could not do what was asked; what was stored before is unchanged."""

    def __init__(self, path: str, detail: str = "") -> None:
        super().__init__(f"{path}: {detail}")
        self.path = path
        self.detail = detail


class LibraryTooNew(LibraryError):
    """The database was written by a later version of Pembaca; nothing was touched."""


class LibraryDamaged(LibraryError):
    """The database fails its integrity check; the file is left where it is."""


class BackupUnreadable(LibraryError):
    """A file is no whole backup of a library; nothing was replaced. ``path`` is the file's."""


class LibraryUnwritable(LibraryError):
    """The disk is full, read-only or busy; reading what is stored still works."""


class LibraryNotMade(LibraryUnwritable):
    """There is no library yet, and none can be made there; nothing was changed."""


class BackupUnwritable(LibraryUnwritable):
    """A backup cannot be written; the library is unchanged, and so is what was there before. ``path`` is the file's.

    ``number``: the system's errno.
    """

    def __init__(self, path: str, detail: str = "", number: int | None = None) -> None:
        super().__init__(path, detail)
        self.number = number


class FeedListError(PembacaError):
    """A list of feeds could not be read or written as a file; no feed was added, no file replaced.

    ``number``: the system's errno if it was the system that refused.
    """

    def __init__(self, path: str, code: FeedListErrorCode, detail: str = "", number: int | None = None) -> None:
        super().__init__(f"{code}: {path} {detail}".strip())
        self.path = path
        self.code: FeedListErrorCode = code
        self.detail = detail
        self.number = number


class SettingsError(PembacaError):
    """The settings file cannot be read; the built-in values are in force, for the fields in ``dropped`` or, if none, for all.

    ``aside``: where the old file is kept now, "" if it could not be moved.
    """

    def __init__(self, path: str, detail: str = "", *, aside: str = "", dropped: tuple[str, ...] = ()) -> None:
        super().__init__(f"{path}: {detail}")
        self.path = path
        self.detail = detail
        self.aside = aside
        self.dropped = dropped


class SettingsUnwritable(SettingsError):
    """The settings file cannot be written; the change holds until the program ends."""


class LexiconError(PembacaError):
    """A rule of the person's own dictionary cannot be used; the other rules are unchanged. ``about`` is the text at fault."""

    def __init__(self, code: LexiconErrorCode, about: str = "", detail: str = "") -> None:
        super().__init__(f"{code}: {about} {detail}".strip())
        self.code: LexiconErrorCode = code
        self.about = about
        self.detail = detail


class LexiconUnreadable(LexiconError):
    """The file of rules, or one to import, cannot be read; nothing was changed. ``about`` is its path."""

    def __init__(self, path: str, detail: str = "") -> None:
        super().__init__("unreadable", path, detail)


class LexiconUnwritable(LexiconError):
    """The file of rules cannot be written; the rules are as they were. ``about`` is its path."""

    def __init__(self, path: str, detail: str = "") -> None:
        super().__init__("unwritable", path, detail)


class VoiceError(PembacaError):
    """Nothing can be spoken at the moment; reading on screen still works."""

    def __init__(self, code: VoiceErrorCode, detail: str = "") -> None:
        super().__init__(f"{code} {detail}".strip())
        self.code: VoiceErrorCode = code
        self.detail = detail


class NoDisplay(PembacaError):
    """No window can be shown here: there is no display, or it does not let us in."""


class Unexpected(PembacaError):
    """A fault of the program itself, noticed at a boundary and written to the log; what was stored before is unchanged."""
