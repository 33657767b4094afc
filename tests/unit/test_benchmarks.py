"""What the benchmark measures with is the same every day, and its table says what is missing."""

from __future__ import annotations

import pytest
from benchmarks import feeds
from benchmarks.table import NOT_INSTALLED, Note, Peer, Row, Table, from_line, median_peer, median_row, to_line

from pembaca.content.article import from_page
from pembaca.feeds.fetch import FEED_LIMIT
from pembaca.feeds.parse import parse

BASE = "http://127.0.0.1:40000"


def test_feed_is_the_same_at_every_run_and_every_item_is_another() -> None:
    """
    Figures of two days can be compared only if they are of the same text.
    """
    parsed = parse(feeds.feed(BASE, 50), BASE, "application/rss+xml")

    assert feeds.feed(BASE, 50) == feeds.feed(BASE, 50)
    assert 50 == len({entry.guid for entry in parsed.entries}) == len({entry.title for entry in parsed.entries})


def test_largest_feed_is_small_enough_to_be_fetched() -> None:
    """
    Ten thousand items with their text are measured, not refused.
    """
    assert len(feeds.feed(BASE, 10_000)) <= FEED_LIMIT


def test_items_count_as_whole_articles() -> None:
    """
    Else their pages would be fetched, and the peers, which fetch none, be beaten or win for nothing.
    """
    assert all(120 <= sum(len(text.split()) for text in feeds.item(number).paragraphs) for number in range(500))


def test_page_holds_its_article() -> None:
    """
    A page in which no article is found would be quick.
    """
    document = from_page(feeds.page(3), f"{BASE}/b/3", "text/html; charset=utf-8")

    assert feeds.item(3, feeds.PAGE_WORDS).paragraphs == tuple(block.text for block in document.blocks)


def test_table_shows_growth_limit_and_ratio(capsys: pytest.CaptureFixture[str]) -> None:
    """
    A figure alone says nothing.
    """
    table = Table()
    table.add(median_row("refresh", [10.0, 30.0, 20.0], size=10, most=0.5, peers=[Peer("reader", 100.0)]))
    table.add(median_row("refresh", [60.0], size=1000, most=0.5, peers=[Peer("reader", 100.0)]))
    printed = capsys.readouterr().out

    assert "20.0 ms" in printed and "reader 100.0 (0.20×)" in printed and "×3.00" in printed and "1.000" in printed
    assert ["refresh 1.000"] == table.over


def test_missing_peer_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """
    A table without a peer must not look like one that was beaten.
    """
    Table().add(median_row("refresh", [1.0], most=0.5, peers=[median_peer("newsboat", [])]))

    assert f"newsboat: {NOT_INSTALLED}" in capsys.readouterr().out


@pytest.mark.parametrize("line", [Note("== a heading"), Row("memory", 80.5, "MiB", limit=120, peers=(Peer("bare", None),))])
def test_lines_travel_between_processes(line: Note | Row) -> None:
    """
    Each part runs in a process of its own, and still there is one table.
    """
    assert line == from_line(to_line(line))
