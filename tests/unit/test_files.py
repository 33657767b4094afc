"""Facts of files that a person named: whole or not at all, and nothing of an earlier one is lost."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from pembaca.files import folder_for, is_same, is_stream, whole
from pembaca.processes import surroundings


class Broken(Exception):
    """What goes wrong halfway."""


def put(body: bytes, *targets: Path) -> None:
    with whole(*targets) as streams:
        for stream in streams:
            stream.write(body)


def test_what_was_written_is_there_and_nothing_else(tmp_path: Path) -> None:
    """
    A file takes the earlier one's place; the folder holds no remains.
    """
    (tmp_path / "a").write_bytes(b"lama")
    put(b"baru", tmp_path / "a", tmp_path / "b")

    assert {"a": b"baru", "b": b"baru"} == {file.name: file.read_bytes() for file in tmp_path.iterdir()}


def test_a_failure_leaves_every_file_as_it_was(tmp_path: Path) -> None:
    """
    Yesterday's recording is worth more than half of today's.
    """
    (tmp_path / "a").write_bytes(b"lama")
    with pytest.raises(Broken), whole(tmp_path / "a", tmp_path / "b") as (first, _):
        first.write(b"separuh")
        raise Broken

    assert {"a": b"lama"} == {file.name: file.read_bytes() for file in tmp_path.iterdir()}


@pytest.mark.parametrize("wrong", ["tidak/ada", "folder", "a/b", "n" * 300])
def test_a_second_file_that_cannot_be_saves_the_first(tmp_path: Path, wrong: str) -> None:
    """
    All names are tried before anything is written, and the error tells the name that the person knows.
    """
    (tmp_path / "a").write_bytes(b"lama")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError) as told:
        put(b"baru", tmp_path / "a", tmp_path / wrong)

    assert (str(tmp_path / wrong), b"lama") == (told.value.filename, (tmp_path / "a").read_bytes())
    assert {"a", "folder"} == {file.name for file in tmp_path.iterdir()}


def test_links_are_followed_and_stay(tmp_path: Path) -> None:
    """
    A list that is kept in another folder by a link stays there, also when the file itself is not made yet.
    """
    (tmp_path / "asli").mkdir()
    (tmp_path / "satu").symlink_to("asli/satu")
    (tmp_path / "dua").symlink_to(tmp_path / "satu")
    for body in (b"pertama", b"kedua"):
        put(body, tmp_path / "dua")

        assert body == (tmp_path / "asli" / "satu").read_bytes()
    assert (tmp_path / "satu").is_symlink() and (tmp_path / "dua").is_symlink()
    assert ["satu"] == [file.name for file in (tmp_path / "asli").iterdir()]


def test_links_in_a_circle_are_an_error(tmp_path: Path) -> None:
    """
    They lead nowhere, and stay as they are.
    """
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError):
        put(b"x", tmp_path / "a")

    assert (tmp_path / "a").is_symlink()


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_rights_stay_and_new_files_get_the_usual_ones(tmp_path: Path, mode: int) -> None:
    """
    A private list stays private; a new one can be read by whoever may read new files.
    """
    (tmp_path / "a").write_bytes(b"lama")
    (tmp_path / "a").chmod(mode)
    (tmp_path / "biasa").write_bytes(b"")
    put(b"baru", tmp_path / "a", tmp_path / "b")

    assert mode == stat.S_IMODE((tmp_path / "a").stat().st_mode)
    assert (tmp_path / "biasa").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_a_pipe_gets_the_bytes_and_stays_a_pipe(tmp_path: Path) -> None:
    """
    Another program reads on at its end; it gets all or nothing.
    """
    pipe = tmp_path / "pipa"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    put(b"isi", pipe)
    reader.join(30)
    with pytest.raises(Broken), whole(pipe) as (stream,):
        stream.write(b"separuh")
        raise Broken

    assert ([b"isi"], True, True) == (got, is_stream(pipe), pipe.is_fifo())


def test_a_device_stays_a_device(tmp_path: Path) -> None:
    """
    Root who writes to a device has it afterwards; where devices cannot be made, a link to the one there is shows the same.
    """
    device = tmp_path / "penuh"
    try:
        os.mknod(device, stat.S_IFCHR | 0o600, os.makedev(1, 7))
        device.open("wb").close()
    except OSError:
        device.unlink(missing_ok=True)
        device.symlink_to("/dev/full")
    (tmp_path / "a").write_bytes(b"lama")
    with pytest.raises(OSError) as told:
        put(b"baru", device, tmp_path / "a")

    assert (str(device), True, b"lama") == (told.value.filename, device.is_char_device(), (tmp_path / "a").read_bytes())
    assert {"a", "penuh"} == {file.name for file in tmp_path.iterdir()}


STDOUT = """
import sys
from pathlib import Path
from pembaca.files import whole
with whole(Path(sys.argv[1])) as (stream,):
    stream.write(b"isi")
"""


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "tautan"])
def test_standard_output_goes_on_where_it_is(tmp_path: Path, name: str) -> None:
    """
    What the shell opened for appending is neither cut off nor replaced.
    """
    (tmp_path / "tautan").symlink_to("/dev/stdout")
    (tmp_path / "keluar").write_bytes(b"lama ")
    with (tmp_path / "keluar").open("ab") as out:
        subprocess.run((sys.executable, "-c", STDOUT, name), cwd=tmp_path, stdout=out, env=surroundings(), check=True)

    assert b"lama isi" == (tmp_path / "keluar").read_bytes()
    assert (tmp_path / "tautan").is_symlink()


def test_a_file_made_read_only_is_not_replaced(tmp_path: Path) -> None:
    """
    Who protects a file means it; root, who may write everything, may here too.
    """
    file = tmp_path / "a"
    file.write_bytes(b"lama")
    file.chmod(0o444)
    if os.access(file, os.W_OK):
        put(b"baru", file)
    else:
        with pytest.raises(PermissionError):
            put(b"baru", file)

    assert 0o444 == stat.S_IMODE(file.stat().st_mode)
    assert (b"baru" if os.access(file, os.W_OK) else b"lama") == file.read_bytes()


def test_what_a_killed_program_left_is_swept_up(tmp_path: Path) -> None:
    """
    Only what belongs to this very file, and only when nobody can be at work on it any more.
    """
    folder, prefix = folder_for(tmp_path / "a")
    old, fresh, other = folder / f"{prefix}tua", folder / f"{prefix}baru", folder / f"{folder_for(tmp_path / 'b')[1]}tua"
    for rest in (old, fresh, other):
        rest.write_bytes(b"x")
    for rest in (old, other):
        os.utime(rest, (time.time() - 7200, time.time() - 7200))
    put(b"baru", tmp_path / "a")

    assert [False, True, True] == [rest.exists() for rest in (old, fresh, other)]


def test_one_file_is_known_under_two_names(tmp_path: Path) -> None:
    """
    Two results must not go into one file.
    """
    (tmp_path / "a").symlink_to("c")
    (tmp_path / "d").write_bytes(b"")
    os.link(tmp_path / "d", tmp_path / "e")

    assert is_same(tmp_path / "a", tmp_path / "c") and is_same(tmp_path / "d", tmp_path / "e")
    assert not is_same(tmp_path / "c", tmp_path / "d")
