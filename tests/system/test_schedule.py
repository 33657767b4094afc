"""A window that fetches news by itself, in real use."""

from __future__ import annotations

from pathlib import Path

from tests.servers import Site
from tests.system.conftest import MakeWindow
from tests.system.filling import FEED_PATH, plain, store

from pembaca.services.schedule import AT_START


def test_the_start_brings_the_news_and_leaves_the_focus_where_it_is(tmp_path: Path, open_window: MakeWindow, site: Site) -> None:
    """
    Who opens the reader finds today's article without having asked for it, and is not led away from where they are.
    """
    data_dir, before = tmp_path / "pustaka", len(site.requests)
    store(data_dir, plain("Berita lama", 5), feed=site.url + FEED_PATH, title="Berita Utama")

    window = open_window(data_dir, refresh_minutes=AT_START)
    window.until(lambda: len(window.rows()) == 2)

    assert "Berita lama" in window.focus().name
    assert 1 == site.paths()[before:].count(FEED_PATH)


def test_a_start_without_a_network_is_calm(tmp_path: Path, open_window: MakeWindow) -> None:
    """
    The age of the copy is shown, the list keeps the focus, and reading goes on as ever.
    """
    data_dir = tmp_path / "pustaka"
    store(data_dir, plain("Berita lama", 5), feed="http://127.0.0.1:9/rss")

    window = open_window(data_dir, refresh_minutes=AT_START)
    window.until(lambda: any(node.name.startswith("Anda membaca salinan") for node in window.nodes()))

    assert "list item" == window.focus().role
