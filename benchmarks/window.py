"""How long the window's steps take on its one thread: every call that a key or a click leads to, with its painting.

Off the screen, with the silent voice, at libraries of several sizes. The processor time of the main thread, which other
programs on the machine disturb less, and beside it the clock of the wall.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "*=false")

from PySide6.QtWidgets import QApplication
from tests.qt.stage import Stage, stage

from benchmarks.feeds import item
from benchmarks.filling import document_of, fill, paths_of
from benchmarks.table import Line, Note, Row, median_peer, median_row, run
from pembaca import i18n
from pembaca.document import Document, TextSpan
from pembaca.library.library import Library
from pembaca.model import StoredEntry, Validators
from pembaca.ui.app import make_application

_SIZES = tuple(int(size) for size in os.environ.get("PEMBACA_BENCH_SIZES", "1000,10000,100000").split(","))
_ROUNDS = 9
_LIMIT_MS = 50
_LONG = "Artikel panjang"
_FEED = "http://127.0.0.1:9/panjang.xml"


def lines() -> Iterator[Line]:
    """Measure."""
    yield Note(
        "== Steps of the window (processor time of the main thread, painting included; an article of 10.000 words is open)"
    )
    make_application()
    i18n.use("id")
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as home:
        held = 0
        for size in _SIZES:
            library = Library.open(paths_of(Path(home)))
            fill(library, held, size - held)
            if not held:
                _store_long(library)
            held = size
            library.close()
            with stage(Path(home)) as s:
                _settle()
                rows += [row for name, step in _steps(s).items() for row in _timed(s, name, size, step)]
    names = list(dict.fromkeys(row.name for row in rows))
    yield from sorted(rows, key=lambda row: names.index(row.name))


def _store_long(library: Library) -> None:
    """Store an article of some 10,000 words, as the newest of all."""
    parts = tuple(text for number in range(80) for text in item(number, 121).paragraphs)
    one = document_of(item(10_000_000))
    document = Document(_LONG, tuple(type(one.blocks[0])(text) for text in parts), _FEED, one.published)  # type: ignore[call-arg]
    library.add_feed(_FEED, "Panjang")
    entry = StoredEntry("panjang", _FEED, "panjang", document, "")
    library.apply(_FEED, (entry,), title="Panjang", validators=Validators(), fetched_at=one.published)


def _settle() -> None:
    end = time.monotonic() + 0.5
    while time.monotonic() < end:
        QApplication.processEvents()


def _prepared(s: Stage) -> None:
    """Wait until the sentences of the open article are ready: nobody opens ten articles a second."""
    end = time.monotonic() + 5
    while s.p.reader.document is not None and not s.p.reader.place[1] and time.monotonic() < end:
        QApplication.processEvents()


def _timed(s: Stage, name: str, size: int, step: Callable[[int], object]) -> Iterator[Row]:
    wall, mine = [], []
    for number in range(_ROUNDS + 1):
        start, used = time.perf_counter(), time.thread_time()
        step(number)
        QApplication.processEvents()
        wall.append(1000 * (time.perf_counter() - start))
        mine.append(1000 * (time.thread_time() - used))
        _prepared(s)
    yield median_row(name, mine[1:], size=size, limit=_LIMIT_MS, peers=[median_peer("by the clock", wall[1:])])


def _steps(s: Stage) -> dict[str, Callable[[int], object]]:
    rows = s.library.articles(limit=20)
    long = next(row.id for row in rows if row.title == _LONG)
    short = [row.id for row in rows if row.id != long]
    themes = [theme.id for theme in s.look.tokens.themes]

    def word(number: int) -> None:
        start = 40 + number * 7
        s.window.page.highlight(TextSpan(start, start + 90), TextSpan(start + 5, start + 12))

    def reopen(article: int) -> None:
        s.p.reader.close_article()
        s.p.reader.open(article)

    return {
        "open an article of 350 words": lambda n: reopen(short[n % len(short)]),
        "open an article of 10.000 words": lambda n: reopen(long),
        "light the next word": word,
        "next size (zoom)": lambda n: s.p.appearance.change_size(1 if n % 2 else -1),
        "other colours": lambda n: s.p.appearance.choose_theme(themes[n % len(themes)]),
        "read the list again": lambda n: s.p.articles.reload(),
        "search": lambda n: s.p.articles.search("layanan" if n % 2 else "warga"),
        "panel Tampilan": lambda n: s.p.window.open_panel("appearance") if n % 2 else s.window.close_panel(),
        "resize": lambda n: s.window.resize(1440 - 40 * (n % 2), 900),
    }


if __name__ == "__main__":
    sys.exit(run(lines))
