"""Draw the icons: round strokes on a grid of 24, in any colour and size. Pure drawing, no state."""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeGuard, get_args

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

if TYPE_CHECKING:
    from pembaca.ui.tokens import Colours

IconName = Literal[
    "page", "search", "refresh", "type", "menu", "back", "previous", "play", "pause", "next", "stop", "minus", "plus",
    "more", "star", "tick", "bars", "cloud", "offline", "voice_off", "voice_on", "help", "close", "add", "trash", "undo",
    "warning", "feeds", "follow", "wait", "import", "export",
]  # fmt: skip

# Small language of the tables below: M/L point, Z close, O centre radius (circle), R x y w h radius (box),
# A centre radius start sweep (arc, degrees counter-clockwise from three o'clock).
_STROKES: dict[IconName, str] = {
    "page": "R 5 3 14 18 2.2 M 9 8 L 15 8 M 9 12 L 15 12 M 9 16 L 13 16",
    "search": "O 10.5 10.5 6 M 15 15 L 20 20",
    "refresh": "A 11.5 12.5 7.7 24 296 M 19.2 3.8 L 19.2 9.2 L 13.8 9.2",
    "type": "M 1.5 19 L 6.5 5 L 11.5 19 M 3.4 14 L 9.6 14 O 17.7 15.4 3.5 M 21.8 11.4 L 21.8 19",
    "menu": "M 4 6 L 20 6 M 4 12 L 20 12 M 4 18 L 20 18",
    "back": "M 20 12 L 4 12 M 11 5 L 4 12 L 11 19",
    "previous": "M 5 5 L 5 19 M 19 5 L 10 12 L 19 19 Z",
    "next": "M 19 5 L 19 19 M 5 5 L 14 12 L 5 19 Z",
    "play": "M 7 5 L 19 12 L 7 19 Z",
    "stop": "R 5.5 5.5 13 13 1.8",
    "minus": "M 5 12 L 19 12",
    "plus": "M 5 12 L 19 12 M 12 5 L 12 19",
    "add": "M 5 12 L 19 12 M 12 5 L 12 19",
    "tick": "M 4.5 12.5 L 9.5 17.5 L 19.5 6.5",
    "bars": "M 4 10 L 4 14 M 8 6.5 L 8 17.5 M 12 4 L 12 20 M 16 7.5 L 16 16.5 M 20 10.5 L 20 13.5",
    "cloud": "A 7 14.5 4.5 270 -180 M 7 10 L 7.3 10 A 12 11 5 160 -150 A 17.5 14.7 4.3 100 -190 L 7 19",
    "offline": "M 4 4 L 20.5 21 A 7 14 4.5 270 -180 M 7 9.5 L 7.3 9.5 A 12 10.5 5 160 -150 A 17.5 14.2 4.3 100 -190 L 7 18.5",
    "voice_off": "M 3 9.5 L 6.5 9.5 L 12 5 L 12 19 L 6.5 14.5 L 3 14.5 Z M 17 9.5 L 22 14.5 M 22 9.5 L 17 14.5",
    "voice_on": "M 3 9.5 L 6.5 9.5 L 12 5 L 12 19 L 6.5 14.5 L 3 14.5 Z A 13 12 4.5 38 -76",
    "help": "O 12 12 9.3 A 12 9.7 2.9 180 -225 M 13.9 11.8 L 12 13.9",
    "close": "M 5.5 5.5 L 18.5 18.5 M 18.5 5.5 L 5.5 18.5",
    "trash": "M 4 6.5 L 20 6.5 M 9 6 L 9 3.5 L 15 3.5 L 15 6 M 6 6.5 L 7 20.5 L 17 20.5 L 18 6.5 M 10 11 L 10 16 M 14 11 L 14 16",
    "undo": "M 8.5 4 L 4 8.5 L 8.5 13 M 4 8.5 L 14 8.5 A 14 14 5.5 90 -180 L 8 19.5",
    "warning": "M 12 3.5 L 21.5 20 L 2.5 20 Z M 12 9.5 L 12 13.8",
    "feeds": "M 5 12 L 5 12 A 5 19 7 90 -90 M 5 5 L 5 5 A 5 19 14 90 -90",
    "follow": "M 4 5 L 20 5 M 4 19 L 20 19 M 4 12 L 12 12 M 20 8.5 L 16 12 L 20 15.5",
    "import": "M 12 3.5 L 12 15 M 6.5 10 L 12 15.5 L 17.5 10 M 4 20 L 20 20",
    "export": "M 12 15.5 L 12 4 M 6.5 9 L 12 3.5 L 17.5 9 M 4 20 L 20 20",
    "wait": "O 12 12 9 M 12 7 L 12 12 L 15.5 14",
}
_FILLS: dict[IconName, str] = {
    "play": "M 7 5 L 19 12 L 7 19 Z",
    "pause": "R 5.5 4 4.6 16 1.8 R 13.9 4 4.6 16 1.8",
    "more": "O 5 12 1.7 O 12 12 1.7 O 19 12 1.7",
    "star": "M 12 2.6 L 14.9 8.7 L 21.6 9.6 L 16.7 14.2 L 18 20.9 L 12 17.6 L 6 20.9 L 7.3 14.2 L 2.4 9.6 L 9.1 8.7 Z",
    "help": "O 12 17 1.3",
    "warning": "O 12 16.8 1.3",
    "feeds": "O 6.5 17.5 2",
}
_NAMES: frozenset[str] = frozenset(get_args(IconName))
_GRID, _STROKE, _STROKE_AT = 24.0, 2.5, 28.0  # tokens.json: icon.grid, stroke.icon, icon.control


_SEEN = 100  # two fills nearer than this (sum over red, green, blue) look the same


def draw_icon(painter: QPainter, name: IconName, box: QRectF, colour: QColor) -> None:
    """Draw *name* into the square *box*; strokes are 2.5 px at 28 px and grow with it."""
    with _Grid(painter, box):
        if name in _STROKES:
            painter.setPen(_pen(colour))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_path(_STROKES[name]))
        if name in _FILLS:
            painter.setPen(_pen(colour, 1.2) if name == "star" else Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(colour))
            painter.drawPath(_path(_FILLS[name]))


def is_icon(name: str) -> TypeGuard[IconName]:
    """Tell whether there is an icon of that name."""
    return name in _NAMES


def draw_pie(painter: QPainter, fraction: float, box: QRectF, colour: QColor) -> None:
    """Draw a circle filled clockwise from the top by *fraction*, 0 to 1."""
    with _Grid(painter, box):
        painter.setPen(_pen(colour))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(12, 12), 9.5, 9.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(colour))
        painter.drawPie(QRectF(2.5, 2.5, 19, 19), 90 * 16, round(-360 * 16 * max(0.0, min(1.0, fraction))))


def draw_mark(painter: QPainter, box: QRectF, colours: Colours) -> None:
    """Draw the mark of the program: a page with one lit line."""
    lit = colours.highlight_word if _distance(colours.highlight_word, colours.accent) > _SEEN else colours.on_accent
    with _Grid(painter, box):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(colours.accent))
        painter.drawRoundedRect(QRectF(0, 0, 24, 24), 5, 5)
        for line, radius, colour in (
            (QRectF(6, 6.2, 12, 2.2), 1.1, colours.on_accent),
            (QRectF(4.6, 10.6, 15, 3.6), 1.4, lit),
            (QRectF(6, 16.6, 8.2, 2.2), 1.1, colours.on_accent),
        ):
            painter.setBrush(QBrush(colour))
            painter.drawRoundedRect(line, radius, radius)


def _distance(one: QColor, other: QColor) -> int:
    return abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue())


class _Grid:
    """Lets a painter draw on the grid of 24 inside a box, and puts it back as it was."""

    def __init__(self, painter: QPainter, box: QRectF) -> None:
        self._painter, self._box = painter, box

    def __enter__(self) -> None:
        self._painter.save()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.translate(self._box.topLeft())
        self._painter.scale(self._box.width() / _GRID, self._box.height() / _GRID)

    def __exit__(self, *error: object) -> None:
        self._painter.restore()


def _pen(colour: QColor, width: float = _STROKE * _GRID / _STROKE_AT) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


@cache
def _path(drawing: str) -> QPainterPath:
    path = QPainterPath()
    words = iter(drawing.split())

    def number() -> float:
        return float(next(words))

    for word in words:
        match word:
            case "M":
                path.moveTo(number(), number())
            case "L":
                path.lineTo(number(), number())
            case "O":
                path.addEllipse(QPointF(number(), number()), radius := number(), radius)
            case "R":
                path.addRoundedRect(QRectF(number(), number(), number(), number()), radius := number(), radius)
            case "A":
                _arc(path, number(), number(), number(), number(), number())
            case _:
                path.closeSubpath()
    return path


def _arc(path: QPainterPath, x: float, y: float, radius: float, start: float, sweep: float) -> None:
    first = QPointF(x + radius * math.cos(math.radians(start)), y - radius * math.sin(math.radians(start)))
    if path.elementCount() == 0 or (path.currentPosition() - first).manhattanLength() > 0.8:
        path.moveTo(first)
    path.arcTo(QRectF(x - radius, y - radius, 2 * radius, 2 * radius), start, sweep)
