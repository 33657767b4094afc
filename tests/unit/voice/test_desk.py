"""pembaca.voice.desk"""

from __future__ import annotations

from array import array

from pembaca.voice.desk import Desk
from pembaca.voice.pcm import SAMPLE_RATE, samples_of
from pembaca.voice.player import FADE_FRAMES, Player
from pembaca.voice.protocol import Load, Play, Queue, Rendered, Swap


def load_of(utterance: int) -> Load:
    """An order to render."""
    return Load(utterance, (), "", 200)


def rendered(value: int) -> Rendered:
    """Sound whose every sample is *value*."""
    return Rendered(pcm=array("h", [value] * 500).tobytes(), sample_rate=SAMPLE_RATE, word_ms=(0.0,))


def desk_with(*utterances: int) -> tuple[Desk, Player]:
    """A desk where these are rendered; the sound of number n is n * 100."""
    player = Player()
    desk = Desk(player)
    for utterance in utterances:
        render(desk, utterance)
    return desk, player


def render(desk: Desk, utterance: int) -> None:
    """Order and deliver."""
    desk.load(load_of(utterance))
    desk.rendered(desk.next_load(), rendered(100 * utterance))


def sound(player: Player) -> int:
    """A sample of what is heard now, past the fades."""
    return samples_of(player.fill(3 * FADE_FRAMES)[0])[-1]


def test_rendered_utterance_plays_at_once() -> None:
    """A prepared sentence is heard in the next block."""
    desk, player = desk_with(1)
    desk.play(Play(1, 1))

    assert 100 == sound(player)


def test_play_waits_for_its_sound() -> None:
    """A sentence that is not rendered yet is played as soon as it is; until then there is silence."""
    desk, player = desk_with(1)
    desk.play(Play(1, 1))
    desk.load(load_of(2))
    desk.play(Play(2, 2))

    assert 0 == sound(player)
    desk.rendered(desk.next_load(), rendered(200))
    assert 200 == sound(player)


def test_what_is_to_be_played_is_rendered_first() -> None:
    """A reader who skips ahead does not wait for sentences that nobody asked to hear."""
    desk, _ = desk_with()
    for utterance in (1, 2, 3):
        desk.load(load_of(utterance))
    desk.play(Play(1, 3))

    assert [3, 1, 2] == [desk.next_load().utterance for _ in range(3)]


def test_forgotten_utterance_is_not_rendered() -> None:
    """Holding the key for speed down does not fill the list with speeds that are past."""
    desk, _ = desk_with()
    for utterance in (1, 2, 3):
        desk.load(load_of(utterance))
    desk.forget((1, 2))

    assert 3 == desk.next_load().utterance


def test_pause_before_the_sound_is_there_holds() -> None:
    """Paused is paused, even while the sentence is still being rendered."""
    desk, player = desk_with()
    desk.load(load_of(1))
    desk.play(Play(1, 1))
    desk.pause()
    desk.rendered(desk.next_load(), rendered(100))

    assert 0 == sound(player)
    desk.resume()
    assert 100 == sound(player)


def test_stop_before_the_sound_is_there_cancels() -> None:
    """A sentence that arrives after Stop stays silent."""
    desk, player = desk_with()
    desk.load(load_of(1))
    desk.play(Play(1, 1))
    desk.stop()
    desk.rendered(desk.next_load(), rendered(100))

    assert 0 == sound(player)


def test_queued_sound_that_comes_late_is_played() -> None:
    """An engine slower than the speech makes a gap, not an end."""
    desk, player = desk_with(1)
    desk.play(Play(1, 1))
    desk.load(load_of(2))
    desk.queue(Queue(2, 2))
    player.fill(600)

    assert 0 == sound(player)
    desk.rendered(desk.next_load(), rendered(200))
    assert 200 == sound(player)


def test_old_speed_sounds_until_the_new_one_is_rendered() -> None:
    """A change of speed makes no hole."""
    desk, player = desk_with(1)
    desk.play(Play(1, 1))
    desk.load(load_of(2))
    desk.swap(Swap(1, 2))
    desk.forget((1,))

    assert 100 == sound(player)
    desk.rendered(desk.next_load(), rendered(200))
    assert 200 == sound(player)


def test_swap_of_a_play_that_waits_plays_the_new_sound() -> None:
    """Speed that is changed before the first sound holds from the first sound."""
    desk, player = desk_with()
    desk.load(load_of(1))
    desk.play(Play(1, 1))
    desk.load(load_of(2))
    desk.swap(Swap(1, 2))
    desk.forget((1,))
    desk.rendered(desk.next_load(), rendered(200))

    assert 200 == sound(player)


def test_failed_rendering_leaves_nothing_waiting() -> None:
    """A sentence that cannot be said does not block the next one."""
    desk, player = desk_with(2)
    desk.load(load_of(1))
    desk.play(Play(1, 1))
    desk.failed(desk.next_load())
    desk.queue(Queue(2, 2))

    assert 200 == sound(player)
