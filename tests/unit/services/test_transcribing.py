"""pembaca.services.transcribing, with the real engine"""

from __future__ import annotations

from pembaca.services.transcribing import transcribe
from pembaca.speech.script import prepare_text
from pembaca.speech.utterance import Script, Utterance


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
