"""Write a document as a page: title, meta line, blocks in order, credit, source. No HTML, no decisions about reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextList,
    QTextListFormat,
)

from pembaca.addresses import shown
from pembaca.document import Document, Heading, Image, Link, ListItem, Paragraph, Preformatted, Quote, Table
from pembaca.i18n import tr
from pembaca.ui.page.place_map import PlaceMap
from pembaca.ui.page.stops import Stop
from pembaca.ui.page.tables import is_folded, write_table
from pembaca.ui.page.writer import Writer, end_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pembaca.ui.page.images import Pictures
    from pembaca.ui.page.style import PageStyle

_FIXED: Final = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_QUOTE_INDENT_EM, _LIST_INDENT_EM, _ITEM_GAP_EM = 1.0, 1.7, 0.35
_META_GAP_EM, _CAPTION_GAP_EM, _PICTURE_GAP_EM, _AFTER_CAPTION_EM = 0.46, 0.43, 1.0, 1.1
_MOST_INDENT: Final = 0.4  # of the measure; deeper lists stay at that line
_BULLETS: Final = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)


class Page(msgspec.Struct, frozen=True):
    """What was written: the map, the places to jump to, and the ranges of positions beside which a quote's bar stands."""

    places: PlaceMap
    stops: tuple[Stop, ...]
    quotes: tuple[tuple[int, int], ...]


class Words(msgspec.Struct, frozen=True):
    """What the page says beside the document: the meta line, and a note at the top ("" for none)."""

    meta: str
    note: str = ""


def build(
    target: QTextDocument,
    document: Document,
    words: Words,
    style: PageStyle,
    pictures: Pictures,
    media: Callable[[str], Path | None],
    measure: int,
) -> Page:
    """Write *document* into the empty *target*; *measure* is the width of its lines, px."""
    writer = _PageWriter(target, style, pictures, media, measure)
    writer.cursor.beginEditBlock()
    writer.write(document, words)
    writer.cursor.endEditBlock()
    return Page(writer.places, tuple(sorted(writer.stops, key=lambda stop: stop.position)), tuple(writer.quotes))


def is_same_shape(document: Document, style: PageStyle, one: int, other: int) -> bool:
    """Say whether *document* is written alike for two measures, so that it need only be laid out anew."""
    if _indent(style, one) != _indent(style, other):
        return False
    tables = [block for block in document.blocks if isinstance(block, Table) and block.text]
    return all(is_folded(style, table, one) == is_folded(style, table, other) for table in tables)


def _indent(style: PageStyle, measure: int) -> int:
    return max(1, min(round(style.px * _LIST_INDENT_EM), round(measure * _MOST_INDENT / 2)))


class _PageWriter(Writer):
    def __init__(
        self,
        target: QTextDocument,
        style: PageStyle,
        pictures: Pictures,
        media: Callable[[str], Path | None],
        measure: int,
    ) -> None:
        super().__init__(target, style)
        self.quotes: list[tuple[int, int]] = []
        self._pictures, self._media, self._measure = pictures, media, measure
        self._after_caption = False
        self._image, self._images = 0, 0
        self._run: tuple[ListItem, Stop] | None = None
        self._list: QTextList | None = None
        self._indent = _indent(style, measure)
        target.setIndentWidth(self._indent)

    def write(self, document: Document, words: Words) -> None:
        self._images = sum(isinstance(block, Image) for block in document.blocks)
        starts = {part.block: part.span.start for part in document.parts()}
        if document.title:
            self._title(document.title, starts[None])
        self._side(words.meta, _META_GAP_EM, 500)
        self._side(words.note, _META_GAP_EM, 600, self.style.text)
        last = max((at for at, block in enumerate(document.blocks) if not isinstance(block, Image)), default=-1)
        if last < 0:
            self._credit(document)
        for at, block in enumerate(document.blocks):
            self._block(block, starts.get(at))
            if at == last:
                self._credit(document)
        self._end_of_list()
        self._source(document.url)

    # -- blocks

    def _block(self, block: object, offset: int | None) -> None:
        if not isinstance(block, ListItem):
            self._end_of_list()
        match block:
            case Image():
                self._picture(block, offset)
                return
            case _ if offset is None:
                return
            case Heading(text=text, level=level, links=links):
                font, line = self.style.heading(level)
                shape = self._shape(line, round(self.style.gap * 1.3))
                shape.setHeadingLevel(level)
                self._stopped(Stop("heading", 0, 0, text, level), shape, _letters(font), offset, links)
            case Paragraph(text=text, links=links):
                self.lines(text, self._shape(), _letters(self.style.body), offset, links)
            case Quote(text=text, links=links):
                self._quote(text, offset, links)
            case ListItem():
                self._item(block, offset)
            case Preformatted(text=text):
                self.lines(text, self._shape(), _letters(self.style.fixed), offset)
            case Table():
                write_table(self, block, offset, self._measure)
        self._after_caption = False

    def _title(self, text: str, offset: int) -> None:
        shape = self._shape(self.style.title_line, 0)
        shape.setHeadingLevel(1)
        self._stopped(Stop("heading", 0, 0, text, 1), shape, _letters(self.style.title), offset)

    def _quote(self, text: str, offset: int, links: tuple[Link, ...]) -> None:
        shape = self._shape()
        shape.setLeftMargin(min(round(self.style.px * _QUOTE_INDENT_EM), self._indent))
        before = self.cursor.position()
        self.lines(text, shape, _letters(self.style.body), offset, links)
        self.quotes.append((min(before + 1, self.cursor.position()), self.cursor.position()))

    def _item(self, item: ListItem, offset: int) -> None:
        before, stop = self._run or (None, None)
        depth = max(1, item.depth)
        shape = self._shape(gap=round(self.style.px * _ITEM_GAP_EM) if before else self.style.gap)
        self.lines(item.text, shape, _letters(self.style.body), offset, item.links)
        is_next = before is not None and before.depth == item.depth and (item.number is None) == (before.number is None)
        if is_next and item.number is not None and before is not None and before.number is not None:
            is_next = item.number == before.number + 1
        block = self.cursor.block()
        if item.text.count("\n"):
            block = self.cursor.document().findBlock(self.places.position_of(offset))
        if is_next and self._list is not None:
            self._list.add(block)
        else:
            kind = QTextListFormat()
            most = max(1, int(self._measure * _MOST_INDENT / self._indent))
            kind.setIndent(min(depth, most))
            if item.number is None:
                kind.setStyle(_BULLETS[min(depth, len(_BULLETS)) - 1])
            else:
                kind.setStyle(QTextListFormat.Style.ListDecimal)
                kind.setStart(item.number)
                kind.setNumberSuffix(".")
            self._list = QTextCursor(block).createList(kind)
        if stop is None:
            stop = Stop("list", block.position(), 0, item.text, 0)
        self._run = (item, Stop("list", stop.position, self.cursor.position(), stop.text, stop.level + 1))

    def _end_of_list(self) -> None:
        if self._run is not None:
            self.stop(self._run[1])
        self._run, self._list = None, None

    def _picture(self, image: Image, offset: int | None) -> None:
        self._image += 1
        drawn = self._pictures.add(self._media(image.media) if image.media else None)
        caption = tr("Gambar {nth} dari {total}, tanpa keterangan dari sumber.", nth=self._image, total=self._images)
        text = image.text if offset is not None else caption
        if drawn is not None:
            shape = QTextBlockFormat()
            shape.setTopMargin(round(self.style.px * _PICTURE_GAP_EM))
            self.begin(shape, drawn)
            self.cursor.insertText("\ufffc", drawn)
        gap = round(self.style.px * _CAPTION_GAP_EM) if drawn is not None else self.style.gap
        letters = _letters(self.style.side, self.style.secondary)
        self._stopped(Stop("image", 0, 0, text), self._shape(self.style.side_line, gap), letters, offset)
        self._after_caption = True

    # -- furniture

    def _side(self, text: str, gap_em: float, weight: int, colour: QColor | None = None) -> None:
        if text:
            letters = _letters(self.style.with_weight(self.style.side, weight), colour or self.style.secondary)
            self.lines(text, self._shape(self.style.side_line, round(self.style.px * gap_em)), letters, None)

    def _credit(self, document: Document) -> None:
        self._end_of_list()
        if document.credit:
            self._side(document.credit, self.style.gap / self.style.px, 500)

    def _source(self, url: str) -> None:
        if not url:
            return
        font = self.style.with_weight(self.style.side, 500)
        lead = tr("Sumber:") + " "
        shape = self._shape(self.style.side_line, self.style.gap)
        name = shown(url)
        self.lines(lead + name, shape, _letters(font), None, (Link(len(lead), len(lead) + len(name), url),))

    # -- shapes

    def _stopped(
        self, stop: Stop, shape: QTextBlockFormat, letters: QTextCharFormat, offset: int | None, links: tuple[Link, ...] = ()
    ) -> None:
        first = self.cursor.position() if self._is_fresh else self.cursor.position() + 1
        self.lines(stop.text, shape, letters, offset, links)
        self.stop(Stop(stop.kind, first, end_of(stop.text, first), stop.text, stop.level))

    def _shape(self, line: int | None = None, gap: int | None = None) -> QTextBlockFormat:
        if gap is None:
            gap = round(self.style.px * _AFTER_CAPTION_EM) if self._after_caption else self.style.gap
        shape = QTextBlockFormat()
        shape.setLineHeight(line or self.style.line, _FIXED)
        shape.setTopMargin(gap)
        return shape


def _letters(font: QFont, colour: QColor | None = None) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFont(font)
    if colour is not None:
        letters.setForeground(QBrush(colour))
    return letters
