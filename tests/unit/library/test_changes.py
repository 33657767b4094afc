"""Facts of changed articles: what was said before is kept, and what the person has not seen is marked."""

from __future__ import annotations

from tests.unit.library.making import FEED, NOW, apply, entry

from pembaca.document import Document
from pembaca.library.library import Library
from pembaca.model import ReadingPlace, StoredEntry


def change(library: Library, text: str, **more: str) -> None:
    known = library.known(FEED)["a"]
    apply(library, entry("a", text=text, known_id=known.id, **more))  # type: ignore[arg-type]


def texts(document: Document | None) -> str | None:
    return None if document is None else document.blocks[0].text


def test_changed_article_keeps_what_it_said_and_is_marked(library: Library) -> None:
    """
    A ministry corrects a figure: the reader sees that something changed, and what it was.
    """
    apply(library, entry("a", text="Anggaran Rp1 juta."))
    library.set_read(1, True)
    was_marked = library.articles()[0].is_changed
    change(library, "Anggaran Rp2 juta.")
    row = library.articles()[0]

    assert (False, True, NOW) == (was_marked, row.is_changed, row.changed_at)
    assert "Anggaran Rp1 juta." == texts(library.previous_document(row.id))
    assert "Anggaran Rp2 juta." == texts(library.document(row.id))


def test_seen_change_is_marked_no_more(library: Library) -> None:
    """
    What was looked at is no news, but can still be looked at again.
    """
    apply(library, entry("a", text="Satu."))
    library.set_read(1, True)
    change(library, "Dua.")
    library.mark_seen_change(1)

    assert (False, None) == (library.articles()[0].is_changed, library.articles()[0].changed_at)
    assert "Satu." == texts(library.previous_document(1))
    change(library, "Tiga.")
    assert (True, "Dua.") == (library.articles()[0].is_changed, texts(library.previous_document(1)))


def test_change_of_what_was_never_read_is_no_news(library: Library) -> None:
    """
    "Changed since you read it" would be a lie; opened later, it is a text like any other, and its next change is news.
    """
    apply(library, entry("a", text="Satu."))
    change(library, "Dua.")
    assert not library.articles()[0].is_changed

    library.set_read(1, True)
    assert not library.articles()[0].is_changed

    change(library, "Tiga.")
    assert (True, "Dua.") == (library.articles()[0].is_changed, texts(library.previous_document(1)))


def test_change_of_what_was_heard_in_part_is_news(library: Library) -> None:
    """
    Who stopped in the middle and marked it as new again has heard what is another now.
    """
    apply(library, entry("a", text="Satu. Dua."))
    library.set_place(1, ReadingPlace(6, 16))
    change(library, "Satu. Tiga.")

    assert (False, True) == (library.articles()[0].is_read, library.articles()[0].is_changed)


def test_marks_survive_a_change(library: Library) -> None:
    """
    A correction takes neither the star nor the read mark away.
    """
    apply(library, entry("a", text="Satu."))
    library.set_read(1, True)
    library.set_starred(1, True)
    change(library, "Dua.")
    row = library.articles()[0]

    assert (True, True, True) == (row.is_read, row.is_starred, row.is_changed)


def test_place_in_a_text_that_was_changed_meanwhile_moves_with_its_sentence(library: Library) -> None:
    """
    The old text is read aloud to its end while a refresh puts the new one in: the place is kept for the new one.
    """
    old = "Judul\nSatu. Dua. Tiga."
    apply(library, entry("a", title="Judul", text="Satu. Dua. Tiga."))
    change(library, "Alinea baru di atas. Satu. Dua. Tiga.", title="Judul")
    library.set_place(1, ReadingPlace(old.index("Dua."), len(old)), old)
    place, document = library.place(1), library.document(1)

    assert place is not None and document is not None
    assert ("Dua. Tiga.", len(document.text)) == (document.text[place.offset :], place.length)


def test_two_changes_unseen_are_one(library: Library) -> None:
    """
    Compared is with what the person can have read, not with a version that was never on the screen.
    """
    apply(library, entry("a", text="Satu."))
    library.set_read(1, True)
    change(library, "Dua.")
    change(library, "Tiga.")

    assert "Satu." == texts(library.previous_document(1))
    change(library, "Satu.")
    assert (False, None) == (library.articles()[0].is_changed, library.previous_document(1))


def test_text_that_is_only_read_better_is_no_change(library: Library) -> None:
    """
    When the full page comes after the introduction, or the person asks for full texts, the source has corrected nothing.
    """
    first = entry("a", text="Pengantar.")
    apply(library, _with(first, ""))
    apply(library, _with(entry("a", text="Teks penuh.", known_id=1), "sidik"))
    apply(library, _with(entry("a", text="Teks lebih penuh.", known_id=1), "sidik"))

    assert (False, None) == (library.articles()[0].is_changed, library.previous_document(1))


def test_place_stays_with_its_sentence(library: Library) -> None:
    """
    A paragraph added at the top does not make the reader hear again what was heard.
    """
    apply(library, entry("a", title="Judul", text="Satu. Dua. Tiga."))
    library.set_place(1, ReadingPlace(len("Judul\nSatu. "), 22))
    change(library, "Tambahan baru. Satu. Dua. Tiga.", title="Judul")
    place, document = library.place(1), library.document(1)

    assert place is not None and document is not None
    assert ("Dua. Tiga.", len(document.text)) == (document.text[place.offset :], place.length)


def test_removed_feed_hides_its_earlier_texts(library: Library) -> None:
    """
    What was removed is not shown through a side door.
    """
    apply(library, entry("a", text="Satu."))
    change(library, "Dua.")
    library.remove_feed(FEED)

    assert library.previous_document(1) is None


def _with(one: StoredEntry, fingerprint: str) -> StoredEntry:
    return StoredEntry(one.guid, one.url, fingerprint, one.document, one.summary, one.known_id)
