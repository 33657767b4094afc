"""Make the tables of English words that stand in Indonesian text: ``english_alone`` and ``english_within`` in resources/speech.

Frequencies of both languages decide (wordfreq), beside an English dictionary that tells words from names (spylls carries
the en_US of hunspell) and two lists of Indonesian words: the search's roots and the pronunciation lexicon of g2p-id-py.

Run it in an environment of its own, for the program needs none of these:
pip install wordfreq==3.1.1 spylls==0.1.7 && pip install --no-deps g2p-id-py==0.4.2 && python packaging/make_english.py
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import spylls
from spylls.hunspell import Dictionary
from wordfreq import top_n_list, zipf_frequency

SPEECH: Final = Path(__file__).resolve().parent.parent / "resources" / "speech"
ROOTS: Final = SPEECH.parent / "search" / "roots.txt"
ORIGIN: Final = "from wordfreq 3.1.1 (CC BY-SA 4.0, see resources/LICENSES), made by packaging/make_english.py"
RAREST: Final = 3.0  # Zipf: one in a million words of English
RAREST_SHORT: Final = 4.3
SURE: Final = 0.45  # Zipf that a word must be commoner in English; half of it is 1.7 times as common
DOUBTFUL: Final = -0.2  # for words that no Indonesian would spell so
ALONE: Final = 4  # letters; shorter ones are too often a syllable of something else

_ENGLISH_SPELLING: Final = re.compile(
    r"th|sh|ch|ck|gh|oo|ee|ea|ou|ow|wh|ph|kn|wr|oa|[^aeiou]y|y$|x|q|c[aeiouy]|c$|(?:[^aeiou]|[ivu])e$|([b-df-hj-np-tv-z])\1|ing$|ed$"
    r"|tion|ay|ey|ew|aw|[^aiu]s$|v"
)
_INDONESIAN_END: Final = re.compile(r"[aiou]$")
_CLIPPED: Final = re.compile(r"(?:it|that|what|let|he|she|there|who|here|where|how|one)'s|[a-z]+'(?!s)[a-z]{1,2}")
_ROMAN: Final = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_TWO_LETTERS: Final = frozenset("an as at be by do go he if in is it me my no of on or so to up us we".split())
_AFFIXES: Final = re.compile(
    r"^(?:me(?:ng|ny|n|m)?|ber?|te?r|di|ke|pe(?:ng|ny|n|m|r)?|se)?([a-z]{3,}?)(?:kan|an|i|nya|ku|mu|lah|kah)?$"
)


def main() -> None:
    """Write both tables."""
    indonesian = set(_indonesian())
    chosen = [word for word in top_n_list("en", 60_000) if _is_english(word, indonesian)]
    _write("english_alone", "word that is English by itself", (word for word in chosen if len(word) >= ALONE))
    _write("english_within", "word that is English beside an English one", (word for word in chosen if len(word) < ALONE))


def _indonesian() -> Iterator[str]:
    for line in ROOTS.read_text(encoding="ascii").splitlines():
        yield line.partition("/")[0]
    package = find_spec("g2p_id")
    if package is None or package.origin is None:
        raise SystemExit("g2p-id-py is missing")
    lexicon = Path(package.origin).parent / "resources" / "lexicon_id.tsv"
    for line in lexicon.read_text(encoding="utf-8").splitlines():
        yield line.partition("\t")[0].lower()


def _is_english(word: str, indonesian: set[str]) -> bool:
    if zipf_frequency(word, "en") < (RAREST if len(word) >= ALONE else RAREST_SHORT):
        return False
    if len(word) == 2 or not word.isalpha():
        return word in _TWO_LETTERS or bool(_CLIPPED.fullmatch(word))
    if _ROMAN.fullmatch(word) or word in indonesian or not (word.isascii() and _DICTIONARY.lookup(word)):
        return False
    ahead = zipf_frequency(word, "en") - zipf_frequency(word, "id")
    is_spelled_so = bool(_ENGLISH_SPELLING.search(word))
    if is_spelled_so:
        return ahead >= DOUBTFUL
    if _INDONESIAN_END.search(word) and len(word) >= ALONE:
        return False
    affixed = _AFFIXES.match(word)
    is_affixed = affixed is not None and affixed[1] != word and affixed[1] in indonesian
    return ahead >= (2 * SURE if is_affixed else SURE)


def _write(name: str, what: str, words: Iterator[str]) -> None:
    lines = "".join(f"{word}\n" for word in sorted(words))
    (SPEECH / f"{name}.txt").write_text(f"# {what}; {ORIGIN}\n{lines}", encoding="ascii")


_DICTIONARY: Final = Dictionary.from_files(str(Path(spylls.__file__).parent / "hunspell" / "data" / "en" / "en_US"))

if __name__ == "__main__":
    main()
