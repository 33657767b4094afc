"""Facts of finding feeds by a page's address, against real loopback servers."""

from __future__ import annotations

from collections.abc import Iterator
from socket import socket

import pytest
from tests.servers import Answer, raw, serving

from pembaca.cancel import CancelToken, Progress
from pembaca.errors import Cancelled, FetchError
from pembaca.feeds.fetch import Fetcher, Timeouts
from pembaca.services.discovery import Found, find

FEED = Answer(
    b"<rss version='2.0'><channel><title>Berita</title><item><title>a</title></item></channel></rss>", "application/rss+xml"
)
ATOM = Answer(b"<feed xmlns='http://www.w3.org/2005/Atom'><title>Atom</title></feed>", "application/atom+xml")


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(Timeouts(1, 1, 3)) as fetcher:
        yield fetcher


def test_a_feeds_own_address_is_itself(fetcher: Fetcher) -> None:
    """
    Who knows the feed's address gets that feed and no other.
    """
    with serving({"/x": FEED}) as site:
        assert (Found("Berita", site.url + "/x", "rss"),) == find(site.url + "/x", fetcher, CancelToken())
        assert ["/x"] == site.paths()


def test_what_a_page_names_is_looked_at(fetcher: Fetcher) -> None:
    """
    A dead link in a page's head is not offered, the living ones are.
    """
    page = Answer(
        b'<link rel="alternate" type="application/rss+xml" href="/dead">'
        b'<link rel="alternate" type="application/rss+xml" href="/x">'
        b'<link rel="alternate" type="application/atom+xml" href="/y">'
    )
    with serving({"/": page, "/x": FEED, "/y": ATOM}) as site:
        assert (Found("Berita", site.url + "/x", "rss"), Found("Atom", site.url + "/y", "atom")) == find(
            site.url, fetcher, CancelToken()
        )


@pytest.mark.parametrize("path", ["/berita-utama?format=feed&type=rss", "/feed/", "/rss.xml"])
def test_site_systems_usual_places_are_tried(fetcher: Fetcher, path: str) -> None:
    """
    Joomla offices seldom name the feed that they have.
    """
    with serving({"/berita-utama": Answer(b"<h1>Berita</h1>"), path: FEED}) as site:
        assert (Found("Berita", site.url + path, "rss"),) == find(site.url + "/berita-utama", fetcher, CancelToken())


def test_a_page_without_feeds_gives_none(fetcher: Fetcher) -> None:
    """
    Nothing is guessed: what is offered was read.
    """
    with serving({"/": Answer(b"<h1>Berita</h1>")}) as site:
        assert () == find(site.url + "/", fetcher, CancelToken())


def test_a_page_that_cannot_be_had_is_told(fetcher: Fetcher) -> None:
    """
    "No feeds" and "no answer" are different news.
    """
    with serving() as site, pytest.raises(FetchError) as caught:
        find(site.url + "/", fetcher, CancelToken())

    assert ("http_status", 404) == (caught.value.code, caught.value.status)


def test_a_cancel_ends_the_search(fetcher: Fetcher) -> None:
    """
    Escape works here too.
    """
    cancel = CancelToken()
    cancel.cancel()
    with serving({"/": FEED}) as site, pytest.raises(Cancelled):
        find(site.url + "/", fetcher, cancel)


@pytest.mark.parametrize(
    "answer", [Answer(b"\xff\xd8\xff\xe0JFIF", "image/jpeg"), Answer(b"%PDF-1.7", "application/pdf")], ids=["jpeg", "pdf"]
)
def test_a_picture_leads_to_no_feed(fetcher: Fetcher, answer: Answer) -> None:
    """
    Who adds a photo by mistake does not quietly get another feed of that site.
    """
    with serving({"/foto.jpg": answer, "/atom.xml": ATOM, "/feed/": FEED}) as site:
        assert () == find(site.url + "/foto.jpg", fetcher, CancelToken())
        assert ["/foto.jpg"] == site.paths()


def test_one_feed_that_two_addresses_lead_to_is_offered_once(fetcher: Fetcher) -> None:
    """
    A page names its feed twice, once by an address that has moved: a choice between the same would be none.
    """
    link = b'<link rel="alternate" type="application/rss+xml" href="/%s">'
    page = Answer(link % b"x" + link % b"old")
    with serving({"/": page, "/x": FEED}) as site:
        site.answers["/old"] = Answer(status=301, headers={"Location": site.url + "/x"})

        assert (Found("Berita", site.url + "/x", "rss"),) == find(site.url, fetcher, CancelToken())


def test_a_site_that_falls_silent_is_not_asked_for_all_its_usual_places(fetcher: Fetcher) -> None:
    """
    Nine addresses at ten seconds each are longer than anybody waits.
    """
    asked: list[bytes] = []
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\nConnection: close\r\n\r\n<h1>Hai</h1>\n"

    def talk(peer: socket) -> None:
        asked.append(b"")
        if len(asked) == 1:
            peer.sendall(page)
        else:
            peer.recv(1)  # until the test ends

    with raw(talk) as url:
        assert () == find(url, fetcher, CancelToken())

    assert 2 == len(asked)


def test_each_further_address_is_told(fetcher: Fetcher) -> None:
    """
    A search that takes a while shows how far it is.
    """
    told: list[Progress] = []
    with serving({"/berita": Answer(b"<h1>Berita</h1>"), "/rss.xml": FEED}) as site:
        find(site.url + "/berita", fetcher, CancelToken(), report=told.append)

        assert (1, site.url + "/berita?format=feed&type=rss") == (told[0].done, told[0].what)
        assert site.url + "/rss.xml" == told[-1].what
        assert all(step.done <= step.total for step in told)
