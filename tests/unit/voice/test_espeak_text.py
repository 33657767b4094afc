"""pembaca.voice.engines.espeak_text"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembaca.voice.engines.espeak_text import to_send
from pembaca.voice.protocol import Segment, SpokenWord

RAW = {"dengan": "d'ENan", "rapat": "R'apat", "sepeda": "s@p'Eda", "atau": ",ataU", "kementerian": "k@m,Ent@R2'ian"}


def segment_of(*words: tuple[str, str | None]) -> Segment:
    """One segment of words and their phonemes."""
    text, placed = "", []
    for word, phonemes in words:
        text += " " if text else ""
        placed.append(SpokenWord(len(text), len(text) + len(word), phonemes))
        text += word
    return Segment(text + ".", "id", tuple(placed))


@pytest.mark.parametrize(
    ("word", "phonemes", "sent"),
    [
        ("dengan", "d@N'an", "[[d@N'an]]"),
        ("rapat", None, "rapat"),
        ("sepeda", "s@p'eda", "sepeda"),
        ("atau", "'ataU", "atau"),
        ("kementerian", "k@m@nt@R'ian", "[[k@m@nt@R'ian]]"),
        ("dengan", "d'ENan", "dengan"),
    ],
)
def test_phonemes_are_sent_where_the_letters_would_be_said_otherwise(word: str, phonemes: str | None, sent: str) -> None:
    """
    The engine is asked, whatever its version: what it says right by itself it gets as letters.
    """
    done = to_send(segment_of((word, phonemes)), RAW.__getitem__)

    assert (sent + ".", sent.startswith("[[")) == (done.text, done.has_phonemes)


@given(st.lists(st.tuples(st.sampled_from(sorted(RAW)), st.sampled_from((None, "b'a", "d@N'an")))))
def test_places_are_those_of_the_words_in_the_text_that_is_sent(words: list[tuple[str, str | None]]) -> None:
    """
    The engine tells places in that text, and the light has to find its word by them.
    """
    done = to_send(segment_of(*words), RAW.__getitem__)
    cut = [done.text[start:end] for start, end in done.words]

    assert [f"[[{phonemes}]]" if phonemes and phonemes != RAW[word] else word for word, phonemes in words] == cut
    assert " ".join(cut) + "." == done.text
