"""Divide the window: header, list, page and bar. Pure geometry from sizes; decides columns and nothing else."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QRect


class Measures(msgspec.Struct, frozen=True):
    """What the division depends on, px. ``list_least``/``list_most`` at the chrome base in force."""

    width: int
    height: int
    header: int
    card: int
    bar: int
    list_share: float
    list_least: int
    list_most: int
    panel_width: int
    has_panel: bool
    shows_page: bool
    text_least: int
    rows_least: int
    page_margin_share: float
    page_margin_least: int
    page_margin_most: int
    gap: int


class Arrangement(msgspec.Struct, frozen=True):
    """Where everything lies. In one column, list or page is empty (invalid), whichever is not shown."""

    is_one_column: bool
    header: QRect
    card: QRect
    side: QRect
    page: QRect
    bar: QRect
    page_margin: int


def arrange(measures: Measures) -> Arrangement:
    """Divide the window.

    Two columns only if the page then holds a readable line and the list some rows; else list *or* page. A panel takes
    the list's place; in one column it leaves three lines of page above it.
    """
    m = measures
    top = m.header + (m.card + m.gap if m.card else 0)
    middle = max(0, m.height - top - m.bar)
    side_width = max(m.list_least, min(m.list_most, round(m.list_share * m.width)))
    if m.has_panel:
        side_width = max(side_width, min(m.panel_width, m.width // 2))
    margin = _margin(m, m.width - side_width)
    is_one = m.width - side_width - 2 * margin < m.text_least or middle < m.rows_least
    if is_one:
        margin = _margin(m, m.width)
    side = QRect(0, top, m.width if is_one else side_width, middle)
    page = QRect(0 if is_one else side_width, top, m.width if is_one else m.width - side_width, middle)
    if is_one and not m.has_panel:
        side, page = (QRect(), page) if m.shows_page else (side, QRect())
    elif is_one:
        above = min(middle // 3, page.height())
        page = QRect(0, top, m.width, above)
        side = QRect(0, top + above, m.width, middle - above)
    return Arrangement(
        is_one_column=is_one,
        header=QRect(0, 0, m.width, m.header),
        card=QRect(m.gap, m.header, m.width - 2 * m.gap, m.card) if m.card else QRect(),
        side=side,
        page=page,
        bar=QRect(0, m.height - m.bar, m.width, m.bar),
        page_margin=margin,
    )


def _margin(m: Measures, page_width: int) -> int:
    return max(m.page_margin_least, min(m.page_margin_most, round(m.page_margin_share * page_width)))
