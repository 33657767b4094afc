"""The article's page: shows one document, one light, one caret. Decides nothing and never moves the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

from pembaca.i18n import tr
from pembaca.ui.page.builder import Words
from pembaca.ui.page.canvas import PageCanvas
from pembaca.ui.page.finding import find_all, nearest
from pembaca.ui.page.keys import is_back, is_copying, is_enter, is_move, jump_of
from pembaca.ui.page.stops import StopKind, link_at, next_stop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from pembaca.document import Document, TextSpan
    from pembaca.ui.look import Look


class ArticleView(PageCanvas):
    """A read-only page of large text. Offsets are code points of ``Document.text``.

    Signals:
        scrolled_away: the person's own scrolling ended the following (True), or it goes on again (False).
        jumped: the caret went to a heading, link, list or image: kind, text, level (items of a list, 0 for others).
        jump_failed: there is no such thing in that direction: kind.
        link_requested: the person wants that address.
        zoom_requested: the person turned the wheel with Ctrl held: +1 or -1.
    """

    scrolled_away = Signal(bool)
    jumped = Signal(str, str, int)
    jump_failed = Signal(str)
    link_requested = Signal(str)
    zoom_requested = Signal(int)

    def __init__(self, look: Look, media: Callable[[str], Path | None], parent: QWidget | None = None) -> None:
        super().__init__(look, media, parent)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setCursorWidth(int(look.tokens.stroke["caret"]))
        self.setAccessibleName(tr("Artikel"))
        self._has_letter_keys = True
        self._is_caret_moved = False
        self._pressed_link = ""
        self._finds: tuple[TextSpan, ...] = ()
        self.viewport().setMouseTracking(True)
        self._follow.scrolled_away.connect(self.scrolled_away)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.cursorPositionChanged.connect(self._caret_moved)

    # -- the document

    def show_document(self, document: Document, meta: str, *, note: str = "") -> None:
        """Show *document* from its beginning; the focus stays where it is."""
        self._shown, self._words = document, Words(meta, note)
        self._finds = self._lit.finds = ()
        self._changed.spans = ()
        self._lit.light(None, None)
        self._rebuild()
        self._follow.jump_to(0)
        self._follow.resume()
        self._is_caret_moved = False
        self.setAccessibleName(document.title or tr("Artikel"))  # after the text: screen readers then read both

    def shown_document(self) -> Document:
        """Return what is shown."""
        return self._shown

    def position_of(self, offset: int) -> int:
        """Return Qt's position of code point *offset*."""
        return self._page.places.position_of(offset)

    def offset_at(self, position: int) -> int:
        """Return the code point at Qt's *position*; in a caption or other furniture, where the text goes on."""
        return self._page.places.offset_at(position)

    # -- the light

    def highlight(self, sentence: TextSpan | None, word: TextSpan | None) -> None:
        """Light a sentence and a word in it, at once; None for no light."""
        lit, width, document = self._lit, self.viewport().width(), self.document()
        was, wanted = lit.sentence, self._range(sentence)
        if wanted is None:
            word = None
        is_same = was == wanted
        gone = lit.word_bounds(document, width) if is_same else lit.bounds(document, width)
        lit.light(wanted, self._range(word))
        self._relight()
        come = lit.word_bounds(document, width) if is_same else lit.bounds(document, width)
        scroll = self.verticalScrollBar().value()
        for rect in (gone, come):
            if not rect.isEmpty():
                self.viewport().update(rect.toAlignedRect().adjusted(-2, -2 - scroll, 2, 2 - scroll))
        if was is None:
            self._is_caret_moved = False
        if wanted is None:
            self._follow.resume()
        else:
            self._keep_spoken_line()

    def follow(self) -> None:
        """Follow the voice again and go to where it is."""
        self._follow.resume()
        self._keep_spoken_line(must_move=True)

    @property
    def is_following(self) -> bool:
        """Whether the page follows the voice."""
        return self._follow.is_following

    # -- the caret

    def caret_offset(self) -> int:
        """Return the code point at the caret."""
        return self.offset_at(self.textCursor().position())

    def set_caret(self, offset: int) -> None:
        """Set the caret, and scroll only if it would be out of sight."""
        self._set_cursor(self.position_of(offset), self.position_of(offset))
        with self._follow.ours():
            self.ensureCursorVisible()

    def place_caret_at_end_of_reading(self, offset: int) -> None:
        """Set the caret where reading ended, unless the person has moved it meanwhile; nothing scrolls."""
        if not self._is_caret_moved:
            self._set_cursor(self.position_of(offset), self.position_of(offset))

    def set_letter_keys(self, on: bool) -> None:
        """Let H, K, L and G jump, or leave them to others."""
        self._has_letter_keys = on

    def jump(self, kind: StopKind, *, forward: bool = True) -> None:
        """Move the caret to the next (or previous) heading, link, list or image."""
        stop = next_stop(self._page.stops, kind, self.textCursor().position(), forward=forward)
        if stop is None:
            self.jump_failed.emit(kind)
            return
        self._person_moved()
        self._set_cursor(stop.position, stop.position)
        with self._follow.ours():
            self._show_line(stop.position)
        self.jumped.emit(kind, stop.text, stop.level)

    # -- finding

    def find_text(self, text: str, *, forward: bool = True) -> tuple[int, int]:
        """Mark every place of *text* (case and kind of white space do not count) and select the next from the caret.

        Returns:
            Which one it is, from 1, and how many there are; (0, 0) if none. After the last comes the first.
        """
        self.mark_finds(find_all(self._shown.text, text))
        if not self._finds:
            return 0, 0
        cursor = self.textCursor()
        low, high = self.offset_at(cursor.selectionStart()), self.offset_at(cursor.selectionEnd())
        nth = nearest(self._finds, low, high, forward=forward)
        start, end = self._range(self._finds[nth]) or (0, 0)
        self._person_moved()
        self._set_cursor(start, end)
        with self._follow.ours():
            self._show_line(start)
        return nth + 1, len(self._finds)

    def mark_finds(self, spans: tuple[TextSpan, ...]) -> None:
        """Mark what was found."""
        self._finds = spans
        self._lit.finds = tuple(found for found in map(self._range, spans) if found)
        self.viewport().update()

    def clear_finds(self) -> None:
        """Take the marks away."""
        self.mark_finds(())

    # -- what changed

    def mark_changes(self, spans: tuple[TextSpan, ...]) -> None:
        """Mark passages that the source changed; none takes the marks away."""
        self._changed.take_off(self.document())
        self._changed.spans = spans
        self._changed.put_on(self.document(), self._page.places)
        self._lit.forget()
        self.viewport().update()

    def go_to(self, offset: int) -> None:
        """Set the caret there, and bring its line to where one reads."""
        position = self.position_of(offset)
        self._person_moved()
        self._set_cursor(position, position)
        with self._follow.ours():
            self._show_line(position)

    # -- the person

    def event(self, event: QEvent) -> bool:
        """Claim the page's own keys before the window's commands get them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            is_jump = self._has_letter_keys and jump_of(event) is not None
            is_own = is_jump or is_move(event) or is_copying(event) or (is_enter(event) and bool(self._link_at_caret()))
            event.setAccepted(is_own)
            return is_own
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, jump, copy, open a link; all else is left to the window."""
        kind = jump_of(event) if self._has_letter_keys else None
        if kind is not None:
            self.jump(kind, forward=not is_back(event))
        elif is_enter(event) and self._link_at_caret():
            self.link_requested.emit(self._link_at_caret())
        elif is_move(event) or is_copying(event):
            super().keyPressEvent(event)
            event.accept()
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl ask for another size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the link under the pointer."""
        self._pressed_link = self.anchorAt(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for a link that was pressed and let go without selecting."""
        super().mouseReleaseEvent(event)
        link = self.anchorAt(event.position().toPoint())
        is_same = event.button() == Qt.MouseButton.LeftButton and link == self._pressed_link
        if link and is_same and not self.textCursor().hasSelection():
            self.link_requested.emit(link)
        self._pressed_link = ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over links."""
        super().mouseMoveEvent(event)
        is_link = bool(self.anchorAt(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.IBeamCursor)

    # -- inside

    def _range(self, span: TextSpan | None) -> tuple[int, int] | None:
        if span is None or span.end <= span.start:
            return None
        return self.position_of(span.start), self.position_of(span.end)

    def _relight(self) -> None:
        self.setExtraSelections(self._lit.selections(self.document()))

    def _keep_spoken_line(self, *, must_move: bool = False) -> None:
        box = self._lit.spoken_line(self.document())
        if box is not None:
            top = box.baseline - box.line * 2 / 3
            self._follow.keep(top, top + box.line, self.viewport().height(), must_move=must_move)

    def _show_line(self, position: int) -> None:
        """Bring the line of *position* to one third, unless it stands in the quiet band."""
        top = self._line_top(position) - self.verticalScrollBar().value()
        height = self.viewport().height()
        least, most = self._look.tokens.layout["quiet_band"]
        if not least * height <= top <= most * height - self._style.line:
            third = self._look.tokens.layout["spoken_line_at"] * height
            self._follow.jump_to(round(self._line_top(position) - third))

    def _link_at_caret(self) -> str:
        return link_at(self._page.stops, self.textCursor().position())

    def _scrolled(self) -> None:
        if not self._follow.is_ours and self._lit.sentence is not None:
            self._follow.person_moved()

    def _caret_moved(self) -> None:
        if not self._follow.is_ours:
            self._person_moved()

    def _person_moved(self) -> None:
        self._is_caret_moved = True
        if self._lit.sentence is not None:
            self._follow.person_moved()
