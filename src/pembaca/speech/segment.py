"""Cut a text into sentences, the Indonesian way. Pure, linear: one look at each mark that may end a sentence."""

from __future__ import annotations

import re
from typing import Final

from pembaca.document import Document, TextSpan
from pembaca.patterns import late
from pembaca.speech import dots
from pembaca.speech.clauses import cuts
from pembaca.speech.normalise.shorts import shorts
from pembaca.speech.normalise.tables import cues, table

LONGEST: Final = 1000
"""Code points that no sentence of real prose has: a longer one is handed on in pieces that end with a clause."""
_PARENTHESIS: Final = 200

_MARKS: Final = late(r"[.!?…‽؟。]+[\"'”’»)\]›*]{0,4}(?:\s\(\*{1,3}\))?|\n")
_LOWER_START: Final = late(r"[a-z]{1,3}-?[A-Z]|e-[a-z]|[a-z0-9.-]{2,30}\.(?:com|id|go)\b|[a-z]\)\s|[a-z]\.\s+[A-Z]")
_GLUED: Final = late(r"[a-zà-ÿ]{3}[.!?]+[\"”’')]{0,2}$")
_NEXT: Final = late(r"[\s\"'“‘«(\[•–—*-]*([^\s]?)")
_FIRST_WORD: Final = late(r"[\s,]*([^\W\d_]+)(?!-)")
_SOURCE: Final = late(r"\s\([^()\n]{2,60}\)\.")
_ZONE: Final = late(r"WI(?:B|TA|T)\b")
_CLOSERS: Final = "\"'”’»›"
_GLUING: Final = "“‘«"


def count_sentences(document: Document) -> int:
    """Return how many sentences a script of *document* will have, but for those without a word; costs a tenth of one."""
    text = document.text
    return sum(len(sentences(text[part.span.start : part.span.end])) for part in document.parts())


def sentences(text: str) -> tuple[TextSpan, ...]:
    """Cut *text*.

    Returns:
        Ascending spans that neither begin nor end with white space; only white space lies outside them. A line break
        ends a sentence; one longer than ``LONGEST`` comes in several spans, cut behind a clause.
    """
    spans: list[TextSpan] = []
    start = 0
    inside = _in_parentheses(text)
    for match in _MARKS.finditer(text):
        end = match.end()
        if end <= start:
            continue
        if match[0] == "\n" or _ends(text, start, match, inside):
            _add(text, start, end, spans)
            start = end
    _add(text, start, len(text), spans)
    return tuple(spans)


def _add(text: str, start: int, end: int, spans: list[TextSpan]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start > LONGEST:
        first = start
        for cut in cuts(text[first:end], LONGEST):
            stop = first + cut
            while text[stop - 1].isspace():
                stop -= 1
            spans.append(TextSpan(start, stop))
            start = first + cut
    if start < end:
        spans.append(TextSpan(start, end))


def _in_parentheses(text: str) -> tuple[TextSpan, ...]:
    """Find short bracketed remarks, ascending; nothing is cut inside them."""
    return tuple(
        TextSpan(match.start(), match.end()) for match in re.finditer(rf"\([^()\n]{{0,{_PARENTHESIS}}}\)", text) if match.start()
    )


def _ends(text: str, start: int, match: re.Match[str], inside: tuple[TextSpan, ...]) -> bool:
    end = match.end()
    if end >= len(text):
        return True
    if not text[end].isspace():
        return _is_glued_end(text, match)
    if _is_inside(match.start(), end, inside):
        return False
    following = _NEXT.match(text, end)
    first = following[1] if following else ""
    if not first:
        return True
    place = following.start(1) if following else end
    if first.islower() and not _LOWER_START.match(text, place):
        return False
    if first in ".…" or _ZONE.match(text, place) or (match[0][-1] in _CLOSERS and _is_attribution(text, end, match[0])):
        return False
    if match[0][0] == "!" and _is_brand(text, start, match.start(), place):
        return False
    if match[0][-1] in _CLOSERS and _SOURCE.match(text, end):
        return False
    if ")" in match[0] and _opens_within(text, start, match.start()):
        return False
    return match[0][0] != "." or match[0].startswith("..") or dots.ends(text, start, match.start(), place)


def _is_inside(start: int, end: int, inside: tuple[TextSpan, ...]) -> bool:
    low, high = 0, len(inside)
    while low < high:
        middle = (low + high) // 2
        if inside[middle].end <= start:
            low = middle + 1
        else:
            high = middle
    return low < len(inside) and inside[low].start < start and end < inside[low].end


def _opens_within(text: str, start: int, dot: int) -> bool:
    """Whether the bracket that closes behind *dot* was opened in the middle of the sentence, which goes on behind it."""
    opening = text.rfind("(", max(start, dot - _PARENTHESIS), dot)
    return opening > start and not text[start:opening].isspace()


def _is_attribution(text: str, end: int, mark: str) -> bool:
    """Whether "kata Bima" follows the quote; behind a full stop only in small letters, else "Demikian" begins a sentence."""
    word = _FIRST_WORD.match(text, end)
    if word is None or word[1].lower() not in cues("attribution"):
        return False
    return mark[0] != "." or word[1].lower() not in ("demikian", "begitu")


def _is_brand(text: str, start: int, mark: int, place: int) -> bool:
    """Whether the mark belongs to a name as "SP4N-LAPOR!" and the sentence goes on; one that begins it is a call."""
    token = dots.token_before(text, mark)
    if mark - len(token) <= start or token.rpartition("-")[2].lower() not in cues("brand") or token.islower():
        return False
    word = _FIRST_WORD.match(text, place)
    return word is None or table("sentences").get(word[1]) != "starter"


def _is_glued_end(text: str, match: re.Match[str]) -> bool:
    """Whether a space is missing behind the end: "selesai.Kemudian"."""
    start, end = match.span()
    behind = text[max(0, start - 3) : end]
    place = end + 1 if text[end] in _GLUING else end
    if not _GLUED.search(behind) or not (text[place : place + 1].isupper() and text[place + 1 : place + 2].islower()):
        return False
    token = dots.token_before(text, start)
    return not _is_addressed(text, start, end) and f"{token}." not in shorts()


def _is_addressed(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - 40) : end + 40]
    middle = min(start, 40)
    token = re.split(r"\s", around[:middle])[-1] + re.split(r"\s", around[middle:])[0]
    return "@" in token or "/" in token or token.lower().startswith("www.") or token.rpartition(".")[2] in table("domains")
