"""Loopback servers for tests: the seed site with validators, answers by path, and raw bytes for rude ones."""

from __future__ import annotations

import hashlib
import http.server
import mimetypes
import socket
import threading
import urllib.parse
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import formatdate
from pathlib import Path

SEED = Path(__file__).parent / "data" / "seed"
_SITE = b"https://www.kemenkumham.go.id"
_TYPES = {".xml": "application/rss+xml; charset=utf-8", ".html": "text/html; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a path answers; an ETag is made of the body unless the headers name one."""

    body: bytes = b""
    content_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Site:
    """A running server: its address, what it answers, and the requests it got as (path, status)."""

    url: str
    answers: dict[str, Answer] = field(default_factory=dict)
    requests: list[tuple[str, int]] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)

    def paths(self) -> list[str]:
        """Return the paths asked for, in order."""
        return [path for path, _ in self.requests]


@contextmanager
def serving(answers: Mapping[str, Answer] | None = None, *, seed: Path | None = None, feed: str = "feed.xml") -> Iterator[Site]:
    """Serve *answers* by path (query included, or without it), and the files of *seed* with its host rewritten."""
    site = Site("", dict(answers or {}))

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            answer = site.answers.get(self.path) or site.answers.get(self.path.partition("?")[0]) or _file(self.path, seed, feed)
            answer = answer or Answer(b"<h1>404</h1>", status=404)
            body = answer.body.replace(_SITE, site.url.encode()) if answer.content_type in _TYPES.values() else answer.body
            etag = answer.headers.get("ETag") or f'"{hashlib.sha256(body).hexdigest()[:16]}"'
            unchanged = answer.status == 200 and self.headers.get("If-None-Match") == etag
            status = 304 if unchanged else answer.status
            site.requests.append((self.path, status))
            site.headers.append(dict(self.headers))
            self.send_response(status)
            for name, value in {"ETag": etag, **answer.headers}.items():
                self.send_header(name, value)
            if not unchanged:
                self.send_header("Content-Type", answer.content_type)
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if not unchanged:
                self.wfile.write(body)

        def log_message(self, form: str, *args: object) -> None:
            pass

    class Server(http.server.ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            pass

    with Server(("127.0.0.1", 0), Handler) as server:
        site.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()


def _file(path: str, seed: Path | None, feed: str) -> Answer | None:
    if seed is None:
        return None
    parts = urllib.parse.urlsplit(path)
    name = urllib.parse.unquote(parts.path)
    if "format=feed" in parts.query:
        name = feed
    elif name.endswith("ketika-birokrasi-kita-mendadak-digital"):
        name = "article.html"
    file = (seed / name.lstrip("/")).resolve()
    if not file.is_relative_to(seed) or not file.is_file():
        return None
    kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return Answer(file.read_bytes(), kind, headers={"Last-Modified": formatdate(int(file.stat().st_mtime), usegmt=True)})


@contextmanager
def raw(talk: Callable[[socket.socket], None], *, waits: bool = True) -> Iterator[str]:
    """Serve every connection with *talk*, which gets the socket after the request's header was read; yield the address.

    With *waits* false the talk gets the socket at once, to read for itself.
    The sockets are closed when the block ends, so that a talk may wait for ever in ``recv``.
    """
    listener = socket.create_server(("127.0.0.1", 0))
    open_sockets: list[socket.socket] = [listener]

    def serve(peer: socket.socket) -> None:
        try:
            head = b""
            while waits and b"\r\n\r\n" not in head:
                piece = peer.recv(65536)
                if not piece:
                    return
                head += piece
            talk(peer)
        except OSError:
            pass
        finally:
            peer.close()

    def accept() -> None:
        while True:
            try:
                peer, _ = listener.accept()
            except OSError:
                return
            open_sockets.append(peer)
            threading.Thread(target=serve, args=(peer,), daemon=True).start()

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    finally:
        for sock in open_sockets:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()
        thread.join()
