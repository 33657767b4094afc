"""Text with links in it, cut and joined without losing where the links stand. Pure."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

import msgspec

from pembaca.document import Link


class RichText(msgspec.Struct, frozen=True):
    """Text and its links: ascending, apart, never empty, inside the text."""

    text: str
    links: tuple[Link, ...] = ()

    def part(self, start: int, end: int) -> RichText:
        """Return the text from *start* to *end* with what it holds of the links."""
        first = bisect_right(self.links, start, key=lambda link: link.end)
        last = bisect_left(self.links, end, key=lambda link: link.start)
        links = (Link(max(link.start, start) - start, min(link.end, end) - start, link.url) for link in self.links[first:last])
        return RichText(self.text[start:end], tuple(links))

    def strip(self) -> RichText:
        """Return the text without white space at its ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.part(start, max(start, len(self.text.rstrip())))

    def split(self, pattern: re.Pattern[str]) -> tuple[RichText, ...]:
        """Return the stripped pieces between the matches, empty ones left out."""
        pieces, start = [], 0
        for match in pattern.finditer(self.text):
            pieces.append(self.part(start, match.start()))
            start = match.end()
        pieces.append(self.part(start, len(self.text)))
        return tuple(piece for piece in (piece.strip() for piece in pieces) if piece.text)

    def without(self, pattern: re.Pattern[str], filling: str = " ") -> RichText:
        """Return the text with every match replaced by *filling*, tidied."""
        if not pattern.search(self.text):
            return self
        pieces, start = [], 0
        for match in pattern.finditer(self.text):
            pieces += [self.part(start, match.start()), RichText(filling)]
            start = match.end()
        pieces.append(self.part(start, len(self.text)))
        return joined(pieces).tidy()

    def tidy(self) -> RichText:
        """Return the text in NFC, each run of white space one space, none at the ends or inside a link's ends."""
        if not self.links:
            return RichText(unicodedata.normalize("NFC", " ".join(self.text.split())))
        pieces, at = [], 0
        for link in self.links:
            pieces += [(self.text[at : link.start], ""), (self.text[link.start : link.end], link.url)]
            at = link.end
        pieces.append((self.text[at:], ""))
        text, links = _tidied(pieces)
        if not unicodedata.is_normalized("NFC", text):
            return RichText(unicodedata.normalize("NFC", text))  # a mark that joins across a link's end; the link gives way
        return RichText(text, links)


def _tidied(pieces: Iterable[tuple[str, str]]) -> tuple[str, tuple[Link, ...]]:
    """Tidy pieces of (text, address or ""); in one pass, for hostile paragraphs hold fifty thousand links.

    Pieces with one address and only space between them are one link: markup inside it had cut it.
    """
    out: list[str] = []
    links: list[Link] = []
    length, is_apart, is_space = 0, True, True
    for written, url in pieces:
        text = unicodedata.normalize("NFC", re.sub(r"\s+", " ", written))
        if is_space:
            text = text.removeprefix(" ")
        elif url and text.startswith(" "):
            out.append(" ")
            length, text = length + 1, text[1:]
        end = length + len(text.rstrip(" "))
        if url and length < end:
            start = length
            if links and not is_apart and links[-1].url == url:
                start = links.pop().start
            links.append(Link(start, end, url))
            is_apart = False
        elif not url and text.strip(" "):
            is_apart = True
        if text:
            out.append(text)
            length += len(text)
            is_space = text.endswith(" ")
        elif out:
            is_space = out[-1].endswith(" ")
    return "".join(out).rstrip(" "), tuple(links)


def joined(pieces: Iterable[RichText]) -> RichText:
    """Return the pieces one after the other."""
    texts: list[str] = []
    links: list[Link] = []
    at = 0
    for piece in pieces:
        links += [Link(link.start + at, link.end + at, link.url) for link in piece.links]
        texts.append(piece.text)
        at += len(piece.text)
    return RichText("".join(texts), tuple(links))
