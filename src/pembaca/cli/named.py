"""Reads what a person names on the command line. What it holds is for others to judge."""

from __future__ import annotations

import sys
from pathlib import Path

from pembaca.cli.output import tell, write_json
from pembaca.cli.shapes import ErrorShape, FailedShape
from pembaca.i18n import tr


def read_named(name: str, limit: int, *, is_json: bool) -> bytes | None:
    """Return what is in a file, or with "-" on standard input; None if it cannot be read, which is told.

    At most one byte more than *limit*: whoever finds that many refuses them.
    """
    if name == "-":
        return sys.stdin.buffer.read(limit + 1)
    try:
        with Path(name).open("rb") as file:
            return file.read(limit + 1)
    except (OSError, ValueError):
        message = tr("Berkas {path} tidak dapat dibaca. Periksa nama dan izinnya.", path=name)
        tell(message)
        if is_json:
            write_json(FailedShape(ErrorShape("no_file", message)))
        return None
