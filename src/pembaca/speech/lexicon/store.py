"""Keeps the person's dictionary in one JSON file beside the settings, written whole or not at all. Holds no rule itself."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

import msgspec

from pembaca.errors import LexiconError, LexiconUnreadable, LexiconUnwritable
from pembaca.files import locked, whole
from pembaca.speech.lexicon import exchange
from pembaca.speech.lexicon.expression import check
from pembaca.speech.lexicon.rewriting import NO_RULES, Lexicon
from pembaca.speech.lexicon.rule import Rule

_log = logging.getLogger(__name__)
MOST: Final = 2_000
"""Rules in all: each is looked for in every sentence."""


class Imported(msgspec.Struct, frozen=True):
    """What an import did: rules that are new, those that took the place of one that looked for the same, and those refused."""

    added: tuple[Rule, ...]
    changed: tuple[Rule, ...]
    refused: tuple[tuple[Rule, LexiconError], ...]


class LexiconStore:
    """Reads the file anew whenever it is another one than before, so that the window hears of what the command line did."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[int, int, int] | None = None
        self._rules: tuple[Rule, ...] = ()

    def rules(self) -> tuple[Rule, ...]:
        """Return the rules in the order in which they are tried.

        Raises:
            LexiconUnreadable: the file is there and cannot be read; it is left as it is.
        """
        try:
            state = self._path.stat()
            seen = state.st_mtime_ns, state.st_size, state.st_ino
            if seen != self._seen:
                self._rules = exchange.from_json(self._path.read_bytes(), str(self._path))
                self._seen = seen
        except FileNotFoundError:
            self._rules, self._seen = (), None
        except OSError as error:
            raise LexiconUnreadable(str(self._path), error.strerror or str(error)) from error
        return self._rules

    def lexicon(self, feed: str = "") -> Lexicon:
        """Return the rules for a text of that feed, ready to use; none where the file cannot be read, which is logged."""
        try:
            rules = self.rules()
        except LexiconUnreadable as error:
            _log.warning("%s", error)
            return NO_RULES
        return Lexicon(rules, feed) if rules else NO_RULES

    def add(self, rule: Rule, place: int | None = None) -> Rule:
        """Add a rule, at the end or at that place (1 is the first); one that looks for the same is replaced where it stands.

        Raises:
            LexiconError: the rule cannot be used (see ``check``), or there are too many; nothing was changed.
        """
        check(rule)
        with self._changing() as rules:
            old = next((other for other in rules if other.meaning == rule.meaning), None)
            if old is None and len(rules) >= MOST:
                raise LexiconError("too_many", str(MOST))
            added = msgspec.structs.replace(rule, id=old.id if old else _next_id(rules))
            index = rules.index(old) if old else len(rules)
            if old:
                rules.remove(old)
            rules.insert(index if place is None else min(max(0, place - 1), len(rules)), added)
        return added

    def change(self, rule_id: int, is_on: bool | None = None, place: int | None = None) -> Rule:
        """Switch a rule on or off, or put it at another place.

        Raises:
            LexiconError: ``unknown_rule``.
        """
        _known(self.rules(), rule_id)
        with self._changing() as rules:
            old = _known(rules, rule_id)
            changed = old if is_on is None else msgspec.structs.replace(old, is_on=is_on)
            index = rules.index(old)
            rules.remove(old)
            rules.insert(index if place is None else min(max(0, place - 1), len(rules)), changed)
        return changed

    def remove(self, rule_id: int) -> Rule:
        """Remove a rule and return it.

        Raises:
            LexiconError: ``unknown_rule``.
        """
        _known(self.rules(), rule_id)
        with self._changing() as rules:
            old = _known(rules, rule_id)
            rules.remove(old)
        return old

    def take(self, rules: tuple[Rule, ...]) -> Imported:
        """Add rules from elsewhere behind the own ones, in their order; those that cannot be used are left out and told."""
        usable, refused = _sorted_out(rules)
        with self._changing() as own:
            return _merged(own, usable, refused)

    @contextmanager
    def _changing(self) -> Iterator[list[Rule]]:
        """Give the rules as they are now, to be changed; what has become of them is saved before anybody else may change them.

        Raises:
            LexiconUnreadable, LexiconUnwritable: nothing was changed.
        """
        with ExitStack() as held:
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                held.enter_context(locked(self._path))
            except OSError as error:
                raise LexiconUnwritable(str(self._path), error.strerror or str(error)) from error
            before = self.rules()
            rules = list(before)
            yield rules
            if tuple(rules) != before:
                write_rules(self._path, exchange.to_json(tuple(rules)))


def write_rules(path: Path, body: bytes) -> None:
    """Write a dictionary whole or not at all.

    Raises:
        LexiconUnwritable: what was there before still is.
    """
    try:
        with whole(path) as (stream,):
            stream.write(body)
    except OSError as error:
        raise LexiconUnwritable(str(path), error.strerror or str(error)) from error


def _sorted_out(rules: tuple[Rule, ...]) -> tuple[list[Rule], list[tuple[Rule, LexiconError]]]:
    """Part the rules that can be used from those that cannot; this takes long for many, so nobody is kept waiting for it."""
    usable: list[Rule] = []
    refused: list[tuple[Rule, LexiconError]] = []
    for rule in rules:
        try:
            check(rule)
        except LexiconError as error:
            refused.append((rule, error))
        else:
            usable.append(rule)
    return usable, refused


def _merged(own: list[Rule], usable: list[Rule], refused: list[tuple[Rule, LexiconError]]) -> Imported:
    """Put rules from elsewhere into *own* and return what was done; there may be no room for all."""
    places = {rule.meaning: index for index, rule in enumerate(own)}
    added: list[Rule] = []
    changed: list[Rule] = []
    fresh = _next_id(own)
    for rule in usable:
        index = places.get(rule.meaning)
        if index is None and len(own) >= MOST:
            refused.append((rule, LexiconError("too_many", str(MOST))))
        elif index is None:
            rule = msgspec.structs.replace(rule, id=fresh)
            places[rule.meaning], fresh = len(own), fresh + 1
            own.append(rule)
            added.append(rule)
        else:
            rule = msgspec.structs.replace(rule, id=own[index].id)
            if rule != own[index]:
                own[index] = rule
                changed.append(rule)
    return Imported(tuple(added), tuple(changed), tuple(refused))


def _known(rules: Sequence[Rule], rule_id: int) -> Rule:
    found = next((rule for rule in rules if rule.id == rule_id), None)
    if found is None:
        raise LexiconError("unknown_rule", str(rule_id))
    return found


def _next_id(rules: list[Rule]) -> int:
    return max((rule.id for rule in rules), default=0) + 1
