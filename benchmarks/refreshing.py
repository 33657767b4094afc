"""Refreshing a feed of new items, and one in which nothing is new, beside newsboat and the package reader."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks import peers as others
from benchmarks.peers import Ours, Peer
from benchmarks.processes import environment, peak_mib, pembaca, printed
from benchmarks.serving import Site, serving
from benchmarks.table import Line, Note, median_peer, median_row, run

_SIZES = {10: 5, 100: 5, 1000: 5, 10_000: 3}  # items: rounds
_PAGES = {10: 3, 100: 3, 1000: 1}  # a page takes ours a hundred times an item
_HUGE, _HUGE_MIB = 50_000, 250
_MOST_OF_READER, _UNCHANGED_MS = 0.5, 30


def lines() -> Iterator[Line]:
    """Measure."""
    with tempfile.TemporaryDirectory() as folder, serving() as site:
        base = Path(folder)
        found = others.found(base)
        yield from _full(site, base, found)
        yield from _huge(site, base)
        yield from _with_pages(site, base)


def _full(site: Site, base: Path, found: Mapping[str, Peer | None]) -> Iterator[Line]:
    yield Note("== Refresh of a feed whose items carry their text (no page is fetched); whole commands, from start to end")
    inside: list[Line] = []
    unchanged: list[Line] = []
    for size, rounds in _SIZES.items():
        address = site.address(f"/full/{size}")
        new = _rounds(base, size, address, found, rounds)
        yield median_row(
            "refresh of new items", new["ours"], size=size, most=_MOST_OF_READER,
            peers=[median_peer(name, new[name]) for name in found],
        )  # fmt: skip
        unchanged.append(_unchanged(base, size, address, found, rounds))
        inside += _inside(base, size, address, found["reader"])
        for store in base.glob("store-*"):
            shutil.rmtree(store)
    yield from sorted(unchanged, key=lambda line: getattr(line, "size", 0))
    yield Note("== The same inside a program that is running")
    yield from sorted(inside, key=lambda line: (getattr(line, "name", ""), getattr(line, "size", 0)))


def _rounds(base: Path, size: int, address: str, found: Mapping[str, Peer | None], rounds: int) -> dict[str, list[float]]:
    """Refresh empty stores, one program after the other in every round."""
    times: dict[str, list[float]] = {name: [] for name in ("ours", *found)}
    for number in range(rounds):
        for name, peer in (("ours", Ours()), *found.items()):
            if peer is None:
                continue
            store = base / f"store-{name}-{number}"
            store.mkdir()
            times[name].append(peer.refresh_ms(store, address))
            if number == 0 and peer.count(store, address) != size:
                raise RuntimeError(f"{name} holds {peer.count(store, address)} of {size} items")
    return times


def _unchanged(base: Path, size: int, address: str, found: Mapping[str, Peer | None], rounds: int) -> Line:
    """Refresh the stores once more: the server answers 304."""
    times: dict[str, list[float]] = {name: [] for name in ("ours", *found)}
    for number in range(rounds if size < 10_000 else 1):  # newsboat looks at all it holds, a long time
        for name, peer in (("ours", Ours()), *found.items()):
            if peer is not None:
                times[name].append(peer.refresh_ms(base / f"store-{name}-{number}", address))
    return median_row(
        "refresh with nothing new", times["ours"], size=size, peers=[median_peer(name, times[name]) for name in found]
    )


def _inside(base: Path, size: int, address: str, reader: Peer | None) -> Iterator[Line]:
    mine, theirs = [], []
    for number in range(3 if size < 10_000 else 1):
        store = base / f"store-inside-{number}"
        store.mkdir()
        mine.append(Ours().inside_ms(store, address) or 0.0)
        if reader is not None:
            theirs.append(reader.inside_ms(store, address) or 0.0)
    yield median_row("new items, inside", mine, size=size, most=_MOST_OF_READER, peers=[median_peer("reader", theirs)])
    store = base / "store-inside-0"
    again = printed([sys.executable, "-m", "benchmarks.inside", str(store / "data"), address, "9"], environment(store))
    same = [reader.inside_ms(store, address) or 0.0 for _ in range(3)] if reader is not None else []
    yield median_row("nothing new, inside", [float(again)], size=size, limit=_UNCHANGED_MS, peers=[median_peer("reader", same)])


def _huge(site: Site, base: Path) -> Iterator[Line]:
    address = site.address(f"/short/{_HUGE}")
    store = base / "store-huge"
    store.mkdir()
    held = peak_mib(pembaca(store / "data", "refresh", "--add", address), environment(store))
    yield median_row("peak memory of a huge feed", [held], "MiB", size=_HUGE, limit=_HUGE_MIB)
    shutil.rmtree(store)


def _with_pages(site: Site, base: Path) -> Iterator[Line]:
    yield Note("== Refresh of a feed of introductions: every page is fetched and its article found (the peers fetch no pages)")
    for size, rounds in _PAGES.items():
        address = site.address(f"/intro/{size}")
        site.warm_pages(size)
        new, again = [], []
        for number in range(rounds):
            store = base / f"store-pages-{size}-{number}"
            store.mkdir()
            new.append(Ours().refresh_ms(store, address))
            again.append(Ours().refresh_ms(store, address))
        yield median_row("refresh with pages", new, size=size)
        yield median_row("one page of it", [taken / size for taken in new], size=size)
        yield median_row("nothing new, with pages", again, size=size)


if __name__ == "__main__":
    sys.exit(run(lines))
