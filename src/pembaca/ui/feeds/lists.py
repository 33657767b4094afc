"""Import and export of lists of feeds: two buttons, how far it is, what was done. Asks for a file, decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from pembaca.i18n import tr
from pembaca.ui.controls.button import Button
from pembaca.ui.controls.places import Column, Ends, Flow
from pembaca.ui.controls.progress import ProgressLine
from pembaca.ui.controls.words import Words
from pembaca.ui.files import ask_for_file, ask_where_to_save

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

    from pembaca.ui.look import Look

FILE_NAME = "sumber-pembaca.opml"


class ListsPart(Column):
    """Asks for files.

    Signals:
        import_requested, export_requested: the path of the file that was chosen.
        stop_requested: import no further.
        filled: parts have come or gone.
    """

    import_requested = Signal(str)
    export_requested = Signal(str)
    stop_requested = Signal()
    filled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._is_fault = False
        self.import_button = Button(look, tr("Impor daftar…"), icon="import")
        self.export_button = Button(look, tr("Ekspor daftar…"), icon="export")
        self.import_button.clicked.connect(self._ask_for_file)
        self.export_button.clicked.connect(self._ask_where_to_save)
        self._buttons = Flow()
        self._buttons.hold((self.import_button, self.export_button))
        self._words = Words(look, weight=600)
        self.stop_button = Button(look, tr("Hentikan"), icon="stop", name=tr("Hentikan impor"))
        self.stop_button.clicked.connect(self.stop_requested)
        self._work = Ends()
        self._work.hold((self._words, self.stop_button))
        self._line = ProgressLine(look, 10, is_round=True)
        self._result = Words(look, weight=600, colour=self._colour)
        look.changed.connect(self._redress)
        self._redress()
        self._arrange(is_working=False)

    def show_work(self, text: str | None, part: float | None = None) -> None:
        """Show that a list is being read or written, and how far that is (0 to 1, None: not known); None: no longer."""
        if text is None and self.stop_button.hasFocus():
            self.import_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._words.setText(text or "")
        self._line.set_unknown(part is None)
        self._line.set_part(part or 0)
        if (text is not None) != (self._work in self.parts()):
            self._arrange(is_working=text is not None)

    def show_result(self, text: str, *, is_fault: bool = False) -> None:
        """Show what was done, or what went wrong; "" is nothing."""
        self._is_fault = is_fault
        self._result.setText(text)
        self._arrange(is_working=self._work in self.parts())

    def _arrange(self, *, is_working: bool) -> None:
        parts: list[QWidget] = [self._buttons]
        parts += [self._work, self._line] if is_working else []
        parts += [self._result] if self._result.text() else []
        self.hold(parts)
        self.filled.emit()

    def _ask_for_file(self) -> None:
        ask_for_file(self._look, self, tr("Impor daftar sumber"), _kinds(), self.import_requested.emit)

    def _ask_where_to_save(self) -> None:
        ask_where_to_save(self._look, self, tr("Ekspor daftar sumber"), _kinds()[:1], FILE_NAME, self.export_requested.emit)

    def _colour(self) -> QColor:
        return self._look.colours.danger if self._is_fault else self._look.colours.text

    def _redress(self) -> None:
        room, space = self._look.ring_room_px, self._look.space
        self.set_gap(space(8) - room)
        self._buttons.set_gap(space(8) - 2 * room)
        self._work.set_gap(space(8) - room)
        self._words.setContentsMargins(room + 4, 0, 0, 0)
        self._result.setContentsMargins(room + 4, room, 0, room)


def _kinds() -> tuple[str, ...]:
    return f"{tr('Daftar sumber')} (*.opml *.xml)", f"{tr('Semua berkas')} (*)"
