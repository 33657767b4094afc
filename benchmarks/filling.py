"""Fill a library with generated articles, as a refresh stores them but without fetching."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from benchmarks.feeds import PAGE_WORDS, Item, item
from pembaca.document import Document, Paragraph
from pembaca.library.library import Library
from pembaca.model import StoredEntry, Validators
from pembaca.paths import Paths

FEED = "http://127.0.0.1:9/berita.xml"
_AT_ONCE = 2000


def paths_of(home: Path) -> Paths:
    """Return the paths of a library that lies under *home* alone, as ``--data-dir`` gives them."""
    from pembaca.paths import find

    return find(str(home))


def document_of(one: Item) -> Document:
    """Return an item as it is shown."""
    blocks = tuple(Paragraph(text) for text in one.paragraphs)
    return Document(one.title, blocks, f"http://127.0.0.1:9{one.path}", one.published)


def fill(library: Library, first: int, count: int, words: int = PAGE_WORDS) -> None:
    """Store the items from *first* on."""
    library.add_feed(FEED, "Berita uji")
    for start in range(first, first + count, _AT_ONCE):
        numbers = range(min(start + _AT_ONCE, first + count) - 1, start - 1, -1)
        entries = tuple(_stored(item(number, words)) for number in numbers)
        library.apply(FEED, entries, title="Berita uji", validators=Validators(), fetched_at=datetime.now(UTC))


def _stored(one: Item) -> StoredEntry:
    document = document_of(one)
    return StoredEntry(one.guid, document.url, one.guid, document, one.paragraphs[0][:240])
