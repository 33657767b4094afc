"""The side of the library that readers see: articles, and what the person did to them. Part of ``Library``."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pembaca.document import Document, decode
from pembaca.errors import LibraryDamaged
from pembaca.library import changes, listing, marks
from pembaca.library import feeds as feed_rows
from pembaca.library import search as finding
from pembaca.library.times import seconds
from pembaca.model import ArticleRow, Counts, Cursor, Found, ReadingPlace, SearchHit

if TYPE_CHECKING:
    from pembaca.library.connection import Connections
    from pembaca.paths import Paths


class ArticleSide:
    """Articles, and what the person did to them."""

    _connections: Connections
    _paths: Paths

    def articles(
        self, *, feed_url: str | None = None, unread: bool = False, limit: int | None = None, after: Cursor | None = None
    ) -> tuple[ArticleRow, ...]:
        """Return a page of the list, newest first: by date, else by when it was first seen, then by id.

        Args:
            after: the ``cursor`` of the last row of the page before.
        """
        with self._connections.reading() as connection:
            feed_id = None if feed_url is None else feed_rows.find(connection, feed_url)
            if feed_url is not None and feed_id is None:
                return ()
            return listing.page(connection, feed_id, unread=unread, limit=limit, after=after)

    def row(self, article_id: int) -> ArticleRow | None:
        """Return one article's row, None if there is none (any more)."""
        with self._connections.reading() as connection:
            return listing.one(connection, article_id)

    def counts(self, feed_url: str | None = None) -> Counts:
        """Count the articles of a feed, or of all."""
        with self._connections.reading() as connection:
            feed_id = None if feed_url is None else feed_rows.find(connection, feed_url)
            if feed_url is not None and feed_id is None:
                return Counts(total=0, unread=0)
            return listing.counts(connection, feed_id)

    def document(self, article_id: int) -> Document | None:
        """Return an article's readable form, None if there is none (any more)."""
        with self._connections.reading() as connection:
            serial = listing.serial(connection, article_id)
        return self._decoded(article_id, serial)

    def previous_document(self, article_id: int) -> Document | None:
        """Return what an article said before its source changed it, None if it never did.

        That is the text which the person can have seen last: after two changes unseen, the one before both.
        """
        with self._connections.reading() as connection:
            serial = changes.previous(connection, article_id)
        return self._decoded(article_id, serial)

    def search(
        self, query: str, *, limit: int | None = None, after: Cursor | None = None, ranked: bool = False
    ) -> tuple[SearchHit, ...]:
        """Return the articles that hold every word of *query*, newest first; any text is a valid question.

        A word finds the words that begin with it and those of the same Indonesian root; words between quotation marks are
        found as they stand.

        Args:
            after: the ``cursor`` of the last article of the page before.
            ranked: the best match first instead (bm25, a word of the title counts as much as several of the text); *after*
                does not count then.
        """
        with self._connections.reading() as connection:
            if ranked:
                return finding.best(connection, query, limit)
            return finding.find(connection, query, limit, after)

    def count_found(self, query: str) -> int:
        """Count the articles that hold every word of *query*, however long it takes."""
        with self._connections.reading() as connection:
            return finding.count(connection, query)

    def found(self, query: str) -> Found:
        """Count them in a few milliseconds: where a beginning as "ber" stands everywhere, at least so many."""
        with self._connections.reading() as connection:
            return finding.quick_count(connection, query)

    def set_read(self, article_id: int, is_read: bool) -> None:
        """Mark an article read or unread; nothing happens if it is gone.

        What its source changed before it was read for the first time is no news for the person then.
        """
        with self._connections.writing() as connection:
            if marks.put(connection, "reads", article_id, is_read, seconds(datetime.now(UTC))) and is_read:
                changes.mark_seen(connection, article_id)

    def set_starred(self, article_id: int, is_starred: bool) -> None:
        """Give an article a star or take it away; nothing happens if it is gone."""
        with self._connections.writing() as connection:
            marks.put(connection, "stars", article_id, is_starred, seconds(datetime.now(UTC)))

    def mark_seen_change(self, article_id: int) -> None:
        """Note that the person has seen what changed in an article; ``previous_document`` still knows what it was."""
        with self._connections.writing() as connection:
            changes.mark_seen(connection, article_id)

    def place(self, article_id: int) -> ReadingPlace | None:
        """Return where reading aloud stopped, None if it never began."""
        with self._connections.reading() as connection:
            return marks.place(connection, article_id)

    def set_place(self, article_id: int, place: ReadingPlace, text: str | None = None) -> None:
        """Keep where reading aloud stopped; a power cut (not a crash) may take back the last few seconds of it.

        Args:
            text: what *place* counts in. If a refresh has put another text there meanwhile, the place moves with its sentence.
        """
        with self._connections.writing(is_durable=False) as connection:
            if text is not None:
                place = changes.placed(connection, article_id, place, text)
            marks.set_place(connection, article_id, place, seconds(datetime.now(UTC)))

    def _decoded(self, article_id: int, serial: bytes | None) -> Document | None:
        try:
            return None if serial is None else decode(serial)
        except ValueError as error:
            self._connections.suspect()
            raise LibraryDamaged(str(self._paths.database), f"document {article_id}: {error}") from error
