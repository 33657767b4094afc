"""Menus made from the list of commands. They ask for a command by its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pembaca.ui.look import Look
    from pembaca.viewmodel import MenuEntry


class Menus:
    """Builds and shows menus in the look in force."""

    def __init__(self, look: Look, parent: QWidget, chosen: Callable[[str], None]) -> None:
        self._look = look
        self._parent = parent
        self._chosen = chosen
        self._open: QMenu | None = None

    def show(self, entries: Iterable[MenuEntry], at: QWidget, name: str) -> None:
        """Show a menu below (or above) the button *at*; *name* is what a screen reader calls it."""
        menu = self._menu(name)
        groups: dict[str, QMenu] = {}
        for entry in entries:
            target = menu
            if entry.group:
                if entry.group not in groups:
                    groups[entry.group] = self._menu(entry.group)
                    menu.addMenu(groups[entry.group])
                    groups[entry.group].aboutToHide.connect(lambda: QTimer.singleShot(0, menu, lambda: _tell_focus(menu)))
                target = groups[entry.group]
            self._add(target, entry)
        self._open = menu  # Python must hold it while it is shown
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._place(menu, at))
        # as the key does it: setActiveAction would open the first one's submenu too
        QApplication.sendEvent(menu, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier))

    def _menu(self, name: str) -> QMenu:
        from pembaca.ui.controls.menu import LookMenu

        return LookMenu(self._look, name, self._parent)

    def _add(self, menu: QMenu, entry: MenuEntry) -> None:
        text = entry.text.replace("&", "&&")
        action = QAction(f"{text}\t{entry.key_text}" if entry.key_text else text, menu)
        if entry.is_checked is not None:
            action.setCheckable(True)
            action.setChecked(entry.is_checked)
        action.triggered.connect(lambda: self._chosen(entry.id))
        menu.addAction(action)

    def _place(self, menu: QMenu, at: QWidget) -> QPoint:
        size = menu.sizeHint()
        below = at.mapToGlobal(QPoint(at.width() - size.width(), at.height()))
        screen = at.screen().availableGeometry()
        if below.y() + size.height() > screen.bottom():
            below.setY(max(screen.top(), at.mapToGlobal(QPoint(0, 0)).y() - size.height()))
        below.setX(max(screen.left(), below.x()))
        return below


def _tell_focus(menu: QMenu) -> None:
    """Tell where a person is who has left a submenu: for Qt the entry was chosen all the time, so it says nothing."""
    entry = menu.activeAction()
    if menu.isVisible() and entry is not None:
        news = QAccessibleEvent(menu, QAccessible.Event.Focus)
        news.setChild(menu.actions().index(entry))
        QAccessible.updateAccessibility(news)
