"""A small library on disk, and a folder for a new one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from pembaca.document import Document, Heading, Image, Link, ListItem, Paragraph, Preformatted, Quote, Table
from pembaca.library.library import Library
from pembaca.model import StoredEntry, Validators
from pembaca.paths import find

FEED = "https://contoh.go.id/feed"
NOW = datetime(2026, 7, 1, 3, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def rich() -> Document:
    """Return a document that holds every kind of block."""
    return Document(
        "Judul <b>& “kutip”",
        (
            Paragraph("Lihat laman kami.", links=(Link(6, 11, "https://contoh.go.id/?a=1&b=2"),)),
            Heading("Bagian", level=3, lang="en"),
            ListItem("satu", number=1),
            ListItem("dalam", depth=2),
            ListItem("dua", number=2),
            Quote("Kata <beliau>."),
            Preformatted("a\n  b"),
            Table((("Nama", "Nilai"), ("A & B", "1")), header=True, links=(Link(14, 17, "https://contoh.go.id/b"),)),
            Image("https://contoh.go.id/a.jpg", alt="Menteri membuka rapat"),
            Image("https://contoh.go.id/b.jpg"),
        ),
        url="https://contoh.go.id/artikel",
        published=datetime(2020, 11, 23, 16, 5, 41, tzinfo=timezone(timedelta(hours=9))),
        byline="Ani",
        credit="Tedy, foto: Dudi",
    )


@pytest.fixture
def data(tmp_path: Path, rich: Document) -> Path:
    """Return a data folder whose library holds three articles, the second of them read and starred."""
    folder = tmp_path / "data"
    library = Library.open(find(folder))
    library.add_feed(FEED)
    rest = [
        Document(f"Berita {day}", (Paragraph(f"Birokrasi hari ke-{day}."),), published=datetime(2020, 11, day, tzinfo=UTC))
        for day in (20, 10)
    ]
    entries = tuple(
        StoredEntry(str(n), d.url or f"https://contoh.go.id/{n}", "f", d, "Ringkas") for n, d in enumerate((rich, *rest))
    )
    library.apply(FEED, entries, title="Berita Utama", validators=Validators(), fetched_at=NOW)
    second = library.articles()[1].id
    library.set_read(second, True)
    library.set_starred(second, True)
    library.close()
    return folder
