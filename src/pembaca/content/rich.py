"""Text with links in it, cut and joined without losing where the links stand. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from pembaca.document import Link


@dataclass(frozen=True, slots=True)
class RichText:
    """Text and its links: ascending, apart, never empty, inside the text."""

    text: str
    links: tuple[Link, ...] = ()

    def part(self, start: int, end: int) -> RichText:
        """Return the text from *start* to *end* with what it holds of the links."""
        links = (Link(max(link.start, start) - start, min(link.end, end) - start, link.url) for link in self.links)
        return RichText(self.text[start:end], tuple(link for link in links if link.start < link.end))

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
        pieces: list[RichText] = []
        at = 0
        for link in self.links:
            pieces += [RichText(self.text[at : link.start]), self.part(link.start, link.end)]
            at = link.end
        pieces.append(RichText(self.text[at:]))
        out = ""
        links: list[Link] = []
        for piece in pieces:
            text = unicodedata.normalize("NFC", re.sub(r"\s+", " ", piece.text))
            if not out or out.endswith(" "):
                text = text.lstrip(" ")
            elif piece.links and text.startswith(" "):
                out, text = out + " ", text.lstrip(" ")
            start = len(out)
            out += text
            end = len(out.rstrip(" "))
            if piece.links and start < end:
                _append(links, Link(start, end, piece.links[0].url), out)
        out = out.rstrip(" ")
        if not unicodedata.is_normalized("NFC", out):
            return RichText(unicodedata.normalize("NFC", out))  # a mark that joins across a link's end; the link gives way
        return RichText(out, tuple(links))


def _append(links: list[Link], link: Link, text: str) -> None:
    """Add a link, as one with the link before it if only space parts them: markup inside a link had cut it."""
    if links and links[-1].url == link.url and not text[links[-1].end : link.start].strip():
        link = Link(links.pop().start, link.end, link.url)
    links.append(link)


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
