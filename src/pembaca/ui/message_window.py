"""A window with nothing but a message, for what hinders the real one from opening. Shows and asks, decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QMainWindow

from pembaca.ui.message_page import MessagePage

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from pembaca.ui.look import Look
    from pembaca.viewmodel import MessageItem

_WIDTH, _HEIGHT = 900, 560


class MessageWindow(QMainWindow):
    """Asks one question. Its title is that of the message, so that a screen reader says it first."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._loop = QEventLoop()
        self._chosen = ""
        self.page = MessagePage(look)
        self.page.action_requested.connect(self._choose)
        self.setCentralWidget(self.page)
        self.setPalette(look.palette())
        self.setFont(look.font())
        screen = self.screen().availableGeometry()
        self.resize(min(_WIDTH, screen.width()), min(_HEIGHT, screen.height()))
        look.set_window_width(self.width())

    def ask(self, message: MessageItem) -> str:
        """Show *message* until a button is pressed, and return its id; "" if the window was closed instead."""
        self.setWindowTitle(f"{message.title} – Pembaca")
        self.page.show_item(message)
        self.show()
        self.activateWindow()
        if self.page.buttons:
            self.page.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._loop.exec()
        self.hide()
        return self._chosen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._loop.quit()
        event.accept()

    def _choose(self, wanted: str) -> None:
        self._chosen = wanted
        self._loop.quit()
