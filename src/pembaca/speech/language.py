"""Find English words and phrases in Indonesian text. Pure, tables ``english*``; linear.

A word is English by itself, beside an English one, or not at all; neighbours make a phrase. A sentence or a quotation
that is mostly English is English as a whole, with the names and figures in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pembaca.document import TextSpan
from pembaca.speech.english import (
    ALONE,
    BEFORE,
    BETWEEN,
    FUNCTION_WORDS,
    WITHIN,
    has_signs,
    names,
    phrases,
)
from pembaca.speech.firms import firms
from pembaca.speech.normalise import roman
from pembaca.speech.normalise.normaliser import INDONESIAN
from pembaca.speech.normalise.scales import is_measure
from pembaca.speech.normalise.shorts import shorts
from pembaca.speech.passages import widened
from pembaca.speech.printed import WORD, PrintedWord, printed_words
from pembaca.speech.writing import stretches, without

_LETTER: Final = re.compile(r"[^\W\d_]")
_SAID: Final = re.compile(r"[^\W_]")
_CHUNK: Final = re.compile(r"\S+")
_ADDRESS: Final = re.compile(r"://|@|#\w|www\.|[A-Za-z0-9_-]\.[a-z]{2,}")
_AFFIXES: Final = frozenset("an ber di i kah kan ke ku lah me mem men meng mu nge nya pe pem pen peng per pun se ter".split())
_AMOUNT: Final = re.compile(r"\d[ \u00a0]?$")
_MONEY: Final = re.compile(r"(?:[A-Z]{0,3}[$€£¥]|\b(?:Rp|RP|RM|[A-Z]{3}))\.?[ \u00a0]?\d[\d.,–-]{0,20}[ \u00a0]?$")
_REACH: Final = 24
_PHRASE: Final = "phrase"


def tongues(text: str, language: str = "id") -> tuple[str, tuple[tuple[TextSpan, str], ...]]:
    """Return the language of a sentence and the stretches of it in another: one that is all English is English."""
    found = spans(text, language)
    if len(found) == 1 and not _SAID.search(text[: found[0][0].start] + text[found[0][0].end :]):
        return found[0][1], ()
    if found and found[0][1] != "en" and _is_all_of_one(text, found):
        return found[0][1], ()
    return language, found


def _is_all_of_one(text: str, found: Sequence[tuple[TextSpan, str]]) -> bool:
    """Whether no letter lies outside the stretches, all in one language; figures and marks may."""
    if any(tongue != found[0][1] for _, tongue in found):
        return False
    whole = TextSpan(0, len(text))
    return not any(_LETTER.search(text, piece.start, piece.end) for piece in without(whole, tuple(found)))


def spans(text: str, language: str = "id") -> tuple[tuple[TextSpan, str], ...]:
    """Find the stretches that another voice than that of *language* should say, with their language.

    Returns:
        Ascending spans of words, or of the root in a word with Indonesian affixes; neighbours in the same language are one
        span. In text that is not Indonesian only stretches in other letters than the Latin.
    """
    main = base(language)
    lettered = tuple((span, tongue) for span, tongue in stretches(text) if tongue != main)
    english = _english(text) if main == "id" else ()
    if not lettered or not english:
        return lettered or english
    left = tuple(
        (piece, tongue)
        for span, tongue in english
        for piece in without(span, lettered)
        if _SAID.search(text, piece.start, piece.end)
    )
    return tuple(sorted((*lettered, *left), key=lambda found: found[0].start))


def _english(text: str) -> tuple[tuple[TextSpan, str], ...]:
    if not has_signs(WORD.findall(text.lower().replace("’", "'"))):
        return ()
    words = printed_words(text)
    _mark(text, words)
    found = list(_runs(words))
    wide = widened(text, words, found) if found else ()
    return tuple((span, "en") for given in wide for span in _without_measure(text, given))


def _without_measure(text: str, span: TextSpan) -> Iterator[TextSpan]:
    """Yield *span* without the unit or the scale that belongs to the figure before it: "20 knot", "US$1,5 billion"."""
    first = WORD.match(text, span.start)
    before = text[max(0, span.start - _REACH) : span.start]
    if first is None or not is_measure(first[0]) or not _AMOUNT.search(before):
        yield span
    elif first.end() < span.end:
        rest = WORD.search(text, first.end(), span.end)
        yield TextSpan(rest.start(), span.end) if rest and _MONEY.search(before) else span


def base(language: str | None) -> str:
    """Return the primary subtag in small letters; Indonesian where none is given."""
    first = (language or "").lower().replace("_", "-").partition("-")[0]
    return "id" if first in INDONESIAN else first


def _mark(text: str, words: list[PrintedWord]) -> None:
    """Settle the kind of each word by its letters and its neighbours, then by the table of phrases."""
    capitals = sum(word.text.isupper() and len(word.text) > 1 for word in words)
    is_shouted = 2 * capitals > len(words)
    for index, word in enumerate(words):
        if word.kind and (_is_odd(word.text, is_shouted) or _is_affix(text, words, index) or _is_short(text, word)):
            word.kind = ""
    _mark_phrases(words)
    for index in firms(text, words):
        words[index].kind = ""
    _unmark_in_names(words)
    if any(mark in text for mark in ".@#/"):
        _unmark_addresses(text, words)


def _unmark_in_names(words: list[PrintedWord]) -> None:
    """Leave an English word alone in the middle of a name, as in "Jakarta International Stadium"; not in a headline."""
    inner = range(1, len(words) - 1)
    found = [index for index in inner if words[index].kind == ALONE and words[index].is_joined and words[index].text[0].isupper()]
    if not found or 4 * sum(word.text[0].isupper() for word in words) > 3 * len(words):
        return
    for index in found:
        before, after = words[index - 1], words[index + 1]
        if after.is_joined and all(other.text.istitle() and not other.kind for other in (before, after)):
            words[index].kind = ""


def _is_odd(text: str, is_shouted: bool) -> bool:
    """Whether capitals say that it is an acronym, a Roman numeral or a make."""
    if text.isupper() and len(text) > 1:
        return not is_shouted or roman.is_numeral(text)
    return text[1:] != text[1:].lower()


def _is_affix(text: str, words: list[PrintedWord], index: int) -> bool:
    """Whether a hyphen ties it as an Indonesian affix to its neighbour: "di-review", "online-an"."""
    word = words[index]
    if word.small == "e":
        return text[word.end : word.end + 1] != "-"
    return word.small in _AFFIXES and (text[word.end : word.end + 1] == "-" or text[word.start - 1 : word.start] == "-")


def _is_short(text: str, word: PrintedWord) -> bool:
    """Whether dots say that it is a short form: "S.Farm.", "Lamp. II"."""
    if text[word.start - 1 : word.start] == ".":
        return True
    return text[word.end : word.end + 1] == "." and word.end + 1 < len(text) and f"{word.text}." in shorts()


def _mark_phrases(words: list[PrintedWord]) -> None:
    index, firsts = 0, phrases()
    while index < len(words):
        length = _phrase_length(words, index) if words[index].small in firsts else 0
        for word in words[index : index + length]:
            word.kind = _PHRASE if length > 1 else ALONE
        index += length or 1


def _phrase_length(words: list[PrintedWord], index: int) -> int:
    """Return how many words from *index* on are English by the table of phrases; 0 if none."""
    for phrase in phrases()[words[index].small]:
        stretch = words[index : index + len(phrase)]
        if (
            len(stretch) == len(phrase)
            and all(word.small == wanted for word, wanted in zip(stretch, phrase, strict=True))
            and all(word.is_joined for word in stretch[1:])
        ):
            return 0 if len(phrase) == 1 and words[index].text.isupper() and not words[index].kind else len(phrase)
    return 0


def _unmark_addresses(text: str, words: list[PrintedWord]) -> None:
    index = 0
    for match in _CHUNK.finditer(text):
        if not _ADDRESS.search(text, match.start(), match.end()):
            continue
        while index < len(words) and words[index].end <= match.start():
            index += 1
        while index < len(words) and words[index].start < match.end():
            words[index].kind = ""
            index += 1


def _runs(words: list[PrintedWord]) -> Iterator[tuple[int, int]]:
    """Yield the first and last index of each stretch of English."""
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and words[end].kind and (end == start or words[end].is_joined):
            end += 1
        if end > start:
            yield from _trimmed(words, start, end)
        start = max(end, start + 1)


def _trimmed(words: list[PrintedWord], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Take off what is Indonesian at the edges of a stretch, and leave out what is none or a name."""
    while start < end and (words[start].kind == BETWEEN or words[start].small in ("of", "and", "or")):
        start += 1
    while start < end and words[end - 1].kind in (BETWEEN, BEFORE):
        end -= 1
    while start < end and words[end - 1].kind == WITHIN and words[end - 1].small in FUNCTION_WORDS:
        end -= 1
    stretch = words[start:end]
    is_sure = any(word.kind in (ALONE, _PHRASE) for word in stretch)
    if not is_sure and sum(word.kind == WITHIN for word in stretch) < 2:
        return
    if all(word.kind != _PHRASE and word.text[0].isupper() and word.small in names() for word in stretch):
        return
    yield start, end - 1
