"""What is sent to espeak-ng for a segment: letters, and phonemes in brackets for the words that its own rules say otherwise."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import lru_cache
from types import ModuleType
from typing import NamedTuple

from pembaca.voice.protocol import Segment, SpokenWord

_TEXT_UTF8 = 1  # espeakCHARS_UTF8 of speak_lib.h
_MNEMONICS = 0  # espeak_TextToPhonemes: espeak's own names of the sounds
_REMEMBERED = 20_000  # words
# Marks of rhythm, and sounds that differ in colour only: they are no reason to send phonemes.
_ALIKE = str.maketrans(dict.fromkeys(",_|- \n", "")) | {ord("e"): "E"}


class Sent(NamedTuple):
    """The text, where each word lies in it, and whether it holds phonemes."""

    text: str
    words: tuple[tuple[int, int], ...]
    has_phonemes: bool


def to_send(segment: Segment, spelled: Callable[[str], str]) -> Sent:
    """Put the segment into the text to send.

    Args:
        spelled: gives the mnemonics that the voice makes of a word's letters by itself.
    """
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    done = length = 0
    has_phonemes = False
    for word in segment.words:
        between, said = segment.text[done : word.start], _said(segment.text, word, spelled)
        has_phonemes = has_phonemes or said.startswith("[[")
        places.append((length + len(between), length + len(between) + len(said)))
        pieces += (between, said)
        length += len(between) + len(said)
        done = word.end
    pieces.append(segment.text[done:])
    return Sent("".join(pieces), tuple(places), has_phonemes)


def speller(vendor: ModuleType) -> Callable[[str, str], str]:
    """Return a function that asks espeak-ng how a voice says a word by its letters, and remembers it.

    It takes the id of the voice that is set at the moment, then the word: each voice has an answer of its own. pyttsx3's
    binding lacks the call, which needs no sound.
    """
    ask = vendor.dll.espeak_TextToPhonemes
    ask.restype = ctypes.c_char_p
    ask.argtypes = (ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int)

    @lru_cache(_REMEMBERED)
    def spelled(_voice: str, word: str) -> str:
        rest = ctypes.c_char_p(word.encode())
        found: bytes | None = ask(ctypes.byref(rest), _TEXT_UTF8, _MNEMONICS)
        return (found or b"").decode("utf-8", "replace")

    return spelled


def _said(text: str, word: SpokenWord, spelled: Callable[[str], str]) -> str:
    letters = text[word.start : word.end]
    if not word.phonemes or _is_alike(word.phonemes, spelled(letters)):
        return letters
    return f"[[{word.phonemes}]]"


def _is_alike(wanted: str, spelled: str) -> bool:
    """Whether the sounds are the same, and the stress, if the voice has not made it a word without one, as "atau"."""
    wanted, spelled = _sounds(wanted), _sounds(spelled)
    return wanted == spelled or wanted.replace("'", "") == spelled


def _sounds(mnemonics: str) -> str:
    return mnemonics.replace("R2", "R").replace("E2", "E").translate(_ALIKE)
