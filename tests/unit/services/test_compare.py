"""pembaca.services.compare: what a reader of the old text has not read yet."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembaca.document import Document, Heading, ListItem, Paragraph, Preformatted, Table, TextSpan
from pembaca.services.compare import Comparison, compare

_WORDS = "di yang layanan loket, buka. 5.000 anak-anak 😀 é Rp2 “Hadir” (WIB)".split()
_LINE = st.lists(st.sampled_from(_WORDS), max_size=8).map(" ".join)
_BLOCK = st.one_of(
    st.builds(Paragraph, _LINE),
    st.builds(Heading, _LINE),
    st.builds(ListItem, _LINE),
    st.lists(_LINE, min_size=1, max_size=3).map("\n".join).map(Preformatted),
    st.lists(st.tuples(_LINE, _LINE), min_size=1, max_size=3).map(tuple).map(Table),
)
_DOCUMENT = st.builds(Document, _LINE, st.lists(_BLOCK, max_size=6).map(tuple))


def article(*paragraphs: str, title: str = "Judul berita") -> Document:
    """Return an article of these paragraphs."""
    return Document(title, tuple(Paragraph(text) for text in paragraphs))


def marked(old: Document, new: Document) -> list[str]:
    """Return the marked pieces of the new text."""
    return [new.text[span.start : span.end] for span in compare(old, new).spans]


def unmarked(new: Document, found: Comparison) -> str:
    """Return the new text without its marked pieces."""
    kept, at = [], 0
    for span in found.spans:
        kept.append(new.text[at : span.start])
        at = span.end
    return " ".join((*kept, new.text[at:]))


_FIRST = "Kementerian membuka loket layanan baru di enam kota mulai bulan depan."
_SECOND = "Warga dapat datang tanpa janji, kata juru bicara kementerian itu."
_THIRD = "Biaya layanan tetap Rp350.000 dan dibayar lewat bank mana pun."


def test_a_corrected_figure_is_marked_alone() -> None:
    """
    Who read the article looks for the one number that is another now.
    """
    new = article(_FIRST, _SECOND, _THIRD.replace("Rp350.000", "Rp400.000"))

    assert ["Rp400.000"] == marked(article(_FIRST, _SECOND, _THIRD), new)


def test_an_added_paragraph_is_marked_whole_and_nothing_else() -> None:
    """
    A paragraph put in at the top must not make all below it look changed.
    """
    new = article("Tambahan: pendaftaran diundur sepekan.", _FIRST, _SECOND, _THIRD)

    assert ["Tambahan: pendaftaran diundur sepekan."] == marked(article(_FIRST, _SECOND, _THIRD), new)
    assert 0 == compare(article(_FIRST, _SECOND, _THIRD), new).removed


def test_added_words_are_marked_from_the_first_to_the_last() -> None:
    """
    A mark that breaks off at each short word that was there before is hard to read.
    """
    new = article(_FIRST.replace("layanan baru di enam", "pelayanan terpadu di enam belas"), _SECOND)

    assert ["pelayanan terpadu", "belas"] == marked(article(_FIRST, _SECOND), new)
    assert ["terpadu di belas"] == marked(article("Loket ini di kota."), article("Loket ini terpadu di belas kota."))


def test_a_paragraph_that_is_mostly_new_is_marked_whole() -> None:
    """
    A sentence written anew, with a word here and there as before, is to be read anew.
    """
    anew = "Siapa saja boleh datang kapan pun, demikian keterangan resmi kementerian."

    assert [anew] == marked(article(_FIRST, _SECOND, _THIRD), article(_FIRST, anew, _THIRD))


def test_what_was_taken_out_is_counted() -> None:
    """
    What is gone cannot be marked, but the reader is to know of it: a paragraph here, half a sentence there.
    """
    old, new = article(_FIRST, _SECOND, _THIRD), article(_FIRST.replace(" mulai bulan depan", ""), _THIRD)

    assert Comparison((), 2) == compare(old, new)


def test_what_was_replaced_is_not_counted_as_gone() -> None:
    """
    "Two parts are gone" would be a wrong alarm where two words were put right.
    """
    new = article(_FIRST.replace("enam", "tujuh"), "Kalimat yang sama sekali lain, tentang hal lain.", _THIRD)

    assert 0 == compare(article(_FIRST, _SECOND, _THIRD), new).removed


def test_a_paragraph_that_moved_is_not_new() -> None:
    """
    Who has read it need not read it again because it stands further down now.
    """
    assert Comparison() == compare(article(_FIRST, _SECOND, _THIRD), article(_SECOND, _THIRD, _FIRST))


def test_new_rows_of_a_table_are_one_change() -> None:
    """
    Twenty new rows are one thing to look at, not twenty.
    """
    rows = (("Kota", "Loket"), ("Medan", "3"), ("Palu", "2"))
    more = (*rows, ("Ambon", "1"), ("Kupang", "4"))
    old, new = (Document("Daftar loket", (Table(some, header=True),)) for some in (rows, more))

    assert ["Ambon; 1\nKupang; 4"] == marked(old, new)


def test_a_changed_cell_is_marked_alone() -> None:
    """
    One figure of a row was wrong, the others were not.
    """
    old, new = (Document("Daftar loket", (Table((("Kota", "Loket", "Jam"), ("Medan", few, "09.00"))),)) for few in ("3", "5"))

    assert ["5"] == marked(old, new)


def test_another_way_of_setting_lines_is_no_change() -> None:
    """
    A blank more or less is nothing a reader hears or sees.
    """
    assert Comparison() == compare(article("Satu  dua\u00a0tiga."), article("Satu dua tiga."))


@given(_DOCUMENT)
def test_the_same_text_has_no_change(document: Document) -> None:
    """
    A mark where nothing changed costs the reader's trust.
    """
    assert Comparison() == compare(document, document)


@given(_DOCUMENT, _DOCUMENT)
def test_spans_ascend_apart_inside_one_block_and_leave_only_what_was_there(old: Document, new: Document) -> None:
    """
    Marks must fit the page, and what is not marked must have been in the old text, word for word.
    """
    found = compare(old, new)
    edges = [place for span in found.spans for place in (span.start, span.end)]
    parts = [part.span for part in new.parts()]

    assert edges == sorted(set(edges))
    assert all(any(part.start <= span.start and span.end <= part.end for part in parts) for span in found.spans)
    assert all(new.text[span.start : span.end].strip() == new.text[span.start : span.end] for span in found.spans)
    assert not Counter(re.findall(r"\w+", unmarked(new, found))) - Counter(re.findall(r"\w+", old.text))
    assert found.removed >= 0


@st.composite
def _put_in(draw: st.DrawFn) -> tuple[Document, Document]:
    words = st.lists(st.sampled_from([*"abcde", "di", "kata"]), min_size=1, max_size=12)
    paragraphs = draw(st.lists(words, min_size=1, max_size=6))
    changed: list[list[str]] = []
    for line in paragraphs:
        if draw(st.booleans()):
            changed.append(["Q"] * draw(st.integers(1, 5)))
        at = draw(st.integers(0, len(line)))
        changed.append([*line[:at], *["Q"] * draw(st.integers(0, 3)), *line[at:]])
    old, new = (article(*(" ".join(line) for line in lines), title="") for lines in (paragraphs, changed))
    return old, new


@given(_put_in())
def test_every_letter_put_in_is_marked(texts: tuple[Document, Document]) -> None:
    """
    A change that is not marked is a change the reader misses.
    """
    old, new = texts
    found = compare(old, new)

    assert "Q" not in unmarked(new, found)


@pytest.mark.parametrize("line", ["a", "a b", "b a a"])
def test_hostile_repetition_ends_and_marks_what_is_more(line: str) -> None:
    """
    Ten thousand equal lines must not make the program compare each with each.
    """
    old, new = (Document("", (Preformatted("\n".join([line] * lines)),)) for lines in (9_000, 10_000))
    found = compare(old, new)

    assert [TextSpan(9_000 * (len(line) + 1), len(new.text))] == list(found.spans)
