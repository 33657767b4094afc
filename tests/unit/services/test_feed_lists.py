"""Facts of lists of feeds as files."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pembaca.cancel import CancelToken, Progress, silent
from pembaca.errors import FeedListError, LibraryUnwritable
from pembaca.library.library import Library
from pembaca.paths import Paths
from pembaca.services.feed_lists import export_file, import_file

ONE = "https://contoh.go.id/feed"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    library = Library.open(Paths(tmp_path / "data", tmp_path / "cache"))
    yield library
    library.close()


def _list(path: Path, count: int) -> Path:
    outlines = "".join(f'<outline text="Kantor {n}" xmlUrl="https://s{n}.go.id/f"/>' for n in range(count))
    path.write_text(f"<opml><body>{outlines}</body></opml>", encoding="utf-8")
    return path


def test_import_that_is_stopped_keeps_what_it_added(library: Library, tmp_path: Path) -> None:
    """
    Nothing is taken back, and the report says how many are left.
    """
    cancel = CancelToken()

    def report(step: Progress) -> None:
        if step.done == 100:
            cancel.cancel()

    done = import_file(library, _list(tmp_path / "x.opml", 300), cancel, report)

    assert (101, 199) == (len(done.added), done.left)
    assert 101 == library.feed_count()


def test_import_that_breaks_down_adds_nothing(library: Library, tmp_path: Path) -> None:
    """
    A full disk or a power cut leaves the sources as they were, not half a list that nobody can tell from the whole.
    """

    def report(step: Progress) -> None:
        if step.done == 200:
            raise LibraryUnwritable("x", "full")

    with pytest.raises(LibraryUnwritable):
        import_file(library, _list(tmp_path / "x.opml", 300), CancelToken(), report)

    assert 0 == library.feed_count()


def test_import_of_a_long_list_is_one_transaction(library: Library, tmp_path: Path) -> None:
    """
    Thousands of sources wait once for the disk, and another program sees all of them or none.
    """
    seen: list[int] = []

    def report(step: Progress) -> None:
        with ThreadPoolExecutor(1) as other:  # a connection of its own
            seen.append(other.submit(library.feed_count).result())

    import_file(library, _list(tmp_path / "x.opml", 500), CancelToken(), report)

    assert ({0}, 500) == (set(seen), library.feed_count())


@pytest.mark.parametrize(
    ("body", "code"), [(b"", "empty"), (b"{}", "no_list"), (b"<rss/>", "no_list"), (b"<opml><body>", "damaged")]
)
def test_what_is_no_list_has_its_code_and_adds_nothing(library: Library, tmp_path: Path, body: bytes, code: str) -> None:
    """
    Somebody picks a picture, a half download, a web page.
    """
    (tmp_path / "x").write_bytes(body)
    with pytest.raises(FeedListError) as caught:
        import_file(library, tmp_path / "x", CancelToken(), silent)

    assert (code, str(tmp_path / "x"), 0) == (caught.value.code, caught.value.path, library.feed_count())


@pytest.mark.parametrize("name", [".", "tidak-ada", "x\0y"])
def test_what_cannot_be_opened_is_told(library: Library, tmp_path: Path, name: str) -> None:
    """
    A folder, a file that is gone, a name that no system has.
    """
    with pytest.raises(FeedListError) as caught:
        import_file(library, tmp_path / name, CancelToken(), silent)

    assert "unreadable" == caught.value.code


def test_export_replaces_a_file_whole(library: Library, tmp_path: Path) -> None:
    """
    The list of last month is not half overwritten, and nothing else is left behind.
    """
    library.add_feed(ONE, "Contoh")
    target = tmp_path / "sumber.opml"
    target.write_text("x" * 10_000, encoding="utf-8")
    export_file(library.feeds(), target, "Sumber")

    assert target.read_bytes().endswith(b"</opml>\n")
    assert [] == [path for path in tmp_path.iterdir() if path.name.endswith(".unfinished")]


def test_export_that_fails_leaves_the_old_file(library: Library, tmp_path: Path) -> None:
    """
    A folder of that name, or none to write into.
    """
    (tmp_path / "folder.opml").mkdir()
    for target in (tmp_path / "folder.opml", tmp_path / "tidak-ada" / "x.opml"):
        with pytest.raises(FeedListError) as caught:
            export_file((), target, "Sumber")
        assert "unwritable" == caught.value.code

    assert ["data", "folder.opml"] == sorted(path.name for path in tmp_path.iterdir() if path.name != "cache")
    assert [] == list((tmp_path / "folder.opml").iterdir())
