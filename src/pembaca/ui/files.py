"""Ask for a file by Qt's own dialog, in the look and the words of the window. Opens no file itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QListView, QSplitter, QToolButton, QTreeView, QWidget

from pembaca.i18n import tr
from pembaca.ui.controls.scrolling import dress_scroll_bar

if TYPE_CHECKING:
    from collections.abc import Callable

    from pembaca.ui.look import Look

_SIZE, _PLACES = QSize(820, 560), 220  # at base 20
_EDGE, _PADDING, _ANY = 2, 4, 16_777_215  # px; the last is Qt's "as large as it likes"
_QSS = """
QWidget {{
    color: {text}; background: {background}; font-size: {px}px; {family}
    selection-color: {on_selection}; selection-background-color: {selection};
}}
QLineEdit, QComboBox, QPushButton, QToolButton, QListView, QTreeView {{
    color: {text}; background: {surface}; border: {edge}px solid {border}; border-radius: {radius}px; padding: {padding}px;
}}
QLineEdit, QComboBox, QPushButton, QToolButton {{ min-height: {least}px; }}
QPushButton, QToolButton {{ padding-left: 12px; padding-right: 12px; }}
QLineEdit:focus, QComboBox:focus, QPushButton:focus, QToolButton:focus, QListView:focus, QTreeView:focus {{
    border-color: {focus}; border-width: {edge}px;
}}
QPushButton:pressed, QPushButton:hover, QToolButton:pressed, QToolButton:hover {{ background: {chosen}; }}
QComboBox::drop-down {{ border: 0; width: 32px; }}
QComboBox::down-arrow {{
    width: 0; height: 0; border-left: 7px solid {surface}; border-right: 7px solid {surface}; border-top: 9px solid {text};
}}
QPushButton:disabled, QToolButton:disabled {{ color: {disabled}; border-color: {disabled}; }}
"""


def ask_for_file(look: Look, parent: QWidget, title: str, kinds: tuple[str, ...], chosen: Callable[[str], object]) -> None:
    """Ask for a file that is there, then call *chosen* with its path; nothing is called if the person thinks better of it.

    Args:
        kinds: filters as Qt writes them, the first in force: "Words (*.ending)".
    """
    dialog = _dialog(look, parent, title, kinds, chosen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(dialog, look)


def ask_where_to_save(
    look: Look, parent: QWidget, title: str, kinds: tuple[str, ...], proposed: str, chosen: Callable[[str], object]
) -> None:
    """Ask where to write a file, then call *chosen* with its path; Qt asks before a file that is there is named.

    Args:
        proposed: a name, or a path.
    """
    dialog = _dialog(look, parent, title, kinds, chosen)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(proposed).suffix.lstrip("."))
    dialog.selectFile(proposed)
    _open(dialog, look)


def _dialog(look: Look, parent: QWidget, title: str, kinds: tuple[str, ...], chosen: Callable[[str], object]) -> QFileDialog:
    window = parent.window()
    dialog = QFileDialog(window, title, _folder())
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)  # that one speaks the system's language, in the system's size
    dialog.setNameFilters(list(kinds))
    dialog.setSizeGripEnabled(False)
    dialog.setViewMode(QFileDialog.ViewMode.List)
    dialog.setPalette(look.palette())  # for what the style sheet leaves alone: the arrows of lists
    screen = window.screen().availableGeometry()
    dialog.resize(min(look.scaled(_SIZE.width()), screen.width()), min(look.scaled(_SIZE.height()), screen.height()))
    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def _folder() -> str:
    """Return where people keep their files, as far as that folder is there."""
    places = (QStandardPaths.StandardLocation.DocumentsLocation, QStandardPaths.StandardLocation.HomeLocation)
    folders = [QStandardPaths.writableLocation(place) for place in places]
    return next((folder for folder in folders if folder and Path(folder).is_dir()), "")


def _open(dialog: QFileDialog, look: Look) -> None:
    """Make what is pressed as large and as plain as elsewhere, give words to what has only a small sign, and show it."""
    colours, least = look.colours, int(look.tokens.control["target_min"])
    families = ", ".join(f'"{family}"' for family in look.font().families())
    dialog.setStyleSheet(
        _QSS.format(
            px=look.base_px,
            family=f"font-family: {families};" if families else "",
            background=colours.background.name(),
            selection=colours.selection.name(),
            on_selection=colours.on_selection.name(),
            text=colours.text.name(),
            surface=colours.surface_raised.name(),
            border=colours.border.name(),
            focus=colours.focus.name(),
            chosen=colours.accent_soft.name(),
            disabled=colours.disabled_text.name(),
            least=least - 2 * _EDGE - 2 * _PADDING,
            edge=_EDGE,
            padding=_PADDING,
            radius=look.tokens.radius["control"],
        )
    )
    for name in ("listModeButton", "detailModeButton", "backButton", "forwardButton"):
        for button in dialog.findChildren(QToolButton, name):
            button.hide()
    for name, words in (("toParentButton", tr("Folder di atasnya")), ("newFolderButton", tr("Folder baru"))):
        for button in dialog.findChildren(QToolButton, name):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setText(words)
            button.setMaximumSize(_ANY, _ANY)
    for splitter in dialog.findChildren(QSplitter):
        splitter.setSizes([look.scaled(_PLACES), dialog.width() - look.scaled(_PLACES)])
    for view in (*dialog.findChildren(QListView), *dialog.findChildren(QTreeView)):
        dress_scroll_bar(view.verticalScrollBar(), look)
        dress_scroll_bar(view.horizontalScrollBar(), look)
    dialog.open()
