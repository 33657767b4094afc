"""The normaliser: golden pairs, and what holds for any text."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pembaca.speech.normalise.normaliser import normalise
from pembaca.speech.normalise.spoken import SpokenText

DATA = Path(__file__).parents[2] / "data" / "speech"
PAIRS = [json.loads(line) for line in (DATA / "normalisation.jsonl").read_text(encoding="utf-8").splitlines()]
PIECES = (
    "Rp UU No. pukul WIB S.H. 5 1.000 Juli ke- 2 / km ( ) % www. id Dr. H. II s.d. - US$ juta M Tbk. 12.30 x 09 ² ½ Ⅳ ① 0812 "
    "mindset nya NIK Pasal ayat ٣ 中 ° LS , – “ ” ' é \u0301 \u200b 🎉 @ # : ; ? ! … [ ] & + = *"
).split()


def _plain(spoken: str) -> str:
    """Keep what a listener can tell apart: letters, digits and hyphens."""
    return " ".join(re.sub("[^a-z0-9-]+", " ", spoken.lower()).split())


def check_map(text: str, spoken: SpokenText) -> None:
    start = end = 0
    covered: set[int] = set()
    for word in spoken.words:
        assert (start, end) == (word.start, word.end) or end <= word.start
        assert 0 <= word.start < word.end <= len(text)
        assert word.spoken == spoken.text[word.at : word.at + len(word.spoken)]
        if (start, end) != (word.start, word.end):
            start, end = word.start, word.end
            covered.update(range(start, end))
    assert {place for place, character in enumerate(text) if character.isalnum()} <= covered


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['category']}: {pair['display']}"[:60])
def test_print_is_said_as_a_newsreader_says_it(pair: dict[str, str]) -> None:
    """
    What is heard is what a careful reader would say, and the map to the printed text is exact.
    """
    spoken = normalise(pair["display"])

    assert _plain(spoken.text) in [_plain(pair["spoken"]), *map(_plain, pair["alternatives"])]
    check_map(pair["display"], spoken)


@settings(max_examples=250)
@example("\u02bc")
@example("A\x82\u02bc")
@example("Jum\u02bcat \u02bcbaik\u02bc")
@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(st.sampled_from([*PIECES, " ", " "]), max_size=14).map("".join),
        st.text(alphabet="aAbIVXRp10529.,-–/():;\"'“”’ %°²½é@#\n", max_size=24),
    )
)
@example("NIK°²0812UU 2km")
@example("):a²;éb1½Ⅳ//é")
@example("½½/½")
def test_any_text_has_an_exact_map(text: str) -> None:
    """
    The light is always on what is printed, and no letter or figure is left unsaid.
    """
    spoken = normalise(text)

    check_map(text, spoken)
    assert "" == "".join(character for character in spoken.text if character.isdecimal())
    assert "" == "".join(re.findall(r"[()\[\]{}\"“”%/@#=+<>&*|\\^_~$]", spoken.text))


@example("\u02bc")
@example("A\u02bc")
@example("A \u02bc\u02bc b")
@given(st.text(max_size=80))
def test_any_english_text_has_an_exact_map(text: str) -> None:
    """
    English articles go through the same map.
    """
    check_map(text, normalise(text, "en"))


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "1",
        "A",
        "(I) ",
        "(i) ",
        "5-3 ",
        "Dapil I ",
        "1.",
        "a-",
        "A1",
        "aaⅣ",
        "a@",
        "1:",
        "(1",
        "½",
        "Rp1",
        "I",
        "08",
        "x1",
        "'",
        "\u200b",
        "1,000",
    ],
)
def test_a_huge_text_of_one_thing_is_read(unit: str) -> None:
    """
    A broken page must not hold up reading: every rule looks at a bounded stretch.
    """
    text = unit * (8_000 // len(unit))

    check_map(text, normalise(text))


def test_money_stays_lit_through_all_its_words() -> None:
    """
    "Rp1.500.000,00" is one printed thing; the light does not hop inside it.
    """
    spoken = normalise("Harga Rp1.500.000,00 naik")

    assert [(0, 5)] + [(6, 20)] * 6 + [(21, 25)] == [(word.start, word.end) for word in spoken.words]


def test_words_of_a_citation_light_one_after_the_other() -> None:
    """
    In "UU No. 1/2023" each word lights what it stands for.
    """
    text = "UU No. 1/2023"
    shown = [(text[word.start : word.end], word.spoken) for word in normalise(text).words]

    assert [("UU", "Undang-Undang"), ("No", "Nomor"), ("1", "satu"), ("/2023", "tahun")] == shown[:4]


def test_quotes_and_brackets_are_rests() -> None:
    """
    The engine never sees a sign that it would read out.
    """
    spoken = normalise("Kepala Badan (BKN), “Bima”, hadir?")

    assert "Kepala Badan, be ka en, Bima, hadir?" == spoken.text


def test_importing_the_script_loads_nothing_heavy() -> None:
    """
    The window opens before the first word is needed.
    """
    code = "import sys, pembaca.speech.script; print([m for m in ('num2words', 'lxml', 'PySide6') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "[]" == done.stdout.strip()


def test_every_category_has_its_pairs() -> None:
    """
    The golden file is no measure of a family of rules that it hardly asks about.
    """
    counts = Counter(pair["category"] for pair in PAIRS)

    assert 25 <= len(counts)
    assert 20 <= min(counts.values())
