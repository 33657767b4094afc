"""From an article to the words to say: processor time of the whole of it, and of the first sentence, for many lengths.

Every fourth sentence has what ministries print: sums, dates, laws, short forms, English. ``--cold`` is the child that reads
the tables for the first time and prints its two figures.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from benchmarks.feeds import item
from benchmarks.processes import ROOT, printed
from benchmarks.table import Line, Note, median_row, run
from pembaca.document import Document, Paragraph
from pembaca.speech.script import prepare, utterances

SIZES: Final = (10, 100, 1000, 10_000)
_PRINTED: Final = (
    "Anggaran Rp609,7 T disetujui pada 23/11/2020 pukul 12.30 WIB.",
    "Hal itu diatur dalam Pasal 5 ayat (1) huruf a UU No. 1/2023 jo. PP No. 94 Tahun 2021.",
    "Dr. Ir. H. Ahmad Fauzi, S.H., M.H. hadir di Jl. Gatot Subroto No. 31, Kec. Setiabudi, Jakarta Selatan.",
    "“Kita menghadapi triple disruption,” ujar Kepala BKN, “dan work from home bukan final policy.”",
    "Inflasi tercatat 3,05 persen, sedangkan APBN 2024 naik 15,5% dari Rp1.500.000.000,00 menjadi US$ 1.2 juta.",
    "Hubungi 021-5253004 atau rohumas@kemenkumham.go.id s.d. 31 Desember 2024.",
)
_WHOLE_MS, _FIRST_MS, _TABLES_MS = 150.0, 5.0, 10.0
_ROUNDS, _CHILDREN = 9, 7


def article(words: int) -> Document:
    """Return an article of about *words* words; the same at every run."""
    chance = random.Random(words)
    paragraphs: list[Paragraph] = []
    count = 0
    while count < words:
        sentences = item(len(paragraphs), 40).paragraphs[0].split(". ")
        sentences[3:3] = [chance.choice(_PRINTED).rstrip(".")]
        text = " ".join((". ".join(sentences)).split()[: words - count])
        paragraphs.append(Paragraph(text))
        count += len(text.split())
    return Document("Menteri Membuka Rapat Kerja Nasional", tuple(paragraphs))


def lines() -> Iterator[Line]:
    """Measure."""
    yield Note("== Speech text: sentences, languages and words to say (processor time; size: words of the article)")
    for size in SIZES:
        document = article(size)
        prepare(document)
        values = [_timed(partial(prepare, document)) for _ in range(_ROUNDS)]
        yield median_row("the whole article", values, size=size, limit=_WHOLE_MS)
    for size in SIZES:
        document = article(size)
        values = [_timed(partial(_first, document)) for _ in range(_ROUNDS)]
        yield median_row("until the first sentence is there", values, size=size, limit=_FIRST_MS)
    command = [sys.executable, "-m", "benchmarks.speech", "--cold"]
    children = [printed(command, {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "PATH": ""}).split() for _ in range(_CHILDREN)]
    yield median_row("the first time: tables of English words", [float(values[0]) for values in children], limit=_TABLES_MS)
    yield median_row("the first time: the whole first sentence", [float(values[1]) for values in children])


def _cold() -> None:
    from pembaca.speech.language import spans

    document = article(10)
    english = _timed(lambda: spans("Rapat membahas rencana kerja."))
    print(english, english + _timed(lambda: next(utterances(document))))


def _first(document: Document) -> object:
    return next(utterances(document))


def _timed(step: Callable[[], object]) -> float:
    start = time.process_time()
    step()
    return 1000 * (time.process_time() - start)


if __name__ == "__main__":
    if "--cold" in sys.argv[1:]:
        _cold()
    else:
        sys.exit(run(lines))
