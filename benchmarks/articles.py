"""Fill a library with Indonesian articles of a wide vocabulary, the same at every run, and time its list and its search.

The words are those of the search's own list of roots with the affixes that each takes, common ones often and rare ones seldom as
in real news: twenty thousand words, where a generator of fixed sentences has two hundred.

PYTHONPATH=src python -m benchmarks.articles FOLDER [COUNT]
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from itertools import accumulate
from pathlib import Path
from typing import Final

from pembaca.document import Document, Paragraph
from pembaca.library.library import Library
from pembaca.model import StoredEntry, Validators
from pembaca.paths import find
from pembaca.resources import resource

FEEDS: Final = tuple(f"https://kantor{number}.contoh.go.id/feed" for number in range(12))
WORDS: Final = 240
_FIRST: Final = datetime(2016, 1, 4, 1, 0, tzinfo=UTC)
_AT_ONCE: Final = 1000
_COMMON: Final = (
    "yang dan di untuk pada dengan dari ini dalam itu oleh kepada sebagai tidak adalah akan juga telah para serta atau bagi "
    "kementerian pemerintah menteri masyarakat layanan pelayanan birokrasi daerah negara program kegiatan tahun hukum "
    "pembangunan kata ujar warga provinsi kabupaten kota desa anggaran kebijakan reformasi digital daftar"
).split()
_MELTED: Final = {"p": "m", "t": "n", "s": "ny", "k": "ng"}
_QUESTIONS: Final = (
    *("birokrasi", "layan", "daftar", "kementerian", "ber", "men", "me", "pem", "warga", "reformasi birokrasi", "xyzzy"),
    *('"reformasi birokrasi"', "pengelolaan anggaran daerah", "bunga", "a", "2020", "pe pe pe", "mengupayakan sumur"),
)


@cache
def vocabulary() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Return the words, and how often each comes up to there: the nth word comes as often as one in n."""
    chance = random.Random(7)
    words = {word: None for root, codes in _roots() for word in (root, *_forms(root, codes))}
    rare = [word for word in words if word not in _COMMON]
    chance.shuffle(rare)
    ordered = (*_COMMON, *rare)
    return ordered, tuple(accumulate(1 / (rank + 8) for rank in range(len(ordered))))


def entry(number: int, words: int = WORDS) -> StoredEntry:
    """Return one article of about *words* words; the higher its number, the newer it is."""
    chance = random.Random(number)
    ordered, shares = vocabulary()
    drawn = chance.choices(ordered, cum_weights=shares, k=words + 9)
    title = f"{' '.join(drawn[:8]).capitalize()} {number}"
    paragraphs = []
    for start in range(9, len(drawn), 60):
        sentences = (" ".join(drawn[at : at + 15]).capitalize() + "." for at in range(start, min(start + 60, len(drawn)), 15))
        paragraphs.append(" ".join(sentences))
    url = f"https://contoh.go.id/berita/{number}"
    published = _FIRST + timedelta(minutes=47 * number)
    document = Document(title, tuple(Paragraph(text) for text in paragraphs), url, published)
    return StoredEntry(str(number), url, f"sidik {number}", document, paragraphs[0][:200])


def fill(library: Library, first: int, count: int) -> None:
    """Store the articles from number *first* on, over several feeds, newest first as feeds bring them."""
    for url in FEEDS:
        library.add_feed(url, f"Berita {url.split('.')[0].removeprefix('https://')}")
    for turn, start in enumerate(range(first, first + count, _AT_ONCE)):
        numbers = range(min(start + _AT_ONCE, first + count) - 1, start - 1, -1)
        url = FEEDS[turn % len(FEEDS)]
        library.apply(
            url, tuple(entry(number) for number in numbers), title="", validators=Validators(), fetched_at=datetime.now(UTC)
        )


def main(folder: Path, count: int) -> None:
    """Fill the library in *folder* up to *count* articles and print what list and search take, best and median of nine."""
    library = Library.open(find(folder))
    held = library.counts().total
    start = time.perf_counter()
    fill(library, held, max(0, count - held))
    print(f"{count - held} articles in {time.perf_counter() - start:.0f} s")
    row = library.articles(limit=60)[-1]
    _time("open", lambda: Library.open(find(folder)).close())
    _time("first page", lambda: library.articles(limit=60))
    _time("a page of one feed", lambda: library.articles(feed_url=FEEDS[3], limit=60))
    _time("a page of the unread", lambda: library.articles(unread=True, limit=60))
    _time("a page further on", lambda: library.articles(limit=60, after=row.cursor))
    _time("counts", library.counts)
    _time("one article", lambda: library.document(row.id))
    _time("known of 20 guids", lambda: library.known(FEEDS[0], [str(number) for number in range(20)]))
    for question in _QUESTIONS:
        _time(f"search {question}", partial(library.search, question, limit=20))
    for question in ("birokrasi", "layan", "reformasi birokrasi"):
        _time(f"ranked {question}", partial(library.search, question, limit=20, ranked=True))
    library.close()


def _time(what: str, step: Callable[[], object]) -> None:
    times = []
    for _ in range(9):
        start = time.perf_counter()
        found = step()
        times.append(1000 * (time.perf_counter() - start))
    size = f"{len(found)} found" if isinstance(found, tuple) else ""
    print(f"{what:32} first {times[0]:8.2f}  median {sorted(times)[4]:8.2f} ms  {size}")


def _roots() -> Iterator[tuple[str, list[str]]]:
    for line in (resource("search") / "roots.txt").read_text(encoding="ascii").splitlines():
        root, codes = line.split("/")
        yield root, codes.split()


def _forms(root: str, codes: list[str]) -> Iterator[str]:
    """Yield the most usual words of *root*."""
    first = root[0]
    rest = root[1:] if first in _MELTED and root[1] in "aeiou" else root
    nasal = (
        _MELTED.get(first)
        or {"b": "m", "f": "m", "c": "n", "d": "n", "j": "n"}.get(first)
        or ("ng" if first in "aeioughk" else "")
    )
    shapes = {
        "M": f"me{nasal}{rest}",
        "P": f"pe{nasal}{rest}",
        "D": f"di{root}",
        "B": f"ber{root}",
        "T": f"ter{root}",
        "K": f"ke{root}",
    }
    for code in codes:
        if code[0] in shapes and code[1] in "0aki":
            yield shapes[code[0]] + {"0": "", "a": "an", "k": "kan", "i": "i"}[code[1]]
        elif code in ("a0", "k0"):
            yield root + {"a0": "an", "k0": "kan"}[code]
    yield f"{root}nya"


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
