"""Read markup that is nothing but paragraphs with plain emphasis and links, without a parser. Anything else is left to one."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Callable
from typing import Final

from pembaca.content.addresses import link_address
from pembaca.content.breaks import broken_lines
from pembaca.content.junk import is_junk
from pembaca.content.labels import labelled
from pembaca.content.rich import RichText, joined
from pembaca.document import Link, Paragraph
from pembaca.plain import one_line, visible

_TAG: Final = re.compile(r"<(/?)(p|br|strong|em|b|i|u|a|span)((?:\s[^<>]*)?)>")
_HARMLESS: Final = re.compile(r"(?:\s+(?:style=\"(?:text-align|font-weight|color|line-height)\s*:[^\"<>;]*;?\"|dir=\"ltr\"))*\s*")
_BREAK: Final = re.compile(r"\s*/?")
_HREF: Final = re.compile(
    r"\s+href=(?P<quote>[\"'])(?P<href>[^\"'<>&]*)(?P=quote)(?:\s+(?:target|rel|title)=(?:\"[^\"<>]*\"|'[^'<>]*'))*\s*"
)
_STRANGE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def simple_paragraphs(markup: str, base: str, is_alone: Callable[[str], bool] = is_junk) -> tuple[Paragraph, ...] | None:
    """Return the paragraphs of *markup* exactly as the builder makes them, or None if there is anything else in it."""
    if _STRANGE.search(markup):
        return None
    if "<" not in markup:
        return _plain(entities.unescape(markup) if "&" in markup else markup)
    parts = _TAG.split(markup)
    if len(parts) < 5:
        return None
    paragraphs: list[Paragraph] = []
    pieces: list[str | RichText] = []
    stack: list[str] = []
    url, is_plain = "", True
    for at in range(0, len(parts), 4):
        text = parts[at]
        if text and ("<" in text or (not stack and text.strip())):
            return None
        if text and stack:
            text = entities.unescape(text) if "&" in text else text
            pieces.append(_linked(text, url) if url else text)
        if at + 1 == len(parts):
            break
        slash, name, attributes = parts[at + 1 : at + 4]
        if slash:
            if not stack or stack.pop() != name or attributes:
                return None
            if name == "p":
                paragraphs += _plain("".join(pieces)) if is_plain else _rich(pieces, is_alone)  # type: ignore[arg-type]
                pieces, is_plain = [], True
            elif name == "a":
                url = ""
        elif name == "br":
            if not stack or not _BREAK.fullmatch(attributes):
                return None
            pieces.append(RichText("\n"))
            is_plain = False
        elif name == "a":
            match = _HREF.fullmatch(attributes)
            if match is None or not stack or "a" in stack:
                return None
            url = link_address(match["href"], base)
            if not url:
                return None
            is_plain = False
            stack.append(name)
        elif (name == "p") == bool(stack) or (attributes and not _HARMLESS.fullmatch(attributes)):
            return None
        else:
            stack.append(name)
    return None if stack else tuple(paragraphs)


def _linked(text: str, url: str) -> RichText:
    narrow = _narrow(text)
    return RichText(narrow, (Link(0, len(narrow), url),) if narrow else ())


def _plain(text: str) -> tuple[Paragraph, ...]:
    line = one_line(text)
    return (Paragraph(line),) if line else ()


def _rich(pieces: list[str | RichText], is_alone: Callable[[str], bool]) -> tuple[Paragraph, ...]:
    rich = joined(piece if isinstance(piece, RichText) else RichText(_narrow(piece)) for piece in pieces)
    return tuple(
        Paragraph(line.text, None, line.links) for line in map(labelled, broken_lines(rich, is_tight=True, is_alone=is_alone))
    )


def _narrow(text: str) -> str:
    """Make every run of white space one space, at the ends too."""
    return " ".join(("x" + visible(text) + "x").split())[1:-1]
