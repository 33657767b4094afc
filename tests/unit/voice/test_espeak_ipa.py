"""pembaca.voice.engines.espeak_ipa, with the real espeak-ng and the pronunciation of the program"""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest

from pembaca.services.voicing import segments_of
from pembaca.speech.pronounce.lexicon import words
from pembaca.speech.script import prepare_text
from pembaca.voice.engines import make_transcriber
from pembaca.voice.engines.espeak_ipa import EspeakTranscriber
from pembaca.voice.protocol import Segment, SpokenWord

GOLDEN = Path(__file__).parents[2] / "data" / "speech" / "pronunciation.tsv"


@pytest.fixture(scope="module")
def transcriber() -> EspeakTranscriber:
    """The one that the program would choose."""
    made = make_transcriber()
    assert isinstance(made, EspeakTranscriber)
    return made


def heard(transcriber: EspeakTranscriber, text: str) -> list[str | None]:
    """Return what is heard for each word of *text*."""
    return list(chain.from_iterable(transcriber.ipa(segments_of(said)) for said in prepare_text(text).utterances))


def test_common_words_are_heard_as_they_should_be(transcriber: EspeakTranscriber) -> None:
    """
    The golden words, written down by hand: what officials say every day, asked from the engine itself.
    """
    rows = [line.split("\t") for line in GOLDEN.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    said = dict(zip((word for word, _ in rows), heard(transcriber, "\n".join(word for word, _ in rows)), strict=True))
    wrong = {word: said[word] for word, right in rows if (said[word] or "").replace("ɛ", "e").replace("ɔ", "o") != right}

    assert {} == wrong


def test_each_e_of_the_lexicon_is_heard_as_it_is_marked(transcriber: EspeakTranscriber) -> None:
    """
    No sound melts into its neighbour on the way, whatever stands beside it: every fiftieth word, asked from the engine.
    """
    some = {spelling: marked for spelling, marked in list(words().items())[::50] if "e" in spelling and len(spelling) > 3}
    sounds = heard(transcriber, "\n".join(some))
    wanted = [re.sub("[^eé]", "", marked) for marked in some.values()]

    assert wanted == [re.sub("[^əeɛ]", "", sound or "").replace("e", "é").replace("ɛ", "é").replace("ə", "e") for sound in sounds]


def test_every_word_of_a_sentence_has_its_own_sounds(transcriber: EspeakTranscriber) -> None:
    """
    Brackets, hyphens, rests and figures do not shift the sounds to a neighbour.
    """
    text = "Rapat, dengan 25 anak-anak (lebih), “oleh” Jum'at: work from home!"
    sounds = heard(transcriber, text)
    spoken = [word.spoken for said in prepare_text(text).utterances for word in said.words]

    assert ["rapat", "dəŋan", "dua", "puluh", "lima", "anakanak", "ləbih", "olɛh", "dʒumat", "wɜːk", "fɹɒm", "həʊm"] == sounds
    assert len(spoken) == len(sounds)


def test_word_without_a_sound_has_none(transcriber: EspeakTranscriber) -> None:
    """
    Null says that the engine cannot tell, which is no empty word.
    """
    silent = Segment("— rapat", "id", (SpokenWord(0, 1), SpokenWord(2, 7)))

    assert (None, "rapat") == transcriber.ipa((silent,))
    assert () == transcriber.ipa(())


def test_engine_without_sounds_to_tell_has_no_transcriber() -> None:
    """
    The silent engine says nothing, in any alphabet.
    """
    assert make_transcriber("silent") is None


def test_a_voice_is_asked_itself_how_it_says_a_word(transcriber: EspeakTranscriber) -> None:
    """
    The Malay voice says "kerja" with a weak e by its letters; the Indonesian one, asked later, still needs phonemes for that.
    """
    spoken = {
        language: transcriber.ipa((Segment("kerja", language, (SpokenWord(0, 5, "k'@RdZ@"),)),)) for language in ("ms", "id")
    }

    assert spoken["ms"] == spoken["id"]
