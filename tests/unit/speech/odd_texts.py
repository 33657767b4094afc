"""Texts that no person writes and a broken page may hold, and how many steps a reading of them takes."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from typing import Final

_SIGNS: Final = "aAbIVXRp10529.,-–/():;\"'“”’ %°²½é@#\n"
_UNITS: Final = {
    "one word": "a",
    "one word in capitals": "A",
    "one figure": "1",
    "figures in a row": "12 345 6 ",
    "single figures": "1 ",
    "figures and dots": "1.",
    "figures and dashes": "1-",
    "figures and strokes": "1/",
    "letters and figures": "A1",
    "sums": "Rp1.500.000,00 ",
    "telephone numbers": "0812-3456 ",
    "dots": ".",
    "dots and spaces": ". ",
    "brackets": "(",
    "marks of lists": "(a) ",
    "initials": "A. ",
    "initials without spaces": "A.",
    "numbers of laws": "No. ",
    "quotes": "“a ",
    "half of addresses": "a@",
    "fractions": "½",
    "line breaks": "a\n",
    "signs": "%$#&*+=",
    "English": "triple disruption, work from home ",
    "print": "Anggaran Rp609,7 T disetujui pada 23/11/2020 pukul 12.30 WIB; lihat Pasal 5 ayat (1) UU No. 1/2023. ",
}
KINDS: Final = (*_UNITS, "a mixture")


def odd_text(kind: str, length: int) -> str:
    """Return a text of that kind and of *length* code points; the same at every run."""
    if kind == "a mixture":
        return "".join(random.Random(length).choices(_SIGNS, k=length))
    return (_UNITS[kind] * (length // len(_UNITS[kind]) + 1))[:length]


def steps(work: Callable[[str], object], text: str) -> int:
    """Return how many calls, of Python and of what is built in, *work* makes: the same on every machine."""
    count = 0

    def called(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        work(text)
    finally:
        sys.setprofile(before)
    return count
