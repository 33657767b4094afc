"""Short forms with a second meaning, told by the words around: "Kep." of islands or a decree. Pure, table ``cues``."""

from __future__ import annotations

import re
from typing import Final

from pembaca.speech.normalise.line import Line
from pembaca.speech.normalise.tables import cues

MAKER: Final = re.compile(r" ?([A-Z][A-Za-z]+)")
_SCHOOL_YEAR: Final = re.compile(r" \d{4}/\d{4}")
_SPEED: Final = re.compile(r" (?:angin|arus|maks|rata|kendaraan|kapal)")
_LIVE_BIRTHS: Final = re.compile(r"1(?:00)?\.000 $")
_REPORT: Final = re.compile(r" (?:Keuangan|Akuntabilitas|Tahunan|Kinerja|Hasil|Realisasi|Polisi|Pertanggung|Akhir|Bulanan)")
_COLLECTOR: Final = re.compile(
    r" ?(?:al-|Al-|at-|At-|an-|An-|ad-|Ad-)?"
    r"(?:Bukhari|Muslim|Ahmad|T[iu]rmi[dz]zi|T[iu]rmidhi|Abu Da|Ibnu? |Nasa|Malik|Baihaqi|T[ha]+b[ar]+ni|Daraqu|Hakim|Dailami)"
)


def told(line: Line, position: int, end: int, key: str) -> str | None:
    """Return what a form with a second meaning is said as, where the words around tell that meaning."""
    match key:
        case "Kep." if is_decree(line, end):
            return "Keputusan"
        case "Dr" | "Dr." | "DR" | "DR." if line.word_before(position) in cues("hospital"):
            return "dokter"
        case "A.S." if line.word_before(position) in cues("america"):
            return "Amerika Serikat"
        case "KH" if is_of_births(line, position):
            return "kelahiran hidup"
        case "TA" if _SCHOOL_YEAR.match(line.text, end) and _is_of_school(line, position):
            return "Tahun Ajaran"
        case "Kec." if _SPEED.match(line.text, end):
            return "Kecepatan"
        case "Lap." if _REPORT.match(line.text, end):
            return "Laporan"
        case "HR" | "HR." | "H.R." if _COLLECTOR.match(line.text, end):
            return "hadis riwayat"
    return None


def _is_of_school(line: Line, position: int) -> bool:
    return not cues("school").isdisjoint(re.findall(r"[a-z]+", line.text[max(0, position - 120) : position].lower()))


def is_decree(line: Line, end: int) -> bool:
    """Whether "Kep." stands before who decreed, not before the name of islands."""
    match = MAKER.match(line.text, end)
    return match is not None and (match[1].lower() in cues("decree") or (match[1].isupper() and not line.is_shouted))


def is_of_births(line: Line, position: int) -> bool:
    """Whether a rate stands before "KH": so many for each thousand born alive."""
    return bool(_LIVE_BIRTHS.search(line.text[max(0, position - 8) : position]))
