"""pembaca.presenters.articles and listing: what the list shows."""

from __future__ import annotations

from tests.unit.presenters.parts import FEED, OTHER, Desk, store

from pembaca.presenters.commands import CommandId


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
    assert 30 == len(desk.views.items)

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


def _titles(desk: Desk) -> list[str]:
    return [item.title for item in desk.views.items]


def test_an_empty_library_shows_the_samples(desk: Desk) -> None:
    """
    The first window is not an empty one.
    """
    desk.articles.start()

    assert ["Contoh", "Panduan"] == _titles(desk)
    assert "Contoh" == desk.views.page()
    assert "Contoh dan panduan" == desk.views.of("set_heading")[-1]


def test_the_list_comes_back_as_it_was_left(desk: Desk) -> None:
    """
    Feed and article of last time are shown again.
    """
    store(desk.library, "Satu", "Dua")
    store(desk.library, "Lain", feed=OTHER)
    last = next(row.id for row in desk.library.articles() if row.title == "Dua")
    desk.settings.change(last_feed=FEED, last_article=last)
    desk = desk.again()
    desk.articles.start()

    assert ["Satu", "Dua"] == _titles(desk)
    assert "Dua" == desk.views.page()
    assert last == desk.views.current


def test_a_feed_and_an_article_that_are_gone_are_forgotten(desk: Desk) -> None:
    """
    What another start has removed does not leave an empty window.
    """
    store(desk.library, "Satu")
    desk.settings.change(last_feed=OTHER, last_article=99)
    desk = desk.again()
    desk.articles.start()

    assert ["Satu"] == _titles(desk)
    assert "Satu" == desk.views.page()


def test_moving_in_the_list_shows_the_article_beside_it_but_does_not_mark_it(desk: Desk) -> None:
    """
    To pass by is not to read.
    """
    store(desk.library, "Satu", "Dua")
    desk.articles.start()
    second = desk.views.items[1].id
    desk.articles.chosen(second)

    assert "Dua" == desk.views.page()
    assert 2 == desk.library.counts().unread


def test_moving_in_the_list_does_not_disturb_what_is_read_aloud(desk: Desk) -> None:
    """
    One looks for the next article while this one is still being heard.
    """
    store(desk.library, "Satu", "Dua")
    desk.articles.start()
    desk.jobs.work()
    desk.reader.toggle()
    desk.articles.chosen(desk.views.items[1].id)

    assert "Satu" == desk.views.page()
    assert desk.voice.is_playing


def test_opening_an_article_marks_it_read_and_gives_it_the_focus(desk: Desk) -> None:
    """
    Enter goes to the page.
    """
    store(desk.library, "Satu", "Dua")
    desk.articles.start()
    second = desk.views.items[1].id
    desk.articles.opened(second)

    row = desk.library.row(second)
    assert row is not None and row.is_read
    assert "show_article" in [name for name, _ in desk.views.told]


def test_next_goes_on_reading_aloud_and_the_ends_are_told(desk: Desk) -> None:
    """
    The next article is read if this one was; at the last one a sentence says so.
    """
    store(desk.library, "Satu", "Dua")
    desk.articles.start()
    desk.jobs.work()
    desk.articles.step(-1)
    assert "Ini artikel pertama" == desk.views.of("say")[-1]

    desk.reader.toggle()
    desk.articles.step(1)
    desk.jobs.work()
    assert "Dua" == desk.views.page()
    assert desk.voice.is_playing
    desk.articles.step(1)

    assert "Ini artikel terakhir" == desk.views.of("say")[-1]


def test_marks_go_on_and_off_and_are_said(desk: Desk) -> None:
    """
    Star and read are heard as soon as they are kept.
    """
    store(desk.library, "Satu")
    desk.articles.start()
    for _ in range(2):
        desk.articles.toggle_star()
        desk.articles.toggle_read()

    expected = ["Bintang diberikan: Satu", "Ditandai dibaca: Satu", "Bintang dicabut: Satu", "Ditandai baru: Satu"]
    assert expected == desk.views.of("say")
    assert [["baru", "bintang"], ["dibaca", "bintang"], ["dibaca"], ["baru"]] == [
        [state.word for state in item.states] for item in desk.views.of("update_item")
    ]


def test_marks_go_to_the_article_at_hand(desk: Desk) -> None:
    """
    At the page the open article is meant, in the list the row, whatever is read or open beside it.
    """
    store(desk.library, "Satu", "Dua")
    desk.articles.start()
    opened = desk.reader.article_id
    desk.views.set_current(desk.views.neighbour(opened, 1) or 0)

    desk.articles.toggle_star()
    desk.views.answers["is_list_at_hand"] = True
    desk.articles.toggle_read()

    assert ["Bintang diberikan: Satu", "Ditandai dibaca: Dua"] == desk.views.of("say")


def test_space_in_the_list_reads_the_row_at_hand(desk: Desk) -> None:
    """
    Where list and page take turns nothing is open beside the row; another article must never be read in its place.
    """
    store(desk.library, "Satu", "Dua")
    desk.articles.start()
    desk.jobs.work()
    desk.views.answers.update(is_list_at_hand=True, is_one_column=True)
    desk.views.set_current(desk.views.neighbour(desk.reader.article_id, 1) or 0)

    desk.window.do(CommandId.PLAY_PAUSE)
    desk.jobs.work()

    assert desk.voice.is_playing
    assert "Dua" == desk.views.page()


def test_space_in_the_list_pauses_what_sounds(desk: Desk) -> None:
    """
    Whoever walks through the list while listening must be able to silence the voice with the same key.
    """
    store(desk.library, "Satu", "Dua")
    desk.articles.start()
    desk.jobs.work()
    desk.window.do(CommandId.PLAY_PAUSE)
    desk.views.answers["is_list_at_hand"] = True
    desk.views.set_current(desk.views.neighbour(desk.reader.article_id, 1) or 0)

    desk.window.do(CommandId.PLAY_PAUSE)

    assert "Satu" == desk.views.page()
    assert not desk.reader.is_playing
    assert desk.reader.is_reading


def test_the_same_search_is_told_once(desk: Desk) -> None:
    """
    It begins while one writes; Enter leads to its first find and does not tell the number again.
    """
    store(desk.library, "Satu", "Dua", text="Isi pendek.")
    desk.articles.start()
    desk.articles.search("dua")
    desk.articles.search("dua")
    desk.articles.submit_search()

    assert ["1 artikel ditemukan"] == desk.views.of("say")
    assert "Dua" == desk.views.page()
    assert ["dua"] * 3 == desk.views.of("mark_finds")


def test_a_search_without_hits_says_what_to_do(desk: Desk) -> None:
    """
    An empty list is no answer.
    """
    store(desk.library, "Satu")
    desk.articles.start()
    desk.articles.search("xyzzy")
    desk.articles.submit_search()

    assert "Tidak ada yang ditemukan" == desk.views.page()
    desk.articles.leave_search()
    assert "Satu" == desk.views.page()
    assert ["Satu"] == _titles(desk)


def test_an_empty_search_is_the_list(desk: Desk) -> None:
    """
    Who deletes the last letter is back.
    """
    store(desk.library, "Satu", "Dua", text="Isi pendek.")
    desk.articles.start()
    desk.articles.search("dua")
    desk.articles.search("  ")

    assert ["Satu", "Dua"] == _titles(desk)


def test_leaving_the_help_shows_the_article_from_before(desk: Desk) -> None:
    """
    List and page belong together again.
    """
    store(desk.library, "Satu", "Dua")
    desk.articles.start()
    desk.articles.opened(desk.views.items[1].id)
    desk.articles.show_help()
    assert ["Contoh", "Panduan"] == _titles(desk)
    assert "Panduan" == desk.views.page()
    assert not desk.listing.can_choose()
    desk.articles.leave_search()

    assert "Dua" == desk.views.page()
    assert ["Satu", "Dua"] == _titles(desk)


def test_the_heading_offers_feeds_only_where_there_are_several(desk: Desk) -> None:
    """
    A button that leads nowhere is not one.
    """
    store(desk.library, "Satu")
    desk.articles.start()
    assert not desk.listing.can_choose()
    assert ["Berita", "Atur sumber"] == [entry.text for entry in desk.articles.feeds_menu()]

    store(desk.library, "Dua", feed=OTHER)
    desk.articles.reload()

    assert desk.listing.can_choose()
    assert "Semua berita" == desk.views.of("set_heading")[-1]
    assert ["Semua berita", "Berita", "Berita", "Atur sumber"] == [entry.text for entry in desk.articles.feeds_menu()]
    assert ["Berita", "Berita"] == [item.source for item in desk.views.items]


def test_the_menu_of_feeds_stays_short_enough_to_be_walked(desk: Desk) -> None:
    """
    With hundreds of feeds it holds the first twenty and the one that is shown; the panel has them all.
    """
    for number in range(300):
        desk.library.add_feed(f"https://kantor{number}.go.id/feed", f"Kantor {number}")
    desk.articles.choose_feed("https://kantor250.go.id/feed")
    entries = desk.articles.feeds_menu()

    assert ["Semua berita", "Kantor 0"] == [entry.text for entry in entries[:2]]
    assert [("Kantor 250", True), ("Atur sumber", None)] == [(entry.text, entry.is_checked) for entry in entries[-2:]]
    assert 23 == len(entries)


def test_a_feed_without_articles_says_how_to_get_some(desk: Desk) -> None:
    """
    An empty list beside an old article would be a riddle.
    """
    store(desk.library, "Satu")
    desk.library.add_feed(OTHER, "Kosong")
    desk.articles.start()
    desk.articles.choose_feed(OTHER)

    assert "Belum ada artikel" == desk.views.page()
    assert [] == _titles(desk)


def test_the_first_news_take_the_sample_s_place(desk: Desk) -> None:
    """
    Who has just fetched wants to see what came.
    """
    desk.articles.start()
    store(desk.library, "Satu")
    desk.articles.news_came()

    assert "Satu" == desk.views.page()
    assert desk.views.items[0].id == desk.views.current
