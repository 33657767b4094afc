"""Words on the chrome: wrapped, never cut off, in a role's colour. Labels decide nothing."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from pembaca.ui.look import Look

_BETWEEN = 2  # px between the lines of TwoLines at chrome base 20
_KEPT: Final = 2000
Measured = TypeVar("Measured")


class _Memory(Generic[Measured]):
    """Keeps what was measured: one layout asks for the same words dozens of times."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, float], Measured] = {}

    def get(self, text: str, font: QFont, width: float, measure: Callable[[], Measured]) -> Measured:
        """Return what *measure* returned for these the first time."""
        key = (text, font.key(), width)
        if key not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[key] = measure()
        return self._kept[key]


_lines, _widths, _words, _heights = _Memory[tuple[str, ...]](), _Memory[int](), _Memory[int](), _Memory[int]()


def wrap(text: str, font: QFont, width: float) -> tuple[str, ...]:
    """Cut *text* into lines of at most *width* px, at spaces if possible, inside a word if it is longer than a line.

    Returns:
        At least one line. Every character but the line breaks and the spaces at them is kept.
    """
    return _lines.get(text, font, width, lambda: _wrap(text, font, width))


def _wrap(text: str, font: QFont, width: float) -> tuple[str, ...]:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            # Qt counts UTF-16 units here: an emoji is two of them
            units = paragraph.encode("utf-16-le")[2 * line.textStart() : 2 * (line.textStart() + line.textLength())]
            lines.append(units.decode("utf-16-le", "replace").rstrip())
        layout.endLayout()
        if not paragraph:
            lines.append("")
    return tuple(lines)


def text_width(text: str, font: QFont) -> int:
    """Return the width of the longest line of *text* in px, with one px to spare against rounding."""
    return _widths.get(text, font, 0, lambda: _widest(text.split("\n"), font))


def widest_word(text: str, font: QFont) -> int:
    """Return the width in px of the widest word of *text*."""
    return _words.get(text, font, 0, lambda: _widest(text.split(), font))


def _widest(pieces: list[str], font: QFont) -> int:
    metrics = QFontMetricsF(font)
    return math.ceil(max((metrics.horizontalAdvance(piece) for piece in pieces), default=0)) + 1


def line_height(look: Look, font: QFont) -> int:
    """Return the height of a chrome line in px, never under what the letters need."""
    return max(round(font.pixelSize() * look.tokens.chrome.line_height), _heights.get("", font, 0, lambda: _height(font)))


def _height(font: QFont) -> int:
    metrics = QFontMetrics(font)
    return metrics.ascent() + metrics.descent()


def draw_lines(
    painter: QPainter,
    look: Look,
    lines: tuple[str, ...],
    font: QFont,
    colour: QColor,
    box: QRectF,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Draw *lines* under each other from the top of *box*."""
    metrics, height = QFontMetrics(font), line_height(look, font)
    painter.setFont(font)
    painter.setPen(colour)
    lift = (height - metrics.ascent() - metrics.descent()) / 2
    for number, line in enumerate(lines):
        free = box.width() - metrics.horizontalAdvance(line)
        x = box.left() + (free / 2 if align == Qt.AlignmentFlag.AlignHCenter else 0)
        painter.drawText(round(x), round(box.top() + number * height + lift + metrics.ascent()), line)


class Words(QLabel):
    """Plain text in one weight and colour, wrapped to the width it is given."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        factor: float = 1.0,
        weight: int = 500,
        colour: Callable[[], QColor] | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._most = look, 0
        self._factor, self._weight, self._align = factor, weight, align
        self._colour = colour if colour is not None else lambda: look.colours.text
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)
        look.changed.connect(self._relook)

    def words_font(self) -> QFont:
        """Return the font in force."""
        return self._look.font(self._factor, self._weight)

    def lines(self, width: int) -> tuple[str, ...]:
        """Return the lines as they are drawn at *width*."""
        margins, font = self.contentsMargins(), self.words_font()
        room = width - margins.left() - margins.right()
        lines = wrap(self.text(), font, room)
        if not self._most or len(lines) <= self._most:
            return lines
        rest = QFontMetrics(font).elidedText(" ".join(lines[self._most - 1 :]), Qt.TextElideMode.ElideRight, max(1, room))
        return (*lines[: self._most - 1], rest)

    def set_most_lines(self, count: int) -> None:
        """Draw at most *count* lines, the last one shortened; 0: all. A screen reader reads all of it in any case."""
        if count != self._most:
            self._most = count
            self._relook()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if not self.text():
            return 0
        margins = self.contentsMargins()
        return len(self.lines(width)) * line_height(self._look, self.words_font()) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        font = self.words_font()
        margins = self.contentsMargins()
        width = text_width(self.text(), font) + margins.left() + margins.right()
        return QSize(width, line_height(self._look, font) * (self.text().count("\n") + 1))

    def minimumSizeHint(self) -> QSize:
        font = self.words_font()
        return QSize(min(widest_word(self.text(), font), 8 * font.pixelSize()), line_height(self._look, font))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self.words_font()
        box = QRectF(self.contentsRect())
        draw_lines(painter, self._look, self.lines(self.width()), font, self._colour(), box, self._align)

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()


class TwoLines(QLabel):
    """Two short lines of different weight, never wrapped; read aloud as one text."""

    def __init__(
        self,
        look: Look,
        *,
        is_first_strong: bool = True,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._look = look
        self._align, self._is_first_strong = align, is_first_strong
        self._lines = ("", "")
        self.setTextFormat(Qt.TextFormat.PlainText)
        look.changed.connect(self.update)

    def show_lines(self, first: str, second: str) -> None:
        """Show two lines; the second may be empty."""
        if (first, second) != self._lines:
            self._lines = (first, second)
            self.setText("\n".join(line for line in self._lines if line))

    def width_of(self, first: str, second: str) -> int:
        """Return the px that these two lines need."""
        return max(text_width(line, font) for line, font in zip((first, second), self._fonts(), strict=True))

    def block_height(self) -> int:
        """Return the px that two lines need."""
        return sum(line_height(self._look, font) for font in self._fonts()) + self._look.space(_BETWEEN)

    def sizeHint(self) -> QSize:
        return QSize(self.width_of(*self._lines), self.block_height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fonts, colours = self._fonts(), self._colours()
        shown = [(line, font, colour) for line, font, colour in zip(self._lines, fonts, colours, strict=True) if line]
        gap = self._look.space(_BETWEEN)
        top = (self.height() - sum(line_height(self._look, font) + gap for _line, font, _colour in shown) + gap) // 2
        for line, font, colour in shown:
            height = line_height(self._look, font)
            text = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, self.width())
            draw_lines(painter, self._look, (text,), font, colour, QRectF(QRect(0, top, self.width(), height)), self._align)
            top += height + gap

    def _fonts(self) -> tuple[QFont, QFont]:
        strong, weak = self._look.font(1.0, 700), self._look.font(0.9, 500)
        return (strong, weak) if self._is_first_strong else (weak, strong)

    def _colours(self) -> tuple[QColor, QColor]:
        strong, weak = self._look.colours.text, self._look.colours.text_secondary
        return (strong, weak) if self._is_first_strong else (weak, strong)
