"""A document becomes utterances: title first, nothing across parts, every word on its printed place."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from pembaca.document import Block, Document, Heading, Image, ListItem, Paragraph, Preformatted, Quote, Table
from pembaca.speech.script import prepare, prepare_text
from pembaca.speech.utterance import Script

DATA = Path(__file__).parents[2] / "data" / "speech"


def _seed() -> Document:
    seed = json.loads((DATA / "seed_article.json").read_text(encoding="utf-8"))
    return Document(seed["title"], tuple(map(Paragraph, seed["paragraphs"])), credit="(Tedy, foto: Dudi, Zeqi)", byline="Humas")


def _texts(script: Script) -> list[str]:
    return [utterance.text for utterance in script.utterances]


def test_the_seed_article_is_read_as_looked_at_line_by_line() -> None:
    """
    The transcript was checked by ear and eye; a change of it is looked at before it is kept.
    """
    wanted = msgspec.json.decode((DATA / "seed_script.json").read_bytes(), type=Script)

    assert wanted == prepare(_seed())


def test_the_title_is_said_first_and_on_its_own() -> None:
    """
    A listener knows what is being read before it begins; byline and credit are not read.
    """
    document = Document("Judul Berita", (Paragraph("Isi berita."),), byline="Humas", credit="Tedy")

    assert ["Judul Berita", "Isi berita."] == _texts(prepare(document))


def test_no_utterance_crosses_a_part() -> None:
    """
    A heading is never glued to a paragraph; pictures with words and table rows are said.
    """
    blocks: tuple[Block, ...] = (
        Heading("Latar belakang"),
        Paragraph("Satu kalimat. Dua kalimat."),
        Image("a.jpg", alt="Menteri menyapa warga"),
        Image("b.jpg"),
        Table((("Nama", "Jumlah"), ("Jakarta", "5"))),
        Preformatted("baris satu\nbaris dua"),
        ListItem("butir"),
        Quote("kutipan"),
    )
    script = prepare(Document("Judul", blocks))

    assert [
        ("Judul", 0),
        ("Latar belakang", 1),
        ("Satu kalimat.", 2),
        ("Dua kalimat.", 2),
        ("Gambar: Menteri menyapa warga", 3),
        ("Nama; Jumlah", 4),
        ("Jakarta; 5", 4),
        ("baris satu", 5),
        ("baris dua", 5),
        ("butir", 6),
        ("kutipan", 7),
    ] == [(utterance.text, utterance.part) for utterance in script.utterances]


def test_a_block_in_english_is_english() -> None:
    """
    The page's own word about its language wins.
    """
    script = prepare(Document("Judul", (Paragraph("The final report has 3 parts.", lang="en-US"),)))

    assert ["id", "en"] == [utterance.language for utterance in script.utterances]
    assert {"en"} == {word.language for word in script.utterances[1].words}


def test_a_sentence_in_english_is_english_though_the_page_is_not() -> None:
    """
    A joint statement is printed in both languages, and no page marks the second.
    """
    script = prepare_text("Kedua negara sepakat.\n“The two countries agreed on 3 points.”")

    assert ["id", "en"] == [utterance.language for utterance in script.utterances]
    assert {"en"} == {word.language for word in script.utterances[1].words}


def test_english_words_keep_their_hyphen_and_their_voice() -> None:
    """
    In "Output-nya" the root is English, the ending Indonesian.
    """
    utterance = prepare_text("Output-nya baik.").utterances[0]

    assert "Output-nya baik." == utterance.spoken
    assert [("Output", "en"), ("nya", "id"), ("baik", "id")] == [(word.spoken, word.language) for word in utterance.words]


def test_a_figure_before_foreign_words_stays_one_number() -> None:
    """
    What stands behind a figure in another language does not break it into single figures.
    """
    script = prepare_text("Produksi 1.500 million barrels tahun ini.", "id")

    assert ["Produksi seribu lima ratus million barrels tahun ini."] == [each.spoken for each in script.utterances]


def test_ornaments_are_no_utterances() -> None:
    """
    A line of asterisks is nothing to hear.
    """
    assert ["Satu.", "Dua."] == _texts(prepare_text("Satu.\n***\n\nDua."))


@given(st.lists(st.text(max_size=60), max_size=5), st.text(max_size=20))
def test_utterances_of_any_document_lie_in_its_text(paragraphs: list[str], title: str) -> None:
    """
    Every place the reader sees lit is a place in the document.
    """
    document = Document(title, tuple(map(Paragraph, paragraphs)))
    text = document.text
    spans = [part.span for part in document.parts()]
    end = 0
    for utterance in prepare(document).utterances:
        assert end <= utterance.start < utterance.end
        assert text[utterance.start : utterance.end] == utterance.text
        assert spans[utterance.part].start <= utterance.start and utterance.end <= spans[utterance.part].end
        assert utterance.words
        assert utterance.start <= utterance.words[0].start and utterance.words[-1].end <= utterance.end
        end = utterance.end


@given(st.integers(0, 1200))
def test_the_first_sentences_are_those_of_the_whole(place: int) -> None:
    """
    What sounds first is not said otherwise when the rest is there; the sentence at the place is among it, and two more.
    """
    whole, head = prepare(_seed()), prepare(_seed(), until=place)
    index = whole.index_at(place)

    assert whole.begins_with(head)
    assert min(index + 3, len(whole.utterances)) == len(head.utterances)
    assert (head == whole) == head.is_whole
