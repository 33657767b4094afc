"""pembaca.speech.structure: what is said of a document's build, once, and where its light is."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembaca.document import Block, Document, Heading, Image, Link, ListItem, Paragraph, Preformatted, Quote, Table
from pembaca.settings import TOLD, Told
from pembaca.speech.script import Manner, prepare
from pembaca.speech.structure import USUAL

ALL: frozenset[Told] = frozenset(TOLD)
TABLE = Table((("Provinsi", "Jumlah (orang)"), ("Jakarta", "1.500"), ("Papua", "")), header=True)


def _said(*blocks: Block, told: frozenset[Told] = USUAL, **facts: object) -> list[str]:
    document = Document("Judul", blocks, **facts)  # type: ignore[arg-type]
    return [utterance.spoken for utterance in prepare(document, Manner(told=told)).utterances]


def test_a_list_tells_its_size_and_numbers_once() -> None:
    """
    One knows how much is to come, and which item one is at; a list inside an item is one of its own.
    """
    items = (
        ListItem("Satu", number=1),
        ListItem("Dua", number=2),
        ListItem("di dalam", depth=2),
        ListItem("lagi", depth=2),
        ListItem("Tiga", number=3),
    )

    assert [
        "Judul",
        "Daftar tiga butir: satu, Satu",
        "dua, Dua",
        "Rincian dua butir: di dalam",
        "lagi",
        "tiga, Tiga",
        "Penutup.",
        "Daftar dua butir: a",
        "be",
    ] == _said(*items, Paragraph("Penutup."), ListItem("a"), ListItem("b"))


def test_a_list_of_one_item_is_no_list() -> None:
    """
    "Daftar satu butir" tells nothing.
    """
    assert ["Judul", "hanya ini"] == _said(ListItem("hanya ini"))


def test_a_quotation_tells_where_it_begins_and_ends() -> None:
    """
    Whoever only listens does not take the minister's words for the reporter's.
    """
    assert ["Judul", "Kutipan: Kami siap.", "Lalu pulang. Akhir kutipan.", "Begitu."] == _said(
        Quote("Kami siap."), Quote("Lalu pulang."), Paragraph("Begitu.")
    )
    assert ["Judul", "Kutipan: Pendek saja."] == _said(Quote("Pendek saja."))


def test_a_table_is_read_row_by_row_with_its_columns() -> None:
    """
    A figure in the third row is worth nothing without the name of its column; an empty cell has nothing to name.
    """
    assert [
        "Judul",
        "Tabel dua kolom, dua baris: Provinsi; Jumlah, orang",
        "Provinsi: Jakarta; Jumlah, orang: seribu lima ratus",
        "Provinsi: Papua;",
    ] == _said(TABLE)
    assert ["Judul", "Tabel dua kolom, dua baris: a; be", "ce; de"] == _said(Table((("a", "b"), ("c", "d"))))


@pytest.mark.parametrize("beside", [Paragraph("Menteri menyapa warga."), Image("lain.jpg", alt="Menteri menyapa warga")])
def test_a_picture_whose_words_stand_beside_it_is_not_said_twice(beside: Block) -> None:
    """
    Sites print the alternative text as the caption too.
    """
    image = Image("a.jpg", alt="Menteri menyapa warga")
    said = _said(image, beside)

    assert 1 == sum("menyapa" in line for line in said)
    assert ["Judul", "Gambar: Gedung", "Isi."] == _said(Image("b.jpg", alt="Gedung"), Paragraph("Isi."))


def test_what_is_not_wished_for_is_passed_over() -> None:
    """
    Pictures and tables are left out whole; of the others only the announcement goes.
    """
    blocks = (Heading("Bagian"), ListItem("a", number=1), ListItem("b", number=2), Quote("k"), Image("a", alt="x"), TABLE)

    assert ["Judul", "Bagian", "a", "be", "ka"] == _said(*blocks, told=frozenset(), credit="Tedy", byline="Humas")


def test_headings_links_and_credits_are_told_on_request() -> None:
    """
    Reading begins with the title and nothing else, unless one asks for more.
    """
    published = datetime(2020, 11, 23)
    blocks = (Heading("Bagian"), Paragraph("Lihat laman resmi.", links=(Link(6, 17, "https://a.go.id"),)))
    facts = {"byline": "Humas", "credit": "(Tedy, foto: Dudi)", "published": published}

    assert ["Judul", "Bagian", "Lihat laman resmi."] == _said(*blocks, **facts)
    assert [
        "Judul. Oleh Humas. dua puluh tiga November dua ribu dua puluh.",
        "Judul bagian: Bagian",
        "Lihat tautan laman resmi. Kredit: Tedy, foto: Dudi.",
    ] == _said(*blocks, told=ALL, **facts)


def test_a_document_in_english_is_told_in_english() -> None:
    """
    The voice that reads the article says what it is built of; other languages are left alone.
    """
    assert ["Judul", "List of 2 items: one", "two"] == _said(ListItem("one"), ListItem("two"), language="en-GB")
    assert ["Judul", "un", "deux"] == _said(ListItem("un"), ListItem("deux"), language="fr")


def test_what_is_not_printed_lights_the_word_it_leads_to() -> None:
    """
    The light waits at the first printed word while "daftar dua butir" is heard; it never goes back.
    """
    document = Document("", (ListItem("Kartu keluarga"), ListItem("b")))
    words = prepare(document).utterances[0].words

    assert [("Daftar", True), ("dua", True), ("butir", True), ("Kartu", False), ("keluarga", False)] == [
        (word.spoken, word.is_aside) for word in words
    ]
    assert [(0, 5)] * 4 + [(6, 14)] == [(word.start, word.end) for word in words]


_TEXT = st.text(alphabet="ab. 1;\u200b–*", max_size=14)
_BLOCKS = st.one_of(
    st.builds(Heading, _TEXT),
    st.builds(Paragraph, _TEXT, links=st.just((Link(0, 1, "https://a"),))),
    st.builds(ListItem, _TEXT, depth=st.integers(1, 3), number=st.one_of(st.none(), st.integers(1, 20))),
    st.builds(Quote, _TEXT),
    st.builds(Preformatted, _TEXT),
    st.builds(Image, st.just("a"), alt=_TEXT),
    st.builds(Table, st.lists(st.tuples(_TEXT, _TEXT), min_size=1, max_size=3).map(tuple), header=st.booleans()),
)


@given(st.lists(_BLOCKS, max_size=6), st.sets(st.sampled_from(TOLD)), st.sampled_from(["id", "en"]))
def test_any_document_is_said_with_ascending_light(blocks: list[Block], told: set[Told], language: str) -> None:
    """
    Whatever is told beside it, the sentences are those of the text, and every printed letter or figure of them is lit.
    """
    document = Document("Judul 1", tuple(blocks), language=language, byline="Humas", credit="Tedy 2")
    end = 0
    for utterance in prepare(document, Manner(told=frozenset(told))).utterances:
        assert document.text[utterance.start : utterance.end] == utterance.text
        assert end <= utterance.start < utterance.end
        end = utterance.end
        start = stop = utterance.start
        lit: set[int] = set()
        for word in utterance.words:
            assert (start, stop) == (word.start, word.end) or stop <= word.start < word.end <= utterance.end
            assert utterance.spoken[word.at : word.at + len(word.spoken)] == word.spoken
            start, stop = word.start, word.end
            lit.update(range(start, stop))
        printed = {utterance.start + place for place, character in enumerate(utterance.text) if character.isalnum()}
        assert printed <= lit
