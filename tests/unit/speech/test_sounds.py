"""pembaca.speech.pronounce.sounds"""

from __future__ import annotations

import pytest

from pembaca.speech.pronounce.sounds import parted, phonemes


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("dengan", "d@N'an"),
        ("karena", "k,aR@n'a"),
        ("mérah", "m'eRah"),
        ("oléh", "'olE2h"),
        ("kementerian", "k@m@nt@R'ian"),
        ("présidén", "pRes'idE2n"),
        ("ke", "k@"),
        ("pé", "p'e"),
        ("sékretariat", "s,ekR@taR'iat"),
        ("internasional", ",int@Rn,asi'onal"),
    ],
)
def test_stress_lies_on_the_last_but_one_unless_that_is_a_schwa(marked: str, said: str) -> None:
    """
    A schwa is never stressed: besar, karena, dengan end strong.
    """
    assert said == phonemes(marked)


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("baik", "b'aik"),
        ("laut", "l'aut"),
        ("pandai", "p'andaI"),
        ("kalau", "k'alaU"),
        ("saudara", "saUd'aRa"),
        ("keba|ikan", "k@ba'ikan"),
        ("menyuka|i", "m@n^uk'ai"),
        ("australia", ",aUstRal'ia"),
        ("keadaan", "k@ad'a_|an"),
        ("keempat", "k@_|@mp'at"),
        ("pasién", "pas'iE2n"),
    ],
)
def test_vowels_that_are_two_stay_two(marked: str, said: str) -> None:
    """
    "Baik" has two syllables, "pandai" ends in one sound; "di-ikut" is not "dikut".
    """
    assert said == phonemes(marked)


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("syarat", "S'aRat"),
        ("chéchén", "tS'etSE2n"),
        ("achméd", "'axmE2d"),
        ("masjid", "m'asdZid"),
        ("khusus", "x'usus"),
        ("nyanyian", "n^an^'ian"),
        ("tanggung", "t'aNguN"),
        ("psikologi", "s,ikol'ogi"),
        ("quran", "k'uRan"),
        ("korporasi", "k,ORpOR'asi"),
        ("allah", "'alah"),
        ("do'a", "d'oa"),
    ],
)
def test_letters_have_the_sounds_of_indonesian(marked: str, said: str) -> None:
    """
    Sy is one sound and ngg two; espeak-ng's own slips are not repeated.
    """
    assert said == phonemes(marked)


@pytest.mark.parametrize(
    ("marked", "said"),
    [("kemérah-mérahan", "k@m'eRah|meR'ahan"), ("é-mail-nya", "'e|ma'iln^a"), ("se-indonésia", "s@|,indones'ia"), ("a-", "'a")],
)
def test_parts_at_hyphens_are_stressed_by_themselves(marked: str, said: str) -> None:
    """
    Doubled words have two beats, a clitic printed apart has none.
    """
    assert said == phonemes(marked)


@pytest.mark.parametrize("text", ["", "-", "'", "ng", "naïve", "a b", "c4", "Aa"])
def test_what_is_no_word_has_no_sounds(text: str) -> None:
    """
    It is left to the engine.
    """
    assert phonemes(text) is None


def test_roots_keep_their_vowels_apart() -> None:
    """
    What was closed in the root stays two when an ending opens it.
    """
    assert ["ba|ik", "pandai", "saudara", "la|ut"] == [parted(root) for root in ("baik", "pandai", "saudara", "laut")]
