"""pembaca.speech.session"""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tests.scripts import script_of

from pembaca.speech.effects import Effects, Follow, GoOn, Hold, Hush, Light, Move, Speak
from pembaca.speech.session import Session
from pembaca.speech.utterance import Script

TEXT = "Judul berita\nSatu dua tiga empat lima. Enam tujuh.\nDelapan sembilan. Sepuluh."


def session_of(offset: int = 0) -> Session:
    """A session of five sentences in three parts."""
    return Session(script_of(TEXT), offset)


def playing(index: int = 0) -> Session:
    """A session in which a sentence has started to sound."""
    session = session_of()
    session.index = index
    (speak,) = session.play()
    assert isinstance(speak, Speak)
    session.started(speak.take)
    return session


def test_play_speaks_the_sentence_at_the_place() -> None:
    """Reading goes on where it was left."""
    session = session_of(TEXT.index("tujuh"))

    assert (Speak(take=1, index=2),) == session.play()
    assert "playing" == session.kind


def test_started_lights_and_queues_the_next() -> None:
    """The next sentence waits in the voice before this one is over: no gap."""
    session = session_of()
    session.play()

    assert (Light(0), Move(0), Follow(take=2, index=1)) == session.started(1)


def test_next_take_moves_on() -> None:
    """When the queued sentence starts, it is the one at hand."""
    session = playing()
    session.finished(1)

    assert (Light(1), Move(13), Follow(take=3, index=2)) == session.started(2)
    assert 1 == session.index


def test_late_boundary_is_dropped() -> None:
    """A word of a cancelled sentence changes nothing: the voice is slower than the reader."""
    session = playing()
    session.next_sentence()

    assert () == session.heard(1, 1)
    assert () == session.finished(1)


def test_word_that_does_not_exist_is_dropped() -> None:
    """A voice that miscounts cannot break the light."""
    assert () == playing().heard(1, 99)


def test_pause_holds_and_play_goes_on() -> None:
    """A pause keeps the sample; playing goes on at it instead of saying the sentence again."""
    session = playing()

    assert (Hold(),) == session.pause()
    assert (GoOn(),) == session.play()


def test_word_still_heard_after_pause_is_lit() -> None:
    """What was handed to the sound card before the pause is heard and lit."""
    session = playing()
    session.pause()

    assert (Light(0, 1),) == session.heard(1, 1)


def test_skip_while_paused_is_silent() -> None:
    """Moving while paused moves the light; playing then begins there."""
    session = playing()
    session.pause()

    assert (Light(1), Move(13)) == session.next_sentence()
    assert (Speak(take=3, index=1),) == session.play()


def test_stop_hushes_and_keeps_the_sentence() -> None:
    """Playing again begins with the sentence that was at hand."""
    session = playing(1)
    session.heard(1, 2)

    assert (Hush(), Light(None)) == session.stop()
    assert (Speak(take=3, index=1),) == session.play()


def test_previous_soon_goes_to_the_sentence_before() -> None:
    """Two quick presses go back two sentences."""
    session = playing(2)
    session.heard(1, 1)

    assert Speak(take=3, index=1) == session.previous_sentence()[0]


def test_previous_later_says_the_sentence_again() -> None:
    """Whoever missed something hears this sentence once more."""
    session = playing(1)
    session.heard(1, 3)

    assert Speak(take=3, index=1) == session.previous_sentence()[0]


def test_next_at_the_last_sentence_changes_nothing() -> None:
    """The last sentence is not cut off by a key too many."""
    assert () == playing(4).next_sentence()


def test_paragraphs_are_jumped_over() -> None:
    """By paragraph one lands on the first sentence of the part."""
    session = playing(1)

    assert Speak(take=3, index=3) == session.next_paragraph()[0]
    assert Speak(take=4, index=1) == session.previous_paragraph()[0]
    assert Speak(take=5, index=0) == session.previous_paragraph()[0]


def test_previous_paragraph_from_its_middle_goes_to_its_start() -> None:
    """The start of this paragraph comes before the one above."""
    assert Speak(take=2, index=3) == playing(4).previous_paragraph()[0]


def test_end_is_the_whole_text() -> None:
    """Heard to the end, the place is 100 %, and playing again begins with the title."""
    session = playing(4)

    assert (Light(None), Move(len(TEXT))) == session.finished(1)
    assert "finished" == session.kind
    assert (Speak(take=2, index=0),) == session.play()


def test_place_at_the_end_is_finished() -> None:
    """An article heard to its end begins anew."""
    session = session_of(len(TEXT))

    assert "finished" == session.kind
    assert (Speak(take=1, index=0),) == session.play()


def test_restarted_voice_says_the_sentence_again() -> None:
    """A voice that died comes back at the start of the sentence it was in."""
    session = playing(1)
    session.heard(1, 2)

    assert (Speak(take=3, index=1),) == session.voice_restarted()


def test_restart_while_paused_stays_silent() -> None:
    """A pause is a pause, whatever happens to the voice."""
    session = playing(1)
    session.pause()

    assert () == session.voice_restarted()
    assert (Speak(take=3, index=1),) == session.play()


def test_failed_voice_keeps_the_place() -> None:
    """Without a voice the place stays, and can still be moved."""
    session = playing(1)
    session.voice_failed("no_sound")

    assert () == session.play()
    assert (Light(2), Move(39)) == session.next_sentence()
    session.voice_returned()
    assert (Speak(take=3, index=2),) == session.play()


def test_sentence_that_cannot_be_said_is_passed_over() -> None:
    """One bad sentence does not end the reading."""
    session = playing()

    assert (Follow(take=3, index=2),) == session.cannot_say(1)
    assert Speak(take=4, index=2) == session.cannot_say(0)[0]


def test_last_sentences_that_cannot_be_said_end_the_reading() -> None:
    """News that comes after the last sound still ends the reading."""
    session = playing(3)
    session.finished(1)

    assert (Light(None), Move(len(TEXT))) == session.cannot_say(4)


def test_empty_script_does_nothing() -> None:
    """An article without a word cannot be read, and nothing breaks."""
    session = Session(script_of(""))

    assert () == (*session.play(), *session.next_sentence(), *session.previous_sentence(), *session.next_paragraph())
    assert () == session.previous_paragraph()
    assert () == session.wanted()


class Listening(RuleBasedStateMachine):
    """A person who presses anything, and a voice that tells the truth, late or never."""

    def __init__(self) -> None:
        super().__init__()
        self.session = session_of()
        self.takes: dict[int, int] = {}
        self.sounding: int | None = None
        self.queued: int | None = None
        self.is_held = False
        self.lit: int | None = None

    def carry_out(self, effects: Effects) -> None:
        for effect in effects:
            match effect:
                case Speak(take, index, _) | Follow(take, index):
                    assert take not in self.takes, "a take is used twice"
                    self.takes[take] = index
                    if isinstance(effect, Speak):
                        self.sounding, self.queued, self.is_held = take, None, False
                    else:
                        assert self.sounding is not None, "queued behind nothing"
                        self.queued = take
                case Hold():
                    self.is_held = True
                case GoOn():
                    assert self.is_held, "goes on without a pause"
                    assert self.sounding is not None, "goes on with nothing"
                    self.is_held = False
                case Hush():
                    self.sounding = self.queued = None
                    self.is_held = False
                case Light(index):
                    self.lit = index
                case Move(offset):
                    assert 0 <= offset <= len(TEXT)

    @rule(name=st.sampled_from(("play", "pause", "toggle", "stop", "next_sentence", "previous_sentence")))
    def press(self, name: str) -> None:
        self.carry_out(getattr(self.session, name)())

    @rule(name=st.sampled_from(("next_paragraph", "previous_paragraph", "voice_restarted", "voice_returned")))
    def press_or_restart(self, name: str) -> None:
        if name == "voice_restarted":
            self.sounding = self.queued = None
        self.carry_out(getattr(self.session, name)())

    @rule(offset=st.integers(0, len(TEXT) + 5))
    def seek(self, offset: int) -> None:
        self.carry_out(self.session.seek(offset))

    @precondition(lambda self: self.sounding is not None)
    @rule(word=st.integers(0, 6))
    def sound(self, word: int) -> None:
        self.carry_out(self.session.started(self.sounding))
        self.carry_out(self.session.heard(self.sounding, word))

    @precondition(lambda self: self.sounding is not None and not self.is_held)
    @rule()
    def end(self) -> None:
        self.carry_out(self.session.started(self.sounding))
        over, self.sounding, self.queued = self.sounding, self.queued, None
        if self.sounding is None:
            self.sounding = over
            self.carry_out(self.session.finished(over))
        else:
            self.carry_out(self.session.finished(over))
            self.carry_out(self.session.started(self.sounding))

    @rule(take=st.integers(0, 40), word=st.integers(0, 6))
    def late_news(self, take: int, word: int) -> None:
        if take not in (self.sounding, self.queued):
            assert () == (*self.session.started(take), *self.session.heard(take, word), *self.session.finished(take))

    @rule()
    def lose_the_voice(self) -> None:
        self.sounding = self.queued = None
        self.carry_out(self.session.voice_failed("died"))

    @invariant()
    def place_is_in_the_text(self) -> None:
        session = self.session
        count = len(session.script.utterances)
        assert 0 <= session.index <= count
        assert session.kind != "finished" or session.index == count
        assert session.index < count or session.kind in ("finished", "no_voice")

    @invariant()
    def playing_means_sounding(self) -> None:
        if self.session.kind == "playing":
            assert self.sounding is not None
            assert not self.is_held
            assert self.takes[self.sounding] == self.session.index

    @invariant()
    def light_is_at_hand_or_out(self) -> None:
        assert self.lit in (None, self.session.index)

    @invariant()
    def sentence_at_hand_is_wanted_first(self) -> None:
        if self.session.index < len(self.session.script.utterances):
            assert self.session.index == self.session.wanted()[0]


Listening.TestCase.settings = settings(max_examples=150, stateful_step_count=40)
TestListening = Listening.TestCase


def _half() -> Script:
    whole = script_of(TEXT)
    return Script(whole.language, whole.utterances[:2], is_whole=False)


def test_the_end_of_a_half_script_is_not_the_end_of_the_article() -> None:
    """On a slow machine the rest may come late: reading waits for it and goes on with the next sentence."""
    session = Session(_half())
    session.play()
    session.started(1)
    session.started(2)

    assert () == session.finished(2)
    assert ("playing", 1) == (session.kind, session.index)
    assert (Speak(take=3, index=2),) == session.extended(script_of(TEXT))


def test_the_rest_of_a_script_is_queued_behind_what_sounds() -> None:
    """No gap where the first sentences end."""
    session = Session(_half())
    session.play()
    session.started(1)
    session.started(2)

    assert (Follow(take=3, index=2),) == session.extended(script_of(TEXT))


def test_a_pause_while_the_rest_is_awaited_ends_with_the_next_sentence() -> None:
    """There is no sample to hold; nothing is said twice, and nothing by itself."""
    session = Session(_half())
    session.play()
    session.started(1)
    session.started(2)
    session.finished(2)

    assert () == session.pause()
    assert () == session.extended(script_of(TEXT))
    assert (Speak(take=3, index=2),) == session.play()


def test_the_place_behind_a_half_script_is_no_end() -> None:
    """An article that was left far down is not taken for one that was heard to its end."""
    assert "idle" == Session(_half(), offset=len(TEXT)).kind
