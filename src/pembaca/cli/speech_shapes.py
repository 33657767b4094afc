"""The JSON values of scripts and rules that the command line prints: fields are added, never renamed. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from pembaca.speech.lexicon.rule import Rule
    from pembaca.speech.utterance import Script


class WordShape(Struct, frozen=True):
    """A spoken word and what is printed for it (code points of the text); ``ipa`` null where the engine cannot tell."""

    start: int
    end: int
    spoken: str
    language: str
    ipa: str | None


class UtteranceShape(Struct, frozen=True):
    """One sentence for the voice."""

    start: int
    end: int
    text: str
    spoken: str
    language: str
    words: tuple[WordShape, ...]


class RuleShape(Struct, frozen=True):
    """A rule of the person's own dictionary; ``feed`` is null where it is for every text."""

    id: int
    find: str
    say: str
    kind: str
    alphabet: str
    feed: str | None
    on: bool
    case: bool


class RemovedRuleShape(Struct, frozen=True):
    """A rule that is gone."""

    id: int
    removed: bool = True


class RefusedRuleShape(Struct, frozen=True):
    """A rule that cannot be used: why, for programs and for people."""

    find: str
    code: str
    message: str


class LexiconImportShape(Struct, frozen=True):
    """What a dictionary brought; ``changed`` took the place of rules that looked for the same."""

    added: tuple[RuleShape, ...]
    changed: tuple[RuleShape, ...]
    refused: tuple[RefusedRuleShape, ...]


class LexiconExportShape(Struct, frozen=True):
    """Where the dictionary was written to."""

    file: str
    rules: int


class ScriptShape(Struct, frozen=True):
    """What will be said, sentence by sentence."""

    language: str
    utterances: tuple[UtteranceShape, ...]


def script_shape(script: Script, sounds: Sequence[Sequence[str | None]]) -> ScriptShape:
    """Put a script into its JSON shape.

    Args:
        sounds: for each utterance the IPA of each of its words.
    """
    return ScriptShape(
        script.language,
        tuple(
            UtteranceShape(
                start=said.start,
                end=said.end,
                text=said.text,
                spoken=said.spoken,
                language=said.language,
                words=tuple(
                    WordShape(word.start, word.end, word.spoken, word.language, ipa)
                    for word, ipa in zip(said.words, heard, strict=True)
                ),
            )
            for said, heard in zip(script.utterances, sounds, strict=True)
        ),
    )


def rule_shape(rule: Rule) -> RuleShape:
    """Put a rule into its JSON shape."""
    where = rule.feed or None
    return RuleShape(rule.id, rule.find, rule.say, rule.kind, rule.alphabet, where, rule.is_on, rule.match_case)
