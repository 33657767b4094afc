"""A strip of the paper above an article that its source has changed: what changed, and a way through. Shows and asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from pembaca.i18n import tr
from pembaca.ui.controls.button import Button
from pembaca.ui.notices import Notice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pembaca.ui.look import Look
    from pembaca.viewmodel import ChangeNotice

_SHARE = 0.28  # of the window's height; higher, and the second sentence is left out
_GAP = 12  # px between the bar and the words
_KEY_LEAST, _ICON_LEAST = 700, 400  # px at base 20: narrower, and key (said in the description) or icons are left out


class ChangeStrip(Notice):
    """The bar at its left is the one that stands beside what changed.

    Signals:
        next_requested, close_requested: the button was pressed.
    """

    next_requested = Signal()
    close_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "page", "warning", _SHARE, parent, factor=1.0)
        self._margin = 24
        self.next = Button(look, tr("Berikutnya"), icon="next", kind="plain", key="F7", name=tr("Bagian berubah berikutnya"))
        self.close_button = Button(look, tr("Tutup"), icon="close", kind="plain", name=tr("Tutup tanda perubahan"))
        self.next.clicked.connect(self.next_requested)
        self.close_button.clicked.connect(self.close_requested)
        self.buttons.hold((self.next, self.close_button))

    def show_notice(self, notice: ChangeNotice) -> None:
        """Show what changed; without marks there is nothing to go to."""
        self.buttons.hold((self.next, self.close_button) if notice.has_marks else (self.close_button,))
        self.next.setAccessibleDescription(f"F7. {notice.whole}")
        self.close_button.setAccessibleDescription(f"Ctrl+F7. {notice.whole}")
        self.show_message(notice.title, notice.sentence)

    def set_margin(self, px: int) -> None:
        """Tell how far in the page's text begins: the words share its line."""
        if px != self._margin:
            self._margin = px
            self._relook()

    def heightForWidth(self, width: int) -> int:
        self.next.show_key("F7" if width >= self._look.scaled(_KEY_LEAST) else "")
        for button in (self.next, self.close_button):
            button.show_icon(width >= self._look.scaled(_ICON_LEAST))
        return super().heightForWidth(width)

    def colour(self) -> QColor:
        """Return the colour of the bar."""
        return self._look.colours.accent

    def paintEvent(self, _event: QPaintEvent) -> None:
        line = int(self._look.tokens.stroke["region_line_flat"])
        painter = QPainter(self)
        painter.fillRect(0, self.height() - line, self.width(), line, self._look.colours.border)
        wide = int(self._look.tokens.stroke["selected_bar"])
        words = self.title.geometry().united(self.sentence.geometry() if self.sentence.isVisible() else QRect())
        painter.fillRect(max(2, self._text_left() - _GAP - wide), words.top(), wide, words.height(), self.colour())

    def _text_left(self) -> int:
        return max(self._margin, self._look.ring_room_px + _GAP)

    def _row_left(self) -> int:
        return self._text_left()

    def _right_pad(self) -> int:
        return min(self._margin, self._look.space(24))
