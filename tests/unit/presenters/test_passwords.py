"""Facts of feeds whose address holds a password: the window shows and says it nowhere."""

from __future__ import annotations

from tests.unit.presenters.parts import OTHER, Desk, store

from pembaca.services.discovery import Found

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


def test_details_of_a_feed_show_its_address_without_the_password(desk: Desk) -> None:
    """
    The page of one source says where it comes from, and no more.
    """
    desk.library.add_feed(FEED)
    desk.sources.details.open(FEED)
    details = desk.views.of("open_details")[-1]
    lines = [line for fact in (*details.facts, *details.history) for line in fact.lines]

    assert (NAME, True) == (details.title, NAME in lines)
    assert not [line for line in lines if "rahasia" in line]


def test_offers_of_a_page_are_named_without_password(desk: Desk) -> None:
    """
    A page behind a password names its feeds by addresses that hold it too.
    """
    desk.found = (Found("", FEED, "rss"), Found("Lain", f"{FEED}/2", "atom"))
    desk.sources.adding.add("https://ani:rahasia@contoh.go.id/berita")
    desk.jobs.work()
    offers = desk.views.of2("show_found")[-1]

    assert [NAME, "Lain"] == [offer.title for offer in offers]
    assert not [offer for offer in offers if "rahasia" in offer.title + offer.site]


def test_impossible_address_is_told_before_anything_is_looked_for(desk: Desk) -> None:
    """
    A port that cannot be, or a host that no computer can have.
    """
    for typed in ("http://127.0.0.1:99999/", "https://contoh..go.id/", "http://1.2.3.999/"):
        desk.sources.adding.add(typed)

    assert ([], 3) == (desk.looked, len([text for text in desk.views.of("show_error") if text]))
