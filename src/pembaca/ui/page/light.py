"""The light under the spoken sentence and word: where it lies and what it looks like. Paints; knows no reading."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextBlock, QTextBlockFormat, QTextDocument, QTextLine

from pembaca.ui.utf16 import as_units

if TYPE_CHECKING:
    from pembaca.ui.look import Look
    from pembaca.ui.tokens import LightShape

_FIXED: Final = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_EDGE_EM, _UNDERLINE_EM, _FIND_UNDERLINE_EM = 0.05, 0.11, 0.11
_FIND_ABOVE_EM, _FIND_BELOW_EM, _FIND_RADIUS_EM = 0.84, 0.32, 0.14
_BAR_GAP: Final = 3  # px


class LineBox(msgspec.Struct, frozen=True):
    """The lit part of one line, px of the document.

    ``begins``/``ends``: nothing stands on that side; ``presses_left``/``presses_right``: a letter stands there without a space.
    """

    left: float
    right: float
    baseline: float
    em: float
    line: float
    begins: bool
    ends: bool
    presses_left: bool = False
    presses_right: bool = False


class Shape(msgspec.Struct, frozen=True):
    """A joined outline and what it covers, its stroke included."""

    path: QPainterPath
    bounds: QRectF


def line_boxes(document: QTextDocument, start: int, end: int) -> list[LineBox]:
    """Say where the text from *start* to *end* (positions) stands, line by line, without the spaces at line ends."""
    boxes: list[LineBox] = []
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        boxes.extend(_block_boxes(document, block, start, end))
        block = block.next()
    return boxes


def sentence_shape(boxes: list[LineBox], shape: LightShape, edge: float, width: float) -> Shape:
    """Join the boxes to one outline (more where lines do not touch); kept within *width*."""
    rects = [_rect(box, shape, width, edge) for box in _snapped(boxes, shape)]
    radius = shape.radius_em * (boxes[0].em if boxes else 0)
    path = QPainterPath()
    stack: list[QRectF] = []
    for rect in rects:
        if stack and not _touch(stack[-1], rect):
            path.addPath(_outline(stack, radius))
            stack = []
        stack.append(rect)
    if stack:
        path.addPath(_outline(stack, radius))
    return Shape(path, path.boundingRect().adjusted(-edge, -edge, edge, edge))


def word_rects(boxes: list[LineBox], shape: LightShape, width: float) -> list[QRectF]:
    """Return one box a line for a word."""
    return [_word_rect(box, shape.above_em, shape.below_em, shape.side_em, width) for box in boxes]


def edge_px(look: Look) -> float:
    """Width of the sentence's edge: 2 px to 4 px."""
    stroke = look.tokens.stroke
    return max(stroke["highlight_edge"], min(stroke["highlight_edge_max"], round(_EDGE_EM * look.article_px)))


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of WCAG 2.2, 1.0 to 21.0."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def paint_sentence(painter: QPainter, look: Look, shape: Shape) -> None:
    """Paint the sentence's fill and edge."""
    colours = look.colours
    pen = QPen(colours.highlight_sentence_edge, edge_px(look))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(colours.highlight_sentence)
    painter.drawPath(shape.path)


def paint_word(painter: QPainter, look: Look, rects: list[QRectF], em: float) -> None:
    """Paint the word's box, underlined inside where it differs too little from the sentence."""
    colours, shape, stroke = look.colours, look.tokens.word_light, look.tokens.stroke
    is_weak = contrast(colours.highlight_word, colours.highlight_sentence) < shape.underline_below_contrast
    thickness = max(stroke["word_underline"], min(stroke["word_underline_max"], round(_UNDERLINE_EM * em)))
    for rect in rects:
        line = colours.highlight_sentence_edge if is_weak else None
        _marked(painter, rect, shape.radius_em * em, colours.highlight_word, thickness, line)


def paint_changed(painter: QPainter, look: Look, boxes: list[LineBox], width: float, *, has_line: bool) -> None:
    """Paint the tint under changed words, with a line at its foot where the tint is all that tells them from their neighbours."""
    shape = look.tokens.word_light
    underline = _find_underline(look)
    for box in boxes:
        rect = _word_rect(box, _FIND_ABOVE_EM, _FIND_BELOW_EM, shape.side_em, width)
        line = look.colours.accent if has_line else None
        _marked(painter, rect, shape.radius_em * box.em, look.colours.accent_soft, underline, line)


def changed_bar(look: Look, boxes: list[LineBox], text_left: float) -> QRectF:
    """Return the bar beside changed lines, left of where sentences are lit."""
    shape, em = look.tokens.sentence_light, look.article_px
    wide = look.tokens.stroke["selected_bar"]
    left = max(look.focus_px + 2, text_left - shape.line_end_em * em - edge_px(look) - _BAR_GAP - wide)
    top = boxes[0].baseline - _FIND_ABOVE_EM * boxes[0].em
    return QRectF(left, top, wide, boxes[-1].baseline + _FIND_BELOW_EM * boxes[-1].em - top)


def paint_find(painter: QPainter, look: Look, box: LineBox, width: float) -> None:
    """Paint the tint and underline of something found."""
    rect = _word_rect(box, _FIND_ABOVE_EM, _FIND_BELOW_EM, look.tokens.word_light.side_em, width)
    underline = _find_underline(look)
    edge = look.colours.highlight_sentence_edge
    _marked(painter, rect, _FIND_RADIUS_EM * box.em, look.colours.highlight_sentence, underline, edge)


def _find_underline(look: Look) -> float:
    return max(3, min(look.tokens.stroke["word_underline_max"], round(_FIND_UNDERLINE_EM * look.article_px)))


def _marked(painter: QPainter, rect: QRectF, radius: float, fill: QColor, underline: float, line: QColor | None) -> None:
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawPath(path)
    if line is not None:
        foot = QPainterPath()
        foot.addRect(QRectF(rect.left(), rect.bottom() - underline, rect.width(), underline))
        painter.setBrush(line)
        painter.drawPath(path.intersected(foot))


def _block_boxes(document: QTextDocument, block: QTextBlock, start: int, end: int) -> list[LineBox]:
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    layout, text, shape = block.layout(), as_units(block.text()), block.blockFormat()
    em = block.charFormat().font().pixelSize()
    fixed = shape.lineHeight() if shape.lineHeightType() == _FIXED else 1.5 * em
    boxes = []
    first = layout.lineForTextPosition(max(0, start - block.position())) if layout.lineCount() else None
    for nth in range(first.lineNumber() if first is not None and first.isValid() else 0, layout.lineCount()):
        line = layout.lineAt(nth)
        head, tail = line.textStart(), line.textStart() + line.textLength()
        low, high = max(head, start - block.position()), min(tail, end - block.position())
        if high <= low:
            break
        ends = not text[high:tail].strip()
        while high > low and text[high - 1].isspace():
            high -= 1
        while low < high and text[low].isspace():
            low += 1
        if low < high:
            left, right = _extent(line, text, low, high)
            baseline = origin.y() + line.y() + line.ascent()
            begins = not text[head:low].strip()
            presses = not begins and not text[low - 1].isspace(), not ends and not text[high].isspace()
            boxes.append(LineBox(origin.x() + left, origin.x() + right, baseline, em, fixed, begins, ends, *presses))
    return boxes


def _extent(line: QTextLine, text: str, low: int, high: int) -> tuple[float, float]:
    has_rtl = any("\u0590" <= char <= "\u08ff" for char in text[low:high])  # then the ends may lie anywhere
    found = [_x(line, place) for place in (range(low, high + 1) if has_rtl else (low, high))]
    return min(found), max(found)


def _x(line: QTextLine, place: int) -> float:
    found: tuple[float, int] | float = line.cursorToX(place)  # type: ignore[assignment]
    return found[0] if isinstance(found, tuple) else found


def _snapped(boxes: list[LineBox], shape: LightShape) -> list[LineBox]:
    """Set right ends equal that differ by little; only where nothing stands beside them."""
    done: list[LineBox] = []
    group: list[LineBox] = []
    for box in [*boxes, None]:
        widest = max((member.right for member in group), default=0.0)
        if box is not None and box.ends and group and group[-1].ends and abs(box.right - widest) < shape.snap_em * box.em:
            group.append(box)
            continue
        done.extend(replace(member, right=widest) for member in group)
        group = [] if box is None else [box]
    return done


def _rect(box: LineBox, shape: LightShape, width: float, edge: float) -> QRectF:
    spare = (box.line - (shape.above_em + shape.below_em) * box.em) / 2  # so that lines of every height just touch
    top = round(box.baseline - shape.above_em * box.em - spare)
    left = box.left - (shape.line_end_em if box.begins else shape.side_em) * box.em
    right = box.right + (shape.line_end_em if box.ends else shape.side_em) * box.em
    return QRectF(QPointF(max(edge, round(left)), top), QPointF(min(width - edge, round(right)), top + round(box.line)))


def _word_rect(box: LineBox, above: float, below: float, side: float, width: float) -> QRectF:
    spare = min(0.0, (box.line - 1.5 * box.em) / 4)
    top, bottom = round(box.baseline - above * box.em - spare / 2), round(box.baseline + below * box.em + spare / 2)
    left = math.floor(box.left) if box.presses_left else math.floor(box.left - side * box.em)
    right = math.floor(box.right) if box.presses_right else math.ceil(box.right + side * box.em)
    return QRectF(QPointF(max(0, left), top), QPointF(min(width, right), bottom))


def _touch(upper: QRectF, lower: QRectF) -> bool:
    return abs(upper.bottom() - lower.top()) <= 1.5 and upper.left() < lower.right() and lower.left() < upper.right()


def _outline(stack: list[QRectF], radius: float) -> QPainterPath:
    """Go round a stack of touching boxes; every corner, outer or inner, is round."""
    for upper, lower in pairwise(stack):
        lower.setTop(upper.bottom())
    corners = [point for rect in stack for point in (rect.topRight(), rect.bottomRight())]
    corners += [point for rect in reversed(stack) for point in (rect.bottomLeft(), rect.topLeft())]
    return _rounded(_turns(corners), radius)


def _turns(corners: list[QPointF]) -> list[QPointF]:
    kept: list[QPointF] = []
    for at, point in enumerate(corners):
        before, after = corners[at - 1], corners[(at + 1) % len(corners)]
        is_straight = (before.x() == point.x() == after.x()) or (before.y() == point.y() == after.y())
        if not is_straight and point != before:
            kept.append(point)
    return kept


def _rounded(corners: list[QPointF], radius: float) -> QPainterPath:
    path = QPainterPath()
    for at, corner in enumerate(corners):
        before, after = corners[at - 1], corners[(at + 1) % len(corners)]
        come, leave = _toward(corner, before, radius), _toward(corner, after, radius)
        if at == 0:
            path.moveTo(come)
        else:
            path.lineTo(come)
        path.quadTo(corner, leave)
    path.closeSubpath()
    return path


def _toward(corner: QPointF, other: QPointF, radius: float) -> QPointF:
    way = other - corner
    length = math.hypot(way.x(), way.y())
    return corner + way * (min(radius, length / 2) / length) if length else corner


def _luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())
