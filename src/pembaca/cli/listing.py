"""``pembaca list``: the stored articles, newest first."""

from __future__ import annotations

from argparse import Namespace

from pembaca.addresses import feed_name, shown
from pembaca.cli.arguments import Commands, UsageError, add_json, add_limit
from pembaca.cli.known import meant
from pembaca.cli.output import clean_argument, tell, write, write_json
from pembaca.cli.shapes import article_shape
from pembaca.i18n import tr
from pembaca.model import ArticleRow
from pembaca.paths import Paths


def add(commands: Commands) -> None:
    """Add the command."""
    command = commands.add("list", tr("tampilkan artikel, yang terbaru lebih dulu"), run)
    command.add_argument("--feed", type=clean_argument, metavar="URL", help=tr("hanya dari sumber ini"))
    command.add_argument("--unread", action="store_true", help=tr("hanya yang belum dibaca"))
    add_limit(command)
    add_json(command)


def run(arguments: Namespace, paths: Paths) -> int:
    """Print the articles."""
    from pembaca import wiring

    with wiring.open_library(paths) as library:
        feed_url = None if arguments.feed is None else meant(library, arguments.feed)
        if feed_url is not None and library.feed(feed_url) is None:
            raise UsageError(tr("{url} tidak ada dalam daftar sumber.", url=shown(feed_url)))
        rows = library.articles(feed_url=feed_url, unread=arguments.unread, limit=arguments.limit)
    if arguments.json:
        write_json([article_shape(row) for row in rows])
        return 0
    for row in rows:
        write(line(row))
    if not rows and arguments.limit != 0:
        tell(_nothing(arguments.unread))
    return 0


def _nothing(is_unread: bool) -> str:
    if is_unread:
        return tr("Tidak ada artikel yang belum dibaca. Ambil berita baru dengan: pembaca refresh")
    return tr("Belum ada artikel. Ambil berita dengan: pembaca refresh")


def line(row: ArticleRow) -> str:
    """Say an article in two lines: number and title, then date, source and state."""
    from pembaca.presenters import dates

    facts = [dates.full_day(row.published)] if row.published else []
    facts += [feed_name(row.feed_title, row.feed_url), tr("dibaca") if row.is_read else tr("baru")]
    facts += [tr("berubah")] if row.is_changed else []
    facts += [tr("bintang")] if row.is_starred else []
    return f"{row.id}. {row.title or tr('Tanpa judul')}\n   {' · '.join(facts)}"
