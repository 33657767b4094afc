"""pembaca.presenters.reader: what is open, what is read aloud, and the place that is kept."""

from __future__ import annotations

from tests.unit.presenters.parts import FEED, Desk, store

from pembaca.errors import LibraryUnwritable
from pembaca.model import ReadingPlace
from pembaca.voice import protocol


def opened(desk: Desk, *titles: str) -> list[int]:
    """Store articles, open the first, and return their ids from the newest on."""
    store(desk.library, *titles)
    desk.articles.start()
    return [row.id for row in desk.library.articles()]


def heard(desk: Desk) -> None:
    """Let the voice say everything to the end."""
    while desk.reader.is_playing:
        play = [request for request in desk.voice.sent if isinstance(request, protocol.Play | protocol.Queue)][-1]
        desk.reading.handle(protocol.Started(play.take))
        desk.reading.handle(protocol.Finished(play.take))


def test_rows_passed_after_a_finished_article_do_not_count_as_heard(desk: Desk) -> None:
    """
    Going down the list quickly after an article was heard to its end must not mark the others as heard.
    """
    first, second, third = opened(desk, "Satu", "Dua", "Tiga")
    desk.jobs.work()
    desk.reader.toggle()
    heard(desk)
    assert 1.0 == (desk.library.row(first) or desk).heard

    desk.reader.open(second)  # left before its sentences are known
    desk.reader.open(third)

    assert desk.library.place(second) is None


def test_news_of_the_article_before_is_not_taken_for_this_one(desk: Desk) -> None:
    """
    The speed may be changed while the next article is being prepared.
    """
    _, second = opened(desk, "Satu", "Dua")
    desk.jobs.work()
    desk.reader.toggle()
    heard(desk)
    desk.reader.open(second)

    desk.reading.set_rate(300)

    assert (0, 0) == desk.reader.place
    assert desk.library.place(second) is None


def test_stop_before_the_sentences_are_known_takes_the_wish_to_read_back(desk: Desk) -> None:
    """
    Space and then Esc, quickly: silence is wanted.
    """
    opened(desk, "Satu")
    desk.reader.toggle()

    assert desk.reader.stop()

    desk.jobs.work()
    assert not desk.voice.is_playing


def test_space_twice_before_the_sentences_are_known_takes_the_wish_back(desk: Desk) -> None:
    """
    The second press of a key that reads and pauses means a pause.
    """
    opened(desk, "Satu")
    desk.reader.toggle()
    desk.reader.toggle()

    desk.jobs.work()

    assert not desk.voice.is_playing


def test_sentences_prepared_for_an_earlier_visit_do_not_stop_the_voice(desk: Desk) -> None:
    """
    There and back in the list: what was begun for the first visit is of no use to the second.
    """
    first, second = opened(desk, "Satu", "Dua")
    stale = desk.jobs.waiting.pop()
    desk.reader.open(second)
    desk.reader.open(first)
    desk.reader.toggle()
    desk.jobs.work()
    assert desk.voice.is_playing

    stale()

    assert desk.voice.is_playing
    assert [] == desk.views.of("show_fault")


def test_articles_passed_in_the_list_are_not_prepared(desk: Desk) -> None:
    """
    Space on the fiftieth row must not wait for forty-nine others.
    """
    first, second = opened(desk, "Satu", "Dua")
    prepared: list[str] = []
    desk.reader._prepare = lambda document, feed: prepared.append(document.title) or desk.reading._session.script  # type: ignore[func-returns-value]
    desk.reader.open(second)
    desk.reader.open(first)

    desk.jobs.work()

    assert ["Satu"] == prepared


def test_a_missing_voice_is_told_once_and_not_for_each_article(desk: Desk) -> None:
    """
    Without a sound card the list must still be pleasant to walk through with a screen reader.
    """
    ids = opened(desk, "Satu", "Dua", "Tiga")
    desk.reading.handle(protocol.Failed("no_sound"))
    for article_id in ids:
        desk.reader.open(article_id)
        desk.jobs.work()

    assert 1 == len(desk.views.of("show_no_voice"))

    desk.reading.retry()
    desk.reading.handle(protocol.Failed("no_sound"))

    assert 2 == len(desk.views.of("show_no_voice"))


def test_an_article_that_a_refresh_changed_is_shown_anew_when_it_is_opened_again(desk: Desk) -> None:
    """
    A corrected article must not stay hidden behind its old text.
    """
    (article,) = opened(desk, "Satu")
    desk.jobs.work()
    store(desk.library, "Satu", text="Kalimat yang dibetulkan.")

    assert desk.reader.open(article)

    assert "Satu\nKalimat yang dibetulkan." == desk.views.of("show_document")[-1].text
    assert "Satu\nKalimat yang dibetulkan." == (desk.reader.document or desk).text


def test_an_article_being_read_aloud_is_not_changed_under_the_voice(desk: Desk) -> None:
    """
    The light would fall on other words than those that are heard.
    """
    (article,) = opened(desk, "Satu")
    desk.jobs.work()
    desk.reader.toggle()
    store(desk.library, "Satu", text="Kalimat yang dibetulkan.")

    desk.reader.open(article)

    assert 1 == len(desk.views.of("show_document"))
    assert desk.voice.is_playing


def test_the_sentence_of_the_article_before_is_not_told_for_this_one(desk: Desk) -> None:
    """
    "Where am I" must not answer with another article's sentence.
    """
    _, second = opened(desk, "Satu", "Dua")
    desk.jobs.work()
    desk.reader.next_sentence()
    assert 1 == desk.reader.place[0]

    desk.reader.open(second)

    assert (0, 0) == desk.reader.place


def test_a_place_that_cannot_be_kept_is_told_once(desk: Desk) -> None:
    """
    A full disk is told, but not again at every sentence; when it has room again and fills again, it is told again.
    """
    (article,) = opened(desk, "Satu")
    full = LibraryUnwritable("library.sqlite3", "full")

    def refuse(article_id: int, place: ReadingPlace, text: str | None) -> None:
        raise full

    keep, desk.library.set_place = desk.library.set_place, refuse  # type: ignore[method-assign]
    for offset in (5, 10, 15):
        desk.keeper.set_place(article, ReadingPlace(offset, 100))
    assert ["Ruang simpan penuh, perubahan tidak tersimpan"] == desk.views.of("show_fault")

    desk.library.set_place = keep  # type: ignore[method-assign]
    desk.keeper.set_place(article, ReadingPlace(20, 100))
    desk.library.set_place = refuse  # type: ignore[method-assign]
    desk.keeper.set_place(article, ReadingPlace(25, 100))

    assert 2 == len(desk.views.of("show_fault"))


def test_a_star_that_cannot_be_kept_is_not_told_as_given(desk: Desk) -> None:
    """
    "Star given" must be true; and who asks for it twice is told twice why not.
    """
    opened(desk, "Satu")

    def refuse(article_id: int, is_starred: bool) -> None:
        raise LibraryUnwritable("library.sqlite3", "readonly")

    desk.library.set_starred = refuse  # type: ignore[method-assign]
    desk.articles.toggle_star()
    desk.articles.toggle_star()

    assert [] == desk.views.of("say")
    assert 2 == len(desk.views.of("show_fault"))


def test_settings_that_cannot_be_written_are_told_once(desk: Desk) -> None:
    """
    Ten presses of Ctrl+Plus in a kiosk are ten sizes, not ten complaints.
    """
    desk.settings._path.mkdir(parents=True)
    (desk.settings._path / "in the way").touch()

    for px in (30, 32, 34):
        desk.keeper.remember(article_px=px)

    assert 34 == desk.settings.current.article_px
    assert 1 == len(desk.views.of("show_fault"))
    assert [] == list(desk.settings._path.parent.glob(".settings-*"))


def test_a_removed_feeds_article_goes_from_the_page_unless_it_is_being_heard(desk: Desk) -> None:
    """
    What was removed is not shown as if it were there; what sounds is not torn away.
    """
    store(desk.library, "Lain", feed="https://lain.go.id/feed")
    store(desk.library, "Satu")
    desk.articles.start()
    desk.reader.open(next(row.id for row in desk.library.articles() if row.title == "Satu"))
    desk.jobs.work()
    desk.reader.toggle()

    desk.sources.remove(FEED)
    assert "Satu" == desk.views.page()
    assert desk.voice.is_playing

    desk.reader.stop()
    desk.sources.undo()
    desk.sources.remove(FEED)
    assert "Lain" == desk.views.page()


def test_an_article_is_read_once_something_of_it_sounds(desk: Desk) -> None:
    """
    Who pressed Space on a computer without a voice has read nothing.
    """
    (article,) = opened(desk, "Satu")
    desk.jobs.work()
    desk.reader.toggle()
    assert not (desk.library.row(article) or desk).is_read

    (play,) = [request for request in desk.voice.sent if isinstance(request, protocol.Play)]
    desk.reading.handle(protocol.Started(play.take))

    assert (desk.library.row(article) or desk).is_read


def test_an_article_marked_new_while_it_is_heard_stays_new(desk: Desk) -> None:
    """
    What a person says of an article holds against what the program thinks.
    """
    (article,) = opened(desk, "Satu")
    desk.jobs.work()
    desk.reader.toggle()
    (play,) = [request for request in desk.voice.sent if isinstance(request, protocol.Play)]
    desk.reading.handle(protocol.Started(play.take))
    desk.articles.toggle_read()

    desk.reading.handle(protocol.Boundary(play.take, 0))

    assert not (desk.library.row(article) or desk).is_read


def test_going_back_to_the_title_is_kept_too(desk: Desk) -> None:
    """
    Whoever went back to the beginning begins there tomorrow.
    """
    (article,) = opened(desk, "Satu")
    desk.jobs.work()
    desk.reader.toggle()
    desk.reader.next_sentence()
    desk.reader.next_sentence()
    assert (desk.library.place(article) or desk).offset > 0

    desk.reader.previous_sentence()
    desk.reader.previous_sentence()
    desk.reader.stop()

    assert 0 == (desk.library.place(article) or desk).offset


def test_an_article_is_prepared_for_its_feed(desk: Desk) -> None:
    """
    The person's dictionary may have rules for one source only.
    """
    opened(desk, "Satu")
    fed: list[str] = []
    desk.reader._prepare = lambda document, feed: fed.append(feed) or desk.reading._session.script  # type: ignore[func-returns-value]
    desk.reader.prepare_anew()
    desk.jobs.work()

    assert [FEED] == fed
