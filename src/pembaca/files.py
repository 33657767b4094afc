"""Write a file that a person named, whole or not at all. It never deletes, cuts short or replaces what it cannot make anew."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import stat
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

_STALE_S: Final = 3600
_PATIENCE_S: Final = 10.0
"""For a lock: whoever holds it reads and writes one small file."""
_LOOK_AGAIN_S: Final = 0.01
_MOST_LINKS: Final = 40
_HANDLE: Final = re.compile(r"/(?:dev|proc/(\d+)(?:/task/\d+)?)/fd/(\d+)")


@contextlib.contextmanager
def whole(*targets: Path) -> Iterator[tuple[BinaryIO, ...]]:
    """Give a stream, which can seek, for each target; what was written gets there when the block has ended well.

    A regular file is made beside its target and then takes its place and its rights; symbolic links are followed. A device, a
    pipe or /dev/stdout gets the bytes themselves and stays what it is.

    Raises:
        OSError: ``filename`` is the target's name; nothing that was there before is lost.
    """
    with contextlib.ExitStack() as drafts:
        made = [drafts.enter_context(_Draft(target)) for target in targets]
        yield tuple(draft.stream for draft in made)
        for draft in made:
            draft.finish()
        for draft in made:
            draft.put_in_place()


@contextlib.contextmanager
def locked(target: Path) -> Iterator[None]:
    """Keep other programs, and other threads of this one, from changing *target* as well until the block ends.

    They have to ask too. The lock is a file beside *target* that stays, and ends with the program that holds it; where the disk
    knows no locks, as some in the network, everyone goes on at once.

    Raises:
        OSError: the lock cannot be made, or somebody else held it for too long.
    """
    with target.with_name(f".{target.name}.lock").open("ab") as lock:
        until = time.monotonic() + _PATIENCE_S
        while not _taken(lock.fileno()):
            if time.monotonic() > until:
                raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(target))
            time.sleep(_LOOK_AGAIN_S)
        yield


def _taken(handle: int) -> bool:
    """Take the lock if it is free; closing the file gives it back."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EAGAIN, errno.EACCES, errno.EDEADLK)  # else this disk knows no locks
    return True


def folder_for(target: Path) -> tuple[Path, str]:
    """Return where to make something large that goes into *target*, and how its name must begin to be swept up one day."""
    place = _place(target)
    return (place.parent, _unfinished(place)) if place is not None else (Path(tempfile.gettempdir()), "pembaca-")


def is_stream(target: Path) -> bool:
    """Whether *target* is no regular file, there or to be made, but a device, a pipe or /dev/stdout."""
    return _place(target) is None


def is_same(one: Path, other: Path) -> bool:
    """Whether both names lead to the same file, there or to be made."""
    if os.path.realpath(one) == os.path.realpath(other):
        return True
    with contextlib.suppress(OSError):
        return one.samefile(other)
    return False


class _Draft:
    """What will be a target once it is finished."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._file: Path | None = None
        with self._named():
            self._place = _place(target)
            self.stream = self._beside(self._place) if self._place is not None else _nameless()

    def __enter__(self) -> _Draft:
        return self

    def __exit__(self, *exc: object) -> None:
        with contextlib.suppress(OSError):
            self.stream.close()
        if self._file is not None:
            self._file.unlink(missing_ok=True)

    def finish(self) -> None:
        """Bring every byte to the disk, or into the device."""
        with self._named():
            self.stream.flush()
            if self._place is not None:
                _to_disk(self.stream.fileno())
                return
            self.stream.seek(0)
            with _opened(self._target) as device:
                shutil.copyfileobj(self.stream, device)

    def put_in_place(self) -> None:
        """Give a finished file the target's name."""
        if self._place is None or self._file is None:
            return
        with self._named():
            self.stream.close()
            self._file.replace(self._place)
            self._file = None
        if os.name != "nt":  # make the new name durable; Windows cannot open a folder and does not need it
            with contextlib.suppress(OSError):
                folder = os.open(self._place.parent, os.O_RDONLY)
                try:
                    os.fsync(folder)
                finally:
                    os.close(folder)

    def _beside(self, place: Path) -> BinaryIO:
        _sweep(place)
        before = place.stat() if place.exists() else None
        if before is not None and not os.access(place, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
        file = place.with_name(_unfinished(place) + os.urandom(6).hex())
        stream = file.open("x+b")
        self._file = file
        if before is not None:
            for owner in (
                -1,
                before.st_uid,
            ):  # only root gives files away, others keep the group; Windows has none
                with contextlib.suppress(OSError, AttributeError):
                    os.chown(file, owner, before.st_gid)
            with contextlib.suppress(OSError):
                file.chmod(stat.S_IMODE(before.st_mode))
        return stream

    @contextlib.contextmanager
    def _named(self) -> Iterator[None]:
        """Let errors name the target and not the file beside it."""
        try:
            yield
        except OSError as error:
            error.filename, error.filename2 = str(self._target), None
            raise


def _to_disk(handle: int) -> None:
    """Wait until the disk has it; some network disks know no such order."""
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise


def _nameless() -> BinaryIO:
    stream: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115 - the draft closes it
    return stream


def _place(target: Path) -> Path | None:
    """Return the regular file, there or to be made, to which *target* leads; None if that is something else.

    Raises:
        IsADirectoryError: it is a folder.
    """
    if _handle(target):
        return None
    place = Path(os.path.realpath(target))
    try:
        mode = place.stat().st_mode
    except FileNotFoundError:
        return place
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    return place if stat.S_ISREG(mode) else None


def _handle(target: Path) -> str:
    """Return the open file for which *target* stands, as /dev/stdout does: "/proc/1234/fd/1"; "" if it is an ordinary name."""
    at = Path.cwd() / target
    for _ in range(_MOST_LINKS):
        at = Path(os.path.realpath(at.parent)) / at.name
        if _HANDLE.fullmatch(str(at)):
            return str(at)
        if not at.is_symlink():
            break
        at = at.parent / at.readlink()
    return ""


def _opened(target: Path) -> BinaryIO:
    """Open what is no regular file; an open file of this very process goes on where it is, and nothing in it is cut off."""
    found = _HANDLE.fullmatch(_handle(target))
    if found and found[1] in (None, str(os.getpid())):
        return os.fdopen(os.dup(int(found[2])), "wb")
    return target.open("wb")


def _unfinished(place: Path) -> str:
    return f".pembaca-{zlib.crc32(os.fsencode(place.name)):08x}-"


def _sweep(place: Path) -> None:
    """Delete what killed programs left beside *place* an hour ago or longer."""
    for rest in place.parent.glob(f"{_unfinished(place)}*"):
        with contextlib.suppress(OSError):
            if time.time() - rest.stat().st_mtime > _STALE_S:
                shutil.rmtree(rest) if rest.is_dir() else rest.unlink()
