"""Where everything in a row of the list stands. Measures only; drawing is ``delegate``'s."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from pembaca.document import TextSpan
from pembaca.ui.look import Look
from pembaca.ui.utf16 import Utf16, for_qt
from pembaca.viewmodel import ArticleItem, RowState

MARK_COLUMN, PAD, RIGHT = 42, 16, 14
_TITLE_LINE, _META_LINE, _SNIPPET_LINE = 1.25, 1.3, 1.25
_TITLE_LINES, _SNIPPET_LINES = 2, 2
_BETWEEN: Final = " · "


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: where its box begins, its letters, and the found places in it (px from its left)."""

    top: float
    height: float
    text: str
    marks: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """The date, a dot between, or a state with its sign; ``left`` px from the text's left edge."""

    left: float
    top: float
    text: str
    state: RowState | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row laid out. Heights from the card's top, widths from the text's left edge."""

    height: int
    titles: tuple[Line, ...]
    snippets: tuple[Line, ...]
    pieces: tuple[Piece, ...]
    meta_line: float


@dataclass(frozen=True, slots=True)
class RowFonts:
    """The letters of a row."""

    title: QFont
    snippet: QFont
    meta: QFont
    strong: QFont
    accent: QFont

    @staticmethod
    def of(look: Look, *, is_new: bool) -> RowFonts:
        """Take the letters in force."""
        chrome = look.tokens.chrome
        return RowFonts(
            look.font(chrome.row_title, 700 if is_new else 500),
            look.font(chrome.row_meta, 400),
            look.font(chrome.row_meta, 500),
            look.font(chrome.row_meta, 700),
            look.font(chrome.row_meta, 600),
        )

    def of_state(self, state: RowState) -> QFont:
        """Return the letters of a state's word."""
        return self.strong if state.is_bold else self.accent if state.is_accent else self.meta


def lay_out(item: ArticleItem, look: Look, width: int) -> Row:
    """Lay *item* out in a card whose text is *width* px wide; states go to further lines, they are never cut."""
    fonts = RowFonts.of(look, is_new=item.is_new)
    gap, step, pad = max(5, look.space(6)), max(4, look.space(4)), look.space(PAD)
    titles = _lines(item.title, fonts.title, _TITLE_LINE, width, _TITLE_LINES, item.title_marks)
    snippets = _lines(item.snippet, fonts.snippet, _SNIPPET_LINE, width, _SNIPPET_LINES, item.snippet_marks)
    meta_line = math.ceil(fonts.meta.pixelSize() * _META_LINE)
    pieces, rows = _pieces(item, fonts, look, width, meta_line + step)
    block = sum(line.height for line in titles)
    below = sum(line.height for line in snippets)
    content = block + (gap + below if snippets else 0) + (gap + rows * (meta_line + step) - step if rows else 0)
    height = max(look.scaled(look.tokens.control["row_min"]), round(content + 2 * pad))
    top = (height - content) / 2
    titles = _moved(titles, top)
    top += block + gap
    snippets = _moved(snippets, top)
    top += below + gap if snippets else 0
    return Row(height, titles, snippets, tuple(Piece(p.left, p.top + top, p.text, p.state) for p in pieces), meta_line)


def sign_px(fonts: RowFonts, state: RowState) -> float:
    """Return the width of a state's sign and the room after it."""
    return fonts.meta.pixelSize() * 1.35 if state.sign else 0.0


def _moved(lines: tuple[Line, ...], by: float) -> tuple[Line, ...]:
    return tuple(Line(line.top + by, line.height, line.text, line.marks) for line in lines)


def _pieces(item: ArticleItem, fonts: RowFonts, look: Look, width: int, step: float) -> tuple[list[Piece], int]:
    metrics = QFontMetricsF(fonts.meta)
    dot = metrics.horizontalAdvance(_BETWEEN)
    x, y, rows, pieces = 0.0, 0.0, 0, []
    things = [(item.date_text, None), *((state.word, state) for state in item.states), (item.source, None)]
    for text, state in things:
        if not text:
            continue
        font = fonts.of_state(state) if state else fonts.meta
        sign = sign_px(fonts, state) if state else 0.0
        for nth, line in enumerate(_wrapped(text, font, max(1.0, width - sign))):
            wide = sign + QFontMetricsF(font).horizontalAdvance(line)
            if rows and nth == 0 and x + dot + wide <= width:
                pieces.append(Piece(x, y, _BETWEEN))
                x += dot
            elif rows:
                x, y, rows = 0.0, y + step, rows + 1
            else:
                rows = 1
            pieces.append(Piece(x, y, line, state if nth == 0 else RowState(line, "", *_tone(state))))
            x += wide
    return pieces, rows


def _tone(state: RowState | None) -> tuple[bool, bool]:
    return (state.is_bold, state.is_accent) if state else (False, False)


def _wrapped(text: str, font: QFont, width: float) -> list[str]:
    if QFontMetricsF(font).horizontalAdvance(text) <= width:
        return [text]
    return [line.text for line in _lines(text, font, 1.0, int(width), 99, ())]


def _lines(text: str, font: QFont, factor: float, width: int, most: int, marks: tuple[TextSpan, ...]) -> tuple[Line, ...]:
    """Wrap *text* to at most *most* lines; the last one is elided if there is more."""
    if not text:
        return ()
    counted = Utf16(for_qt(text).replace("\n", " "))
    layout = QTextLayout(counted.text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height = round(font.pixelSize() * factor)
    lines: list[Line] = []
    layout.beginLayout()
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, 0))
        start, end = counted.to_points(line.textStart()), counted.to_points(line.textStart() + line.textLength())
        shown = counted.text[start:end].rstrip()
        if len(lines) == most - 1 and end < counted.points:
            shown = QFontMetricsF(font).elidedText(counted.text[start:], Qt.TextElideMode.ElideRight, width)
        lines.append(Line(len(lines) * height, height, shown, _marks(shown, start, marks, font)))
    layout.endLayout()
    return tuple(lines)


def _marks(shown: str, start: int, marks: tuple[TextSpan, ...], font: QFont) -> tuple[tuple[float, float], ...]:
    metrics = QFontMetricsF(font)
    found = []
    for mark in marks:
        low, high = max(0, mark.start - start), min(len(shown), mark.end - start)
        if low < high:
            found.append((metrics.horizontalAdvance(shown[:low]), metrics.horizontalAdvance(shown[:high])))
    return tuple(found)


def card_of(rect: QRectF, look: Look) -> QRectF:
    """Return the card within a row's rectangle: inset by the ring's room."""
    room = look.ring_room_px
    return rect.adjusted(room, room, -room, -room)
