"""``pembaca extract``: make a page readable without storing anything."""

from __future__ import annotations

from argparse import Namespace

from pembaca.cancel import CancelToken
from pembaca.cli.arguments import Commands, add_json
from pembaca.cli.output import clean_argument, write, write_json
from pembaca.cli.shapes import document_shape
from pembaca.i18n import tr
from pembaca.paths import Paths


def add(commands: Commands) -> None:
    """Add the command."""
    command = commands.add("extract", tr("ambil isi satu halaman tanpa menyimpannya"), run)
    command.add_argument("source", type=clean_argument, metavar="FILE|URL", help=tr("berkas HTML, atau alamat http(s)"))
    command.add_argument("--base-url", type=clean_argument, default="", metavar="URL", help=tr("alamat asal berkas itu"))
    add_json(command)


def run(arguments: Namespace, paths: Paths) -> int:
    """Print the page's article."""
    from pembaca import wiring
    from pembaca.services.extract import extract

    with wiring.open_fetcher() as fetcher:
        document = extract(arguments.source, arguments.base_url, fetcher, CancelToken())
    if arguments.json:
        write_json(document_shape(document, None, None))
    else:
        from pembaca.cli.plain import plain

        write(plain(document))
    return 0
