"""pembaca.speech.lexicon.expression: what is refused, and why; nothing looks for ever."""

from __future__ import annotations

import pytest

from pembaca.errors import LexiconError
from pembaca.speech.lexicon.expression import Expression, check
from pembaca.speech.lexicon.rule import Alphabet, Kind, Rule


def _found(rule: Rule, text: str) -> list[tuple[str, str]]:
    return [(text[found.start : found.end], found.say) for found in Expression(rule).find(text, text.casefold())]


@pytest.mark.parametrize(
    ("code", "kind", "find", "say"),
    [
        ("empty", "word", "", "satu"),
        ("empty", "word", "satu", " "),
        ("empty", "word", "satu", "…"),
        ("too_long", "word", "a" * 301, "satu"),
        ("unprintable", "word", "satu\tdua", "tiga"),
        ("bad_expression", "regex", "[", "satu"),
        ("bad_expression", "regex", "(?P<1>a)", "satu"),
        ("too_big", "regex", "(a{1000}){1000}", "satu"),
        ("too_big", "regex", "a{99999999}", "satu"),
        ("too_big", "regex", "(" * 41 + "a" + ")" * 41, "satu"),
        ("too_big", "regex", "(?R)", "satu"),
        ("too_big", "regex", "(a|(?R))b", "satu"),
        ("too_big", "regex", "(?P<x>a(?&x)?)b", "satu"),
        ("too_big", "regex", "(a(?1)?)b", "satu"),
        ("fits_nothing", "regex", "a*", "satu"),
        ("fits_nothing", "regex", "satu|", "dua"),
        ("runaway", "regex", "(a+)+$", "satu"),
        ("runaway", "regex", "(x+x+)+y", "satu"),
        ("runaway", "regex", r"(\w+\s?)+$", "satu"),
        ("runaway", "regex", "(a|aa)+$", "satu"),
        ("bad_say", "regex", "(a)b", r"\2"),
        ("bad_say", "regex", "(?P<angka>a)b", r"\g<kata>"),
    ],
)
def test_a_rule_that_cannot_be_used_is_refused_with_its_reason(code: str, kind: Kind, find: str, say: str) -> None:
    """
    A slip in an expression is told when it is typed, not when an article falls silent.
    """
    with pytest.raises(LexiconError) as refused:
        check(Rule(find, say, kind=kind))

    assert code == refused.value.code


@pytest.mark.parametrize(("find", "say"), [("BKN", "[[b]]"), ("BKN", "be ka"), ("BKN", "b  k"), ("→", "b")])
def test_phonemes_are_looked_at(find: str, say: str) -> None:
    """
    Brackets of one's own would end the engine's; two words of sound need no more than one space.
    """
    rule = Rule(find, say, alphabet="phonemes")
    if say == "be ka":
        check(rule)
        return

    with pytest.raises(LexiconError, match="bad_phonemes"):
        check(rule)


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        (Rule("bkn", "x"), "BKN, Bkn-nya, BKNX dan bkn", ["BKN", "Bkn", "bkn"]),
        (Rule("BKN", "x", match_case=True), "BKN dan bkn", ["BKN"]),
        (Rule("work from home", "x"), "Work  from\u00a0home", ["Work  from\u00a0home"]),
        (Rule("kumham", "x", kind="part"), "Kemenkumham", ["kumham"]),
        (Rule("C++", "x"), "bahasa C++ itu", ["C++"]),
        (Rule(r"\d+jt", "x", kind="regex"), "5jt, 12jt", ["5jt", "12jt"]),
    ],
)
def test_words_parts_and_expressions_are_found(rule: Rule, text: str, expected: list[str]) -> None:
    """
    A word is a whole word; what belongs to an expression is for the expression to say.
    """
    assert expected == [printed for printed, _ in _found(rule, text)]


def test_groups_stand_in_what_is_said() -> None:
    """
    One rule serves all amounts.
    """
    assert [("5jt", "5 juta")] == _found(Rule(r"(\d+)jt", r"\1 juta", kind="regex"), "5jt")


@pytest.mark.parametrize("alphabet", ["letters", "phonemes"])
def test_a_rule_that_runs_away_on_a_text_stops_and_looks_no_more(alphabet: Alphabet) -> None:
    """
    An expression that passed the trial may still meet a text that it takes for ever on: reading goes on without it.
    """
    expression = Expression(Rule("(q+q+)+z", "x", kind="regex", alphabet=alphabet))
    text = "q" * 5_000

    assert [] == list(expression.find(text, text))
    assert expression.is_stopped
    assert [] == list(expression.find("qqz", "qqz"))


def test_a_place_is_left_alone_where_nothing_would_be_said() -> None:
    """
    A group that took part in nothing must not make a printed number vanish from what is heard.
    """
    rule = Rule(find=r"(\d+)x?(y)?", say=r"\2", kind="regex")

    assert [] == _found(rule, "Ada 5 orang.")
    assert [("5xy", "y")] == _found(rule, "Ada 5xy orang.")
