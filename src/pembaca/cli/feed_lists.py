"""``pembaca feeds import|export|catalogue``: lists of feeds, to take from other readers, to give away, and to pick from."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from pembaca.addresses import shown
from pembaca.cli.arguments import Commands, add_json
from pembaca.cli.feed_shapes import CatalogueShape, ImportShape, SkippedShape, feed_shape
from pembaca.cli.named import read_named
from pembaca.cli.output import clean_argument, tell, write, write_bytes, write_json
from pembaca.i18n import tr, trn
from pembaca.paths import Paths


def add(actions: Commands) -> None:
    """Add the actions."""
    action = actions.add("import", tr("tambahkan sumber dari berkas OPML"), run_import)
    action.add_argument("file", type=clean_argument, metavar="FILE", help=tr("berkas OPML, - untuk masukan baku"))
    add_json(action)
    action = actions.add("export", tr("simpan daftar sumber sebagai OPML"), run_export)
    action.add_argument("file", nargs="?", type=clean_argument, metavar="FILE", help=tr("berkas tujuan; tanpa ini keluaran baku"))
    add_json(actions.add("catalogue", tr("tampilkan sumber resmi yang dapat dipilih"), run_catalogue))


def run_import(arguments: Namespace, paths: Paths) -> int:
    """Add every feed of an OPML file that is not there yet; nothing is fetched."""
    from pembaca import wiring
    from pembaca.feeds.opml import LIMIT
    from pembaca.services.subscriptions import import_opml

    body = read_named(arguments.file, LIMIT, is_json=arguments.json)
    if body is None:
        return 1
    with wiring.open_library(paths) as library:
        done = import_opml(library, body, arguments.file)
    if arguments.json:
        skipped = tuple(SkippedShape(url) for url in done.skipped)
        write_json(ImportShape(tuple(feed_shape(feed) for feed in done.added), len(done.known), skipped))
        return 0
    for feed in done.added:
        write(tr("Ditambahkan: {url}", url=shown(feed.url)))
    for url in done.skipped:
        tell(tr("Dilewati, bukan alamat http atau https: {url}", url=shown(url)))
    write(
        tr(
            "{added} ditambahkan, {known} sudah ada, {skipped} dilewati.",
            added=len(done.added),
            known=len(done.known),
            skipped=len(done.skipped),
        )
    )
    return 0


def run_export(arguments: Namespace, paths: Paths) -> int:
    """Write the feeds as OPML; an existing file is replaced whole or not at all.

    Raises:
        FeedListError: the file cannot be written; what was there before still is.
    """
    from pembaca import wiring
    from pembaca.services.feed_lists import export_file
    from pembaca.services.subscriptions import export_opml

    title = tr("Sumber berita Pembaca")
    with wiring.open_library(paths) as library:
        feeds = library.feeds()
    if arguments.file is None or arguments.file == "-":
        write_bytes(export_opml(feeds, title))
        return 0
    export_file(feeds, Path(arguments.file), title)
    tell(trn("{n} sumber disimpan.", "{n} sumber disimpan.", len(feeds)))
    return 0


def run_catalogue(arguments: Namespace, paths: Paths) -> int:
    """Print the feeds that come with the program."""
    from pembaca.feeds.catalogue import catalogue

    feeds = catalogue()
    if arguments.json:
        write_json([CatalogueShape(feed.title, feed.url, feed.group, feed.status_note) for feed in feeds])
        return 0
    from pembaca.presenters.sources import note_of

    group = ""
    for feed in feeds:
        if feed.group != group:
            write(f"{chr(10) if group else ''}{feed.group}")
            group = feed.group
        write(f"  {feed.title} ({note_of(feed.status_note)})\n    {feed.url}")
    return 0
