"""The JSON values of feeds that the command line prints. Stable: fields are added, never renamed. Nothing is decided here."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from pembaca.cli.shapes import ErrorShape
from pembaca.model import Feed, FeedOutcome, FeedStatus, FullText, RefreshReport, RefreshStatus
from pembaca.presenters import messages


class WarningShape(Struct, frozen=True):
    """A fault that was lived with, and the address of the feed, page or picture that it is about."""

    code: str
    message: str
    url: str


class OutcomeShape(Struct, frozen=True):
    """What a refresh did to one feed."""

    url: str
    status: RefreshStatus
    new: int
    changed: int
    error: ErrorShape | None
    warnings: tuple[WarningShape, ...]


class RefreshShape(Struct, frozen=True):
    """What a refresh did."""

    feeds: tuple[OutcomeShape, ...]


class FeedShape(Struct, frozen=True):
    """A subscribed feed; ``keep_…`` is null where all is kept."""

    url: str
    title: str
    status: FeedStatus
    error: str | None
    last_success: datetime | None
    full_text: FullText
    keep_days: int | None
    keep_articles: int | None
    keep_mb: int | None


class ImportShape(Struct, frozen=True):
    """What a list of feeds brought; ``known`` counts those that were there before."""

    added: tuple[FeedShape, ...]
    known: int
    skipped: tuple[SkippedShape, ...]


class SkippedShape(Struct, frozen=True):
    """An address in a list that no feed can be fetched from."""

    url: str
    reason: str = "unsupported_scheme"


class CatalogueShape(Struct, frozen=True):
    """A feed to pick from; ``status`` says how far its address is known to work."""

    title: str
    url: str
    group: str
    status: str


class RemovedShape(Struct, frozen=True):
    """A feed that is gone."""

    url: str
    removed: bool = True


def refresh_shape(report: RefreshReport) -> RefreshShape:
    """Put a report of a refresh into its JSON shape."""
    return RefreshShape(tuple(_outcome(outcome) for outcome in report.feeds))


def feed_shape(feed: Feed) -> FeedShape:
    """Put a feed into its JSON shape."""
    options = feed.options
    megabytes = None if options.keep_bytes is None else options.keep_bytes // 1_000_000
    state = feed.status, feed.error, feed.last_success
    return FeedShape(feed.url, feed.title, *state, options.full_text, options.keep_days, options.keep_articles, megabytes)


def _outcome(outcome: FeedOutcome) -> OutcomeShape:
    error = outcome.error
    return OutcomeShape(
        url=outcome.url,
        status=outcome.status,
        new=outcome.new,
        changed=outcome.changed,
        error=None if error is None else ErrorShape(error.code, messages.of_fault(error).whole),
        warnings=tuple(WarningShape(fault.code, messages.warning(fault), fault.url) for fault in outcome.warnings),
    )
