"""Spell a marked word in the sounds of espeak-ng, with its stress. Pure.

The mnemonics are those of espeak-ng's Indonesian phoneme table: what it makes of the letters itself, but for the vowels.
"""

from __future__ import annotations

import re
from typing import Final

_SAYABLE: Final = re.compile(r"(?=.*[aeéiou])[a-zé'-]+")
_CLITIC: Final = re.compile(r"-(nya|kan|an|ku|mu|i|lah|kah|pun)$")  # printed apart, said together: "e-mail-nya"
_ONE: Final = "(?:n[gy]|sy|[bcdgkt]h|n(?![gy])|s(?!y)|[bcdgkt](?!h)|[fhjlmpqrvwxyz'])"  # a consonant
# A consonant that ends the syllable: none follows it, or one that cannot begin a syllable together with it.
_CLOSED: Final = rf"(?:{_ONE}$|(?!(?:[bdfgkpt][rl]|s[klmnptwr]|[kt]w)[aeéèioòu]|s[kpt]r|kh[rl]){_ONE}{_ONE})"
_E_OF_CLOSED: Final = re.compile(f"é(?={_CLOSED})")
_ROUGH: Final = re.compile("ch(?![aeéiou])")  # Achmad, Rochmat
_TWO: Final = re.compile(f"a(?=[iu]{_CLOSED})")
_SOUND: Final = re.compile(rf"^ps|a[iu](?!{_CLOSED})|ll|ss|{_ONE}|[aeéèioòu]")
_VOWELS: Final = {
    **{letter: letter for letter in "aiou"},
    "e": "@",
    "é": "e",
    "è": "E2",
    "ò": "O",
    "ai": "aI",
    "au": "aU",
}
_CONSONANTS: Final = dict(
    pair.split(":") for pair in "ps:s ll:l ss:s ng:N ny:n^ sy:S kh:x ch:tS bh:b dh:d gh:g th:t c:tS j:dZ q:k r:R x:ks y:j".split()
)
_JOINT: Final = "|"  # keeps sounds apart; a hyphen would make a syllable of the n before it
_SCHWA: Final = "@"
_GLOTTAL: Final = "_|"


def phonemes(marked: str) -> str | None:
    """Return the mnemonics of *marked*, its parts by hyphens each with a stress of its own; None for what is no Indonesian word.

    Args:
        marked: small letters, é for /e/; "|" parts vowels that would else be one.
    """
    if not _SAYABLE.fullmatch(marked.replace("|", "")):
        return None
    if "-" not in marked:
        return _said(marked)
    whole = _CLITIC.sub(r"\1", marked)
    return _JOINT.join(_said(part) for part in whole.split("-") if part.strip("'|"))


def parted(marked: str) -> str:
    """Return a root with "|" between the vowels that are two by themselves: "ba|ik", which "kebaikan" keeps, but "pandai"."""
    return _TWO.sub("a|", marked)


def _said(marked: str) -> str:
    sounds, vowels = _spelled(marked)
    return _stressed(sounds, vowels) if vowels else "".join(sounds)


def _spelled(marked: str) -> tuple[list[str], list[int]]:
    """Return the sounds of a word without hyphens, and which of them are vowels, each the heart of a syllable."""
    sounds: list[str] = []
    vowels: list[int] = []
    before = ""
    if "ch" in marked:
        marked = _ROUGH.sub("kh", marked)
    for letters in _SOUND.findall(_E_OF_CLOSED.sub("è", marked).replace("or", "òr")):
        vowel = _VOWELS.get(letters)
        if vowel is not None:
            if vowels and vowels[-1] == len(sounds) - 1 and (len(letters + before) > 2 or _is_one(letters, before)):
                sounds.append(_GLOTTAL)
            vowels.append(len(sounds))
            sounds.append(vowel)
        elif letters != "'":
            sounds.append(_CONSONANTS.get(letters, letters))
        before = letters
    return sounds, vowels


def _is_one(first: str, second: str) -> bool:
    """Whether two vowels would run into one."""
    return first == second or (first in "eéè" and second in "eéè") or (first in "oò" and second in "oò")


def _stressed(sounds: list[str], vowels: list[int]) -> str:
    """Write the sounds with a mark before each vowel that is stressed."""
    if len(vowels) == 1 and sounds[vowels[0]] == _SCHWA:
        return "".join(sounds)
    main = _main(sounds, vowels)
    beat = 0
    while beat < main - 1:
        if sounds[vowels[beat]] != _SCHWA:
            sounds[vowels[beat]] = "," + sounds[vowels[beat]]
            beat += 1
        beat += 1
    sounds[vowels[main]] = "'" + sounds[vowels[main]]
    return "".join(sounds)


def _main(sounds: list[str], vowels: list[int]) -> int:
    """Return the stressed syllable: the last but one, the last where that one holds a schwa."""
    last = len(vowels) - 1
    return last - 1 if last and sounds[vowels[last - 1]] != _SCHWA else last
