"""``pembaca show``: one stored article as text, JSON or a web page."""

from __future__ import annotations

from argparse import Namespace

from pembaca.cli.arguments import Commands, count
from pembaca.cli.output import tell, write, write_json
from pembaca.cli.shapes import ErrorShape, FailedShape, document_shape
from pembaca.i18n import tr
from pembaca.paths import Paths


def add(commands: Commands) -> None:
    """Add the command."""
    command = commands.add("show", tr("tampilkan satu artikel"), run)
    command.add_argument("id", type=count, metavar="ID", help=tr("nomor artikel dari list atau search"))
    command.add_argument("--format", choices=("text", "json", "html"), default="text", help=tr("bentuk keluaran (bawaan: text)"))


def run(arguments: Namespace, paths: Paths) -> int:
    """Print the article."""
    from pembaca import wiring

    with wiring.open_library(paths) as library:
        document = library.document(arguments.id)
        if document is None:
            return say_unknown(arguments.id, is_json=arguments.format == "json")
        match arguments.format:
            case "json":
                write_json(document_shape(document, arguments.id, library))
            case "html":
                from pembaca.cli.page import page

                write(page(document, library))
            case _:
                from pembaca.cli.plain import plain

                write(plain(document))
    return 0


def say_unknown(article_id: int, *, is_json: bool) -> int:
    """Say that there is no such article and return the exit code."""
    message = tr("Tidak ada artikel nomor {number}. Lihat nomornya dengan: pembaca list", number=article_id)
    tell(message)
    if is_json:
        write_json(FailedShape(ErrorShape("unknown_article", message)))
    return 1
