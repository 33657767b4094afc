"""Find English words and phrases in Indonesian text. Pure, tables ``english*``; linear.

A word is English by itself, beside an English one, or not at all; neighbours make a phrase. A sentence or a quotation
that is mostly English is English as a whole, with the names and figures in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from pembaca.document import TextSpan
from pembaca.speech.english import (
    ALONE,
    BEFORE,
    BETWEEN,
    FUNCTION_WORDS,
    INDONESIAN_WORDS,
    WITHIN,
    glued,
    has_signs,
    kind,
    names,
    phrases,
)
from pembaca.speech.firms import firms
from pembaca.speech.normalise import roman
from pembaca.speech.normalise.normaliser import INDONESIAN
from pembaca.speech.normalise.scales import is_measure
from pembaca.speech.normalise.shorts import shorts
from pembaca.speech.normalise.tables import cues
from pembaca.speech.writing import stretches, without

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LETTER: Final = re.compile(r"[^\W\d_]")
_SAID: Final = re.compile(r"[^\W_]")
_JOINTS: Final = frozenset((" ", "\u00a0", "-", "‐", "‑", "  ", " & "))
_CHUNK: Final = re.compile(r"\S+")
_ADDRESS: Final = re.compile(r"://|@|#\w|www\.|[A-Za-z0-9_-]\.[a-z]{2,}")
_QUOTED: Final = re.compile(r"[“\"‘«]([^“”\"«»\n]{12,})[”\"’»]")
_AFFIXES: Final = frozenset("an ber di i kah kan ke ku lah me mem men meng mu nge nya pe pem pen peng per pun se ter".split())
_FIGURES_BEFORE: Final = re.compile(r"[\d$€£#(][\d.,%°/:()–-]*[ \u00a0]$")
_FIGURES_BEHIND: Final = re.compile(r"(?:[ \u00a0.,(–-]{1,3}[$€£#]?\d(?:[\d.,:/–-]*\d)?%?){1,4}")
_AMOUNT: Final = re.compile(r"\d[ \u00a0]?$")
_MONEY: Final = re.compile(r"(?:[A-Z]{0,3}[$€£¥]|\b(?:Rp|RP|RM|[A-Z]{3}))\.?[ \u00a0]?\d[\d.,–-]{0,20}[ \u00a0]?$")
_DECIMAL: Final = re.compile(r"\d,\d{1,2}(?!\d)")  # a comma before decimals is Indonesian
_REACH: Final = 24
_PHRASE: Final = "phrase"
_ENOUGH: Final = 4  # English words that make a sentence English, if they are
_MOSTLY: Final = 0.7  # of its words


class _Word:
    """A printed word: where it is, what it is, and whether it follows the one before it without a stop."""

    __slots__ = ("end", "is_joined", "kind", "small", "start", "text")

    def __init__(self, match: re.Match[str], text: str, before: int) -> None:
        self.text, self.start, self.end = match[0], match.start(), match.end()
        self.small = self.text.lower().replace("’", "'")
        self.kind = kind(self.small)
        self.is_joined = text[before : self.start] in _JOINTS
        root = None if self.kind else glued(self.small)
        if root is not None:
            self.is_joined = self.is_joined and root[0] == 0
            self.start, self.end = self.start + root[0], self.start + root[1]
            self.text, self.small, self.kind = self.text[root[0] : root[1]], self.small[root[0] : root[1]], ALONE


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
    if not has_signs(_WORD.findall(text.lower().replace("’", "'"))):
        return ()
    words = _words(text)
    _mark(text, words)
    found = list(_runs(words))
    wide = _widened(text, words, found) if found else ()
    return tuple((span, "en") for given in wide for span in _without_measure(text, given))


def _without_measure(text: str, span: TextSpan) -> Iterator[TextSpan]:
    """Yield *span* without the unit or the scale that belongs to the figure before it: "20 knot", "US$1,5 billion"."""
    first = _WORD.match(text, span.start)
    before = text[max(0, span.start - _REACH) : span.start]
    if first is None or not is_measure(first[0]) or not _AMOUNT.search(before):
        yield span
    elif first.end() < span.end:
        rest = _WORD.search(text, first.end(), span.end)
        yield TextSpan(rest.start(), span.end) if rest and _MONEY.search(before) else span


def base(language: str | None) -> str:
    """Return the primary subtag in small letters; Indonesian where none is given."""
    first = (language or "").lower().replace("_", "-").partition("-")[0]
    return "id" if first in INDONESIAN else first


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    end = len(text) + 1
    for match in _WORD.finditer(text):
        words.append(_Word(match, text, end))
        end = match.end() if words[-1].end == match.end() else len(text) + 1  # nothing joins an affix
    return words


def _mark(text: str, words: list[_Word]) -> None:
    """Settle the kind of each word by its letters and its neighbours, then by the table of phrases."""
    capitals = sum(word.text.isupper() and len(word.text) > 1 for word in words)
    is_shouted = 2 * capitals > len(words)
    for index, word in enumerate(words):
        if word.kind and (_is_odd(word.text, is_shouted) or _is_affix(text, words, index) or _is_short(text, word)):
            word.kind = ""
    _mark_phrases(words)
    for index in firms(text, [TextSpan(word.start, word.end) for word in words]):
        words[index].kind = ""
    _unmark_in_names(words)
    if any(mark in text for mark in ".@#/"):
        _unmark_addresses(text, words)


def _unmark_in_names(words: list[_Word]) -> None:
    """Leave an English word alone in the middle of a name, as in "Jakarta International Stadium"; not in a headline."""
    if 4 * sum(word.text[0].isupper() for word in words) > 3 * len(words):
        return
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        around = (before, after)
        if (
            word.kind == ALONE
            and word.text[0].isupper()
            and word.is_joined
            and after.is_joined
            and all(other.text.istitle() and not other.kind for other in around)
        ):
            word.kind = ""


def _is_odd(text: str, is_shouted: bool) -> bool:
    """Whether capitals say that it is an acronym, a Roman numeral or a make."""
    if text.isupper() and len(text) > 1:
        return not is_shouted or roman.is_numeral(text)
    return text[1:] != text[1:].lower()


def _is_affix(text: str, words: list[_Word], index: int) -> bool:
    """Whether a hyphen ties it as an Indonesian affix to its neighbour: "di-review", "online-an"."""
    word = words[index]
    if word.small == "e":
        return text[word.end : word.end + 1] != "-"
    return word.small in _AFFIXES and (text[word.end : word.end + 1] == "-" or text[word.start - 1 : word.start] == "-")


def _is_short(text: str, word: _Word) -> bool:
    """Whether dots say that it is a short form: "S.Farm.", "Lamp. II"."""
    if text[word.start - 1 : word.start] == ".":
        return True
    return text[word.end : word.end + 1] == "." and word.end + 1 < len(text) and f"{word.text}." in shorts()


def _mark_phrases(words: list[_Word]) -> None:
    index, firsts = 0, phrases()
    while index < len(words):
        length = _phrase_length(words, index) if words[index].small in firsts else 0
        for word in words[index : index + length]:
            word.kind = _PHRASE if length > 1 else ALONE
        index += length or 1


def _phrase_length(words: list[_Word], index: int) -> int:
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


def _unmark_addresses(text: str, words: list[_Word]) -> None:
    index = 0
    for match in _CHUNK.finditer(text):
        if not _ADDRESS.search(text, match.start(), match.end()):
            continue
        while index < len(words) and words[index].end <= match.start():
            index += 1
        while index < len(words) and words[index].start < match.end():
            words[index].kind = ""
            index += 1


def _runs(words: list[_Word]) -> Iterator[tuple[int, int]]:
    """Yield the first and last index of each stretch of English."""
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and words[end].kind and (end == start or words[end].is_joined):
            end += 1
        if end > start:
            yield from _trimmed(words, start, end)
        start = max(end, start + 1)


def _trimmed(words: list[_Word], start: int, end: int) -> Iterator[tuple[int, int]]:
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


def _widened(text: str, words: list[_Word], found: list[tuple[int, int]]) -> Iterator[TextSpan]:
    """Yield the spans of *found*, and in their place one span of each sentence or quotation that is mostly English."""
    stretches = [(match.start(1), match.end(1)) for match in _QUOTED.finditer(text)]
    starts = [word.start for word in words]
    english = {index for first, last in found for index in range(first, last + 1)}
    wide: list[TextSpan] = []
    for start, end in ((0, len(text)), *stretches):
        first, last = bisect_left(starts, start), bisect_left(starts, end) - 1
        if (
            first < last
            and not (wide and start < wide[-1].end)
            and _is_mostly_english(text, words, range(first, last + 1), english)
        ):
            wide.append(_whole(text, words, first, last, english))
    narrow = (TextSpan(words[first].start, words[last].end) for first, last in found)
    kept = [span for span in narrow if not any(other.start <= span.start < other.end for other in wide)]
    yield from sorted(kept + wide)


def _whole(text: str, words: list[_Word], first: int, last: int, english: set[int]) -> TextSpan:
    """Return the span of an English sentence with the figures at its ends, but without Indonesian words there."""
    start, end = first, last
    while start not in english and not words[start].kind:
        start += 1
    while end not in english and not (words[end].is_joined and words[end].text[0].isupper()):
        end -= 1
    begin, stop = words[start].start, words[end].end
    if start == first:
        figures = _FIGURES_BEFORE.search(text, max(0, begin - _REACH), begin)
        begin = figures.start() if figures else begin
    if end == last:
        figures = _FIGURES_BEHIND.match(text, stop)
        stop = figures.end() if figures else stop
    return TextSpan(begin, stop)


def _is_mostly_english(text: str, words: list[_Word], inside: Sequence[int], english: set[int]) -> bool:
    stretch = [words[index] for index in inside]
    if _DECIMAL.search(text, stretch[0].start, stretch[-1].end):
        return False
    small = {word.small for word in stretch}
    if small & INDONESIAN_WORDS or small & cues("attribution"):
        return False
    count = sum(index in english or words[index].kind in (WITHIN, BETWEEN, BEFORE) for index in inside)
    unknown = sum(index not in english and words[index].text[0].isupper() for index in inside[1:])
    return count >= _ENOUGH and count >= _MOSTLY * (len(stretch) - unknown)
