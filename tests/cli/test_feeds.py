"""Facts of ``pembaca feeds``."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import FEED
from tests.cli.running import run


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
