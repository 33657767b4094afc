"""Finding the article of a page, ours beside trafilatura alone: processor time a page, and whether every paragraph is found."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator

from benchmarks.feeds import PAGE_WORDS, item, page
from benchmarks.table import Line, Note, Peer, Row, run

_PAGES, _ROUNDS = 40, 5


def lines() -> Iterator[Line]:
    """Measure."""
    yield Note("== Finding the article in a page of 350 words between menus (processor time a page)")
    import trafilatura

    from pembaca.content.article import from_page

    pages = [page(number) for number in range(_PAGES)]

    def ours(number: int) -> str:
        return from_page(pages[number], f"http://127.0.0.1/b/{number}", "text/html; charset=utf-8").text

    def theirs(number: int) -> str:
        return trafilatura.extract(pages[number].decode(), favor_precision=True, include_comments=False, deduplicate=False) or ""

    mine, alone = [], []
    for _ in range(_ROUNDS + 1):  # in turn; the first of each loads and warms
        mine.append(_a_page(ours))
        alone.append(_a_page(theirs))
    yield Row(
        "one page", statistics.median(mine[1:]), worst=max(mine), peers=(Peer("trafilatura", statistics.median(alone[1:])),)
    )
    yield Row("paragraphs missed", _missed(ours), "%", limit=0, peers=(Peer("trafilatura", _missed(theirs) or None, "0"),))


def _a_page(extract: Callable[[int], str]) -> float:
    start = time.process_time()
    for number in range(_PAGES):
        extract(number)
    return 1000 * (time.process_time() - start) / _PAGES


def _missed(extract: Callable[[int], str]) -> float:
    wanted = [(number, text) for number in range(_PAGES) for text in item(number, PAGE_WORDS).paragraphs]
    texts = [" ".join(extract(number).split()) for number in range(_PAGES)]
    return 100 * sum(text not in texts[number] for number, text in wanted) / len(wanted)


if __name__ == "__main__":
    sys.exit(run(lines))
