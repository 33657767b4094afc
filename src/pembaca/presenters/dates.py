"""Say dates, times and ages in words, Indonesian or English. Pure: it never looks at the clock.

Dates of articles are said in their source's zone, other moments in the zone of the *now* that is given.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from pembaca.i18n import current, tr, trn

_DAYS: Final = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS: Final = {
    "id": (
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
        *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_NUMBERS: Final = {
    "id": ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"),
    "en": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
}
_SHORT_AGO: Final = timedelta(minutes=1)
_DAYS_AS_WORDS: Final = 14


def day(moment: datetime) -> str:
    """Say "23 November 2020"."""
    return f"{moment.day} {_MONTHS[current()][moment.month - 1]} {moment.year}"


def full_day(moment: datetime) -> str:
    """Say "Senin, 23 November 2020"."""
    return f"{_DAYS[current()][moment.weekday()]}, {day(moment)}"


def clock(moment: datetime) -> str:
    """Say "10.40" (English: "10:40")."""
    return moment.strftime("%H:%M" if current() == "en" else "%H.%M")


def full_moment(moment: datetime) -> str:
    """Say "Senin, 23 November 2020, pukul 16.05"."""
    return tr("{day}, pukul {time}", day=full_day(moment), time=clock(moment))


def moment(past: datetime, now: datetime) -> str:
    """Say "10.40" of today, "23 November 2020" of another day."""
    there = past.astimezone(now.tzinfo)
    return clock(there) if there.date() == now.date() else day(there)


def moment_long(past: datetime, now: datetime) -> str:
    """Say "pukul 10.40" of today, "Senin, 23 November 2020, pukul 10.40" of another day."""
    there = past.astimezone(now.tzinfo)
    return tr("pukul {time}", time=clock(there)) if there.date() == now.date() else full_moment(there)


def age(past: datetime, now: datetime) -> str:
    """Say "dua jam yang lalu"; calendar days from yesterday on, weeks after a fortnight.

    A moment that is still to come (a clock was set back) is "baru saja".
    """
    passed = now - past
    if passed < _SHORT_AGO:
        return tr("baru saja")
    days = (now.date() - past.astimezone(now.tzinfo).date()).days
    hours = passed // timedelta(hours=1)
    if hours < 1:
        minutes = passed // _SHORT_AGO
        return trn("{number} menit yang lalu", "{number} menit yang lalu", minutes, number=_in_words(minutes))
    if days < 1 or hours < 6:
        return trn("{number} jam yang lalu", "{number} jam yang lalu", hours, number=_in_words(hours))
    if days == 1:
        return tr("kemarin")
    if days <= _DAYS_AS_WORDS:
        return trn("{number} hari yang lalu", "{number} hari yang lalu", days, number=_in_words(days))
    weeks = days // 7
    return trn("{number} minggu yang lalu", "{number} minggu yang lalu", weeks, number=_in_words(weeks))


def duration(seconds: float) -> str:
    """Say "3 menit", "45 detik", "1 jam 5 menit"; at least one second, to whole minutes from one minute on."""
    if seconds < 60:
        return trn("{n} detik", "{n} detik", max(1, round(seconds)))
    hours, minutes = divmod(round(seconds / 60), 60)
    words = [trn("{n} jam", "{n} jam", hours)] if hours else []
    words += [trn("{n} menit", "{n} menit", minutes)] if minutes or not hours else []
    return " ".join(words)


def _in_words(count: int) -> str:
    names = _NUMBERS[current()]
    return names[count] if count < len(names) else str(count)
