"""Facts of ``pembaca feeds``."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import FEED
from tests.cli.running import run
from tests.servers import Answer, serving


def test_feeds_are_listed_with_their_state(data: Path) -> None:
    """
    An administrator sees at a glance which source is silent since when.
    """
    expected = {"url": FEED, "title": "Berita Utama", "status": "ok", "error": None, "last_success": "2026-07-01T03:00:00Z"}
    expected |= {"full_text": "auto", "keep_days": None, "keep_articles": None, "keep_mb": None}

    assert [expected] == run(data, "feeds", "list", "--json").json
    assert FEED in run(data, "feeds", "list").out


def test_feed_is_added_once_and_removed_with_its_articles(data: Path) -> None:
    """
    Adding twice changes nothing; removing leaves no rest in list and search.
    """
    new = run(data, "feeds", "add", "contoh.go.id/lain", "--json").json
    run(data, "feeds", "add", "https://contoh.go.id/lain")
    both = run(data, "feeds", "list", "--json").json
    removed = run(data, "feeds", "remove", FEED, "--json")

    assert ("https://contoh.go.id/lain", "new", None, None) == (new["url"], new["status"], new["error"], new["last_success"])
    assert [FEED, "https://contoh.go.id/lain"] == [feed["url"] for feed in both]
    assert (0, {"url": FEED, "removed": True}) == (removed.code, removed.json)
    assert [] == run(data, "list", "--json").json == run(data, "search", "birokrasi", "--json").json


def test_removing_what_is_not_there_is_told(data: Path) -> None:
    """
    A typing error in an address does not pass for success.
    """
    done = run(data, "feeds", "remove", "https://tidak.ada/")

    assert (1, "") == (done.code, done.out)
    assert "https://tidak.ada/" in done.err


WITH_PASSWORD = "http://ani:rahasia@contoh.go.id/feed"


def test_password_in_an_address_is_not_shown(data: Path) -> None:
    """
    A list on a projector or in a letter for help gives nothing away; programs still get the address that works.
    """
    done = [
        run(data, "feeds", "add", WITH_PASSWORD, "--exact"),
        run(data, "feeds", "list"),
        run(data, "feeds", "set", WITH_PASSWORD, "--full-text", "on"),
        run(data, "feeds", "set", "http://ani:salah@contoh.go.id/feed", "--full-text", "on"),
    ]

    assert [0, 0, 0, 1] == [one.code for one in done]
    assert [] == [one for one in done if "rahasia" in one.out + one.err or "salah" in one.out + one.err]
    assert WITH_PASSWORD in [feed["url"] for feed in run(data, "feeds", "list", "--json").json]
    assert WITH_PASSWORD in run(data, "feeds", "export").out


def test_address_as_it_was_shown_is_understood(data: Path) -> None:
    """
    What the list shows can be typed, also where a password or the middle is left out.
    """
    long = f"https://contoh.go.id/{'x' * 300}/feed"
    run(data, "feeds", "add", WITH_PASSWORD, "--exact")
    run(data, "feeds", "add", long, "--exact")
    listed = run(data, "feeds", "list").out.splitlines()
    names = [line.strip() for line in listed if "•••" in line or "…" in line]

    assert 2 == len({*names})
    assert [0, 0] == [run(data, "feeds", "remove", name).code for name in {*names}]
    assert [FEED] == [feed["url"] for feed in run(data, "feeds", "list", "--json").json]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Answer(b"", status=404), "http_status"),
        (Answer(b"", status=410), "http_status"),
        (Answer(b"<h1>Berita</h1>"), "not_a_feed"),
        (Answer(b"\xff\xd8\xff\xe0JFIF", "image/jpeg"), "not_a_feed"),
    ],
    ids=["404", "410", "page", "picture"],
)
@pytest.mark.parametrize("path", ["/x", "/feed/"])
def test_address_that_can_never_work_is_not_added(tmp_path: Path, answer: Answer, code: str, path: str) -> None:
    """
    A mistyped address is told at once, with what to do; who knows better says --exact.
    """
    with serving({path: answer}) as site:
        url = site.url + path
        done = run(tmp_path, "feeds", "add", url, "--json")
        told = run(tmp_path, "feeds", "add", url)
        listed = run(tmp_path, "feeds", "list", "--json").json
        exact = run(tmp_path, "feeds", "add", url, "--exact", "--json")

    assert (1, code, 1, "", []) == (done.code, done.json["error"]["code"], told.code, told.out, listed)
    assert "--exact" in told.err and "127.0.0.1" in told.err
    assert (0, url) == (exact.code, exact.json["url"])


@pytest.mark.parametrize("status", [401, 403, 429, 500, 503])
def test_address_of_a_server_in_trouble_is_added_as_it_is(tmp_path: Path, status: int) -> None:
    """
    It may be well again tomorrow; the person is told.
    """
    with serving({"/feed": Answer(b"", status=status)}) as site:
        done = run(tmp_path, "feeds", "add", f"{site.url}/feed", "--json")

    assert (0, f"{site.url}/feed") == (done.code, done.json["url"])
    assert f"kode {status}" in done.err and "apa adanya" in done.err


def test_address_is_added_as_it_is_without_a_network(tmp_path: Path) -> None:
    """
    A laptop on the road collects addresses for the evening.
    """
    with serving() as site:
        url = f"{site.url}/feed"
    done = run(tmp_path, "feeds", "add", url, "--json")

    assert (0, url) == (done.code, done.json["url"])
    assert "apa adanya" in done.err


def test_feed_that_is_there_is_said_to_be(data: Path) -> None:
    """
    Nothing is fetched and nothing is said to be added.
    """
    done = run(data, "feeds", "add", FEED)

    assert 0 == done.code
    assert done.out.startswith("Sudah ada")
