"""pembaca.speech.explain: which rule made which words."""

from __future__ import annotations

from pembaca.document import Document, ListItem
from pembaca.speech.explain import ASIDE, OWN, Step, explain
from pembaca.speech.lexicon.rewriting import Lexicon
from pembaca.speech.lexicon.rule import Rule
from pembaca.speech.script import Manner, prepare, prepare_text


def _steps(text: str, *rules: Rule) -> list[tuple[str, str, str]]:
    lexicon = Lexicon(rules)
    utterance = prepare_text(text, manner=Manner(lexicon)).utterances[0]
    return [(step.printed, step.said, step.rule) for step in explain(utterance, lexicon)]


def test_each_reading_names_its_rule() -> None:
    """
    Who hears something odd finds the table or the rule that made it; words said as printed are not listed.
    """
    assert [
        ("UU", "Undang-Undang", "acronyms.read"),
        ("No. 1/2023", "Nomor satu tahun dua ribu dua puluh tiga", "law.number_sign"),
        ("Rp5 juta", "lima juta rupiah", "money.before"),
    ] == _steps("Biaya menurut UU No. 1/2023 adalah Rp5 juta.")


def test_an_own_rule_is_named_with_its_sound() -> None:
    """
    One's own rules come first in the question "why".
    """
    rules = (Rule("BKN", "be ka en", id=3), Rule("mindset", "m'aInds,Et", id=4, alphabet="phonemes"))

    assert [("BKN", "be ka en", OWN), ("mindset", "mindset [m'aInds,Et]", OWN), ("5", "lima", "amounts.read")] == _steps(
        "BKN ubah mindset 5 orang", *rules
    )


def test_words_that_are_not_printed_are_told_as_such() -> None:
    """
    "Daftar dua butir" stands nowhere on the page.
    """
    utterance = prepare(Document("", (ListItem("5 orang"), ListItem("b")))).utterances[0]

    assert Step("", "Daftar dua butir", ASIDE) == explain(utterance)[0]
    assert "5" == explain(utterance)[1].printed


def test_words_of_another_voice_are_named() -> None:
    """
    They are said as printed, but not by the voice of the sentence.
    """
    assert [("work from home", "work from home", "foreign")] == _steps("Pegawai boleh work from home.")
