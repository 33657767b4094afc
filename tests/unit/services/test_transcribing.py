"""pembaca.services.transcribing, with the real engine"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pembaca.document import Document, Paragraph
from pembaca.services.transcribing import transcribe
from pembaca.speech.script import prepare, prepare_text
from pembaca.speech.utterance import Script, Utterance

DATA = Path(__file__).parents[2] / "data" / "speech"


def transcript(script: Script) -> str:
    """Write a script as it is heard: one sentence a line, after each word its sounds."""
    lines = (
        " ".join(f"{word.spoken}/{ipa}" for word, ipa in zip(said.words, heard, strict=True))
        for said, heard in zip(script.utterances, transcribe(script), strict=True)
    )
    return "".join(line + "\n" for line in lines)


def test_the_seed_article_is_heard_as_looked_at_line_by_line() -> None:
    """
    A whole article, word by word, as espeak-ng 1.51 says it; who changes a rule or a table sees here what a listener will notice.
    """
    seed = json.loads((DATA / "seed_article.json").read_text(encoding="utf-8"))
    document = Document(seed["title"], tuple(map(Paragraph, seed["paragraphs"])))

    assert (DATA / "seed_transcript.txt").read_text(encoding="utf-8") == transcript(prepare(document))


def test_each_word_of_each_sentence_is_told() -> None:
    """
    What is printed beside the script belongs to its words, one by one.
    """
    assert (("dəŋan", "rapat"), ("ləbih", "baik")) == transcribe(prepare_text("Dengan rapat.\nLebih baik."))


def test_sentence_without_words_has_no_sounds() -> None:
    """
    A line of ornaments is no reason to fail.
    """
    assert ((),) == transcribe(Script("id", (Utterance(0, 3, "***", "", "id", ()),)))


@pytest.mark.parametrize("engine_name", ["silent", "tidak_ada_modul:Mesin"])
def test_engine_that_cannot_tell_leaves_every_word_open(engine_name: str) -> None:
    """
    The script is printed on every machine; null says that nobody knows.
    """
    assert ((None, None),) == transcribe(prepare_text("Dengan rapat."), engine_name)
