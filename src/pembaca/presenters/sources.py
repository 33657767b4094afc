"""The panel of sources: which feeds there are, adding, removing, undoing. No Qt; main thread only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol
from urllib.parse import urlsplit

from pembaca.addresses import feed_name
from pembaca.feeds.catalogue import CatalogueFeed
from pembaca.i18n import tr
from pembaca.library.library import Library
from pembaca.model import Fault, Feed
from pembaca.presenters import dates, messages
from pembaca.presenters.articles import ArticlesPresenter
from pembaca.presenters.keeping import Keeper
from pembaca.presenters.refreshing import RefreshPresenter
from pembaca.services.subscriptions import address
from pembaca.viewmodel import CatalogueItem, FeedItem


class SourcesView(Protocol):
    """The panel."""

    def show_feeds(self, items: tuple[FeedItem, ...]) -> None: ...
    def show_catalogue(self, items: tuple[CatalogueItem, ...]) -> None: ...
    def show_error(self, text: str) -> None: ...
    def show_undo(self, text: str | None) -> None: ...


class SourcesWindow(Protocol):
    """What the window itself does for it."""

    def say(self, text: str) -> None: ...
    def close_panel(self) -> bool: ...


class SourcesPresenter:
    """Adds and removes feeds, and lets the list show one of them."""

    def __init__(
        self,
        library: Library,
        catalogue: Callable[[], tuple[CatalogueFeed, ...]],
        articles: ArticlesPresenter,
        refreshing: RefreshPresenter,
        keeper: Keeper,
        now: Callable[[], datetime],
    ) -> None:
        self._library = library
        self._catalogue = catalogue
        self._articles = articles
        self._refreshing = refreshing
        self._keeper = keeper
        self._now = now
        self._removed: str | None = None

    def attach(self, view: SourcesView, window: SourcesWindow) -> None:
        """Take the views; called once, before anything else."""
        self._view, self._window = view, window

    def show(self) -> None:
        """Fill the panel; called whenever it opens or feeds have changed."""
        feeds = self._library.feeds()
        chosen = self._articles.feed_url
        everything = FeedItem("", tr("Semua berita"), tr("semua sumber bersama"), not chosen) if len(feeds) > 1 else None
        items = tuple(self._feed_item(feed, feed.url == chosen or len(feeds) == 1) for feed in feeds)
        self._view.show_feeds((everything, *items) if everything else items)
        known = {feed.url for feed in feeds}
        self._view.show_catalogue(
            tuple(
                CatalogueItem(feed.title, feed.url, note_of(feed.status_note), feed.group, feed.url in known)
                for feed in self._catalogue()
            )
        )

    def choose(self, url: str) -> None:
        """Let the list show that feed ("" for all)."""
        self._window.close_panel()
        self._articles.choose_feed(url)

    def add(self, typed: str) -> None:
        """Add a feed by its address and fetch it."""
        url = complete_address(typed)
        if url is None:
            self._view.show_error(
                tr("Alamat ini belum lengkap. Contoh: https://www.kemenkum.go.id/berita-utama?format=feed&type=rss")
            )
            return
        if self._library.feed(url) is not None:
            self._view.show_error(tr("Sumber ini sudah ada di daftar."))
            return
        title = next((feed.title for feed in self._catalogue() if feed.url == url), "")

        def added() -> None:
            self._view.show_error("")
            if url == self._removed:
                self._removed = None
                self._view.show_undo(None)
            self._window.say(tr("{title} ditambahkan", title=feed_name(title, url)))
            self._changed()
            self._refreshing.start((url,))

        self._keeper.write(lambda: self._library.add_feed(url, title), added, is_asked=True)

    def remove(self, url: str) -> None:
        """Remove a feed with its articles; it can be undone until Pembaca is closed."""
        feed = self._library.feed(url)
        if feed is None:
            return
        text = tr("{title} dihapus", title=feed_name(feed.title, feed.url))

        def removed() -> None:
            self._removed = url
            self._view.show_undo(text)
            self._window.say(tr("{text}. Tekan Urungkan untuk mengembalikannya.", text=text))
            self._changed()

        self._keeper.write(lambda: self._library.remove_feed(url), removed, is_asked=True)

    def undo(self) -> None:
        """Bring the removed feed back with all its articles and marks."""
        url, self._removed = self._removed, None
        if url is None:
            return

        def restored() -> None:
            self._view.show_undo(None)
            self._window.say(tr("Sumber dikembalikan"))
            self._changed()

        self._keeper.write(lambda: self._library.restore_feed(url), restored, is_asked=True)

    # -- inside

    def _changed(self) -> None:
        self._articles.feeds_changed()
        self.show()

    def _feed_item(self, feed: Feed, is_current: bool) -> FeedItem:
        if feed.status == "failed" and feed.error:
            state = messages.of_fault(Fault(feed.error, feed.url)).title
        elif feed.last_success is not None:
            state = tr("diperbarui {when}", when=dates.moment(feed.last_success, self._now()))
        else:
            state = tr("belum diambil")
        return FeedItem(feed.url, feed_name(feed.title, feed.url), state, is_current)


def complete_address(typed: str) -> str | None:
    """Return the http or https address that *typed* means, or None if it cannot be one."""
    url = address(typed)
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return None
    is_host = "." in host or host == "localhost" or ":" in host
    return url if parts.scheme in ("http", "https") and is_host else None


def note_of(code: str) -> str:
    """Say how far a catalogued address is known to work."""
    words = {
        "untested": tr("belum diuji"),
        "seen_full": tr("isi lengkap"),
        "seen_summary": tr("ringkasan saja"),
        "seen": tr("pernah terlihat berjalan"),
        "reported": tr("dipakai pembaca lain"),
    }
    return words[code]
