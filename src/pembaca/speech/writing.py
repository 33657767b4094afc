"""Tell the language of letters that are not Latin: "سلام" is Arabic, "三" Chinese. Pure, linear.

A letter that formulas use ("α", "µ") stands for its name and is no language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pembaca.document import TextSpan
from pembaca.speech.normalise.line import COMBINING

_LETTERS: Final = {
    "el": "\u0370-\u03e1\u03f0-\u03ff\u1f00-\u1fff",
    "ru": "\u0400-\u052f",
    "hy": "\u0531-\u0556\u0561-\u0587",
    "he": "\u05d0-\u05ea",
    "ar": "\u0620-\u064a\u066e-\u06d3\u06d5\u0750-\u077f\u08a0-\u08b4\ufb50-\ufdff\ufe70-\ufefc",
    "hi": "\u0904-\u0939\u0958-\u0961",
    "bn": "\u0985-\u09b9",
    "ta": "\u0b85-\u0bb9",
    "th": "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46",
    "my": "\u1000-\u102a",
    "ka": "\u10a0-\u10fa",
    "ko": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3",
    "km": "\u1780-\u17a2",
    "jv": "\ua984-\ua9b2",
    "ja": "\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d",
    "zh": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff",
}
_ANY: Final = re.compile(f"[{''.join(_LETTERS.values())}]")
_KANA: Final = re.compile(f"[{_LETTERS['ja']}]")
_BETWEEN: Final = r"[ \u00a0\u060c\u061b\u061f\u06d4\u3001\u3002\u30fb.,:;!?'\"()«»–\d%-]{1,16}"
_FORMULA: Final = "el"


def _pattern() -> re.Pattern[str]:
    """Return one group a language, each a stretch of words in its letters."""
    groups = []
    for language, letters in _LETTERS.items():
        if language in ("ja", "zh"):
            letters = _LETTERS["ja"] + _LETTERS["zh"]
        word = f"[{letters}][{letters}{COMBINING}]{'++' if language == _FORMULA else '*+'}"
        groups.append(f"(?P<{language}>{word}(?:{_BETWEEN}{word})*)")  # not possessive: Python before 3.11.5 takes too much
    return re.compile("|".join(groups))


_STRETCH: Final = _pattern()


def stretches(text: str) -> Iterator[tuple[TextSpan, str]]:
    """Yield the stretches in letters that are not Latin, ascending, with the language they are likely in."""
    if text.isascii() or not _ANY.search(text):
        return
    for match in _STRETCH.finditer(text):
        language = match.lastgroup or ""
        if language in ("ja", "zh"):
            language = "ja" if _KANA.search(match[0]) else "zh"
        yield TextSpan(match.start(), match.end()), language


def without(span: TextSpan, others: tuple[tuple[TextSpan, str], ...]) -> Iterator[TextSpan]:
    """Yield what is left of *span* beside *others*, which ascend."""
    start = span.start
    for other, _ in others:
        if other.end > start and other.start < span.end:
            if start < other.start:
                yield TextSpan(start, other.start)
            start = other.end
    if start < span.end:
        yield TextSpan(start, span.end)
