"""Find the data files that come with the program."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(name: str) -> Path:
    """Return the path of the data file or folder *name*, as ``tokens.json`` or ``fonts``.

    Looked for in the checkout first (an editable install leaves stale copies behind), then in a frozen bundle,
    then in the installed wheel. The path is returned even if nothing is there, so that the error names it.
    """
    package = Path(__file__).resolve().parent
    checkout = package.parent.parent / "resources"
    bundle = Path(getattr(sys, "_MEIPASS", package)) / "resources"
    for folder in (
        checkout if (checkout.parent / "pyproject.toml").is_file() else bundle,
        bundle,
        package / "resources",
    ):
        if (folder / name).exists():
            return folder / name
    return package / "resources" / name
