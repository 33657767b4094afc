"""pembaca.presenters.reader: what is open, what is read aloud, and the place that is kept."""

from __future__ import annotations

from tests.unit.presenters.parts import FEED, Desk, store

from pembaca.document import Document, TextSpan
from pembaca.errors import LibraryUnwritable
from pembaca.model import ReadingPlace
from pembaca.presenters.preparing import LONG
from pembaca.speech.utterance import Script
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
    desk.reader._preparing._prepare = lambda document, feed, until: (
        prepared.append(document.title) or desk.reading._session.script
    )  # type: ignore[func-returns-value]
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

    def prepare(document: Document, feed: str = "", until: int | None = None) -> Script:
        fed.append(feed)
        return desk.reading._session.script

    desk.reader._preparing._prepare = prepare
    desk.reader.prepare_anew()
    desk.jobs.work()

    assert [FEED] == fed


def long(desk: Desk) -> int:
    """Open an article whose sentences take a while to cut, and return how many there are."""
    text = " ".join(f"Kalimat nomor {number} dari sebuah laporan panjang." for number in range(LONG // 40))
    store(desk.library, "Panjang", text=text)
    desk.articles.start()
    return LONG // 40 + 1


def step(desk: Desk) -> None:
    """Do the job that waits longest."""
    desk.jobs.waiting.pop(0)()


def test_a_long_article_sounds_before_all_of_it_is_cut(desk: Desk) -> None:
    """
    Whoever opens a report of a hundred pages and presses Space hears its title at once, as with a short notice.
    """
    count = long(desk)
    desk.reader.toggle()
    step(desk)

    assert desk.voice.is_playing
    assert (0, count) == desk.reader.place
    sent, remaining = len(desk.voice.sent), desk.reader._state.remaining_s
    step(desk)

    disturbing = protocol.Play | protocol.Stop | protocol.Forget
    assert [] == [request for request in desk.voice.sent[sent:] if isinstance(request, disturbing)]
    assert 0.8 < remaining / desk.reader._state.remaining_s < 1.25
    assert (0, count) == desk.reader.place
    heard(desk)
    assert 1.0 == (desk.library.row(1) or desk).heard


def test_a_step_that_needs_the_whole_article_waits_for_it(desk: Desk) -> None:
    """
    A paragraph far down is gone to as soon as it is known; nothing is gone to in its stead.
    """
    count = long(desk)
    step(desk)
    end = len(desk.reader.document.text) - 1 if desk.reader.document else 0
    desk.views.caret_offset = lambda: end  # type: ignore[attr-defined]
    desk.reader.read_from_caret()
    assert not desk.voice.is_playing

    step(desk)

    assert desk.voice.is_playing
    assert (count - 1, count) == desk.reader.place


def test_silence_is_kept_while_a_long_article_is_cut(desk: Desk) -> None:
    """
    Space and Esc again before the rest is there: nothing begins anew by itself when it comes.
    """
    long(desk)
    desk.reader.toggle()
    step(desk)
    assert desk.reader.stop()
    step(desk)

    assert not desk.voice.is_playing
    assert (0, None) == (desk.reader.place[0], desk.reader._wish)


def test_a_pause_holds_while_a_long_article_is_cut(desk: Desk) -> None:
    """
    The second press of Space pauses at the sample, and the third goes on there.
    """
    long(desk)
    desk.reader.toggle()
    step(desk)
    desk.reader.toggle()
    step(desk)
    desk.reader.toggle()

    assert isinstance(desk.voice.sent[-1], protocol.Resume)


def test_the_dictionary_may_change_while_a_long_article_is_cut(desk: Desk) -> None:
    """
    The first sentences were said in the old way; the rest comes in the new one, and the voice goes on.
    """
    count = long(desk)
    desk.reader.toggle()
    step(desk)
    desk.reader.prepare_anew()
    desk.jobs.work()

    assert desk.voice.is_playing
    assert (0, count) == desk.reader.place


def test_reading_a_long_article_begins_where_it_was_left(desk: Desk) -> None:
    """
    The first sentences that are cut reach to the place, and the light is on its sentence.
    """
    long(desk)
    desk.jobs.work()
    for _ in range(9):
        desk.reader.next_sentence()
    desk.reader.stop()
    desk.reader.close_article()
    desk.reader.reopen()
    desk.reader.toggle()
    step(desk)
    play = [request for request in desk.voice.sent if isinstance(request, protocol.Play)][-1]
    desk.reading.handle(protocol.Started(play.take))

    assert 9 == desk.reader.place[0]
    text = desk.reader.document.text if desk.reader.document else ""
    lit = desk.views.of("highlight")[-1]
    assert isinstance(lit, TextSpan)
    assert "Kalimat nomor 8 dari sebuah laporan panjang." == text[lit.start : lit.end]
