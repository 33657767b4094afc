"""``pembaca list``: the stored articles, newest first."""

from __future__ import annotations

from argparse import Namespace

from pembaca.cli.arguments import Commands, UsageError, add_json, add_limit
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
    from pembaca.services.subscriptions import address

    feed_url = None if arguments.feed is None else address(arguments.feed)
    with wiring.open_library(paths) as library:
        if feed_url is not None and library.feed(feed_url) is None:
            raise UsageError(tr("{url} tidak ada dalam daftar sumber.", url=feed_url))
        rows = library.articles(feed_url=feed_url, unread=arguments.unread, limit=arguments.limit)
    if arguments.json:
        write_json([article_shape(row) for row in rows])
        return 0
    for row in rows:
        write(line(row))
    if not rows:
        tell(tr("Belum ada artikel. Ambil berita dengan: pembaca refresh"))
    return 0


def line(row: ArticleRow) -> str:
    """Say an article in two lines: number and title, then date, source and state."""
    from pembaca.presenters import dates

    facts = [dates.full_day(row.published)] if row.published else []
    facts += [row.feed_title or row.feed_url, tr("dibaca") if row.is_read else tr("baru")]
    facts += [tr("bintang")] if row.is_starred else []
    return f"{row.id}. {row.title or tr('Tanpa judul')}\n   {' · '.join(facts)}"
