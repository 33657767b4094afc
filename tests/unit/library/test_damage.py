"""Facts of damage: whatever happens to the file, what can be read is saved, and the person is told."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.unit.library.making import FEED, apply, child, days_ago, entry, paths_under

from pembaca.errors import LibraryDamaged
from pembaca.library import connection as connections
from pembaca.library.library import Library
from pembaca.model import ReadingPlace
from pembaca.paths import Paths

COUNT = 300


def filled(folder: Path) -> Paths:
    """Make a library with marks on every tenth article, all of it in one file."""
    paths = paths_under(folder)
    library = Library.open(paths)
    library.add_feed(FEED, "Kementerian")
    text = "Birokrasi melayani warga. " * 40
    apply(library, *(entry(str(n), title=f"Judul {n}", text=f"{text} {n}", published=days_ago(n)) for n in range(COUNT)))
    for row in library.articles()[::10]:
        library.set_read(row.id, True)
        library.set_starred(row.id, True)
        library.set_place(row.id, ReadingPlace(7, 100))
    library.close()
    Library.open(paths).close()  # keeps the copy of the first pages
    return paths


def marks(library: Library) -> dict[str, tuple[bool, bool, ReadingPlace | None]]:
    return {row.title: (row.is_read, row.is_starred, library.place(row.id)) for row in library.articles()}


def asides(paths: Paths) -> list[Path]:
    return sorted(paths.data.glob("library.rusak-*.sqlite3"))


def damage(paths: Paths, start: int, body: bytes) -> bytes:
    """Write over a part of the file and return what it holds now."""
    with paths.database.open("r+b") as file:
        file.seek(start)
        file.write(body)
    return paths.database.read_bytes()


def test_database_with_a_lost_head_comes_back_whole(tmp_path: Path) -> None:
    """
    The first sector is what a failing disk or another program most often writes over; nothing else of the library is gone.
    """
    paths = filled(tmp_path)
    library = Library.open(paths)
    before = marks(library)
    library.close()
    damaged = damage(paths, 0, b"\xff" * 4096)
    library = Library.open(paths)

    assert library.recovered is not None
    assert (1, COUNT, 0, 0) == (
        library.recovered.feeds, library.recovered.articles, library.recovered.without_text, library.recovered.lost,
    )  # fmt: skip
    assert (before, (), COUNT) == (marks(library), library.integrity(), len(library.search("birokrasi")))
    assert [damaged] == [file.read_bytes() for file in asides(paths)]
    assert [Path(library.recovered.kept)] == asides(paths)
    library.close()
    again = Library.open(paths)
    assert again.recovered is None
    again.close()


@pytest.mark.parametrize("seed", range(6))
def test_damaged_pages_cost_no_more_than_what_stood_in_them(tmp_path: Path, seed: int) -> None:
    """
    A few bad blocks in the middle of ten years of news: the rest is still there, with its stars and places.
    """
    paths = filled(tmp_path)
    chance = random.Random(seed)
    pages = paths.database.stat().st_size // 4096
    for _ in range(3):
        damage(paths, chance.randrange(1, pages) * 4096, chance.randbytes(4096))
    connections.suspicion(paths.database).touch()
    library = Library.open(paths)

    assert library.recovered is not None
    assert () == library.integrity()
    assert library.counts().total >= COUNT * 0.7
    assert library.counts().total + (library.recovered.lost or 0) >= COUNT or library.recovered.lost is None
    assert all(library.document(row.id) is not None for row in library.articles())
    library.close()


def test_truncated_database_keeps_its_first_part(tmp_path: Path) -> None:
    """
    After a broken copy to a full stick half of the file is missing; half of the articles are not.
    """
    paths = filled(tmp_path)
    body = paths.database.read_bytes()
    paths.database.write_bytes(body[: len(body) // 2 // 4096 * 4096])
    library = Library.open(paths)

    assert library.recovered is not None
    assert library.counts().total > 0
    assert () == library.integrity()
    library.close()


@pytest.mark.parametrize("body", [b"bukan basis data " * 100, b"SQLite format 3\x00" + b"\xff" * 4096, b"\x00" * 5000])
def test_file_that_is_no_database_is_set_aside(tmp_path: Path, body: bytes) -> None:
    """
    A damaged database may still be rescued by somebody who knows how: it is kept to the letter, and the program works.
    """
    paths = paths_under(tmp_path)
    paths.data.mkdir()
    paths.database.write_bytes(body)
    library = Library.open(paths)

    assert library.recovered is not None and library.can_write
    assert [body] == [file.read_bytes() for file in asides(paths)]
    assert (1, 0) == apply(library, entry("a"))
    library.close()


def test_looking_leaves_a_damaged_database_alone(tmp_path: Path) -> None:
    """
    The doctor examines; it replaces nothing unless it is asked to.
    """
    paths = filled(tmp_path)
    damaged = damage(paths, 0, b"\x00" * 200)

    with pytest.raises(LibraryDamaged):
        Library.open(paths, recovers=False)
    assert (damaged, []) == (paths.database.read_bytes(), asides(paths))


def test_lost_feeds_do_not_take_their_articles_along(tmp_path: Path) -> None:
    """
    When the page that lists the sources is the one that is lost, the articles stay, under the address of their site.
    """
    paths = filled(tmp_path)
    library = Library.open(paths)
    with library._connections.reading() as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'feeds'").fetchone()
    library.close()
    damage(paths, (root - 1) * 4096, b"\xee" * 4096)
    library = Library.open(paths)

    assert (COUNT, ["https://contoh.go.id/"]) == (library.counts().total, [feed.url for feed in library.feeds()])
    assert COUNT // 10 == sum(row.is_starred for row in library.articles())
    library.close()


def test_damage_met_while_running_is_mended_at_the_next_start(tmp_path: Path) -> None:
    """
    Damage in a page that no start reads is met in the middle of reading; the next start sees to it.
    """
    paths = filled(tmp_path)
    library = Library.open(paths)
    with library._connections.reading() as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'documents'").fetchone()
    library.close()
    damage(paths, (root - 1) * 4096, b"\xee" * 4096)
    library = Library.open(paths)
    was_noticed_at_once = library.recovered is not None
    if not was_noticed_at_once:
        with pytest.raises(LibraryDamaged):
            library.document(library.articles()[-1].id)
        library.close()
        library = Library.open(paths)

    assert library.recovered is not None
    assert (COUNT, ()) == (library.counts().total, library.integrity())
    assert COUNT // 10 == sum(row.is_starred for row in library.articles())
    library.close()


def test_emptied_database_beside_pictures_is_told(tmp_path: Path) -> None:
    """
    A file system that lost its last writes leaves an empty file: an empty list without a word would hide it.
    """
    paths = paths_under(tmp_path)
    library = Library.open(paths)
    library.put_media(b"gambar", "png")
    library.close()
    paths.database.write_bytes(b"")
    library = Library.open(paths)

    assert library.recovered is not None and library.recovered.lost is None
    library.close()


def test_emptied_database_without_pictures_is_told_once(tmp_path: Path) -> None:
    """
    The copy of its tables' pages says that it was in use; a library that is new says nothing.
    """
    paths = paths_under(tmp_path)
    first = Library.open(paths)
    first.add_feed("https://contoh.go.id/feed")
    first.close()
    paths.database.write_bytes(b"")
    told = []
    for _ in range(2):
        library = Library.open(paths)
        told.append(library.recovered is not None)
        library.close()

    assert (None, [True, False]) == (first.recovered, told)


def test_search_index_is_made_anew_in_place(tmp_path: Path) -> None:
    """
    A damaged index is no reason to make a new library: it follows from the articles.
    """
    paths = filled(tmp_path)
    library = Library.open(paths)
    with library._connections.writing() as connection:
        connection.execute("DELETE FROM search WHERE rowid IN (SELECT rowid FROM search LIMIT 20)")
        connection.execute("UPDATE tallies SET total = 1")
    found = library.upkeep.mend()

    assert found
    assert ((), COUNT, COUNT) == (library.integrity(), len(library.search("birokrasi")), library.counts().total)
    assert () == library.upkeep.mend()
    library.close()


FULL = """
import resource, signal, sys
from pembaca.errors import LibraryUnwritable
from pembaca.library.library import Library
from pembaca.paths import find
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    Library.open(find(sys.argv[1]))
    print("opened")
except LibraryUnwritable as error:
    print(error.detail)
"""


def test_damage_on_a_full_disk_waits_for_room(tmp_path: Path) -> None:
    """
    Where there is no room for what could be saved, the damaged file stays in its place until there is.
    """
    paths = filled(tmp_path)
    damaged = damage(paths, 0, b"\xff" * 4096)
    told = child(FULL, str(paths.data)).communicate(timeout=60)[0]

    assert ("full\n", damaged, []) == (told, paths.database.read_bytes(), asides(paths))
    assert [] == [*paths.data.glob("library.baru*"), *paths.data.glob("library.salinan*")]
    library = Library.open(paths)
    assert COUNT == library.counts().total
    library.close()
