"""Words said right, ours beside espeak-ng by letters; their marks in rendered articles; the cost (docs/pronunciation.md)."""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from benchmarks.articles import entry
from benchmarks.lexical import Word, frequencies, heard, left_out, of_lexicon, sounds, strange_names, tenth
from benchmarks.processes import ROOT
from benchmarks.table import Line, Note, Peer, Row, run
from pembaca.services.voicing import segments_of
from pembaca.speech.pronounce import homographs
from pembaca.speech.pronounce.affixes import with_known_root
from pembaca.speech.pronounce.lexicon import names, words
from pembaca.speech.script import prepare
from pembaca.voice.engines.espeak import EspeakEngine
from pembaca.voice.engines.espeak_text import to_send
from pembaca.voice.protocol import Rendered, Segment, SpokenWord

ARTICLES: Final = int(os.environ.get("PEMBACA_BENCH_ARTICLES", "200"))
_TENTHS: Final = 3  # of ten, each held out in its turn
_LOAN: Final = re.compile(
    r"(?:isme|ensi?|isasi|tas|ti[fk]|logi|grafi|al|men|or|er|ur|us|um|asi|si|is|ik|in|on)$|^(?:tele|eko|elektro|meta|neo)"
)
_PEER: Final = "espeak-ng raw"
_LOADED: Final = """
import time
from pembaca.speech.pronounce import pronouncer, model
from pathlib import Path
def pages(): return int(Path("/proc/self/statm").read_text().split()[1])
before, start = pages(), time.perf_counter()
pronouncer.pronounce(["Menteri", "dengan", "seri", "Verstappen"])
model.weights()
print(1000 * (time.perf_counter() - start), (pages() - before) * 4 / 1024)
"""


def lines() -> Iterator[Line]:
    """Measure."""
    yield from _held_out()
    yield from _running()
    yield from _marks()
    yield from _cost()


def _held_out() -> Iterator[Line]:
    yield Note("== Wrong of 100 words that are taken out of the lexicon with their whole families: rules and model alone")
    found = [word for number in range(_TENTHS) for word in tenth(number)]
    doubtful = [word for word in found if "e" in word.spelling]
    yield _wrong("held-out words", found, limit=6)
    yield _wrong("… with an e", doubtful)
    yield _wrong("… and a loan-word ending", [word for word in doubtful if _LOAN.search(word.spelling)])
    yield _wrong("… and none", [word for word in doubtful if not _LOAN.search(word.spelling)])


def _running() -> Iterator[Line]:
    yield Note("== Wrong of 100 running words, by frequency (wordfreq)")
    known = [of_lexicon(*pair) for pair in frequencies() if pair[0] in words()]
    doubtful = [word for word in known if "e" in word.spelling]
    yield (listed := _wrong("words of the lexicon", known))
    yield _wrong("… with an e", doubtful)
    yield (
        made := _wrong("… left out by themselves: affixes alone", [one for word in doubtful if (one := left_out(word.spelling))])
    )
    yield (guessed := _wrong("names of our table, held out and guessed", list(strange_names())))
    share = _shares()
    for name, holds in _KINDS.items():
        yield Note(f"{100 * share[name]:5.2f} % {holds}")
    rates = {"lexicon": listed, "affixes": made, "guess": guessed}
    yield Row("all running words, at these rates", sum(share[kind] * row.ours for kind, row in rates.items()), "%", limit=0.5)


_KINDS: Final = {
    "lexicon": "of running words are in the lexicon",
    "no e": "are not, and have no e",
    "names": "are names of our table",
    "homograph": "are said in two ways, by the words around",
    "affixes": "are made of known ones",
    "guess": "are guessed from their letters (most of them English)",
}


def _shares() -> dict[str, float]:
    total = sum(weight for _, weight in frequencies())
    found = dict.fromkeys(_KINDS, 0.0)
    for spelling, weight in frequencies():
        found[_kind(spelling)] += weight / total
    return found


def _kind(word: str) -> str:
    if word in words():
        return "lexicon"
    if "e" not in word:
        return "no e"
    if word in names():
        return "names"
    if homographs.usual(word):
        return "homograph"
    return "affixes" if with_known_root(word, words().get) else "guess"


def _wrong(name: str, found: list[Word], limit: float | None = None) -> Row:
    total = sum(word.weight for word in found)
    ours = sum(word.weight for word in found if sounds(word.ours) != sounds(word.right))
    raw = sum(word.weight for word in found if heard(word.spelling) != sounds(word.right))
    return Row(name, 100 * ours / total, "%", len(found), limit, peers=(Peer(_PEER, 100 * raw / total),))


def _marks() -> Iterator[Line]:
    yield Note(f"== Marks of {ARTICLES} generated articles: words sent as phonemes beside the same words sent as letters")
    engine = EspeakEngine()
    count = said = events = wrong = 0
    furthest = 0.0
    for number in range(ARTICLES):
        for utterance in prepare(entry(number).document).utterances:
            segments = segments_of(utterance)
            rendered = engine.render(segments, "", 200)
            count, said = count + len(utterance.words), said + _said(engine, segments[0])
            wrong += not _ascends(rendered, len(utterance.words))
            if len(segments) == 1:
                told = _told(engine, segments[0])
                furthest = max(furthest, _distance(rendered.word_ms, told))
                letters = tuple(_lettered(segments))
                engine.render(letters, "", 200)
                events += len(told) != len(_told(engine, letters[0]))
    yield Row("words", count, "")
    yield Row("… sent as phonemes", said, "")
    yield Row("sentences whose marks do not ascend to the end", wrong, "", limit=0)
    yield Row("sentences with more or fewer words told", events, "", limit=0)
    yield Row("a mark beside espeak-ng's own position", furthest, limit=50)


def _said(engine: EspeakEngine, segment: Segment) -> int:
    """Return how many words of the segment are sent as phonemes."""
    sent = to_send(segment, engine.spelled)
    return sum(sent.text.startswith("[[", start) for start, _ in sent.words)


def _told(engine: EspeakEngine, segment: Segment) -> list[float]:
    """Return the times that espeak-ng told for the segment just rendered; what it adds past the last word is none."""
    sent = to_send(segment, engine.spelled)
    return [ms for place, ms in engine.marks if place < sent.words[-1][1]]


def _ascends(rendered: Rendered, count: int) -> bool:
    times = rendered.word_ms
    return len(times) == count and all(a < b for a, b in pairwise(times)) and times[-1] < rendered.duration_ms


def _distance(marks: Iterable[float], told: list[float]) -> float:
    """Return how far the marks lie from what was told, silence at the beginning left out; infinite if they do not pair off."""
    times = list(marks)
    if len(times) != len(told):
        return float("inf")
    return max(abs((mark - times[0]) - (ms - told[0])) for mark, ms in zip(times, told, strict=True))


def _lettered(segments: Iterable[Segment]) -> Iterator[Segment]:
    for segment in segments:
        yield Segment(segment.text, segment.language, tuple(SpokenWord(word.start, word.end) for word in segment.words))


def _cost() -> Iterator[Line]:
    yield Note("== What it costs (speech text: processor time, every article with words of its own)")
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = [subprocess.run([sys.executable, "-c", _LOADED], env=env, capture_output=True, check=True) for _ in range(7)]
    figures = [[float(figure) for figure in one.stdout.split()] for one in done]
    yield Row("tables loaded", statistics.median(ms for ms, _ in figures), limit=30, worst=max(ms for ms, _ in figures))
    yield Row("memory of them", statistics.median(mb for _, mb in figures), "MB", limit=15)
    for size in (2_500, 10_000, 40_000):
        document = entry(7, size).document
        start = time.process_time()
        script = prepare(document)
        cut = time.process_time()
        for utterance in script.utterances:
            segments_of(utterance)
        end = time.process_time()
        yield Row("speech text", 1000 * (end - start), size=size, limit=150 if size == 10_000 else None)
        yield Row("… of it the pronunciation", 1000 * (end - cut), size=size)


if __name__ == "__main__":
    sys.exit(run(lines))
