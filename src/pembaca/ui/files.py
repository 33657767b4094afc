"""Ask for a file by Qt's own dialog, in the look and the words of the window. Opens no file itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QWidget

from pembaca.ui.look import Look

_SIZE = QSize(760, 520)  # at base 20


def ask_for_file(look: Look, parent: QWidget, title: str, kinds: tuple[str, ...], chosen: Callable[[str], object]) -> None:
    """Ask for a file that is there, then call *chosen* with its path; nothing is called if the person thinks better of it.

    Args:
        kinds: filters as Qt writes them, the first in force: "Words (*.ending)".
    """
    dialog = _dialog(look, parent, title, kinds, chosen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()


def ask_where_to_save(
    look: Look, parent: QWidget, title: str, kinds: tuple[str, ...], proposed: str, chosen: Callable[[str], object]
) -> None:
    """Ask where to write a file, then call *chosen* with its path; Qt asks before a file that is there is named."""
    dialog = _dialog(look, parent, title, kinds, chosen)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(proposed).suffix.lstrip("."))
    dialog.selectFile(proposed)
    dialog.open()


def _dialog(look: Look, parent: QWidget, title: str, kinds: tuple[str, ...], chosen: Callable[[str], object]) -> QFileDialog:
    window = parent.window()
    dialog = QFileDialog(window, title)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)  # that one speaks the system's language, in the system's size
    dialog.setNameFilters(list(kinds))
    dialog.setPalette(look.palette())
    dialog.setFont(look.font())
    screen = window.screen().availableGeometry()
    dialog.resize(min(look.scaled(_SIZE.width()), screen.width()), min(look.scaled(_SIZE.height()), screen.height()))
    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    return dialog
