"""``pembaca search``: find words in the stored articles."""

from __future__ import annotations

from argparse import Namespace

from pembaca.cli.arguments import Commands, UsageError, add_json, add_limit
from pembaca.cli.output import clean_argument, tell, write, write_json
from pembaca.cli.shapes import hit_shape
from pembaca.i18n import tr
from pembaca.paths import Paths


def add(commands: Commands) -> None:
    """Add the command."""
    command = commands.add(
        "search",
        tr("cari artikel yang memuat semua kata, yang terbaru lebih dulu"),
        run,
        details=tr("Kata dicari bersama bentuk berimbuhannya; kata di antara tanda kutip dicari persis, berdampingan."),
    )
    command.add_argument("query", type=clean_argument, metavar="QUERY", help=tr("kata yang dicari"))
    command.add_argument("--ranked", action="store_true", help=tr("yang paling cocok lebih dulu"))
    add_limit(command)
    add_json(command)


def run(arguments: Namespace, paths: Paths) -> int:
    """Print what was found; finding nothing is no failure."""
    from pembaca import wiring
    from pembaca.cli.listing import line

    if not arguments.query.strip():
        raise UsageError(tr("Sebutkan kata yang dicari, misalnya: pembaca search birokrasi"))
    with wiring.open_library(paths) as library:
        hits = library.search(arguments.query, limit=arguments.limit, ranked=arguments.ranked)
    if arguments.json:
        write_json([hit_shape(hit) for hit in hits])
        return 0
    for hit in hits:
        write(f"{line(hit.row)}\n   {hit.snippet}")
    if not hits:
        tell(tr("Tidak ada artikel yang memuat “{query}”.", query=arguments.query))
    return 0
