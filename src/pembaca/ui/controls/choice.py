"""Cards of which one is chosen: radio buttons by role and keys, drawn as samples of what they choose. They decide nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from pembaca.ui.controls.card_style import CardStyle
from pembaca.ui.controls.frame import PRESSING_KEYS, draw_frame, draw_ring, frame_of, is_enter, takes_key
from pembaca.ui.controls.places import Grid
from pembaca.ui.controls.words import draw_lines, line_height, text_width, widest_word, wrap
from pembaca.ui.icons import draw_icon

if TYPE_CHECKING:
    from pembaca.ui.look import Look
    from pembaca.ui.tokens import Colours

_CHOSEN_EDGE = 4  # LOOK: chosen is a frame of 4 px and a tick
_BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up})
_ON = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down})


class Choice(QRadioButton):
    """One card. ``value`` is what it stands for; ``clicked`` says that the person chose it."""

    def __init__(self, look: Look, value: str, label: str, group: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = value
        self._look, self._label = look, label
        self._card_style = CardStyle("Fusion")  # Qt does not hold a widget's own style
        self.setStyle(self._card_style)
        self.setText(label.replace("&", "&&"))
        self.setAccessibleName(f"{group}: {label}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._be_tab_stop)
        look.changed.connect(self._relook)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), self.heightForWidth(self.minimumSizeHint().width()))

    def event(self, event: QEvent) -> bool:
        return takes_key(event, PRESSING_KEYS | _BACK | _ON) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        grid = self.parentWidget()
        if is_enter(event):
            self.click()
        elif isinstance(grid, ChoiceGrid) and event.key() in _BACK | _ON:
            grid.step(self, Qt.Key(event.key()))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box, radius = frame_of(self, self._look), self._look.tokens.radius["control"]
        self._draw_card(painter, box, radius)
        draw_ring(painter, self, self._look, radius)

    def _font(self) -> QFont:
        return self._look.font(self._look.tokens.chrome.small, 600)

    def _edge(self) -> tuple[QColor, float]:
        colours, stroke = self._look.colours, self._look.tokens.stroke["border"]
        return (colours.accent, _CHOSEN_EDGE) if self.isChecked() else (colours.border, stroke)

    def _draw_card(self, painter: QPainter, box: QRectF, radius: float) -> None:
        colours, (edge, width) = self._look.colours, self._edge()
        is_lit = self.isChecked() or self.underMouse()
        draw_frame(painter, box, radius, colours.accent_soft if is_lit else colours.surface_raised, edge, width)

    def _be_tab_stop(self, is_chosen: bool) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus)

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()


class SampleChoice(Choice):
    """A card with a sample above its word: three lines, or "Aa" in another typeface."""

    def __init__(
        self, look: Look, value: str, label: str, group: str, *, line_gap: int = 0, families: tuple[str, ...] = ()
    ) -> None:
        super().__init__(look, value, label, group)
        self._line_gap, self._families = line_gap, families

    def minimumSizeHint(self) -> QSize:
        room = 2 * self._look.ring_room_px
        width = widest_word(self._label, self._font()) + 2 * self._look.space(8)
        return QSize(max(width, self._look.scaled(72)) + room, self._height(1) + room)

    def heightForWidth(self, width: int) -> int:
        return self._height(len(self._lines(width))) + 2 * self._look.ring_room_px

    def _lines(self, width: int) -> tuple[str, ...]:
        return wrap(self._label, self._font(), width - 2 * self._look.ring_room_px - 2 * self._look.space(8))

    def _sample_px(self) -> int:
        return self._look.scaled(36)

    def _height(self, lines: int) -> int:
        text = lines * line_height(self._look, self._font())
        return max(self._look.scaled(self._look.tokens.control["choice"]), text + self._sample_px() + self._look.space(8))

    def _draw_card(self, painter: QPainter, box: QRectF, radius: float) -> None:
        super()._draw_card(painter, box, radius)
        lines, height = self._lines(self.width()), line_height(self._look, self._font())
        sample = self._sample_px()
        top = box.top() + (box.height() - sample - len(lines) * height) / 2
        self._draw_sample(painter, QRectF(box.left(), top, box.width(), sample))
        words = QRectF(box.left(), top + sample, box.width(), height)
        draw_lines(painter, self._look, lines, self._font(), self._look.colours.text, words, Qt.AlignmentFlag.AlignHCenter)
        if self.isChecked():
            tick = self._look.scaled(24)
            draw_icon(painter, "tick", QRectF(box.right() - tick - 5, box.top() + 7, tick, tick), self._look.colours.accent)

    def _draw_sample(self, painter: QPainter, box: QRectF) -> None:
        if self._line_gap:
            self._draw_line_sample(painter, box)
            return
        font = QFont(self._look.font(1.5, 400))
        if self._families:
            font.setFamilies(list(self._families))
        painter.setFont(font)
        painter.setPen(self._look.colours.text)
        metrics = QFontMetrics(font)
        base = box.center().y() + metrics.capHeight() / 2
        painter.drawText(round(box.center().x() - metrics.horizontalAdvance("Aa") / 2), round(base), "Aa")

    def _draw_line_sample(self, painter: QPainter, box: QRectF) -> None:
        beside_tick = box.width() - 2 * (self._look.scaled(24) + 9)
        wide, gap = max(self._look.scaled(24), min(self._look.scaled(46), beside_tick)), self._look.scaled(self._line_gap)
        painter.setPen(QPen(self._look.colours.text, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        left = box.center().x() - wide / 2
        for number, share in ((-1, 1.0), (0, 1.0), (1, 0.63)):
            y = box.center().y() + number * gap
            painter.drawLine(QLineF(left, y, left + wide * share, y))


class ThemeChoice(Choice):
    """A card drawn in the colours of the theme it chooses, with its lit word."""

    def __init__(self, look: Look, value: str, label: str, group: str, colours: Colours) -> None:
        super().__init__(look, value, label, group)
        self._own = colours

    def show_colours(self, colours: Colours) -> None:
        """Draw the card in other colours."""
        self._own = colours
        self.update()

    def minimumSizeHint(self) -> QSize:
        room = 2 * self._look.ring_room_px
        width = self._before() + self._look.scaled(24) + self._look.space(12) + widest_word(self._label, self._font())
        return QSize(width + room, self._height(1) + room)

    def heightForWidth(self, width: int) -> int:
        return self._height(len(self._lines(width))) + 2 * self._look.ring_room_px

    def _lines(self, width: int) -> tuple[str, ...]:
        inner = width - 2 * self._look.ring_room_px - self._before() - self._after()
        return wrap(self._label, self._font(), inner)

    def _swatch(self) -> tuple[int, int]:
        return max(self._look.scaled(46), text_width("Aa", self._sample_font()) + 8), self._look.scaled(36)

    def _sample_font(self) -> QFont:
        return self._look.font(1.15, 700)

    def _before(self) -> int:
        return self._look.space(13) + self._swatch()[0] + self._look.space(12)

    def _after(self) -> int:
        """Return the room right of the words: only the chosen card needs some for its tick."""
        return self._look.space(12) + (self._look.scaled(24) if self.isChecked() else 0)

    def _height(self, lines: int) -> int:
        high = line_height(self._look, self._font())
        least = max(self._look.scaled(self._look.tokens.control["swatch"]), self._look.tokens.control["target_min"])
        return max(least, lines * round(high * 0.88) + 8)

    def _draw_card(self, painter: QPainter, box: QRectF, radius: float) -> None:
        edge, width = self._edge()
        draw_frame(painter, box, radius, self._own.surface, edge, width)
        wide, high = self._swatch()
        swatch = QRectF(box.left() + self._look.space(13), box.center().y() - high / 2, wide, high)
        draw_frame(painter, swatch, self._look.tokens.radius["mark"] + 2, self._own.highlight_word, None, 0)
        sample, sample_high = self._sample_font(), line_height(self._look, self._sample_font())
        middle = QRectF(swatch.left(), swatch.center().y() - sample_high / 2, wide, sample_high)
        draw_lines(painter, self._look, ("Aa",), sample, self._own.on_highlight_word, middle, Qt.AlignmentFlag.AlignHCenter)
        lines, font = self._lines(self.width()), self._font()
        step = round(line_height(self._look, font) * (0.88 if len(lines) > 1 else 1))
        top = box.center().y() - len(lines) * step / 2 - (line_height(self._look, font) - step) / 2
        for number, line in enumerate(lines):
            at = QRectF(box.left() + self._before(), top + number * step, box.width(), step)
            draw_lines(painter, self._look, (line,), font, self._own.text, at)
        if self.isChecked():
            tick = self._look.scaled(24)
            draw_icon(painter, "tick", QRectF(box.right() - tick - 10, box.center().y() - tick / 2, tick, tick), self._own.text)


class ChoiceGrid(Grid):
    """Cards of which one is chosen: one tab stop, arrows choose the next."""

    def __init__(self, columns: int, choices: tuple[Choice, ...]) -> None:
        super().__init__(columns)
        self.choices = choices
        self.hold(choices)

    def show_chosen(self, value: str) -> None:
        """Mark the card of that value; if there is none, the first can be reached by Tab."""
        for choice in self.choices:
            if choice.value == value:
                choice.setChecked(True)
        if not any(choice.isChecked() for choice in self.choices):
            self.choices[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def step(self, choice: Choice, key: Qt.Key) -> None:
        """Go from *choice* to the card in the arrow's direction, choose it and take the focus there."""
        place, columns = self.choices.index(choice), self.columns(self.width())
        stride = columns if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and columns < len(self.choices) else 1
        aim = place + (stride if key in _ON else -stride)
        if not 0 <= aim < len(self.choices):
            aim = place + (1 if key in _ON else -1)
        chosen = self.choices[aim % len(self.choices)]
        chosen.setFocus(Qt.FocusReason.TabFocusReason)
        chosen.click()
