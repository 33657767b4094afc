"""Put the person's own words in the place of printed ones, with a map back to print. Pure.

Every printed place is rewritten at most once, by the first rule in order that fits: no rule sees another one's words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

import msgspec
from msgspec.structs import replace

from pembaca.document import TextSpan
from pembaca.errors import LexiconError
from pembaca.speech.lexicon.expression import Expression, Found, usable
from pembaca.speech.lexicon.rule import Rule
from pembaca.speech.normalise.spoken import Given, SpokenText


class Change(msgspec.Struct, frozen=True):
    """A stretch of the rewritten text that stands for a printed one, and the rule that wrote it."""

    start: int
    end: int
    printed: TextSpan
    rule: Rule


class Rewritten(msgspec.Struct, frozen=True):
    """A text with the person's own words in it. ``changes`` ascend; without any, ``text`` is what is printed."""

    text: str
    changes: tuple[Change, ...] = ()
    given: tuple[Given, ...] = ()

    def printed(self, start: int, end: int) -> TextSpan:
        """Return the printed span of a stretch of the rewritten text; all of what a change stands for if it touches one."""
        if not self.changes:
            return TextSpan(start, end)
        return TextSpan(self._back(start, False), self._back(end, True))

    def written(self, place: int) -> int:
        """Return where the printed *place* is in the rewritten text; the start of a change for a place inside what it took."""
        moved = 0
        for change in self.changes:
            if place <= change.printed.start:
                break
            if place < change.printed.end:
                return change.start
            moved = change.end - change.printed.end
        return place + moved

    def _back(self, place: int, is_end: bool) -> int:
        index = bisect_right(self.changes, place - is_end, key=lambda change: change.start) - 1
        if index < 0:
            return place
        change = self.changes[index]
        if place - is_end < change.end:
            return change.printed.end if is_end else change.printed.start
        return change.printed.end + place - change.end

    def placed(self, spoken: SpokenText) -> SpokenText:
        """Put the words of the rewritten text on their printed places; spans that would overlap become one."""
        if not self.changes:
            return spoken
        spans: list[TextSpan] = []
        for word in spoken.words:
            span = self.printed(word.start, word.end)
            if spans and span != spans[-1] and span.start < spans[-1].end:
                span = TextSpan(spans[-1].start, max(span.end, spans[-1].end))
                _widen(spans, span)
            spans.append(span)
        placed = zip(spoken.words, spans, strict=True)
        return SpokenText(spoken.text, tuple(replace(word, start=span.start, end=span.end) for word, span in placed))


def _widen(spans: list[TextSpan], span: TextSpan) -> None:
    """Give the words at the end that share a span the new, wider one."""
    old = spans[-1]
    place = len(spans) - 1
    while place >= 0 and spans[place] == old:
        spans[place] = span
        place -= 1


class Lexicon:
    """The rules for one text, those of its feed and those for all, in their order. Not for two threads at once."""

    def __init__(self, rules: Iterable[Rule] = (), feed: str = "") -> None:
        self._expressions = tuple(_usable(rule for rule in rules if rule.is_on and rule.feed in ("", feed)))

    @property
    def stopped(self) -> tuple[Rule, ...]:
        """Rules that took too long on some sentence and were left out from there on."""
        return tuple(expression.rule for expression in self._expressions if expression.is_stopped)

    def rewrite(self, text: str) -> Rewritten:
        """Rewrite one sentence."""
        if not self._expressions:
            return Rewritten(text)
        folded = text.casefold()
        taken: list[tuple[Found, Rule]] = []
        for expression in self._expressions:
            for found in expression.find(text, folded):
                if all(found.end <= other.start or other.end <= found.start for other, _ in taken):
                    taken.append((found, expression.rule))
        if not taken:
            return Rewritten(text)
        return _written(text, sorted(taken, key=lambda pair: pair[0].start))


def _usable(rules: Iterable[Rule]) -> Iterable[Expression]:
    for rule in rules:
        try:
            yield usable(rule)
        except LexiconError:  # a file edited by hand: the rule is as if it were off
            continue


def _written(text: str, taken: list[tuple[Found, Rule]]) -> Rewritten:
    pieces: list[str] = []
    changes: list[Change] = []
    given: list[Given] = []
    place = length = 0
    for found, rule in taken:
        before = text[place : found.start]
        is_given = rule.alphabet == "phonemes"
        words = text[found.start : found.end] if is_given else found.say
        pieces += (before, words)
        start = length + len(before)
        length = start + len(words)
        changes.append(Change(start, length, TextSpan(found.start, found.end), rule))
        if is_given and any(character.isalnum() for character in words):
            given.append(Given(start, length, tuple(found.say.split())))
        place = found.end
    pieces.append(text[place:])
    return Rewritten("".join(pieces), tuple(changes), tuple(given))


NO_RULES: Final = Lexicon()
