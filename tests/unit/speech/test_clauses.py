"""Pieces for the engine: nothing lost, none too long, cut where one breathes."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pembaca.speech.clauses import cuts

PIECES = ["kata ", "; ", ", ", "x" * 70, "Rp1.500.000,00 ", "— ", " ", "\n", "kelembagaan "]


@given(st.lists(st.sampled_from(PIECES), max_size=120).map("".join), st.integers(130, 500))
def test_cuts_ascend_and_no_piece_is_too_long(text: str, longest: int) -> None:
    """
    Every word is said once and in order.
    """
    places = [0, *cuts(text, longest), len(text)]

    assert sorted(set(places[:-1])) == places[:-1]
    assert all(end - start <= longest * 5 // 2 for start, end in pairwise(places))


def test_a_semicolon_is_a_better_place_than_a_comma() -> None:
    """
    The bigger pause hides the joint.
    """
    text = "a" * 150 + "; " + "b" * 50 + ", " + "c" * 300

    assert [152] == list(cuts(text, 300))


def test_short_text_is_not_cut() -> None:
    """
    A sentence as people write it goes to the engine whole.
    """
    assert [] == list(cuts("Satu, dua; tiga: empat.", 400))
