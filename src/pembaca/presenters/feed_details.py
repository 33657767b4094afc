"""All about one feed: where it comes from, how it does, what went wrong, what is kept. No Qt; main thread only."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal, Protocol

from msgspec.structs import replace

from pembaca.addresses import feed_name, shown
from pembaca.i18n import current, tr, trn
from pembaca.model import Fault, Feed, FeedFailure, FeedOptions, FormerAddress, FullText
from pembaca.presenters import dates, messages
from pembaca.viewmodel import ChoiceItem, Fact, FeedDetails

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from pembaca.library.library import Library
    from pembaca.presenters.keeping import Keeper

Limit = Literal["keep_days", "keep_articles", "keep_mb"]
_DAYS: Final = (30, 90, 365)
_ARTICLES: Final = (100, 500, 2000)
_MB: Final = (50, 200, 1000)
_BYTES: Final = 1_000_000  # in a MB, as on the command line
_GONE: Final = 410
_ALL: Final = ""


class DetailsView(Protocol):
    """The page of one feed."""

    def open_details(self, details: FeedDetails) -> None: ...
    def update_details(self, details: FeedDetails) -> None: ...


class FeedDetailsPresenter:
    """Shows one feed and keeps what is set for it."""

    def __init__(self, library: Library, keeper: Keeper, now: Callable[[], datetime]) -> None:
        self._library = library
        self._keeper = keeper
        self._now = now
        self._url = ""
        self._seen: dict[Limit, set[int]] = {}

    def attach(self, view: DetailsView) -> None:
        """Take the view; called once, before anything else."""
        self._view = view

    def open(self, url: str) -> None:
        """Show the page of that feed."""
        feed = self._library.feed(url)
        if feed is not None:
            self._seen = {}
            self._url = feed.url
            self._view.open_details(self._details(feed))

    def close(self) -> None:
        """Note that the page is shown no longer."""
        self._url = ""

    def show(self) -> None:
        """Show how that feed is now, if the page is open and the feed still there."""
        feed = self._library.feed(self._url) if self._url else None
        if feed is not None:
            self._url = feed.url  # it may have moved
            self._view.update_details(self._details(feed))

    def choose_full_text(self, value: str) -> None:
        """Keep whether the original pages are fetched."""
        wanted: dict[str, FullText] = {"auto": "auto", "on": "on", "off": "off"}
        self._set(lambda options: replace(options, full_text=wanted[value]))

    def choose_limit(self, limit: Limit, value: str) -> None:
        """Keep how much is kept; "" for all."""
        number = int(value) if value != _ALL else None
        match limit:
            case "keep_days":
                self._set(lambda options: replace(options, keep_days=number))
            case "keep_articles":
                self._set(lambda options: replace(options, keep_articles=number))
            case "keep_mb":
                self._set(lambda options: replace(options, keep_bytes=None if number is None else number * _BYTES))

    # -- inside

    def _set(self, change: Callable[[FeedOptions], FeedOptions]) -> None:
        url = self._url

        def write() -> None:
            feed = self._library.feed(url)  # as it is when its turn comes: another change may be on its way
            if feed is not None:
                self._library.set_feed_options(url, change(feed.options))

        self._keeper.write(write, self.show, is_asked=True)

    def _details(self, feed: Feed) -> FeedDetails:
        now, options = self._now(), feed.options
        failures = self._library.feed_errors(feed.url)
        keep_mb = None if options.keep_bytes is None else round(options.keep_bytes / _BYTES)
        return FeedDetails(
            url=feed.url,
            title=feed_name(feed.title, feed.url),
            facts=(Fact(tr("Keadaan"), state_lines(feed, failures, now)),),
            history=(
                Fact(tr("Riwayat gangguan"), _history(feed, failures, now)),
                Fact(tr("Alamat"), _addresses(feed, self._library.former_addresses(feed.url), now)),
            ),
            full_text=tuple(ChoiceItem(one, words, one == options.full_text) for one, words in _full_text_words()),
            keep_days=self._limits("keep_days", _DAYS, options.keep_days, _days),
            keep_articles=self._limits("keep_articles", _ARTICLES, options.keep_articles, _thousands),
            keep_mb=self._limits("keep_mb", _MB, keep_mb, _megabytes),
            gone=_gone_words(feed, failures),
        )

    def _limits(
        self, limit: Limit, offered: tuple[int, ...], current: int | None, words: Callable[[int], str]
    ) -> tuple[ChoiceItem, ...]:
        """Return "all" and the offers; a number set elsewhere stands among them until the page is opened again."""
        seen = self._seen.setdefault(limit, set(offered))
        if current is not None:
            seen.add(current)
        return (
            ChoiceItem(_ALL, tr("Semua"), current is None),
            *(ChoiceItem(str(one), words(one), one == current) for one in sorted(seen)),
        )


def is_gone(feed: Feed, failures: tuple[FeedFailure, ...]) -> bool:
    """Say whether the site told at the last refresh that this feed was given up (410)."""
    return feed.status == "failed" and bool(failures) and failures[0].status == _GONE


def state_words(feed: Feed, failures: tuple[FeedFailure, ...], now: datetime) -> str:
    """Say in a few words how a feed does now."""
    if feed.status == "failed" and feed.error:
        return messages.of_fault(_fault(feed, failures)).title
    if feed.last_success is not None:
        return tr("diperbarui {when}", when=dates.moment(feed.last_success, now))
    return tr("belum diambil")


def state_lines(feed: Feed, failures: tuple[FeedFailure, ...], now: datetime) -> tuple[str, ...]:
    """Say in sentences how a feed does now, and when it last went well."""
    if feed.last_success is None:
        success = tr("Belum pernah berhasil diambil.")
    else:
        when, age = dates.moment_long(feed.last_success, now), dates.age(feed.last_success, now)
        success = tr("Terakhir berhasil {when}, {age}.", when=when, age=age)
    if feed.status != "failed" or not feed.error:
        return (tr("Baik.") if feed.status == "ok" else tr("Baru ditambahkan."), success)
    message = messages.of_fault(_fault(feed, failures))
    lines = [f"{message.title}. {message.action}", success]
    if feed.retry_at is not None and not feed.may_be_asked(now):
        lines.append(tr("Situs itu minta tidak dihubungi sampai {when}.", when=dates.moment_long(feed.retry_at, now)))
    return tuple(lines)


def _fault(feed: Feed, failures: tuple[FeedFailure, ...]) -> Fault:
    status = failures[0].status if failures and failures[0].code == feed.error else None
    return Fault(feed.error or "", feed.url, status=status)


def _gone_words(feed: Feed, failures: tuple[FeedFailure, ...]) -> str:
    if not is_gone(feed, failures):
        return ""
    return tr("Berita baru tidak akan datang lagi dari sini. Bila sumber ini dihapus, artikelnya ikut terhapus.")


def _history(feed: Feed, failures: tuple[FeedFailure, ...], now: datetime) -> tuple[str, ...]:
    """Say what went wrong and when, newest first; the same fault several times in a row is one line."""
    lines = []
    for (code, status), group in groupby(failures, key=lambda one: (one.code, one.status)):
        times = [failure.at for failure in group]
        what = messages.of_fault(Fault(code, feed.url, status=status)).title
        last = _capital(dates.moment_long(times[0], now))
        if len(times) == 1:
            lines.append(tr("{when}: {what}.", when=last, what=what))
        else:
            first = dates.moment_long(times[-1], now)
            count = trn("{n} kali", "{n} kali", len(times))
            lines.append(tr("{when}: {what}. Terjadi {count} sejak {first}.", when=last, what=what, count=count, first=first))
    return tuple(lines) or (tr("Tidak ada gangguan yang tercatat."),)


def _addresses(feed: Feed, former: tuple[FormerAddress, ...], now: datetime) -> tuple[str, ...]:
    lines = [shown(feed.url)]
    for one in former:
        if one.until is None:
            lines.append(tr("Alamat lama: {url}", url=shown(one.url)))
        else:
            when = dates.day(one.until.astimezone(now.tzinfo))
            lines.append(tr("Situsnya mengganti alamat ini pada {when}. Alamat lama: {url}", when=when, url=shown(one.url)))
    return tuple(lines)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _full_text_words() -> tuple[tuple[FullText, str], ...]:
    return ("auto", tr("Bila perlu")), ("on", tr("Selalu")), ("off", tr("Tidak"))


def _thousands(number: int) -> str:
    return f"{number:,}" if current() == "en" else f"{number:,}".replace(",", ".")


def _days(days: int) -> str:
    if days % 365 == 0:
        return trn("{n} tahun", "{n} tahun", days // 365)
    return trn("{n} hari", "{n} hari", days)


def _megabytes(megabytes: int) -> str:
    return f"{megabytes // 1000} GB" if megabytes % 1000 == 0 and megabytes else f"{megabytes} MB"
