"""Spell a marked word in the sounds of espeak-ng, with its stress. Pure.

The mnemonics are those of espeak-ng's Indonesian phoneme table: what it makes of the letters itself, but for the vowels.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

SCHWA: Final = "@"
_VOWELS: Final = frozenset("aeéiou")
_PLAIN: Final = {"é": "e", **{letter: letter for letter in "aeiou"}}
_SAYABLE: Final = re.compile(r"[a-zé'-]+")
_CLITIC: Final = re.compile(r"-(nya|kan|an|ku|mu|i|lah|kah|pun)$")  # printed apart, said together: "e-mail-nya"
_GLOTTAL: Final = "_|"
_CONSONANTS: Final = dict(pair.split(":") for pair in "ng:N ny:n^ sy:S kh:x c:tS j:dZ q:k r:R x:ks y:j ':".split())
_PARTS: Final = re.compile(r"ng|ny|sy|kh|[aeéiou]|[a-z'|]")
_DIPHTHONGS: Final = {"ai": "aI", "au": "aU"}
# Consonants that begin a syllable together.
_ONSET: Final = re.compile(r"(?:[bdfgkpt][rl]|s[klmnptwr]|[kt]w)[aeéiou]|s[kpt]r|kh[rl]")
_SAID_ONCE: Final = frozenset("ls")  # doubled letters that espeak-ng says as one


class Sound(NamedTuple):
    """One sound; ``is_vowel`` tells that a syllable goes with it."""

    mnemonic: str
    is_vowel: bool


def phonemes(marked: str) -> str | None:
    """Return the mnemonics of *marked*, its parts by hyphens each with a stress of its own; None for what is no Indonesian word.

    Args:
        marked: small letters, é for /e/; "|" parts vowels that would else be one.
    """
    plain = marked.replace("|", "")
    if not _SAYABLE.fullmatch(plain) or _VOWELS.isdisjoint(plain):
        return None
    whole = _CLITIC.sub(r"\1", marked)
    return "-".join(_stressed(sounds(part)) for part in whole.split("-") if part.strip("'|"))


def parted(marked: str) -> str:
    """Return a root with "|" between the vowels that are two by themselves: "ba|ik", which "kebaikan" keeps, but "pandai"."""
    parts = _PARTS.findall(marked)
    return "".join(
        part + "|" if pair in _DIPHTHONGS and _is_closed(parts, place + 2) else part
        for place, (part, pair) in enumerate(zip(parts, map("".join, zip(parts, [*parts[1:], ""], strict=True)), strict=True))
    )


def sounds(marked: str) -> tuple[Sound, ...]:
    """Return the sounds of a word without hyphens."""
    parts = _PARTS.findall(marked)
    if parts[:2] == ["p", "s"]:
        del parts[0]  # psikologi begins with s
    found: list[Sound] = []
    place = 0
    while place < len(parts):
        part = parts[place]
        pair = part + (parts[place + 1] if place + 1 < len(parts) else "")
        if pair in _DIPHTHONGS and not _is_closed(parts, place + 2):
            if found and found[-1].is_vowel:
                found.append(Sound(_GLOTTAL, False))
            found.append(Sound(_DIPHTHONGS[pair], True))
            place += 2
        else:
            if part in _VOWELS:
                _add_vowel(found, parts, place)
            elif part != "|" and not (part in _SAID_ONCE and place and part == parts[place - 1]):
                found.append(Sound(_CONSONANTS.get(part, part), False))
            place += 1
    return tuple(found)


def _add_vowel(found: list[Sound], parts: list[str], place: int) -> None:
    letter = parts[place]
    if found and found[-1].is_vowel and (found[-1].mnemonic[-1] in "IU" or _PLAIN.get(parts[place - 1]) == _PLAIN[letter]):
        found.append(Sound(_GLOTTAL, False))
    found.append(Sound(_vowel(letter, parts, place), True))


def _vowel(letter: str, parts: list[str], place: int) -> str:
    match letter:
        case "e":
            return SCHWA
        case "é":
            return "E2" if _is_closed(parts, place + 1) else "e"
        case "o":
            return "O" if parts[place + 1 : place + 2] == ["r"] else "o"
    return letter


def _is_closed(parts: list[str], place: int) -> bool:
    """Whether the consonant at *place* ends the syllable: none follows it, or another consonant."""
    if place >= len(parts) or parts[place] in _VOWELS or parts[place] == "|":
        return False
    if place + 1 == len(parts):
        return True
    return parts[place + 1] not in _VOWELS and not _ONSET.match("".join(parts[place : place + 3]))


def _stressed(found: tuple[Sound, ...]) -> str:
    """Write the sounds with a mark before the vowels that are stressed."""
    syllables = [place for place, sound in enumerate(found) if sound.is_vowel]
    full = [found[place].mnemonic != SCHWA for place in syllables]
    main = _main(full)
    marks = {syllables[main]: "'"} if syllables and (len(syllables) > 1 or full[0]) else {}
    beat = 0
    while beat < main - 1:
        if full[beat]:
            marks[syllables[beat]] = ","
            beat += 1
        beat += 1
    return "".join(marks.get(place, "") + sound.mnemonic for place, sound in enumerate(found))


def _main(full: list[bool]) -> int:
    """Return the stressed syllable: the last but one, the last where that one holds a schwa."""
    last = len(full) - 1
    return last - 1 if last > 0 and full[last - 1] else max(last, 0)
