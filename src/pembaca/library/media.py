"""Keep pictures in a folder, named by what they hold. A file is there whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pembaca.errors import LibraryError, LibraryUnwritable
from pembaca.patterns import late

if TYPE_CHECKING:
    from collections.abc import Collection

_NAME: Final = late(r"[0-9a-f]{2}/[0-9a-f]{64}\.[a-z0-9]{1,5}")
_EXTENSION: Final = late(r"[a-z0-9]{1,5}")
UNFINISHED: Final = ".unfinished"
_STALE_S: Final = 3600


def put(folder: Path, body: bytes, extension: str) -> str:
    """Store *body* and return its name, ``ab/<sha256>.<extension>``; storing it twice changes nothing.

    Raises:
        LibraryUnwritable: nothing was stored.
    """
    suffix = extension.lower().lstrip(".")
    if not _EXTENSION.fullmatch(suffix):
        raise LibraryError(str(folder), f"extension {extension!r}")
    from hashlib import sha256  # loads OpenSSL, which the start of the window can do without

    digest = sha256(body).hexdigest()
    name = f"{digest[:2]}/{digest}.{suffix}"
    target = folder / name
    try:
        if target.is_file() and target.stat().st_size == len(body):
            os.utime(target)  # needed again: see drop_others and room.py
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            _write(folder / UNFINISHED, target, body)
    except OSError as error:
        raise LibraryUnwritable(str(target), reason(error)) from error
    return name


def path(folder: Path, name: str) -> Path:
    """Return the file of *name*, which need not be there.

    Raises:
        LibraryError: *name* is not one that ``put`` gives, or leads out of the folder.
    """
    file = folder / name
    if not _NAME.fullmatch(name) or not file.resolve().is_relative_to(folder.resolve()):
        raise LibraryError(str(folder), f"media name {name!r}")
    return file


def sweep(folder: Path) -> None:
    """Delete what a killed program left half-written an hour ago or longer; what cannot be deleted stays."""
    with contextlib.suppress(OSError):
        for file in (folder / UNFINISHED).iterdir():
            if time.time() - file.stat().st_mtime > _STALE_S:
                file.unlink(missing_ok=True)


def drop_others(folder: Path, shown: Collection[str]) -> int:
    """Delete pictures that are not *shown* and older than an hour; return how many. What cannot be deleted stays."""
    dropped = 0
    for file in tuple(folder.glob("??/*")):
        if f"{file.parent.name}/{file.name}" not in shown:
            with contextlib.suppress(OSError):
                if time.time() - file.stat().st_mtime > _STALE_S:
                    file.unlink()
                    dropped += 1
    return dropped


def reason(error: OSError) -> str:
    """Return "full" or "readonly", the two ways in which a folder refuses a file."""
    return "full" if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG) else "readonly"


def _write(unfinished: Path, target: Path, body: bytes) -> None:
    unfinished.mkdir(exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=unfinished)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    sync(target.parent)


def sync(folder: Path) -> None:
    """Make the new name durable; Windows cannot open a folder and does not need it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
