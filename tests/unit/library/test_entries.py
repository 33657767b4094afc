"""Facts of storing entries that hold for any order of events."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.library.making import FEED, NOW, apply, days_ago, entry, paths_under

from pembaca.library.library import Library
from pembaca.model import Counts

_ENTRY = st.tuples(st.sampled_from("abcdef"), st.integers(0, 3) | st.none(), st.booleans())
_STEP = st.one_of(
    st.tuples(st.just("apply"), st.lists(_ENTRY, max_size=5)),
    st.tuples(st.sampled_from(["read", "unread", "star"]), st.integers(1, 12)),
    st.tuples(st.sampled_from(["remove", "restore", "purge"]), st.just(0)),
)


@settings(max_examples=60)
@given(steps=st.lists(_STEP, max_size=20))
def test_counts_search_and_list_agree_after_any_history(tmp_path_factory: pytest.TempPathFactory, steps: list[object]) -> None:
    """
    Whatever came, changed, moved, was marked, removed and brought back: every article is counted, found and listed once.
    """
    library = Library.open(paths_under(tmp_path_factory.mktemp("history")))
    for step in steps:
        _do(library, step)
    rows = library.articles()

    assert () == library.integrity()
    assert Counts(len(rows), sum(not row.is_read for row in rows)) == library.counts()
    assert [row.id for row in rows] == [hit.row.id for hit in library.search("isi")]
    assert sorted(rows, key=lambda row: (-row.sort_at, -row.id)) == list(rows)
    assert {row.id for row in rows} == {known.id for known in library.known(FEED).values()}
    assert all(library.document(row.id) is not None for row in rows)
    library.close()


def _do(library: Library, step: object) -> None:
    match step:
        case ("apply", list(wanted)):
            known = library.known(FEED)
            entries = []
            for guid, day, is_known in wanted:
                known_id = known[guid].id if is_known and guid in known else None
                published = None if day is None else days_ago(day)
                entries.append(entry(guid, title=f"{guid} {day}", text=f"Isi {day}", published=published, known_id=known_id))
            apply(library, *entries, at=NOW)
        case ("read" | "unread", int(article_id)):
            library.set_read(article_id, step[0] == "read")
        case ("star", int(article_id)):
            library.set_starred(article_id, True)
        case ("remove", _):
            library.remove_feed(FEED)
        case ("restore", _):
            library.restore_feed(FEED)
        case ("purge", _):
            library.purge()
