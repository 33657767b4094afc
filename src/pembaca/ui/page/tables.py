"""Put a table on the page: columns if they fit the measure, else every cell on a line of its own. Text is never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from pembaca.ui.page.writer import Writer, links_within

if TYPE_CHECKING:
    from pembaca.document import Cell, Table
    from pembaca.ui.page.style import PageStyle

_LINE: Final = 2
_PADDING_EM: Final = 0.4


def write_table(writer: Writer, table: Table, offset: int, room: int) -> None:
    """Write *table* at the cursor; *room* is the width there is, px."""
    columns = max(len(row) for row in table.rows)
    is_wide = is_folded(writer.style, table, room)
    shape = _shape(writer.style, 1 if is_wide else columns)
    made = writer.cursor.insertTable(len(table.rows) * (columns if is_wide else 1), 1 if is_wide else columns, shape)
    for cell in table.cells():
        place = (cell.row * columns + cell.column, 0) if is_wide else (cell.row, cell.column)
        is_last = cell.column == len(table.rows[cell.row]) - 1
        _write_cell(writer, made, place, cell, offset, is_head=table.header and cell.row == 0, is_last=is_last)
    writer.left_table()


def is_folded(style: PageStyle, table: Table, room: int) -> bool:
    """Say whether the columns of *table* do not fit *room*, so that its cells stand under each other."""
    return _least_width(style, table) > room


def _shape(style: PageStyle, columns: int) -> QTextTableFormat:
    shape = QTextTableFormat()
    shape.setTopMargin(style.gap)
    shape.setBottomMargin(style.gap)
    shape.setCellSpacing(0)
    shape.setCellPadding(0)
    shape.setBorder(0)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    if columns == 1:
        shape.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, 100)])
    return shape


def _write_cell(
    writer: Writer, made: QTextTable, place: tuple[int, int], told: Cell, offset: int, *, is_head: bool, is_last: bool
) -> None:
    style = writer.style
    cell = made.cellAt(*place)
    has_line = is_last or made.columns() > 1
    frame = QTextTableCellFormat()
    padding = style.px * _PADDING_EM
    frame.setTopPadding(padding / 2)
    frame.setBottomPadding(padding if has_line else 0)
    frame.setRightPadding(padding * 2)
    frame.setLeftPadding(0)
    if has_line:
        frame.setBottomBorder(_LINE * (2 if is_head else 1))
        frame.setBottomBorderBrush(QBrush(style.border))
        frame.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    writer.cursor = cell.firstCursorPosition()
    letters = QTextCharFormat()
    letters.setFont(_head_font(style) if is_head else style.body)
    frame.setFont(letters.font())
    cell.setFormat(frame)  # Qt keeps it in the first block's letters, so nothing may set those afterwards
    shape = QTextBlockFormat()
    shape.setLineHeight(style.line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    at = 0
    for nth, line in enumerate(told.text.split("\n")):
        if nth == 0:
            writer.cursor.setBlockFormat(shape)
        else:
            writer.cursor.insertBlock(shape, letters)
        writer.text(line, letters, offset + told.start + at, links_within(told.links, at, at + len(line)))
        at += len(line) + 1


def _head_font(style: PageStyle) -> QFont:
    return style.with_weight(style.body, 700)


def _least_width(style: PageStyle, table: Table) -> float:
    """Say how wide the columns are when every word stands whole."""
    metrics = QFontMetricsF(_head_font(style))
    padding = style.px * _PADDING_EM * 2
    columns = max(len(row) for row in table.rows)
    longest = [""] * columns
    for row in table.rows:
        for x, text in enumerate(row):
            longest[x] = max((longest[x], *text.split()), key=len)
    return sum(metrics.horizontalAdvance(word) + padding for word in longest)
