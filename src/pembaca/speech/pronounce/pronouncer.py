"""Say how Indonesian words are said: known words, words made of known ones, then a guess from the letters. Pure.

What every Indonesian voice says right by its letters gets no phonemes; an engine that takes them may still find that its
own reading is the same, and keep to the letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from pembaca.speech.pronounce import homographs
from pembaca.speech.pronounce.affixes import with_known_root
from pembaca.speech.pronounce.lexicon import names, words
from pembaca.speech.pronounce.model import guess
from pembaca.speech.pronounce.sounds import parted, phonemes
from pembaca.speech.utterance import Utterance

_INDONESIAN: Final = "id"
_DOUBTFUL: Final = re.compile(r"e|a[iu]|s[yj]|dj|q|^ps|[bdt]h|(?<!n)gh")  # what voices say in more than one way
_MINISTRY: Final = "kemen"  # a clipped "kementerian": the vowel is that of "men", not of a prefix
# How names were spelled until 1972, and how the same sounds are spelled today: Soedjono, Tjokro, Sjarief.
_OLD: Final = re.compile(r"oe(?=[^aeiou][a-z])|[tds]j|ie(?=[fk]$)")
_TODAY: Final = {"oe": "u", "tj": "c", "dj": "j", "sj": "sy", "ie": "i"}
_PARTS: Final = re.compile(r"[a-z']+")
_LONGEST: Final = 60  # letters: what is longer is no word
_REMEMBERED: Final = 20_000  # forms of words: more than a day's reading


def phonemes_of(utterance: Utterance) -> tuple[str | None, ...]:
    """Return the espeak mnemonics of each word; None where its letters will do.

    Phonemes that a word brings along stay; words in other languages get none. The first call ever reads the tables.
    """
    found = iter(pronounce([word.spoken for word in utterance.words if word.language == _INDONESIAN]))
    said = [next(found) if word.language == _INDONESIAN else None for word in utterance.words]
    return tuple([word.phonemes or mnemonics for word, mnemonics in zip(utterance.words, said, strict=True)])


def pronounce(spoken: Sequence[str]) -> tuple[str | None, ...]:
    """Return the espeak mnemonics of each of the *spoken* words of a sentence; None where its letters will do."""
    return tuple([_among(spoken, place) or by_itself(word) for place, word in enumerate(spoken)])


def _among(spoken: Sequence[str], place: int) -> str | None:
    chosen = homographs.choose(spoken, place)
    return None if chosen is None else _mnemonics_of(chosen)


@lru_cache(_REMEMBERED)
def by_itself(word: str) -> str | None:
    """Return the espeak mnemonics of *word* by itself; None where its letters will do, or where it is no Indonesian word."""
    small = word.lower()
    if len(small) > _LONGEST or not small.isascii() or not (_DOUBTFUL.search(small) or small in names()):
        return None
    return _mnemonics_of(marked(word))


@lru_cache(_REMEMBERED)
def _mnemonics_of(marked_word: str) -> str | None:
    return phonemes(marked_word)


def marked(word: str) -> str:
    """Return *word* in small letters with é for /e/, and "|" between vowels that are two.

    Args:
        word: as it is spoken; a capital at its beginning makes an unknown word a name.
    """
    is_name = word[:1].isupper()
    if word.isalpha():
        return _part(word.lower(), is_name)
    parts = _PARTS.sub(lambda match: _part(match[0], is_name), word.lower()).split("-")
    for place in range(1, len(parts)):
        parts[place] = _echo(parts[place - 1], parts[place])
    return "-".join(parts)


def _part(word: str, is_name: bool) -> str:
    if is_name and word in names():
        return names()[word]
    if word.startswith(_MINISTRY) and is_name and _root(word) is None and not word.endswith(("an", "annya")):
        return f"kemén{_part(word[len(_MINISTRY) :], is_name)}"
    made = _root(word) or with_known_root(word, _root)
    if made is not None:
        return made
    if is_name and (modern := _OLD.sub(lambda match: _TODAY[match[0]], word)) != word:
        return _part(modern, is_name)
    return guess(word, is_name=is_name)


@lru_cache(_REMEMBERED)
def _root(word: str) -> str | None:
    """Return a known word with its vowels parted as in its own root, None for one that is not known."""
    known = words().get(word) or names().get(word) or homographs.usual(word)
    if known is None or "|" in known or ("ai" not in word and "au" not in word):
        return known
    made = with_known_root(word, lambda root: None if root == word else _root(root))
    return made if made is not None and made.replace("|", "") == known else parted(known)


def _echo(first: str, second: str) -> str:
    """Mark the second half of a doubled word as its first half says: "menolong-nolong", "gerak-gerik" stay as they are."""
    plain = second.replace("é", "e")
    for ending in ("", "an", "nya", "i", "kan"):
        core = plain.removesuffix(ending) if ending else plain
        if len(core) > 2 and first.replace("é", "e").endswith(core):
            return first[len(first) - len(core) :] + second[len(core) :]
    return second
