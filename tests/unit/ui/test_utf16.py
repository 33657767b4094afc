"""Code points and UTF-16 units: nothing is lost between the two counts."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from pembaca.ui.utf16 import Utf16, as_units, for_qt, length

_TEXT = st.text(st.one_of(st.characters(), st.sampled_from("😀🇮🇩👩‍⚕️𝔸")), max_size=30)


@given(_TEXT, st.integers(0, 40))
@example("a😀b😀😀c", 3)
def test_units_of_a_prefix_are_its_encoded_length(text: str, points: int) -> None:
    """
    One unit too many shifts every later highlight of the article.
    """
    text = for_qt(text)

    assert len(text[:points].encode("utf-16-le")) // 2 == Utf16(text).to_units(points)


@given(_TEXT, st.integers(0, 40))
def test_points_come_back(text: str, points: int) -> None:
    """
    The caret must be found where it was set.
    """
    text = for_qt(text)
    counted = Utf16(text)

    assert min(points, len(text)) == counted.to_points(counted.to_units(points))


@given(_TEXT)
def test_middle_of_a_pair_counts_as_before_it(text: str) -> None:
    """
    Qt may hand over a position inside an emoji; reading must not begin half a character later.
    """
    text = for_qt(text)
    counted = Utf16(text)

    for units in range(counted.units + 1):
        points = counted.to_points(units)
        assert counted.to_units(points) <= units < counted.to_units(points + 1) or points == len(text)


@given(_TEXT)
def test_units_stand_one_by_one(text: str) -> None:
    """
    Indexes that Qt gives point into units, not into Python's characters.
    """
    text = for_qt(text)

    assert length(text) == len(as_units(text))


def test_lone_surrogates_become_a_sign_that_can_be_shown() -> None:
    """
    A broken feed must not keep an article from being shown.
    """
    assert "a\ufffdb" == for_qt("a\ud800b")
