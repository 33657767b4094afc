"""English inside Indonesian: found where it is, and nowhere else."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembaca.resources import resource
from pembaca.speech.english import MadeWords, kind, names, phrases
from pembaca.speech.language import base, spans

DATA = Path(__file__).parents[2] / "data" / "speech"
PASSAGES = [
    line for line in (DATA / "languages.txt").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]
PIECES = [
    *("work ", "from ", "home ", "yang ", "final ", "policy", "The ", "of ", "“", "”", "e-", "-nya", ", ", "Mark ", "WHO "),
    *("& ", "\n", "a@b.id ", "Steve ", "data ", "man ", "İ", "don’t "),
]
SAMPLES = [json.loads(line) for line in (DATA / "language_sample.jsonl").read_text(encoding="utf-8").splitlines()]


def _found(text: str) -> list[str]:
    return [text[span.start : span.end] for span, _ in spans(text)]


@pytest.mark.parametrize("passage", PASSAGES)
def test_english_is_found_as_a_newsreader_would_say_it(passage: str) -> None:
    """
    "Work from home" in Indonesian letters is not understood; nor is a minister's name in English ones.
    """
    wanted = re.findall(r"\{(.*?)\}", passage)

    assert wanted == _found(passage.replace("{", "").replace("}", ""))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["id"])
def test_samples_are_found_as_wanted(sample: dict[str, list[dict[str, str]]]) -> None:
    """
    The samples of the form wanted stay right.
    """
    assert [span["text"] for span in sample["spans"]] == _found(str(sample["text"]))


def test_neighbours_are_one_span() -> None:
    """
    An English phrase is said in one breath by one voice.
    """
    assert ["Output", "public hearing stakeholder"] == _found("Output-nya ialah public hearing stakeholder.")


def test_english_text_has_no_foreign_spans() -> None:
    """
    An article in English is read by its own voice throughout.
    """
    assert () == spans("The final policy", "en")


def test_the_language_of_a_page_is_its_primary_subtag() -> None:
    """
    "id-ID", the old "in" and no language at all are Indonesian.
    """
    assert ["id", "id", "id", "en"] == [base("id-ID"), base("in"), base(None), base("en_GB")]


@pytest.mark.parametrize(
    "text", ["BAB VIII KETENTUAN PIDANA", "LAMPIRAN XIII", "KOMISI VIII DPR RI", "Nomor LP/B/77/VIII/2024/SPKT", "PASAL MIX"]
)
def test_a_roman_numeral_in_capitals_is_not_english(text: str) -> None:
    """
    The chapter of a law is not said in the middle by another voice.
    """
    assert [] == _found(text)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Angin bertiup 10-20 knot", []),
        ("Kecepatan 25 knots di laut", []),
        ("Anggaran Rp500 million untuk desa", []),
        ("Nilai US$1,5 billion deal itu", ["deal"]),
        ("Produksi 500 million barrels per tahun", ["million barrels"]),
    ],
)
def test_a_unit_behind_a_figure_belongs_to_the_figure(text: str, english: list[str]) -> None:
    """
    An amount is said by one voice, its scale before the currency.
    """
    assert english == _found(text)


def test_a_quotation_in_english_is_one_span_with_its_names() -> None:
    """
    A foreign guest is quoted in his own words, and one voice says them all.
    """
    assert ["We thank Yasonna, and the 34 of us, for this"] == _found("“We thank Yasonna, and the 34 of us, for this,” katanya.")


def test_figures_at_the_ends_of_an_english_sentence_are_english() -> None:
    """
    "In 2024" must not end with an Indonesian year.
    """
    assert ["34 offices agreed to work with us in 2024"] == _found("“34 offices agreed to work with us in 2024,” katanya, 2 Mei.")
    assert ["The minister arrived on Sept. 5, 2023"] == _found("The minister arrived on Sept. 5, 2023.")


def test_affixes_and_addresses_stay_indonesian() -> None:
    """
    Only the root in "di-review-lah" is English, and an address is spelled out by rules of its own.
    """
    assert ["review"] == _found("Berkas di-review-lah, lalu kirim ke home@work.go.id atau www.live-chat.go.id.")


def test_an_english_root_with_affixes_glued_to_it_is_found() -> None:
    """
    "Diupload" by Indonesian letters is "di-u-plo-ad"; an Indonesian word is never taken apart so.
    """
    assert ["upload", "website", "press release", "update"] == _found(
        "Berkas diupload ke websitenya, press releasenya terbit, lalu mengupdate datanya; ia hanya bertanya dinamika mengeras."
    )


def test_the_longest_phrase_wins() -> None:
    """
    "Win win solution" is one thing, though "win win" is in the table too.
    """
    assert [] == [
        (short, long)
        for others in phrases().values()
        for index, short in enumerate(others)
        for long in others[index + 1 :]
        if long[: len(short)] == short
    ]


def test_tables_are_small_and_of_plain_words() -> None:
    """
    They are read before the first sentence sounds.
    """
    assert 25_000 > len(_listed("english_alone")) + len(_listed("english_within"))
    assert [] == [name for name in sorted(names()) if not kind(name)]


@pytest.mark.parametrize("what", ["alone", "within"])
def test_a_made_table_is_searched_word_by_word(what: str) -> None:
    """
    No more of it is read than a sentence asks for, and nothing in it is missed; a word at the edge of a part is in it.
    """
    listed = _listed(f"english_{what}")
    table = MadeWords(f"english_{what}")

    assert sorted(set(listed)) == listed
    assert listed == [word for word in listed if table.has(word)]
    assert [] == [
        word for word in ("", "a", "zz", "zzz", "#", "é", "yang", "# word", *(f"{word}q" for word in listed)) if table.has(word)
    ]


def _listed(name: str) -> list[str]:
    remark, *words = resource(f"speech/{name}.txt").read_text(encoding="ascii").splitlines()
    assert "wordfreq" in remark
    return words


@pytest.mark.parametrize("unit", ["work ", "a.b ", "“work from home now” ", "...", "e-", "’s "])
def test_a_huge_line_of_one_thing_is_looked_through(unit: str) -> None:
    """
    A broken page of 50 kB in one line must not hold up reading.
    """
    text = "work from home " + unit * (50_000 // len(unit))
    found = spans(text)

    assert 0 == found[0][0].start
    assert text[: found[-1][0].end].startswith("work")


@given(st.one_of(st.text(max_size=120), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)))
def test_spans_ascend_for_any_text(text: str) -> None:
    """
    Segments of one utterance follow each other.
    """
    end = 0
    for span, language in spans(text):
        assert end <= span.start < span.end <= len(text)
        assert "id" != language
        end = span.end
