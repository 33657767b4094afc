"""Make the pronunciation data from packages of PyPI. Needs the network only for ``pip download``.

pip download --no-deps g2p-id-py==0.4.2 wordfreq==3.1.1
PYTHONPATH=src python packaging/pronunciation.py lexicon g2p_id_py-0.4.2-py3-none-any.whl     resources/speech/lexicon.txt
PYTHONPATH=src python packaging/pronunciation.py train                                        resources/speech/e_weights.txt
PYTHONPATH=src python packaging/pronunciation.py frequencies wordfreq-3.1.1-py3-none-any.whl  benchmarks/frequencies.txt

Each writes the file named at its end; ``train`` learns from the lexicon and names.txt as they are.
"""

from __future__ import annotations

import gzip
import random
import sys
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from pembaca.resources import resource
from pembaca.speech.pronounce.lexicon import names, words
from pembaca.speech.pronounce.model import BIAS, traits

ROOT = Path(__file__).resolve().parent.parent
SPEECH = ROOT / "resources" / "speech"
LEXICON = "g2p_id/resources/lexicon_id.tsv"
HEADER = "# Words, é marks a full e; from g2p-id-py 0.4.2 (Apache-2.0, see resources/LICENSES), put right by respoken.txt"
FREQUENCIES = "wordfreq/data/small_id.msgpack.gz"
FREQUENCIES_HEADER = (
    "# How often a word stands in Indonesian text: word, and hundredths of a bel below every word of it.\n"
    "# The 10,000 most frequent of small letters from wordfreq 3.1.1 by Robyn Speer, CC BY-SA 4.0\n"
    "# (https://creativecommons.org/licenses/by-sa/4.0/), shortened, under the same licence."
)
MOST_FREQUENT = 10_000
VOWELS = frozenset("aiueoə")
COST = 0.02  # of an error, beside the size of the weights: found by trying on held-out words
ROUNDS = 30
ENOUGH = 0.02  # of COST: when no sample moves by more, the weights stand
RARE = 2  # traits seen less often say nothing
SMALL = 30  # thousandths: weights under it are left out; held-out words are guessed no worse


def main() -> int:
    """Do what the first argument says."""
    match sys.argv[1:]:
        case ["lexicon", wheel]:
            write_lexicon(Path(wheel))
        case ["train"]:
            write_weights()
        case ["frequencies", wheel]:
            write_frequencies(Path(wheel))
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


def write_lexicon(wheel: Path) -> None:
    """Write ``lexicon.txt``: what the wheel knows, with our corrections in its place."""
    with zipfile.ZipFile(wheel) as archive:
        lines = archive.read(LEXICON).decode("utf-8").splitlines()
    found = {}
    for line in lines:
        word, phonemes = line.split("\t")
        if len(word) > 1 and word.isascii() and word.isalpha():
            marked = mark(word.lower(), phonemes.split())
            if marked:
                found[word.lower()] = marked
    for marked in own("respoken"):
        found[marked.replace("é", "e").replace("|", "")] = marked
    (SPEECH / "lexicon.txt").write_text("\n".join([HEADER, *(found[word] for word in sorted(found))]) + "\n", encoding="utf-8")
    print(f"{len(found)} words")


def own(name: str) -> list[str]:
    """Return the words of a table of ours."""
    return resource(f"speech/{name}.txt").read_text(encoding="utf-8").split("\n", 1)[1].split()


def mark(word: str, phonemes: list[str]) -> str | None:
    """Return the word with é where its phonemes have /e/; None if vowels and letters do not pair off (short forms)."""
    sounds = [sound for sound in phonemes if sound in VOWELS]
    letters = [place for place, letter in enumerate(word) if letter in "aiueo"]
    if len(sounds) != len(letters):
        return None
    marked = list(word)
    for place, sound in zip(letters, sounds, strict=True):
        if word[place] == "e" and sound == "e":
            marked[place] = "é"
        elif sound != (word[place] if word[place] != "e" else "ə"):
            return None
    return "".join(marked)


def write_weights() -> None:
    """Write ``e_weights.txt``."""
    weights = train(examples())
    lines = [f"{trait} {weight}" for trait, weight in sorted(weights.items())]
    (SPEECH / "e_weights.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(weights)} weights")


def examples() -> list[str]:
    """Return the marked words to learn from: the lexicon, and the names that are said as they are spelled."""
    said = [marked for name, marked in names().items() if name not in words() and name == marked.replace("é", "e")]
    return [marked.replace("|", "") for marked in (*words().values(), *said)]


def train(marked_words: Iterable[str]) -> dict[str, int]:
    """Find the weights, in thousandths, that tell é from e in *marked_words*.

    A linear support vector machine with squared loss, by dual coordinate descent (Hsieh and others, ICML 2008).
    """
    samples = [sample for marked in marked_words for sample in places(marked)]
    count = Counter(trait for found, _ in samples for trait in found)
    numbers = {trait: number for number, trait in enumerate(sorted(trait for trait in count if count[trait] >= RARE), start=1)}
    rows = [[0, *sorted(numbers[trait] for trait in found if trait in numbers)] for found, _ in samples]
    weights = descend(rows, [1.0 if is_full else -1.0 for _, is_full in samples], len(numbers) + 1)
    named = {trait: round(1000 * weights[number]) for trait, number in {BIAS: 0, **numbers}.items()}
    return {trait: weight for trait, weight in named.items() if abs(weight) >= SMALL}


def places(marked: str) -> Iterator[tuple[frozenset[str], bool]]:
    """Yield the traits of each e of a marked word, from the last to the first, and whether it is /e/."""
    word, after = marked.replace("é", "e"), "-"
    for place in reversed(range(len(word))):
        if word[place] == "e":
            yield traits(word, place, after), marked[place] == "é"
            after = "1" if marked[place] == "é" else "0"


def descend(rows: list[list[int]], sides: list[float], size: int) -> list[float]:
    """Return *size* weights that put the *rows* (of trait numbers) on their *sides* (1 or -1)."""
    weights, pulls, slack = [0.0] * size, [0.0] * len(rows), 0.5 / COST
    order = list(range(len(rows)))
    chance = random.Random(1)
    for _ in range(ROUNDS):
        chance.shuffle(order)
        largest = 0.0
        for place in order:
            row, old = rows[place], pulls[place]
            slope = sides[place] * sum([weights[number] for number in row]) - 1 + slack * old
            pulls[place] = max(0.0, old - slope / (len(row) + slack))
            step = (pulls[place] - old) * sides[place]
            for number in row if step else ():
                weights[number] += step
            largest = max(largest, abs(step))
        if largest < ENOUGH * COST:
            break
    return weights


def write_frequencies(wheel: Path) -> None:
    """Write ``frequencies.txt`` for the benchmark."""
    with zipfile.ZipFile(wheel) as archive:
        packed = gzip.decompress(archive.read(FREQUENCIES))
    _remark, *bins = msgspec.msgpack.decode(packed)
    pairs = [(word, place) for place, found in enumerate(bins) for word in found if word.isascii() and word.isalpha()]
    lines = [f"{word} {place}" for word, place in pairs[:MOST_FREQUENT]]
    (ROOT / "benchmarks" / "frequencies.txt").write_text("\n".join([FREQUENCIES_HEADER, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
