"""Facts of ``pembaca refresh`` and of reading afterwards, against a real server on this machine."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.cli.running import run
from tests.servers import SEED, Answer, serving

FEED_PATH = "/publikasi/berita-utama?format=feed"
EXPECTED = json.loads((SEED / "expected_article.json").read_text(encoding="utf-8"))
RSS = """<rss version="2.0"><channel><title>Lain</title><item><title>Satu</title><guid>1</guid>
<link>{url}/satu</link><description>{text}</description></item></channel></rss>"""


def feed_of(url: str, text: str = "Isi pendek.") -> Answer:
    return Answer(RSS.format(url=url, text=text).encode(), "application/rss+xml")


@pytest.mark.parametrize("feed", ["feed.xml", "feed_intro.xml"])
def test_ministry_article_is_kept_and_read_without_a_network(tmp_path: Path, feed: str) -> None:
    """
    The whole job: fetched once, readable to the letter, and still there when the cable is pulled.
    """
    with serving(seed=SEED, feed=feed) as site:
        url = site.url + FEED_PATH
        first = run(tmp_path, "refresh", "--add", url, "--json")
        second = run(tmp_path, "refresh", url, "--json")
        statuses = [status for path, status in site.requests if path == FEED_PATH]
    assert (0, 0) == (first.code, second.code)
    assert [{"url": url, "status": "updated", "new": 1, "changed": 0, "error": None, "warnings": []}] == first.json["feeds"]
    assert ("unchanged", [200, 304]) == (second.json["feeds"][0]["status"], statuses)

    rows = run(tmp_path, "list", "--json").json
    assert [EXPECTED["title"]] == [row["title"] for row in rows]
    assert rows[0]["id"] == run(tmp_path, "search", "birokrasi", "--json").json[0]["id"]
    shown = run(tmp_path, "show", str(rows[0]["id"]), "--format", "json")
    article = shown.json
    assert EXPECTED["paragraphs"] == [block["text"] for block in article["blocks"] if block["type"] == "paragraph"]
    assert (EXPECTED["title"], EXPECTED["credit_text"]) == (article["title"], article["credit"])
    assert EXPECTED["published"] == article["published"]
    assert urlsplit(EXPECTED["url"]).path == urlsplit(article["url"]).path
    pictures = [block for block in article["blocks"] if block["type"] == "image"]
    assert [("", True, True)] * 2 == [(p["alt"], Path(p["src"]).is_absolute(), Path(p["src"]).is_file()) for p in pictures]
    assert [] == [junk for junk in EXPECTED["must_not_contain"] if junk in shown.out]


def test_named_feed_alone_is_touched(tmp_path: Path) -> None:
    """
    Who asks for one source does not wait for eleven others.
    """
    with serving() as site:
        site.answers["/a"], site.answers["/b"] = feed_of(site.url), feed_of(site.url)
        run(tmp_path, "feeds", "add", f"{site.url}/b", "--exact")
        done = run(tmp_path, "refresh", "--add", f"{site.url}/a", f"{site.url}/a", "--json")
        paths = site.paths()

    assert [f"{site.url}/a"] == [feed["url"] for feed in done.json["feeds"]]
    assert "/a" in paths and "/b" not in paths


def test_unknown_feed_is_not_fetched_without_add(tmp_path: Path) -> None:
    """
    A mistyped address neither enters the list nor opens a connection.
    """
    with serving() as site:
        done = run(tmp_path, "refresh", f"{site.url}/a", "--json")
        requests = site.requests

    assert (2, "", []) == (done.code, done.out, requests)
    assert "--add" in done.err
    assert [] == run(tmp_path, "feeds", "list", "--json").json


def test_one_failed_feed_does_not_fail_the_refresh(tmp_path: Path) -> None:
    """
    Eleven good sources are done, the twelfth is told with a code and a sentence.
    """
    with serving() as site:
        site.answers["/a"] = feed_of(site.url)
        done = run(tmp_path, "refresh", "--add", f"{site.url}/a", f"{site.url}/tidakada", "--json")
        only_bad = run(tmp_path, "refresh", f"{site.url}/tidakada", "--json")
        listed = run(tmp_path, "feeds", "list", "--json").json

    good, bad = done.json["feeds"]
    assert (0, 1) == (done.code, only_bad.code)
    assert ("updated", None, "failed", "http_status") == (good["status"], good["error"], bad["status"], bad["error"]["code"])
    assert "404" in bad["error"]["message"]
    assert [("ok", None), ("failed", "http_status")] == [(feed["status"], feed["error"]) for feed in listed]


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://127.0.0.1/feed", "javascript:alert(1)", "http://[::1/"])
def test_address_that_is_no_web_address_is_refused(tmp_path: Path, url: str) -> None:
    """
    A feed cannot be made to read the person's files, and such an address does not stay in the list.
    """
    done = run(tmp_path, "refresh", "--add", url, "--json")

    assert (1, "connection" if url.startswith("http:") else "unsupported_scheme") == (
        done.code,
        done.json["feeds"][0]["error"]["code"],
    )
    assert [] == run(tmp_path, "feeds", "list", "--json").json


def test_refresh_without_feeds_says_how_to_add_one(tmp_path: Path) -> None:
    """
    The first refresh on a new machine explains itself.
    """
    done = run(tmp_path, "refresh", "--json")

    assert (0, {"feeds": []}) == (done.code, done.json)
    assert "feeds add" in done.err


def test_page_is_extracted_without_storing(tmp_path: Path) -> None:
    """
    ``extract`` shows what would be read of a page, from a file or an address, and leaves no trace.
    """
    base = EXPECTED["url"]
    with serving(seed=SEED) as site:
        of_url = run(tmp_path / "data", "extract", site.url + urlsplit(base).path, "--json").json
    of_file = run(tmp_path / "data", "extract", str(SEED / "article.html"), "--base-url", base, "--json").json

    for article in (of_url, of_file):
        assert EXPECTED["paragraphs"] == [block["text"] for block in article["blocks"] if block["type"] == "paragraph"]
        assert (None, EXPECTED["title"]) == (article["id"], article["title"])
    assert base == of_file["url"]
    assert EXPECTED["images"][0]["url"] == next(block["src"] for block in of_file["blocks"] if block["type"] == "image")
    assert not (tmp_path / "data").exists()


def test_page_that_is_not_there_is_told(tmp_path: Path) -> None:
    """
    A wrong file name gives a sentence and a code, not a traceback.
    """
    done = run(tmp_path, "extract", "tidakada.html", "--json")

    assert (1, "no_file") == (done.code, done.json["error"]["code"])
    assert "tidakada.html" in done.err and "Traceback" not in done.err


def test_feed_is_not_taken_for_an_article(tmp_path: Path) -> None:
    """
    Who extracts a feed by mistake learns what it is, and how to have its news.
    """
    (tmp_path / "feed.xml").write_bytes((SEED / "feed.xml").read_bytes())
    with serving(seed=SEED) as site:
        of_url = run(tmp_path, "extract", f"{site.url}{FEED_PATH}", "--json")
    of_file = run(tmp_path, "extract", str(tmp_path / "feed.xml"))

    assert (1, "is_feed", 1, "") == (of_url.code, of_url.json["error"]["code"], of_file.code, of_file.out)
    assert "feeds add" in of_file.err and "feeds add" in of_url.err


def test_pages_that_are_gone_are_told_once_with_their_articles(tmp_path: Path) -> None:
    """
    The person learns which articles may not be whole, and does not read forty times the same.
    """
    items = "".join(
        f"<item><title>Berita {n}</title><guid>{n}</guid><link>{{url}}/{n}</link><description>Pendek.</description></item>"
        for n in range(5)
    )
    with serving() as site:
        body = f'<rss version="2.0"><channel><title>Lain</title>{items.format(url=site.url)}</channel></rss>'
        site.answers["/feed"] = Answer(body.encode(), "application/rss+xml")
        done = run(tmp_path, "refresh", "--add", f"{site.url}/feed")
        told = run(tmp_path / "lagi", "refresh", "--add", f"{site.url}/feed", "--json").json["feeds"][0]["warnings"]

    assert 1 == done.out.count("kode 404")
    assert "“Berita 0”" in done.out and "dan 2 lainnya" in done.out
    assert [f"/{n}" for n in range(5)] == [urlsplit(warning["url"]).path for warning in told]


def test_broken_settings_are_told_by_who_meets_them_first(tmp_path: Path) -> None:
    """
    A refresh at night sets the file aside; the window the next morning would not know of it.
    """
    (tmp_path / "settings.json").write_text('{"media_mb": "banyak", "volume": 40}')
    done = run(tmp_path, "refresh", "--json")
    again = run(tmp_path, "refresh", "--json")

    assert "media_mb" in done.err and str(tmp_path / "settings.json.rusak") in done.err
    assert "media_mb" not in again.err
    assert {"volume": 40} == json.loads((tmp_path / "settings.json").read_text())
