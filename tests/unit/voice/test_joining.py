"""pembaca.voice.engines.joining"""

from __future__ import annotations

from array import array

from pembaca.voice.engines.joining import Piece, joined
from pembaca.voice.pcm import samples_of
from pembaca.voice.protocol import Rendered

RATE = 1000  # one sample a millisecond


def piece(lead: int, sound: int, trail: int, *, pauses: bool = False, rate: int = RATE) -> Piece:
    """Silence, sound, silence (ms); one word where the sound begins."""
    values = [0] * (lead * rate // 1000) + [9000] * (sound * rate // 1000) + [0] * (trail * rate // 1000)
    return Piece(Rendered(array("h", values).tobytes(), rate, (float(lead),)), pauses)


def silences(rendered: Rendered) -> list[int]:
    """Lengths of the silences inside and at the end, in samples."""
    runs, length = [], 0
    for sample in samples_of(rendered.pcm):
        if sample:
            runs += [length] if length else []
            length = 0
        else:
            length += 1
    return [*runs, length]


def test_silence_before_the_first_word_is_cut() -> None:
    """A sentence sounds at once when it is played, and its word times move with the cut."""
    rendered = joined([piece(47, 100, 200)])

    assert (1.0,) == rendered.word_ms
    assert 301 == rendered.duration_ms


def test_pause_at_the_end_is_kept() -> None:
    """The engine's own pause between sentences stays."""
    assert [1, 200] == silences(joined([piece(47, 100, 200)]))


def test_languages_join_in_one_breath() -> None:
    """Between two voices of one sentence there is no gap that is heard."""
    rendered = joined([piece(47, 100, 200), piece(47, 100, 0)])

    assert 30 >= silences(rendered)[1]
    assert (1.0, 125.0) == rendered.word_ms


def test_pause_at_a_comma_is_kept() -> None:
    """A stop within the sentence is heard although the voice changes after it."""
    assert 212 == silences(joined([piece(47, 100, 200, pauses=True), piece(47, 100, 0)]))[1]


def test_voices_of_another_sample_rate_are_brought_to_the_first() -> None:
    """A second voice neither squeaks nor drones."""
    rendered = joined([piece(0, 100, 0), piece(0, 100, 0, rate=2 * RATE)])

    assert RATE == rendered.sample_rate
    assert 200 == rendered.duration_ms


def test_nothing_gives_nothing() -> None:
    """An empty utterance is no error."""
    assert 0.0 == joined([]).duration_ms
