"""Write the whole library into one file, and put it back: articles, marks, places, pictures, settings, dictionary. Blocking.

The file is a ZIP that any program can open: ``manifest.json`` says what is in it, with the SHA-256 of everything but the
pictures, whose names are their SHA-256.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import struct
import tempfile
import zipfile
import zlib
from dataclasses import dataclass
from datetime import datetime  # msgspec looks the name up when it decodes
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

import msgspec

from pembaca.cancel import CancelToken, Progress, Report, silent
from pembaca.errors import BackupUnreadable, BackupUnwritable, LibraryUnwritable
from pembaca.files import folder_for, whole
from pembaca.library.media import UNFINISHED, reason
from pembaca.library.restoring import Waiting, prepared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pembaca.library.library import Library
    from pembaca.paths import Paths

_FORMAT: Final = 1
_DATABASE, _SETTINGS, _LEXICON, _MANIFEST = "library.sqlite3", "settings.json", "lexicon.json", "manifest.json"
_PICTURE: Final = re.compile(r"media/([0-9a-f]{2}/([0-9a-f]{64})\.[a-z0-9]{1,5})")
_PIECE: Final = 1 << 20
_LARGEST_MANIFEST: Final = 100_000_000


class _Manifest(msgspec.Struct):
    format: int
    made_at: datetime
    articles: int
    feeds: int
    database_sha256: str
    database_bytes: int
    settings_sha256: str = ""
    lexicon_sha256: str = ""
    pictures: int = 0
    media_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a backup. ``kept`` is where a restore put what was there before ("" where nothing was)."""

    articles: int
    feeds: int
    pictures: int
    made_at: datetime
    kept: str = ""


def back_up(
    library: Library, paths: Paths, target: Path, *, now: datetime, cancel: CancelToken | None = None, report: Report = silent
) -> Contents:
    """Write everything into *target*, whole or not at all, as ``files.whole`` does.

    The library stays in use meanwhile; what is in the file is its state when the writing began.

    Raises:
        BackupUnwritable: there is no room or no right; an older file is untouched.
        Cancelled: likewise.
    """
    target = target.absolute()
    try:
        with whole(target) as (packed,):
            beside, prefix = folder_for(target)
            with tempfile.TemporaryDirectory(dir=beside, prefix=prefix) as folder:
                database = Path(folder) / _DATABASE
                counted = library.upkeep.copy_to(database)
                return _pack(counted, paths, database, packed, now, cancel or CancelToken(), report)
    except OSError as error:
        raise BackupUnwritable(str(target), reason(error), error.errno) from error


def restore(paths: Paths, source: Path, *, now: datetime, cancel: CancelToken | None = None, report: Report = silent) -> Contents:
    """Put what a backup holds in the library's place, after all of it was checked; what was there is set aside.

    Pictures are added to those that are there.

    Raises:
        BackupUnreadable: the file is no whole backup; nothing was replaced.
        LibraryTooNew: it was made by a later version; nothing was replaced.
        LibraryUnwritable: no room, no right, or "busy": a window or another command has the library open.
        Cancelled: nothing was replaced.
    """
    cancel = cancel or CancelToken()
    try:
        with _opened(source) as packed, prepared(paths) as waiting:
            manifest = _manifest(packed, source)
            _unpack_database(packed, manifest, source, waiting, cancel)
            names = _pictures(packed)
            for number, name in enumerate(names):
                cancel.check()
                report(Progress(number, len(names)))
                _unpack_picture(packed, name, source, paths.media)
            settings = _small(packed, _SETTINGS, manifest.settings_sha256, source)
            lexicon = _small(packed, _LEXICON, manifest.lexicon_sha256, source)
            kept = waiting.put_in_place(now)
            for file, body in ((paths.settings, settings), (paths.lexicon, lexicon)):
                if body is not None:
                    _put(file, body, now)
    except OSError as error:
        raise LibraryUnwritable(str(paths.data), reason(error)) from error
    return Contents(manifest.articles, manifest.feeds, len(names), manifest.made_at, str(kept or ""))


def _pack(
    counted: tuple[int, int], paths: Paths, database: Path, packed: IO[bytes], now: datetime, cancel: CancelToken, report: Report
) -> Contents:
    files = sorted(file for file in paths.media.glob("??/*") if _PICTURE.fullmatch(f"media/{file.parent.name}/{file.name}"))
    pictures = size = 0
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        out.write(database, _DATABASE)
        settings, lexicon = _pack_small(out, _SETTINGS, paths.settings), _pack_small(out, _LEXICON, paths.lexicon)
        for number, file in enumerate(files):
            cancel.check()
            report(Progress(number, len(files)))
            body = _read(file)
            if body is not None and hashlib.sha256(body).hexdigest() == file.stem:  # a damaged picture would spoil the backup
                out.writestr(f"media/{file.parent.name}/{file.name}", body, zipfile.ZIP_STORED)
                pictures, size = pictures + 1, size + len(body)
        with database.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        manifest = _Manifest(_FORMAT, now, *counted, digest, database.stat().st_size, settings, lexicon, pictures, size)
        out.writestr(_MANIFEST, msgspec.json.format(msgspec.json.encode(manifest)))
    return Contents(*counted, pictures, now)


@contextlib.contextmanager
def _opened(source: Path) -> Iterator[zipfile.ZipFile]:
    try:
        packed = zipfile.ZipFile(source)
    except (OSError, zipfile.BadZipFile, ValueError, struct.error) as error:
        raise BackupUnreadable(str(source), "not a backup") from error
    with packed:
        try:
            yield packed
        except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, KeyError, NotImplementedError, RuntimeError) as error:
            raise BackupUnreadable(str(source), str(error)) from error


def _manifest(packed: zipfile.ZipFile, source: Path) -> _Manifest:
    if packed.getinfo(_MANIFEST).file_size > _LARGEST_MANIFEST:
        raise BackupUnreadable(str(source), "manifest")
    try:
        manifest = msgspec.json.decode(packed.read(_MANIFEST), type=_Manifest)
    except msgspec.DecodeError as error:
        raise BackupUnreadable(str(source), "manifest") from error
    if manifest.format > _FORMAT:
        raise BackupUnreadable(str(source), f"format {manifest.format}")
    held = len(_pictures(packed))
    if held != manifest.pictures:
        raise BackupUnreadable(str(source), f"{held} pictures of {manifest.pictures}")
    return manifest


def _pictures(packed: zipfile.ZipFile) -> list[str]:
    return [name for name in packed.namelist() if _PICTURE.fullmatch(name)]


def _unpack_database(packed: zipfile.ZipFile, manifest: _Manifest, source: Path, waiting: Waiting, cancel: CancelToken) -> None:
    """Unpack and check the database, no byte more than it is said to have."""
    with packed.open(_DATABASE) as stream, waiting.file.open("xb") as file:
        if _copied(stream, file, manifest.database_bytes, cancel) != manifest.database_sha256:
            raise BackupUnreadable(str(source), _DATABASE)
    waiting.check(str(source))


def _copied(stream: IO[bytes], file: IO[bytes], most: int, cancel: CancelToken) -> str:
    digest, held = hashlib.sha256(), 0
    while piece := stream.read(_PIECE):
        cancel.check()
        held += len(piece)
        if held > most:
            return ""
        digest.update(piece)
        file.write(piece)
    return digest.hexdigest() if held == most else ""


def _unpack_picture(packed: zipfile.ZipFile, name: str, source: Path, folder: Path) -> None:
    found = _PICTURE.fullmatch(name)
    assert found is not None
    target = folder / found[1]
    if target.is_file() and target.stat().st_size == packed.getinfo(name).file_size:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = folder / UNFINISHED  # swept when the library is opened
    unfinished.mkdir(exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=unfinished)
    try:
        with os.fdopen(handle, "wb") as file, packed.open(name) as stream:
            digest = _copied(stream, file, packed.getinfo(name).file_size, CancelToken())
            if digest != found[2]:
                raise BackupUnreadable(str(source), name)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _pack_small(out: zipfile.ZipFile, name: str, file: Path) -> str:
    """Pack a file if there is one, and return its digest; "" if there is none."""
    body = _read(file)
    if body is None:
        return ""
    out.writestr(name, body)
    return hashlib.sha256(body).hexdigest()


def _small(packed: zipfile.ZipFile, name: str, digest: str, source: Path) -> bytes | None:
    if not digest:
        return None
    if packed.getinfo(name).file_size > _LARGEST_MANIFEST:
        raise BackupUnreadable(str(source), name)
    body = packed.read(name)
    if hashlib.sha256(body).hexdigest() != digest:
        raise BackupUnreadable(str(source), name)
    return body


def _put(file: Path, body: bytes, now: datetime) -> None:
    """Put a file in its place; the one that was there is kept beside it."""
    if _read(file) == body:
        return
    if file.exists():
        shutil.copy2(file, file.with_name(f"{file.stem}.lama-{now:%Y%m%d-%H%M%S}.json"))
    temporary = file.with_name(f".{file.stem}-pulih")
    temporary.write_bytes(body)
    temporary.replace(file)


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None
