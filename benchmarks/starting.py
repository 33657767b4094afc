"""How soon the window stands with its content, and what it and the voice hold, beside a bare PySide6 window and other readers."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks import feeds
from benchmarks.filling import fill, paths_of
from benchmarks.processes import ROOT, environment, pembaca, printed
from benchmarks.screen import Start, screen
from benchmarks.table import Line, Note, Peer, median_peer, median_row, run
from pembaca.library.library import Library

_ROUNDS = 7
_PEER_ROUNDS = 3
_ARTICLES = 1000
_MOST_OF_BARE, _MOST_MIB = 1.3, 120


def lines() -> Iterator[Line]:
    """Measure."""
    yield Note("== Start of the window (to its last change) and memory (PSS, window with voice process), 1.000 articles")
    missing = [name for name in ("Xvfb",) if shutil.which(name) is None]
    if missing:
        yield Note(f"not measured: {', '.join(missing)} tidak terpasang")
        return
    with tempfile.TemporaryDirectory() as folder, screen() as lent, _sound(Path(folder)) as sound:
        if not sound:
            yield Note("pulseaudio tidak terpasang: the window says that there is no sound card")
        base = Path(folder)
        ours = pembaca(_library(base), "gui")
        bare = [sys.executable, "-m", "benchmarks.bare_window", *_texts(base)]
        started: dict[str, list[Start]] = {"ours": [], "bare": []}
        for _ in range(_ROUNDS + 1):  # the first of each is not counted: the disk is cold
            started["ours"].append(lent.watch(ours, sound))
            started["bare"].append(lent.watch(bare, {}))
        others = {name: _others(lent.watch, name) for name in ("liferea", "rssguard")}
        mine, plain = started["ours"][1:], started["bare"][1:]
        stable = [Peer("bare", median_peer("", [start.stable_ms for start in plain]).value)]
        stable += [median_peer(name, [start.stable_ms for start in found]) for name, found in others.items()]
        yield median_row("window stands", [start.stable_ms for start in mine], most=_MOST_OF_BARE, peers=stable)
        first = [median_peer("bare", [start.first_ms for start in plain])]
        first += [median_peer(name, [start.first_ms for start in found]) for name, found in others.items()]
        yield median_row("first picture", [start.first_ms for start in mine], peers=first)
        used = [median_peer("bare", [start.cpu_ms for start in plain])]
        used += [median_peer(name, [start.cpu_ms for start in found]) for name, found in others.items()]
        yield median_row("processor time of it", [start.cpu_ms for start in mine], peers=used)
        held = [median_peer("bare", [start.pss_mib for start in plain])]
        held += [median_peer(name, [start.pss_mib for start in found]) for name, found in others.items()]
        yield median_row("memory", [start.pss_mib for start in mine], "MiB", limit=_MOST_MIB, peers=held)
        yield from _imports(base)


def _library(base: Path) -> Path:
    home = base / "library"
    library = Library.open(paths_of(home))
    fill(library, 0, _ARTICLES)
    library.close()
    return home


def _texts(base: Path) -> tuple[str, str]:
    titles, text = base / "titles.txt", base / "text.txt"
    titles.write_text("\n".join(feeds.item(number).title for number in range(_ARTICLES)), encoding="utf-8")
    text.write_text("\n".join(feeds.item(_ARTICLES, feeds.PAGE_WORDS).paragraphs), encoding="utf-8")
    return str(titles), str(text)


def _others(watch: Callable[[Sequence[str], Mapping[str, str]], Start], name: str) -> list[Start]:
    if shutil.which(name) is None:
        return []
    found = []
    for _ in range(_PEER_ROUNDS + 1):
        try:
            found.append(watch([name], {"QTWEBENGINE_DISABLE_SANDBOX": "1"}))
        except RuntimeError:
            return []
    return found[1:]


@contextmanager
def _sound(base: Path) -> Iterator[Mapping[str, str]]:
    """Lend a sound card that nobody hears; none where there is no PulseAudio."""
    if shutil.which("pulseaudio") is None or shutil.which("parec") is None:
        yield {}
        return
    from tests.system.sound import Recorder

    recorder = Recorder(base)
    try:
        yield recorder.env
    finally:
        recorder.close()


def _imports(base: Path) -> Iterator[Line]:
    """How much of the start goes into loading modules; processor time, in a fresh interpreter."""
    code = "import time; start = time.process_time(); {}; print(1000 * (time.process_time() - start))"
    qt = code.format("import PySide6.QtWidgets")
    all_of_it = code.format(
        "from pembaca.qt_loading import load; load()\nimport pembaca.connections, pembaca.ui.app, pembaca.library.library"
    )

    def times(source: str) -> Sequence[float]:
        return [float(printed([sys.executable, "-c", source], environment(base))) for _ in range(_ROUNDS)]

    yield median_row("loading modules, processor time", times(all_of_it), peers=[median_peer("PySide6 alone", times(qt))])


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "src"))
    sys.exit(run(lines))
