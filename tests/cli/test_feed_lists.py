"""Facts of ``pembaca feeds import|export|catalogue``, and of adding a page."""

from __future__ import annotations

import os
import subprocess
import threading
from pathlib import Path

from tests.cli.conftest import FEED
from tests.cli.running import command, environment, run
from tests.servers import Answer, serving

OPML = (
    '<opml version="1.0"><body><outline text="Pusat"><outline text="Setkab" xmlUrl="https://setkab.go.id/feed/"/>'
    '<outline text="x" xmlUrl="file:///etc/passwd"/></outline></body></opml>'
)


def test_a_list_comes_in_and_goes_out(data: Path, tmp_path: Path) -> None:
    """
    Nobody types thirty addresses again; what cannot be fetched is told, not swallowed.
    """
    source, target = tmp_path / "a.opml", tmp_path / "b.opml"
    source.write_text(OPML)
    first = run(data, "feeds", "import", str(source), "--json").json
    again = run(data, "feeds", "import", str(source), "--json").json
    out = run(data, "feeds", "export", str(target))

    assert [("https://setkab.go.id/feed/", "Setkab")] == [(feed["url"], feed["title"]) for feed in first["added"]]
    assert (["file:///etc/passwd"], [], 1) == ([one["url"] for one in first["skipped"]], again["added"], again["known"])
    assert (0, "") == (out.code, out.out)
    assert "https://setkab.go.id/feed/" in target.read_text()
    assert FEED.replace("&", "&amp;") in run(data, "feeds", "export").out


def test_what_is_no_list_is_told(data: Path, tmp_path: Path) -> None:
    """
    A wrong file changes nothing, and says so in one JSON value.
    """
    wrong = tmp_path / "x.opml"
    wrong.write_text("<html></html>")
    done = run(data, "feeds", "import", str(wrong), "--json")
    missing = run(data, "feeds", "import", str(tmp_path / "tidak-ada"), "--json")

    assert (1, "not_a_feed") == (done.code, done.json["error"]["code"])
    assert (1, "no_file") == (missing.code, missing.json["error"]["code"])


def test_the_catalogue_is_printed(data: Path) -> None:
    """
    An administrator picks from it in a script.
    """
    feeds = run(data, "feeds", "catalogue", "--json").json

    assert {"title", "url", "group", "status"} == set(feeds[0])
    assert feeds[0]["url"] in run(data, "feeds", "catalogue").out


def test_a_page_is_added_by_its_feed(data: Path) -> None:
    """
    A person knows the office's page, not its feed.
    """
    page = Answer(
        b'<link rel="alternate" type="application/rss+xml" href="/rss">'
        b'<link rel="alternate" type="application/rss+xml" href="/b">'
    )
    feed = Answer(b"<rss><channel><title>T</title></channel></rss>", "application/rss+xml")
    with serving({"/": page, "/rss": feed, "/b": feed}) as site:
        done = run(data, "feeds", "add", site.url + "/", "--json")
        exact = run(data, "feeds", "add", site.url + "/", "--exact", "--json")

    assert (site.url + "/rss", site.url + "/") == (done.json["url"], exact.json["url"])
    assert site.url + "/b" in done.err


def test_a_feeds_text_is_had_as_it_was_set(data: Path) -> None:
    """
    The choice is kept, and shown where the feeds are listed.
    """
    set_on = run(data, "feeds", "set", FEED, "--full-text", "on", "--json")
    unknown = run(data, "feeds", "set", "https://tidak.ada/", "--full-text", "off", "--json")

    assert (0, "on") == (set_on.code, set_on.json["full_text"])
    assert ["on"] == [feed["full_text"] for feed in run(data, "feeds", "list", "--json").json]
    assert (1, "unknown_feed") == (unknown.code, unknown.json["error"]["code"])


def test_limits_of_a_feed_are_kept_and_applied_by_the_next_refresh(data: Path) -> None:
    """
    How much is kept is set for each source; what is not named stays as it was.
    """
    first = run(data, "feeds", "set", FEED, "--keep-days", "90", "--keep-mb", "20", "--json")
    second = run(data, "feeds", "set", FEED, "--full-text", "on", "--keep-mb", "all", "--keep-articles", "500", "--json")
    nothing, wrong = run(data, "feeds", "set", FEED), run(data, "feeds", "set", FEED, "--keep-days", "-3")

    assert (90, None, 20) == tuple(first.json[name] for name in ("keep_days", "keep_articles", "keep_mb"))
    assert (90, 500, None, "on") == tuple(second.json[name] for name in ("keep_days", "keep_articles", "keep_mb", "full_text"))
    assert (2, 2) == (nothing.code, wrong.code)
    assert "--keep-days 90" in nothing.err


def test_list_goes_into_pipes_and_through_links_and_leaves_them(data: Path, tmp_path: Path) -> None:
    """
    ``feeds export /dev/null`` must not cost an administrator the device, nor a link its target.
    """
    pipe, link, target = tmp_path / "pipa", tmp_path / "tautan", tmp_path / "asli"
    os.mkfifo(pipe)
    link.symlink_to(target)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text()))
    reader.start()
    codes = [run(data, "feeds", "export", str(name)).code for name in (pipe, link)]
    reader.join(60)

    assert ([0, 0], True, True) == (codes, pipe.is_fifo(), link.is_symlink())
    assert got[0] == target.read_text() and FEED in got[0]


def test_list_that_cannot_be_written_is_told_in_one_language(data: Path, tmp_path: Path) -> None:
    """
    The reason is told too, in the reader's language.
    """
    (tmp_path / "tautan").symlink_to("/dev/full")
    with Path("/dev/full").open("wb") as full:
        printed = subprocess.run(command(data, "feeds", "export"), stdout=full, stderr=subprocess.PIPE, env=environment())
    missing = run(data, "feeds", "export", str(tmp_path / "tidak" / "ada"))
    english = run(data, "feeds", "export", str(tmp_path / "tidak" / "ada"), LC_ALL="en_GB.UTF-8")
    filled = run(data, "feeds", "export", str(tmp_path / "tautan"))

    assert [1, 1, 1, 1] == [printed.returncode, missing.code, english.code, filled.code]
    assert b"Traceback" not in printed.stderr and "ruang simpan penuh" in printed.stderr.decode()
    assert "berkas atau folder itu tidak ada" in missing.err and "No such file or directory" in english.err
    assert "ruang simpan penuh" in filled.err and (tmp_path / "tautan").is_symlink()
