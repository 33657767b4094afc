"""Refresh feeds: fetch, compare, make readable, store. Blocking and cancellable; only the calling thread touches the library."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import msgspec

from pembaca.cancel import CancelToken, Progress, Report, silent
from pembaca.document import Image
from pembaca.errors import FeedError
from pembaca.feeds.fetch import FEED_LIMIT, Fetched, Fetcher, NotModified
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
from pembaca.services.entries import Readable, is_passing, make_readable, summary_of

WORKERS: Final = 8


def refresh(
    library: Library,
    fetcher: Fetcher,
    urls: Sequence[str],
    *,
    now: Callable[[], datetime],
    cancel: CancelToken,
    report: Report = silent,
) -> RefreshReport:
    """Refresh the feeds at *urls*, several at once; each feed is stored in one transaction as soon as it is ready.

    A feed that fails, and an entry that fails, are rows of the report: the others go on and what was stored stays.

    Args:
        now: the time in UTC.
        report: called in this thread; the steps are feeds and the entries to be made readable.
    Raises:
        Cancelled: feeds that were ready are stored, of the others nothing.
        LibraryError: the library could not store it; what was stored before is unchanged.
    """
    urls = tuple(dict.fromkeys(urls))
    with _workers() as workers:
        work = _Work(library, fetcher, workers, now, cancel, report, total=len(urls))
        work.tell("")
        downloads = [workers.submit(_download, fetcher, url, work.validators(url), cancel) for url in urls]
        return RefreshReport(tuple(work.take(url, download) for url, download in zip(urls, downloads, strict=True)))


@dataclass(slots=True)
class _Work:
    """One refresh under way."""

    library: Library
    fetcher: Fetcher
    workers: ThreadPoolExecutor
    now: Callable[[], datetime]
    cancel: CancelToken
    report: Report
    total: int
    done: int = field(default=0)

    def validators(self, url: str) -> Validators:
        feed = self.library.feed(url)
        return feed.validators if feed else Validators()

    def tell(self, what: str, step: int = 0) -> None:
        self.done += step
        self.report(Progress(self.done, self.total, what))
        self.cancel.check()

    def take(self, url: str, download: Future[tuple[Fetched, ParsedFeed] | NotModified]) -> FeedOutcome:
        """Wait for a feed's download, and store what it brings."""
        feed = self.library.feed(url)
        title = feed.title if feed else ""
        try:
            answer = download.result()
        except FeedError as error:
            self.library.failed(url, error.code, self.now())
            outcome = FeedOutcome(url, "failed", error=Fault(error.code, url, error.detail, error.status), title=title)
        else:
            if isinstance(answer, NotModified):
                self.library.unchanged(url, self.now())
                outcome = FeedOutcome(url, "unchanged", title=title)
            else:
                outcome = self.store(url, *answer)
        self.tell(outcome.title or url, step=1)
        return outcome

    def store(self, url: str, fetched: Fetched, parsed: ParsedFeed) -> FeedOutcome:
        entries = parsed.entries
        changes = merge(parsed, self.library.known(url, [one.guid for one in entries], urls=[one.url for one in entries]))
        before = {entry.guid: known for known, entry in changes.changed}
        new_guids = {entry.guid for entry in changes.new}
        wanted = [(entry, before.get(entry.guid)) for entry in parsed.entries if entry.guid in new_guids or entry.guid in before]
        self.total += len(wanted)
        now = self.now()
        jobs = [self.workers.submit(make_readable, entry, url, self.fetcher, now=now, cancel=self.cancel) for entry, _ in wanted]
        warnings = [Fault(code, url) for code in parsed.warnings]
        stored: list[StoredEntry] = []
        is_complete = True
        for (entry, known), job in zip(wanted, jobs, strict=True):
            readable = job.result()
            warnings += readable.warnings
            will_retry = readable.page_fault is not None and is_passing(readable.page_fault)
            is_complete = is_complete and not will_retry
            if known is None or readable.page_fault is None:
                stored.append(self.name_pictures(entry, known, readable, will_retry))
            self.tell(entry.title, step=1)
        new, changed = self.library.apply(
            url,
            tuple(stored),
            title=parsed.title,
            validators=fetched.validators if is_complete else Validators(),
            fetched_at=self.now(),
            site_url=parsed.site_url,
            moved_to=fetched.moved_to,
        )
        status: RefreshStatus = "updated" if new or changed else "unchanged"
        return FeedOutcome(url, status, new, changed, warnings=tuple(warnings), title=parsed.title)

    def name_pictures(self, entry: ParsedEntry, known: KnownEntry | None, readable: Readable, will_retry: bool) -> StoredEntry:
        """Put the pictures into the library. An entry to be tried again gets no fingerprint, and so counts as changed."""
        pictures = dict(readable.pictures)
        blocks = []
        for block in readable.document.blocks:
            picture = pictures.get(block.url) if isinstance(block, Image) else None
            if picture is not None:
                media = self.library.put_media(picture.body, picture.extension)
                block = msgspec.structs.replace(block, media=media, width=picture.width, height=picture.height)
            blocks.append(block)
        document = msgspec.structs.replace(readable.document, blocks=tuple(blocks))
        return StoredEntry(
            guid=entry.guid,
            url=entry.url,
            fingerprint="" if will_retry else fingerprint(entry),
            document=document,
            summary=summary_of(document),
            known_id=known.id if known else None,
        )


def _download(
    fetcher: Fetcher, url: str, validators: Validators, cancel: CancelToken
) -> tuple[Fetched, ParsedFeed] | NotModified:
    from pembaca.feeds.parse import parse

    answer = fetcher.get(url, validators=validators, limit=FEED_LIMIT, cancel=cancel)
    if isinstance(answer, NotModified):
        return answer
    return answer, parse(answer.body, answer.url, answer.content_type)


@contextmanager
def _workers() -> Iterator[ThreadPoolExecutor]:
    """Lend threads that do not outlive the refresh: what waits is dropped when it ends early."""
    workers = ThreadPoolExecutor(WORKERS, thread_name_prefix="refresh")
    try:
        yield workers
    finally:
        workers.shutdown(wait=True, cancel_futures=True)
