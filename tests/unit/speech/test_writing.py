"""Letters that are not Latin: which language they are in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembaca.document import TextSpan
from pembaca.speech.language import spans, tongues
from pembaca.speech.script import prepare_text
from pembaca.speech.writing import stretches, without

PIECES = ["سلام", "三", "Привет", "work from home", "dan", " ", "α", "ΑΒ", "12%", "ไทย", "こ", "ꦲꦏ꧀", "।", "‏"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kata سلام berarti damai", [("سلام", "ar")]),
        ("بِسْمِ اللهِ", [("بِسْمِ اللهِ", "ar")]),
        ("Angka 三 di kartu", [("三", "zh")]),
        ("Tulisan こんにちは世界 itu", [("こんにちは世界", "ja")]),
        ("Привет, мир! katanya", [("Привет, мир", "ru")]),
        ("Huruf ไทย dan 한국", [("ไทย", "th"), ("한국", "ko")]),
        ("Aksara ꦲꦏ꧀ꦱꦫ ditampilkan", [("ꦲꦏ꧀ꦱꦫ", "jv")]),
        ("Varian α dan β, 5 µg, La Niña", []),
        ("Museum ΑΒΓ", [("ΑΒΓ", "el")]),
    ],
)
def test_letters_tell_their_language(text: str, found: list[tuple[str, str]]) -> None:
    """
    An Indonesian voice names each such letter in English; the right one says the word.
    """
    assert found == [(text[span.start : span.end], language) for span, language in stretches(text)]


def test_a_sentence_all_in_other_letters_is_in_their_language() -> None:
    """
    An article in Arabic is not an Indonesian one with foreign words, whatever its figures.
    """
    assert ("ar", ()) == tongues("قال الوزير إن 25 في المئة، وأضاف: 30.")
    assert ["ar"] == [utterance.language for utterance in prepare_text("قال الوزير إن 25 في المئة.").utterances]


def test_an_english_sentence_leaves_out_what_is_not_english() -> None:
    """
    Two voices share a sentence, and neither says the other's words.
    """
    text = "“The word سلام means peace for us,” katanya."
    found = [(text[span.start : span.end].strip(), language) for span, language in spans(text)]

    assert [("The word", "en"), ("سلام", "ar"), ("means peace for us", "en")] == found


def test_english_pages_keep_their_arabic_apart() -> None:
    """
    The same holds for a page in English; in an Arabic page Arabic is nothing foreign.
    """
    assert [(TextSpan(9, 13), "ar")] == list(spans("The word سلام here", "en"))
    assert () == spans("سلام", "ar")


def test_what_is_left_beside_others() -> None:
    """
    Pieces ascend, and none is empty.
    """
    others = ((TextSpan(0, 2), "ar"), (TextSpan(4, 6), "ar"))

    assert [TextSpan(2, 4), TextSpan(6, 9)] == list(without(TextSpan(0, 9), others))
    assert [] == list(without(TextSpan(4, 6), others))


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=20).map("".join)))
def test_stretches_ascend_for_any_text(text: str) -> None:
    """
    No letter has two languages.
    """
    end = 0
    for span, language in stretches(text):
        assert end <= span.start < span.end <= len(text)
        assert language not in ("", "id", "en")
        end = span.end
    spans(text)


@pytest.mark.parametrize("unit", ["س", "س ", "三1", "α", "س,"])
def test_a_huge_text_of_other_letters_is_looked_through(unit: str) -> None:
    """
    A broken page must not hold up reading.
    """
    text = unit * (50_000 // len(unit))

    assert sum(span.end - span.start for span, _ in stretches(text)) <= len(text)
