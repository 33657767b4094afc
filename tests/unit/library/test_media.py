"""Facts of the pictures' folder."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.library.making import paths_under

from pembaca.errors import LibraryError, LibraryUnwritable
from pembaca.library.library import Library


def test_picture_comes_back_under_its_name(library: Library) -> None:
    """
    A picture fetched yesterday is shown today without a network.
    """
    name = library.put_media(b"gambar", ".JPG")

    assert b"gambar" == library.media_path(name).read_bytes()
    assert (name[:2], ".jpg") == (name[3:5], library.media_path(name).suffix)


def test_same_picture_is_kept_once(library: Library) -> None:
    """
    A logo that stands in every article takes the room of one.
    """
    first = library.put_media(b"logo", "png")
    written = library.media_path(first).stat().st_ino

    assert first == library.put_media(b"logo", "png")
    assert written == library.media_path(first).stat().st_ino


def test_truncated_picture_is_written_again(library: Library) -> None:
    """
    A file that a full disk cut short is made whole by the next refresh.
    """
    name = library.put_media(b"gambar", "png")
    library.media_path(name).write_bytes(b"gam")
    library.put_media(b"gambar", "png")

    assert b"gambar" == library.media_path(name).read_bytes()


@given(name=st.one_of(st.text(max_size=80), st.from_regex(r"[0-9a-f]{2}/[0-9a-f]{64}\.[a-z]{3}(\n|/\.\./x|\0)?", fullmatch=True)))
def test_no_name_leads_out_of_the_folder(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    """
    A hostile document cannot have a file of the person shown as its picture.
    """
    paths = paths_under(tmp_path_factory.getbasetemp())
    library = Library.open(paths)
    try:
        file = library.media_path(name)
    except LibraryError:
        return
    finally:
        library.close()

    assert file.resolve().is_relative_to(paths.media.resolve())


def test_link_in_the_folder_leads_nowhere(library: Library, tmp_path: Path) -> None:
    """
    Not even a planted symbolic link does.
    """
    name = library.put_media(b"gambar", "png")
    folder = library.media_path(name).parent
    library.media_path(name).unlink()
    folder.rmdir()
    (tmp_path / "luar").mkdir()
    folder.symlink_to(tmp_path / "luar", target_is_directory=True)

    with pytest.raises(LibraryError):
        library.media_path(name)


@pytest.mark.parametrize("extension", ["", "../x", "toolong", "a b", "j\0g"])
def test_odd_extension_is_refused(library: Library, extension: str) -> None:
    """
    A file name is made of what we know, never of what a server says.
    """
    with pytest.raises(LibraryError):
        library.put_media(b"x", extension)


def test_folder_that_refuses_is_told_and_holds_no_rest(tmp_path: Path) -> None:
    """
    When a picture cannot be stored the article goes on without it, and nothing half-written stays.
    """
    paths = paths_under(tmp_path)
    library = Library.open(paths)
    paths.media.rmdir()
    paths.media.write_text("bukan folder")

    with pytest.raises(LibraryUnwritable):
        library.put_media(b"gambar", "png")
    library.close()


def test_rest_of_a_killed_program_is_swept_up(tmp_path: Path) -> None:
    """
    Half pictures do not fill the disk of a kiosk that is switched off at the wall every evening.
    """
    paths = paths_under(tmp_path)
    library = Library.open(paths)
    library.put_media(b"gambar", "png")
    library.close()
    old, fresh = paths.media / ".unfinished" / "tua", paths.media / ".unfinished" / "muda"
    for file in (old, fresh):
        file.write_bytes(b"x")
    two_hours_ago = time.time() - 7200
    os.utime(old, (two_hours_ago, two_hours_ago))
    Library.open(paths).close()

    assert (False, True) == (old.exists(), fresh.exists())
