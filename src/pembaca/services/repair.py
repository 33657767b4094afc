"""Put a damaged library in order again: first what can be made anew in place, else all that can be read goes into a new one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pembaca.errors import LibraryDamaged
from pembaca.library.library import Library

if TYPE_CHECKING:
    from pembaca.model import Recovery
    from pembaca.paths import Paths


@dataclass(frozen=True, slots=True)
class Repair:
    """What was done. ``found`` is what was wrong and could be made anew; ``recovery`` is set if a new library was made."""

    found: tuple[str, ...] = ()
    pictures: int = 0
    recovery: Recovery | None = None


def repair(paths: Paths) -> Repair:
    """Examine all of the library and mend it; nothing is made where there is none.

    Raises:
        LibraryError: it cannot be mended here (read-only or full disk, written by a later version); nothing was lost.
    """
    if not paths.database.exists():
        return Repair()
    library = Library.open(paths)
    try:
        recovery = library.recovered
        found: tuple[str, ...] = ()
        try:
            found = library.upkeep.mend()
        except LibraryDamaged:
            library.close()
            library = Library.replaced(paths)
            recovery = library.recovered
        return Repair(found, library.upkeep.sweep(), recovery)
    finally:
        library.close()
