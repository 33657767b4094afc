"""Cut a text into sentences, the Indonesian way. Pure, linear: one look at each mark that may end a sentence."""

from __future__ import annotations

import re
from typing import Final

from pembaca.document import Document, TextSpan
from pembaca.speech.normalise.shorts import shorts
from pembaca.speech.normalise.tables import cues, table

LONGEST: Final = 400
"""Code points after which a sentence is handed to the engine in pieces, cut at clause ends."""
_SHORTEST: Final = 120
_HARD: Final = 1000
_PARENTHESIS: Final = 200

_MARKS: Final = re.compile(r"[.!?…‽؟。]+[\"'”’»)\]›*]{0,4}|\n")
_TOKEN_BEFORE: Final = re.compile(r"[^\s(\[“‘\"«/,;]+$")
_LOWER_START: Final = re.compile(r"[a-z]{1,3}-?[A-Z]|e-[a-z]|[a-z0-9.-]{2,30}\.(?:com|id|go)\b")
_GLUED: Final = re.compile(r"[a-zà-ÿ]{3}[.!?]+[\"”’')]{0,2}$")
_NEXT: Final = re.compile(r"[\s\"'“‘«(\[•–—*-]*([^\s]?)")
_FIRST_WORD: Final = re.compile(r"[\s,]*([^\W\d_]+)")
_MARKER: Final = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]{1,2}")
_FIGURE: Final = re.compile(r"\d|[IVXLC]{1,6}(?![A-Za-z])")
_CLAUSE: Final = re.compile(r"[;:,–—)”\"]\s+(?=\S)")
_SPACE: Final = re.compile(r"\s+(?=\S)")
_CLOSERS: Final = "\"'”’»›"
_OPENERS: Final = "([\"'“‘«"


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
    while end - start > LONGEST:
        cut = _clause_end(text, start, end)
        if cut >= end:
            break
        stop = cut
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        spans.append(TextSpan(start, stop))
        start = cut
    if start < end:
        spans.append(TextSpan(start, end))


def _clause_end(text: str, start: int, end: int) -> int:
    """Return where the next piece of a long sentence begins; *end* if what is left may stay whole."""
    window = min(end, start + LONGEST)
    if end - start < LONGEST + _SHORTEST // 2:
        window = end - _SHORTEST // 2
    ends = [match.end() for match in _CLAUSE.finditer(text, start + _SHORTEST, window)]
    strong = [place for place in ends if text[place - 2] == ";"]
    if strong:
        return strong[-1]
    if ends:
        return ends[-1]
    space = _SPACE.search(text, window, min(end, start + _HARD))
    if space:
        return space.end()
    return start + _HARD if end - start > _HARD else end


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
    if match[0][-1] in _CLOSERS and _is_attribution(text, end):
        return False
    return match[0][0] != "." or match[0].startswith("..") or _dot_ends(text, start, match.start(), place)


def _is_inside(start: int, end: int, inside: tuple[TextSpan, ...]) -> bool:
    low, high = 0, len(inside)
    while low < high:
        middle = (low + high) // 2
        if inside[middle].end <= start:
            low = middle + 1
        else:
            high = middle
    return low < len(inside) and inside[low].start < start and end < inside[low].end


def _is_attribution(text: str, end: int) -> bool:
    word = _FIRST_WORD.match(text, end)
    return bool(word) and word is not None and word[1].lower() in cues("attribution")


def _is_glued_end(text: str, match: re.Match[str]) -> bool:
    """Whether a space is missing behind the end: "selesai.Kemudian"."""
    start, end = match.span()
    behind = text[max(0, start - 3) : end]
    if not _GLUED.search(behind) or not (text[end].isupper() and text[end + 1 : end + 2].islower()):
        return False
    token = _token(text, start)
    return not _is_addressed(text, start, end) and f"{token}." not in shorts()


def _is_addressed(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - 40) : end + 40]
    middle = min(start, 40)
    token = re.split(r"\s", around[:middle])[-1] + re.split(r"\s", around[middle:])[0]
    return "@" in token or "/" in token or token.lower().startswith("www.") or token.rpartition(".")[2] in table("domains")


def _dot_ends(text: str, start: int, dot: int, place: int) -> bool:
    """Decide what one dot before a capital, a figure or a quote is."""
    token = _token(text, dot)
    if _is_marker(text, start, dot) or _is_inner_marker(text, dot - len(token), token):
        return False
    first = text[place]
    short = shorts().get(token + ".") or shorts().get(token) if not token.isdigit() else None
    if short is not None:
        if text[dot + 1 : place].endswith("("):
            return False
        if "d" in short.flags or "f" in short.flags:
            return not _FIGURE.match(text, place)
        if "g" in short.flags:
            return not _is_before_degree(text, place)
        return "c" not in short.flags
    letters = token.replace(".", "")
    if len(letters) == 1 and letters.isalpha() and letters.isupper():
        return _names_a_letter(text, dot - len(token), letters)
    if re.fullmatch(r"(?:[A-Z]\.){1,4}[A-Z]", token):
        return not (first.isupper() and len(letters) == 2) or _names_a_letter(text, dot - len(token), letters)
    return True


def _is_marker(text: str, start: int, dot: int) -> bool:
    """Whether the sentence so far is but the mark of a list: "a.", "1.", "IV."."""
    while start < dot and text[start].isspace():
        start += 1
    return dot + 1 - start <= 8 and bool(_MARKER.fullmatch(text, start, dot + 1))


def _is_inner_marker(text: str, place: int, token: str) -> bool:
    """Whether "2." counts on within the sentence, as in "a. satu; b. dua; dan c. tiga"."""
    if not re.fullmatch(r"\d{1,2}|[a-z]", token):
        return False
    before = text[max(0, place - 8) : place].rstrip()
    return before.endswith((";", ":", ",")) or bool(re.search(r"[;,] (?:dan|atau|serta)$", before))


def _is_before_degree(text: str, place: int) -> bool:
    match = re.compile(r"[A-Z][A-Za-z]{0,4}\.(?:[A-Z][A-Za-z]{0,3}\.?){0,3}").match(text, place)
    return bool(match) and match is not None and match[0] in shorts()


def _names_a_letter(text: str, place: int, letters: str) -> bool:
    """Whether a lone capital is a name of a thing ("vitamin C.", "Perang Dunia I.") and no initial."""
    before = _token(text, place - 1 if place and text[place - 1].isspace() else place).lower().strip(".,")
    return before in cues("letter_name") or (letters in ("I", "V", "X") and before in cues("roman"))


def _token(text: str, end: int) -> str:
    match = _TOKEN_BEFORE.search(text[max(0, end - 32) : end])
    return match[0].lstrip(_OPENERS) if match else ""
