"""Which rule made which words of a sentence: for people who wonder why it is said so. Pure."""

from __future__ import annotations

from itertools import groupby
from typing import Final

import msgspec

from pembaca.document import TextSpan
from pembaca.speech.language import tongues
from pembaca.speech.lexicon.rewriting import NO_RULES, Lexicon
from pembaca.speech.lexicon.rule import Rule
from pembaca.speech.normalise.normaliser import normalise
from pembaca.speech.normalise.spoken import Trace
from pembaca.speech.utterance import Utterance, Word

ASIDE: Final = "structure"
OWN: Final = "lexicon"
_FOREIGN: Final = "foreign"


class Step(msgspec.Struct, frozen=True):
    """What is printed, what is said for it, and the rule that said so.

    ``rule`` is a rule's file and name ("money.before"), "foreign", OWN for one of the person's rules, which is then ``own``,
    or ASIDE for words that are not printed; ``printed`` is "" for those.
    """

    printed: str
    said: str
    rule: str
    own: Rule | None = None


def explain(utterance: Utterance, lexicon: Lexicon = NO_RULES) -> tuple[Step, ...]:
    """Return the steps in reading order; words that are said as they are printed, and in the sentence's language, are in none.

    Args:
        lexicon: the rules that the utterance was made with.
    """
    rewritten = lexicon.rewrite(utterance.text)
    language, found = tongues(rewritten.text, utterance.language)
    trace: list[Trace] = []
    normalise(rewritten.text, language, tuple(span for span, _ in found), rewritten.given, trace=trace)
    rules: list[tuple[TextSpan, str, Rule | None]] = [(change.printed, OWN, change.rule) for change in rewritten.changes]
    own = [change.printed for change in rewritten.changes]
    for entry in trace:
        span = rewritten.printed(entry.start, entry.end)
        if not any(span.start < other.end and other.start < span.end for other in own):
            rules.append((span, entry.rule, None))
    steps = [(span.start, 1, _step(utterance, span, rule, mine)) for span, rule, mine in rules]
    steps += _asides(utterance)
    said = (step for _, _, step in sorted(steps, key=lambda item: item[:2]))
    return tuple(step for step in said if step.said and (step.said != step.printed or step.rule == _FOREIGN))


def _step(utterance: Utterance, span: TextSpan, rule: str, own: Rule | None) -> Step:
    start, end = utterance.start + span.start, utterance.start + span.end
    words = (word for word in utterance.words if word.start < end and start < word.end and not word.is_aside)
    return Step(utterance.text[span.start : span.end].strip(), " ".join(map(_heard, words)), rule, own)


def _heard(word: Word) -> str:
    return f"{word.spoken} [{word.phonemes}]" if word.phonemes else word.spoken


def _asides(utterance: Utterance) -> list[tuple[int, int, Step]]:
    runs = [tuple(run) for is_aside, run in groupby(utterance.words, key=lambda word: word.is_aside) if is_aside]
    return [(run[0].start - utterance.start, 0, Step("", " ".join(map(_heard, run)), ASIDE)) for run in runs]
