"""Walk a clean tree and build the blocks of a document. Nothing of the markup gets past here but text and addresses."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import lxml.etree

from pembaca.content.addresses import image_address, link_address
from pembaca.content.alt import real_alt
from pembaca.content.breaks import broken_lines
from pembaca.content.junk import is_junk
from pembaca.content.labels import labelled
from pembaca.content.language import primary
from pembaca.content.noise import is_noise, is_related_list
from pembaca.content.rich import RichText, joined
from pembaca.content.tables import is_data_table, read_table
from pembaca.content.tree import BLOCKS, Element, classes, text_lengths
from pembaca.document import Block, Heading, Image, Link, ListItem, Paragraph, Preformatted, Quote
from pembaca.plain import visible

_HEADINGS: Final = {f"h{level}": max(2, level) for level in range(1, 7)}
_TIGHT: Final = frozenset({"p", "li", "dd", "dt", "figcaption", "caption", "td", "th", *_HEADINGS})  # a single br is a space here
_TINY: Final = 2  # pixels; a tracker
_ICON: Final = 32
_LARGE_HEADER: Final = 0.4  # of the article's text
_SENTENCE: Final = 80  # characters


@dataclass(slots=True)
class _List:
    """A list being read: the number of its next item, or None with bullets."""

    next: int | None
    step: int = 1


@dataclass(slots=True)
class _Item:
    """A list item being read; only its first paragraph is the item."""

    number: int | None
    depth: int
    is_used: bool = False


@dataclass(slots=True)
class _Inline:
    """What has been read of the current paragraph."""

    pieces: list[RichText] = field(default_factory=list)
    languages: set[str | None] = field(default_factory=set)
    images: list[Image] = field(default_factory=list)


def build_blocks(root: Element, base: str, *, title: str = "", language: str | None = None) -> tuple[Block, ...]:
    """Return the blocks of the article under *root*, in reading order.

    Args:
        base: absolute address that relative ones are relative to.
        language: of the document; a block names its language only if it is another.
    """
    return _Builder(root, base, title, primary(language)).build()


def read_image(element: Element, base: str, title: str = "") -> Image | None:
    """Return the picture of an ``img``; None for icons, portraits of authors, trackers and what has no harmless address."""
    address = image_address({str(name): str(value) for name, value in element.attrib.items()}, base)
    width, height = _whole(element.get("width"), _ICON + 1), _whole(element.get("height"), _ICON + 1)
    is_small = min(width, height) <= _TINY or max(width, height) <= _ICON
    if not address or is_small or "avatar" in classes(element):
        return None
    return Image(address, real_alt(element.get("alt", ""), address, title))


class _Builder:
    def __init__(self, root: Element, base: str, title: str, language: str | None) -> None:
        self._root, self._base, self._title, self._language = root, base, title, language
        self._squeezed_title = _squeeze(title)
        self._lengths = text_lengths(root)
        self._length = self._lengths[root]
        self._blocks: list[Block] = []
        self._inline = _Inline()
        self._links: list[str] = []
        self._languages: list[str | None] = [None]
        self._tags: list[str] = []
        self._lists: list[_List] = []
        self._items: list[_Item] = []
        self._headers: list[int] = []
        self._quotes = 0
        self._seen: set[str] = set()

    def build(self) -> tuple[Block, ...]:
        walker = lxml.etree.iterwalk(self._root, events=("start", "end"))
        skipped: Element | None = None
        for event, element in walker:
            if event == "start":
                if self._take_whole(element):
                    skipped = element
                    walker.skip_subtree()
                else:
                    self._open(element)
            else:
                if element is skipped:
                    skipped = None
                else:
                    self._close(element)
                if element is not self._root and element.tail:
                    self._add(element.tail)
        self._flush()
        return tuple(self._blocks)

    def _take_whole(self, element: Element) -> bool:
        """Deal with what is no running text, and say whether the walk may pass it over."""
        tag = element.tag
        if not isinstance(tag, str):
            return True
        if element is self._root:
            return False
        whole: dict[str, Callable[[Element], None]] = {"img": self._image, "pre": self._preformatted, "hr": self._break_off}
        if tag in whole:
            whole[tag](element)
            return True
        if tag == "br":
            self._inline.pieces.append(RichText("\n"))
            return True
        if is_noise(element, self._lengths[element], self._length) or (tag in ("ul", "ol") and is_related_list(element)):
            if tag in BLOCKS:
                self._flush()
            return True
        if tag == "table" and is_data_table(element):
            self._table(element)
            return True
        return False

    def _open(self, element: Element) -> None:
        tag = str(element.tag)
        if tag in BLOCKS:
            self._flush()
            self._tags.append(tag)
        self._languages.append(primary(element.get("lang")) or self._languages[-1])
        match tag:
            case "a":
                self._links.append(link_address(element.get("href", ""), self._base))
            case "ol":
                self._lists.append(_ordered(element))
            case "ul" | "dir":
                self._lists.append(_List(None))
            case "li":
                self._items.append(self._item(element))
            case "blockquote":
                self._quotes += 1
            case "header":
                self._headers.append(len(self._blocks))
            case "q":
                self._add("“")
            case _:
                pass
        if element.text:
            self._add(element.text)

    def _close(self, element: Element) -> None:
        tag = str(element.tag)
        if tag == "q":
            self._add("”")
        if tag in BLOCKS:
            self._flush()
            self._tags.pop()
        self._languages.pop()
        match tag:
            case "a":
                self._links.pop()
            case "ol" | "ul" | "dir":
                self._lists.pop()
            case "li":
                self._items.pop()
            case "blockquote":
                self._quotes -= 1
            case "header":
                self._thin_out(self._headers.pop(), element)
            case _:
                pass

    def _add(self, text: str) -> None:
        text = " ".join(("x" + visible(text) + "x").split())[1:-1]
        if not text:
            return
        url = self._links[-1] if self._links else ""
        self._inline.pieces.append(RichText(text, (Link(0, len(text), url),) if url else ()))
        if text.strip():
            self._inline.languages.add(self._languages[-1])

    def _flush(self) -> None:
        if not self._inline.pieces and not self._inline.images:
            return
        inline, self._inline = self._inline, _Inline()
        language = next(iter(inline.languages)) if len(inline.languages) == 1 else None
        if language == self._language:
            language = None
        is_tight = bool(self._tags) and self._tags[-1] in _TIGHT
        for line in broken_lines(joined(inline.pieces), is_tight=is_tight, is_alone=self._is_alone):
            self._blocks.append(self._block(labelled(line), language))
        self._blocks += inline.images

    def _block(self, line: RichText, language: str | None) -> Block:
        heading = next((tag for tag in reversed(self._tags) if tag in _HEADINGS), None)
        if heading and not self._items:
            return Heading(line.text, _HEADINGS[heading], language, line.links)
        if self._items and not self._items[-1].is_used:
            self._items[-1].is_used = True
            return ListItem(line.text, self._items[-1].depth, self._items[-1].number, language, line.links)
        if self._quotes:
            return Quote(line.text, language, line.links)
        return Paragraph(line.text, language, line.links)

    def _is_alone(self, line: str) -> bool:
        """Whether a line between two breaks is no part of a paragraph: the title said again, a date, a counter."""
        return is_junk(line) or (bool(self._title) and _squeeze(line) == self._squeezed_title)

    def _item(self, element: Element) -> _Item:
        current = self._lists[-1] if self._lists else _List(None)
        number = current.next
        if number is not None:
            number = _whole(element.get("value"), number)
            current.next = number + current.step
        return _Item(number, max(1, len(self._lists)))

    def _image(self, element: Element) -> None:
        names = classes(element)
        alt = element.get("alt", "")
        if names & {"emoji", "wp-smiley", "joypixels"} and 0 < len(alt) <= 8:
            self._add(alt)
            return
        image = read_image(element, self._base, self._title)
        if image is None or image.url in self._seen:
            return
        self._seen.add(image.url)
        if any(piece.text.strip() for piece in self._inline.pieces):
            self._inline.images.append(image)
        else:
            self._blocks.append(image)

    def _preformatted(self, element: Element) -> None:
        self._flush()
        for mark in element.iter("br"):
            mark.tail = "\n" + (mark.tail or "")
        lines = visible("".join(str(part) for part in element.itertext())).replace("\r\n", "\n").expandtabs(4).split("\n")
        text = "\n".join(line.replace("\u00a0", " ").rstrip() for line in lines).strip("\n")
        if text.strip():
            self._blocks.append(Preformatted(text, self._other_language(element)))

    def _table(self, element: Element) -> None:
        self._flush()
        caption = element.find("caption")
        if caption is not None:
            self._blocks += build_blocks(caption, self._base, title=self._title, language=self._language)
        table = read_table(element, self._other_language(element), self._base)
        if table is not None:
            self._blocks.append(table)
        for image in element.iter("img"):
            self._image(image)

    def _thin_out(self, first: int, element: Element) -> None:
        """Of a header inside the article keep pictures and whole sentences; title and meta lines stand elsewhere."""
        if self._lengths[element] <= _LARGE_HEADER * self._length:
            kept = [
                block
                for block in self._blocks[first:]
                if isinstance(block, Image) or (isinstance(block, Paragraph) and len(block.text) > _SENTENCE)
            ]
            self._blocks[first:] = kept

    def _break_off(self, element: Element) -> None:
        self._flush()

    def _other_language(self, element: Element) -> str | None:
        language = primary(element.get("lang")) or self._languages[-1]
        return None if language == self._language else language


def _ordered(element: Element) -> _List:
    step = -1 if element.get("reversed") is not None else 1
    first = sum(1 for child in element if child.tag == "li") if step < 0 else 1
    return _List(_whole(element.get("start"), first), step)


def _whole(written: str | None, otherwise: int) -> int:
    text = (written or "").strip().removesuffix("px")
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 8 else otherwise


def _squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
