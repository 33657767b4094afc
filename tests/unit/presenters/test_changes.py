"""pembaca.presenters.changes: what was changed since it was read is marked and told once, and can be gone through."""

from __future__ import annotations

from tests.unit.presenters.parts import Desk, store

from pembaca.document import TextSpan
from pembaca.model import ReadingPlace
from pembaca.presenters.commands import CommandId

_OLD = "Loket buka pukul 08.00. Biaya Rp50.000. Bawa kartu keluarga."
_NEW = "Loket buka pukul 09.00. Biaya Rp60.000. Bawa kartu keluarga."


def changed(desk: Desk, new: str = _NEW, *, is_read: bool = True) -> int:
    """Store an article, have it read, and let its source change it; another one is open. Returns its id."""
    store(desk.library, "Lain", "Satu", text=_OLD)
    article = next(row.id for row in desk.library.articles() if row.title == "Satu")
    if is_read:
        desk.library.set_read(article, True)
    store(desk.library, "Satu", text=new)
    desk.articles.start()
    desk.reader.open(next(row.id for row in desk.library.articles() if row.title == "Lain"))
    desk.jobs.work()
    return article


def words(desk: Desk, nth: int = -1) -> list[str]:
    """Return the words that were marked with the *nth* marks."""
    text = (desk.reader.document or desk).text
    return [text[span.start : span.end] for span in desk.views.of("show_changes")[nth]]


def said(desk: Desk, part: str) -> list[str]:
    """Return what was said that holds *part*."""
    return [text for text in desk.views.of("say") if part in text]


def state(desk: Desk, article: int) -> list[str]:
    """Return the words of the states of a row."""
    item = desk.listing.item(article)
    assert item is not None
    return [one.word for one in item.states]


def test_a_row_says_that_its_article_was_changed(desk: Desk) -> None:
    """
    The news that something one has read is otherwise now stands where one looks for news.
    """
    assert ["dibaca", "berubah"] == state(desk, changed(desk))


def test_an_article_that_was_never_read_is_just_shown(desk: Desk) -> None:
    """
    Nothing changed for who never saw the old text, now or when it is opened again.
    """
    article = changed(desk, is_read=False)
    desk.articles.opened(article)
    desk.jobs.work()
    desk.reader.close_article()
    desk.articles.opened(article)
    desk.jobs.work()

    assert [] == desk.views.of("show_changes")
    assert ["dibaca"] == state(desk, article)


def test_opening_shows_and_tells_what_changed_once(desk: Desk) -> None:
    """
    The reader hears that something changed before they read what they think they know.
    """
    article = changed(desk, _NEW.replace(" Bawa kartu keluarga.", ""))
    desk.articles.opened(article)
    desk.jobs.work()
    desk.reader.mark_read()

    assert ["09.00", "Rp60.000"] == words(desk)
    whole = "Artikel ini berubah sejak Anda membacanya. 2 bagian ditandai. Dulu ada 1 bagian yang sekarang tidak ada."
    assert [whole] == said(desk, "berubah")


def test_passing_by_in_the_list_shows_the_marks_and_says_nothing(desk: Desk) -> None:
    """
    Who goes down the list with the arrows hears the rows; what was only passed stays news.
    """
    article = changed(desk)
    desk.articles.chosen(article)
    desk.jobs.work()
    assert 1 == len(desk.views.of("show_changes"))

    desk.reader.close_article()

    assert [] == said(desk, "Artikel ini berubah")
    assert "berubah" in state(desk, article)


def test_what_was_opened_and_left_is_no_news_but_can_be_looked_at_again(desk: Desk) -> None:
    """
    Marks that come back each time would be no news; who missed them presses F7.
    """
    article = changed(desk)
    desk.articles.opened(article)
    desk.jobs.work()
    desk.reader.close_article()
    assert "berubah" not in state(desk, article)

    desk.articles.opened(article)
    desk.jobs.work()
    assert 1 == len(desk.views.of("show_changes"))

    desk.changes.step(1)
    desk.jobs.work()

    assert 2 == len(desk.views.of("show_changes"))
    assert ["Bagian berubah 1 dari 2: 09.00"] == said(desk, "Bagian berubah")


def test_steps_go_round_through_the_changes(desk: Desk) -> None:
    """
    One key leads through all that is new, there and back.
    """
    article = changed(desk)
    desk.articles.opened(article)
    desk.jobs.work()
    text = (desk.reader.document or desk).text
    for steps in (1, 1, 1, -1):
        desk.changes.step(steps)
        place = desk.views.of("go_to")[-1]
        desk.views.caret_offset = lambda place=place: place  # type: ignore[method-assign]

    assert ["1 dari 2: 09.00", "2 dari 2: Rp60.000", "1 dari 2: 09.00", "2 dari 2: Rp60.000"] == [
        told.removeprefix("Bagian berubah ") for told in said(desk, "Bagian berubah")
    ]
    assert [text.index("09.00"), text.index("Rp60.000")] == desk.views.of("go_to")[:2]


def test_the_next_change_is_the_one_after_the_caret(desk: Desk) -> None:
    """
    Who has read on by themselves is not sent back to the beginning.
    """
    article = changed(desk)
    desk.articles.opened(article)
    desk.jobs.work()
    text = (desk.reader.document or desk).text
    desk.views.caret_offset = lambda: text.index("Biaya")  # type: ignore[method-assign]
    desk.changes.step(1)
    desk.changes.put_away()
    desk.changes.step(-1)
    desk.jobs.work()

    assert [text.index("Rp60.000"), text.index("09.00")] == desk.views.of("go_to")


def test_marks_that_are_put_away_count_as_seen(desk: Desk) -> None:
    """
    The person says that they have seen it.
    """
    article = changed(desk)
    desk.articles.chosen(article)
    desk.jobs.work()
    desk.changes.put_away()

    assert ("hide_changes", None) in desk.views.told
    assert ["Tanda perubahan ditutup"] == said(desk, "ditutup")
    assert "berubah" not in state(desk, article)


def test_f7_shows_what_came_while_the_article_was_on_the_page(desk: Desk) -> None:
    """
    The text does not change under the eyes; who asks for the changes gets the new text, at its first change.
    """
    article = changed(desk, _OLD)
    desk.articles.opened(article)
    desk.jobs.work()
    store(desk.library, "Satu", text=_NEW)
    desk.articles.news_came()
    desk.articles.news_came()
    assert _OLD in (desk.reader.document or desk).text
    assert 1 == len(said(desk, "Sumber baru saja mengubah artikel ini. Yang tampak masih teks lama; F7"))

    desk.window.do(CommandId.NEXT_CHANGE)
    desk.jobs.work()

    assert _NEW in (desk.reader.document or desk).text
    assert ["Bagian berubah 1 dari 2: 09.00"] == said(desk, "erubah")
    assert [[], ["09.00", "Rp60.000"]] == [words(desk, nth) for nth in range(2)]


def test_a_change_that_comes_while_the_voice_reads_says_nothing(desk: Desk) -> None:
    """
    The old text goes on; the row tells of the change.
    """
    article = changed(desk, _OLD)
    desk.articles.opened(article)
    desk.jobs.work()
    desk.reader.toggle()
    store(desk.library, "Satu", text=_NEW)
    desk.articles.news_came()

    assert [] == desk.views.of("show_changes")
    assert "berubah" in state(desk, article)


def test_a_change_that_came_stays_news_when_its_notice_is_put_away_or_left(desk: Desk) -> None:
    """
    Nothing of the new text was seen yet.
    """
    article = changed(desk, _OLD)
    desk.articles.opened(article)
    desk.jobs.work()
    store(desk.library, "Satu", text=_NEW)
    desk.articles.news_came()
    desk.changes.put_away()
    desk.articles.news_came()
    desk.reader.close_article()

    assert "berubah" in state(desk, article)
    assert desk.views.of("hide_changes")


def test_keys_say_where_there_is_no_change(desk: Desk) -> None:
    """
    A key that does nothing and says nothing seems broken.
    """
    changed(desk)
    desk.changes.step(1)
    desk.jobs.work()
    desk.changes.put_away()
    desk.reader.close_article()
    desk.changes.step(1)

    assert 2 == len(said(desk, "Tidak ada perubahan yang tercatat di artikel ini"))
    assert 1 == len(said(desk, "Belum ada artikel yang terbuka"))


def test_listening_is_not_talked_over(desk: Desk) -> None:
    """
    Two voices at once are none: whoever presses Space hears the article, and sees the marks.
    """
    article = changed(desk)
    desk.reader.open(article)
    desk.reader.toggle()
    desk.jobs.work()
    desk.reader.mark_read()

    assert 1 == len(desk.views.of("show_changes"))
    assert [] == said(desk, "Artikel ini berubah")


def test_articles_passed_quickly_are_not_compared(desk: Desk) -> None:
    """
    What was on the page for a moment gets no marks of its own onto the next one.
    """
    article = changed(desk)
    lain = next(row.id for row in desk.library.articles() if row.title == "Lain")
    desk.reader.open(article)
    desk.reader.open(lain)
    desk.jobs.work()

    assert [] == desk.views.of("show_changes")


def test_closing_the_window_counts_as_leaving(desk: Desk) -> None:
    """
    The last article of the day is left by closing.
    """
    article = changed(desk)
    desk.articles.opened(article)
    desk.jobs.work()
    desk.reader.close()

    assert "berubah" not in state(desk, article)


def test_the_place_is_found_again_below_new_paragraphs(desk: Desk) -> None:
    """
    A correction at the top does not make the reader hear again what was heard; no mark is lost on the way.
    """
    article = changed(desk, _OLD)
    desk.library.set_starred(article, True)
    text = f"Satu\n{_OLD}"
    desk.library.set_place(article, ReadingPlace(text.index("Biaya"), len(text)))
    store(desk.library, "Satu", text="Ralat: jam buka diubah. Mohon maaf. " + _OLD)
    desk.articles.opened(article)
    desk.jobs.work()
    now, row = (desk.reader.document or desk).text, desk.library.row(article)
    assert row is not None

    assert [now.index("Biaya")] == desk.views.of("reveal")
    assert (True, True) == (row.is_read, row.is_starred)


def test_an_old_text_is_read_to_its_end_and_the_new_one_goes_on_at_its_sentence(desk: Desk) -> None:
    """
    A refresh while the voice reads changes nothing under it; opened again, the corrected text goes on where the old one was.
    """
    article = changed(desk, _OLD)
    desk.articles.opened(article)
    desk.jobs.work()
    desk.reader.toggle()
    desk.reader.next_sentence()
    desk.reader.next_sentence()
    heard = (desk.reader.document or desk).text[desk.reader._offset :]
    store(desk.library, "Satu", text="Ralat: jam buka diubah. " + _OLD)
    desk.articles.opened(article)
    assert _OLD in (desk.reader.document or desk).text
    assert "Ralat" not in (desk.reader.document or desk).text
    desk.reader.next_sentence()
    desk.reader.previous_sentence()
    desk.reader.stop()
    desk.articles.opened(article)
    desk.jobs.work()

    now = (desk.reader.document or desk).text
    assert now.index(heard) == desk.views.of("reveal")[-1]
    assert now.index(heard) == (desk.library.place(article) or desk).offset
    assert ["Ralat: jam buka diubah."] == words(desk)
    assert TextSpan(5, 28) == desk.views.of("show_changes")[-1][0]
