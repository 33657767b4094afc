"""Make entries, documents and libraries for these tests. Holds no test."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pembaca.document import Document, Paragraph
from pembaca.library.library import Library
from pembaca.model import StoredEntry, Validators
from pembaca.paths import Paths, find

FEED = "https://contoh.go.id/feed"
ROOT = Path(__file__).parents[3]
NOW = datetime(2026, 7, 1, 3, 0, tzinfo=UTC)


def paths_under(folder: Path) -> Paths:
    """Return the places of a library under *folder*."""
    return find(folder / "data")


def entry(
    guid: str, *, title: str = "Judul", text: str = "Isi berita.", published: datetime | None = None, known_id: int | None = None
) -> StoredEntry:
    """Make an entry with one paragraph."""
    url = f"https://contoh.go.id/{guid}"
    document = Document(title, (Paragraph(text),), url=url, published=published)
    return StoredEntry(guid, url, f"sidik {title} {text}", document, text[:40], known_id)


def days_ago(days: float) -> datetime:
    """Return a moment before NOW."""
    return NOW - timedelta(days=days)


def apply(
    library: Library,
    *entries: StoredEntry,
    feed: str = FEED,
    at: datetime = NOW,
    moved_to: str | None = None,
    title: str = "Berita",
) -> tuple[int, int]:
    """Add the feed if need be and store *entries* in it."""
    library.add_feed(feed)
    return library.apply(feed, entries, title=title, validators=Validators("e", "l"), fetched_at=at, moved_to=moved_to)


def titles(library: Library, **which: object) -> list[str]:
    """Return the titles of the list."""
    return [row.title for row in library.articles(**which)]  # type: ignore[arg-type]


def child(script: str, *arguments: str) -> subprocess.Popen[str]:
    """Start *script* in a process of its own that can import the program and these tests."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment
    )
