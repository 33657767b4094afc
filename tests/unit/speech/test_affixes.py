"""pembaca.speech.pronounce.affixes"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembaca.speech.pronounce.affixes import with_known_root

ROOTS = {
    word.replace("é", "e"): word
    for word in "béda bedak tulis pukul sapu kenal mérah ajar cinta mulai erat lihat bor indah éféktif jakét".split()
}


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("membedakan", "membédakan"),
        ("menulis", "menulis"),
        ("memukuli", "memukuli"),
        ("menyapu", "menyapu"),
        ("mengenal", "mengenal"),
        ("pengeboran", "pengeboran"),
        ("kemerahannyalah", "kemérahannyalah"),
        ("berkenalan", "berkenalan"),
        ("pelajar", "pelajar"),
        ("diperlihatkan", "diperlihatkan"),
        ("mempererat", "mempererat"),
        ("dicintai", "dicinta|i"),
        ("memulai", "memulai"),
        ("kupukul", "kupukul"),
        ("seindah-indahnya", None),
        ("pascaindah", "pasca|indah"),
        ("keefektifan", "keéféktifan"),
        ("berjaket", "berjakét"),
        ("zamrud", None),
        ("", None),
    ],
)
def test_word_is_said_as_its_root(word: str, said: str | None) -> None:
    """
    Prefixes have a schwa, whatever the root has, and letters that melted away are found again.
    """
    assert said == with_known_root(word, ROOTS.get)


@given(st.text(st.sampled_from("aeimnptkrsbdlgyhu"), max_size=20), st.text(st.sampled_from("aeimnptkrs"), min_size=3, max_size=6))
def test_spelling_is_kept(word: str, root: str) -> None:
    """
    However a word is taken apart, put together it is the same word.
    """
    said = with_known_root(word, {root: root.replace("e", "é")}.get)

    assert said is None or said.replace("é", "e").replace("|", "") == word
