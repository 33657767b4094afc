"""Texts that no person writes: read in as many steps as they are long, to the end, and no sentence is read in a hurry."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.speech.odd_texts import KINDS, odd_text, steps
from tests.unit.speech.test_normaliser import PAIRS, PIECES, check_map

from pembaca.speech.language import spans
from pembaca.speech.normalise import hurried
from pembaca.speech.normalise.choice import fitting
from pembaca.speech.normalise.line import Line
from pembaca.speech.normalise.normaliser import normalise, rules_for
from pembaca.speech.normalise.spoken import SpeechLine
from pembaca.speech.segment import LONGEST, sentences

LENGTH = 3_000
SHORT_FORMS = 10
"""That are looked for at most where one may begin: "A.B.C.D.E.", each shorter one, with and without its last dot."""
WORST_A_LETTER = 20
"""Calls for each code point of a text on which the rules are no longer asked; all of them need sixty."""


@pytest.mark.parametrize("work", [normalise, sentences, spans], ids=lambda work: work.__name__)
@pytest.mark.parametrize("kind", KINDS)
def test_four_times_the_text_takes_four_times_the_steps(kind: str, work: object) -> None:
    """
    A broken page costs as much as it is long, whatever it is made of.
    """
    assert callable(work)
    work(odd_text(kind, 100))  # tables are read once
    small, large = (steps(work, odd_text(kind, length)) for length in (LENGTH, 4 * LENGTH))

    assert large <= 4.4 * small + 100


@pytest.mark.parametrize("kind", ["letters and figures", "figures and dashes", "figures and dots", "single figures", "a mixture"])
def test_figures_without_end_are_read_without_a_look_around(kind: str) -> None:
    """
    A megabyte on which every rule is tried at every letter would take half a minute.
    """
    short, long = (steps(normalise, odd_text(kind, length)) for length in (120_000, 140_000))

    assert long - short <= WORST_A_LETTER * 20_000


def test_no_sentence_is_read_in_a_hurry() -> None:
    """
    What comes from an article is read by all rules to its last figure, and be it a table.
    """
    most = max(len(rules_for(character)) for character in "aA1(½")

    assert (most + SHORT_FORMS) * LONGEST * 5 // 2 <= hurried.PATIENCE


@settings(max_examples=150)
@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(st.sampled_from([*PIECES, " ", " "]), max_size=14).map("".join),
    )
)
def test_what_is_read_in_a_hurry_has_an_exact_map(text: str) -> None:
    """
    Even then no letter or figure is left unsaid, and no sign is sent to the engine.
    """
    line, speech = Line(text), SpeechLine()
    hurried.read(line, 0, speech)
    spoken = speech.finish()

    check_map(text, spoken)
    assert "" == "".join(character for character in spoken.text if character.isdecimal() or character in '()[]{}"“”%/@#=+<>&*|')


def _unread(text: str) -> list[tuple[int, str]]:
    """Return the rules that would read a place of *text* though a glance at it has left them out."""
    line = Line(text)
    found = []
    for place, character in enumerate(line.text):
        chosen = fitting(rules_for(character), line, place)
        left_out = [rule for rule in rules_for(character) if rule not in chosen]
        found += [(place, rule.__module__) for rule in left_out if rule(line, place) is not None]
    return found


def test_no_rule_is_left_out_that_would_read_official_print() -> None:
    """
    The glance that saves trying every rule everywhere never changes what is heard.
    """
    assert [] == [(pair["display"], unread) for pair in PAIRS if (unread := _unread(pair["display"]))]


@given(
    st.one_of(
        st.lists(st.sampled_from([*PIECES, " ", " "]), max_size=14).map("".join),
        st.text(alphabet="aAbIVXRpHMTL10529.,-–/():;' %°²½é@#", max_size=24),
    )
)
def test_no_rule_is_left_out_that_would_read_any_text(text: str) -> None:
    """
    So it is with text that nobody has thought of.
    """
    assert [] == _unread(text)
