"""Values that travel between the rooms: feeds, entries, articles in the list, and reports of a refresh."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

from pembaca.document import Document, TextSpan

FeedStatus = Literal["new", "ok", "failed"]
RefreshStatus = Literal["updated", "unchanged", "failed"]
FullText = Literal["auto", "on", "off"]
OFFLINE_CODES = frozenset({"dns", "connection", "timeout"})  # what a missing network looks like


class Validators(msgspec.Struct, frozen=True):
    """What a server said about the stored copy, kept and sent as one set (RFC 9110 section 13)."""

    etag: str | None = None
    last_modified: str | None = None


class FeedOptions(msgspec.Struct, frozen=True):
    """What the person has set for one feed.

    ``full_text``: "on" always fetches an article's page, "off" never, "auto" when the feed carries an introduction only.
    The others say how much is kept; None keeps all. Unread and starred articles are kept whatever they say.
    """

    full_text: FullText = "auto"
    keep_days: int | None = None
    keep_articles: int | None = None
    keep_bytes: int | None = None


class FeedFailure(msgspec.Struct, frozen=True):
    """One failed refresh of a feed: the code, what is known about it, and when (UTC)."""

    code: str
    at: datetime
    detail: str = ""
    status: int | None = None


class FormerAddress(msgspec.Struct, frozen=True):
    """An address that a feed had before a permanent redirect, and until when (UTC; None: not known)."""

    url: str
    until: datetime | None = None


class Feed(msgspec.Struct, frozen=True):
    """A subscribed source. ``url`` is its identity; ``last_success`` is UTC; ``error`` is the code of the last failure.

    ``failures`` counts the failures since the last success; ``retry_at`` (UTC) is when the server wants to be asked again.
    """

    id: int
    url: str
    title: str
    status: FeedStatus = "new"
    error: str | None = None
    last_success: datetime | None = None
    validators: Validators = Validators()
    site_url: str | None = None
    options: FeedOptions = FeedOptions()
    failures: int = 0
    failed_at: datetime | None = None
    retry_at: datetime | None = None

    def may_be_asked(self, now: datetime) -> bool:
        """Say whether the server's wait is over; a wait that began in the future was measured by a wrong clock."""
        return self.retry_at is None or now >= self.retry_at or (self.failed_at is not None and now < self.failed_at)


class ParsedEntry(msgspec.Struct, frozen=True):
    """One item as the parser says it today. ``guid`` is the item's identity within its feed, never empty.

    ``html`` is the fullest text the feed carries; ``is_full`` says that the feed declared it as full content.
    ``published`` is aware and keeps the source's offset. ``is_cut``: the feed broke off in the middle of its text.
    """

    guid: str
    title: str
    url: str
    html: str
    is_full: bool = False
    published: datetime | None = None
    byline: str | None = None
    language: str | None = None
    is_cut: bool = False


class ParsedFeed(msgspec.Struct, frozen=True):
    """What the parser says of a feed today, entries in the feed's order; ``warnings`` are codes of faults lived with.

    ``is_cut``: it broke off before its end, so that entries may be missing.
    """

    title: str
    entries: tuple[ParsedEntry, ...]
    site_url: str | None = None
    language: str | None = None
    warnings: tuple[str, ...] = ()
    is_cut: bool = False


class KnownEntry(msgspec.Struct, frozen=True):
    """What the library remembers of an entry, enough to see a change; ``fingerprint`` is of the feed's item.

    ``id`` is 0 for one that was not to be kept any longer: known, so that it is not new, but with nothing to read.
    """

    id: int
    guid: str
    url: str
    fingerprint: str


class StoredEntry(msgspec.Struct, frozen=True):
    """An entry made readable, ready to be stored. ``known_id`` is the entry it replaces, None for a new one."""

    guid: str
    url: str
    fingerprint: str
    document: Document
    summary: str
    known_id: int | None = None


class Cursor(msgspec.Struct, frozen=True):
    """A place in the list, newest first: what comes after it is older (seconds since 1970 UTC, then id)."""

    sort_at: int
    id: int


class ArticleRow(msgspec.Struct, frozen=True):
    """One article in the list, newest first. ``heard`` is the part read aloud, 0.0 to 1.0.

    ``sort_at`` is when it was published, else first seen: seconds since 1970 UTC. ``is_changed`` says that its text was
    changed by its source (``changed_at``, UTC) after the person had read or heard it, and the person has not seen that yet.
    """

    id: int
    title: str
    feed_url: str
    feed_title: str
    published: datetime | None
    url: str
    summary: str
    is_read: bool = False
    is_starred: bool = False
    heard: float = 0.0
    has_media: bool = False
    sort_at: int = 0
    is_changed: bool = False
    changed_at: datetime | None = None

    @property
    def cursor(self) -> Cursor:
        """The place in the list right after this article."""
        return Cursor(self.sort_at, self.id)


class SearchHit(msgspec.Struct, frozen=True):
    """A found article; ``snippet`` is plain text, ``marks`` the found spans in it, ``title_marks`` those in the title."""

    row: ArticleRow
    snippet: str
    marks: tuple[TextSpan, ...] = ()
    title_marks: tuple[TextSpan, ...] = ()


class Found(msgspec.Struct, frozen=True):
    """How many articles a search finds; ``is_least``: at least so many, for counting them all would take too long."""

    count: int
    is_least: bool = False


class Counts(msgspec.Struct, frozen=True):
    """How many articles there are, and how many of them are not read."""

    total: int
    unread: int


class ReadingPlace(msgspec.Struct, frozen=True):
    """Where reading aloud stopped in an article: a code point of ``Document.text``, and its length at that time."""

    offset: int
    length: int


class Recovery(msgspec.Struct, frozen=True):
    """What was saved out of a damaged library. ``kept`` is the damaged file, set aside; the new one took its place.

    ``without_text`` counts articles of which only title and summary were left; ``lost`` those known to be gone, None if
    that cannot be told.
    """

    kept: str
    feeds: int = 0
    articles: int = 0
    without_text: int = 0
    lost: int | None = 0


class Fault(msgspec.Struct, frozen=True):
    """A fault as data: a code for programs, facts for the sentence that is made in ``presenters/messages``."""

    code: str
    url: str = ""
    detail: str = ""
    status: int | None = None

    @property
    def is_offline(self) -> bool:
        """Whether a missing network looks like this."""
        return self.code in OFFLINE_CODES


class FeedOutcome(msgspec.Struct, frozen=True):
    """What a refresh did to one feed. ``error`` only when status is "failed"; warnings never lose an entry."""

    url: str
    status: RefreshStatus
    new: int = 0
    changed: int = 0
    error: Fault | None = None
    warnings: tuple[Fault, ...] = ()
    title: str = ""


class RefreshReport(msgspec.Struct, frozen=True):
    """What a refresh did, feeds in the order asked."""

    feeds: tuple[FeedOutcome, ...]

    @property
    def new(self) -> int:
        """How many articles are new."""
        return sum(outcome.new for outcome in self.feeds)

    @property
    def is_lost(self) -> bool:
        """Whether every feed failed (False when there was none)."""
        return bool(self.feeds) and all(outcome.status == "failed" for outcome in self.feeds)


class Check(msgspec.Struct, frozen=True):
    """One finding of the doctor."""

    check: str
    status: Literal["ok", "warn", "fail"]
    message: str
    hint: str = ""


class Sample(msgspec.Struct, frozen=True):
    """An article that comes with the program; ``id`` is negative, so that it is never taken for a stored one."""

    id: int
    document: Document
    source: str
