"""The list of articles: what it shows, where it comes from, and the marks a person gives. No Qt; main thread only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, Protocol

from pembaca.errors import PembacaError
from pembaca.i18n import tr, trn
from pembaca.library.library import Library
from pembaca.model import ArticleRow, Sample, SearchHit
from pembaca.presenters import messages, wording
from pembaca.presenters.bundled import GUIDE
from pembaca.presenters.jobs import Jobs
from pembaca.presenters.reader import ReaderPresenter
from pembaca.settings import SettingsStore
from pembaca.viewmodel import Action, ArticleItem, MenuEntry, MessageItem

_PAGE = 60  # rows at a time: more would be felt when they are laid out
_SEARCH_LIMIT = 200


class ListHead(Protocol):
    """Shows what stands above the rows."""

    def set_heading(self, text: str, facts: str, *, can_choose: bool = False) -> None: ...


class Rows(Protocol):
    """Shows the rows."""

    def show_items(
        self, items: tuple[ArticleItem, ...], load_more: Callable[[int], tuple[ArticleItem, ...]] | None = None
    ) -> None: ...
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
    def mark_finds(self, query: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Source:
    """Where the rows come from: all feeds, one feed, a search, or the help."""

    kind: Literal["all", "feed", "search", "help"] = "all"
    value: str = ""


class ArticlesPresenter:
    """Fills the list and opens what is chosen in it."""

    def __init__(
        self,
        library: Library,
        samples: tuple[Sample, ...],
        reader: ReaderPresenter,
        jobs: Jobs,
        settings: SettingsStore,
        now: Callable[[], datetime],
    ) -> None:
        self._library = library
        self._samples = samples
        self._reader = reader
        self._jobs = jobs
        self._settings = settings
        self._now = now
        self._source = Source("feed", settings.current.last_feed) if settings.current.last_feed else Source()
        self._before = self._source
        self._hits: tuple[SearchHit, ...] = ()
        self._has_sources = False

    def attach(self, head: ListHead, rows: Rows, window: ListWindow) -> None:
        """Take the views; called once, before anything else."""
        self._head, self._view, self._window = head, rows, window

    @property
    def source(self) -> Source:
        """Where the rows come from now."""
        return self._source

    @property
    def feed_url(self) -> str:
        """The feed that the list shows, "" for all of them."""
        return self._source.value if self._source.kind == "feed" else ""

    # -- showing

    def start(self) -> None:
        """Show the list as it was left, and the last article beside it."""
        if self._source.kind == "feed" and self._library.feed(self._source.value) is None:
            self._source = Source()
        first = self.reload()
        last = self._settings.current.last_article
        wanted = last if last is not None and self._library.row(last) is not None else first
        if wanted is None or not self._reader.open(wanted):
            self._show_empty()
            return
        self._view.set_current(wanted)
        self._window.show_list(focus=True)

    def reload(self) -> int | None:
        """Read the rows again and keep the chosen one, else choose the open article; return the first row's article."""
        self._look_at_sources()
        chosen = self._view.current_id()
        items, more = self._items()
        self._view.show_items(items, more)
        self._show_heading()
        ids = {item.id for item in items}
        if chosen not in ids and self._reader.article_id in ids:
            self._view.set_current(self._reader.article_id)
        return items[0].id if items else None

    def choose_feed(self, url: str) -> None:
        """Show one feed, or all for ""."""
        self._source = self._before = Source("feed", url) if url else Source()
        self._remember(last_feed=url)
        self._show_first()

    def feeds_menu(self) -> tuple[MenuEntry, ...]:
        """Return the menu of the list's heading: all feeds, each feed, and the panel of sources."""
        chosen, feeds = self.feed_url, self._library.feeds()
        entries = [MenuEntry("feed ", tr("Semua berita"), is_checked=not chosen)] if len(feeds) > 1 else []
        entries += [MenuEntry(f"feed {feed.url}", feed.title or feed.url, is_checked=feed.url == chosen) for feed in feeds]
        return (*entries, MenuEntry("feeds", tr("Atur sumber")))

    def show_help(self) -> None:
        """Show the guide and the samples in the list, the guide on the page."""
        if self._source.kind != "help":
            self._before = self._source if self._source.kind in ("all", "feed") else Source()
            self._source = Source("help")
        self.reload()
        self._open(GUIDE, focus=True)

    def search(self, query: str) -> None:
        """Show what was found for *query*; an empty one shows the list again."""
        if not query.strip():
            self.leave_search()
            return
        if self._source.kind in ("all", "feed"):
            self._before = self._source
        self._source = Source("search", query)
        self.reload()
        self._window.mark_finds(query)
        self._window.say(self._heading()[0])

    def submit_search(self) -> None:
        """Go to the found articles and open the first."""
        if self._source.kind != "search":
            return
        first = self._view.neighbour(None, 1)
        if first is None:
            self._window.show_message(_nothing_found(self._source.value))
            return
        self._view.set_current(first)
        self._window.show_list(focus=True)
        if not self._window.is_one_column():
            self._reader.open(first)
            self._window.mark_finds(self._source.value)

    def leave_search(self) -> bool:
        """Show the list as before the search or the help; False if there was neither."""
        if self._source.kind in ("all", "feed"):
            return False
        self._source = self._before
        self._window.mark_finds("")
        self.reload()
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

    def step(self, steps: int) -> None:
        """Open the next article (or the one before); what was being read aloud goes on with it."""
        was_playing = self._reader.is_playing
        wanted = self._view.neighbour(self._reader.article_id, steps)
        if wanted is None:
            self._window.say(tr("Ini artikel terakhir") if steps > 0 else tr("Ini artikel pertama"))
            return
        self._view.set_current(wanted)
        self._open(wanted, focus=False)
        self._reader.mark_read()
        if was_playing:
            self._reader.toggle()

    # -- marks

    def toggle_star(self) -> None:
        """Star the chosen article or take the star away."""
        row = self._chosen_row()
        if row is None:
            return
        starred = not row.is_starred
        self._save(lambda: self._library.set_starred(row.id, starred), row.id)
        self._window.say(tr("Bintang diberikan") if starred else tr("Bintang dicabut"))

    def toggle_read(self) -> None:
        """Mark the chosen article as read, or as new again."""
        row = self._chosen_row()
        if row is None:
            return
        is_read = not row.is_read
        self._save(lambda: self._library.set_read(row.id, is_read), row.id)
        self._window.say(tr("Ditandai dibaca") if is_read else tr("Ditandai baru"))

    def article_changed(self, article_id: int) -> None:
        """Show one row again (RowListener)."""
        row = self._row(article_id)
        if row is not None:
            self._view.update_item(self._item(row))
            self._show_heading()

    # -- inside

    def _show_first(self) -> None:
        first = self.reload()
        if first is None:
            self._show_empty()
        elif not self._reader.is_reading:
            self._view.set_current(first)
            self._reader.open(first)
        self._window.show_list(focus=True)

    def _show_empty(self) -> None:
        self._reader.close_article()
        self._window.show_message(nothing_yet())

    def _open(self, article_id: int, *, focus: bool) -> None:
        if self._reader.open(article_id):
            self._view.set_current(article_id)
            self._mark_finds()
            self._window.show_article(focus=focus)

    def _mark_finds(self) -> None:
        if self._source.kind == "search":
            self._window.mark_finds(self._source.value)

    def _look_at_sources(self) -> None:
        """Rows name their source where several are shown together."""
        self._has_sources = self._source.kind != "feed" and len(self._library.feeds()) > 1

    def _items(self) -> tuple[tuple[ArticleItem, ...], Callable[[int], tuple[ArticleItem, ...]] | None]:
        match self._source.kind:
            case "search":
                self._hits = self._library.search(self._source.value, limit=_SEARCH_LIMIT)
                return self._hits_from(0), self._more_hits
            case "help":
                return self._sample_items(), None
            case _:
                wanted = max(_PAGE, self._view.count())  # the person may be far down
                rows = self._library.articles(feed_url=self.feed_url or None, limit=wanted)
                if not rows and not self._library.counts().total:
                    return self._sample_items(), None
                return self._as_items(rows), self._more if len(rows) == wanted else None

    def _hits_from(self, start: int) -> tuple[ArticleItem, ...]:
        return tuple(self._item(hit.row, hit) for hit in self._hits[start : start + _PAGE])

    def _more_hits(self, after_id: int) -> tuple[ArticleItem, ...]:
        places = {hit.row.id: place for place, hit in enumerate(self._hits)}
        return self._hits_from(places[after_id] + 1) if after_id in places else ()

    def _more(self, after_id: int) -> tuple[ArticleItem, ...]:
        last = self._library.row(after_id)
        if last is None:
            return ()
        return self._as_items(self._library.articles(feed_url=self.feed_url or None, limit=_PAGE, after=last.cursor))

    def _as_items(self, rows: Sequence[ArticleRow]) -> tuple[ArticleItem, ...]:
        return tuple(self._item(row) for row in rows)

    def _sample_items(self) -> tuple[ArticleItem, ...]:
        return tuple(self._item(_sample_row(sample)) for sample in self._samples)

    def _item(self, row: ArticleRow, hit: SearchHit | None = None) -> ArticleItem:
        is_playing = self._reader.is_playing and row.id == self._reader.article_id
        item = wording.article_item(row, is_playing=is_playing, with_source=self._has_sources, hit=hit)
        return replace(item, states=(), is_new=False) if row.id < 0 and not is_playing else item

    def _row(self, article_id: int) -> ArticleRow | None:
        if article_id < 0:
            return next((_sample_row(sample) for sample in self._samples if sample.id == article_id), None)
        return self._library.row(article_id)

    def _chosen_row(self) -> ArticleRow | None:
        chosen = self._view.current_id() or self._reader.article_id
        return self._library.row(chosen) if chosen is not None and chosen > 0 else None

    def _show_heading(self) -> None:
        heading, facts = self._heading()
        has_choice = self._source.kind in ("all", "feed") and len(self._library.feeds()) > 1
        self._head.set_heading(heading, facts, can_choose=has_choice)

    def _heading(self) -> tuple[str, str]:
        match self._source.kind:
            case "search":
                heading = trn("{n} artikel ditemukan", "{n} artikel ditemukan", len(self._hits))
                return heading, tr("untuk “{query}” di semua artikel", query=self._source.value)
            case "help":
                return tr("Bantuan"), tr("Panduan dan artikel contoh")
        counts = self._library.counts(self.feed_url or None)
        return self._name(), wording.facts(counts, self._library.last_refresh(), self._now())

    def _name(self) -> str:
        feeds = self._library.feeds()
        if not feeds and not self._library.counts().total:
            return tr("Contoh dan panduan")
        if self._source.kind == "feed":
            return next((feed.title for feed in feeds if feed.url == self._source.value), "") or self._source.value
        return (feeds[0].title or feeds[0].url) if len(feeds) == 1 else tr("Semua berita")

    def _save(self, work: Callable[[], object], article_id: int) -> None:
        def done() -> None:
            self.article_changed(article_id)

        def write() -> None:
            work()

        self._jobs.save(write, self._not_saved, done)

    def _remember(self, **fields: object) -> None:
        try:
            self._settings.change(**fields)
        except PembacaError as error:
            self._not_saved(error)

    def _not_saved(self, error: PembacaError) -> None:
        self._window.say(messages.of(error).whole)


def nothing_yet() -> MessageItem:
    """Say that there is no article and how to get some."""
    return MessageItem(
        icon="page",
        title=tr("Belum ada artikel"),
        sentence=tr(
            "Tekan F5 untuk mengambil berita. Setelah itu berita tersimpan di komputer ini dan dapat dibaca tanpa jaringan."
        ),
        actions=(Action("refresh", tr("Ambil berita"), "refresh", "F5"), Action("feeds", tr("Pilih sumber"), "plus")),
    )


def _nothing_found(query: str) -> MessageItem:
    return MessageItem(
        icon="search",
        title=tr("Tidak ada yang ditemukan"),
        sentence=tr(
            "Tidak ada artikel yang memuat “{query}”. Coba kata yang lebih pendek, atau tekan Esc untuk kembali ke daftar.",
            query=query,
        ),
        actions=(Action("leave_search", tr("Kembali ke daftar"), "back", "Esc"),),
    )


def _sample_row(sample: Sample) -> ArticleRow:
    document = sample.document
    return ArticleRow(
        id=sample.id,
        title=document.title,
        feed_url="",
        feed_title=sample.source,
        published=document.published,
        url=document.url,
        summary="",
        is_read=True,
    )
