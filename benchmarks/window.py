"""How long the window's steps take on its one thread: every call that a key or a click leads to, with its painting.

Prints medians and worst cases in ms beside the limit of 50 ms (aim 16). Off screen, with the silent voice.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from tests.qt.stage import Stage, document, stage

from pembaca import i18n
from pembaca.document import TextSpan
from pembaca.ui.app import make_application

_ROUNDS = 9
_LIMIT_MS = 50
_SENTENCE = "Menteri membuka layanan baru bagi warga yang tidak dapat melihat agar mereka mengurus suratnya sendiri. "


def _timed(step: Callable[[int], object]) -> list[float]:
    times = []
    for number in range(_ROUNDS):
        start = time.perf_counter()
        step(number)
        QApplication.processEvents()
        times.append((time.perf_counter() - start) * 1000)
    return times


def _steps(s: Stage) -> dict[str, Callable[[int], object]]:
    rows = s.library.articles(limit=20)
    long = next(row.id for row in rows if row.title == "Artikel panjang")
    short = [row.id for row in rows if row.id != long]
    themes = [theme.id for theme in s.look.tokens.themes]

    def word(number: int) -> None:
        start = 40 + number * 7
        s.window.page.highlight(TextSpan(start, start + 90), TextSpan(start + 5, start + 12))

    def reopen(article: int) -> None:
        s.p.reader.close_article()
        s.p.reader.open(article)

    return {
        "open an article of 400 words": lambda n: reopen(short[n % len(short)]),
        "open an article of 10,000 words": lambda n: reopen(long),
        "light the next word in it": word,
        "next size in it": lambda n: s.p.appearance.change_size(1 if n % 2 else -1),
        "other colours": lambda n: s.p.appearance.choose_theme(themes[n % len(themes)]),
        "read the list again": lambda n: s.p.articles.reload(),
        "search": lambda n: s.p.articles.search("layanan" if n % 2 else "warga"),
        "open the panel Tampilan": lambda n: s.p.window.open_panel("appearance") if n % 2 else s.window.close_panel(),
        "resize": lambda n: s.window.resize(1440 - 40 * (n % 2), 900),
    }


def main() -> int:
    """Measure and print."""
    make_application()
    i18n.use("id")
    news = tuple(document(f"Kabar nomor {n}", *([_SENTENCE * 5] * 5)) for n in range(1000))
    long = document("Artikel panjang", *([_SENTENCE * 15] * 45))
    with tempfile.TemporaryDirectory() as home, stage(Path(home), (long, *news)) as s:
        print(f"{'step':36} {'median ms':>10} {'worst ms':>10}   limit {_LIMIT_MS}")
        for name, step in _steps(s).items():
            times = _timed(step)
            print(f"{name:36} {statistics.median(times):10.1f} {max(times):10.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
