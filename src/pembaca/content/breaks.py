"""Decide which line breaks of a page separate paragraphs, and which are only breaks. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from pembaca.content.rich import RichText, joined

_TWO_BREAKS: Final = re.compile(r"[^\S\n]*\n[^\S\n]*(?:\n\s*)+")
_ONE_BREAK: Final = re.compile(r"[^\S\n]*\n[^\S\n]*")
_MARK: Final = re.compile(r"(?:[-–—•·*▪◦‣○●►✓]\s|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\s)")
_SIDE_LINE: Final = re.compile(
    r"(?:\([^()]{2,120}\)\W*$|\[[^\[\]]{2,120}\]\W*$"
    r"|(?:penulis|editor|foto|teks|reporter|pewarta|fotografer|baca juga|lihat juga|humas)\b)",
    re.IGNORECASE,
)
_ENDED: Final = re.compile(r"[.!?…:;][\"'”’)\]]*$")
_LONG: Final = 100  # characters; two such lines around a break are two paragraphs


def broken_lines(rich: RichText, *, is_tight: bool, is_alone: Callable[[str], bool] = lambda line: False) -> tuple[RichText, ...]:
    """Cut *rich*, in which "\\n" stands for a ``br``, into paragraphs without line breaks.

    Args:
        is_tight: the text stood in a paragraph or item of its own, where a single break rarely ends a paragraph.
        is_alone: whether a line is no part of a paragraph (the title said again, a date), whatever stands around it.
    """
    if "\n" not in rich.text:
        line = rich.tidy()
        return (line,) if line.text else ()
    paragraphs: list[RichText] = []
    for stretch in rich.split(_TWO_BREAKS):
        lines = stretch.split(_ONE_BREAK)
        current: list[RichText] = []
        for line in lines:
            if current and _is_apart(current[-1].text, line.text, is_tight, is_alone):
                paragraphs.append(_glued(current))
                current = []
            current.append(line)
        paragraphs.append(_glued(current))
    return tuple(paragraph for paragraph in paragraphs if paragraph.text)


def _is_apart(before: str, after: str, is_tight: bool, is_alone: Callable[[str], bool]) -> bool:
    if _MARK.match(after) or _SIDE_LINE.match(after) or is_alone(before) or is_alone(after):
        return True
    if not _ENDED.search(before):
        return False
    return not is_tight or min(len(before), len(after)) >= _LONG


def _glued(lines: list[RichText]) -> RichText:
    pieces: list[RichText] = []
    for line in lines:
        pieces += [RichText(" "), line]
    return joined(pieces).tidy()
