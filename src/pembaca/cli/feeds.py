"""``pembaca feeds``: the subscribed sources, listed, added and removed."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Final

from pembaca.addresses import feed_name, shown
from pembaca.cli import feed_lists
from pembaca.cli.arguments import Commands, Parser, UsageError, add_json, count
from pembaca.cli.feed_shapes import RemovedShape, feed_shape
from pembaca.cli.known import meant
from pembaca.cli.output import clean_argument, tell, write, write_json
from pembaca.cli.shapes import ErrorShape, FailedShape
from pembaca.i18n import tr
from pembaca.model import OFFLINE_CODES, Feed, FeedOptions
from pembaca.paths import Paths

if TYPE_CHECKING:
    from pembaca.errors import FetchError

_GONE: Final = frozenset({404, 410})
_UNSAID = -1
_MOST = 1_000_000_000


def add(commands: Commands) -> None:
    """Add the command."""
    command = commands.add("feeds", tr("daftar, tambah, atau hapus sumber berita"), _help)
    command.set_defaults(help_of=command)
    actions = Commands(command.add_subparsers(metavar=tr("TINDAKAN"), parser_class=Parser, required=True, dest="action"))
    add_json(actions.add("list", tr("tampilkan sumber berita"), run_list))
    action = actions.add(
        "add",
        tr("tambahkan sumber; beritanya diambil oleh refresh"),
        run_add,
        details=tr("URL boleh alamat halaman biasa: sumber berita yang disebut halaman itu yang ditambahkan."),
    )
    action.add_argument("url", type=clean_argument, metavar="URL", help=tr("alamat sumber berita"))
    action.add_argument("--exact", action="store_true", help=tr("tambahkan alamat ini apa adanya, tanpa memeriksanya"))
    add_json(action)
    action = actions.add("remove", tr("hapus sumber beserta artikelnya"), run_remove)
    action.add_argument("url", type=clean_argument, metavar="URL", help=tr("alamat sumber berita"))
    add_json(action)
    action = actions.add("set", tr("atur satu sumber"), run_set)
    action.add_argument("url", type=clean_argument, metavar="URL", help=tr("alamat sumber berita"))
    action.add_argument(
        "--full-text",
        choices=("auto", "on", "off"),
        help=tr("ambil halaman aslinya: selalu (on), tidak pernah (off), atau bila perlu (auto)"),
    )
    for name, help_text in (
        ("--keep-days", tr("simpan artikel yang sudah dibaca paling lama N hari (all: semua)")),
        ("--keep-articles", tr("simpan paling banyak N artikel (all: semua)")),
        ("--keep-mb", tr("simpan paling banyak N MB teks dan gambar (all: semua)")),
    ):
        action.add_argument(name, type=_limit, default=_UNSAID, metavar="N", help=help_text)
    add_json(action)
    feed_lists.add(actions)


def run_list(arguments: Namespace, paths: Paths) -> int:
    """Print the feeds in the order they were added."""
    from pembaca import wiring

    with wiring.open_library(paths) as library:
        feeds = library.feeds()
        statuses = {feed.url: next((it.status for it in library.feed_errors(feed.url)), None) for feed in feeds if feed.error}
    if arguments.json:
        write_json([feed_shape(feed) for feed in feeds])
        return 0
    for feed in feeds:
        write(_words(feed, statuses.get(feed.url)))
    if not feeds:
        tell(tr("Belum ada sumber berita. Tambahkan dengan: pembaca feeds add URL"))
    return 0


def run_add(arguments: Namespace, paths: Paths) -> int:
    """Add a feed, or the feed that a page names; one that is there already stays as it is.

    What cannot be looked at now is added as it was typed: a laptop may be without a network. What answers, and is no feed and
    names none, is not added.
    """
    from pembaca import wiring
    from pembaca.services.subscriptions import address, is_fetchable

    url = address(arguments.url)
    if not is_fetchable(url):
        raise UsageError(tr("{url} bukan alamat http atau https yang benar.", url=shown(url) or "''"))
    with wiring.open_library(paths) as library:
        found = (url,) if arguments.exact or library.feed(url) is not None else _look(url)
        if isinstance(found, ErrorShape):
            tell(found.message)
            if arguments.json:
                write_json(FailedShape(found))
            return 1
        was_there = library.feed(found[0]) is not None
        feed = library.add_feed(found[0])
    for other in found[1:]:
        tell(tr("Sumber lain di halaman itu: {url}", url=shown(other)))
    if arguments.json:
        write_json(feed_shape(feed))
    elif was_there:
        write(tr("Sudah ada dalam daftar: {url}", url=shown(feed.url)))
    else:
        write(tr("Ditambahkan: {url}", url=shown(feed.url)))
        tell(tr("Ambil beritanya dengan: pembaca refresh"))
    return 0


def _look(url: str) -> tuple[str, ...] | ErrorShape:
    """Return the addresses of the feeds at *url*, itself if that cannot be told now, or why there is none."""
    from pembaca import wiring
    from pembaca.cancel import CancelToken
    from pembaca.errors import FetchError
    from pembaca.presenters import messages
    from pembaca.services.discovery import find

    advice = tr("Sumber tidak ditambahkan. Periksa alamatnya, atau tambahkan apa adanya dengan --exact.")
    try:
        with wiring.open_fetcher(is_quick=True) as fetcher:
            found = tuple(feed.url for feed in find(url, fetcher, CancelToken()))
    except FetchError as error:
        what = messages.of(error).title
        if not _may_pass(error):
            return ErrorShape(error.code, f"{what}. {advice}")
        tell(tr("{what}. Alamatnya ditambahkan apa adanya.", what=what))
        return (url,)
    return found or ErrorShape("not_a_feed", f"{tr('Tidak ada sumber berita yang ditemukan di {url}.', url=shown(url))} {advice}")


def _may_pass(error: FetchError) -> bool:
    """Whether the address may be right though nothing came: no network, a wrong clock, a server in trouble."""
    if error.code == "http_status":
        return error.status not in _GONE
    return error.code in OFFLINE_CODES or error.code == "tls"


def run_set(arguments: Namespace, paths: Paths) -> int:
    """Keep how a feed's text is to be had, and how much of it is kept; what is not named stays as it is."""
    from pembaca import wiring

    if arguments.full_text is None and {_UNSAID} == {arguments.keep_days, arguments.keep_articles, arguments.keep_mb}:
        raise UsageError(tr("Sebutkan apa yang diatur, misalnya --full-text on atau --keep-days 90."))
    with wiring.open_library(paths) as library:
        url = meant(library, arguments.url)
        feed = library.feed(url)
        if feed is not None:
            library.set_feed_options(url, _options(feed.options, arguments))
        feed = library.feed(url)
    if feed is None:
        return _unknown(url, arguments.json)
    if arguments.json:
        write_json(feed_shape(feed))
    else:
        write(tr("Disimpan: {url}", url=shown(feed.url)))
    return 0


def _options(options: FeedOptions, arguments: Namespace) -> FeedOptions:
    """Return *options* with what was said on the command line."""
    megabytes = arguments.keep_mb
    return FeedOptions(
        full_text=arguments.full_text or options.full_text,
        keep_days=options.keep_days if arguments.keep_days == _UNSAID else arguments.keep_days,
        keep_articles=options.keep_articles if arguments.keep_articles == _UNSAID else arguments.keep_articles,
        keep_bytes=options.keep_bytes if megabytes == _UNSAID else None if megabytes is None else megabytes * 1_000_000,
    )


def _limit(text: str) -> int | None:
    """Read a number of things, or "all"."""
    return None if text == "all" else min(count(text), _MOST)


def run_remove(arguments: Namespace, paths: Paths) -> int:
    """Remove a feed and its articles for good."""
    from pembaca import wiring

    with wiring.open_library(paths) as library:
        url = meant(library, arguments.url)
        is_removed = library.remove_feed(url)
        if is_removed:
            library.purge()
    if is_removed:
        write_json(RemovedShape(url)) if arguments.json else write(tr("Dihapus: {url}", url=shown(url)))
        return 0
    return _unknown(url, arguments.json)


def _unknown(url: str, is_json: bool) -> int:
    message = tr("{url} tidak ada dalam daftar sumber.", url=shown(url))
    tell(message)
    if is_json:
        write_json(FailedShape(ErrorShape("unknown_feed", message)))
    return 1


def _help(arguments: Namespace, paths: Paths) -> int:
    arguments.help_of.print_help()
    return 0


def _words(feed: Feed, status: int | None = None) -> str:
    from pembaca.model import Fault
    from pembaca.presenters import dates, messages

    fetched = (
        tr("diperbarui {when}", when=dates.full_moment(feed.last_success.astimezone()))
        if feed.last_success
        else tr("belum pernah diambil")
    )
    lines = [feed_name(feed.title, feed.url), f"  {shown(feed.url)}", f"  {fetched}"]
    if feed.error:
        message = messages.of_fault(Fault(feed.error, feed.url, status=status))
        lines.append(f"  {message.title}. {message.action}")
    return "\n".join(lines)
