"""Facts of the schema: steps are whole, and lists and searches walk an index whatever the size."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.library.making import apply, child, entry, paths_under, titles

from pembaca.errors import LibraryError
from pembaca.library import schema
from pembaca.library.library import Library

OPEN = """
import sys
from pembaca.library.library import Library
from pembaca.paths import find
Library.open(find(sys.argv[1])).close()
"""


def test_many_programs_may_make_the_library_at_once(tmp_path: Path) -> None:
    """
    A window and a scheduled refresh that start together on the first day both find it made.
    """
    children = [child(OPEN, str(tmp_path / "data")) for _ in range(5)]

    assert [""] * 5 == [process.communicate(timeout=60)[0] for process in children]


def test_step_that_fails_is_undone_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    An update that breaks off leaves the library as the older version knows it.
    """
    paths = paths_under(tmp_path)
    library = Library.open(paths)
    apply(library, entry("a", title="A"))
    library.close()
    broken = "CREATE TABLE baru (x);\nDELETE FROM entries;\nINSERT INTO tidak_ada VALUES (1);\n"
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, broken))
        with pytest.raises(LibraryError):
            Library.open(paths)
    again = Library.open(paths)

    assert (["A"], ()) == (titles(again), again.integrity())
    again.close()


def test_older_library_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    After an update of the program everything that was kept is still there.
    """
    paths = paths_under(tmp_path)
    library = Library.open(paths)
    apply(library, entry("a", title="A"))
    library.close()
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "ALTER TABLE entries ADD COLUMN nilai INTEGER DEFAULT 7;\n"))
    newer = Library.open(paths)
    with newer._connections.reading() as connection:
        row = connection.execute("SELECT nilai FROM entries").fetchone()

    assert ((7,), ["A"]) == (row, titles(newer))
    newer.close()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT e.id FROM entries e ORDER BY e.sort_at DESC, e.id DESC LIMIT 50",
        "SELECT id FROM entries WHERE feed_id = 1 AND (sort_at, id) < (5, 6) ORDER BY sort_at DESC, id DESC LIMIT 50",
        "SELECT rowid FROM search WHERE search MATCH 'kata' ORDER BY rowid DESC LIMIT 20",
    ],
)
def test_no_page_is_sorted(library: Library, query: str) -> None:
    """
    The list opens as fast with ten years of news as with ten articles.
    """
    with library._connections.reading() as connection:
        plan = " ".join(str(row[3]) for row in connection.execute(f"EXPLAIN QUERY PLAN {query}"))

    assert "TEMP B-TREE" not in plan
