"""Notices that the network has come back. Sends nothing, and decides nothing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QNetworkInformation

_IPV4, _IPV6 = Path("/proc/net/route"), Path("/proc/net/ipv6_route")
_LOOK_MS = 5_000
_THERE = (  # an office's server is reached without the world
    QNetworkInformation.Reachability.Local,
    QNetworkInformation.Reachability.Site,
    QNetworkInformation.Reachability.Online,
)
_UP = 0x1  # RTF_UP of linux/route.h


class NetworkWatch(QObject):
    """Asks the system's network service where Qt knows one, and otherwise looks at Linux's table of routes.

    Signals:
        came_back: there was no network, and now there is one.
    """

    came_back = Signal()

    def __init__(self, parent: QObject | None = None, routes: tuple[Path, Path] = (_IPV4, _IPV6)) -> None:
        super().__init__(parent)
        self._routes = routes
        self._was_there = True
        information = self._service() if routes == (_IPV4, _IPV6) else None
        if information is not None:
            self._see(information.reachability() in _THERE)
            information.reachabilityChanged.connect(lambda now: self._see(now in _THERE))
        elif any(path.exists() for path in routes):
            self._look()
            timer = QTimer(self, interval=_LOOK_MS)
            timer.timeout.connect(self._look)
            timer.start()

    def _service(self) -> QNetworkInformation | None:
        found = QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability)
        return QNetworkInformation.instance() if found else None

    def _look(self) -> None:
        self._see(has_route(*(_read(path) for path in self._routes)))

    def _see(self, is_there: bool) -> None:
        came_back = is_there and not self._was_there
        self._was_there = is_there
        if came_back:
            self.came_back.emit()


def has_route(ipv4: str, ipv6: str) -> bool:
    """Say whether Linux's tables (``/proc/net/route`` and ``ipv6_route``) lead anywhere but to this computer itself."""
    for line in ipv4.splitlines()[1:]:
        fields = line.split()
        if len(fields) > 3 and fields[0] != "lo" and int(fields[3], 16) & _UP:
            return True
    for line in ipv6.splitlines():
        fields = line.split()
        is_link_local = fields[:1] != [] and fields[0].startswith("fe80")
        is_group = fields[:1] != [] and fields[0].startswith("ff")
        if len(fields) > 9 and fields[9] != "lo" and not is_link_local and not is_group and int(fields[8], 16) & _UP:
            return True
    return False


def _read(path: Path) -> str:
    try:
        return path.read_text("ascii", "replace")
    except OSError:
        return ""
