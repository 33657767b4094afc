"""Refresh feeds: fetch, compare, make readable, store. Blocking and cancellable; only the calling thread touches the library."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Final

import msgspec

from pembaca.cancel import CancelToken, Progress, Report, silent
from pembaca.document import Document, Image
from pembaca.errors import Cancelled, FeedError
from pembaca.feeds.fetch import Fetcher
from pembaca.feeds.merge import fingerprint, merge
from pembaca.library.library import Library
from pembaca.model import (
    Fault,
    FeedOutcome,
    KnownEntry,
    ParsedEntry,
    ParsedFeed,
    RefreshReport,
    RefreshStatus,
    StoredEntry,
    Validators,
)
from pembaca.services.apart import Apart
from pembaca.services.downloads import Arrival, download
from pembaca.services.entries import Draft, Maker, PictureFile, Readable, is_passing, summary_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


WORKERS: Final = 8
_Download = tuple[Arrival, ParsedFeed] | None


def refresh(
    library: Library,
    fetcher: Fetcher,
    urls: Sequence[str],
    *,
    now: Callable[[], datetime],
    cancel: CancelToken,
    report: Report = silent,
    apart: Apart | None = None,
) -> RefreshReport:
    """Refresh the feeds at *urls*, several at once; each is stored in one transaction as soon as it is ready.

    A feed that fails, and an entry that fails, are rows of the report: the others go on and what was stored stays.

    Args:
        now: the time in UTC.
        report: called in this thread; the steps are feeds and the entries to be made readable.
        apart: where pages are parsed; None: processes of this refresh alone, ended with it.
    Raises:
        Cancelled: feeds that were ready are stored (of those that had come, the ones that need neither page nor picture), of
            the others nothing.
        LibraryError: the library could not store it; what was stored before is unchanged.
    """
    urls = tuple(dict.fromkeys(urls))
    with _lent(apart) as parser, _workers() as workers:
        work = _Work(library, fetcher, parser, workers, now, cancel, report, total=len(urls))
        work.tell("")
        outcomes = work.take_all({url: work.start(url) for url in urls})
        return RefreshReport(tuple(outcomes[url] for url in urls))


class _Work(msgspec.Struct):
    """One refresh under way."""

    library: Library
    fetcher: Fetcher
    apart: Apart
    workers: ThreadPoolExecutor
    now: Callable[[], datetime]
    cancel: CancelToken
    report: Report
    total: int
    done: int = 0

    def start(self, url: str) -> Future[_Download] | Fault:
        """Begin a feed's download, unless its server asked to be left alone for longer."""
        feed = self.library.feed(url)
        if feed is not None and not feed.may_be_asked(self.now()):
            failures = self.library.feed_errors(url)
            return Fault(feed.error or "http_status", url, "waiting", failures[0].status if failures else None)
        validators = feed.validators if feed else Validators()
        return self.workers.submit(download, self.fetcher, self.apart, url, validators, self.cancel)

    def tell(self, what: str, step: int = 0) -> None:
        self.done += step
        self.report(Progress(self.done, self.total, what))
        self.cancel.check()

    def take_all(self, arriving: Mapping[str, Future[_Download] | Fault]) -> dict[str, FeedOutcome]:
        """Take each feed as soon as it is there."""
        left = dict(arriving)
        outcomes: dict[str, FeedOutcome] = {}
        try:
            while left:
                ready = [url for url, job in left.items() if isinstance(job, Fault) or job.done()]
                for url in ready:
                    outcomes[url] = self.take(url, left[url])
                    del left[url]
                if left and not ready:
                    wait([job for job in left.values() if isinstance(job, Future)], return_when=FIRST_COMPLETED)
        except Cancelled:
            self.cancel, self.report = CancelToken(), silent  # what follows is short, and is not to be cancelled again
            self.store_what_came({url: job for url, job in left.items() if isinstance(job, Future)})
            raise
        return outcomes

    def store_what_came(self, left: Mapping[str, Future[_Download]]) -> None:
        """Store the feeds that have come and need nothing else."""
        for url, job in left.items():
            if job.done() and not job.cancelled() and job.exception() is None:
                answer = job.result()
                if answer is not None and self.is_whole(url, answer[1]):
                    self.store(url, *answer)

    def is_whole(self, url: str, parsed: ParsedFeed) -> bool:
        """Whether what is new or changed in the feed needs nothing but its own text."""
        changes = merge(parsed, self.known(url, parsed))
        maker = self.maker(url)
        return all(maker.draft(entry).is_ready for entry in (*changes.new, *(entry for _, entry in changes.changed)))

    def maker(self, url: str) -> Maker:
        feed = self.library.feed(url)
        full_text = feed.options.full_text if feed else "auto"
        return Maker(url, self.fetcher, self.apart, now=self.now(), cancel=self.cancel, full_text=full_text)

    def take(self, url: str, arriving: Future[_Download] | Fault) -> FeedOutcome:
        """Wait for a feed's download, and store what it brings."""
        feed = self.library.feed(url)
        title = feed.title if feed else ""
        if isinstance(arriving, Fault):
            self.tell(title or url, step=1)
            return FeedOutcome(url, "failed", error=arriving, title=title)
        try:
            answer = arriving.result()
        except FeedError as error:
            self.note_failure(url, error)
            outcome = FeedOutcome(url, "failed", error=Fault(error.code, url, error.detail, error.status), title=title)
        else:
            if answer is None:
                self.library.unchanged(url, self.now())
                outcome = FeedOutcome(url, "unchanged", title=title)
            else:
                outcome = self.store(url, *answer)
        self.tell(outcome.title or url, step=1)
        return outcome

    def note_failure(self, url: str, error: FeedError) -> None:
        now = self.now()
        retry_at = None if error.wait is None else now + error.wait
        self.library.failed(url, error.code, now, detail=error.detail, status=error.status, retry_at=retry_at)

    def store(self, url: str, arrival: Arrival, parsed: ParsedFeed) -> FeedOutcome:
        made = self.make_all(self.maker(url), parsed, self.known(url, parsed))
        new, changed = self.library.apply(
            url,
            tuple(made.stored),
            title=parsed.title,
            validators=arrival.validators if made.is_complete else Validators(),
            fetched_at=self.now(),
            site_url=parsed.site_url,
            moved_to=arrival.moved_to,
        )
        if parsed.is_cut and "truncated" in parsed.warnings:
            self.library.failed(url, "truncated", self.now())  # the source says what is missing until it comes whole
        warnings = (*(Fault(code, url) for code in parsed.warnings), *made.warnings)
        status: RefreshStatus = "updated" if new or changed else "unchanged"
        return FeedOutcome(url, status, new, changed, warnings=warnings, title=parsed.title)

    def known(self, url: str, parsed: ParsedFeed) -> dict[str, KnownEntry]:
        """Return what is remembered of what the feed brings today."""
        return self.library.known(url, [entry.guid for entry in parsed.entries], urls=[entry.url for entry in parsed.entries])

    def make_all(self, maker: Maker, parsed: ParsedFeed, known: Mapping[str, KnownEntry]) -> _Made:
        """Make what is new or changed readable.

        What needs nothing but its own text is made here and now; for pages and pictures the pool is asked.
        """
        changes = merge(parsed, known)
        before = {entry.guid: known_entry for known_entry, entry in changes.changed}
        new_guids = {entry.guid for entry in changes.new}
        wanted = [entry for entry in parsed.entries if entry.guid in new_guids or entry.guid in before]
        self.total += len(wanted)
        made = _Made()
        waiting: deque[tuple[ParsedEntry, Future[Readable]]] = deque()
        for entry in wanted:
            draft = maker.draft(entry)
            if draft.is_ready and not waiting:
                self.keep(made, entry, before.get(entry.guid), maker.finish(draft))
            else:
                waiting.append((entry, self.finish(maker, draft)))
        while waiting:
            entry, job = waiting.popleft()
            self.keep(made, entry, before.get(entry.guid), job.result())
        return made

    def finish(self, maker: Maker, draft: Draft) -> Future[Readable]:
        if not draft.is_ready:
            return self.workers.submit(maker.finish, draft)
        done: Future[Readable] = Future()
        done.set_result(maker.finish(draft))
        return done

    def keep(self, made: _Made, entry: ParsedEntry, known: KnownEntry | None, readable: Readable) -> None:
        """Put one entry among those to be stored.

        Where its page could not be had it replaces no better copy of itself: only one that came from the feed as well.
        """
        will_retry = entry.is_cut or (readable.page_fault is not None and is_passing(readable.page_fault))
        made.warnings += readable.warnings
        made.is_complete = made.is_complete and not will_retry
        before = self.library.document(known.id) if known and readable.page_fault is not None else None
        if known is None or readable.page_fault is None or (before is not None and _is_newer(before, readable.document)):
            made.stored.append(self.name_pictures(entry, known, readable, will_retry))
        elif before is not None and (known.guid, known.url) != (entry.guid, entry.url):
            made.stored.append(_moved(before, entry, known))
        self.tell(entry.title, step=1)

    def name_pictures(self, entry: ParsedEntry, known: KnownEntry | None, readable: Readable, will_retry: bool) -> StoredEntry:
        """Put the pictures into the library. An entry to be tried again gets no fingerprint, and so counts as changed."""
        document = readable.document
        if readable.pictures:
            pictures = dict(readable.pictures)
            blocks = (self.named(block, pictures) if isinstance(block, Image) else block for block in document.blocks)
            document = msgspec.structs.replace(document, blocks=tuple(blocks))
        return StoredEntry(
            guid=entry.guid,
            url=entry.url,
            fingerprint="" if will_retry else fingerprint(entry),
            document=document,
            summary=summary_of(document),
            known_id=known.id if known else None,
        )

    def named(self, image: Image, pictures: Mapping[str, PictureFile]) -> Image:
        """Give an image the name that its picture has in the library, if it was had."""
        picture = pictures.get(image.url)
        if picture is None:
            return image
        media = self.library.put_media(picture.body, picture.extension)
        return msgspec.structs.replace(image, media=media, width=picture.width, height=picture.height)


def _is_newer(before: Document, feeds: Document) -> bool:
    """Whether the stored copy came from the feed too, and the feed now says something else."""
    return before.is_feed_text and (before.title, _said(before)) != (feeds.title, _said(feeds))


def _said(document: Document) -> tuple[tuple[type, str], ...]:
    return tuple((type(block), block.url if isinstance(block, Image) else block.text) for block in document.blocks)


def _moved(document: Document, entry: ParsedEntry, known: KnownEntry) -> StoredEntry:
    """Keep the stored text under the entry's new guid and address; without a fingerprint its page is asked for again."""
    moved = msgspec.structs.replace(document, url=entry.url)
    return StoredEntry(entry.guid, entry.url, "", moved, summary_of(moved), known.id)


class _Made(msgspec.Struct):
    """What has been made of a feed's entries, in its order; ``is_complete``: nothing is left for the next refresh."""

    stored: list[StoredEntry] = []
    warnings: list[Fault] = []
    is_complete: bool = True


@contextmanager
def _lent(apart: Apart | None) -> Iterator[Apart]:
    """Lend *apart*, or one that ends with the refresh."""
    if apart is not None:
        yield apart
    else:
        with Apart() as own:
            yield own


@contextmanager
def _workers() -> Iterator[ThreadPoolExecutor]:
    """Lend threads that do not outlive the refresh: what waits is dropped when it ends early."""
    workers = ThreadPoolExecutor(WORKERS, thread_name_prefix="refresh")
    try:
        yield workers
    finally:
        workers.shutdown(wait=True, cancel_futures=True)
