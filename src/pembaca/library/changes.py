"""Rows of ``earlier``: what a changed article said before, and where reading goes on. Works inside the caller's transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pembaca.document import Document, decode
from pembaca.library import marks
from pembaca.library.places import moved
from pembaca.model import ReadingPlace

if TYPE_CHECKING:
    import sqlite3


def note(connection: sqlite3.Connection, entry_id: int, document: Document, at: int, *, is_correction: bool) -> None:
    """Prepare for *document* to take the place of the article's text: keep the old text, move the place.

    What is kept is the text that the person can have seen last: a second change before the first was seen leaves it there, and
    a change back takes it away.

    Args:
        is_correction: the source changed it; otherwise only we read it better, which is no news.
    """
    serial = connection.execute("SELECT serial FROM documents WHERE entry_id = ?", (entry_id,)).fetchone()
    try:
        before = decode(serial[0]) if serial else None
    except ValueError:  # damaged: nothing that could be shown beside the new text
        before = None
    if before is None or before.text == document.text:
        return
    _move_place(connection, entry_id, before.text, document.text)
    if not is_correction or before.text.split() == document.text.split():
        return
    unseen = connection.execute("SELECT serial FROM earlier WHERE entry_id = ? AND NOT is_seen", (entry_id,)).fetchone()
    if unseen is None:
        connection.execute("INSERT OR REPLACE INTO earlier VALUES (?, ?, ?, 0)", (entry_id, serial[0], at))
    elif decode(unseen[0]).text.split() == document.text.split():
        connection.execute("DELETE FROM earlier WHERE entry_id = ?", (entry_id,))
    else:
        connection.execute("UPDATE earlier SET changed_at = ? WHERE entry_id = ?", (at, entry_id))


def previous(connection: sqlite3.Connection, entry_id: int) -> bytes | None:
    """Return the serial form of the text before the last change, None if there was none."""
    row = connection.execute(
        "SELECT c.serial FROM earlier c JOIN entries e ON e.id = c.entry_id JOIN feeds f ON f.id = e.feed_id"
        " WHERE c.entry_id = ? AND f.hidden_at IS NULL",
        (entry_id,),
    ).fetchone()
    return None if row is None else bytes(row[0])


def mark_seen(connection: sqlite3.Connection, entry_id: int) -> None:
    """Note that the person has seen what changed."""
    connection.execute("UPDATE earlier SET is_seen = 1 WHERE entry_id = ? AND NOT is_seen", (entry_id,))


def placed(connection: sqlite3.Connection, entry_id: int, place: ReadingPlace, text: str) -> ReadingPlace:
    """Return where *place* of *text* lies in the text that is stored now."""
    serial = connection.execute("SELECT serial FROM documents WHERE entry_id = ?", (entry_id,)).fetchone()
    try:
        stored = decode(serial[0]).text if serial else text
    except ValueError:
        return place
    return place if stored == text else ReadingPlace(moved(text, stored, place.offset), len(stored))


def _move_place(connection: sqlite3.Connection, entry_id: int, old: str, new: str) -> None:
    place = marks.place(connection, entry_id)
    if place is not None:
        marks.move(connection, entry_id, ReadingPlace(moved(old, new, place.offset), len(new)))
