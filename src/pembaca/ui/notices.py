"""Two notices: reading a copy without a network, and no voice to read with. They show and ask, decide nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pembaca.i18n import tr
from pembaca.ui.controls.button import Button
from pembaca.ui.controls.frame import draw_frame
from pembaca.ui.controls.places import Flow
from pembaca.ui.controls.words import Words
from pembaca.ui.icons import IconName, draw_icon

if TYPE_CHECKING:
    from pembaca.ui.look import Look

_EDGE = 8  # px of the coloured edge
_TEXT_LEAST = 340  # px at base 20: narrower, and the buttons go under the words
_BAR_SHARE, _CARD_SHARE = 0.42, 0.28  # of the window's height; higher, and the sentence is left out


class Notice(QWidget):
    """A sign, a title, a sentence and buttons; the buttons go under the words when it is narrow."""

    def __init__(
        self,
        look: Look,
        icon: IconName,
        role: Literal["warning", "danger"],
        share: float,
        parent: QWidget | None,
        factor: float = 1.15,
    ) -> None:
        super().__init__(parent)
        self._look, self._icon, self._role = look, icon, role
        self.title = Words(look, factor=factor, weight=700)
        self.sentence = Words(look, weight=400)
        self.buttons = Flow()
        for part in (self.title, self.sentence, self.buttons):
            part.setParent(self)
        self._has_sentence, self._is_compact = True, False
        self._share, self._window_height = share, 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._relook)

    def show_message(self, title: str, sentence: str) -> None:
        """Show what is the case, and what still works."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self._relook()

    def colour(self) -> QColor:
        """Return the colour of edge and sign."""
        return self._look.colours.warning if self._role == "warning" else self._look.colours.danger

    def set_window_height(self, px: int) -> None:
        """Tell the window's height: over a share of it the sentence is left out (it stays in the button's description)."""
        if px != self._window_height:
            self._window_height = px
            self._relook()

    def set_compact(self, is_compact: bool) -> None:
        """Be one line, shortened if need be, where the whole would leave no room for what the window is for."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self.title.set_most_lines(1 if is_compact else 0)
            self._relook()

    def can_be_compact(self, width: int) -> bool:
        """Whether one line beside the buttons would still say something at *width*."""
        return self._beside_text(width) >= self._look.scaled(_TEXT_LEAST) // 2

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self._has_sentence = bool(self.sentence.text()) and not self._is_compact
        height = self._measure(width)[0]
        window = self._window_height or (self.window().height() if self.window() is not self else 0)
        if window and height > self._share * window:
            self._has_sentence = False
            height = self._measure(width)[0]
        return height

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(320, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(max(320, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        self._relook()
        super().showEvent(event)

    def _pad(self) -> int:
        return self._look.space(4) if self._is_compact else self._look.space(16)

    def _text_left(self) -> int:
        return _EDGE + self._look.space(22) + self._icon_px() + self._look.space(18)

    def _row_left(self) -> int:
        """Where the buttons begin that stand under the words."""
        return _EDGE + self._look.space(24)

    def _icon_px(self) -> int:
        return self._look.scaled(self._look.tokens.icon["control"]) + 4

    def _right_pad(self) -> int:
        return self._look.space(30)

    def _is_beside(self, width: int) -> bool:
        if self._is_compact:
            return True
        return self._beside_text(width) >= self._look.scaled(_TEXT_LEAST)

    def _beside_text(self, width: int) -> int:
        """Return the px that are left for the words where the buttons stand beside them."""
        return width - self._text_left() - self.buttons.sizeHint().width() - self._right_pad() - self._look.space(16)

    def _measure(self, width: int) -> tuple[int, QRect, QRect, QRect]:
        """Return the height and the boxes of title, sentence and buttons."""
        room, pad, left = self._look.ring_room_px, self._pad(), self._text_left()
        is_beside = self._is_beside(width)
        wanted = self.buttons.sizeHint().width() if is_beside else width - self._row_left() - self._look.space(24) + 2 * room
        row = self.buttons.heightForWidth(wanted)
        right = self._right_pad() - room
        text = width - left - (wanted + right + self._look.space(16) if is_beside else self._look.space(16))
        title = self.title.heightForWidth(text)
        sentence = self.sentence.heightForWidth(text) if self._has_sentence else 0
        words = title + sentence + (self._look.space(2) if sentence else 0)
        height = max(words, row - 2 * room if is_beside else 0) + 2 * pad
        top = (height - words) // 2
        at = QRect(width - right - wanted, (height - row) // 2, wanted, row)
        if not is_beside:
            at = QRect(self._row_left() - room, height - room, wanted, row)
            height += row - 2 * room + pad
        second = QRect(left, top + title + self._look.space(2), text, sentence)
        return height, QRect(left, top, text, title), second, at

    def _place(self) -> None:
        self.heightForWidth(self.width())
        self.buttons.set_gap(self._button_gap())
        _height, title, sentence, actions = self._measure(self.width())
        self.title.setGeometry(title)
        self.sentence.setGeometry(sentence)
        self.sentence.setVisible(self._has_sentence)
        self.buttons.setGeometry(actions)

    def _button_gap(self) -> int:
        return self._look.space(16) - 2 * self._look.ring_room_px

    def _relook(self) -> None:
        if self.isHidden():  # it is rarely shown, and laid out when it is
            return
        self.buttons.set_gap(self._button_gap())
        self.updateGeometry()
        self._place()
        self.update()

    def _draw_sign(self, painter: QPainter) -> None:
        side = self._icon_px()
        draw_icon(painter, self._icon, QRectF(_EDGE + self._look.space(22), self.title.y(), side, side), self.colour())


class OfflineCard(Notice):
    """The card under the header while there is no network, or while a fault is told. Its own rectangle is the card: margins
    are the window's.

    Signals:
        retry_requested: fetch again.
        close_requested: the fault has been read.
    """

    retry_requested = Signal()
    close_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "offline", "warning", _CARD_SHARE, parent)
        self.retry = Button(look, tr("Coba lagi"), icon="refresh", key="F5")
        self.retry.clicked.connect(self.retry_requested)
        self.close_button = Button(look, tr("Tutup"), icon="close", key="Esc", name=tr("Tutup pesan"), parent=self)
        self.close_button.clicked.connect(self.close_requested)
        self.close_button.hide()
        self.buttons.hold((self.retry,))

    def show_message(self, title: str, sentence: str, button: str = "") -> None:
        """Show what is read and what still works, with a button to try again, perhaps in other words."""
        if button:
            self.retry.show_words(button)
        self.retry.setAccessibleDescription(f"F5. {title}. {sentence}")
        self._show(title, sentence, "offline", self.retry)

    def show_fault(self, title: str, sentence: str) -> None:
        """Show what went wrong, with a button to put the card away."""
        self.close_button.setAccessibleDescription(f"Esc. {title}. {sentence}")
        self._show(title, sentence, "warning", self.close_button)

    @property
    def is_fault(self) -> bool:
        """Whether it tells a fault, which can be put away."""
        return not self.isHidden() and not self.close_button.isHidden()

    def _show(self, title: str, sentence: str, icon: IconName, button: Button) -> None:
        self._icon = icon
        self.buttons.hold((button,))
        super().show_message(title, sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, radius = self._look.colours, self._look.tokens.radius["control"]
        box = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(box, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(outline)
        painter.fillRect(self.rect(), colours.surface_raised)
        painter.fillRect(0, 0, _EDGE, self.height(), self.colour())
        draw_frame(painter, box, radius, None, colours.border, self._look.tokens.stroke["border"])
        self._draw_sign(painter)


class NoVoiceBar(Notice):
    """In the reading bar's place while there is no voice.

    Signals:
        test_requested, help_requested: the button was pressed.
    """

    test_requested = Signal()
    help_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "voice_off", "danger", _BAR_SHARE, parent)
        self.test = Button(look, tr("Uji suara"), icon="voice_on", kind="primary")
        self.help = Button(look, tr("Cara memasang"), icon="help", name=tr("Cara memasang suara"))
        self.test.clicked.connect(self.test_requested)
        self.help.clicked.connect(self.help_requested)
        self.buttons.hold((self.test, self.help))

    def show_message(self, title: str, sentence: str) -> None:
        """Show what is missing, what still works, and what to install."""
        super().show_message(title, sentence)
        self.test.setAccessibleDescription(f"{title}. {sentence}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = int(self._look.tokens.stroke["region_line_flat"])
        painter.fillRect(self.rect(), self._look.colours.surface_raised)
        painter.fillRect(0, 0, self.width(), line, self._look.colours.border)
        painter.fillRect(0, line, _EDGE, self.height() - line, self.colour())
        self._draw_sign(painter)
