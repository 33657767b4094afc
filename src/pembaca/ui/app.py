"""The Qt application itself: style, language of Qt's own words, and what happens to errors no one expected."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QMessageLogContext, QtMsgType, qInstallMessageHandler, qWarning
from PySide6.QtWidgets import QApplication

from pembaca.i18n import current, tr
from pembaca.log import logger
from pembaca.ui.qt_words import QtWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

_tell: Callable[[BaseException], None] | None = None


def make_application(without_display: Callable[[], None] | None = None) -> QApplication:
    """Return the application, made once; a second call finds the first.

    Args:
        without_display: is called where Qt finds no display that lets it in, and must end the process, for Qt would abort it.
    """
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    with _hearing(without_display):
        # not by setStyle: it gives the style back, and to find out its class PySide loads all styles, some 9 ms
        application = QApplication([sys.argv[0] or "pembaca", "-style", "Fusion"])
    application.setApplicationName("pembaca")
    application.setApplicationDisplayName("Pembaca")
    application.setDesktopFileName("pembaca")
    sys.excepthook = log_unexpected
    return application


@contextmanager
def _hearing(without_display: Callable[[], None] | None) -> Iterator[None]:
    """Hear what Qt says meanwhile: before it aborts it says so, and that is the last moment in which a person can be told."""
    heard: list[str] = []

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        heard.append(message)
        if kind == QtMsgType.QtFatalMsg and without_display is not None:
            logger(__name__).error("no window can be shown: %s", " | ".join(heard))
            without_display()

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    for message in heard:
        qWarning(message)


def use_language(application: QApplication) -> None:
    """Let Qt's own words and the accessibility tree speak the language in use."""
    QLocale.setDefault(QLocale("en_GB" if current() == "en" else "id_ID"))
    words = QtWords(application)
    application.installTranslator(words)


def tell_unexpected(tell: Callable[[BaseException], None] | None) -> None:
    """From now on also tell *tell* of errors that no one caught on the main thread; None: nobody, for the window closes."""
    global _tell
    _tell = tell


def log_unexpected(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Write what no one expected to the log; the window goes on, and nobody sees a traceback."""
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    logger(__name__).critical("unexpected error", exc_info=(kind, error, trace))
    if _tell is not None:
        _tell(error)
    elif sys.stderr is not None:
        print(tr("Pembaca menemui kesalahan yang tidak terduga. Rinciannya ada di catatan (pembaca.log)."), file=sys.stderr)  # noqa: T201
