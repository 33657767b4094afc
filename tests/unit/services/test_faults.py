"""Every class of fault a server can send, over a real loopback connection: its code, and that nothing else is touched."""

from __future__ import annotations

import gzip
import json
import os
import socket
import ssl
import struct
import subprocess
import sys
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import pytest
from tests.servers import Answer, raw, serving

from pembaca.cancel import CancelToken
from pembaca.feeds.fetch import Fetcher, Timeouts
from pembaca.library.library import Library
from pembaca.model import FeedOutcome
from pembaca.paths import Paths
from pembaca.presenters import messages
from pembaca.services.refresh import refresh

ROOT = Path(__file__).parents[3]
TLS = ROOT / "tests" / "data" / "tls"
OK = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"
TEXT = "Kementerian menyampaikan kepada masyarakat bahwa layanan dibuka kembali pada hari kerja. " * 20
GOOD = Answer(
    (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Baik</title><item>'
        f"<title>Tetap ada</title><guid>g</guid><content:encoded><![CDATA[<p>{TEXT}</p>]]></content:encoded></item>"
        "</channel></rss>"
    ).encode(),
    "application/rss+xml",
)
PATIENT = Timeouts(2, 2, 4)
Talk = Callable[[socket.socket], None]


def says(body: bytes, head: bytes = b"Content-Type: application/rss+xml\r\n", start: bytes = OK) -> Talk:
    return lambda peer: peer.sendall(start + head + b"\r\n" + body)


def status(line: str, head: str = "", body: bytes = b"") -> Talk:
    return says(body, head.encode(), f"HTTP/1.1 {line}\r\nConnection: close\r\n".encode())


def hangs(start: bytes) -> Talk:
    def talk(peer: socket.socket) -> None:
        peer.sendall(start)
        peer.recv(1)

    return talk


def drips(start: bytes) -> Talk:
    def talk(peer: socket.socket) -> None:
        peer.sendall(start)
        gap = threading.Event()
        while not gap.wait(0.02):
            peer.sendall(b"x")

    return talk


def streams(start: bytes, piece: bytes, total: int) -> Talk:
    def talk(peer: socket.socket) -> None:
        peer.sendall(start)
        for _ in range(total // len(piece)):
            peer.sendall(piece)

    return talk


def resets(peer: socket.socket) -> None:
    peer.sendall(OK + b"Content-Length: 1000\r\n\r\n<rss>")
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def bombs(encoding: str, bits: int, start: bytes = b"") -> Talk:
    def talk(peer: socket.socket) -> None:
        packer = zlib.compressobj(9, zlib.DEFLATED, bits)
        peer.sendall(OK + f"Content-Encoding: {encoding}\r\n\r\n".encode() + packer.compress(start))
        zeros = bytes(1_000_000)
        for _ in range(1_000):
            peer.sendall(packer.compress(zeros))

    return talk


def rss(items: str, head: str = "") -> bytes:
    return f'{head}<rss version="2.0"><channel><title>T</title>{items}</channel></rss>'.encode()


PACKED = gzip.compress(GOOD.body)
NO_FEED: dict[str, tuple[str, Talk]] = {
    "nothing at all": ("empty", says(b"")),
    "blanks": ("empty", says(b" \r\n\t\n")),
    "a mark and nothing": ("empty", says(b"\xef\xbb\xbf")),
    "NULs": ("empty", says(bytes(5_000))),
    "a page instead": (
        "not_a_feed",
        says(b"<!DOCTYPE html><html><body>Pemeliharaan</body></html>", b"Content-Type: text/html\r\n"),
    ),
    "JSON instead": ("not_a_feed", says(b'{"status":"forbidden"}', b"Content-Type: application/json\r\n")),
    "no more than a start": ("malformed", says(b"<rss")),
    "401": ("http_status", status("401 Unauthorized")),
    "403": ("http_status", status("403 Forbidden", body=b"Request blocked")),
    "404": ("http_status", status("404 Not Found")),
    "404 with a feed": ("http_status", status("404 Not Found", "Content-Type: application/rss+xml\r\n", GOOD.body)),
    "410": ("http_status", status("410 Gone")),
    "429": ("http_status", status("429 Too Many Requests")),
    "429 later": ("http_status", status("429 Too Many Requests", "Retry-After: 3600\r\n")),
    "500": ("http_status", status("500 Internal Server Error")),
    "503": ("http_status", status("503 Service Unavailable")),
    "503 at a date": ("http_status", status("503 Busy", f"Retry-After: {format_datetime(datetime(2100, 1, 1, tzinfo=UTC))}\r\n")),
    "503 soon": ("http_status", status("503 Busy", "Retry-After: 0\r\n")),
    "to a file": ("unsupported_scheme", status("302 Found", "Location: file:///etc/passwd\r\n")),
    "to ftp": ("unsupported_scheme", status("302 Found", "Location: ftp://127.0.0.1/x\r\n")),
    "to a script": ("unsupported_scheme", status("301 Moved", "Location: javascript:alert(1)\r\n")),
    "in a circle": ("redirect", status("301 Moved", "Location: /\r\n")),
    "silent": ("timeout", hangs(b"")),
    "silent in the header": ("timeout", hangs(OK + b"X-Half: ")),
    "silent in the body": ("timeout", hangs(OK + b"Content-Length: 100\r\n\r\n<rss>")),
    "dripping header": ("timeout", drips(OK + b"X-Slow: ")),
    "dripping body": ("timeout", drips(OK + b"\r\n<rss>")),
    "reset": ("connection", resets),
    "short body": ("truncated", says(b"<rss>", b"Content-Length: 5000\r\n")),
    "cut gzip": ("truncated", says(PACKED[: len(PACKED) // 2], b"Content-Encoding: gzip\r\n")),
    "no HTTP": ("connection", lambda peer: peer.sendall(b"SSH-2.0-OpenSSH_9\r\n\r\n")),
    "header of a megabyte": ("too_large", says(b"", b"X-Long: " + b"x" * 1_000_000 + b"\r\n")),
    "many headers": ("too_large", says(b"", b"X-Many: 1\r\n" * 5_000)),
    "500 MB": ("too_large", streams(OK + b"\r\n<rss>", b"x" * 65_536, 500_000_000)),
    "500 MB announced": ("too_large", says(b"<rss>", b"Content-Length: 500000000\r\n")),
    "a gzip bomb": ("too_large", bombs("gzip", 31)),
    "a deflate bomb": ("too_large", bombs("deflate", -15)),
    "a bomb behind a feed": ("too_large", bombs("gzip", 31, GOOD.body)),
    "to data": ("unsupported_scheme", status("302 Found", "Location: data:text/xml,<rss/>\r\n")),
    "to no address": ("redirect", status("302 Found", "Location: http://127.0.0.1:99999/\r\n")),
    "503 since long": ("http_status", status("503 Busy", "Retry-After: Fri, 01 Jan 1999 00:00:00 GMT\r\n")),
    "503 for ever": ("http_status", status("503 Busy", "Retry-After: 99999999999999999999\r\n")),
    "503 until the last year": ("http_status", status("503 Busy", "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT\r\n")),
    "status line alone": ("connection", says(b"", b"", b"HTTP/1.1 000 \r\n")),
    "called packed": ("malformed", says(b"bukan gzip", b"Content-Encoding: gzip\r\n")),
    "packed twice": ("not_a_feed", says(gzip.compress(PACKED), b"Content-Encoding: gzip, gzip\r\n")),
    "a wall called a feed": ("not_a_feed", says(b"<html><title>Request Rejected</title><body>Support ID: 1</body></html>")),
    "opened without end": ("malformed", says(b"<rss>" * 20_000)),
}
_ITEM = "<item><title>Satu</title><guid>1</guid><description>Isi.</description></item>"
_BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)
_UTF_8 = "<?xml version='1.0' encoding='utf-8'?>"
_ATTRIBUTES = " ".join(f"a{n}=''" for n in range(300_000))
READABLE: dict[str, tuple[int, Talk]] = {
    "cut XML": (2, says(rss(_ITEM + _ITEM.replace("1", "2") + "<item><title>Ti")[: -len("</channel></rss>")])),
    "no content type": (1, says(rss(_ITEM), b"")),
    "wrong content type": (1, says(rss(_ITEM), b"Content-Type: image/png\r\n")),
    "text/html": (1, says(rss(_ITEM), b"Content-Type: text/html; charset=iso-8859-1\r\n")),
    "unknown charset": (1, says(rss(_ITEM), b"Content-Type: application/xml; charset=utf-9\r\n")),
    "a mark and another charset": (1, says(b"\xef\xbb\xbf<?xml version='1.0' encoding='utf-16'?>" + rss(_ITEM))),
    "UTF-16 without a mark": (1, says(rss(_ITEM).decode().encode("utf-16-le"))),
    "windows-1252 as UTF-8": (
        1,
        says(rss(_ITEM.replace("Isi", "“é”"), "<?xml version='1.0' encoding='utf-8'?>").decode().encode("cp1252")),
    ),
    "half a letter": (1, says(rss(_ITEM).replace(b"Isi", b"Isi \xe2\x80"))),
    "half a smiley": (1, says(rss(_ITEM.replace("Isi", "&#xD83D; Isi &#0;")))),
    "a charset of nobody": (1, says(rss(_ITEM, "<?xml version='1.0' encoding='undefined'?>"))),
    "packed without saying so": (1, says(gzip.compress(rss(_ITEM)))),
    "not packed as said": (1, says(rss(_ITEM), b"Content-Encoding: gzip\r\n")),
    "longer than said": (1, says(rss(_ITEM + "<item><title>2</title></item>"), b"Content-Length: 140\r\n")),
    "NULs in the title": (1, says(rss(_ITEM.replace("Satu", "S\x00a\x00tu")))),
    "year 0 and year 9999": (
        2,
        says(
            rss(
                _ITEM.replace("<guid>", "<pubDate>Mon, 01 Jan 0000 00:00:00 GMT</pubDate><guid>")
                + _ITEM.replace("<guid>1", "<pubDate>Fri, 31 Dec 9999 23:59:59 -2359</pubDate><guid>2")
            )
        ),
    ),
    "controls in the address": (1, says(rss(_ITEM.replace("<guid>", "<link>java&#10;script:alert(1)</link><guid>")))),
    "an address of a megabyte": (
        1,
        says(rss(_ITEM.replace("<guid>", f"<link>http://127.0.0.1:9/{'x' * 1_000_000}</link><guid>"))),
    ),
    "a quadratic entity": (
        1,
        says(rss(_ITEM.replace("Isi", "&e;" * 5_000), f'<!DOCTYPE x [<!ENTITY e "{"aaaa" * 12_500}">]>')),
    ),
    "an entity in circles": (1, says(rss(_ITEM.replace("Isi", "&e;"), '<!DOCTYPE x [<!ENTITY e "&f;"><!ENTITY f "&e;">]>'))),
    "three hundred thousand attributes": (
        1,
        says(rss(_ITEM.replace("<title>", "<title " + " ".join(f"a{n}=''" for n in range(300_000)) + ">"))),
    ),
    "a million empty items": (1, says(rss("<item/>" * 1_000_000 + _ITEM))),
    "a JSON Feed cut": (
        1,
        says(b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "content_text": "a"}, {"id": 2, "content'),
    ),
    "a mark": (1, says(b"\xef\xbb\xbf" + rss(_ITEM))),
    "UTF-16": (1, says(rss(_ITEM).decode().encode("utf-16"), b"Content-Type: application/xml; charset=utf-8\r\n")),
    "NULs inside": (1, says(rss(_ITEM.replace("Isi", "I\x00si")))),
    "JSON Feed": (
        1,
        says(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "content_text": "a"}]}).encode()),
    ),
    "no guids": (2, says(rss("<item><title>A</title></item><item><title>B</title></item>"))),
    "the same guid": (1, says(rss(_ITEM * 50))),
    "junk dates": (1, says(rss(_ITEM.replace("<guid>", "<pubDate>0000-00-00 25:61</pubDate><guid>")))),
    "entities that swell": (1, says(rss(_ITEM.replace("Isi", "&j;"), _BOMB + "]>"))),
    "a file as entity": (1, says(rss(_ITEM.replace("Isi", "&x;"), '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'))),
    "nested a hundred thousand times": (1, says(rss(_ITEM.replace("Isi.", "<b>" * 100_000)))),
    "HTML nested as often": (1, says(rss(_ITEM.replace("Isi.", "<![CDATA[" + "<div>" * 100_000 + "]]>")))),
    "title of ten megabytes": (1, says(rss(_ITEM.replace("Satu", "S" * 9_900_000)))),
    "picture of ten megabytes inside": (
        1,
        says(rss(_ITEM.replace("Isi.", f"<![CDATA[<p>Isi.</p><img src='data:image/png;base64,{'A' * 9_900_000}'>]]>"))),
    ),
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library.open(Paths(tmp_path, tmp_path / "cache"))
    yield library
    library.close()


@pytest.fixture(scope="module")
def good() -> Iterator[str]:
    with serving({"/": GOOD}) as site:
        yield site.url + "/"


def run(library: Library, *urls: str, timeouts: Timeouts = PATIENT, certificates: Path | None = None) -> tuple[FeedOutcome, ...]:
    for url in urls:
        library.add_feed(url)
    with Fetcher(timeouts, certificates=str(certificates) if certificates else None) as fetcher:
        return refresh(library, fetcher, urls, now=lambda: datetime(2026, 6, 6, tzinfo=UTC), cancel=CancelToken()).feeds


@pytest.mark.parametrize("kind", NO_FEED)
def test_a_fault_has_its_code_and_harms_nothing(library: Library, good: str, kind: str) -> None:
    """
    Whatever one server sends, its stored articles stay, unread ones unread, and the other feeds go on.
    """
    code, talk = NO_FEED[kind]
    is_slow = code == "timeout"
    answers = iter([says(GOOD.body)])
    with raw(lambda peer: next(answers, talk)(peer)) as url:
        run(library, url)
        (before,) = library.articles()
        first, second = run(library, url, good, timeouts=Timeouts(0.5, 0.5, 0.8) if is_slow else Timeouts(10, 10, 20))

    assert first.error is not None
    assert ("failed", code, "updated") == (first.status, first.error.code, second.status)
    assert [before] == [row for row in library.articles() if row.feed_url == url]
    assert not before.is_read
    words = messages.of_fault(first.error)
    assert words.title and words.still_works and words.action


@pytest.mark.parametrize("kind", READABLE)
def test_what_can_be_read_is_read(library: Library, good: str, kind: str) -> None:
    """
    A faulty but readable feed gives its articles, and none of the fault gets into them.
    """
    count, talk = READABLE[kind]
    with raw(talk) as url:
        first, second = run(library, url, good, timeouts=Timeouts(10, 10, 20))

    rows = library.articles(feed_url=url)
    assert (count, "updated") == (len(rows), second.status)
    assert ("updated", None) == (first.status, first.error)
    assert not any("root:" in row.summary or "aaaa" in row.summary or len(row.title) > 1_000 for row in rows)


def test_script_and_pictures_of_trackers_are_no_part_of_an_article(library: Library) -> None:
    """
    Nothing that runs, nothing drawn by a stranger's program and no counter's pixel gets past the door.
    """
    html = (
        "<![CDATA[<p>Isi berita.</p><script>alert(1)</script><svg onload=alert(1)><text>gambar</text></svg>"
        "<math><mtext>rumus</mtext></math><img src='http://127.0.0.1:9/p.gif' width=1 height=1>"
        "<p><a href='javascript:alert(1)'>klik</a></p>]]>"
    )
    head = "<title>&lt;script&gt;x&lt;/script&gt;Judul</title><link>javascript:alert(1)</link><guid>1</guid>"
    item = f"<item>{head}<description>{html}</description></item>"
    with raw(says(rss(item))) as url:
        (outcome,) = run(library, url)

    (row,) = library.articles()
    document = library.document(row.id)
    assert document is not None
    assert ("Judul", "", ()) == (row.title, row.url, outcome.warnings)
    assert "Judul\nIsi berita.\nklik" == document.text
    assert not any(getattr(block, "links", ()) for block in document.blocks)


@contextmanager
def tls(certificate: Path) -> Iterator[str]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, TLS / "key.pem")
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                peer, _ = listener.accept()
            except OSError:
                return
            try:
                with context.wrap_socket(peer, server_side=True) as secure:
                    secure.recv(65_536)
                    secure.sendall(OK + b"\r\n" + GOOD.body)
            except OSError:
                peer.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"https://127.0.0.1:{listener.getsockname()[1]}/"
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


@pytest.mark.parametrize(("name", "trusted"), [("self-signed.pem", None), ("expired.pem", TLS / "expired.pem")])
def test_a_certificate_that_does_not_hold_is_a_tls_fault(library: Library, good: str, name: str, trusted: Path | None) -> None:
    """
    A ministry's broken certificate is told as such, and never passed over.
    """
    with tls(TLS / name) as url:
        first, second = run(library, url, good, certificates=trusted)

    assert first.error is not None
    assert ("tls", "updated") == (first.error.code, second.status)


MEASURED = """
import resource, sys
sys.path[:0] = [sys.argv[1] + "/src", sys.argv[1]]
from datetime import UTC, datetime
from pathlib import Path
from pembaca.cancel import CancelToken
from pembaca.feeds.fetch import Fetcher
from pembaca.library.library import Library
from pembaca.paths import Paths
from pembaca.services.refresh import refresh
library = Library.open(Paths(Path(sys.argv[2]), Path(sys.argv[2]) / "c"))
library.add_feed(sys.argv[3])
with Fetcher() as fetcher:
    (outcome,) = refresh(library, fetcher, sys.argv[3:], now=lambda: datetime.now(UTC), cancel=CancelToken()).feeds
own = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))  # of this program alone
kilobytes = max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
print(kilobytes // 1024, outcome.error.code if outcome.error else outcome.new)
"""
HEAVY: dict[str, tuple[str, Talk]] = {
    name: NO_FEED.get(name) or (str(READABLE[name][0]), READABLE[name][1])
    for name in (
        "500 MB",
        "a gzip bomb",
        "header of a megabyte",
        "entities that swell",
        "nested a hundred thousand times",
        "title of ten megabytes",
        "a deflate bomb",
        "a million empty items",
        "three hundred thousand attributes",
        "picture of ten megabytes inside",
    )
}
HEAVY["fifty thousand items"] = (
    "50000",
    says(
        rss(
            "".join(
                f"<item><title>Berita {n}</title><guid>g{n}</guid><description>{'Isi ' * 20}{n}.</description></item>"
                for n in range(50_000)
            )
        )
    ),
)


@pytest.mark.parametrize("kind", HEAVY)
def test_no_feed_takes_more_than_250_mb(tmp_path: Path, kind: str) -> None:
    """
    An old office computer keeps working, whatever a server sends: neither the program nor its helper grows.
    """
    expected, talk = HEAVY[kind]
    with raw(talk) as url:
        done = subprocess.run(
            [sys.executable, "-c", MEASURED, str(ROOT), str(tmp_path), url],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        )

    megabytes, result = done.stdout.split()
    assert expected == result, done.stderr
    assert int(megabytes) < 250
