"""One window a library: a second start brings the first one to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QThread, Signal

if TYPE_CHECKING:
    from pathlib import Path

_WAIT_MS = 500
_TRIES = 6  # a window that is just being made listens only when it is shown


class SingleInstance(QObject):
    """Holds the lock of a library while the window is open.

    Signals:
        raise_requested: somebody started Pembaca on the same library again.
    """

    raise_requested = Signal()

    def __init__(self, lock: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = str(lock)
        self._lock = QLockFile(str(lock))
        self._lock.setStaleLockTime(0)  # a lock of a process that is gone is taken over, however old
        self._server: QObject | None = None

    def take(self) -> bool:
        """Take the lock; False if another window has the library. Where no file can be made, nothing is locked."""
        if self._lock.tryLock(0):
            return True
        return self._lock.error() != QLockFile.LockError.LockFailedError

    def call_the_first(self) -> bool:
        """Ask the window that has the lock to come to the front; False if it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        for _ in range(_TRIES):
            socket = QLocalSocket()
            socket.connectToServer(self._name())
            if socket.waitForConnected(_WAIT_MS):
                socket.disconnectFromServer()
                return True
            QThread.msleep(_WAIT_MS)
        return False

    def listen(self) -> None:
        """Be there for later starts; called when a window is shown, of which there may be several in turn."""
        if self._server is not None:
            return
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name())
        server.newConnection.connect(self._called)
        server.listen(self._name())
        self._server = server

    def release(self) -> None:
        """Give the lock back."""
        self._lock.unlock()

    def _called(self) -> None:
        self.raise_requested.emit()

    def _name(self) -> str:
        from hashlib import sha256  # loads OpenSSL: not before the window is shown

        return "pembaca-" + sha256(self._path.encode()).hexdigest()[:24]
