"""E-mail and web addresses, handles and tags: said mark by mark. Pure, table ``domains``."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from pembaca.speech.normalise.acronyms import say_capitals
from pembaca.speech.normalise.letters import spell
from pembaca.speech.normalise.line import Line
from pembaca.speech.normalise.numbers import cardinal, digits
from pembaca.speech.normalise.spoken import Reading, Say
from pembaca.speech.normalise.tables import table

_SCHEME: Final = re.compile(r"(?:https?://|ftp://|mailto:)", re.IGNORECASE)
_HOST: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+@-]{1,250}")
_TAIL: Final = re.compile(r"(?::\d{1,5})?(?:[/?#][^\s<>\"'()\[\]{}|\\^\u200b]{0,500})?")
_HANDLE: Final = re.compile(r"([@#])([A-Za-z0-9_][A-Za-z0-9_.]{0,60})")
_MONEY: Final = re.compile(r"Rp\d|Rp\.|\d")
_PART: Final = re.compile(r"([A-Za-z]+)|([0-9]+)|(.)")
_MARKS: Final = {
    ".": "titik", "@": "at", "/": "garis miring", "-": "strip", "_": "garis bawah", "?": "tanda tanya", "=": "sama dengan",
    "&": "dan", ":": "titik dua", "#": "tagar", "%": "persen", "+": "plus", "~": "tilde",
}  # fmt: skip
_LONGEST_FIGURE: Final = 4


def read(line: Line, position: int) -> Reading | None:
    """Read "rohumas@kemenkumham.go.id", "www.kemenkum.go.id/berita", "https://…" (the scheme is shown, not said)."""
    scheme = _SCHEME.match(line.text, position)
    start = scheme.end() if scheme else position
    host = _HOST.match(line.text, start)
    if host is None:
        return None
    name = host[0].rstrip(".-_%+@")
    end = start + len(name)
    if not scheme and not _is_address(name, line.text[end : end + 1] == "/"):
        return None
    tail = _TAIL.match(line.text, end)
    if tail and "@" not in name:
        end += len(tail[0].rstrip(".,;:!?/-#"))
    if line.text[end : end + 1] == "/":
        end += 1
    said = line.text[start:end].rstrip("/")
    return Reading(end, (Say(_words(said), position, end),))


def handle(line: Line, position: int) -> Reading | None:
    """Read "@kemenkumham" and "#IndonesiaMaju"."""
    match = _HANDLE.match(line.text, position)
    if match is None or (match[1] == "@" and _MONEY.match(match[2])):
        return None
    name = match[2].rstrip(".")
    if match[1] == "#":
        name = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", name)
    words = " ".join(_word_of_tag(part) if match[1] == "#" else _words(part) for part in name.split())
    end = match.start(2) + len(match[2].rstrip("."))
    sign = "at" if match[1] == "@" else "tagar"
    name_alone = (Say(words, position + 1, end),)
    if sign == "tagar" and line.word_before(position) in (sign, "hashtag"):
        return Reading(end, name_alone)
    return Reading(end, (Say(sign, position, position + 1), *name_alone))


def _word_of_tag(part: str) -> str:
    return say_capitals(part, is_shouted=False) if part.isascii() and part.isalpha() and part.isupper() else _words(part)


def _is_address(name: str, is_followed: bool = False) -> bool:
    if "@" in name:
        user, _, host = name.partition("@")
        return bool(user) and "." in host
    if "." not in name or ".." in name:
        return False
    if name.lower().startswith("www."):
        return True
    labels = name.split(".")
    return (
        labels[-1].islower()
        and labels[-1] in _tops()
        and (len(labels[-2]) > 1 or is_followed)
        and not labels[-2].isdigit()
        and name[0].isalnum()
    )


@cache
def _tops() -> frozenset[str]:
    return frozenset(table("domains"))


def _words(printed: str) -> str:
    words: list[str] = []
    for letters, figures, mark in _PART.findall(printed):
        if letters:
            words.append(_letters(letters))
        elif figures:
            words.append(cardinal(figures) if len(figures) <= _LONGEST_FIGURE else digits(figures))
        else:
            words.append(_MARKS.get(mark, ""))
    return " ".join(word for word in words if word)


def _letters(letters: str) -> str:
    known = table("domains").get(letters.lower())
    if known and known != "=":
        return known
    if len(letters) == 1 or (len(letters) > 1 and not re.search("[aeiouAEIOU]", letters)):
        return spell(letters)
    return letters.lower() if letters.isupper() else letters
