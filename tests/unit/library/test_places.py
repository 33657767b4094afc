"""Facts of places: where reading had come to is found again in a corrected text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembaca.library.places import moved

SENTENCES = st.lists(
    st.integers(0, 999).map(lambda number: f"Kalimat nomor {number} dari laporan itu."), min_size=1, max_size=12, unique=True
)
JOINS = st.sampled_from([" ", "\n"])


@given(old=SENTENCES, new=SENTENCES, kept=st.data(), join=JOINS)
def test_same_sentence_is_found_wherever_it_went(old: list[str], new: list[str], kept: st.DataObject, join: str) -> None:
    """
    Reading aloud goes on with the very sentence at which it stopped, if the correction left it in.
    """
    index = kept.draw(st.integers(0, len(old) - 1))
    rest = [sentence for sentence in new if sentence != old[index]]
    at = kept.draw(st.integers(0, len(rest)))
    after = [*rest[:at], old[index], *rest[at:]]
    inside = kept.draw(st.integers(0 if index else 1, len(old[index]) - 1))
    before_text, after_text = join.join(old), "\n".join(after)
    offset = sum(len(sentence) + 1 for sentence in old[:index]) + inside
    place = moved(before_text, after_text, offset)

    assert after_text.startswith(old[index][inside:], place)
    assert after_text[place - inside :].startswith(old[index])


@given(old=st.text(max_size=200), new=st.text(max_size=200), offset=st.integers(-5, 250))
def test_place_is_always_within_the_text(old: str, new: str, offset: int) -> None:
    """
    Whatever the texts are, reading can go on.
    """
    assert 0 <= moved(old, new, min(offset, len(old))) <= max(len(new), 0) or old == new


@pytest.mark.parametrize(
    ("old", "new", "offset", "expected"),
    [
        ("Satu. Dua. Tiga.", "Satu. Dua setengah. Tiga.", 6, "Dua setengah. Tiga."),
        ("Satu. Dua. Tiga.", "Satu. Tiga.", 6, "Tiga."),
        ("Satu. Dua. Tiga.", "Nol. Satu. Dua. Tiga.", 11, "Tiga."),
        ("Satu. Dua.", "Satu. Dua. Tiga.", 10, "Tiga."),
        ("Satu. Dua.", "Satu. Dua.\nTiga.", 5, "Dua.\nTiga."),
        ("Satu. Dua.", "Lain sama sekali.", 6, "Lain sama sekali."),
        ("Satu. Dua.", "", 6, ""),
        ("Satu. Dua.", "Nol. Satu. Dua.", 10, ""),
    ],
)
def test_what_took_its_place_is_read(old: str, new: str, offset: int, expected: str) -> None:
    """
    A sentence that was rewritten is heard in its new words, a struck one is passed over, an added one is not missed.
    """
    assert expected == new[moved(old, new, offset) :]


def test_repeated_sentence_is_told_by_its_neighbours() -> None:
    """
    "Terima kasih." stands in every speech several times; the one that was reached counts.
    """
    old = "A. Terima kasih. B. Terima kasih. C."
    new = "Nol. A. Terima kasih. B. Terima kasih. C."

    assert new.index("Terima kasih. C.") == moved(old, new, old.index("Terima kasih. C."))
