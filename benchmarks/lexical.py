"""Words with the way they should be said and are said: held out of the lexicon, and of running text. Measures nothing."""

from __future__ import annotations

import importlib.util
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

from benchmarks.processes import ROOT
from pembaca.speech.pronounce import model
from pembaca.speech.pronounce.affixes import with_known_root
from pembaca.speech.pronounce.lexicon import names, words
from pembaca.speech.pronounce.pronouncer import marked
from pembaca.speech.pronounce.sounds import phonemes
from pembaca.voice.engines.espeak import EspeakEngine
from pembaca.voice.protocol import Segment, SpokenWord

_RHYTHM: Final = str.maketrans("", "", "',_|- \n")


class Word(NamedTuple):
    """A word, how it should be and how it is said (marked), and how much it counts."""

    spelling: str
    right: str
    ours: str
    weight: float = 1.0


def tenth(number: int) -> Iterator[Word]:
    out = {word for family in families()[number::10] for word in family}
    rest = {word: said for word, said in words().items() if word not in out}
    weights = _trainer().train(said.replace("|", "") for said in rest.values())
    for word in sorted(out):
        yield Word(word, words()[word], with_known_root(word, rest.get) or model.mark(word, weights))


def strange_names() -> Iterator[Word]:
    """Yield the names of our table as the letters tell, each fifth held out while the weights are learnt from the others."""
    said = [pair for pair in names().items() if "e" in pair[0] and pair[0] == pair[1].replace("é", "e")]
    listed = sorted(pair for pair in said if pair[0] not in words())
    Random(7).shuffle(listed)
    for fifth in range(5):
        others = [right for place, (_, right) in enumerate(listed) if place % 5 != fifth]
        weights = _trainer().train([right.replace("|", "") for right in words().values()] + others)
        for name, right in listed[fifth::5]:
            yield Word(name, right, model.mark(name, weights, model.NAME))


def of_lexicon(spelling: str, weight: float) -> Word:
    """Return a word of the lexicon; where its root tells that two of its vowels stay two, that is right."""
    ours, listed = marked(spelling), words()[spelling]
    return Word(spelling, ours if ours.replace("|", "") == listed.replace("|", "") else listed, ours, weight)


def left_out(spelling: str) -> Word | None:
    """Return a word as its affixes tell when it is taken out of the lexicon by itself; None where they tell nothing."""
    said = with_known_root(spelling, lambda word: None if word == spelling else words().get(word))
    return None if said is None else Word(spelling, words()[spelling].replace("|", ""), said.replace("|", ""))


def frequencies() -> list[tuple[str, float]]:
    """Return words and their shares of running text, the most frequent first."""
    text = (Path(__file__).parent / "frequencies.txt").read_text(encoding="utf-8")
    pairs = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return [(word, 10 ** (-int(place) / 100)) for word, place in pairs if len(word) > 1]


@cache
def families() -> tuple[tuple[str, ...], ...]:
    """Return the words of the lexicon, each with all that its affixes lead to."""
    parents: dict[str, str] = {}

    def oldest(word: str) -> str:
        while word in parents:
            word = parents[word]
        return word

    for word in words():
        root = _root(word)
        if root is not None and oldest(root) != oldest(word):
            parents[oldest(word)] = oldest(root)
    found = defaultdict(list)
    for word in words():
        found[oldest(word)].append(word)
    ordered = [tuple(found[name]) for name in sorted(found)]
    Random(7).shuffle(ordered)
    return tuple(ordered)


def _root(word: str) -> str | None:
    last: list[str] = []

    def known(root: str) -> str | None:
        said = None if root == word else words().get(root)
        if said is not None:
            last.append(root)
        return said

    with_known_root(word, known)
    return last[-1] if last else None


@cache
def _trainer() -> Any:
    spec = importlib.util.spec_from_file_location("pronunciation_tool", ROOT / "packaging" / "pronunciation.py")
    assert spec is not None and spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


def sounds(marked_word: str) -> str:
    """Return the sounds of a marked word, without rhythm and the colours of e."""
    return _bare(phonemes(marked_word) or "")


def heard(word: str) -> str:
    """Return the sounds that espeak-ng makes of the letters of a word."""
    return _bare(_spelled()(word))


def _bare(mnemonics: str) -> str:
    return mnemonics.translate(_RHYTHM).replace("R2", "R").replace("E2", "E").replace("e", "E").replace("?", "k")


@cache
def _spelled() -> Callable[[str], str]:
    engine = EspeakEngine()
    engine.render((Segment("satu", "id", (SpokenWord(0, 4),)),), "", 200)
    return engine.spelled
