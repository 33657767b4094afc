"""pembaca.voice.player"""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from pembaca.voice.pcm import samples_of
from pembaca.voice.player import FADE_FRAMES, Clip, Player
from pembaca.voice.protocol import Boundary, Finished, Started

LENGTH = 1000


def clip_of(value: int = 1000, words: tuple[int, ...] = (0, 400, 800), length: int = LENGTH) -> Clip:
    """A clip whose every sample tells its own place."""
    return Clip(1, array("h", [value + i for i in range(length)]).tobytes(), words)


def samples(player: Player, frames: int) -> list[int]:
    """The next samples."""
    return list(samples_of(player.fill(frames)[0]))


def test_nothing_to_play_is_silence() -> None:
    """The sound card is always given what it asks for."""
    assert [0] * 64 == samples(Player(), 64)


def test_clip_is_played_to_the_sample() -> None:
    """What is heard is what was rendered, whatever the size of the blocks."""
    player = Player()
    player.play(1, clip_of(), 0)

    heard = [sample for _ in range(16) for sample in samples(player, 64)]
    assert list(range(1000, 2000)) + [0] * 24 == heard


def test_next_clip_follows_in_the_same_block() -> None:
    """Two sentences are joined without one sample of silence."""
    player = Player()
    player.play(1, clip_of(1000), 0)
    player.queue(2, clip_of(5000))

    assert list(range(1000, 2000)) + list(range(5000, 5500)) == samples(player, 1500)


def test_events_stand_at_their_frames() -> None:
    """The light follows the sample, not the block."""
    player = Player()
    player.play(7, clip_of(), 0)
    player.queue(8, clip_of())
    _, events = player.fill(1001)

    expected = [(0, Started(7)), (0, Boundary(7, 0)), (400, Boundary(7, 1)), (800, Boundary(7, 2)), (1000, Finished(7))]
    assert [*expected, (1000, Started(8)), (1000, Boundary(8, 0))] == [(heard.frame, heard.event) for heard in events]


def test_play_from_a_word_begins_there() -> None:
    """Reading can begin within a sentence; the words before it are not told."""
    player = Player()
    player.play(1, clip_of(), 1)
    pcm, events = player.fill(LENGTH)

    assert [Started(1), Boundary(1, 1), Boundary(1, 2), Finished(1)] == [heard.event for heard in events]
    assert 1999 == samples_of(pcm)[599]


@given(st.integers(1, LENGTH - 2 * FADE_FRAMES), st.integers(1, 300))
def test_pause_loses_no_sample(before: int, block: int) -> None:
    """After a pause the sound goes on at the very sample; only what faded out is heard again, fading in."""
    player = Player()
    player.play(1, clip_of(), 0)
    samples(player, before)
    player.pause()
    tail = samples(player, FADE_FRAMES)
    silence = samples(player, block)
    player.resume()
    after = samples(player, LENGTH - before)

    assert tail[-1] == 0
    assert [0] * block == silence
    assert list(range(1000 + before + FADE_FRAMES, 2000)) == after[FADE_FRAMES:]


def test_stop_forgets_all() -> None:
    """Nothing is left to go on with."""
    player = Player()
    player.play(1, clip_of(), 0)
    player.queue(2, clip_of())
    samples(player, 100)
    player.stop()
    samples(player, FADE_FRAMES)
    player.resume()

    assert [0] * 64 == samples(player, 64)
    assert not player.is_busy


def test_stop_cancels_what_was_announced() -> None:
    """Words that were handed over but not heard yet are known as cancelled."""
    player = Player()
    player.play(1, clip_of(), 0)
    _, events = player.fill(500)
    player.stop()

    assert all(heard.epoch != player.epoch for heard in events)


def test_swap_keeps_the_place_within_the_word() -> None:
    """Half the word at one speed is half the word at another."""
    player = Player()
    player.play(1, clip_of(1000, (0, 400, 800)), 0)
    samples(player, 600)
    player.swap(1, clip_of(5000, (0, 200, 400), 500))
    samples(player, 2 * FADE_FRAMES)
    pcm, events = player.fill(500)

    assert 5000 + 300 + FADE_FRAMES == samples_of(pcm)[0]
    assert [Boundary(1, 2), Finished(1)] == [heard.event for heard in events]


def test_swap_of_the_queued_take_replaces_it() -> None:
    """The sentence after this one comes at the new speed too."""
    player = Player()
    player.play(1, clip_of(), 0)
    player.queue(2, clip_of(5000))
    player.swap(2, clip_of(9000))
    samples(player, LENGTH)

    assert 9000 == samples(player, 10)[0]


def test_volume_is_heard_at_once() -> None:
    """Half the loudness of the ear is a quarter of the samples; 0 is silence."""
    player = Player()
    player.play(1, Clip(1, array("h", [1000] * LENGTH).tobytes(), (0,)), 0)
    player.set_volume(50)
    half = samples(player, 200)
    player.set_volume(0)

    assert 250 == half[-1]
    assert 0 == samples(player, 200)[-1]


def test_held_play_waits_for_resume() -> None:
    """A sentence that is rendered after the person paused does not sound."""
    player = Player()
    player.play(1, clip_of(), 0, is_held=True)

    assert [0] * 64 == samples(player, 64)
    player.resume()
    assert 1000 == samples(player, 64)[0]
