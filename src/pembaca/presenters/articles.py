"""Move about in the list: choose, open, search, help, and the marks a person gives. No Qt; main thread only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pembaca.i18n import tr
from pembaca.presenters import states
from pembaca.presenters.bundled import GUIDE
from pembaca.presenters.listing import Listing, LoadMore, Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from pembaca.library.library import Library
    from pembaca.model import ArticleRow
    from pembaca.presenters.keeping import Keeper
    from pembaca.presenters.reader import ReaderPresenter
    from pembaca.settings import Settings
    from pembaca.viewmodel import ArticleItem, MenuEntry, MessageItem


class ListHead(Protocol):
    """Shows what stands above the rows."""

    def set_heading(self, text: str, facts: str, *, can_choose: bool = False) -> None: ...


class Rows(Protocol):
    """Shows the rows."""

    def show_items(self, items: tuple[ArticleItem, ...], load_more: LoadMore | None = None) -> None: ...
    def update_item(self, item: ArticleItem) -> None: ...
    def set_current(self, article_id: int) -> bool: ...
    def current_id(self) -> int | None: ...
    def count(self) -> int: ...
    def neighbour(self, article_id: int | None, step: int) -> int | None: ...


class ListWindow(Protocol):
    """What the window itself does for the list."""

    def say(self, text: str) -> None: ...
    def show_message(self, message: MessageItem) -> None: ...
    def show_article(self, *, focus: bool) -> None: ...
    def show_list(self, *, focus: bool) -> None: ...
    def is_one_column(self) -> bool: ...
    def is_list_at_hand(self) -> bool: ...
    def mark_finds(self, query: str) -> None: ...


class ArticlesPresenter:
    """Fills the list and opens what is chosen in it."""

    def __init__(self, library: Library, listing: Listing, reader: ReaderPresenter, keeper: Keeper, settings: Settings) -> None:
        self._library = library
        self._listing = listing
        self._reader = reader
        self._keeper = keeper
        self._last_article = settings.last_article
        self._source = Source("feed", settings.last_feed) if settings.last_feed else Source()
        self._before = self._source
        self._shown: Source | None = None
        self._before_help: int | None = None
        self._has_message = False

    def attach(self, head: ListHead, rows: Rows, window: ListWindow) -> None:
        """Take the views; called once, before anything else."""
        self._head, self._rows, self._window = head, rows, window

    @property
    def feed_url(self) -> str:
        """The feed that the list shows, "" for all of them."""
        return self._source.feed_url

    # -- showing

    def start(self) -> None:
        """Show the list as it was left, and the last article beside it."""
        if self._is_gone(self.feed_url):
            self._source = Source()
        first, last = self.reload(), self._last_article
        wanted = last if last is not None and self._library.row(last) is not None else first
        if wanted is None or not self._reader.open(wanted):
            self._show_empty()
            return
        self._rows.set_current(wanted)
        self._window.show_list(focus=True)

    def reload(self) -> int | None:
        """Read the rows again and keep the chosen one, else choose the open article; return the first row's article."""
        chosen = self._rows.current_id()
        was, self._shown = self._shown, self._source
        items, more = self._listing.open(self._source, at_least=self._rows.count() if was == self._source else 0)
        self._rows.show_items(items, more)
        self._show_heading()
        ids = {item.id for item in items}
        if chosen not in ids and self._reader.article_id in ids:
            self._rows.set_current(self._reader.article_id)
        return items[0].id if items else None

    @property
    def is_heard(self) -> bool:
        """Whether an article is being read aloud now."""
        return self._reader.is_playing

    def news_came(self) -> None:
        """Show what a refresh brought; where only a sample was open, the first real article is opened."""
        first = self.reload()
        self._reader.news_came()
        is_sample = self._reader.article_id is None or self._reader.article_id < 0
        if first is not None and first > 0 and is_sample and not self._source.is_visit and not self._reader.is_reading:
            self._rows.set_current(first)
            self._reader.open(first)

    def feeds_changed(self) -> None:
        """Show the list without a feed that was removed, or with one that came back; its article goes from the page with it."""
        if self._is_gone(self.feed_url):
            self.choose_feed("")
            return
        first, open_id = self.reload(), self._reader.article_id
        is_gone = open_id is not None and open_id > 0 and self._library.row(open_id) is None
        if is_gone and not self._reader.is_reading:
            if first is None or not self._reader.open(first):
                self._show_empty()
            else:
                self._rows.set_current(first)

    def choose_feed(self, url: str) -> None:
        """Show one feed, or all for ""."""
        self._source = self._before = Source("feed", url) if url else Source()
        self._keeper.remember(last_feed=url)
        first = self.reload()
        self._window.show_list(focus=True)
        if self._reader.is_reading:
            pass  # what sounds stays on the page
        elif first is None:
            self._show_empty()
        else:
            self._rows.set_current(first)
            self._reader.open(first)

    def feeds_menu(self) -> tuple[MenuEntry, ...]:
        """Return the menu of the list's heading."""
        return self._listing.menu()

    def show_help(self) -> None:
        """Show the guide and the samples in the list, the guide on the page."""
        if self._source.kind != "help":
            self._before = self._before if self._source.is_visit else self._source
            self._before_help = self._reader.article_id
            self._source = Source("help")
        self.reload()
        self._open(GUIDE, focus=True)

    def search(self, query: str) -> None:
        """Show what was found for *query*; an empty one shows the list again."""
        if not query.strip():
            self.leave_search()
            return
        if not self._source.is_visit:
            self._before = self._source
        was_said = self._source == Source("search", query)
        self._source = Source("search", query)
        self.reload()
        self._window.mark_finds(query)
        if not was_said:
            self._window.say(self._listing.heading()[0])

    def submit_search(self) -> None:
        """Go to the found articles and open the first."""
        if self._source.kind != "search":
            return
        first = self._rows.neighbour(None, 1)
        if first is None:
            self._show_nothing_found()
            return
        self._rows.set_current(first)
        self._window.show_list(focus=True)
        if not self._window.is_one_column() and not self._reader.is_reading:
            self._reader.open(first)
            self._mark_finds()

    def leave_search(self) -> bool:
        """Show the list as before the search or the help; False if there was neither."""
        if not self._source.is_visit:
            return False
        was_help = self._source.kind == "help"
        self._source = Source() if self._is_gone(self._before.feed_url) else self._before
        self._window.mark_finds("")
        if was_help and self._before_help is not None:
            self._reader.open(self._before_help)
        elif self._reader.document is None and self._reader.reopen():
            self._window.show_article(focus=False)
            if self._window.is_one_column():  # a message had the list's turn
                self._window.show_list(focus=True)
        self.reload()
        self._window.say(self._listing.heading()[0])
        return True

    def show_message(self, message: MessageItem, *, focus: bool = False) -> bool:
        """Show a message in the page's place until an article is opened; False while something is being read aloud."""
        if self._reader.is_reading:
            return False
        self._reader.close_article()
        self._has_message = True
        self._window.show_message(message)
        if focus:
            self._window.show_article(focus=True)
        return True

    def leave_message(self) -> bool:
        """Show the article again whose place a message took; False if it was not so."""
        has_message, self._has_message = self._has_message, False
        if not has_message or self._reader.document is not None or not self._reader.reopen():
            return False
        self._window.show_article(focus=True)
        return True

    # -- choosing

    def chosen(self, article_id: int) -> None:
        """The person moved to a row: its article is shown beside the list, unless something is being read aloud."""
        if not self._window.is_one_column() and not self._reader.is_reading:
            self._reader.open(article_id)
            self._mark_finds()

    def clicked(self, article_id: int) -> None:
        """The person clicked a row: its article is shown; beside the list the focus stays in the list."""
        self._open(article_id, focus=self._window.is_one_column())
        self._reader.mark_read()

    def opened(self, article_id: int) -> None:
        """The person opened a row: its article is shown and gets the focus."""
        self._open(article_id, focus=True)
        self._reader.mark_read()

    def play_or_pause(self) -> None:
        """Read aloud, pause, or go on: in the list the row at hand, elsewhere the open article."""
        row = self._rows.current_id() if self._window.is_list_at_hand() else None
        if row is not None and row != self._reader.article_id and not self._reader.is_playing and self._reader.open(row):
            self._mark_finds()
        self._reader.toggle()

    def step(self, steps: int) -> None:
        """Open the next article (or the one before); what was being read aloud goes on with it."""
        was_playing = self._reader.is_playing
        wanted = self._rows.neighbour(self._reader.article_id, steps)
        if wanted is None:
            self._window.say(tr("Ini artikel terakhir") if steps > 0 else tr("Ini artikel pertama"))
            return
        self._open(wanted, focus=False)
        self._reader.mark_read()
        if was_playing:
            self._reader.toggle()

    # -- marks

    def toggle_star(self) -> None:
        """Star the article at hand or take the star away."""
        row = self._chosen_row()
        if row is not None:
            is_starred = not row.is_starred
            title = row.title or tr("Tanpa judul")
            words = tr("Bintang diberikan: {title}", title=title) if is_starred else tr("Bintang dicabut: {title}", title=title)
            self._keeper.set_starred(row.id, is_starred, self._marked(row.id, words))

    def toggle_read(self) -> None:
        """Mark the article at hand as read, or as new again."""
        row = self._chosen_row()
        if row is not None:
            is_read = not row.is_read
            title = row.title or tr("Tanpa judul")
            words = tr("Ditandai dibaca: {title}", title=title) if is_read else tr("Ditandai baru: {title}", title=title)
            self._keeper.set_read(row.id, is_read, self._marked(row.id, words), is_asked=True)

    def article_changed(self, article_id: int) -> None:
        """Show one row again (RowListener)."""
        item = self._listing.item(article_id)
        if item is not None:
            self._rows.update_item(item)
            self._show_heading()

    # -- inside

    def _marked(self, article_id: int, words: str) -> Callable[[], None]:
        def done() -> None:
            self.article_changed(article_id)
            self._window.say(words)

        return done

    def _is_gone(self, feed_url: str) -> bool:
        return bool(feed_url) and self._library.feed(feed_url) is None

    def _show_empty(self) -> None:
        self._reader.close_article()
        self._has_message = False
        self._window.show_message(states.nothing_yet())

    def _show_nothing_found(self) -> None:
        message = states.nothing_found(self._source.value)
        if not self._reader.is_reading:  # what sounds stays on the page
            self._reader.close_article()
            self._window.show_message(message)
        self._window.say(message.sentence)

    def _open(self, article_id: int, *, focus: bool) -> None:
        if self._reader.open(article_id):
            self._rows.set_current(article_id)
            self._mark_finds()
            self._window.show_article(focus=focus)

    def _mark_finds(self) -> None:
        if self._source.kind == "search":
            self._window.mark_finds(self._source.value)

    def _chosen_row(self) -> ArticleRow | None:
        row, opened = self._rows.current_id(), self._reader.article_id
        chosen = row if opened is None or self._window.is_list_at_hand() else opened
        if chosen is not None and chosen < 0:
            self._window.say(tr("Artikel contoh tidak dapat ditandai"))
        return self._library.row(chosen) if chosen is not None and chosen > 0 else None

    def _show_heading(self) -> None:
        heading, facts = self._listing.heading()
        self._head.set_heading(heading, facts, can_choose=self._listing.can_choose())
