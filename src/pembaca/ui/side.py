"""The list's place: the list, or one panel instead of it. A plain widget: screen readers call a QStackedWidget "layered pane"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from pembaca.ui.controls.tab_order import insert_after, stops

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Side(QWidget):
    """Shows one of its widgets, as large as itself."""

    def __init__(self, first: QWidget) -> None:
        super().__init__()
        first.setParent(self)
        first.show()
        self._first, self._shown = first, first
        self._widgets = [first]

    def add(self, widget: QWidget) -> None:
        """Take another widget, not shown yet; Tab reaches it after the first, before what lies beside."""
        widget.hide()
        widget.setParent(self)
        self._widgets.append(widget)
        insert_after(stops(self._first)[-1], widget)

    @property
    def shown(self) -> QWidget:
        """The widget that is shown."""
        return self._shown

    def show_widget(self, widget: QWidget) -> None:
        """Show *widget* instead; the new one is shown before the old one goes, so that the focus has a place to go."""
        old, self._shown = self._shown, widget
        widget.setGeometry(self.rect())
        widget.show()
        if old is not widget:
            old.hide()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        for widget in self._widgets:
            widget.setGeometry(self.rect())
