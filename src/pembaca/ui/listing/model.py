"""The rows of the list, some at a time: a large library opens as fast as a small one. Knows no article beyond its row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pembaca.viewmodel import ArticleItem

ITEM: Final = Qt.ItemDataRole.UserRole
LoadMore = Callable[[int], tuple[ArticleItem, ...]]
_Index = QModelIndex | QPersistentModelIndex


class ArticleModel(QAbstractListModel):
    """Rows in the order given. ``load_more`` is called with the last row's id and returns the rows after it, () at the end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[ArticleItem] = []
        self._rows: dict[int, int] = {}
        self._load_more: LoadMore | None = None

    def show(self, items: tuple[ArticleItem, ...], load_more: LoadMore | None) -> None:
        """Take over other rows. Rows in the same order are only changed or added at the end, so that nothing moves."""
        self._load_more = load_more
        ids = [item.id for item in items]
        known = [item.id for item in self._items]
        if known and len(ids) >= len(known) and ids[: len(known)] == known:
            for row, item in enumerate(items[: len(known)]):
                self._change(row, item)
            self._append(items[len(known) :])
            return
        self.beginResetModel()
        self._items = list(items)
        self._rows = {item.id: row for row, item in enumerate(items)}
        self.endResetModel()

    def update_item(self, item: ArticleItem) -> None:
        """Change the row of that article, if it is here."""
        row = self._rows.get(item.id)
        if row is not None:
            self._change(row, item)

    def row_of(self, article_id: int) -> int | None:
        """Return the row of an article, None if it is not here (yet)."""
        return self._rows.get(article_id)

    def item_at(self, row: int) -> ArticleItem | None:
        """Return the item of a row, None outside."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows are here."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the item, its title, its accessible name (in the order drawn) or its accessible description."""
        item = self.item_at(index.row()) if index.isValid() else None
        if item is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return item.spoken
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return item.snippet
            case Qt.ItemDataRole.UserRole:
                return item
        return None

    def canFetchMore(self, parent: _Index) -> bool:
        """Say whether there may be more rows."""
        return self._load_more is not None and not parent.isValid() and bool(self._items)

    def fetchMore(self, parent: _Index) -> None:
        """Fetch the next rows."""
        if self._load_more is None or parent.isValid() or not self._items:
            return
        more = tuple(item for item in self._load_more(self._items[-1].id) if item.id not in self._rows)
        if not more:
            self._load_more = None
        self._append(more)

    def _append(self, items: tuple[ArticleItem, ...]) -> None:
        if not items:
            return
        first = len(self._items)
        self.beginInsertRows(QModelIndex(), first, first + len(items) - 1)
        self._items.extend(items)
        self._rows.update({item.id: first + nth for nth, item in enumerate(items)})
        self.endInsertRows()

    def _change(self, row: int, item: ArticleItem) -> None:
        if self._items[row] == item:
            return
        is_moved = replace(item, heard=0.0) != replace(self._items[row], heard=0.0)
        self._items[row] = item
        index = self.index(row)
        roles = [] if is_moved else [int(ITEM)]
        self.dataChanged.emit(index, index, roles)
