"""The state machine of one article read aloud: commands and news in, effects out. Pure: no voice, no clock, no screen.

Every playing of a sentence is a *take* with a number that is never used twice. The voice is always one take ahead
(``Follow``), so that there is no gap; news of any other take is late news of something cancelled, and is dropped.
"""

from __future__ import annotations

from typing import Literal

from pembaca.errors import VoiceErrorCode
from pembaca.speech.effects import Effects, Follow, GoOn, Hold, Hush, Light, Move, Speak
from pembaca.speech.utterance import Script

_BACK_TO_SAME_AFTER_WORDS = 3  # later than this "back" means: say this sentence again, as players of books do

Kind = Literal["idle", "playing", "paused", "finished", "no_voice"]


class Session:
    """Reads one script.

    ``index`` is the sentence at hand (the number of sentences when all have been heard), ``word`` the word heard last.
    """

    def __init__(self, script: Script, offset: int = 0, first_take: int = 1) -> None:
        self.script = script
        self.kind: Kind = "idle"
        self.problem: VoiceErrorCode | None = None
        self.index, self.word = script.index_at(offset), 0
        self._next_take = first_take
        self._take: int | None = None
        self._following: Follow | None = None
        self._is_held = self._is_over = self._is_waiting = False
        self._unsayable: set[int] = set()
        if script.is_whole and script.utterances and offset >= script.utterances[-1].end:
            self.kind, self.index = "finished", len(script.utterances)

    # -- what is so

    @property
    def offset(self) -> int:
        """The place in the article: where the sentence at hand begins; the end when all has been heard."""
        utterances = self.script.utterances
        if not utterances:
            return 0
        return utterances[self.index].start if self.index < len(utterances) else utterances[-1].end

    def strange_take(self) -> int:
        """Return a number for a playing that is not of this script; its news is dropped."""
        return self._number()

    @property
    def next_take(self) -> int:
        """The first number that no take has had."""
        return self._next_take

    def takes(self) -> tuple[tuple[int, int], ...]:
        """(take, sentence) of what the voice sounds, holds or is about to sound, in that order."""
        if self._take is None or not (self.kind == "playing" or self._is_held):
            return ()
        following = ((self._following.take, self._following.index),) if self._following else ()
        return ((self._take, self.index), *following)

    def wanted(self) -> tuple[int, ...]:
        """Sentences to have rendered, the most urgent first: where one key press leads."""
        count = len(self.script.utterances)
        here = self.index if self.index < count else 0
        script = self.script
        parts = script.part_after(here), script.part_before(here), script.part_start(here)
        places = (here, here + 1, here - 1, *parts, here + 2)
        return tuple(dict.fromkeys(place for place in places if place is not None and 0 <= place < count))

    # -- commands

    def play(self) -> Effects:
        """Begin, or go on."""
        if not self.script.utterances or self.kind in ("playing", "no_voice"):
            return ()
        if self.kind == "finished":
            self.index = self.word = 0
        self.kind = "playing"
        if self._is_held:
            self._is_held = False
            return (GoOn(),)
        return self._speak(self.index, self.word)

    def pause(self) -> Effects:
        """Be silent, and keep the place to the sample."""
        if self.kind != "playing":
            return ()
        self.kind, self._is_held = "paused", not self._is_waiting
        return (Hold(),) if self._is_held else ()

    def toggle(self) -> Effects:
        """Pause, or go on."""
        return self.pause() if self.kind == "playing" else self.play()

    def stop(self) -> Effects:
        """Be silent; playing again begins with the sentence at hand."""
        if self.kind not in ("playing", "paused"):
            return ()
        self.kind = "idle"
        self._forget_takes()
        return (Hush(), Light(None))

    def seek(self, offset: int) -> Effects:
        """Go to the sentence at *offset*; it is said if reading is going on."""
        return self._go(self.script.index_at(offset))

    def next_sentence(self) -> Effects:
        """Go to the next sentence; nothing happens at the last one."""
        return self._go(self.index + 1)

    def previous_sentence(self) -> Effects:
        """Go to the start of this sentence, or of the one before if this one has only begun."""
        if self.index < len(self.script.utterances) and self.word >= _BACK_TO_SAME_AFTER_WORDS:
            return self._go(self.index)
        return self._go(max(0, self.index - 1))

    def next_paragraph(self) -> Effects:
        """Go to the first sentence of the next paragraph; nothing happens in the last one."""
        target = self.script.part_after(self.index)
        return () if target is None else self._go(target)

    def previous_paragraph(self) -> Effects:
        """Go to the start of this paragraph, or of the one before if this one has only begun."""
        start = self.script.part_start(self.index)
        if start == self.index and self.word < _BACK_TO_SAME_AFTER_WORDS:
            start = self.script.part_before(self.index)
        return self._go(0 if start is None else start)

    # -- news

    def extended(self, script: Script) -> Effects:
        """The rest of a script has come that begins with the one at hand."""
        self.script = script
        if self._is_waiting:
            self._is_waiting = False
            self.index, self.word = self.index + 1, 0
            return self._speak(self.index, 0) if self.kind == "playing" else ()
        return self._follow() if self.kind == "playing" else ()

    def started(self, take: int) -> Effects:
        """A take is being heard."""
        if self._following is not None and take == self._following.take:
            self.index, self._take, self.word = self._following.index, take, 0
            self._following, self._is_over = None, False
        elif take != self._take:
            return ()
        return (Light(self.index), Move(self.offset), *self._follow())

    def heard(self, take: int, word: int) -> Effects:
        """A word of a take is being heard."""
        if take != self._take or self.kind not in ("playing", "paused"):
            return ()
        if not 0 <= word < len(self.script.utterances[self.index].words):
            return ()
        self.word = word
        return (Light(self.index, word),)

    def finished(self, take: int) -> Effects:
        """The last sample of a take has been heard."""
        if take != self._take or self.kind not in ("playing", "paused"):
            return ()
        self._is_over = True
        return () if self._following is not None else self._after(self.index)

    def cannot_say(self, index: int) -> Effects:
        """A sentence cannot be rendered; reading goes on with the next one that can."""
        self._unsayable.add(index)
        if self._following is not None and self._following.index == index:
            self._following = None
            following = self._follow()
            return following if following or not self._is_over else self._end()
        if self.kind == "playing" and index == self.index:
            return self._after(index)
        return ()

    def voice_restarted(self) -> Effects:
        """A fresh voice knows nothing; the sentence at hand is said again from its start."""
        self._forget_takes()
        if self.kind == "playing":
            return self._speak(self.index, 0)
        return ()

    def voice_failed(self, code: VoiceErrorCode) -> Effects:
        """Nothing can be said any more; the place is kept."""
        self.kind, self.problem = "no_voice", code
        self._forget_takes()
        return (Light(None),)

    def voice_returned(self) -> Effects:
        """Something can be said again; playing begins with the sentence at hand."""
        if self.kind == "no_voice":
            is_at_end = 0 < len(self.script.utterances) <= self.index
            self.kind, self.problem = "finished" if is_at_end else "idle", None
        return ()

    # -- inside

    def _go(self, target: int) -> Effects:
        if not 0 <= target < len(self.script.utterances):
            return ()
        self.index, self.word = target, 0
        if self.kind == "playing":
            return (*self._speak(target, 0), Light(target), Move(self.offset))
        if self.kind == "finished":
            self.kind = "idle"
        self._forget_takes()
        return (Light(target), Move(self.offset))

    def _speak(self, index: int, word: int) -> Effects:
        target = self._sayable_from(index)
        if target is None:
            return self._end()
        self.index, self.word = target, word if target == index else 0
        self._take, self._following = self._number(), None
        self._is_held = self._is_over = self._is_waiting = False
        return (Speak(self._take, target, self.word),)

    def _follow(self) -> Effects:
        """Queue the sentence after this one, unless that is done already."""
        target = self._sayable_from(self.index + 1)
        if self._following is not None or target is None:
            return ()
        self._following = Follow(self._number(), target)
        return (self._following,)

    def _after(self, index: int) -> Effects:
        target = self._sayable_from(index + 1)
        return self._end() if target is None else self._speak(target, 0)

    def _end(self) -> Effects:
        if not self.script.is_whole:
            self._forget_takes()
            self._is_waiting = True
            return ()
        self.kind, self.index, self.word = "finished", len(self.script.utterances), 0
        self._forget_takes()
        return (Light(None), Move(self.offset))

    def _forget_takes(self) -> None:
        self._take = self._following = None
        self._is_held = self._is_over = self._is_waiting = False
        self.word = 0

    def _number(self) -> int:
        self._next_take += 1
        return self._next_take - 1

    def _sayable_from(self, index: int) -> int | None:
        return next((i for i in range(index, len(self.script.utterances)) if i not in self._unsayable), None)
