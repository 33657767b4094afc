"""``pembaca backup`` and ``pembaca restore``: the whole library in one file, and back."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pembaca.cancel import Progress
from pembaca.cli.arguments import Commands, add_json
from pembaca.cli.output import clean_argument, tell, write, write_json
from pembaca.files import is_stream
from pembaca.i18n import tr
from pembaca.paths import Paths

if TYPE_CHECKING:
    from pembaca.services.backup import Contents


def add(commands: Commands) -> None:
    """Add both commands."""
    for name, summary, run, details in (
        (
            "backup",
            tr("simpan seluruh pustaka, gambar, dan pengaturan dalam satu berkas"),
            run_backup,
            tr("Berkas yang sudah ada baru diganti setelah yang baru utuh. Jendela boleh tetap terbuka."),
        ),
        (
            "restore",
            tr("kembalikan pustaka dari berkas cadangan"),
            run_restore,
            tr("Isinya diperiksa dulu seluruhnya; pustaka yang sekarang disimpan di sampingnya. Tutup dulu jendela Pembaca."),
        ),
    ):
        command = commands.add(name, summary, run, details=details)
        command.add_argument("file", type=clean_argument, metavar="FILE", help=tr("berkas cadangan"))
        add_json(command)


def run_backup(arguments: Namespace, paths: Paths) -> int:
    """Write the backup and say what is in it.

    Raises:
        LibraryError: it could not be written whole; an older file is untouched.
    """
    from pembaca import wiring
    from pembaca.services.backup import back_up

    with wiring.open_library(paths) as library:
        contents = back_up(library, paths, Path(arguments.file), now=datetime.now(UTC), report=_Steps())
    done = tr("Disimpan di {file}.", file=arguments.file)
    if is_stream(Path(arguments.file)):  # a word more on /dev/stdout would be one too many for who unpacks it
        tell(_words(contents, done))
        return 0
    return _tell(arguments, contents, done)


def run_restore(arguments: Namespace, paths: Paths) -> int:
    """Put the backup's library in the place of the present one and say what came back.

    Raises:
        LibraryError: nothing was replaced.
    """
    from pembaca.services.backup import restore

    contents = restore(paths, Path(arguments.file), now=datetime.now(UTC), report=_Steps())
    kept = tr("Pustaka sebelumnya disimpan di {path}.", path=contents.kept) if contents.kept else ""
    return _tell(arguments, contents, f"{tr('Dikembalikan.')} {kept}".strip())


def _tell(arguments: Namespace, contents: Contents, done: str) -> int:
    from pembaca.cli.shapes import backup_shape

    if arguments.json:
        write_json(backup_shape(arguments.file, contents))
        return 0
    write(_words(contents, done))
    return 0


def _words(contents: Contents, done: str) -> str:
    facts = {"articles": contents.articles, "feeds": contents.feeds, "pictures": contents.pictures}
    return f"{done} {tr('{articles} artikel, {feeds} sumber, {pictures} gambar.', **facts)}"


class _Steps:
    """Says on a terminal, every thousand pictures, how far it is."""

    def __call__(self, progress: Progress) -> None:
        if progress.done and progress.done % 1000 == 0 and sys.stderr.isatty():
            tell(tr("Gambar {done} dari {total}", done=progress.done, total=progress.total))
