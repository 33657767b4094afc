"""The list of articles: one row a card, keys and mouse. Shows and asks; says what was chosen and decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from pembaca.i18n import tr
from pembaca.ui.controls.scrolling import dress_scroll_bar, give_viewport
from pembaca.ui.listing.delegate import ArticleDelegate
from pembaca.ui.listing.model import ArticleModel, LoadMore

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pembaca.ui.look import Look
    from pembaca.viewmodel import ArticleItem

_Index = QModelIndex | QPersistentModelIndex
_OWN_KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class ArticleList(QListView):
    """The articles, each a row with its state in words.

    Signals:
        article_chosen: the person went to another row: its id.
        article_clicked: a row was clicked: its id.
        article_opened: Enter or a double click on a row: its id.
    """

    article_chosen = Signal(int)
    article_clicked = Signal(int)
    article_opened = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self._look = look
        self._is_ours = self._expects_focus = False
        self._model = ArticleModel(self)
        self._delegate = ArticleDelegate(look, self, lambda: self.hasFocus() or self._expects_focus)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Daftar artikel"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self._went)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._opened)
        look.changed.connect(self._relook)
        self._relook()

    # -- orders

    def show_items(self, items: tuple[ArticleItem, ...], load_more: LoadMore | None = None) -> None:
        """Show these rows, and what *load_more* (last id → rows after it) gives when the end comes near.

        The current article, its place on screen and the focus stay if it is among them; else the first row is current.
        """
        current, y = self.current_id(), self.visualRect(self.currentIndex()).top()
        self._is_ours = True
        self._model.show(items, load_more)
        row = self._model.row_of(current) if current is not None else None
        index = self._model.index(row or 0)
        if index.isValid() and index.row() != self.currentIndex().row():
            self.setCurrentIndex(index)
        self._is_ours = False
        if row is not None:
            self._hold(index, y)

    def update_item(self, item: ArticleItem) -> None:
        """Show a row's new state; nothing moves."""
        self._model.update_item(item)

    def set_current(self, article_id: int) -> bool:
        """Go to an article without a signal; False if it is not in the list."""
        row = self._model.row_of(article_id)
        while row is None and self._model.canFetchMore(QModelIndex()):
            self._model.fetchMore(QModelIndex())
            row = self._model.row_of(article_id)
        if row is None:
            return False
        self._is_ours = True
        self.setCurrentIndex(self._model.index(row))
        self._is_ours = False
        return True

    def current_id(self) -> int | None:
        """Return the id of the current article."""
        item = self._model.item_at(self.currentIndex().row())
        return item.id if item else None

    def go_next(self) -> bool:
        """Go to the next article as the person would; False at the end."""
        return self._step(1)

    def go_previous(self) -> bool:
        """Go to the previous article as the person would; False at the beginning."""
        return self._step(-1)

    def neighbour(self, article_id: int | None, step: int) -> int | None:
        """Return the article *step* rows from that one (from before the first for None); None past either end."""
        row = self._model.row_of(article_id) if article_id is not None else -1
        if row is None:
            row = self.currentIndex().row()
        while row + step >= self._model.rowCount() and self._model.canFetchMore(QModelIndex()):
            self._model.fetchMore(QModelIndex())
        item = self._model.item_at(row + step)
        return item.id if item else None

    def expect_focus(self, is_expected: bool) -> None:
        """Draw the ring already: a window that opens is about to be given the focus, and then need not be drawn once more."""
        self._expects_focus = is_expected
        if not self.hasFocus():
            self.viewport().update()

    def count(self) -> int:
        """Return how many rows are here."""
        return self._model.rowCount()

    # -- the person

    def event(self, event: QEvent) -> bool:
        """Claim the list's own keys; Space and all others are the window's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            is_own = event.key() in _OWN_KEYS and event.modifiers() in _PLAIN
            event.setAccepted(is_own)
            return is_own
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, open with Enter; other keys go on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in _PLAIN:
            self._opened(self.currentIndex())
        elif event.key() in _OWN_KEYS and event.modifiers() in _PLAIN:
            if event.key() in (Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
                self._fetch_ahead()
            super().keyPressEvent(event)
            event.accept()
        else:
            event.ignore()

    def dataChanged(self, first: _Index, last: _Index, roles: Sequence[int] = ()) -> None:
        """Draw the row anew; lay all rows out anew only if it has another height now."""
        item = self._model.item_at(first.row())
        if item is not None and first.row() == last.row() and self._delegate.keeps_height(item):
            QAbstractItemView.dataChanged(self, first, last, roles)
        else:
            is_in_sight = self._is_in_sight()
            super().dataChanged(first, last, roles)
            if is_in_sight:
                self._keep_in_sight()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay rows out for the new width: always without the scroll bar's 20, so that cards never jump."""
        super().resizeEvent(event)
        is_in_sight = self._is_in_sight()
        if self._delegate.set_width(self._row_width()):
            self.scheduleDelayedItemsLayout()
        if is_in_sight or self.hasFocus():
            self._keep_in_sight()

    # -- inside

    def _is_in_sight(self) -> bool:
        box = self.visualRect(self.currentIndex())
        return box.isValid() and box.intersects(self.viewport().rect())

    def _keep_in_sight(self) -> None:
        """Show the current row whole once the rows are laid out anew."""
        QTimer.singleShot(0, self, lambda: self.scrollTo(self.currentIndex()))

    def _row_width(self) -> int:
        return max(1, self.width() - self._look.tokens.control["scrollbar"])

    def _step(self, by: int) -> bool:
        self._fetch_ahead()
        index = self._model.index(self.currentIndex().row() + by)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        return True

    def _fetch_ahead(self) -> None:
        if self.currentIndex().row() >= self._model.rowCount() - 20 and self._model.canFetchMore(QModelIndex()):
            self._model.fetchMore(QModelIndex())

    def _hold(self, index: QModelIndex, y: int) -> None:
        self.executeDelayedItemsLayout()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.visualRect(index).top() - y)

    def _went(self, current: QModelIndex, _before: QModelIndex) -> None:
        item = self._model.item_at(current.row())
        if item is not None and not self._is_ours:
            self.article_chosen.emit(item.id)

    def _clicked(self, index: QModelIndex) -> None:
        item = self._model.item_at(index.row())
        if item is not None:
            self.article_clicked.emit(item.id)

    def _opened(self, index: QModelIndex) -> None:
        item = self._model.item_at(index.row())
        if item is not None:
            self.article_opened.emit(item.id)

    def _relook(self) -> None:
        palette = self._look.palette()
        palette.setColor(QPalette.ColorRole.Base, self._look.colours.background)
        self.setPalette(palette)
        dress_scroll_bar(self.verticalScrollBar(), self._look)
        self.verticalScrollBar().setSingleStep(max(1, self._look.scaled(40)))
        self._delegate.set_width(self._row_width())
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
