"""Scroll bars in the look's colours, and a scroll area that shows nothing of its own but them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QScrollArea, QScrollBar, QTextEdit, QWidget

if TYPE_CHECKING:
    from pembaca.ui.look import Look

_QSS = """
QScrollBar:vertical {{ background: transparent; width: {width}px; margin: 0; border: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {width}px; margin: 0; border: 0; }}
QScrollBar::handle {{ background: {colour}; border-radius: {radius}px; }}
QScrollBar::handle:vertical {{ margin: {edge}px {side}px; min-height: {least}px; }}
QScrollBar::handle:horizontal {{ margin: {side}px {edge}px; min-width: {least}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: 0; background: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
"""


def dress_scroll_bar(bar: QScrollBar, look: Look) -> None:
    """Draw *bar* 20 wide with a handle of 8 in the colour ``border``; call it again when the look has changed."""
    width, handle = look.tokens.control["scrollbar"], look.tokens.control["scroll_handle"]
    bar.setStyleSheet(
        _QSS.format(
            width=width, colour=look.colours.border.name(), radius=handle // 2, side=(width - handle) // 2, edge=6, least=48
        )
    )


def give_viewport(area: QAbstractScrollArea) -> QWidget:
    """Give *area* a viewport made in Python, and return it.

    To find out the class of one that Qt made, PySide loads every class of widgets: some 20 ms of the window's start.
    """
    viewport = QWidget(area)
    viewport.setObjectName("qt_scrollarea_viewport")  # as Qt names its own
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    if isinstance(area, QTextEdit):  # its text is measured on the viewport, and the old one goes
        area.document().documentLayout().setPaintDevice(viewport)
    area.setViewport(viewport)
    return viewport


class Scroll(QScrollArea):
    """A scroll area without frame or background; whatever takes the focus inside is brought into view."""

    def __init__(self, look: Look, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._body = body
        give_viewport(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(body)
        body.setAutoFillBackground(False)
        look.changed.connect(self._dress)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        focused = self.focused_child()
        if focused is not None:
            self.show_whole(focused)

    def focused_child(self) -> QWidget | None:
        """Return the widget inside that has the focus, if any."""
        focused = QApplication.focusWidget()
        return focused if focused is not None and self._body.isAncestorOf(focused) else None

    def show_whole(self, child: QWidget) -> None:
        """Scroll so that *child* is seen, its top edge first."""
        box = QRect(child.mapTo(self._body, child.rect().topLeft()), child.size())
        bar, room = self.verticalScrollBar(), 16
        if box.bottom() + room > bar.value() + self.viewport().height():
            bar.setValue(box.bottom() + room - self.viewport().height())
        if box.top() - room < bar.value():
            bar.setValue(box.top() - room)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new is self.focused_child():
            self.show_whole(new)

    def _dress(self) -> None:
        dress_scroll_bar(self.verticalScrollBar(), self._look)
