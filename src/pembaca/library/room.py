"""Keep the pictures within the room they may take. Works inside the caller's transaction, and deletes files."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING, Final

from pembaca.library import media

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

_YOUNG_S: Final = 3600  # a picture stored within the hour may belong to an article that is about to be stored

_UNUSED: Final = "SELECT m.name, m.size FROM media m WHERE NOT EXISTS (SELECT 1 FROM pictures p WHERE p.name = m.name)"
_NEEDED_LEAST: Final = """
SELECT m.name, m.size FROM media m JOIN pictures p ON p.name = m.name JOIN entries e ON e.id = p.entry_id
LEFT JOIN reads r ON r.entry_id = e.id LEFT JOIN stars s ON s.entry_id = e.id LEFT JOIN places l ON l.entry_id = e.id
GROUP BY m.name HAVING sum(r.entry_id IS NULL OR s.entry_id IS NOT NULL) = 0
ORDER BY max(max(r.at, coalesce(l.at, 0), e.first_seen)), m.name LIMIT ?
"""


def total(connection: sqlite3.Connection) -> int:
    """Return how many bytes the known pictures take."""
    return int(connection.execute("SELECT coalesce(sum(size), 0) FROM media").fetchone()[0])


def take_stock(connection: sqlite3.Connection, folder: Path) -> None:
    """Learn the size of pictures that are shown and stored, but not known."""
    rows = connection.execute(
        "SELECT DISTINCT p.name FROM pictures p WHERE NOT EXISTS (SELECT 1 FROM media m WHERE m.name = p.name)"
    ).fetchall()
    for (name,) in rows:
        with contextlib.suppress(OSError):
            connection.execute("INSERT INTO media VALUES (?, ?)", (name, media.path(folder, name).stat().st_size))


def drop_unused(connection: sqlite3.Connection, folder: Path, limit: int) -> tuple[int, int]:
    """Delete at most *limit* pictures that no article shows any more; return how many, and their bytes."""
    return _drop(connection, folder, connection.execute(f"{_UNUSED} LIMIT ?", (limit,)).fetchall())


def drop_least_needed(connection: sqlite3.Connection, folder: Path, too_much: int, limit: int) -> tuple[int, int]:
    """Delete pictures of read articles without a star, those first that were needed longest ago, until *too_much* bytes are free.

    Their articles keep text, descriptions and addresses.
    """
    wanted, free = [], 0
    for name, size in connection.execute(_NEEDED_LEAST, (limit,)):
        if free >= too_much:
            break
        wanted.append((name, size))
        free += size
    return _drop(connection, folder, wanted)


def _drop(connection: sqlite3.Connection, folder: Path, wanted: list[tuple[str, int]]) -> tuple[int, int]:
    dropped, freed = 0, 0
    for name, size in wanted:
        file = media.path(folder, name)
        with contextlib.suppress(OSError):
            if 0 <= time.time() - file.stat().st_mtime < _YOUNG_S:
                continue
            file.unlink()
            freed += size
        if file.exists():
            continue
        dropped += 1
        connection.execute("DELETE FROM media WHERE name = ?", (name,))
        connection.execute(
            "UPDATE entries SET has_media = 0 WHERE id IN (SELECT entry_id FROM pictures WHERE name = ?) AND NOT EXISTS"
            " (SELECT 1 FROM pictures p JOIN media m USING (name) WHERE p.entry_id = entries.id)",
            (name,),
        )
    return dropped, freed
