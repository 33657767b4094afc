"""pembaca.presenters.articles and listing: what the list shows."""

from __future__ import annotations

from tests.unit.presenters.parts import Desk, store


def test_a_search_shows_some_hits_at_a_time_and_counts_all(desk: Desk) -> None:
    """
    A word that stands everywhere must not hold the window up, nor be told as fewer than it is.
    """
    store(desk.library, *(f"Judul {n}" for n in range(40)))
    desk.articles.start()
    desk.articles.search("kalimat")

    assert "40 artikel ditemukan" == desk.views.of("set_heading")[-1]
    ids = [item.id for item in desk.views.items]
    assert 15 == len(ids)
    while more := desk.views.more(ids[-1]):
        ids += [item.id for item in more]
    assert [row.id for row in desk.library.articles()] == ids


def test_another_list_begins_with_one_page(desk: Desk) -> None:
    """
    Only the list that is shown already is read again as far as it was.
    """
    store(desk.library, *(f"Judul {n}" for n in range(40)))
    desk.articles.start()
    assert 40 == len(desk.views.items)

    desk.articles.search("kalimat")
    assert 15 == len(desk.views.items)

    desk.articles.news_came()
    assert 15 == len(desk.views.items)


def test_a_sample_has_no_marks(desk: Desk) -> None:
    """
    Samples are not in the library; asking for a mark harms nothing and is answered.
    """
    desk.articles.start()
    desk.articles.toggle_star()
    desk.articles.toggle_read()

    assert [] == desk.views.of("show_fault")
    assert ["Artikel contoh tidak dapat ditandai"] * 2 == desk.views.of("say")
