"""Serve generated feeds and pages on the loopback from a process of their own, so that no client pays for the server.

``/full/N`` a feed of N items with their text, ``/intro/N`` the same with first sentences, ``/short/N`` tiny items,
``/full/N/FIRST`` items from FIRST on, ``/b/N`` the page of item N. Everything is made once and answers conditional requests.
"""

from __future__ import annotations

import http.server
import subprocess
import sys
import urllib.request
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from benchmarks import feeds

_DATE = "Mon, 23 Nov 2020 09:00:00 GMT"


class Site:
    """The running server; ``url`` has no slash at its end."""

    def __init__(self, url: str) -> None:
        self.url = url

    def address(self, path: str) -> str:
        """Return the address of *path*, whose answer is made by now."""
        address = f"{self.url}{path}"
        with urllib.request.urlopen(address) as answer:  # the loopback
            answer.read()
        return address

    def warm_pages(self, count: int) -> None:
        """Have the pages of the first *count* items made."""
        for number in range(count):
            self.address(f"/b/{number}")


@contextmanager
def serving() -> Iterator[Site]:
    """Run a server for as long as the block lasts."""
    command = [sys.executable, "-m", "benchmarks.serving"]
    with subprocess.Popen(command, cwd=Path(__file__).parents[1], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None and process.stdout is not None
        try:
            yield Site(process.stdout.readline().decode().strip())
        finally:
            process.stdin.close()
            process.wait(10)


@cache
def _answer(base: str, path: str) -> tuple[bytes, bytes, str]:
    """Return head and body of a fresh answer, and its ETag."""
    kind, *numbers = path.strip("/").split("/")
    count, first = int(numbers[0]), int(numbers[1]) if len(numbers) > 1 else 0
    match kind:
        case "b":
            body, mime = feeds.page(count), "text/html"
        case "short":
            body, mime = feeds.short_feed(base, count), "application/rss+xml"
        case _:
            body, mime = feeds.feed(base, count, first=first, is_full=kind == "full"), "application/rss+xml"
    etag = f'"{zlib.crc32(body):08x}"'
    head = (
        f"HTTP/1.1 200 OK\r\nContent-Type: {mime}; charset=utf-8\r\nContent-Length: {len(body)}\r\n"
        f"ETag: {etag}\r\nLast-Modified: {_DATE}\r\n\r\n"
    )
    return head.encode(), body, etag


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        base = f"http://127.0.0.1:{self.server.server_address[1]}"
        try:
            head, body, etag = _answer(base, self.path)
        except (ValueError, IndexError):  # robots.txt, favicon.ico
            self.wfile.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
            return
        if self.headers.get("If-None-Match") == etag or (
            "If-None-Match" not in self.headers and self.headers.get("If-Modified-Since") == _DATE
        ):
            self.wfile.write(f"HTTP/1.1 304 Not Modified\r\nETag: {etag}\r\nLast-Modified: {_DATE}\r\n\r\n".encode())
        else:
            self.wfile.write(head + body)  # at once: two writes would wait for each other's acknowledgement

    def log_message(self, form: str, *args: object) -> None:
        pass


def main() -> None:
    """Serve until stdin ends, and print the address first."""
    import threading

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        print(f"http://127.0.0.1:{server.server_port}", flush=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        sys.stdin.read()
        server.shutdown()


if __name__ == "__main__":
    main()
