"""A designed state in the page's place: nothing there yet, a fault, the first start. Shows and asks, decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from pembaca.ui.controls.button import Button
from pembaca.ui.controls.places import Flow
from pembaca.ui.controls.scrolling import Scroll
from pembaca.ui.controls.words import Words
from pembaca.ui.icons import IconName, draw_icon, is_icon

if TYPE_CHECKING:
    from pembaca.ui.look import Look
    from pembaca.viewmodel import Action, MessageItem

_LINE_MOST = 680  # px at base 20: about 60 characters of the sentence
_ABOVE = 0.42  # share of the free height that lies above the message


class _Sign(QWidget):
    """An icon in a circle; the words beside it say the same."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.icon: IconName = "page"

    def side(self) -> int:
        """Return the width of the circle, px."""
        return self._look.scaled(self._look.tokens.icon["message_circle"])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, icon = QPainter(self), self._look.scaled(self._look.tokens.icon["message"])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colours.accent_soft)
        box = QRectF(self.contentsRect())
        painter.drawEllipse(box)
        middle = QRectF(box.center().x() - icon / 2, box.center().y() - icon / 2, icon, icon)
        draw_icon(painter, self.icon, middle, self._look.colours.accent)


class MessagePage(QWidget):
    """A sign, one line, one sentence and at most two buttons, on the line where the page's text begins.

    A low page loses the sign first, then scrolls. What is written is also the description of the first button, and the
    name and description of the page itself.

    Signals:
        action_requested: a button was pressed; carries the id of its action.
    """

    action_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._margin: int | None = None
        self._message: MessageItem | None = None
        self._sign = _Sign(look)
        self.step = Words(look, factor=look.tokens.chrome.small, weight=600, colour=lambda: look.colours.text_secondary)
        self.title = Words(look, factor=look.tokens.chrome.message_title, weight=800)
        self.sentence = Words(look, factor=1.15, weight=400)
        self._buttons = Flow()
        self.buttons: tuple[Button, ...] = ()
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setSpacing(0)
        self._below: dict[QWidget, QSpacerItem] = {}
        for part in (self._sign, self.step, self.title, self.sentence):
            self._column.addWidget(part)
            self._below[part] = QSpacerItem(0, 0)
            self._column.addItem(self._below[part])
        self._column.addWidget(self._buttons)
        self._column.addStretch(1)
        self._scroll = Scroll(look, self._body, self)
        self._scroll.installEventFilter(self)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._offer_scrolling)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._arrange)

    # -- orders

    def show_item(self, message: MessageItem, step: str = "") -> None:
        """Show a message; *step* is a small line above the title, as "Langkah 1 dari 3"."""
        self.show_message(message.icon, message.title, message.sentence, message.actions, step)

    def show_message(self, icon: str, title: str, sentence: str, actions: tuple[Action, ...] = (), step: str = "") -> None:
        """Show these words and buttons; if a button had the focus, the first new one has it."""
        had_focus = any(button.hasFocus() for button in self.buttons)
        self._sign.icon = icon if is_icon(icon) else "page"
        self.step.setText(step)
        self.step.setVisible(bool(step))
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(part for part in (step, sentence) if part))
        self._scroll.setAccessibleName(title)
        self._scroll.setAccessibleDescription(sentence)
        self._make_buttons(actions, " ".join(part for part in (step, f"{title}.", sentence) if part))
        if had_focus and self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._arrange()

    def set_margin(self, left_px: int | None) -> None:
        """Tell how far in the page's text begins; None: 6 % of the width, as the page does."""
        if left_px != self._margin:
            self._margin = left_px
            self._arrange()

    # -- inside

    def _make_buttons(self, actions: tuple[Action, ...], words: str) -> None:
        for button in self.buttons:
            button.setParent(None)
            button.deleteLater()
        self.buttons = tuple(self._make_button(action, number == 0) for number, action in enumerate(actions))
        if self.buttons:
            key = actions[0].key
            self.buttons[0].setAccessibleDescription(f"{words} {key}".strip())
        self._buttons.hold(self.buttons)
        self._buttons.setVisible(bool(self.buttons))

    def _make_button(self, action: Action, is_first: bool) -> Button:
        icon = action.icon if is_icon(action.icon) else None
        button = Button(self._look, action.text, icon=icon, kind="primary" if is_first else "outline", key=action.key)
        button.clicked.connect(lambda: self.action_requested.emit(action.id))
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _text_left(self) -> int:
        layout = self._look.tokens.layout
        if self._margin is not None:
            return self._margin
        share = round(float(layout["page_margin_share"]) * self.width())
        return max(int(layout["page_margin_min"]), min(int(layout["page_margin_max"]), share))

    def _arrange(self) -> None:
        self._scroll.setGeometry(self.rect())
        look, left = self._look, self._text_left()
        room = look.ring_room_px
        bar = int(look.tokens.control["scrollbar"])
        right = max(bar + 4, self.width() - left - look.scaled(_LINE_MOST))
        width = max(1, self.width() - left - right)
        self._buttons.set_gap(look.space(16) - 2 * room)
        side = self._sign.side()
        gaps = self._gaps(room)
        words = [part for part in (self.step, self.title, self.sentence) if part.text()]
        height = sum(part.heightForWidth(width + 2 * room) + gaps[part] for part in words)
        if self.buttons:
            height += self._buttons.heightForWidth(width + 2 * room)
        edge = look.space(24)
        has_sign = height + side + gaps[self._sign] + 2 * edge <= self.height()
        self._sign.setVisible(has_sign)
        self._sign.setFixedSize(side + room, side)
        height += side + gaps[self._sign] if has_sign else 0
        top = max(edge, round((self.height() - height) * _ABOVE))
        self._column.setContentsMargins(left - room, top, right - room, edge)
        self._space(gaps, room)

    def _gaps(self, room: int) -> dict[QWidget, int]:
        space = self._look.space
        return {self._sign: space(29), self.step: space(4), self.title: space(12), self.sentence: space(33) - room}

    def _space(self, gaps: dict[QWidget, int], room: int) -> None:
        # the buttons' rings begin where the column begins, the words where the buttons' frames begin
        self._sign.setContentsMargins(room, 0, 0, 0)
        for words in (self.step, self.title, self.sentence):
            words.setContentsMargins(room, 0, room, 0)
        for part, below in self._below.items():
            below.changeSize(0, 0 if part.isHidden() else gaps[part], QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._column.invalidate()

    def _offer_scrolling(self, _least: int, most: int) -> None:
        """Let Tab reach the message itself while it is longer than the page, so that the arrow keys can move it."""
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus if most > 0 else Qt.FocusPolicy.NoFocus)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self._scroll and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._scroll.hasFocus():
            return
        painter, ring = QPainter(self), self._look.focus_px
        painter.setPen(QPen(self._look.colours.focus, ring))
        half = ring // 2 + 1
        painter.drawRect(QRect(half, half, self.width() - 2 * half, self.height() - 2 * half))
