"""What a command is to say or to show as a script: a stored article or a text. Decides nothing."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from pembaca.cli.arguments import count
from pembaca.cli.manner import manner
from pembaca.cli.output import clean_argument
from pembaca.i18n import tr
from pembaca.paths import Paths

if TYPE_CHECKING:
    from argparse import ArgumentParser, _MutuallyExclusiveGroup

    from pembaca.document import Document
    from pembaca.speech.script import Manner
    from pembaca.speech.utterance import Script


def add_source(command: ArgumentParser) -> _MutuallyExclusiveGroup:
    """Add the number of an article and --text, one of which is needed; return their group."""
    source = command.add_mutually_exclusive_group(required=True)
    source.add_argument("id", nargs="?", type=count, metavar="ID", help=tr("nomor artikel"))
    source.add_argument("--text", type=clean_argument, metavar="TEXT", help=tr("teks ini"))
    return source


def script_of(article_id: int, arguments: Namespace, paths: Paths) -> tuple[Script, Manner] | None:
    """Return a stored article's script and how it is said, None if there is no such article."""
    found = _stored(article_id, paths)
    if found is None:
        return None
    from pembaca.speech.script import prepare

    document, feed = found
    wanted = manner(arguments, paths, feed)
    return prepare(document, wanted), wanted


def script_of_text(text: str, arguments: Namespace, paths: Paths) -> tuple[Script, Manner]:
    """Return the script of a text, and how it is said."""
    from pembaca.speech.script import prepare_text

    wanted = manner(arguments, paths)
    return prepare_text(text, manner=wanted), wanted


def _stored(article_id: int, paths: Paths) -> tuple[Document, str] | None:
    """Return a stored article and the address of its feed."""
    from pembaca import wiring

    with wiring.open_library(paths) as library:
        document, row = library.document(article_id), library.row(article_id)
    return None if document is None else (document, row.feed_url if row else "")
