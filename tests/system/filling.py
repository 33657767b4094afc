"""Fills libraries for tests: the seed article by a real refresh, and articles with every kind of block."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from tests.servers import SEED, Answer, Site, serving

from pembaca import paths
from pembaca.cancel import CancelToken
from pembaca.document import Document, Heading, Image, Link, ListItem, Paragraph, Preformatted, Quote, Table
from pembaca.feeds.fetch import Fetcher, Timeouts
from pembaca.library.library import Library
from pembaca.model import StoredEntry, Validators
from pembaca.services.refresh import refresh
from pembaca.services.schedule import NEVER
from pembaca.settings import SettingsStore

FEED_PATH = "/publikasi/berita-utama?format=feed"
SEED_TITLE = "Ketika Birokrasi Kita Mendadak Digital"
_JAKARTA = timezone(timedelta(hours=7))

_OPENING = "Kantor wilayah membuka layanan baru 🏛️ mulai Senin. Lihat situs resmi."
_LINK = _OPENING.index("situs resmi")

RICH = Document(
    "Layanan baru 😀 untuk warga",
    (
        Image("https://contoh.go.id/loket.jpg", alt="Petugas melayani warga di loket"),
        Image("https://contoh.go.id/hiasan.jpg"),
        Paragraph(_OPENING, links=(Link(_LINK, _LINK + len("situs resmi"), "https://contoh.go.id/"),)),
        Heading("Syarat", 2),
        ListItem("Kartu tanda penduduk", number=1),
        ListItem("Surat pengantar", number=2),
        ListItem("asli", depth=2),
        Heading("Jadwal 👩‍⚕️", 3),
        Table((("Hari", "Jam", "Loket"), ("Senin", "08.00–12.00", ""), ("Selasa", "13.00–16.00", "2")), header=True),
        Quote("Kami ingin layanan ini mudah dijangkau oleh semua orang."),
        Preformatted("Kode:  A1\n       B2"),
        Paragraph("Terima kasih."),
    ),
    url="https://contoh.go.id/layanan-baru",
    published=datetime(2026, 6, 5, 9, 30, tzinfo=_JAKARTA),
    credit="Humas Kantor Wilayah",
)


def plain(title: str, day: int, sentences: int = 4) -> Document:
    """Return a short article; the higher *day*, the newer."""
    sentence = "Kementerian menyampaikan kepada masyarakat bahwa layanan ini dibuka kembali pada hari kerja. "
    blocks = tuple(Paragraph((sentence * sentences).strip()) for _ in range(3))
    return Document(title, blocks, published=datetime(2026, 6, day, 8, 0, tzinfo=_JAKARTA))


def store(data_dir: Path, *documents: Document, feed: str = "https://contoh.go.id/rss", title: str = "Kantor Contoh") -> None:
    """Put articles into the library under a feed."""
    entries = tuple(
        StoredEntry(guid=one.title, url=one.url, fingerprint=one.title, document=one, summary="") for one in documents
    )
    with closing(Library.open(paths.find(data_dir))) as library:
        library.add_feed(feed)
        library.apply(feed, entries, title=title, validators=Validators(), fetched_at=datetime.now(UTC))


def correct(data_dir: Path, document: Document, feed: str = "https://contoh.go.id/rss") -> None:
    """Have the article of that title read, and let its source change it to *document*."""
    with closing(Library.open(paths.find(data_dir))) as library:
        row = next(row for row in library.articles() if row.title == document.title)
        library.set_read(row.id, True)
        entry = StoredEntry(document.title, document.url, f"{document.title} {document.text}", document, "")
        library.apply(feed, (entry,), title=row.feed_title, validators=Validators(), fetched_at=datetime.now(UTC))


def fetch(data_dir: Path, url: str) -> None:
    """Add a feed and refresh it, as ``pembaca refresh --add`` does."""
    with closing(Library.open(paths.find(data_dir))) as library, Fetcher(Timeouts(5, 5, 10)) as fetcher:
        library.add_feed(url)
        report = refresh(library, fetcher, [url], now=lambda: datetime.now(UTC), cancel=CancelToken())
    assert not report.is_lost, report


@contextmanager
def seed_site() -> Iterator[Site]:
    """Serve the seed's site."""
    with serving(seed=SEED) as site:
        yield site


def change_settings(data_dir: Path, **fields: object) -> None:
    """Write settings before a window starts."""
    SettingsStore(paths.find(data_dir).settings).change(**fields)


class Newsroom:
    """A library of one feed at *data_dir*, and the site it comes from, for as long as the block lasts."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self._open = ExitStack()

    def __enter__(self) -> Newsroom:
        """Start the site and fill the library from it."""
        self._site = self._open.enter_context(seed_site())
        self.feed = self._site.url + FEED_PATH
        change_settings(self.data_dir, refresh_minutes=NEVER)
        fetch(self.data_dir, self.feed)
        store(self.data_dir, RICH, plain("Berita pertama", 3), plain("Berita kedua", 2), feed=self.feed, title="Berita Utama")
        return self

    def __exit__(self, *_: object) -> None:
        """End the site."""
        self.close()

    def close(self) -> None:
        """End the site; nobody answers any more."""
        self._open.close()

    def answer(self, status: int) -> None:
        """Answer the feed with an error from now on, or with 200 as usual."""
        if status == 200:
            self._site.answers.pop(FEED_PATH, None)
        else:
            self._site.answers[FEED_PATH] = Answer(b"", status=status)
