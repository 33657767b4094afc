"""pembaca.services.voicing"""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pembaca.services.voicing import LONGEST, segments_of
from pembaca.speech.script import prepare_text
from pembaca.speech.utterance import Utterance, Word

LANGUAGES = st.lists(st.sampled_from(("id", "en", "ar")), max_size=12)


def utterance_of(languages: list[str]) -> Utterance:
    """An utterance with one word a language."""
    words, spoken = [], "“"
    for index, language in enumerate(languages):
        word = f"kata{index}"
        words.append(Word(start=index, end=index + 1, spoken=word, at=len(spoken), language=language))
        spoken += word + ", "
    return Utterance(0, len(languages), "x" * len(languages), spoken + "”.", "id", tuple(words))


@given(LANGUAGES)
def test_segments_give_back_the_utterance(languages: list[str]) -> None:
    """Nothing is lost where the language changes, and every word is found in its segment."""
    utterance = utterance_of(languages)
    segments = segments_of(utterance)
    found = [(segment.text[word.start : word.end], segment.language) for segment in segments for word in segment.words]

    assert utterance.spoken == "".join(segment.text for segment in segments)
    assert [(word.spoken, word.language) for word in utterance.words] == found
    assert all(before.language != after.language for before, after in pairwise(segments))


def test_long_sentence_goes_to_the_engine_in_clauses() -> None:
    """A sentence of a law stays one sentence on the page, and comes to the engine in breaths."""
    clause = "bahwa anggaran sebesar satu juta rupiah telah disetujui oleh semua pihak yang berwenang"
    utterance = prepare_text("; ".join([clause] * 9) + ".").utterances[0]
    segments = segments_of(utterance)

    assert utterance.spoken == "".join(segment.text for segment in segments)
    assert [len(utterance.words)] == [sum(len(segment.words) for segment in segments)]
    assert len(segments) > 1 and all(len(segment.text) <= LONGEST and segment.text[-2:] in ("; ", "g.") for segment in segments)
