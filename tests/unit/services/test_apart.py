"""Facts of the process apart, with the real process."""

from __future__ import annotations

import os
import sys
import threading
from datetime import datetime
from pathlib import Path

import pytest
from tests.unit.content.layouts import LAYOUTS, PARAGRAPHS, TITLE

from pembaca.cancel import CancelToken
from pembaca.content.article import from_feed, from_page
from pembaca.errors import Cancelled, ContentError, ParseError
from pembaca.model import ParsedEntry
from pembaca.services.apart import Apart
from pembaca.services.apart_protocol import FeedOrder, FeedTextOrder, PageOrder, PictureOrder

URL = "https://kanim.contoh.go.id/x"
PAGE = LAYOUTS["JOOMLA_5"].encode()
HANGING = (sys.executable, "-c", "import time; time.sleep(60)")


def test_it_reads_what_is_read_here() -> None:
    """
    The article is the same to the letter, wherever it was parsed; the date keeps its offset.
    """
    date = datetime.fromisoformat("2026-06-05T09:30:00+08:00")
    entry = ParsedEntry("g", "Judul", URL, "<div><p>Satu.</p><ol><li>dua</li></ol></div>", published=date)
    with Apart() as apart:
        page = apart.read_page(PageOrder(URL, "text/html", TITLE, date, "Ani"), PAGE, CancelToken())
        text = apart.read_feed_text(FeedTextOrder(entry, URL), CancelToken())
        feed = apart.read_feed(
            FeedOrder(URL, None), b"<rss><channel><item><title>A & b</title></item></channel></rss>", CancelToken()
        )

    assert from_page(PAGE, URL, "text/html", title=TITLE, published=date, byline="Ani") == page
    assert from_feed(entry, URL) == text
    assert page.published is not None
    assert "2026-06-05T09:30:00+08:00" == page.published.isoformat()
    assert ["A & b"] == [item.title for item in feed.entries]


def test_one_process_serves_many_pages() -> None:
    """
    Starting a parser for each page would cost more than the page.
    """
    with Apart(processes=1) as apart:
        texts = {apart.read_page(PageOrder(URL, "text/html"), LAYOUTS[name].encode(), CancelToken()).text for name in LAYOUTS}
        kept = len(apart._idle)

    assert all(PARAGRAPHS[-1] in text for text in texts)
    assert 1 == kept


@pytest.mark.parametrize(
    ("body", "code"), [(b"<div>" * 100_000, "too_deep"), (b"<p>" + b"&amp;" * 900_000, "too_slow"), (b"", "no_article")]
)
def test_a_hostile_page_is_refused_and_the_next_is_read(body: bytes, code: str) -> None:
    """
    One page that is made to hang costs itself and nothing else.
    """
    with Apart(processes=1, limit_s=2) as apart:
        with pytest.raises(ContentError) as caught:
            apart.read_page(PageOrder(URL, "text/html"), body, CancelToken())
        document = apart.read_page(PageOrder(URL, "text/html"), PAGE, CancelToken())

    assert code == caught.value.code
    assert TITLE == document.title


def test_files_where_pembaca_was_started_are_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A folder of downloads may hold a queue.py or an lxml.py of strangers; what parses strangers' pages must not run them.
    """
    for name in ("queue", "random", "typing_extensions", "msgspec", "lxml", "html", "re", "pembaca"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'dijalankan')!r}, 'w')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", os.pathsep)
    with Apart() as apart:
        page = apart.read_page(PageOrder(URL, "text/html"), PAGE, CancelToken())

    assert (TITLE, False) == (page.title, (tmp_path / "dijalankan").exists())


@pytest.mark.parametrize(("command", "code"), [(HANGING, "too_slow"), ((sys.executable, "-c", ""), "died")])
def test_a_process_that_hangs_or_dies_is_told(command: tuple[str, ...], code: str) -> None:
    """
    The feed's own text is shown instead; nobody waits for ever.
    """
    with Apart(limit_s=0.3, command=command) as apart:
        with pytest.raises(ContentError) as page:
            apart.read_page(PageOrder(URL, None), PAGE * 100, CancelToken())
        with pytest.raises(ParseError) as feed:
            apart.read_feed(FeedOrder(URL, None), b"<rss", CancelToken())
        with pytest.raises(ContentError):
            apart.read_picture(PictureOrder(URL), b"", CancelToken())

    assert (code, "malformed") == (page.value.code, feed.value.code)


def test_a_cancel_ends_the_wait() -> None:
    """
    Escape does not wait for a page that hangs.
    """
    cancel = CancelToken()
    timer = threading.Timer(0.2, cancel.cancel)
    timer.start()
    with Apart(command=HANGING) as apart, pytest.raises(Cancelled):
        apart.read_page(PageOrder(URL, None), PAGE, cancel)
    timer.join()
