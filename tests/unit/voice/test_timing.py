"""pembaca.voice.engines.timing"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pembaca.voice.engines.timing import from_marks, spread

WORDS = st.lists(st.integers(1, 8), min_size=1, max_size=20).map(
    lambda sizes: [(sum(sizes[:i]) + i, sum(sizes[:i]) + i + size) for i, size in enumerate(sizes)]
)


def test_marks_give_their_words_their_times() -> None:
    """An engine that tells when each word begins is believed."""
    assert [0.0, 100.0, 300.0] == from_marks([(0, 2), (3, 8), (9, 11)], [(0, 0.0), (3, 100.0), (9, 300.0)], 500.0)


def test_first_mark_of_a_word_counts() -> None:
    """A number that is said in seven words is lit from the first of them."""
    assert [0.0, 100.0] == from_marks([(0, 2), (3, 8)], [(0, 0.0), (3, 100.0), (5, 200.0), (6, 300.0)], 500.0)


def test_word_without_a_mark_lies_between_its_neighbours() -> None:
    """Words that an engine says as one are lit one after the other."""
    assert [0.0, 50.0, 100.0] == from_marks([(0, 2), (3, 5), (6, 8)], [(0, 0.0), (6, 100.0)], 500.0)


def test_words_after_the_last_mark_share_the_rest() -> None:
    """No word is left without a time."""
    assert [0.0, 100.0, 200.0] == from_marks([(0, 2), (3, 5), (6, 8)], [(0, 0.0)], 300.0)


@given(WORDS, st.lists(st.tuples(st.integers(0, 120), st.floats(0, 9999))), st.floats(0, 9999))
def test_times_ascend_and_end_in_time(words: list[tuple[int, int]], marks: list[tuple[int, float]], end: float) -> None:
    """Whatever an engine tells, the light moves forward only, and every word has its time."""
    times = from_marks(words, marks, end)

    assert len(words) == len(times)
    assert sorted(times) == times
    assert all(0 <= time <= max(end, 0) + 1e-6 for time in times)


@given(WORDS, st.floats(0, 100), st.floats(0, 9999))
def test_spread_times_ascend_between_the_ends(words: list[tuple[int, int]], start: float, length: float) -> None:
    """Guessed times stay within the sentence: the error ends with it."""
    times = spread("a" * (words[-1][1] + 1), words, start, start + length)

    assert len(words) == len(times)
    assert sorted(times) == times
    assert start == times[0]
    assert all(time <= start + length + 1e-6 for time in times)


def test_a_stop_takes_time() -> None:
    """The word after a comma comes later than the letters alone would tell."""
    plain = spread("satu dua", [(0, 4), (5, 8)], 0, 1000)
    comma = spread("satu, dua", [(0, 4), (6, 9)], 0, 1000)

    assert plain[1] < comma[1]
