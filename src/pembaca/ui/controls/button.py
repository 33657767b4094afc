"""Buttons: plain, outline, primary, play and stacked, each an icon with its word. They ask, decide nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFocusEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pembaca.ui.controls.frame import draw_frame, draw_ring, frame_of
from pembaca.ui.controls.pressable import Pressable
from pembaca.ui.controls.words import draw_lines, line_height, text_width, widest_word, wrap
from pembaca.ui.icons import IconName, draw_icon

if TYPE_CHECKING:
    from pembaca.ui.look import Look

Kind = Literal["plain", "outline", "primary", "play", "stacked"]

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)  # the focus comes back by itself
_STACKED_LEAST = 80  # measured in the pictures: Henti, Lambat and Cepat are equally wide


class _Paint(msgspec.Struct, frozen=True):
    """Colours of one state of a button."""

    ink: QColor
    fill: QColor | None
    edge: QColor | None


class Button(Pressable):
    """A button that Space and Enter press and that draws its own focus ring.

    ``reserve`` names other words it may show later: it is always wide enough for the widest.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        *,
        icon: IconName | None = None,
        kind: Kind = "outline",
        key: str = "",
        name: str = "",
        reserve: tuple[str, ...] = (),
        side: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._icon, self._kind, self._key = look, icon, kind, key
        self._words, self._reserve = "", reserve
        self._is_available, self._side_px, self._has_icon = True, side, True
        self._measured: tuple[object, ...] = ()
        self._hint, self._wrapped = QSize(), dict[int, tuple[str, ...]]()
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_words(text, name)
        if key:
            self.setAccessibleDescription(key)
        look.changed.connect(self._relook)

    # -- orders

    def show_words(self, text: str, name: str = "", icon: IconName | None = None) -> None:
        """Show other words, and speak *name* in their place if it is given."""
        self._icon = icon if icon is not None else self._icon
        self._words = text
        if self.accessibleName() != name:
            self.setAccessibleName(name)
        doubled = text.replace("&", "&&")  # Qt would make an Alt key of a single one
        if self.text() != doubled:
            self.setText(doubled)
        self._relook()

    def show_icon(self, shown: bool) -> None:
        """Draw the icon beside the words, or leave it out where there is room for words only."""
        if shown != self._has_icon:
            self._has_icon = shown
            self._relook()

    def show_key(self, key: str) -> None:
        """Draw the cap of that key beside the words; "" for none, where there is no room for it."""
        if key != self._key:
            self._key = key
            self._relook()

    def set_available(self, is_available: bool) -> None:
        """Enable or disable the button; one that has the focus looks disabled at once, but keeps the focus until it is left."""
        if is_available != self._is_available:
            self._is_available = is_available
            self.update()
        if is_available or not self.hasFocus():
            self.setEnabled(is_available)

    def words(self) -> str:
        """Return the words shown."""
        return self._words

    # -- sizes: all of the widget, ring room included

    def sizeHint(self) -> QSize:
        self._measure()
        return self._hint

    def minimumSizeHint(self) -> QSize:
        room = 2 * self._look.ring_room_px
        if self._kind in ("stacked", "play"):
            return self.sizeHint()
        least = self._side() * 2 + self._extras() + min(widest_word(self._words, self._font()), 10 * self._font().pixelSize())
        return QSize(max(least, self._target()) + room, self._frame_height(1) + room)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = 2 * self._look.ring_room_px
        return self._frame_height(len(self.lines(width))) + room

    def lines(self, width: int) -> tuple[str, ...]:
        """Return the lines of the words when the whole widget is *width* wide."""
        if self._kind in ("stacked", "play"):
            return (self._words,)
        self._measure()
        if width not in self._wrapped:
            inner = width - 2 * self._look.ring_room_px - 2 * self._side() - self._extras()
            self._wrapped[width] = wrap(self._words, self._font(), max(inner, self._font().pixelSize()))
        return self._wrapped[width]

    def _measure(self) -> None:
        """Measure once for each look and word: a layout asks for it many times."""
        now = (self._look.revision, self._words, self._icon, self._has_icon, self._key)
        if self._measured != now:
            self._measured, self._wrapped = now, {}
            room = 2 * self._look.ring_room_px
            width = self._least_frame() if self._kind == "stacked" else self._wished_frame()
            self._hint = QSize(max(width, self._target()) + room, self._frame_height(1) + room)

    def _font(self) -> QFont:
        chrome = self._look.tokens.chrome
        if self._kind == "play":
            return self._look.font(chrome.play, 700)
        return self._look.font(chrome.small if self._kind == "stacked" else chrome.label, 600)

    def _key_font(self) -> QFont:
        return self._look.font(self._look.tokens.chrome.small, 600)

    def _target(self) -> int:
        return int(self._look.tokens.control["target_min"])

    def _icon_px(self) -> int:
        return self._look.scaled(self._look.tokens.icon["play" if self._kind == "play" else "control"])

    def _side(self) -> int:
        if self._kind == "play":
            return self._look.space(32)
        if self._kind == "stacked":
            return self._look.space(14 if self._is_outlined() else 6)
        is_bare = self._kind == "plain" and not self._look.is_flat
        return self._look.space(self._side_px - 2 if is_bare else self._side_px)

    def _gap(self) -> int:
        return self._look.space(12)

    def _extras(self) -> int:
        extra = self._icon_px() + self._gap() if self._icon and self._has_icon else 0
        return extra + (self._cap_width() + self._look.space(16) if self._key else 0)

    def _cap_width(self) -> int:
        return text_width(self._key, self._key_font()) + 2 * self._look.space(8)

    def _cap_height(self) -> int:
        return line_height(self._look, self._key_font()) + self._look.space(8)

    def _wished_frame(self) -> int:
        # words that come later may come nearer to the ends of the frame than those it begins with
        now = 2 * self._side() + text_width(self._reserve[0] if self._reserve else self._words, self._font())
        later = 2 * min(self._side(), self._look.space(22)) + self._text_room()
        return max(now, later) + self._extras()

    def _text_room(self) -> int:
        return max(text_width(words, self._font()) for words in (self._words, *self._reserve))

    def _least_frame(self) -> int:
        return max(self._look.scaled(_STACKED_LEAST), self._text_room() + 2 * self._side())

    def _frame_height(self, lines: int) -> int:
        control = self._look.tokens.control
        least = {"play": control["play"], "stacked": control["button_stacked"]}.get(self._kind, control["button"])
        text = lines * line_height(self._look, self._font()) + self._look.space(16)
        return max(self._look.scaled(least), self._target(), text if lines > 1 else 0)

    # -- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box, paint = frame_of(self, self._look), self._paint()
        radius = box.height() / 2 if self._kind == "play" else float(self._look.tokens.radius["control"])
        draw_frame(painter, box, radius, paint.fill, paint.edge, self._look.tokens.stroke["border"])
        if self.isDown() and self._kind in ("primary", "play"):
            draw_frame(painter, box.adjusted(4, 4, -4, -4), max(2.0, radius - 4), None, paint.ink, 2)
        if self._kind == "stacked":
            self._draw_stacked(painter, box, paint.ink)
        else:
            self._draw_in_line(painter, box, paint.ink)
        draw_ring(painter, self, self._look, radius)

    def _draw_stacked(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        icon, height = self._icon_px(), line_height(self._look, self._font())
        gap = max(0.0, min(self._look.space(4), (box.height() - icon - height) / 3))
        top = box.top() + (box.height() - icon - gap - height) / 2
        if self._icon:
            draw_icon(painter, self._icon, QRectF(box.center().x() - icon / 2, top, icon, icon), ink)
        words = QRectF(box.left(), top + icon + gap, box.width(), height)
        draw_lines(painter, self._look, (self._words,), self._font(), ink, words, Qt.AlignmentFlag.AlignHCenter)

    def _draw_in_line(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        font, lines = self._font(), self.lines(self.width())
        text = max(text_width(line, font) for line in lines)
        x = box.left() + max(0.0, (box.width() - self._extras() - text) / 2)
        if self._icon and self._has_icon:
            icon = self._icon_px()
            draw_icon(painter, self._icon, QRectF(x, box.center().y() - icon / 2, icon, icon), ink)
            x += icon + self._gap()
        height = len(lines) * line_height(self._look, font)
        draw_lines(painter, self._look, lines, font, ink, QRectF(x, box.center().y() - height / 2, text, height))
        if self._key:
            self._draw_cap(painter, QPointF(x + text + self._look.space(16), box.center().y()), ink)

    def _draw_cap(self, painter: QPainter, at: QPointF, ink: QColor) -> None:
        box = QRectF(at.x(), at.y() - self._cap_height() / 2, self._cap_width(), self._cap_height())
        draw_frame(painter, box, self._look.tokens.radius["mark"] + 1, None, ink, 1.5)
        font, height = self._key_font(), line_height(self._look, self._key_font())
        middle = QRectF(box.left(), box.center().y() - height / 2, box.width(), height)
        draw_lines(painter, self._look, (self._key,), font, ink, middle, Qt.AlignmentFlag.AlignHCenter)

    def _is_outlined(self) -> bool:
        return self._kind == "outline" or (self._look.is_flat and self._kind in ("plain", "stacked"))

    def _paint(self) -> _Paint:
        colours = self._look.colours
        is_filled = self._kind in ("primary", "play")
        if not self.isEnabled() or not self._is_available:
            grey = colours.disabled_text
            return _Paint(grey, None, grey if is_filled or self._is_outlined() else None)
        if is_filled:
            return _Paint(colours.on_accent, colours.accent, None)
        is_touched = self.isDown() or self.underMouse()
        edge = colours.border if self._is_outlined() else None
        fill = colours.surface_raised if self._is_outlined() else None
        return _Paint(colours.text, colours.accent_soft if is_touched else fill, edge)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self._is_available and event.reason() not in _PASSING:
            # not inside the change of focus: disabling here would send the focus on once more
            QTimer.singleShot(0, self, self._disable_left)

    def _disable_left(self) -> None:
        if not self._is_available and not self.hasFocus():
            self.setEnabled(False)

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()
