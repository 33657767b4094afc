"""Names of firms: which words are in them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembaca.document import TextSpan
from pembaca.speech.firms import firms


def _words(text: str) -> list[TextSpan]:
    return [TextSpan(match.start(), match.end()) for match in re.finditer(r"[^\W\d_]+", text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Laba Bank Central Asia naik", ["Central", "Asia"]),
        ("PT Adaro Energy Tbk untung", ["PT", "Adaro", "Energy", "Tbk"]),
        ("PT. Merdeka Copper Gold rugi", ["Merdeka", "Copper", "Gold"]),
        ("Saham Astra Agro Lestari Tbk naik", ["Saham", "Astra", "Agro", "Lestari"]),
        ("Laporan World Bank Group dirilis", []),
        ("PT Telkom Gelar Digital Talent", ["Telkom"]),
        ("bank sampah dan bank data", []),
    ],
)
def test_a_name_goes_on_while_its_words_have_capitals(text: str, names: list[str]) -> None:
    """
    "Bank Central Asia" is said in one voice; what a headline says of a firm is not its name.
    """
    words = _words(text)

    assert names == [text[words[index].start : words[index].end] for index in sorted(set(firms(text, words)))]


@given(st.lists(st.sampled_from(["PT", "Bank", "Tbk", "Asia", "dan", ". ", " ", "-", "& "]), max_size=20).map("".join))
def test_any_text_is_looked_through(text: str) -> None:
    """
    Each index is that of a word.
    """
    words = _words(text)

    assert all(0 <= index < len(words) for index in firms(text, words))
