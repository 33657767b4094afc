"""The HTTP client behind ``fetch``: system certificates, a watch over every socket, private addresses kept out.

It is imported by the first download and never earlier, for requests is heavy.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
import warnings
from contextlib import suppress
from typing import Any, Final

import truststore
import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from pembaca.absence import absent
from pembaca.cancel import CancelToken

# Its guesser of encodings, some 6 ms, is for ``Response.text``, which nobody asks for.
warnings.filterwarnings("ignore", "Unable to find acceptable character detection dependency")
with absent("charset_normalizer", "chardet"):
    import requests
    import requests.adapters

_LOOK_EVERY: Final = 0.05  # seconds between two looks at the cancel token
_current = threading.local()


class Watch:
    """Ends one request from outside: past its deadline, or when cancelled, every socket in use is shut down.

    A read that would wait for ever then returns at once, in any stage: handshake, header or body.
    """

    def __init__(self, seconds: float, cancel: CancelToken, private_host: str | None) -> None:
        self.deadline = time.monotonic() + seconds
        self.private_host = private_host
        self._cancel = cancel
        self._done = threading.Event()
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self.is_late = False

    def __enter__(self) -> Watch:
        _current.watch = self
        threading.Thread(target=self._run, name="fetch-watch", daemon=True).start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._done.set()
        _current.watch = None
        with self._lock:
            for sock in self._sockets:
                sock.close()
            self._sockets.clear()

    @property
    def left(self) -> float:
        """Seconds until the deadline, never under a hundredth."""
        return max(0.01, self.deadline - time.monotonic())

    def guard(self, sock: socket.socket) -> None:
        """Keep a second handle of *sock*, so that it can be shut down whoever holds the first."""
        twin = socket.socket(fileno=socket.dup(sock.fileno()))
        with self._lock:
            self._sockets.append(twin)
        if self.is_late or self._cancel.is_cancelled:
            self._shut()

    def _run(self) -> None:
        while not self._done.wait(min(_LOOK_EVERY, self.left)):
            if self._cancel.is_cancelled:
                break
            if time.monotonic() >= self.deadline:
                self.is_late = True
                break
        else:
            return
        self._shut()

    def _shut(self) -> None:
        with self._lock:
            for sock in self._sockets:
                with suppress(OSError):
                    sock.shutdown(socket.SHUT_RDWR)


class PrivateAddress(NewConnectionError):
    """A page of one site pointed to a machine of the local network."""


def open_session(user_agent: str, certificates: str | None = None) -> requests.Session:
    """Return a session that trusts what the system trusts and never reads credentials from the environment.

    Args:
        certificates: a file of further certificates to trust, for an office with its own authority.
    """
    session = requests.Session()
    session.trust_env = False
    session.headers.update({"User-Agent": user_agent, "Accept-Encoding": "gzip, deflate"})
    adapter = _Adapter(certificates)
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    return session


def proxies_for(url: str, host: str) -> dict[str, str]:
    """Return the environment's proxies for *url*; this machine itself is always asked directly."""
    return {} if is_loopback(host) else dict(requests.utils.get_environ_proxies(url))


def is_loopback(host: str) -> bool:
    """Whether *host* is this machine by name or number."""
    if host.rstrip(".").lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]").split("%")[0]).is_loopback
    except ValueError:
        return False


class _Guarded:
    """What both kinds of connection share: addresses looked up within the time limit, sockets under watch."""

    def _new_conn(self) -> socket.socket:
        connection: Any = self
        watch: Watch = _current.watch
        until = time.monotonic() + min(float(connection.timeout), watch.left)
        addresses = _resolve(connection, until)
        if connection.proxy is None:
            addresses = _allowed(connection, addresses, watch.private_host)
        problem: OSError | None = None
        for address in addresses:
            try:
                seconds = max(0.01, until - time.monotonic())
                sock = urllib3.util.connection.create_connection(
                    (address, connection.port), seconds, socket_options=connection.socket_options
                )
            except OSError as error:
                problem = error
                continue
            sock.settimeout(connection.timeout)
            watch.guard(sock)
            return sock
        if isinstance(problem, TimeoutError):
            raise ConnectTimeoutError(connection, str(problem)) from problem
        raise NewConnectionError(connection, str(problem)) from problem

    def getresponse(self) -> Any:
        connection: Any = self
        if connection.sock is not None:
            _current.watch.guard(connection.sock)
        return super().getresponse()  # type: ignore[misc]


def _resolve(connection: Any, until: float) -> list[str]:
    """Look the name up in a thread of its own: the system's resolver knows no deadline."""
    found: list[str] = []
    problem: list[OSError | UnicodeError] = []

    def look_up() -> None:
        try:
            for *_, address in socket.getaddrinfo(connection._dns_host, connection.port, type=socket.SOCK_STREAM):
                found.append(str(address[0]))
        except (OSError, UnicodeError) as error:
            problem.append(error)

    thread = threading.Thread(target=look_up, name="fetch-dns", daemon=True)
    thread.start()
    thread.join(max(0.01, until - time.monotonic()))
    if found and not thread.is_alive():
        return list(dict.fromkeys(found))
    cause = problem[0] if problem else "no answer"
    raise NameResolutionError(connection.host, connection, socket.gaierror(str(cause)))


def _allowed(connection: Any, addresses: list[str], private_host: str | None) -> list[str]:
    host = connection.host
    if private_host is None or host == private_host or (is_loopback(host) and is_loopback(private_host)):
        return addresses
    public = [address for address in addresses if ipaddress.ip_address(address.split("%")[0]).is_global]
    if not public:
        raise PrivateAddress(connection, "private address")
    return public


class _PlainConnection(_Guarded, HTTPConnection):
    pass


class _TlsConnection(_Guarded, HTTPSConnection):
    pass


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _PlainConnection


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls = _TlsConnection


class _Adapter(requests.adapters.HTTPAdapter):
    def __init__(self, certificates: str | None) -> None:
        self._context: ssl.SSLContext = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if certificates:
            self._context.load_verify_locations(cafile=certificates)
        super().__init__(pool_connections=16, pool_maxsize=4, max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, ssl_context=self._context, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _PlainPool, "https": _TlsPool}

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        manager = super().proxy_manager_for(proxy, ssl_context=self._context, **kwargs)
        manager.pool_classes_by_scheme = {"http": _PlainPool, "https": _TlsPool}
        return manager

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Leave the certificates to the system: requests would add its own bundle."""
        conn.cert_reqs = "CERT_REQUIRED"
