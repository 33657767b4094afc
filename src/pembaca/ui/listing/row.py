"""Where everything in a row of the list stands. Measures only; drawing is ``delegate``'s."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from pembaca.ui.utf16 import Utf16, for_qt
from pembaca.viewmodel import RowState

if TYPE_CHECKING:
    from collections.abc import Callable

    from pembaca.document import TextSpan
    from pembaca.ui.look import Look
    from pembaca.viewmodel import ArticleItem

MARK_COLUMN, PAD, RIGHT = 42, 16, 14
_TITLE_LINE, _META_LINE, _SNIPPET_LINE = 1.25, 1.3, 1.25
_TITLE_LINES, _SNIPPET_LINES = 2, 2
_SIGN_EM: Final = 1.42
_BETWEEN: Final = " · "
_BETWEEN_EM: Final = 0.11  # more room on each side of the dot than a space gives
_WRAP: Final = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


class Line(msgspec.Struct, frozen=True):
    """One line of text: where its box begins, its letters, and the found places in it (px from its left)."""

    top: float
    height: float
    text: str
    marks: tuple[tuple[float, float], ...] = ()


class Piece(msgspec.Struct, frozen=True):
    """The date, a dot between, or a state with its sign; ``left`` px from the text's left edge."""

    left: float
    top: float
    text: str
    state: RowState | None = None


class Row(msgspec.Struct, frozen=True):
    """A row laid out. Heights from the card's top, widths from the text's left edge."""

    height: int
    titles: tuple[Line, ...]
    snippets: tuple[Line, ...]
    pieces: tuple[Piece, ...]


class Letters:
    """A font and its measures, which are costly to make anew for every row."""

    __slots__ = ("ascent", "descent", "font", "px", "width")

    def __init__(self, font: QFont) -> None:
        metrics = QFontMetricsF(font)
        self.font, self.px = font, font.pixelSize()
        self.ascent, self.descent = metrics.ascent(), metrics.descent()
        self.width: Callable[[str], float] = metrics.horizontalAdvance

    def elided(self, text: str, width: float) -> str:
        """Return *text* cut to *width* with "…"."""
        return QFontMetricsF(self.font).elidedText(text, Qt.TextElideMode.ElideRight, width)

    def baseline(self, line_height: float) -> float:
        """Return where the baseline lies in a line of that height, the letters in its middle."""
        return (line_height + self.ascent - self.descent) / 2


class RowFonts:
    """The letters and lengths of rows under one look; made once for many rows."""

    def __init__(self, look: Look) -> None:
        chrome = look.tokens.chrome
        self.titles = {is_new: Letters(look.font(chrome.row_title, 700 if is_new else 500)) for is_new in (True, False)}
        self.snippet = Letters(look.font(chrome.row_meta, 400))
        self.meta = Letters(look.font(chrome.row_meta, 500))
        self.strong = Letters(look.font(chrome.row_meta, 700))
        self.accent = Letters(look.font(chrome.row_meta, 600))
        self.gap, self.step, self.pad = max(5, look.space(6)), max(4, look.space(4)), look.space(PAD)
        self.meta_line = math.ceil(self.meta.px * _META_LINE)
        self.least = look.scaled(look.tokens.control["row_min"])

    def of_state(self, state: RowState | None) -> Letters:
        """Return the letters of a state's word, or of the date."""
        if state is None:
            return self.meta
        return self.strong if state.is_bold else self.accent if state.is_accent else self.meta

    def sign_px(self, state: RowState | None) -> float:
        """Return the width of a state's sign and the room after it."""
        return self.meta.px * _SIGN_EM if state is not None and state.sign else 0.0


def lay_out(item: ArticleItem, fonts: RowFonts, width: int) -> Row:
    """Lay *item* out in a card whose text is *width* px wide; states go to further lines, they are never cut."""
    titles = _lines(item.title, fonts.titles[item.is_new], _TITLE_LINE, width, _TITLE_LINES, item.title_marks)
    snippets = _lines(item.snippet, fonts.snippet, _SNIPPET_LINE, width, _SNIPPET_LINES, item.snippet_marks)
    pieces, rows = _pieces(item, fonts, width)
    block = sum(line.height for line in titles)
    below = sum(line.height for line in snippets)
    foot = rows * (fonts.meta_line + fonts.step) - fonts.step if rows else 0
    content = block + (fonts.gap + below if snippets else 0) + (fonts.gap + foot if rows else 0)
    height = max(fonts.least, round(content + 2 * fonts.pad))
    top = (height - content) / 2
    titles = _moved(titles, top)
    top += block + fonts.gap
    snippets = _moved(snippets, top)
    top += below + fonts.gap if snippets else 0
    return Row(height, titles, snippets, tuple(Piece(p.left, p.top + top, p.text, p.state) for p in pieces))


def _moved(lines: tuple[Line, ...], by: float) -> tuple[Line, ...]:
    return tuple(Line(line.top + by, line.height, line.text, line.marks) for line in lines)


def _pieces(item: ArticleItem, fonts: RowFonts, width: int) -> tuple[list[Piece], int]:
    beside = fonts.meta.px * _BETWEEN_EM
    dot = fonts.meta.width(_BETWEEN) + 2 * beside
    x, y, rows, pieces = 0.0, 0.0, 0, []
    for text, state in ((item.date_text, None), *((state.word, state) for state in item.states), (item.source, None)):
        if not text:
            continue
        letters, sign = fonts.of_state(state), fonts.sign_px(state)
        for nth, line in enumerate(_wrapped(text, letters, max(1.0, width - sign))):
            wide = sign + letters.width(line)
            if rows and nth == 0 and x + dot + wide <= width:
                pieces.append(Piece(x + beside, y, _BETWEEN))
                x += dot
            elif rows:
                x, y, rows = 0.0, y + fonts.meta_line + fonts.step, rows + 1
            else:
                rows = 1
            pieces.append(Piece(x, y, line, state if nth == 0 or state is None else replace(state, word=line, sign="")))
            x += wide
    return pieces, rows


def _wrapped(text: str, letters: Letters, width: float) -> list[str]:
    if letters.width(text) <= width:
        return [text]
    return [line.text for line in _lines(text, letters, 1.0, int(width), 99, ())]


def _lines(text: str, letters: Letters, factor: float, width: int, most: int, marks: tuple[TextSpan, ...]) -> tuple[Line, ...]:
    """Wrap *text* to at most *most* lines; the last one is elided if there is more."""
    if not text:
        return ()
    counted = Utf16(for_qt(text).replace("\n", " "))
    height = round(letters.px * factor)
    if counted.points < 80 and letters.width(counted.text) <= width:
        return (Line(0, height, counted.text, _marks(counted.text, 0, marks, letters)),)
    layout = QTextLayout(counted.text, letters.font)
    option = QTextOption()
    option.setWrapMode(_WRAP)
    layout.setTextOption(option)
    lines: list[Line] = []
    layout.beginLayout()
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        first = line.textStart()
        start, end = counted.to_points(first), counted.to_points(first + line.textLength())
        shown = counted.text[start:end].rstrip()
        if len(lines) == most - 1 and end < counted.points:
            shown = letters.elided(counted.text[start:], width)
        lines.append(Line(len(lines) * height, height, shown, _marks(shown, start, marks, letters)))
    layout.endLayout()
    return tuple(lines)


def _marks(shown: str, start: int, marks: tuple[TextSpan, ...], letters: Letters) -> tuple[tuple[float, float], ...]:
    found = []
    for mark in marks:
        low, high = max(0, mark.start - start), min(len(shown), mark.end - start)
        if low < high:
            found.append((letters.width(shown[:low]), letters.width(shown[:high])))
    return tuple(found)


def card_of(rect: QRectF, look: Look) -> QRectF:
    """Return the card within a row's rectangle: inset by the ring's room."""
    room = look.ring_room_px
    return rect.adjusted(room, room, -room, -room)
