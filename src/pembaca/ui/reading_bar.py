"""The reading bar: where reading is, and the buttons of the voice. Shows and asks, decides nothing but its own arrangement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from pembaca.i18n import tr
from pembaca.ui.bar_parts import BarParts
from pembaca.ui.bar_plan import BarPlan, BarSizes, Part, plan_bar
from pembaca.ui.controls.button import Button
from pembaca.viewmodel import BarState, Place

if TYPE_CHECKING:
    from pembaca.ui.icons import IconName
    from pembaca.ui.look import Look

_SPEED_PARTS: tuple[Part, ...] = ("slower", "speed", "faster")


class ReadingBar(QWidget):
    """The bottom of the window.

    At a given width and look its shape is the same in every state: room is kept for the longest words of each part.

    Signals:
        previous_requested, play_requested, next_requested, stop_requested, slower_requested, faster_requested,
        more_requested, follow_requested: the button was pressed.
    """

    previous_requested = Signal()
    play_requested = Signal()
    next_requested = Signal()
    stop_requested = Signal()
    slower_requested = Signal()
    faster_requested = Signal()
    more_requested = Signal()
    follow_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._state, self._place_text, self._speed_text = BarState(), Place("", "", ""), ""
        self._is_away = self._has_size = False
        self._page_left: int | None = None
        self._list_left: int | None = None
        self._window_height: int | None = None
        self._above: int | None = None
        self._bar = BarParts(look, self)
        self.play, self.follow = self._bar.play, self._bar.follow
        self._connect()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._relook)
        self.set_state(self._state)

    # -- orders

    def set_columns(self, page_left: int | None, list_left: int | None = None) -> None:
        """Tell where the page's text and the list's heading begin, px from the left; None where there is none."""
        if (page_left, list_left) != (self._page_left, self._list_left):
            self._page_left, self._list_left = page_left, list_left
            self._relook()

    def set_window_height(self, px: int, above_px: int | None = None) -> None:
        """Tell the window's height, and how much of it header and card take."""
        if (px, above_px) != (self._window_height, self._above):
            self._window_height, self._above = px, above_px
            self._relook()

    def set_state(self, state: BarState) -> None:
        """Show what can be done now."""
        self._state = state
        has_any = state.kind != "nothing"
        words, icon = self._play_words()
        self.play.show_words(words, "", icon)
        parts = self._bar
        parts.play.set_available(has_any)
        parts.previous.set_available(has_any and state.can_previous)
        parts.next.set_available(has_any and state.can_next)
        parts.stop.set_available(state.kind in ("playing", "paused"))
        parts.slower.set_available(has_any and state.can_slower)
        parts.faster.set_available(has_any and state.can_faster)

    def set_place(self, place: Place) -> None:
        """Show where reading is. A line break in ``place.short`` makes its second line."""
        if place != self._place_text:
            before = self._plan(self.width()) if self._has_size else None
            self._place_text = place
            self._keep_shape(before)

    def set_progress(self, part: float) -> None:
        """Show how much has been heard, 0 to 1."""
        self._bar.progress.set_part(part)

    def set_speed_text(self, text: str) -> None:
        """Show the speed in words, as "1,0 kali"."""
        if text != self._speed_text:
            before = self._plan(self.width()) if self._has_size else None
            self._speed_text = text
            self._bar.speed.show_lines(tr("Kecepatan"), text)
            self._keep_shape(before)

    def set_away(self, is_away: bool) -> None:
        """Offer *Ke suara*, or no longer: in the place's place; without one instead of the speed or *Lainnya*."""
        if is_away != self._is_away:
            self._is_away = is_away
            self._place_parts()

    # -- parts

    def _connect(self) -> None:
        parts = self._bar
        for button, wish in (
            (parts.previous, self.previous_requested),
            (parts.play, self.play_requested),
            (parts.next, self.next_requested),
            (parts.stop, self.stop_requested),
            (parts.slower, self.slower_requested),
            (parts.faster, self.faster_requested),
            (parts.more, self.more_requested),
            (parts.follow, self.follow_requested),
            (parts.follow_small, self.follow_requested),
        ):
            button.clicked.connect(wish)

    def more_button(self) -> Button:
        """Return the button *Lainnya*, for the place of its menu."""
        return self._bar.more

    def _play_words(self) -> tuple[str, IconName]:
        match self._state.kind:
            case "playing":
                return tr("Jeda"), "pause"
            case "paused":
                return tr("Lanjutkan"), "play"
            case "nothing" | "ready" | "finished":
                return tr("Bacakan"), "play"

    # -- layout

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._plan(width).height

    def sizeHint(self) -> QSize:
        return QSize(320, self._plan(max(320, self.width())).height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._plan(max(320, self.width())).height)

    def arrangement(self, width: int) -> int:
        """Return which arrangement is used at *width*: 0 the widest, 7 the narrowest."""
        return self._plan(width).way

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._has_size = True
        self._place_parts()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colours.surface_raised)
        if self._look.is_flat:
            painter.fillRect(0, 0, self.width(), self._line(), self._look.colours.border)

    def _relook(self) -> None:
        self.updateGeometry()
        self._place_parts()
        self.update()

    def _keep_shape(self, before: BarPlan | None) -> None:
        if before is None:
            return
        if self._plan(self.width()) != before:
            self.updateGeometry()
        self._place_parts()

    def _line(self) -> int:
        return int(self._look.tokens.stroke["region_line_flat"]) if self._look.is_flat else 0

    def _plan(self, width: int) -> BarPlan:
        return plan_bar(self._sizes(width))

    def _sizes(self, width: int) -> BarSizes:
        look, parts, room = self._look, self._bar, self._look.ring_room_px
        edge = look.space(24)
        share = float(look.tokens.layout["bar_max_height_share"])
        return BarSizes(
            width=width,
            widths=parts.widths(self._place_text, self._speed_text),
            short_place=parts.short_place_width(self._place_text),
            stacked=parts.frame_height(parts.stop),
            play=parts.frame_height(parts.play),
            place=max(parts.place.block_height(), parts.frame_height(parts.follow)),
            gap=look.space(2) + 2 * room,
            group=look.space(12) + 2 * room,
            place_gap=look.space(12),
            edge=edge,
            pad=look.space(12),
            top=self._line() + parts.progress.thickness(),
            list_left=self._list_left if self._list_left is not None else edge + 4,
            page_left=self._page_left,
            height_most=int(self._window_height * share) if self._window_height is not None else None,
            page_room=self._page_room(),
        )

    def _page_room(self) -> int | None:
        if self._window_height is None:
            return None
        look = self._look
        above = self._above if self._above is not None else look.scaled(look.tokens.control["header"])
        return self._window_height - above - int(look.tokens.layout["page_min_lines"]) * look.line_height_px

    def _place_parts(self) -> None:
        if not self._has_size:  # its first size is still to come, and places everything
            return
        plan, parts = self._plan(self.width()), self._bar
        parts.progress.setGeometry(0, self._line(), self.width(), parts.progress.thickness())
        parts.show_place(self._place_text, is_short=plan.is_place_short)
        hidden, stand_in = self._away_parts(plan)
        shown: list[QWidget] = [stand_in] if stand_in is not None else []
        for part, widget in parts.by_name().items():
            if part in plan.boxes and part not in hidden:
                self._put(widget, QRect(*plan.boxes[part]))
                shown.append(widget)
        leaving = [widget for widget in parts.all() if widget not in shown]
        if QApplication.focusWidget() in leaving:
            (stand_in or parts.play).setFocus(Qt.FocusReason.OtherFocusReason)
        for widget in leaving:
            widget.hide()

    def _away_parts(self, plan: BarPlan) -> tuple[tuple[Part, ...], Button | None]:
        """Return which parts make way for *Ke suara*, and the button that stands in their place; place that button."""
        if not self._is_away:
            return (), None
        parts = self._bar
        if "place" not in plan.boxes and "speed" not in plan.boxes:
            self._put(parts.follow_small, QRect(*plan.boxes["more"]))
            return ("more",), parts.follow_small
        if plan.is_place_short:
            x, wide = plan.boxes["place"][0], parts.frame_width(parts.follow_small)
            _, y, _, high = plan.boxes["stop"]
            self._put(parts.follow_small, QRect(x, y, wide, high))
            return ("place",), parts.follow_small
        height, width = parts.frame_height(parts.follow), parts.frame_width(parts.follow)
        x, y, wide, high = plan.boxes["place" if "place" in plan.boxes else "faster"]
        left = x if "place" in plan.boxes else x + wide - width
        self._put(parts.follow, QRect(left, y + (high - height) // 2, width, height))
        return (("place",) if "place" in plan.boxes else _SPEED_PARTS), parts.follow

    def _put(self, widget: QWidget, frame: QRect) -> None:
        room = self._look.ring_room_px if isinstance(widget, Button) else 0
        widget.setGeometry(frame.adjusted(-room, -room, room, room))
        widget.show()
