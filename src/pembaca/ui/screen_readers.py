"""Know whether a screen reader listens, and whether it hears announcements. Asks the AT-SPI registry; decides nothing.

Source: measured with Orca 43 and 48 (ACCESSIBILITY in the docs): the registry is the one place that knows both.
"""

from __future__ import annotations

import re
import sys

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

_REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "org.a11y.atspi.Registry")
_READER_EVENTS = ("Window:Activate", "Object:StateChanged:Focused", "Object:TextCaretMoved")
_ANNOUNCEMENT = "Object:Announcement"
_TIMEOUT_MS = 300


class ScreenReaders(QObject):
    """Watches the registry of accessibility clients.

    Signals:
        changed: a screen reader came (True) or went (False).
    """

    changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_present = False
        self.hears_announcements = not sys.platform.startswith("linux")
        self._bus: QDBusConnection | None = None
        self._later = QTimer(self, singleShot=True, interval=100)
        self._later.timeout.connect(self.refresh)

    def watch(self) -> None:
        """Find the registry and watch it from now on; until then no reader is known of. Takes some ms."""
        if sys.platform.startswith("linux") and self._bus is None:
            self._connect()

    def refresh(self) -> None:
        """Ask the registry now; takes about a millisecond."""
        if self._bus is None:
            return
        reply = _ask(self._bus, *_REGISTRY, "GetRegisteredEvents")
        if reply.type() != QDBusMessage.MessageType.ReplyMessage:
            self.hears_announcements = False
            return
        clients = _events_by_client(repr(reply))
        readers = [events for events in clients if all(_has(events, wanted) for wanted in _READER_EVENTS)]
        # a test tool may have registered announcements beside Orca 43: what the readers handle is what counts
        judged = readers or clients
        self.hears_announcements = bool(judged) and (all if readers else any)(_has(events, _ANNOUNCEMENT) for events in judged)
        was, self.is_present = self.is_present, bool(readers)
        if was != self.is_present:
            self.changed.emit(self.is_present)

    def _connect(self) -> None:
        reply = _ask(QDBusConnection.sessionBus(), "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
        if reply.type() != QDBusMessage.MessageType.ReplyMessage:
            return
        bus = QDBusConnection.connectToBus(reply.arguments()[0], "pembaca-screen-readers")
        if not bus.isConnected():
            return
        self._bus = bus
        for signal in ("EventListenerRegistered", "EventListenerDeregistered"):
            # the stub says bytes, PySide6 6.11 itself takes only str
            bus.connect(*_REGISTRY, signal, self, "1_moved(QDBusMessage)")  # type: ignore[call-overload]
        self.refresh()

    @Slot(QDBusMessage)
    def _moved(self, _message: QDBusMessage) -> None:
        self._later.start()  # a reader registers some forty events at once


def _ask(bus: QDBusConnection, *where: str) -> QDBusMessage:
    return bus.call(QDBusMessage.createMethodCall(*where), QDBus.CallMode.Block, _TIMEOUT_MS)


def _events_by_client(reply: str) -> list[list[str]]:
    """Take a(ss) apart by its repr, which shows the strings; QDBusArgument of PySide6 6.11 gives none."""
    clients: dict[str, list[str]] = {}
    for client, event in re.findall(r'"(:[\d.]+)", "([^"]*)"', reply):
        clients.setdefault(client, []).append(event)
    return list(clients.values())


def _has(events: list[str], wanted: str) -> bool:
    return any(event.startswith(wanted) for event in events)
