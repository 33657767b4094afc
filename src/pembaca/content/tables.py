"""Read tables as rows of cells, and tell them from tables that only place things on the page. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

import lxml.etree

from pembaca.content.addresses import link_address
from pembaca.content.rich import RichText, joined
from pembaca.content.tree import Element
from pembaca.document import Link, Table
from pembaca.plain import one_line, visible

_MAX_COLUMNS, _MAX_ROWS = 50, 2_000
_APART: Final = frozenset({"br", "p", "div", "li", "ul", "ol"})
_LONG_CELL: Final = 400  # characters; a cell of running text is a column of the page
_EMPTY: Final = RichText("")


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


def read_table(table: Element, language: str | None, base: str = "") -> Table | None:
    """Return the table's rows, all of one length; spanning cells repeat down, several header rows become one.

    Empty rows and columns are left out; None if nothing is left.

    Args:
        base: absolute address that relative ones are relative to.
    """
    grid, header_rows = _grid(table, base)
    if header_rows > 1 and len(grid) > header_rows:
        grid = [_merged(grid[:header_rows]), *grid[header_rows:]]
    rows = [row for row in grid if any(cell.text for cell in row)]
    columns = [index for index in range(len(rows[0])) if any(row[index].text for row in rows)] if rows else []
    if not columns:
        return None
    cells = [[row[index] for index in columns] for row in rows]
    lines = (joined(_between(row, RichText("; "))) for row in cells)
    links = joined(_between(lines, RichText("\n"))).links
    return Table(tuple(tuple(cell.text for cell in row) for row in cells), header_rows > 0, language, links)


def _between(parts: Iterable[RichText], filling: RichText) -> list[RichText]:
    return [piece for nth, part in enumerate(parts) for piece in ((filling, part) if nth else (part,))]


def _grid(table: Element, base: str) -> tuple[list[list[RichText]], int]:
    rows: list[list[RichText]] = []
    below: dict[int, tuple[int, RichText]] = {}
    header_rows, is_head = 0, True
    for row in list(table.iter("tr"))[:_MAX_ROWS]:
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        parent = row.getparent()
        in_head = parent is not None and parent.tag == "thead"
        is_head = is_head and bool(cells) and (in_head or all(_is_heading(cell) for cell in cells))
        header_rows += is_head
        rows.append(_row(cells, below, is_head, lambda cell: _rich(cell, base)))
    width = max((len(row) for row in rows), default=0)
    return [row + [_EMPTY] * (width - len(row)) for row in rows], header_rows


def _row(
    cells: list[Element], below: dict[int, tuple[int, RichText]], is_head: bool, read: Callable[[Element], RichText]
) -> list[RichText]:
    """Lay one row out; *below* holds what reaches down from rows above, by column, and is brought up to date."""
    row: list[RichText] = []

    def from_above() -> Iterator[RichText]:
        while len(row) in below:
            left, text = below.pop(len(row))
            if left > 1:
                below_next[len(row)] = (left - 1, text)
            yield text

    below_next: dict[int, tuple[int, RichText]] = {}
    for cell in cells:
        for text in from_above():
            row.append(text)
        text = read(cell)
        columns, down = _span(cell, "colspan", _MAX_COLUMNS), _span(cell, "rowspan", _MAX_ROWS)
        for offset in range(columns):
            shown = text if offset == 0 or is_head else _EMPTY
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


def _merged(rows: list[list[RichText]]) -> list[RichText]:
    return [_one_after_another(column) for column in zip(*rows, strict=True)]


def _one_after_another(cells: tuple[RichText, ...]) -> RichText:
    different = {cell.text: cell for cell in reversed(cells) if cell.text}
    pieces = [different[text] for text in dict.fromkeys(cell.text for cell in cells if cell.text)]
    return joined(_between(pieces, RichText(" ")))


def _span(cell: Element, name: str, limit: int) -> int:
    written = cell.get(name, "1").strip()
    return max(1, min(int(written), limit)) if written.isdecimal() and len(written) < 6 else 1


def _text(cell: Element) -> str:
    """Return the cell's text on one line; blocks and breaks inside are spaces."""
    return one_line("".join(text for text, _ in _pieces(cell)))


def _rich(cell: Element, base: str) -> RichText:
    """Return the same text with its links."""
    pieces = list(_pieces(cell))
    text = one_line("".join(piece for piece, _ in pieces))
    if not any(written for _, written in pieces):
        return RichText(text)
    addresses = {written: link_address(written, base) for _, written in pieces}
    parts = ((visible(piece), addresses[written]) for piece, written in pieces)
    rich = joined(RichText(part, (Link(0, len(part), url),) if url and part else ()) for part, url in parts).tidy()
    return rich if rich.text == text else RichText(text)  # a mark that joins across a link's end; the link gives way


def _pieces(cell: Element) -> Iterator[tuple[str, str]]:
    """Give the cell's text piece by piece, each with the address written on the link it stands in ("" if in none)."""
    hrefs = [""]
    for event, element in lxml.etree.iterwalk(cell, events=("start", "end")):
        if element.tag in _APART:
            yield " ", hrefs[-1]
        if event == "start":
            if element.tag == "a":
                hrefs.append(element.get("href", ""))
            yield element.text or "", hrefs[-1]
        else:
            if element.tag == "a":
                hrefs.pop()
            if element is not cell:
                yield element.tail or "", hrefs[-1]
