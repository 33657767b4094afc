"""What the list shows: the rows of all feeds, of one, of a search, or of the help, in words. Reads only; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec.structs import replace

from pembaca.addresses import feed_name
from pembaca.i18n import tr, trn
from pembaca.model import ArticleRow, Found, Sample, SearchHit
from pembaca.presenters import wording
from pembaca.viewmodel import ArticleItem, MenuEntry

if TYPE_CHECKING:
    from datetime import datetime

    from pembaca.library.library import Library

_FIRST = 30  # rows at first: each is laid out before the window stands; a view with room for more asks for them at once
_PAGE = 60  # rows at a time after that: more would be felt when they are laid out
_IN_MENU = 20  # feeds; the panel of sources has them all, and a field to look for one
_HITS = 15  # at a time: the context of each takes SQLite half a millisecond

LoadMore = Callable[[int], tuple[ArticleItem, ...]]


class Source(msgspec.Struct, frozen=True):
    """Where the rows come from: all feeds, one feed, a search, or the help."""

    kind: Literal["all", "feed", "search", "help"] = "all"
    value: str = ""

    @property
    def feed_url(self) -> str:
        """The feed, "" for all of them and for anything else."""
        return self.value if self.kind == "feed" else ""

    @property
    def is_visit(self) -> bool:
        """Whether the person will want to go back to the list: a search or the help."""
        return self.kind in ("search", "help")


class Listing:
    """Reads the rows of one source at a time."""

    def __init__(
        self, library: Library, samples: tuple[Sample, ...], playing: Callable[[], int | None], now: Callable[[], datetime]
    ) -> None:
        self._library = library
        self._samples = samples
        self._playing = playing
        self._now = now
        self._source = Source()
        self._hits: tuple[SearchHit, ...] = ()
        self._found = Found(0)
        self._has_sources = False

    def open(self, source: Source, at_least: int = 0) -> tuple[tuple[ArticleItem, ...], LoadMore | None]:
        """Return the first rows of *source*, as many as a page or *at_least*, and how to get those after them."""
        self._source = source
        self._has_sources = source.kind != "feed" and self._library.feed_count() > 1
        match source.kind:
            case "search":
                self._hits = self._library.search(source.value, limit=max(_HITS, at_least))
                self._found = self._library.found(source.value)
                return tuple(self._item(hit.row, hit) for hit in self._hits), self._more_hits
            case "help":
                return self._sample_items(), None
            case _:
                return self._stored(max(_FIRST, at_least))

    def item(self, article_id: int) -> ArticleItem | None:
        """Return one row as it is now; None if it is gone."""
        if article_id < 0:
            row = next((_sample_row(sample) for sample in self._samples if sample.id == article_id), None)
        else:
            row = self._library.row(article_id)
        return None if row is None else self._item(row)

    def heading(self) -> tuple[str, str]:
        """Return the heading of the list and the facts under it."""
        match self._source.kind:
            case "search":
                heading = trn("{n} artikel ditemukan", "{n} artikel ditemukan", self._found.count)
                if self._found.is_least:
                    heading = tr("Sedikitnya {n} artikel ditemukan", n=self._found.count)
                return heading, tr("untuk “{query}” di semua artikel", query=self._source.value)
            case "help":
                return tr("Bantuan"), tr("Panduan dan artikel contoh")
        if not self._library.counts().total and not self._library.feed_count():
            return tr("Contoh dan panduan"), tr("Belum ada berita · tekan F5")
        counts = self._library.counts(self._source.feed_url or None)
        return self._name(), wording.facts(counts, self._library.last_refresh(), self._now())

    def can_choose(self) -> bool:
        """Whether the heading leads to other feeds."""
        return not self._source.is_visit and self._library.feed_count() > 1

    def menu(self) -> tuple[MenuEntry, ...]:
        """Return the menu of the heading: all feeds, each of the first ones and the one shown, and the panel of sources."""
        chosen, feeds = self._source.feed_url, self._library.feeds_page(0, _IN_MENU)
        shown = self._library.feed(chosen) if chosen and chosen not in {feed.url for feed in feeds} else None
        feeds = (*feeds, shown) if shown is not None else feeds
        entries = [MenuEntry("feed ", tr("Semua berita"), is_checked=not chosen)] if len(feeds) > 1 else []
        for feed in feeds:
            entries.append(MenuEntry(f"feed {feed.url}", feed_name(feed.title, feed.url), is_checked=feed.url == chosen))
        return (*entries, MenuEntry("feeds", tr("Atur sumber")))

    # -- inside

    def _stored(self, wanted: int) -> tuple[tuple[ArticleItem, ...], LoadMore | None]:
        rows = self._library.articles(feed_url=self._source.feed_url or None, limit=wanted)
        if not rows and not self._library.counts().total:
            return self._sample_items(), None
        return self._as_items(rows), self._more if len(rows) == wanted else None

    def _more(self, after_id: int) -> tuple[ArticleItem, ...]:
        last = self._library.row(after_id)
        if last is None:
            return ()
        return self._as_items(self._library.articles(feed_url=self._source.feed_url or None, limit=_PAGE, after=last.cursor))

    def _more_hits(self, after_id: int) -> tuple[ArticleItem, ...]:
        last = next((hit.row for hit in self._hits if hit.row.id == after_id), None)
        if last is None:
            return ()
        more = self._library.search(self._source.value, limit=_HITS, after=last.cursor)
        self._hits += more
        return tuple(self._item(hit.row, hit) for hit in more)

    def _as_items(self, rows: Sequence[ArticleRow]) -> tuple[ArticleItem, ...]:
        return tuple(self._item(row) for row in rows)

    def _sample_items(self) -> tuple[ArticleItem, ...]:
        return tuple(self._item(_sample_row(sample)) for sample in self._samples)

    def _item(self, row: ArticleRow, hit: SearchHit | None = None) -> ArticleItem:
        if hit is None and self._source.kind == "search":
            hit = next((found for found in self._hits if found.row.id == row.id), None)
        is_playing = row.id == self._playing()
        item = wording.article_item(row, is_playing=is_playing, with_source=self._has_sources, hit=hit)
        return replace(item, states=(), is_new=False) if row.id < 0 and not is_playing else item

    def _name(self) -> str:
        if self._source.kind == "feed":
            chosen = self._library.feed(self._source.value)
            return feed_name(chosen.title if chosen is not None else "", self._source.value)
        feeds = self._library.feeds_page(0, 2)
        return feed_name(feeds[0].title, feeds[0].url) if len(feeds) == 1 else tr("Semua berita")


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
