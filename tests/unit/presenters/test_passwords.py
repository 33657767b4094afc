"""Facts of feeds whose address holds a password: the window shows and says it nowhere."""

from __future__ import annotations

from tests.unit.presenters.parts import OTHER, Desk, store

FEED = "https://ani:rahasia@contoh.go.id/feed"
NAME = "https://ani:•••@contoh.go.id/feed"


def test_a_feed_without_a_title_is_named_without_its_password(desk: Desk) -> None:
    """
    The name of a source is read aloud, in the list, its menu, the panel and when it is removed.
    """
    store(desk.library, "Satu", feed=OTHER)
    desk.library.add_feed(FEED)
    desk.articles.start()
    desk.sources.show()
    rows = [item.title for item in desk.views.of("show_feeds")[-1] if item.url == FEED]
    menu = [entry.text for entry in desk.listing.menu()]
    desk.articles.choose_feed(FEED)
    desk.jobs.work()
    heading = desk.listing.heading()[0]
    desk.sources.remove(FEED)

    assert ([NAME], True, NAME) == (rows, NAME in menu, heading)
    assert NAME in desk.views.of("show_undo")[-1]
    assert not [text for text in desk.views.of("say") if "rahasia" in text]
