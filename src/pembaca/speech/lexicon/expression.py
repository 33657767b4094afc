"""Rules as compiled expressions, with a limit of time on each look at a text. Pure; ``regex`` is loaded at the first rule.

The standard library's ``re`` cannot be stopped once it runs away; ``regex`` looks at a clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

import msgspec

from pembaca.errors import LexiconError
from pembaca.speech.lexicon.rule import Rule

LONGEST: Final = 300
"""Code points of what is looked for, and of what is said."""
_LIMIT_S: Final = 0.02
"""For one look at one sentence. An honest expression needs some 10 µs."""
_PROBE_LIMIT_S: Final = 0.05
_MOST_REPEATS: Final = 2_000
_MOST_BRACKETS: Final = 40
_RECURSION: Final = re.compile(r"\(\?(?:R\b|&|P>|[+-]?\d)")  # a group inside itself: it takes all the memory there is
_REPEAT: Final = re.compile(r"\{(\d*)(?:,(\d*))?\}")
_PHONEMES: Final = re.compile(r"[!-Z\\^-~]+(?: [!-Z\\^-~]+)*")
_ADDRESS: Final = re.compile(r"https?://[^\s/?#]+\S*")
_PROSE: Final = (
    "Menteri Hukum menandatangani UU No. 1/2023 di Jakarta, Senin (2/1/2023) pukul 09.00 WIB, senilai Rp1.500.000,00; "
    "“Kami siap,” ujarnya. Lihat www.kemenkum.go.id atau hubungi 021-5253004!"
)
_RUNS: Final = ("a", "A", "0", " ", "a ", "ab", "1.", "an", "aA", ".", "-")


class Found(msgspec.Struct, frozen=True):
    """Where a rule fits: what is printed there, and what is to be said."""

    start: int
    end: int
    say: str


class Expression:
    """One rule, ready to look. ``is_stopped`` once a look took too long: it looks no more."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.is_stopped = False
        self._needle = "" if rule.kind == "regex" else rule.find.split()[0].casefold()
        if rule.kind == "regex":
            self._pattern = self._compiled()

    @cached_property
    def _pattern(self) -> Any:
        return self._compiled()  # a word waits until it is met for the first time

    def _compiled(self) -> Any:
        import regex

        flags = regex.VERSION0 if self.rule.match_case else regex.VERSION0 | regex.IGNORECASE
        try:
            return regex.compile(_source(self.rule), flags)
        except (regex.error, RecursionError, OverflowError, MemoryError, ValueError) as error:
            place = getattr(error, "pos", None)
            raise LexiconError("bad_expression", self.rule.find, str(place + 1) if place is not None else str(error)) from error

    def find(self, text: str, folded: str, limit_s: float = _LIMIT_S) -> Iterator[Found]:
        """Find where the rule fits in *text*, in order; *folded* is the same text in small letters, for a quick no."""
        if self.is_stopped or self._needle not in folded:
            return
        is_template = self.rule.kind == "regex" and self.rule.alphabet == "letters"
        try:
            for match in self._pattern.finditer(text, timeout=limit_s):
                said = match.expand(self.rule.say) if is_template else self.rule.say
                if match.end() > match.start() and (not is_template or any(letter.isalnum() for letter in said)):
                    yield Found(match.start(), match.end(), said)  # what would leave nothing to say leaves the text alone
        except (TimeoutError, MemoryError, RecursionError):
            self.is_stopped = True

    def fits_nothing(self) -> bool:
        """Whether the rule also fits where there is no letter: it would then fit everywhere."""
        try:
            return self._pattern.match("", timeout=_PROBE_LIMIT_S) is not None
        except (TimeoutError, MemoryError, RecursionError):
            self.is_stopped = True
            return False


def check(rule: Rule) -> None:
    """Look whether a rule can be used.

    Raises:
        LexiconError: it cannot, and why: ``empty``, ``too_long``, ``unprintable``, ``bad_expression``, ``too_big``,
            ``fits_nothing``, ``runaway``, ``bad_say``, ``bad_phonemes`` or ``bad_feed``.
    """
    expression = usable(rule)
    if rule.kind == "regex":
        _try(expression)


def usable(rule: Rule) -> Expression:
    """Return a rule ready to look, after all of ``check`` that costs no time: a file may have been edited by hand.

    Raises:
        LexiconError: it cannot be used.
    """
    if rule.feed and not _ADDRESS.fullmatch(rule.feed):
        raise LexiconError("bad_feed", rule.feed)
    for text in (rule.find, rule.say):
        if not text.strip():
            raise LexiconError("empty", text)
        if len(text) > LONGEST:
            raise LexiconError("too_long", text[:40])
        if not text.isprintable():
            raise LexiconError("unprintable", text)
    if rule.alphabet == "letters" and not any(character.isalnum() for character in rule.say):
        raise LexiconError("empty", rule.say)
    if rule.alphabet == "phonemes" and not _PHONEMES.fullmatch(rule.say):
        raise LexiconError("bad_phonemes", rule.say)
    if rule.kind == "regex":
        if _repeats(rule.find) > _MOST_REPEATS or rule.find.count("(") > _MOST_BRACKETS or _RECURSION.search(rule.find):
            raise LexiconError("too_big", rule.find)
        expression = Expression(rule)
        _check_template(rule)
        return expression
    if not any(character.isalnum() for character in rule.find) and rule.alphabet == "phonemes":
        raise LexiconError("bad_phonemes", rule.find)
    return Expression(rule)


def _try(expression: Expression) -> None:
    """Look at texts on which a careless expression takes for ever, or fits where there is nothing."""
    rule = expression.rule
    if expression.fits_nothing():
        raise LexiconError("fits_nothing", rule.find)
    letters = "".join(dict.fromkeys(character for character in rule.find if character.isalnum()))[:8]
    runs = (*_RUNS, *letters, letters)
    for probe in (_PROSE, *(f"{run * (400 // len(run))}\x01!" for run in runs if run)):
        for _ in expression.find(probe, probe.casefold(), _PROBE_LIMIT_S):
            pass
        if expression.is_stopped:
            raise LexiconError("runaway", rule.find)


def _check_template(rule: Rule) -> None:
    """Look whether the groups that *say* names are there, though no text at hand fits."""
    import regex

    if rule.alphabet == "phonemes":
        return
    try:
        nothing = regex.compile(f"(?:{rule.find}\n)|").match("")
        if nothing is not None:
            nothing.expand(rule.say)
    except (regex.error, IndexError, ValueError, KeyError, MemoryError, RecursionError) as error:
        raise LexiconError("bad_say", rule.say, str(error)) from error


def _source(rule: Rule) -> str:
    if rule.kind == "regex":
        return rule.find
    words = r"[\s\u00a0]+".join(re.escape(word) for word in rule.find.split())
    if rule.kind == "part":
        return words
    first, last = rule.find.strip()[0], rule.find.strip()[-1]
    before = r"(?<![^\W_])" if first.isalnum() else ""
    return before + words + (r"(?![^\W_])" if last.isalnum() else "")


def _repeats(pattern: str) -> int:
    """Return how often the innermost thing may be repeated by counts, at most: they multiply."""
    product = 1
    for low, high in _REPEAT.findall(pattern):
        product *= max(1, int(low or 0), int(high or 0)) if len(low) < 6 and len(high) < 6 else _MOST_REPEATS + 1
    return product
