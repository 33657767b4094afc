"""The tables of the pronunciation, and the script that makes them."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from pembaca.resources import resource
from pembaca.speech.pronounce import homographs
from pembaca.speech.pronounce.lexicon import names, words
from pembaca.speech.pronounce.model import guess, weights

TOP = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """packaging/pronunciation.py"""
    spec = importlib.util.spec_from_file_location("pronunciation_tool", TOP / "packaging" / "pronunciation.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("table", ["lexicon", "names", "respoken"])
def test_tables_are_sorted_by_spelling(table: str) -> None:
    """
    A word is added in its place, once, and a change can be read.
    """
    first, *lines = resource(f"speech/{table}.txt").read_text(encoding="utf-8").splitlines()
    spellings = [line.partition("=")[0].replace("é", "e").replace("|", "") for line in lines]

    assert first.startswith("# ")
    assert sorted(set(spellings)) == spellings


def test_our_corrections_are_in_the_lexicon(tool: ModuleType) -> None:
    """
    Whoever adds a word makes the lexicon anew.
    """
    added = tool.own("respoken")

    assert added == [words()[marked.replace("é", "e").replace("|", "")] for marked in added]


def test_weights_are_learnt_from_the_tables_as_they_are(tool: ModuleType) -> None:
    """
    Nobody has to believe a table of numbers: the script makes the very same.
    """
    assert weights() == tool.train(tool.examples())


@pytest.mark.parametrize(
    ("word", "phonemes", "said"),
    [
        ("presiden", "p r e s i d e n", "présidén"),
        ("dengan", "d ə ŋ a n", "dengan"),
        ("km", "k a e m", None),
        ("tahun", "t a h u n", "tahun"),
        ("salah", "s i l a h", None),
    ],
)
def test_phonemes_become_marks(tool: ModuleType, word: str, phonemes: str, said: str | None) -> None:
    """
    The lexicon is kept as people would write it, with é where it is heard.
    """
    assert said == tool.mark(word, phonemes.split())


def test_last_reading_of_a_homograph_always_fits() -> None:
    """
    A word without any hint is said all the same, and is no word of the lexicon, which knows one way only.
    """
    for word, known in homographs.readings().items():
        assert "" == known[-1].where
        assert {word} == {reading.marked.replace("é", "e") for reading in known}


def test_names_know_what_they_are_said_as() -> None:
    """
    Old spellings of names are said in today's.
    """
    assert ("suharto", "semarang", "mégawati") == (names()["soeharto"], names()["semarang"], names()["megawati"])


def test_guess_follows_the_patterns_of_the_language() -> None:
    """
    Loans have a full e, and ter- has none.
    """
    assert ["bléndéd", "kontékstual", "terbelengas"] == [guess(word) for word in ("blended", "kontekstual", "terbelengas")]
