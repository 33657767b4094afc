"""Facts of the downloads, shown against real loopback servers."""

from __future__ import annotations

import gzip
import socket
import ssl
import struct
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.servers import SEED, Answer, raw, serving

from pembaca.cancel import CancelToken
from pembaca.errors import Cancelled, FetchError
from pembaca.feeds.fetch import Fetched, Fetcher, NotModified, Timeouts
from pembaca.model import Validators

LIMIT = 100_000
TLS = Path(__file__).parents[2] / "data" / "tls"
OK = b"HTTP/1.1 200 OK\r\n"


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(Timeouts(connect=1, read=1, total=3)) as fetcher:
        yield fetcher


@pytest.fixture
def hasty() -> Iterator[Fetcher]:
    with Fetcher(Timeouts(connect=0.2, read=0.2, total=0.4)) as fetcher:
        yield fetcher


def get(fetcher: Fetcher, url: str, **options: object) -> Fetched:
    answer = fetcher.get(url, limit=LIMIT, cancel=CancelToken(), **options)  # type: ignore[arg-type]
    assert isinstance(answer, Fetched)
    return answer


def fault(fetcher: Fetcher, url: str, **options: object) -> FetchError:
    with pytest.raises(FetchError) as caught:
        get(fetcher, url, **options)
    return caught.value


def test_an_unchanged_feed_costs_no_body(fetcher: Fetcher) -> None:
    """
    A second refresh of an office with a thin line downloads nothing again.
    """
    with serving(seed=SEED) as site:
        first = get(fetcher, site.url + "/berita?format=feed")
        second = fetcher.get(first.url, validators=first.validators, limit=LIMIT, cancel=CancelToken())

    assert NotModified(first.url) == second
    assert [200, 304] == [status for _, status in site.requests]
    assert {"If-None-Match", "If-Modified-Since"} <= site.headers[1].keys()


def test_the_program_says_who_it_is(fetcher: Fetcher) -> None:
    """
    A ministry's administrator can see who reads, and let it through.
    """
    with serving({"/": Answer(b"x")}) as site:
        get(fetcher, site.url + "/")

    assert "Pembaca/0.1 (+accessible reader)" == site.headers[0]["User-Agent"]


@pytest.mark.parametrize("etag", ['"' + "e" * 60_000 + '"', '"a\x01b"', ""])
def test_what_could_not_be_sent_back_is_not_kept(fetcher: Fetcher, etag: str) -> None:
    """
    A server refuses a request with a header of sixty kilobytes, and its feed would be lost with its own mark.
    """
    with serving({"/": Answer(b"x", headers={"ETag": etag, "Last-Modified": "Mon, 01 Jun 2026 00:00:00 GMT"})}) as site:
        kept = get(fetcher, site.url + "/").validators

    assert Validators(None, "Mon, 01 Jun 2026 00:00:00 GMT") == kept


def test_an_address_without_end_takes_no_subscription_over(fetcher: Fetcher) -> None:
    """
    The feed is read where it is today, and asked for at its own address tomorrow.
    """
    long = "/" + "x" * 20_000
    with serving({"/a": Answer(status=301, headers={"Location": long}), long: Answer(b"isi")}) as site:
        answer = get(fetcher, site.url + "/a")

    assert (b"isi", None) == (answer.body, answer.moved_to)


def test_permanent_redirects_name_the_new_address(fetcher: Fetcher) -> None:
    """
    A feed that moved for good is asked at its new place next time.
    """
    hops = {
        "/a": Answer(status=301, headers={"Location": "/b"}),
        "/b": Answer(status=308, headers={"Location": "/c"}),
        "/c": Answer(b"x"),
    }
    with serving(hops) as site:
        answer = get(fetcher, site.url + "/a")

    assert (site.url + "/c", site.url + "/c") == (answer.url, answer.moved_to)


def test_a_temporary_redirect_leaves_the_address(fetcher: Fetcher) -> None:
    """
    A maintenance page must not take a subscription over.
    """
    hops = {
        "/a": Answer(status=302, headers={"Location": "/b"}),
        "/b": Answer(status=301, headers={"Location": "/c"}),
        "/c": Answer(b"x"),
    }
    with serving(hops) as site:
        answer = get(fetcher, site.url + "/a")

    assert (site.url + "/c", None) == (answer.url, answer.moved_to)


def test_a_redirect_loop_ends(fetcher: Fetcher) -> None:
    """
    Two servers that point at each other do not hold a refresh up.
    """
    with serving({"/a": Answer(status=302, headers={"Location": "/a"})}) as site:
        assert "redirect" == fault(fetcher, site.url + "/a").code
    assert 11 == len(site.requests)


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "javascript:alert(1)", "data:text/html,x"])
def test_redirects_never_leave_http(fetcher: Fetcher, target: str) -> None:
    """
    A hostile server cannot make the program read the person's own files.
    """
    with serving({"/a": Answer(status=302, headers={"Location": target})}) as site:
        assert "unsupported_scheme" == fault(fetcher, site.url + "/a").code


@pytest.mark.parametrize(
    "target", ["//[::1", "http://127.0.0.1:99999/", "http://127.0.0.1:port/", "https:", "http:///", "http://a:0/"]
)
def test_a_redirect_to_an_address_that_is_none_is_told_as_that(fetcher: Fetcher, target: str) -> None:
    """
    The person's address is right: it is not to be looked for anew, and the network is there.
    """
    with serving(
        {"/a": Answer(status=302, headers={"Location": target}), "/": Answer(status=302, headers={"Location": "//["})}
    ) as site:
        assert "redirect" == fault(fetcher, site.url + "/a").code


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://127.0.0.1/x", "javascript:alert(1)", "bukan alamat", ""])
def test_other_schemes_are_refused(fetcher: Fetcher, url: str) -> None:
    """
    Whatever stands in a feed, only the web is asked.
    """
    assert "unsupported_scheme" == fault(fetcher, url).code


@pytest.mark.parametrize("status", [204 + 196, 401, 403, 404, 410, 429, 500, 503, 304])
def test_an_http_error_keeps_its_number(fetcher: Fetcher, status: int) -> None:
    """
    "Gone" and "try later" want different next steps, so that the number must not be lost.
    """
    with serving({"/": Answer(b"<rss/>", status=status)}) as site:
        error = fault(fetcher, site.url + "/")

    assert ("http_status", status) == (error.code, error.status)


def forever(peer: socket.socket) -> None:
    peer.recv(1)


def half_a_header(peer: socket.socket) -> None:
    peer.sendall(OK + b"X-Half: ")
    peer.recv(1)


def half_a_body(peer: socket.socket) -> None:
    peer.sendall(OK + b"Content-Length: 100\r\n\r\nhalf")
    peer.recv(1)


def dripping(start: bytes) -> Callable[[socket.socket], None]:
    def talk(peer: socket.socket) -> None:
        peer.sendall(start)
        gap = threading.Event()
        while not gap.wait(0.02):
            peer.sendall(b"x")

    return talk


@pytest.mark.parametrize(
    "talk", [forever, half_a_header, half_a_body, dripping(OK + b"X-Slow: "), dripping(OK + b"Content-Length: 90000\r\n\r\n")]
)
def test_silence_and_slow_drip_end_at_the_deadline(hasty: Fetcher, talk: Callable[[socket.socket], None]) -> None:
    """
    A server that never finishes costs its deadline and no more, whichever stage it hangs in.
    """
    with raw(talk) as url:
        assert "timeout" == fault(hasty, url).code


def test_a_handshake_that_drips_ends_at_the_deadline(hasty: Fetcher) -> None:
    """
    A firewall that swallows TLS hangs the same way as a slow page.
    """
    listener = socket.create_server(("127.0.0.1", 0))
    with listener:
        assert "timeout" == fault(hasty, f"https://127.0.0.1:{listener.getsockname()[1]}/").code


@pytest.mark.parametrize(
    "talk", [forever, half_a_header, half_a_body, dripping(OK + b"X-Slow: "), dripping(OK + b"Content-Length: 90000\r\n\r\n")]
)
def test_a_cancel_ends_the_wait(talk: Callable[[socket.socket], None]) -> None:
    """
    Escape stops a refresh at once even while a server is silent.
    """
    cancel = CancelToken()

    def talk_then_cancel(peer: socket.socket) -> None:
        cancel.cancel()
        talk(peer)

    with Fetcher(Timeouts(60, 60, 60)) as fetcher, raw(talk_then_cancel) as url, pytest.raises(Cancelled):
        fetcher.get(url, limit=LIMIT, cancel=cancel)


def reset(peer: socket.socket) -> None:
    peer.sendall(OK + b"Content-Length: 100\r\n\r\nhalf")
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def says(answer: bytes) -> Callable[[socket.socket], None]:
    return lambda peer: peer.sendall(answer)


PACKED = gzip.compress(b"<rss>" + bytes(range(256)) * 40)


@pytest.mark.parametrize(
    ("code", "talk"),
    [
        ("connection", reset),
        ("connection", says(b"")),
        ("connection", says(b"bukan http\r\n\r\n")),
        ("truncated", says(OK + b"Content-Length: 100\r\n\r\nshort")),
        ("truncated", says(OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n")),
        ("truncated", says(OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nshort\r\n")),
        ("malformed", says(OK + b"Content-Encoding: gzip\r\n\r\nbukan gzip")),
        ("truncated", says(OK + b"Content-Encoding: gzip\r\nConnection: close\r\n\r\n" + PACKED[: len(PACKED) // 2])),
    ],
)
def test_a_broken_answer_is_never_taken_for_the_whole(fetcher: Fetcher, code: str, talk: Callable[[socket.socket], None]) -> None:
    """
    The stored copy stays, and the person learns whether the site was out of reach, broke off, or sent rubbish.
    """
    with raw(talk) as url:
        assert code == fault(fetcher, url).code


def test_what_came_of_a_broken_answer_can_be_had(fetcher: Fetcher) -> None:
    """
    Half a list is worth reading; what the server said of the whole is forgotten with the rest.
    """
    with raw(says(OK + b"ETag: 1\r\nContent-Length: 100\r\n\r\nshort")) as url:
        answer = get(fetcher, url, may_be_cut=True)

    assert Fetched(url, b"short", cut="truncated") == answer


def test_nobody_listening_is_a_connection_fault(fetcher: Fetcher) -> None:
    """
    A server that is switched off has its own sentence.
    """
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

    assert "connection" == fault(fetcher, f"http://127.0.0.1:{port}/").code


@pytest.mark.parametrize("host", ["tidak-ada.invalid", "x" * 70 + ".example", "a..b"])
def test_an_unknown_name_is_a_dns_fault(fetcher: Fetcher, host: str) -> None:
    """
    A typing error in an address is told as such.
    """
    assert "dns" == fault(fetcher, f"http://{host}/").code


@pytest.mark.parametrize(
    "answer",
    [
        OK + b"Content-Length: 500000000\r\n\r\n" + b"x" * 10,
        OK + b"Connection: close\r\n\r\n" + b"x" * (LIMIT + 1),
        OK + b"X-Big: " + b"x" * 1_000_000 + b"\r\n\r\n",
        OK + b"X-Many: 1\r\n" * 2_000 + b"\r\n",
    ],
)
def test_too_much_is_refused(fetcher: Fetcher, answer: bytes) -> None:
    """
    A stream without end, or a header of a megabyte, cannot fill the memory.
    """
    with raw(says(answer)) as url:
        assert "too_large" == fault(fetcher, url).code


def test_a_gzip_bomb_is_refused_within_little_memory(fetcher: Fetcher) -> None:
    """
    A hundred kilobytes that swell to 100 MB never get there.
    """
    bomb = gzip.compress(bytes(100_000_000), 9)
    with serving({"/": Answer(bomb, headers={"Content-Encoding": "gzip"})}) as site:
        tracemalloc.start()
        try:
            error = fault(fetcher, site.url + "/")
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()

    assert "too_large" == error.code
    assert peak < 10_000_000


@pytest.mark.parametrize("more", [b"", b"Content-Encoding: gzip\r\n", b"Transfer-Encoding: chunked\r\n"])
def test_the_body_of_a_redirect_is_not_read(fetcher: Fetcher, more: bytes) -> None:
    """
    Nobody reads what stands beside "moved", and so it may be without end.
    """
    has_moved = threading.Event()

    def talk(peer: socket.socket) -> None:
        if has_moved.is_set():
            peer.sendall(OK + b"Content-Length: 3\r\nConnection: close\r\n\r\nisi")
            return
        has_moved.set()
        peer.sendall(b"HTTP/1.1 302 Found\r\nLocation: /isi\r\n" + more + b"\r\n")
        while True:
            peer.sendall(b"x" * 65_536)

    with raw(talk) as url:
        assert b"isi" == get(fetcher, url).body


def test_a_cookie_set_on_the_way_is_sent_on(fetcher: Fetcher) -> None:
    """
    Firewalls of ministries let nobody in who does not bring back their cookie.
    """
    hops = {"/a": Answer(status=302, headers={"Location": "/b", "Set-Cookie": "pass=1; Path=/"}), "/b": Answer(b"isi")}
    with serving(hops) as site:
        get(fetcher, site.url + "/a")

    assert "pass=1" == site.headers[1].get("Cookie")


def test_a_host_has_two_connections_and_waiting_for_one_is_no_timeout() -> None:
    """
    A small office's server is not overrun, and a slow one does not make the queue behind it fail.
    """
    lock, now, most = threading.Lock(), [0], [0]
    both = threading.Event()

    def talk(peer: socket.socket) -> None:
        with lock:
            now[0] += 1
            most[0] = max(most[0], now[0])
            if now[0] == 2:
                both.set()
        both.wait()
        with lock:
            now[0] -= 1
        peer.sendall(OK + b"Content-Length: 3\r\nConnection: close\r\n\r\nisi")

    with raw(talk) as url, Fetcher(Timeouts(2, 2, 2)) as fetcher, ThreadPoolExecutor(8) as workers:
        bodies = [answer.body for answer in workers.map(lambda _: get(fetcher, url), range(8))]

    assert ([b"isi"] * 8, 2) == (bodies, most[0])


def test_packed_answers_come_unpacked(fetcher: Fetcher) -> None:
    """
    A compressed feed is the same feed.
    """
    with serving({"/": Answer(gzip.compress(b"isi"), headers={"Content-Encoding": "gzip"})}) as site:
        assert b"isi" == get(fetcher, site.url + "/").body


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(b"<rss>isi</rss>"), {}),
        (b"<rss>isi</rss>", {"Content-Encoding": "gzip"}),
        (b"\n<?xml?>", {"Content-Encoding": "deflate"}),
    ],
)
def test_a_header_that_is_wrong_about_packing_is_passed_over(fetcher: Fetcher, body: bytes, headers: dict[str, str]) -> None:
    """
    A proxy that packs or unpacks without saying so costs nobody the news.
    """
    with serving({"/": Answer(body, headers=headers)}) as site:
        assert (b"\n<?xml?>" if b"?xml" in body else b"<rss>isi</rss>") == get(fetcher, site.url + "/").body


def test_what_a_public_feed_points_to_stays_off_the_local_network(fetcher: Fetcher) -> None:
    """
    A feed from outside cannot make the program talk to the office's printer.
    """
    with serving({"/": Answer(b"rahasia")}) as site:
        error = fault(fetcher, site.url + "/", home="https://www.contoh.go.id/feed")

    assert ("connection", "private address") == (error.code, error.detail)
    assert [] == site.requests


def test_a_feed_on_this_machine_may_point_to_this_machine(fetcher: Fetcher) -> None:
    """
    Names of the same machine are one machine.
    """
    with serving({"/": Answer(b"isi")}) as site:
        assert b"isi" == get(fetcher, site.url + "/", home="http://localhost:1/feed").body


@pytest.fixture
def tls_url() -> Iterator[str]:
    """Yield the address of a server whose certificate nobody vouches for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(TLS / "self-signed.pem", TLS / "key.pem")

    def talk(plain: socket.socket) -> None:
        with context.wrap_socket(plain, server_side=True) as peer:
            peer.recv(65536)
            peer.sendall(OK + b"Content-Length: 3\r\n\r\nisi")

    with raw(talk, waits=False) as url:
        yield url.replace("http:", "https:")


def test_a_certificate_nobody_vouches_for_is_refused(fetcher: Fetcher, tls_url: str) -> None:
    """
    Many offices have broken certificates; the person is told, and the check is never switched off.
    """
    assert "tls" == fault(fetcher, tls_url).code


def test_an_offices_own_authority_can_be_trusted(tls_url: str) -> None:
    """
    An administrator may name a certificate of the office's own.
    """
    with Fetcher(Timeouts(1, 1, 3), certificates=str(TLS / "self-signed.pem")) as fetcher:
        assert b"isi" == get(fetcher, tls_url).body
