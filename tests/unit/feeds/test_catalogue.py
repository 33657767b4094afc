"""Facts of the feeds to pick from."""

from __future__ import annotations

from pembaca.feeds.catalogue import catalogue


def test_the_ministry_comes_first() -> None:
    """
    The default feed is the ministry this program was made for.
    """
    first, *_ = catalogue()

    assert "https://www.kemenkum.go.id/berita-utama?format=feed&type=rss" == first.url


def test_every_feed_has_a_title_a_group_and_an_address_of_its_own() -> None:
    """
    The list can be read aloud and picked from.
    """
    feeds = catalogue()

    assert all(feed.title and feed.group and feed.url.startswith("https://") for feed in feeds)
    assert len(feeds) == len({feed.url for feed in feeds}) == len({feed.title for feed in feeds})
