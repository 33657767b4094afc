"""``pembaca refresh``: fetch the news of all feeds, or of those named."""

from __future__ import annotations

import signal
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from types import FrameType
from typing import TYPE_CHECKING

from pembaca.addresses import feed_name, masked, shown
from pembaca.cancel import CancelToken, Progress
from pembaca.cli.arguments import Commands, UsageError, add_json
from pembaca.cli.known import meant
from pembaca.cli.output import clean_argument, tell, write, write_json
from pembaca.i18n import tr, trn
from pembaca.model import FeedOutcome, RefreshReport
from pembaca.paths import Paths

if TYPE_CHECKING:
    from pembaca.library.library import Library

_CLOCK_BACK_S = 86_400
_NEWEST = 1_000


def add(commands: Commands) -> None:
    """Add the command."""
    command = commands.add(
        "refresh",
        tr("ambil berita semua sumber, atau hanya sumber yang disebut"),
        run,
        details=tr("Sumber yang belum ada dalam daftar hanya diambil bersama --add. Kode keluar 1 bila semua sumber gagal."),
    )
    command.add_argument("urls", nargs="*", type=clean_argument, metavar="FEED_URL", help=tr("alamat sumber berita"))
    command.add_argument("--add", action="store_true", help=tr("tambahkan dulu sumber yang belum ada"))
    add_json(command)


def run(arguments: Namespace, paths: Paths) -> int:
    """Refresh, print what came of it, and return 1 if every feed failed."""
    from pembaca import wiring
    from pembaca.presenters import messages
    from pembaca.services.refresh import refresh
    from pembaca.settings import SettingsStore

    if arguments.add and not arguments.urls:
        raise UsageError(tr("--add perlu alamat sumber, misalnya: pembaca refresh --add https://setkab.go.id/feed/"))
    with wiring.open_library(paths) as library, wiring.open_fetcher() as fetcher, _interruptible() as cancel:
        urls = _wanted(library, arguments.urls, is_adding=arguments.add)
        if not urls:
            tell(tr("Belum ada sumber berita. Tambahkan dengan: pembaca feeds add URL"))
        report = refresh(library, fetcher, urls, now=lambda: datetime.now(UTC), cancel=cancel, report=_Steps())
        _drop_impossible(library, report)
        settings = SettingsStore(paths.settings)
        if settings.warning is not None:
            tell(messages.of(settings.warning).whole)
        kept = wiring.keep_within(library, settings.current, cancel)
        lines = () if arguments.json else tuple(_words(outcome, _titles(library, outcome)) for outcome in report.feeds)
    if kept.clock_back_s > _CLOCK_BACK_S:
        tell(tr("Jam komputer ini mundur sejak pengambilan terakhir. Periksa tanggal dan jamnya; tidak ada yang hilang."))
    if arguments.json:
        from pembaca.cli.feed_shapes import refresh_shape

        write_json(refresh_shape(report))
    else:
        for line in lines:
            write(line)
    return 1 if report.is_lost else 0


def _wanted(library: Library, named: list[str], *, is_adding: bool) -> tuple[str, ...]:
    """Return the feeds to refresh, the named ones once each."""
    if not named:
        return library.feed_urls()
    urls = tuple(dict.fromkeys(meant(library, url) for url in named))
    unknown = [url for url in urls if library.feed(url) is None]
    if unknown and not is_adding:
        raise UsageError(tr("{url} belum ada dalam daftar sumber. Tambahkan --add untuk memasukkannya.", url=shown(unknown[0])))
    for url in unknown:
        library.add_feed(url)
    return urls


def _drop_impossible(library: Library, report: RefreshReport) -> None:
    """Take out what --add let in though it can never be fetched, as file: or javascript:."""
    from pembaca.services.subscriptions import is_fetchable

    for outcome in report.feeds:
        feed = library.feed(outcome.url)
        if feed and feed.last_success is None and outcome.error and not is_fetchable(outcome.url):
            library.remove_feed(outcome.url)
            library.purge()


class _Steps:
    """Says on a terminal which feed is at work; into a pipe or file nothing."""

    def __init__(self) -> None:
        self._last = ""
        self._is_read = sys.stderr.isatty()

    def __call__(self, progress: Progress) -> None:
        if self._is_read and progress.what and progress.what != self._last:
            self._last = progress.what
            tell(tr("Mengambil berita: {what}", what=masked(progress.what)))


@contextmanager
def _interruptible() -> Iterator[CancelToken]:
    """Give a token that Ctrl+C sets, so that helper threads stop too."""
    cancel = CancelToken()

    def stop(number: int, frame: FrameType | None) -> None:
        cancel.cancel()
        raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGINT, stop)
    except ValueError:  # not on the main thread
        yield cancel
        return
    try:
        yield cancel
    finally:
        signal.signal(signal.SIGINT, before)


def _titles(library: Library, outcome: FeedOutcome) -> dict[str, str]:
    """Return the titles of the feed's newest articles by their addresses, if something is to be said of one."""
    if not outcome.warnings:
        return {}
    return {row.url: row.title for row in library.articles(feed_url=outcome.url, limit=_NEWEST)}


def _words(outcome: FeedOutcome, titles: Mapping[str, str]) -> str:
    from pembaca.presenters import messages

    name = feed_name(outcome.title, outcome.url)
    lines = [f"  {line}" for line in messages.warnings(outcome, titles)]
    if outcome.error is not None:
        return "\n".join([f"{name}: {messages.of_fault(outcome.error).whole}", *lines])
    parts = [trn("{n} artikel baru", "{n} artikel baru", outcome.new)] if outcome.new else []
    parts += [trn("{n} artikel berubah", "{n} artikel berubah", outcome.changed)] if outcome.changed else []
    return "\n".join([f"{name}: {', '.join(parts) or tr('tidak ada yang baru')}", *lines])
