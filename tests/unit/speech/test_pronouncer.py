"""pembaca.speech.pronounce.pronouncer, with the tables of the program."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pembaca.speech.pronounce.lexicon import names
from pembaca.speech.pronounce.pronouncer import by_itself, marked, phonemes_of, pronounce
from pembaca.speech.utterance import Utterance, Word

WORDS = st.text(st.sampled_from("aeiouéngykhsdtbrlmjc'-|EX"), max_size=12) | st.text(max_size=8)
_VOWELS = re.compile(r"a[IU]|[aeiouEO@]")


@pytest.mark.parametrize(
    ("sentence", "word", "said"),
    [
        ("Apel pagi diikuti seluruh pegawai", "Apel", "'apE2l"),
        ("Petani memanen apel di Batu", "apel", "'ap@l"),
        ("Kebun itu luas, apelnya manis", "apelnya", ",ap@ln^'a"),
        ("rumah dengan teras yang luas", "teras", "t'eRas"),
        ("pejabat teras kementerian", "teras", "t@R'as"),
        ("seri kedua dari tiga", "seri", "s'eRi"),
        ("wajahnya berseri", "berseri", "b@Rs@R'i"),
        ("lima ribu per orang", "per", "p@R"),
        ("pegas per mobil itu patah", "per", "p'E2R"),
        ("wajahnya memerah", "memerah", "m@m'eRah"),
        ("peternak memerah susu sapi", "memerah", "m@m@R'ah"),
        ("Kejaksaan Negeri Serang", "Serang", "s'eRaN"),
        ("jangan serang warga", "serang", "s@R'aN"),
        ("gangguan mental", "mental", "m'E2ntal"),
        ("Bola mental kembali", "mental", "m@nt'al"),
    ],
)
def test_words_around_tell_words_apart_that_are_written_alike(sentence: str, word: str, said: str) -> None:
    """
    Roll call or apple, veranda or core: a listener cannot see the spelling, and it would not help.
    """
    words = sentence.split()

    assert said == pronounce(words)[words.index(word)]


@pytest.mark.parametrize(
    "word", ["rapat", "Nomor", "kaki", "pulang", "OJK", "bis", "Rp", "日本", "é", "naïve", "", "-", "'", "xyz"]
)
def test_words_without_a_doubt_stay_letters(word: str) -> None:
    """
    What every voice says right is sent as it is: fewer ways to go wrong, on every engine.
    """
    assert by_itself(word) is None


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("mengimplementasikan", "mengimpléméntasikan"),
        ("keberterimaan", "keberterimaan"),
        ("memperkenalkannya", "memperkenalkannya"),
        ("menyelesaikannya", "menyelesaikannya"),
        ("membedakannya", "membédakannya"),
        ("dideportasi", "didéportasi"),
        ("antarkementerian", "antarkementerian"),
        ("mikroekonomi", "mikroékonomi"),
        ("kemerah-merahan", "kemérah-mérahan"),
        ("menembak-nembak", "menémbak-némbak"),
        ("kebaikannya", "keba|ikannya"),
        ("disukainya", "disuka|inya"),
        ("memulainya", "memulainya"),
        ("pascaindustri", "pasca|industri"),
        ("Kemenkumham", "keménkumham"),
        ("Soeharto", "suharto"),
        ("Verstappen", "vérstappén"),
        ("Soedjarwo", "sujarwo"),
        ("Tjokrosoeharto", "cokrosuharto"),
        ("Boeing", "boéing"),
    ],
)
def test_unknown_words_are_said_by_what_they_are_made_of(word: str, said: str) -> None:
    """
    Officials make new words of known ones every day; names that nobody knows keep their full e.
    """
    assert said == marked(word)


@given(st.lists(WORDS, max_size=6))
@example(["e" * 50_000])
@example(["nya" * 19])
@example(["a'", "'a", "e-", "-e", "a|u", "ng'"])
def test_any_words_can_be_asked_for(words: list[str]) -> None:
    """
    Whatever a page prints, reading goes on, and every vowel that is written is heard.
    """
    found = pronounce(words)

    assert len(words) == len(found)
    for word, mnemonics in zip(words, found, strict=True):
        if mnemonics is not None and not is_name(word):
            heard = _VOWELS.findall(mnemonics.replace("E2", "E"))
            assert sum(letter in "aeiou" for letter in word.lower()) == sum(1 + (vowel[-1] in "IU") for vowel in heard)
            assert mnemonics.isascii() and "[" not in mnemonics and " " not in mnemonics


def is_name(word: str) -> bool:
    """Whether it may be said otherwise than it is spelled."""
    return any(part[:1].isupper() or part in names() for part in re.findall(r"[A-Za-z']+", word))


def test_only_indonesian_words_of_an_utterance_get_phonemes() -> None:
    """
    An English voice would stumble over Indonesian sounds; what a word already brings along is kept.
    """
    words = (
        Word(0, 6, "dengan", 0),
        Word(7, 11, "home", 7, "en"),
        Word(12, 17, "lebih", 12, "id", "l@b'eh"),
        Word(18, 23, "rapat", 18),
    )
    utterance = Utterance(0, 23, "", "dengan home lebih rapat", "id", words)

    assert ("d@N'an", None, "l@b'eh", None) == phonemes_of(utterance)


def test_no_table_is_read_before_the_first_word_is_said() -> None:
    """
    Who only reads with the eyes pays nothing for it.
    """
    program = (
        "import pembaca.services.voicing, pembaca.speech.script\n"
        "from pembaca.speech.pronounce import homographs, lexicon, model\n"
        "tables = lexicon.words, lexicon.names, model.weights, homographs.readings\n"
        "print([table.cache_info().currsize for table in tables])"
    )
    source = Path(__file__).parents[3] / "src"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(source)}
    )

    assert "[0, 0, 0, 0]" == done.stdout.strip()
