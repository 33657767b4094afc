"""Facts of backups: everything comes back, a damaged one replaces nothing, and what was there is kept."""

from __future__ import annotations

import os
import random
import sqlite3
import threading
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.unit.library.making import FEED, NOW, apply, child, entry, paths_under, titles

from pembaca.document import Document, Image
from pembaca.errors import BackupUnreadable, LibraryUnwritable
from pembaca.files import folder_for
from pembaca.library.library import Library
from pembaca.model import ReadingPlace, StoredEntry
from pembaca.paths import Paths
from pembaca.services.backup import back_up, restore

LATER = datetime(2026, 7, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture
def full(tmp_path: Path) -> Paths:
    """Return the places of a library with two articles, marks, a picture and settings."""
    paths = paths_under(tmp_path)
    library = Library.open(paths)
    name = library.put_media(b"gambar" * 1000, "png")
    picture = StoredEntry("b", "https://contoh.go.id/b", "f", Document("Bergambar", (Image("u", media=name),)), "")
    apply(library, entry("a", title="Pertama", text="Birokrasi."), picture)
    library.set_starred(1, True)
    library.set_place(2, ReadingPlace(3, 9))
    library.close()
    paths.settings.write_text('{"rate_wpm": 320}')
    paths.lexicon.write_text('{"version": 1, "rules": []}')
    return paths


def made(paths: Paths, target: Path) -> Path:
    library = Library.open(paths)
    back_up(library, paths, target, now=NOW)
    library.close()
    return target


def test_everything_comes_back_on_another_machine(full: Paths, tmp_path: Path) -> None:
    """
    The old computer is given away; the new one has every article, star, place, picture and setting.
    """
    target = made(full, tmp_path / "cadangan.pembaca")
    other = paths_under(tmp_path / "lain")
    contents = restore(other, target, now=LATER)
    old, new = Library.open(full), Library.open(other)

    assert (2, 1, 1, NOW, "") == (contents.articles, contents.feeds, contents.pictures, contents.made_at, contents.kept)
    assert [*old.articles()] == [*new.articles()]
    assert (old.place(2), old.document(1), old.feeds()) == (new.place(2), new.document(1), new.feeds())
    assert [file.read_bytes() for file in full.media.glob("??/*")] == [file.read_bytes() for file in other.media.glob("??/*")]
    assert full.lexicon.read_text() == other.lexicon.read_text()
    assert (full.settings.read_text(), (), 1) == (other.settings.read_text(), new.integrity(), len(new.search("birokrasi")))
    old.close()
    new.close()


def test_library_that_was_there_is_kept_aside(full: Paths, tmp_path: Path) -> None:
    """
    Who restores the wrong file can go back.
    """
    target = made(full, tmp_path / "cadangan")
    library = Library.open(full)
    apply(library, entry("c", title="Sesudahnya"))
    library.close()
    kept = Path(restore(full, target, now=LATER).kept)
    library = Library.open(full)
    before = sqlite3.connect(f"{kept.as_uri()}?mode=ro", uri=True)

    assert {"Pertama", "Bergambar"} == set(titles(library))
    assert (3, "library.lama-20260702-030405.sqlite3") == (
        before.execute("SELECT count(*) FROM entries").fetchone()[0],
        kept.name,
    )
    before.close()
    library.close()


def test_backup_is_made_while_the_window_is_open(full: Paths, tmp_path: Path) -> None:
    """
    A scheduled backup does not wait for the reader to stop reading.
    """
    window = Library.open(full)
    target = made(full, tmp_path / "cadangan")
    window.set_read(1, True)

    assert zipfile.ZipFile(target).testzip() is None
    with pytest.raises(LibraryUnwritable) as told:
        restore(full, target, now=LATER)
    assert ("busy", 2) == (told.value.detail, window.counts().total)
    window.close()


@pytest.mark.parametrize("seed", range(12))
def test_damaged_backup_replaces_nothing(full: Paths, tmp_path: Path, seed: int) -> None:
    """
    One flipped bit on an old stick is found before the good library is given up for it.
    """
    target = made(full, tmp_path / "cadangan")
    body = bytearray(target.read_bytes())
    chance = random.Random(seed)
    if seed % 3 == 0:
        body = body[: chance.randrange(len(body))]
    else:
        body[chance.randrange(len(body))] ^= 1 << chance.randrange(8)
    target.write_bytes(body)
    try:
        restore(full, target, now=LATER)
    except BackupUnreadable:
        is_refused = True
    else:
        is_refused = False  # a bit that means nothing, as of a date of the ZIP
    library = Library.open(full)

    assert ({"Pertama", "Bergambar"}, ()) == (set(titles(library)), library.integrity())
    assert is_refused or library.place(2) == ReadingPlace(3, 9)
    assert [] == [*full.data.glob("library.baru*"), *full.data.glob("library.siap*")]
    library.close()


def test_other_files_are_no_backups(full: Paths, tmp_path: Path) -> None:
    """
    A photo, an empty file, somebody else's ZIP, one with paths that lead elsewhere: refused, nothing written.
    """
    empty, photo, foreign, hostile = (tmp_path / name for name in ("kosong", "foto", "asing.zip", "jahat.zip"))
    empty.write_bytes(b"")
    photo.write_bytes(b"\xff\xd8\xff" * 999)
    for file, name in ((foreign, "surat.txt"), (hostile, "../../jahat")):
        with zipfile.ZipFile(file, "w") as out:
            out.writestr(name, "x")
    for file in (empty, photo, foreign, hostile, tmp_path / "tidak-ada"):
        with pytest.raises(BackupUnreadable):
            restore(full, file, now=LATER)

    library = Library.open(full)
    assert 2 == library.counts().total
    library.close()


def test_older_backup_stays_when_the_new_one_cannot_be_written(full: Paths, tmp_path: Path) -> None:
    """
    The stick is full: last week's backup is still on it.
    """
    library = Library.open(full)
    with pytest.raises(LibraryUnwritable):
        back_up(library, full, tmp_path / "tidak" / "ada" / "cadangan", now=NOW)
    target = tmp_path / "cadangan"
    back_up(library, full, target, now=NOW)
    apply(library, entry("c"))
    back_up(library, full, target, now=LATER)

    assert [target] == [file for file in tmp_path.iterdir() if file.name.startswith(("cadangan", ".pembaca"))]
    assert 3 == restore(paths_under(tmp_path / "lain"), target, now=LATER).articles
    library.close()


FULL = """
import resource, signal, sys
from pathlib import Path
from pembaca.errors import LibraryUnwritable
from pembaca.library.library import Library
from pembaca.paths import find
from pembaca.services.backup import back_up
from tests.unit.library.making import NOW
paths = find(sys.argv[1])
library = Library.open(paths)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
try:
    back_up(library, paths, Path(sys.argv[2]), now=NOW)
    print("written")
except LibraryUnwritable as error:
    print(error.detail, library.counts().total)
"""


@pytest.mark.parametrize("room", [1_000, 100_000, 160_000])
def test_full_disk_leaves_the_older_backup_whole(full: Paths, tmp_path: Path, room: int) -> None:
    """
    Wherever the room ends, in the copy of the database or in the packed file, last week's backup is still there.
    """
    library = Library.open(full)
    chance = random.Random(1)
    noise = " ".join("".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=9)) for _ in range(30_000))
    target = made(full, tmp_path / "cadangan")
    before = target.read_bytes()
    apply(library, entry("besar", text=noise))
    library.close()
    told = child(FULL, str(full.data), str(target), str(room)).communicate(timeout=60)[0]

    assert ("full 3\n", before) == (told, target.read_bytes())
    assert [] == list(tmp_path.glob(".pembaca*"))


def test_rest_of_a_killed_backup_is_swept_up(full: Paths, tmp_path: Path) -> None:
    """
    A backup that was switched off every night does not fill the stick with halves.
    """
    beside, prefix = folder_for(tmp_path / "cadangan")
    old, fresh, other = beside / f"{prefix}tua", beside / f"{prefix}baru", beside / ".lain.tua"
    for folder in (old, fresh, other):
        folder.mkdir()
        (folder / "library.sqlite3").write_bytes(b"x")
    for folder in (old, other):
        os.utime(folder, (time.time() - 7200, time.time() - 7200))
    made(full, tmp_path / "cadangan")

    assert [False, True, True] == [folder.exists() for folder in (old, fresh, other)]


def test_damaged_library_can_be_replaced_by_a_backup(full: Paths, tmp_path: Path) -> None:
    """
    That is what backups are for.
    """
    target = made(full, tmp_path / "cadangan")
    full.database.write_bytes(b"rusak" * 1000)
    restore(full, target, now=LATER)
    library = Library.open(full)

    assert (2, None) == (library.counts().total, library.recovered)
    assert FEED == library.feeds()[0].url
    library.close()


def test_backup_into_a_pipe_is_whole(full: Paths, tmp_path: Path) -> None:
    """
    A backup sent straight to another machine is the same backup, and the pipe is still one.
    """
    pipe = tmp_path / "pipa"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    made(full, pipe)
    reader.join(60)
    (tmp_path / "cadangan").write_bytes(got[0])

    assert pipe.is_fifo()
    assert 2 == restore(paths_under(tmp_path / "lain"), tmp_path / "cadangan", now=LATER).articles


def test_backup_through_a_link_lies_where_the_link_leads(full: Paths, tmp_path: Path) -> None:
    """
    The link to the stick stays, and the stick has the backup.
    """
    (tmp_path / "stik").mkdir()
    (tmp_path / "cadangan").symlink_to("stik/cadangan")
    made(full, tmp_path / "cadangan")

    assert (tmp_path / "cadangan").is_symlink()
    assert ["cadangan"] == [file.name for file in (tmp_path / "stik").iterdir()]
