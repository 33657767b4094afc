"""``pembaca doctor``: examine voice, sound, library, folders, feeds and screen reader, and repair the library on request."""

from __future__ import annotations

from argparse import Namespace

from pembaca.cli.arguments import Commands, add_json
from pembaca.cli.output import tell, write, write_json
from pembaca.i18n import tr
from pembaca.paths import Paths


def add(commands: Commands) -> None:
    """Add the command."""
    command = commands.add(
        "doctor",
        tr("periksa suara, pustaka, tempat simpan, sumber, dan pembaca layar"),
        run,
        details=tr("Kode keluar 0 bila pemeriksaan selesai, apa pun hasilnya."),
    )
    command.add_argument(
        "--repair", action="store_true", help=tr("perbaiki dulu pustaka yang rusak; berkas lamanya disimpan di sampingnya")
    )
    add_json(command)


def run(arguments: Namespace, paths: Paths) -> int:
    """Print the findings; the exit code is 0 whatever was found.

    Raises:
        LibraryError: the library was to be repaired, and cannot be; nothing was lost.
    """
    from pembaca.presenters import doctor as words
    from pembaca.services.doctor import examine

    if arguments.repair:
        from pembaca.services.repair import repair

        tell(words.of_repair(repair(paths)))
    checks = []
    for finding in examine(paths):
        check = words.check(finding)
        checks.append(check)
        if not arguments.json:
            state = {"ok": tr("baik"), "warn": tr("perhatikan"), "fail": tr("gagal")}[check.status]
            write(f"{words.name(finding)}: {state}. {check.message} {check.hint}".rstrip())
    if arguments.json:
        write_json(checks)
    return 0
