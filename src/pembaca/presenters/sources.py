"""The panel of sources: which feeds there are, removing and undoing, and what its parts share. No Qt; main thread only."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, Protocol

from pembaca.addresses import feed_name
from pembaca.i18n import tr, trn
from pembaca.presenters.faults import site
from pembaca.viewmodel import CatalogueItem, FeedItem, FeedPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from pembaca.feeds.catalogue import CatalogueFeed
    from pembaca.library.library import Library
    from pembaca.model import Feed
    from pembaca.presenters.adding import AddingPresenter, Find
    from pembaca.presenters.articles import ArticlesPresenter
    from pembaca.presenters.automatic import AutomaticPresenter
    from pembaca.presenters.feed_details import FeedDetailsPresenter
    from pembaca.presenters.feed_lists import FeedListsPresenter
    from pembaca.presenters.jobs import Jobs
    from pembaca.presenters.keeping import Keeper
    from pembaca.presenters.refreshing import RefreshPresenter
    from pembaca.presenters.telling import Teller
    from pembaca.settings import SettingsStore

_AT_ONCE: Final = 20  # feeds shown; the others are on further pages, so that thousands cost no more than these
_MANY: Final = 12  # from so many on, one can look for one by its name


class SourcesView(Protocol):
    """The panel."""

    def show_feeds(self, items: tuple[FeedItem, ...], page: FeedPage) -> None: ...
    def show_catalogue(self, items: tuple[CatalogueItem, ...]) -> None: ...
    def show_undo(self, text: str | None) -> None: ...
    def is_open(self) -> bool: ...


class SourcesWindow(Protocol):
    """What the window itself does for it."""

    def say(self, text: str) -> None: ...
    def close_panel(self) -> bool: ...


class SourcesPresenter:
    """Shows and removes feeds, and lets the list show one of them. The rest is done by its parts.

    ``adding``, ``details``, ``automatic`` and ``lists`` are the presenters of the panel's parts, made when the panel is.
    """

    def __init__(
        self,
        library: Library,
        catalogue: Callable[[], tuple[CatalogueFeed, ...]],
        articles: ArticlesPresenter,
        refreshing: RefreshPresenter,
        keeper: Keeper,
        now: Callable[[], datetime],
        jobs: Jobs,
        find: Find,
        settings: SettingsStore,
        teller: Teller,
    ) -> None:
        self._library = library
        self._catalogue = catalogue
        self._articles = articles
        self._refreshing = refreshing
        self._keeper = keeper
        self._now = now
        self._jobs = jobs
        self._find = find
        self._settings = settings
        self._teller = teller
        self._removed: dict[str, str] = {}  # address → what is said of it, the last one removed last
        self._filter, self._first = "", 0

    @cached_property
    def adding(self) -> AddingPresenter:
        """Adds feeds by address."""
        from pembaca.presenters.adding import AddingPresenter

        return AddingPresenter(self._library, self._jobs, self._find, self._teller, self._catalogued, self._keep)

    @cached_property
    def details(self) -> FeedDetailsPresenter:
        """Shows all about one feed."""
        from pembaca.presenters.feed_details import FeedDetailsPresenter

        return FeedDetailsPresenter(self._library, self._keeper, self._now)

    @cached_property
    def automatic(self) -> AutomaticPresenter:
        """Keeps how often news are fetched by themselves."""
        from pembaca.presenters.automatic import AutomaticPresenter

        return AutomaticPresenter(self._settings, self._keeper)

    @cached_property
    def lists(self) -> FeedListsPresenter:
        """Imports and exports."""
        from pembaca.presenters.feed_lists import FeedListsPresenter

        return FeedListsPresenter(self._library, self._jobs, self._teller, self._changed, self._refreshing.start)

    def attach(self, view: SourcesView, window: SourcesWindow) -> None:
        """Take the views; called once, before anything else."""
        self._view, self._window = view, window

    def show(self) -> None:
        """Fill the panel; called whenever it opens or feeds have changed."""
        self._show_feeds()
        self._show_catalogue()
        self.adding.show()
        self.details.show()
        self.automatic.show()

    def refreshed(self) -> None:
        """Show how the feeds are after a refresh, if anybody sees it."""
        if self._view.is_open():
            self.show()

    def filter(self, text: str) -> None:
        """Show only feeds whose title or address holds *text*."""
        self._filter, self._first = " ".join(text.split()), 0
        self._show_feeds()

    def turn(self, pages: int) -> None:
        """Show the feeds after these (1) or before these (-1)."""
        self._first += pages * _AT_ONCE
        self._window.say(self._show_feeds())

    def choose(self, url: str) -> None:
        """Let the list show that feed ("" for all)."""
        self._window.close_panel()
        self._articles.choose_feed(url)

    def fetch(self, url: str) -> None:
        """Fetch that feed now."""
        self._refreshing.start((url,))

    def remove(self, url: str) -> None:
        """Remove a feed with its articles; each removal can be undone until Pembaca is closed, the last one first."""
        feed = self._library.feed(url)
        if feed is None:
            return
        text = tr("{title} dihapus", title=feed_name(feed.title, feed.url))

        def removed() -> None:
            self._removed[url] = text
            self._show_undo()
            self._window.say(tr("{text}. Tekan Urungkan untuk mengembalikannya.", text=text))
            self._changed()

        self._keeper.write(lambda: self._library.remove_feed(url), removed, is_asked=True)

    def undo(self) -> None:
        """Bring the feed that was removed last back with all its articles and marks."""
        if not self._removed:
            return
        url = next(reversed(self._removed))

        def restored() -> None:
            self._removed.pop(url, None)
            self._show_undo()
            self._window.say(tr("Sumber dikembalikan"))
            self._changed()

        self._keeper.write(lambda: self._library.restore_feed(url), restored, is_asked=True)

    # -- inside

    def _keep(self, url: str, title: str) -> None:
        """Add a feed, fetch it, and say so."""

        def added() -> None:
            self.adding.added()
            if self._removed.pop(url, None) is not None:
                self._show_undo()
            self._window.say(tr("{title} ditambahkan", title=feed_name(title, url)))
            self._changed()
            self._refreshing.start((url,))

        self._keeper.write(lambda: self._library.add_feed(url, title), added, is_asked=True)

    def _show_undo(self) -> None:
        self._view.show_undo(next(reversed(self._removed.values()), None))

    def _changed(self) -> None:
        self._articles.feeds_changed()
        self.show()

    def _catalogued(self, url: str) -> str | None:
        """Return the title of a feed that need not be looked at: the catalogue names it, or it was just removed."""
        if url in self._removed:
            return ""
        return next((feed.title for feed in self._catalogue() if feed.url == url), None)

    def _show_feeds(self) -> str:
        """Show one page of feeds, and return its heading."""
        chosen, count = self._articles.feed_url, self._library.feed_count()
        found = self._library.feed_count(self._filter) if self._filter else count
        self._first = max(0, min(self._first, (found - 1) // _AT_ONCE * _AT_ONCE))
        feeds = self._library.feeds_page(self._first, _AT_ONCE, self._filter)
        items = tuple(self._feed_item(feed, feed.url == chosen or count == 1) for feed in feeds)
        if count > 1 and not self._filter and not self._first:
            items = (FeedItem("", tr("Semua berita"), tr("semua sumber bersama"), not chosen), *items)
        left = min(found - self._first - _AT_ONCE, _AT_ONCE)
        page = FeedPage(
            heading=self._heading(found),
            before=trn("{n} sumber sebelumnya", "{n} sumber sebelumnya", _AT_ONCE) if self._first else "",
            after=trn("{n} sumber berikutnya", "{n} sumber berikutnya", left) if left > 0 else "",
            can_filter=count >= _MANY,
        )
        self._view.show_feeds(items, page)
        return page.heading

    def _heading(self, found: int) -> str:
        if found > _AT_ONCE:
            first, last = self._first + 1, min(self._first + _AT_ONCE, found)
            return tr("Sumber {first} sampai {last} dari {count}", first=first, last=last, count=found)
        if self._filter:
            return trn("{n} sumber ditemukan", "{n} sumber ditemukan", found)
        return trn("{n} sumber", "{n} sumber", found) if found else tr("Belum ada sumber")

    def _feed_item(self, feed: Feed, is_current: bool) -> FeedItem:
        from pembaca.presenters.feed_details import state_words  # with the panel, not with the window

        failures = self._library.feed_errors(feed.url)[:1] if feed.status == "failed" else ()
        title, where = feed_name(feed.title, feed.url), site(feed.url)
        state = state_words(feed, failures, self._now())
        return FeedItem(feed.url, title, state, is_current, "" if where in state or where in title else where)

    def _show_catalogue(self) -> None:
        self._view.show_catalogue(tuple(self._offer(feed) for feed in self._catalogue()))

    def _offer(self, feed: CatalogueFeed) -> CatalogueItem:
        is_added = self._library.feed(feed.url) is not None
        return CatalogueItem(feed.title, feed.url, note_of(feed.status_note), feed.group, is_added, site(feed.url))


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
