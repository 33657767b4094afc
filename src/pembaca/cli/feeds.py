"""``pembaca feeds list|add|remove``: the subscribed sources."""

from __future__ import annotations

from argparse import Namespace

from pembaca.cli.arguments import Commands, Parser, UsageError, add_json
from pembaca.cli.output import clean_argument, tell, write, write_json
from pembaca.cli.shapes import ErrorShape, FailedShape, RemovedShape, feed_shape
from pembaca.i18n import tr
from pembaca.model import Feed
from pembaca.paths import Paths


def add(commands: Commands) -> None:
    """Add the command."""
    command = commands.add("feeds", tr("daftar, tambah, atau hapus sumber berita"), _help)
    command.set_defaults(help_of=command)
    actions = Commands(command.add_subparsers(metavar=tr("TINDAKAN"), parser_class=Parser, required=True, dest="action"))
    add_json(actions.add("list", tr("tampilkan sumber berita"), run_list))
    for name, summary, run in (
        ("add", tr("tambahkan sumber; beritanya diambil oleh refresh"), run_add),
        ("remove", tr("hapus sumber beserta artikelnya"), run_remove),
    ):
        action = actions.add(name, summary, run)
        action.add_argument("url", type=clean_argument, metavar="URL", help=tr("alamat sumber berita"))
        add_json(action)


def run_list(arguments: Namespace, paths: Paths) -> int:
    """Print the feeds in the order they were added."""
    from pembaca import wiring

    with wiring.open_library(paths) as library:
        feeds = library.feeds()
    if arguments.json:
        write_json([feed_shape(feed) for feed in feeds])
        return 0
    for feed in feeds:
        write(_words(feed))
    if not feeds:
        tell(tr("Belum ada sumber berita. Tambahkan dengan: pembaca feeds add URL"))
    return 0


def run_add(arguments: Namespace, paths: Paths) -> int:
    """Add a feed; one that is there already stays as it is."""
    from pembaca import wiring
    from pembaca.services.subscriptions import address, is_fetchable

    url = address(arguments.url)
    if not is_fetchable(url):
        raise UsageError(tr("{url} bukan alamat http atau https.", url=url or "''"))
    with wiring.open_library(paths) as library:
        feed = library.add_feed(url)
    if arguments.json:
        write_json(feed_shape(feed))
    else:
        write(tr("Ditambahkan: {url}", url=feed.url))
        tell(tr("Ambil beritanya dengan: pembaca refresh"))
    return 0


def run_remove(arguments: Namespace, paths: Paths) -> int:
    """Remove a feed and its articles for good."""
    from pembaca import wiring
    from pembaca.services.subscriptions import address

    url = address(arguments.url)
    with wiring.open_library(paths) as library:
        is_removed = library.remove_feed(url)
        if is_removed:
            library.purge()
    if is_removed:
        write_json(RemovedShape(url)) if arguments.json else write(tr("Dihapus: {url}", url=url))
        return 0
    message = tr("{url} tidak ada dalam daftar sumber.", url=url)
    tell(message)
    if arguments.json:
        write_json(FailedShape(ErrorShape("unknown_feed", message)))
    return 1


def _help(arguments: Namespace, paths: Paths) -> int:
    arguments.help_of.print_help()
    return 0


def _words(feed: Feed) -> str:
    from pembaca.model import Fault
    from pembaca.presenters import dates, messages

    fetched = (
        tr("diperbarui {when}", when=dates.full_moment(feed.last_success.astimezone()))
        if feed.last_success
        else tr("belum pernah diambil")
    )
    lines = [feed.title or feed.url, f"  {feed.url}", f"  {fetched}"]
    if feed.error:
        lines.append(f"  {messages.of_fault(Fault(feed.error, feed.url)).title}")
    return "\n".join(lines)
