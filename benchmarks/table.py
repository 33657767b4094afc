"""The one table: what was measured, ours, how it grows, its limit, and the peers beside it. Prints; measures nothing."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

NOT_INSTALLED = "tidak terpasang"


class Peer(msgspec.Struct, frozen=True):
    """What a peer needed for the same; None where it is not installed or cannot do it (``why``)."""

    name: str
    value: float | None
    why: str = NOT_INSTALLED


class Row(msgspec.Struct, frozen=True):
    """One figure, a median in *unit*.

    Args:
        size: the amount it was measured at; rows of one name grow from size to size. 0 = of no amount.
        limit: what *ours* may be at most.
        most: what *ours* may be at most, as a multiple of the first peer.
        worst: the largest single value.
    """

    name: str
    ours: float
    unit: str = "ms"
    size: int = 0
    limit: float | None = None
    most: float | None = None
    worst: float | None = None
    peers: tuple[Peer, ...] = ()

    def allowed(self) -> float | None:
        """Return the lowest of what it may be."""
        first = self.peers[0].value if self.peers else None
        limits = [self.limit, self.most * first if self.most is not None and first is not None else None]
        return min((limit for limit in limits if limit is not None), default=None)

    def is_over(self) -> bool:
        """Whether it is more than it may be."""
        allowed = self.allowed()
        return allowed is not None and self.ours > allowed


class Note(msgspec.Struct, frozen=True, tag=True):
    """Words in place of a figure: a heading, or why something was not measured."""

    text: str


Line = Row | Note


def median_row(
    name: str,
    values: Sequence[float],
    unit: str = "ms",
    *,
    size: int = 0,
    limit: float | None = None,
    most: float | None = None,
    peers: Iterable[Peer] = (),
) -> Row:
    """Return the row of the median of *values*, with the worst beside it."""
    worst = max(values) if len(values) > 1 else None
    return Row(name, statistics.median(values), unit, size, limit, most, worst, tuple(peers))


def median_peer(name: str, values: Sequence[float], why: str = NOT_INSTALLED) -> Peer:
    """Return a peer's median; of no values: why there are none."""
    return Peer(name, statistics.median(values) if values else None, why)


class _Wire(msgspec.Struct):
    row: Row | None = None
    note: str = ""


def to_line(line: Line) -> bytes:
    """Write a line of the table as JSON, for the process that prints it."""
    return msgspec.json.encode(_Wire(row=line) if isinstance(line, Row) else _Wire(note=line.text)) + b"\n"


def from_line(line: bytes) -> Line:
    """Read what ``to_line`` wrote."""
    wire = msgspec.json.decode(line, type=_Wire)
    return wire.row if wire.row is not None else Note(wire.note)


class Table:
    """Prints lines as they come, and remembers what was over its limit."""

    def __init__(self) -> None:
        self.over: list[str] = []
        self._last: Row | None = None
        print(
            f"{'':44} {'size':>8} {'ours':>10} {'worst':>9} {'growth':>7} {'limit':>9}      "
            "beside it, and ours as a multiple of it"
        )

    def add(self, line: Line) -> None:
        """Print one line."""
        if isinstance(line, Note):
            print(f"\n{line.text}" if line.text.startswith("==") else f"    {line.text}", flush=True)
            return
        allowed, last = line.allowed(), self._last
        growth = (
            f"×{line.ours / last.ours:.2f}" if last is not None and last.name == line.name and last.ours and line.size else ""
        )
        verdict = "" if allowed is None else "OVER" if line.is_over() else "ok"
        print(
            f"{line.name:44} {_amount(line.size):>8} {_figure(line.ours, line.unit):>10} "
            f"{_figure(line.worst):>9} {growth:>7} {_figure(allowed):>9} {verdict:4} {_beside(line)}".rstrip(),
            flush=True,
        )
        self._last = line
        if line.is_over():
            self.over.append(f"{line.name} {_amount(line.size)}".strip())


def run(lines: Callable[[], Iterator[Line]]) -> int:
    """Be the program of one part: print its lines as a table, or as JSON for the whole table with ``--lines``."""
    if "--lines" in sys.argv[1:]:
        for line in lines():
            sys.stdout.buffer.write(to_line(line))
            sys.stdout.buffer.flush()
        return 0
    table = Table()
    for line in lines():
        table.add(line)
    return 0


def _amount(size: int) -> str:
    return f"{size:,}".replace(",", ".") if size else ""


def _figure(value: float | None, unit: str = "") -> str:
    if value is None:
        return ""
    digits = 0 if abs(value) >= 1000 else 1 if abs(value) >= 10 else 2
    return f"{value:.{digits}f} {unit}".rstrip()


def _beside(row: Row) -> str:
    return " · ".join(
        f"{peer.name} {_figure(peer.value)} ({row.ours / peer.value:.2f}×)" if peer.value else f"{peer.name}: {peer.why}"
        for peer in row.peers
    )
