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
    change(library, "Dua.")
    library.mark_seen_change(1)

    assert (False, None) == (library.articles()[0].is_changed, library.articles()[0].changed_at)
    assert "Satu." == texts(library.previous_document(1))
    change(library, "Tiga.")
    assert (True, "Dua.") == (library.articles()[0].is_changed, texts(library.previous_document(1)))


def test_two_changes_unseen_are_one(library: Library) -> None:
    """
    Compared is with what the person can have read, not with a version that was never on the screen.
    """
    apply(library, entry("a", text="Satu."))
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
