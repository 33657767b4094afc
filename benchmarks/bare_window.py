"""The least a PySide6 program can be that looks like this one: a list and a text view. What starting is measured beside."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QListView, QMainWindow, QSplitter, QTextEdit


def main() -> int:
    """Show the lines of the first file in the list and the second file in the text view."""
    application = QApplication(sys.argv)
    titles, text = (Path(name).read_text(encoding="utf-8") for name in sys.argv[1:3])
    window, columns, rows, page = QMainWindow(), QSplitter(), QListView(), QTextEdit()
    rows.setModel(QStringListModel(titles.splitlines()))
    page.setReadOnly(True)
    page.setPlainText(text)
    columns.addWidget(rows)
    columns.addWidget(page)
    window.setCentralWidget(columns)
    window.resize(1440, 900)
    window.show()
    rows.setFocus()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
