"""Keep the spoken line in the quiet band of the page, until the person scrolls. Moves the page only: no focus, no caret."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QScrollBar

    from pembaca.ui.look import Look


class Follow(QObject):
    """Follows the voice.

    Signals:
        scrolled_away: True when the person's own scrolling ended the following, False when it goes on again.
    """

    scrolled_away = Signal(bool)

    def __init__(self, look: Look, bar: QScrollBar, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._bar = bar
        self._ours = 0
        self.is_following = True
        self._glide = QVariantAnimation(self)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._glided)

    @contextmanager
    def ours(self) -> Iterator[None]:
        """Mark that what scrolls or moves the caret meanwhile is not the person."""
        self._ours += 1
        try:
            yield
        finally:
            self._ours -= 1

    @property
    def is_ours(self) -> bool:
        """Whether the program itself is moving something now."""
        return self._ours > 0

    def person_moved(self) -> None:
        """Stop following: the person has gone elsewhere on the page."""
        self._glide.stop()
        if self.is_following:
            self.is_following = False
            self.scrolled_away.emit(True)

    def resume(self) -> None:
        """Follow again."""
        if not self.is_following:
            self.is_following = True
            self.scrolled_away.emit(False)

    def keep(self, top: float, bottom: float, height: int, *, must_move: bool = False) -> None:
        """Scroll once if the line from *top* to *bottom* (px of the document) is outside the quiet band of *height*.

        It then stands at one third of the height.
        """
        if not self.is_following:
            return
        layout = self._look.tokens.layout
        least, most = layout["quiet_band"]
        scroll = self.target
        is_quiet = top - scroll >= least * height and bottom - scroll <= most * height
        if is_quiet and not must_move:
            return
        wanted = round((top + bottom) / 2 - layout["spoken_line_at"] * height)
        if bottom - top > (most - least) * height:  # one line is taller than the band: its top counts
            wanted = round(top - least * height)
        self._go(max(self._bar.minimum(), min(wanted, self._bar.maximum())))

    @property
    def target(self) -> int:
        """Where the page stands, or will when the scroll that is under way has ended."""
        is_gliding = self._glide.state() == QVariantAnimation.State.Running
        return int(self._glide.endValue()) if is_gliding else self._bar.value()

    def jump_to(self, value: int) -> None:
        """Set the page there at once."""
        self._glide.stop()
        with self.ours():
            self._bar.setValue(value)

    def _go(self, value: int) -> None:
        if value == self.target:
            return
        duration = self._look.duration_ms("follow_scroll")
        self._glide.stop()
        if duration == 0 or not self._bar.isVisible():
            self.jump_to(value)
            return
        self._glide.setDuration(duration)
        self._glide.setStartValue(self._bar.value())
        self._glide.setEndValue(value)
        self._glide.start()

    def _glided(self, value: object) -> None:
        with self.ours():
            self._bar.setValue(int(value))  # type: ignore[call-overload]
