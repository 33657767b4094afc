"""Read tables as rows of cells, and tell them from tables that only place things on the page. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import lxml.etree

from pembaca.content.tree import Element
from pembaca.document import Table
from pembaca.plain import one_line

_MAX_COLUMNS, _MAX_ROWS = 50, 2_000
_APART: Final = frozenset({"br", "p", "div", "li", "ul", "ol"})
_LONG_CELL: Final = 400  # characters; a cell of running text is a column of the page


def is_data_table(table: Element) -> bool:
    """Whether the table holds data: two rows and columns at least, short cells, no table inside."""
    if table.get("role") in ("presentation", "none") or next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    filled = [row for row in rows if any(_text(cell) for cell in row)]
    if len(filled) < 2 or max(len(row) for row in filled) < 2:
        return False
    if any(cell.tag == "th" for row in filled for cell in row):
        return True
    cells = [cell for row in filled for cell in row]
    texts = [_text(cell) for cell in cells]
    if any(len(text) > _LONG_CELL or len(cell.findall("p")) > 3 for text, cell in zip(texts, cells, strict=True)):
        return False
    return sum(1 for text in texts if text) >= len(texts) / 2


def read_table(table: Element, language: str | None) -> Table | None:
    """Return the table's rows, all of one length; spanning cells repeat down, several header rows become one.

    Empty rows and columns are left out; None if nothing is left.
    """
    grid, header_rows = _grid(table)
    if header_rows > 1 and len(grid) > header_rows:
        grid = [_merged(grid[:header_rows]), *grid[header_rows:]]
    rows = [row for row in grid if any(row)]
    columns = [index for index in range(len(rows[0])) if any(row[index] for row in rows)] if rows else []
    if not columns:
        return None
    return Table(tuple(tuple(row[index] for index in columns) for row in rows), header=header_rows > 0, lang=language)


def _grid(table: Element) -> tuple[list[list[str]], int]:
    rows: list[list[str]] = []
    below: dict[int, tuple[int, str]] = {}
    header_rows, is_head = 0, True
    for row in list(table.iter("tr"))[:_MAX_ROWS]:
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        parent = row.getparent()
        in_head = parent is not None and parent.tag == "thead"
        is_head = is_head and bool(cells) and (in_head or all(_is_heading(cell) for cell in cells))
        header_rows += is_head
        rows.append(_row(cells, below, is_head))
    width = max((len(row) for row in rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows], header_rows


def _row(cells: list[Element], below: dict[int, tuple[int, str]], is_head: bool) -> list[str]:
    """Lay one row out; *below* holds what reaches down from rows above, by column, and is brought up to date."""
    row: list[str] = []

    def from_above() -> Iterator[str]:
        while len(row) in below:
            left, text = below.pop(len(row))
            if left > 1:
                below_next[len(row)] = (left - 1, text)
            yield text

    below_next: dict[int, tuple[int, str]] = {}
    for cell in cells:
        for text in from_above():
            row.append(text)
        text = _text(cell)
        columns, down = _span(cell, "colspan", _MAX_COLUMNS), _span(cell, "rowspan", _MAX_ROWS)
        for offset in range(columns):
            shown = text if offset == 0 or is_head else ""
            if down > 1:
                below_next[len(row)] = (down - 1, shown)
            row.append(shown)
        if len(row) >= _MAX_COLUMNS:
            break
    for text in from_above():
        row.append(text)
    below.clear()
    below.update(below_next)
    return row


def _is_heading(cell: Element) -> bool:
    """Whether the cell names its column: by its tag, or because all of it is bold, as editors do it by hand."""
    text = _text(cell)
    return cell.tag == "th" or not text or any(_text(bold) == text for bold in cell.iter("b", "strong"))


def _merged(rows: list[list[str]]) -> list[str]:
    return [" ".join(dict.fromkeys(cell for cell in column if cell)) for column in zip(*rows, strict=True)]


def _span(cell: Element, name: str, limit: int) -> int:
    written = cell.get(name, "1").strip()
    return max(1, min(int(written), limit)) if written.isdecimal() and len(written) < 6 else 1


def _text(cell: Element) -> str:
    """Return the cell's text on one line; blocks and breaks inside are spaces."""
    parts: list[str] = []
    for event, element in lxml.etree.iterwalk(cell, events=("start", "end")):
        parts.append(" " if element.tag in _APART else "")
        if event == "start":
            parts.append(element.text or "")
        elif element is not cell:
            parts.append(element.tail or "")
    return one_line("".join(parts))
