"""Sentences: the golden passages, and what holds for any text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pembaca.document import Document, Paragraph
from pembaca.speech.script import prepare
from pembaca.speech.segment import LONGEST, count_sentences, sentences

DATA = Path(__file__).parents[2] / "data" / "speech"
PASSAGES = [
    line for line in (DATA / "segments.txt").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]
SAMPLES = [json.loads(line) for line in (DATA / "sentences_sample.jsonl").read_text(encoding="utf-8").splitlines()]
PIECES = [
    "Budi. ",
    "No. ",
    "S.H., ",
    "12.30 ",
    "“",
    "”",
    "?! ",
    "… ",
    "A.",
    "(",
    ") ",
    "\n",
    " ",
    ".",
    "dkk. ",
    "kata ",
    "Tn. ",
    "x" * 50,
]


def _cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize("passage", PASSAGES)
def test_sentences_end_where_a_reader_would_stop(passage: str) -> None:
    """
    A wrong cut is a wrong melody, and a wrong place to go on from.
    """
    printed = passage.replace("⏎", "\n")
    wanted = [sentence.strip() for sentence in printed.split("|")]

    assert wanted == _cut(printed.replace("|", ""))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["id"])
def test_samples_are_cut_as_wanted(sample: dict[str, str]) -> None:
    """
    The samples of the form wanted stay right.
    """
    assert sample["sentences"] == _cut(sample["text"])


@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=60).map("".join)))
@example("“Siap?”\n ”. ")
def test_only_white_space_lies_between_sentences(text: str) -> None:
    """
    Nothing printed may be lost between two sentences, nor said twice.
    """
    end = 0
    for span in sentences(text):
        assert end <= span.start < span.end
        assert "" == text[end : span.start].strip()
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        end = span.end
    assert "" == text[end:].strip()


def test_a_long_sentence_stays_whole_for_the_eye() -> None:
    """
    The light lies on the sentence as it is printed, however long a ministry made it.
    """
    clause = "menimbang bahwa anggaran sebesar Rp1.500.000,00 telah disetujui oleh para pihak"
    sentence = "; ".join([clause] * 10) + "."

    assert [sentence] == _cut(sentence)


def test_what_no_sentence_can_be_is_cut_behind_a_clause() -> None:
    """
    A page without a full stop must not be one sound of ten minutes; the cut lies where a reader breathes, never inside a number.
    """
    clause = "menimbang bahwa anggaran sebesar Rp1.500.000,00 telah disetujui oleh para pihak"
    pieces = _cut("; ".join([clause] * 40) + ".")

    assert all(len(piece) <= LONGEST for piece in pieces)
    assert {";", "."} == {piece[-1] for piece in pieces}


@pytest.mark.parametrize("unit", ["a", ".", "“", "(", "A.", "kata, ", "1. ", "?!", "Budi ujar. "])
def test_a_huge_text_of_one_thing_is_cut(unit: str) -> None:
    """
    A broken page of 200 kB must not hold up reading.
    """
    text = unit * (200_000 // len(unit))
    spans = sentences(text)

    assert len(text.replace(" ", "")) == sum(len(text[span.start : span.end].replace(" ", "")) for span in spans)


def test_counting_tells_how_many_sentences_the_script_will_have() -> None:
    """
    The bar says "42 kalimat" as soon as an article opens, and must not think better of it a moment later.
    """
    seed = json.loads((DATA.parent / "seed" / "expected_article.json").read_text(encoding="utf-8"))
    document = Document(seed["title"], tuple(Paragraph(text) for text in seed["paragraphs"]))

    assert len(prepare(document).utterances) == count_sentences(document)
