"""pembaca.speech.lexicon.rewriting: the person's words in the place of print, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembaca.speech.lexicon.rewriting import Lexicon
from pembaca.speech.lexicon.rule import Rule
from pembaca.speech.normalise.normaliser import normalise
from pembaca.speech.script import Manner, prepare_text

RULES = (
    Rule("BKN", "Badan Kepegawaian Negara", id=1),
    Rule("kumham", "kum ham", id=2, kind="part"),
    Rule(r"Rp(\d)", r"harga \1", id=3, kind="regex"),
    Rule("mindset", "m'aInds,Et", id=4, alphabet="phonemes"),
    Rule("a", "satu dua", id=5, kind="part", is_on=False),
    Rule("OJK", "b'e: k'a: 'en", id=6, alphabet="phonemes"),
    Rule("KPK", "k'a:", id=7, alphabet="phonemes"),
    Rule("kanwil", "wewewe", id=8, feed="https://lain/"),
)


def _said(text: str, rules: tuple[Rule, ...] = RULES, feed: str = "") -> list[tuple[str, str, str | None]]:
    script = prepare_text(text, manner=Manner(Lexicon(rules, feed)))
    return [(text[word.start : word.end], word.spoken, word.phonemes) for said in script.utterances for word in said.words]


def test_own_words_stand_for_the_printed_one() -> None:
    """
    The printed abbreviation stays lit through all of them.
    """
    assert [("BKN", "Badan", None), ("BKN", "Kepegawaian", None), ("BKN", "Negara", None), ("buka", "buka", None)] == _said(
        "BKN buka"
    )


def test_a_word_rewritten_in_its_middle_is_lit_whole() -> None:
    """
    There is no half of a word to light.
    """
    assert [("Kemenkumhamnya", "Kemenkum", None), ("Kemenkumhamnya", "hamnya", None)] == _said("Kemenkumhamnya")


def test_the_normaliser_reads_what_a_rule_wrote() -> None:
    """
    A rule needs not know how numbers are said.
    """
    assert [
        ("Rp500.000", "harga", None),
        ("Rp500.000", "lima", None),
        ("Rp500.000", "ratus", None),
        ("Rp500.000", "ribu", None),
    ] == _said("Rp500.000")


def test_phonemes_reach_the_word_and_letters_stay_for_other_engines() -> None:
    """
    An engine without phonemes still says the word.
    """
    assert [("mindset", "mindset", "m'aInds,Et"), ("baru", "baru", None)] == _said("mindset baru")
    assert [("OJK", "o", "b'e:"), ("OJK", "je", "k'a:"), ("OJK", "ka", "'en")] == _said("OJK")
    assert [("KPK", "kapeka", "k'a:")] == _said("KPK")


def test_phonemes_are_said_by_the_voice_of_the_text() -> None:
    """
    The mnemonics are those of the voice that reads, though the word is an English one.
    """
    words = prepare_text("mindset work from home", manner=Manner(Lexicon(RULES))).utterances[0].words

    assert ["id", "en", "en", "en"] == [word.language for word in words]


def test_the_first_rule_wins_and_no_rule_sees_what_another_wrote() -> None:
    """
    The order is the person's; two rules cannot chase each other.
    """
    rules = (Rule("satu", "dua"), Rule("dua", "satu"), Rule("satu", "tiga"))

    assert ["dua", "satu"] == [word for _, word, _ in _said("satu dua", rules)]


def test_a_rule_for_one_feed_is_for_that_feed_only() -> None:
    """
    One ministry's abbreviation is another one's word.
    """
    assert "kanwil" == _said("kanwil")[0][1]
    assert "wewewe" == _said("kanwil", feed="https://lain/")[0][1]


def test_a_rule_that_cannot_be_compiled_is_as_if_it_were_off() -> None:
    """
    A file edited by hand never keeps an article from being read.
    """
    assert ["satu"] == [word for _, word, _ in _said("satu", (Rule("[", "x", kind="regex"),))]


_TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from("BKN kumham Kemenkumham Rp5 mindset OJK a - . , satu ” 12 KPK  home work".split(" ")), max_size=12
    ).map(" ".join),
    st.text(alphabet="aKPBNRp5mindset .-", max_size=30),
)
_OTHER = st.lists(
    st.builds(
        Rule,
        find=st.text(alphabet="abK5 ", min_size=1, max_size=3).filter(str.strip),
        say=st.text(alphabet="xyz 7,", min_size=1, max_size=6).filter(lambda say: any(map(str.isalnum, say))),
        kind=st.sampled_from(("word", "part")),
        alphabet=st.just("letters"),
    ),
    max_size=4,
)


@given(_TEXTS, _OTHER)
def test_any_rewritten_text_has_an_exact_map(text: str, other: list[Rule]) -> None:
    """
    Whatever the rules write, the light ascends over print, and every printed letter or figure is lit by some word.
    """
    rewritten = Lexicon((*other, *RULES)).rewrite(text)
    spoken = normalise(rewritten.text, given=rewritten.given)
    placed = rewritten.placed(spoken)

    assert spoken.text == placed.text
    start = end = 0
    covered: set[int] = set()
    for word in placed.words:
        assert (start, end) == (word.start, word.end) or end <= word.start
        assert 0 <= word.start < word.end <= len(text)
        start, end = word.start, word.end
        covered.update(range(start, end))
    assert {place for place, character in enumerate(text) if character.isalnum()} <= covered


@given(_TEXTS)
def test_every_place_has_its_way_there_and_back(text: str) -> None:
    """
    What is told beside the sentences stays at its place when rules write longer words.
    """
    rewritten = Lexicon(RULES).rewrite(text)
    places = [rewritten.written(place) for place in range(len(text) + 1)]

    assert sorted(places) == places
    assert len(rewritten.text) == places[-1]


@pytest.mark.parametrize(
    "rule",
    [Rule("(satu)", r"\9", kind="regex"), Rule("satu", "[[x]]", alphabet="phonemes"), Rule("", "x"), Rule("satu", "\x00")],
)
def test_what_was_written_into_the_file_by_hand_is_looked_at_too(rule: Rule) -> None:
    """
    A rule that could not have been added is as if it were off.
    """
    assert [("satu", None)] == [(word, sound) for _, word, sound in _said("satu", (rule,))]
