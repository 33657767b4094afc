"""pembaca.presenters.refreshing and sources: what a refresh tells, and feeds that come and go."""

from __future__ import annotations

from tests.unit.presenters.parts import FEED, OTHER, Desk, store

from pembaca.errors import Cancelled, LibraryUnwritable
from pembaca.model import Fault, FeedOutcome, RefreshReport


def test_a_feed_added_during_a_refresh_is_fetched_after_it(desk: Desk) -> None:
    """
    Who adds three feeds one after the other gets the news of all three.
    """
    desk.articles.start()
    desk.sources.adding.add(FEED)
    desk.sources.adding.add(OTHER)
    desk.sources.adding.add("https://ketiga.go.id/feed")

    desk.jobs.work()

    assert [(FEED,), (OTHER, "https://ketiga.go.id/feed")] == desk.refreshed


def test_an_ended_refresh_is_told_once_and_leaves_nothing_waiting(desk: Desk) -> None:
    """
    The person who ends it has heard so already.
    """
    desk.articles.start()
    desk.report = Cancelled()
    desk.refreshing.start((FEED,))
    desk.refreshing.start((OTHER,))
    desk.refreshing.toggle()
    desk.refreshing.toggle()
    desk.jobs.work()

    assert 1 == desk.views.of("say").count("Pengambilan berita dihentikan")
    assert [] == desk.views.of("show_fault")
    assert [(FEED,)] == desk.refreshed
    assert not desk.refreshing.is_running


def test_news_that_cannot_be_stored_are_told_on_screen(desk: Desk) -> None:
    """
    A refresh that ends without a word would be taken for one without news.
    """
    desk.articles.start()
    desk.report = LibraryUnwritable("library.sqlite3", "full")
    for _ in range(2):
        desk.refreshing.toggle()
        desk.jobs.work()

    assert 2 == len(desk.views.of("show_fault"))


def test_feeds_that_failed_beside_others_are_told_on_screen(desk: Desk) -> None:
    """
    What one source did not give is not hidden by the news of another.
    """
    desk.articles.start()
    failed = FeedOutcome(OTHER, "failed", error=Fault("timeout", OTHER))
    desk.report = RefreshReport((FeedOutcome(FEED, "updated", 2, 0), failed))
    desk.refreshing.toggle()
    desk.jobs.work()

    assert ["2 artikel baru"] == desk.views.of("show_fault")


def test_a_refresh_that_failed_does_not_stop_the_sample_that_is_read_aloud(desk: Desk) -> None:
    """
    On the first day without a network the sample is what there is to hear.
    """
    desk.articles.start()
    desk.jobs.work()
    desk.reader.toggle()
    desk.report = RefreshReport((FeedOutcome(FEED, "failed", error=Fault("dns", FEED)),))
    desk.refreshing.toggle()
    desk.jobs.work()

    assert desk.voice.is_playing
    assert "Contoh" == desk.views.page()
    assert 1 == len(desk.views.of("show_offline"))


def test_a_message_in_the_samples_place_gives_way_to_it_again(desk: Desk) -> None:
    """
    The row of the sample must open the sample, whatever message came meanwhile.
    """
    desk.articles.start()
    desk.report = RefreshReport((FeedOutcome(FEED, "failed", error=Fault("dns", FEED)),))
    desk.refreshing.toggle()
    desk.jobs.work()
    assert "Contoh" != desk.views.page()

    desk.articles.opened(-1)

    assert "Contoh" == desk.views.page()


def test_a_feed_without_articles_does_not_stop_what_is_read_aloud(desk: Desk) -> None:
    """
    Looking at another source is no order to be silent.
    """
    store(desk.library, "Satu")
    desk.library.add_feed(OTHER)
    desk.articles.start()
    desk.jobs.work()
    desk.reader.toggle()

    desk.articles.choose_feed(OTHER)

    assert desk.voice.is_playing
    assert "Satu" == desk.views.page()


def test_leaving_a_search_in_a_feed_that_was_removed_meanwhile_shows_all(desk: Desk) -> None:
    """
    Nobody is left in the list of a feed that is gone.
    """
    store(desk.library, "Lain", feed=OTHER)
    store(desk.library, "Satu")
    desk.articles.start()
    desk.articles.choose_feed(FEED)
    desk.articles.search("kalimat")
    desk.sources.remove(FEED)

    desk.articles.leave_search()

    assert ["Lain"] == [item.title for item in desk.views.items]


def test_adding_a_removed_feed_by_hand_takes_the_undo_away(desk: Desk) -> None:
    """
    A button that does nothing is worse than none.
    """
    store(desk.library, "Satu")
    desk.articles.start()
    desk.sources.remove(FEED)
    desk.sources.adding.add(FEED)

    assert [None] == desk.views.of("show_undo")[1:]
    assert ["Satu"] == [item.title for item in desk.views.items]


def _outcome(status: str, url: str = FEED, new: int = 0, code: str = "http_status") -> FeedOutcome:
    error = Fault(code, url, status=500) if status == "failed" else None
    return FeedOutcome(url, status, new=new, error=error)  # type: ignore[arg-type]


def test_without_a_feed_the_ministry_s_is_added_and_fetched(desk: Desk) -> None:
    """
    The first F5 brings news, without a word about addresses.
    """
    desk.articles.start()
    desk.refreshing.toggle()
    desk.jobs.work()

    assert [FEED] == [feed.url for feed in desk.library.feeds()]
    assert [(FEED,)] == desk.refreshed


def test_a_refresh_begins_and_ends_in_words(desk: Desk) -> None:
    """
    One message at each end, a bar in between, and the button tells that it is busy.
    """
    store(desk.library, "Satu")
    desk.articles.start()
    desk.report = RefreshReport((_outcome("updated", new=2),))
    desk.refreshing.toggle()
    assert [True] == desk.views.of("set_busy")
    desk.jobs.work()

    assert ["Mengambil berita", "2 artikel baru. Berita sudah diperbarui."] == desk.views.of("say")
    assert [True, False] == desk.views.of("set_busy")
    assert ("set_progress", 0) == [told for told in desk.views.told if told[0] == "set_progress"][-1]
    assert desk.views.of("show_offline")[-1] is None


def test_without_network_the_age_of_the_copy_is_told(desk: Desk) -> None:
    """
    What one has is still good, and how old it is.
    """
    store(desk.library, "Satu")
    desk.articles.start()
    desk.report = RefreshReport((_outcome("failed", code="dns"),))
    desk.refreshing.toggle()
    desk.jobs.work()

    title, sentence = desk.views.of("show_offline")[-1]
    assert "Anda membaca salinan pukul 03.00, baru saja" == title
    assert "Tidak ada jaringan. Membaca, mencari, dan mendengarkan tetap bisa." == sentence
    assert f"{title}. {sentence}" == desk.views.of("say")[-1]


def test_a_server_s_fault_is_not_told_as_a_missing_network(desk: Desk) -> None:
    """
    The cure is another one.
    """
    store(desk.library, "Satu")
    desk.articles.start()
    desk.report = RefreshReport((_outcome("failed"),))
    desk.refreshing.toggle()
    desk.jobs.work()

    title, sentence = desk.views.of("show_offline")[-1]
    assert "500" in title
    assert "tetap bisa dibaca" in sentence


def test_without_anything_to_read_the_page_says_why(desk: Desk) -> None:
    """
    A library that never had an article has no copy to speak of.
    """
    desk.articles.start()
    desk.report = RefreshReport((_outcome("failed", code="dns"),))
    desk.refreshing.toggle()
    desk.jobs.work()

    assert ["refresh", "feeds"] == [action.id for action in desk.views.of("show_message")[-1].actions]


def test_who_pressed_the_button_hears_it_once(desk: Desk) -> None:
    """
    The button itself says that it is busy; a message beside it would be the same words again.
    """
    store(desk.library, "Satu")
    desk.views.answers["is_refresh_focused"] = True
    desk.refreshing.toggle()
    desk.jobs.work()

    assert "Mengambil berita" not in desk.views.of("say")
