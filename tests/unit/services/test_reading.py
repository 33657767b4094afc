"""pembaca.services.reading, with a way to the voice that keeps what it is told, and with a real silent voice process"""

from __future__ import annotations

import queue
import time
from collections.abc import Callable

from tests.scripts import script_of

from pembaca.document import TextSpan
from pembaca.services.reading import Reading, ReadingState
from pembaca.voice import protocol
from pembaca.voice.client import VoiceClient, worker_command

TEXT = "Judul berita\nSatu dua tiga empat lima. Enam tujuh.\nDelapan sembilan. Sepuluh."
ABILITIES = protocol.Abilities("test", True, False, ("id",))


class Wire:
    """A way to the voice on which nobody answers by himself."""

    def __init__(self) -> None:
        self.sent: list[protocol.Request] = []
        self.retries = 0
        self.is_closed = False

    def send(self, request: protocol.Request) -> None:
        """Keep it."""
        self.sent.append(request)

    def retry(self) -> None:
        """Count it."""
        self.retries += 1

    def close(self) -> None:
        """Keep that too."""
        self.is_closed = True

    def of(self, kind: type) -> list[protocol.Request]:
        """The requests of one kind."""
        return [request for request in self.sent if isinstance(request, kind)]

    def loaded(self) -> dict[int, str]:
        """What each utterance number says."""
        return {load.utterance: load.segments[0].text for load in self.sent if isinstance(load, protocol.Load)}


class Listener:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.states: list[ReadingState] = []
        self.lights: list[tuple[TextSpan | None, TextSpan | None]] = []
        self.places: list[int] = []

    def state_changed(self, state: ReadingState) -> None:
        """See ReadingListener."""
        self.states.append(state)

    def lit(self, sentence: TextSpan | None, word: TextSpan | None) -> None:
        """See ReadingListener."""
        self.lights.append((sentence, word))

    def place_changed(self, offset: int) -> None:
        """See ReadingListener."""
        self.places.append(offset)


def reading_of(offset: int = 0) -> tuple[Reading, Wire, Listener]:
    """Reading of the text, not begun."""
    wire, listener = Wire(), Listener()
    reading = Reading(lambda on_event: wire, lambda call: call(), listener)
    reading.open(script_of(TEXT), offset)
    return reading, wire, listener


def test_open_prepares_the_sentence_at_the_place_first() -> None:
    """The first press of Space finds its sentence rendered."""
    _, wire, _ = reading_of(TEXT.index("Enam"))

    assert "Enam tujuh." == next(iter(wire.loaded().values()))
    assert {utterance.spoken for utterance in script_of(TEXT).utterances} == set(wire.loaded().values())


def test_play_orders_what_is_loaded() -> None:
    """Play comes after its Load, and names it."""
    reading, wire, _ = reading_of()
    reading.play()

    (play,) = wire.of(protocol.Play)
    assert isinstance(play, protocol.Play)
    assert "Judul berita" == wire.loaded()[play.utterance]


def test_boundary_lights_the_printed_word() -> None:
    """The light is on what is printed, in code points of the article."""
    reading, _, listener = reading_of()
    reading.play()
    reading.handle(protocol.Started(1))
    reading.handle(protocol.Boundary(1, 1))

    assert (TextSpan(0, 12), TextSpan(6, 12)) == listener.lights[-1]


def test_rate_changes_what_sounds_and_what_follows() -> None:
    """The sentence being heard and the queued one go on at the new speed; their takes stay the same."""
    reading, wire, _ = reading_of()
    reading.play()
    reading.handle(protocol.Started(1))
    reading.set_rate(300)

    swaps = [request for request in wire.sent if isinstance(request, protocol.Swap)]
    rates = {load.utterance: load.rate_wpm for load in wire.sent if isinstance(load, protocol.Load)}
    assert [1, 2] == [swap.take for swap in swaps]
    assert [300, 300] == [rates[swap.utterance] for swap in swaps]


def test_only_what_a_key_press_can_reach_is_kept() -> None:
    """A long article takes no more memory than a short one."""
    reading, wire, _ = reading_of()
    reading.open(script_of(" ".join(f"Kalimat nomor {n}." for n in range(200))))
    reading.play()
    for take in range(1, 150):
        reading.handle(protocol.Started(take))
        reading.handle(protocol.Finished(take))
    forgotten = {number for request in wire.sent if isinstance(request, protocol.Forget) for number in request.utterances}

    assert 8 >= len(wire.loaded().keys() - forgotten)


def test_restarted_voice_is_told_all_again() -> None:
    """A fresh voice knows nothing: the sentence is loaded and played anew."""
    reading, wire, _ = reading_of()
    reading.play()
    reading.handle(protocol.Started(1))
    wire.sent.clear()
    reading.handle(protocol.Restarted("died"))

    assert protocol.Play in {type(request) for request in wire.sent}
    (play,) = wire.of(protocol.Play)
    assert isinstance(play, protocol.Play)
    assert "Judul berita" == wire.loaded()[play.utterance]


def test_no_sound_is_a_state_and_play_tries_again() -> None:
    """The reader is told what is wrong; Play looks once more, and begins when there is sound."""
    reading, wire, listener = reading_of()
    reading.handle(protocol.Failed("no_sound"))
    problem = listener.states[-1].problem
    reading.play()
    reading.play()
    reading.handle(protocol.Ready(ABILITIES))

    assert problem is not None
    assert "no_sound" == problem.code
    assert 1 == wire.retries
    assert ("playing", None) == (listener.states[-1].kind, listener.states[-1].problem)


def test_problem_that_stays_is_told_again() -> None:
    """Whoever presses Play again hears again why it is silent."""
    reading, _, listener = reading_of()
    reading.handle(protocol.Failed("no_sound"))
    reading.play()
    told = len(listener.states)
    reading.handle(protocol.Failed("no_sound"))

    assert told + 1 == len(listener.states)


def test_no_voice_for_the_language_is_a_state() -> None:
    """A computer without an Indonesian voice says so as soon as an article is open."""
    reading, _, listener = reading_of()
    reading.handle(protocol.Failed("no_voice", "id", 1))

    assert "no_voice" == listener.states[-1].kind


def test_end_is_told_with_the_whole_text() -> None:
    """An article heard to its end is 100 % heard."""
    reading, _, listener = reading_of(TEXT.index("Sepuluh"))
    reading.play()
    reading.handle(protocol.Started(1))
    reading.handle(protocol.Finished(1))

    assert len(TEXT) == listener.places[-1]
    assert ("finished", 5, 0.0) == (listener.states[-1].kind, listener.states[-1].count, listener.states[-1].remaining_s)


def test_remaining_time_follows_place_and_rate() -> None:
    """Less is left further on, and at a higher speed."""
    reading, _, _ = reading_of()
    whole = reading.state.remaining_s
    reading.set_rate(400)
    faster = reading.state.remaining_s
    reading.next_sentence()

    assert 0 < reading.state.remaining_s < faster < whole


def test_closed_reading_hears_nothing_more() -> None:
    """News that was posted before the window closed finds nobody."""
    reading, wire, listener = reading_of()
    reading.close()
    told = len(listener.states)
    reading.handle(protocol.Failed("died"))

    assert wire.is_closed
    assert told == len(listener.states)


def test_other_article_ends_the_first() -> None:
    """Opening another article is silent at once, and late news of the first lights nothing in the second."""
    reading, wire, listener = reading_of()
    reading.play()
    reading.handle(protocol.Started(1))
    reading.open(script_of("Lain. Sama sekali."))
    lights = len(listener.lights)
    reading.handle(protocol.Boundary(1, 1))

    assert 1 == len(wire.of(protocol.Stop))
    assert lights == len(listener.lights)
    assert ("idle", 0, 2) == (reading.state.kind, reading.state.index, reading.state.count)


def test_whole_article_is_lit_word_by_word() -> None:
    """With a real voice process every word of the article is lit once, in order, to the end."""
    calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    listener, script = Listener(), script_of(TEXT)
    command = worker_command("silent", "silent")
    reading = Reading(lambda on_event: VoiceClient(command, on_event), calls.put, listener, rate_wpm=600)
    reading.open(script)
    reading.play()
    end = time.monotonic() + 30
    while reading.state.kind != "finished" and time.monotonic() < end:
        calls.get(timeout=10)()
    reading.close()

    words = [TextSpan(word.start, word.end) for utterance in script.utterances for word in utterance.words]
    assert words == [word for _, word in listener.lights if word is not None]
    assert [utterance.start for utterance in script.utterances] == listener.places[:-1]


def test_a_trial_is_said_and_changes_nothing_of_the_reading() -> None:
    """Trying the voice neither moves the place nor lights anything."""
    reading, wire, listener = reading_of(TEXT.index("Enam"))
    before = (len(listener.lights), reading.state)

    reading.try_out(script_of("Ini suara Pembaca.").utterances[0])

    play = wire.of(protocol.Play)[-1]
    assert isinstance(play, protocol.Play)
    assert "Ini suara Pembaca." == wire.loaded()[play.utterance]
    for event in (protocol.Started(play.take), protocol.Boundary(play.take, 0), protocol.Finished(play.take)):
        reading.handle(event)
    assert before == (len(listener.lights), reading.state)


def test_a_trial_waits_for_a_voice_that_is_missing() -> None:
    """Who plugs the loudspeaker in and presses the button hears a sentence."""
    reading, wire, _ = reading_of()
    reading.handle(protocol.Failed("no_sound"))

    reading.try_out(script_of("Ini suara Pembaca.").utterances[0])

    assert 1 == wire.retries
    assert [] == wire.of(protocol.Play)
    reading.handle(protocol.Ready(ABILITIES))
    play = wire.of(protocol.Play)[-1]
    assert isinstance(play, protocol.Play)
    assert "Ini suara Pembaca." == wire.loaded()[play.utterance]


def test_a_trial_while_something_is_read_is_said_in_its_place() -> None:
    """
    The button stands in a panel that is opened mostly while listening: it must be answered, and never by two voices at once.
    """
    reading, wire, _listener = reading_of()
    reading.play()
    reading.try_out(script_of("Ini suara Pembaca.").utterances[0])

    last = wire.of(protocol.Play)[-1]
    assert isinstance(last, protocol.Play)
    assert "Ini suara Pembaca." == wire.loaded()[last.utterance]
    orders = [type(request) for request in wire.sent if isinstance(request, protocol.Play | protocol.Stop)]
    assert [protocol.Play, protocol.Stop, protocol.Play] == orders
    assert "idle" == reading.state.kind
