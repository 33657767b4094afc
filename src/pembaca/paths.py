"""Where the person's files lie."""

from __future__ import annotations

import os
from pathlib import Path

import appdirs
import msgspec


class Paths(msgspec.Struct, frozen=True):
    """All places of one library. Only what can be made again from ``data`` lies under ``cache``."""

    data: Path
    cache: Path

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.data / "library.sqlite3"

    @property
    def media(self) -> Path:
        """The folder of downloaded pictures, named by hash."""
        return self.data / "media"

    @property
    def settings(self) -> Path:
        """The person's settings."""
        return self.data / "settings.json"

    @property
    def lexicon(self) -> Path:
        """The person's own dictionary of how words are said."""
        return self.data / "lexicon.json"

    @property
    def log(self) -> Path:
        """The log file."""
        return self.data / "pembaca.log"

    @property
    def lock(self) -> Path:
        """The lock that keeps a second window away."""
        return self.data / "window.lock"


def find(data_dir: str | os.PathLike[str] | None = None) -> Paths:
    """Return the places to use; nothing is made on disk.

    Args:
        data_dir: what ``--data-dir`` named; else ``PEMBACA_HOME``, if it is not empty; else the system's place for user data.
    """
    chosen = data_dir or os.environ.get("PEMBACA_HOME")
    if chosen:
        data = _of_person(Path(chosen)).absolute()
        return Paths(data=data, cache=data / "cache")
    return Paths(
        data=Path(appdirs.user_data_dir("pembaca", appauthor=False)),
        cache=Path(appdirs.user_cache_dir("pembaca", appauthor=False)),
    )


def _of_person(path: Path) -> Path:
    """Put the home folder in a tilde's place, where somebody has that home."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path
