"""Words for what the window shows of articles: rows, facts, meta lines, places, speeds. Pure."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from pembaca.document import Document, TextSpan
from pembaca.i18n import current, tr, trn
from pembaca.presenters import dates
from pembaca.settings import DEFAULT_RATE_WPM
from pembaca.viewmodel import ArticleItem, Place, RowState

if TYPE_CHECKING:
    from datetime import datetime

    from pembaca.model import ArticleRow, Counts, SearchHit

_WORDS_BEFORE = 2
_READING_WPM = 150  # measured: espeak-ng at "1,0 kali" says some 150 Indonesian words a minute, pauses included
_HEARD_TO_THE_END = 0.985
_ACCOUNTS = frozenset({"admin", "administrator", "superadmin", "super", "webmaster", "editor", "operator", "humas", "redaksi"})


def article_item(
    row: ArticleRow, *, is_playing: bool = False, with_source: bool = False, hit: SearchHit | None = None
) -> ArticleItem:
    """Put one row into words; with *hit* also its context."""
    snippet, marks = _context(hit)
    return ArticleItem(
        id=row.id,
        title=row.title or tr("Tanpa judul"),
        date_text=dates.day(row.published) if row.published else "",
        states=_states(row, is_playing),
        is_new=not row.is_read and not is_playing,
        is_playing=is_playing,
        heard=row.heard,
        source=row.feed_title if with_source else "",
        snippet=snippet,
        snippet_marks=marks,
        title_marks=hit.title_marks if hit else (),
    )


def _context(hit: SearchHit | None) -> tuple[str, tuple[TextSpan, ...]]:
    """Cut the context so that it begins a few words before the first find: two lines are all that is shown of it."""
    if hit is None or not hit.marks:
        return (hit.snippet if hit else ""), ()
    first = hit.marks[0].start
    starts = [match.start() for match in re.finditer(r"\S+", hit.snippet[:first])]
    cut = starts[-_WORDS_BEFORE] if len(starts) > _WORDS_BEFORE else 0
    lead = "… " if cut else ""
    marks = tuple(TextSpan(mark.start - cut + len(lead), mark.end - cut + len(lead)) for mark in hit.marks)
    return lead + hit.snippet[cut:], marks


def _states(row: ArticleRow, is_playing: bool) -> tuple[RowState, ...]:
    states = []
    if is_playing:
        states.append(RowState(tr("sedang dibacakan"), "bars", is_accent=True))
    elif not row.is_read:
        states.append(RowState(tr("baru"), is_bold=True))
    elif 0 < row.heard < _HEARD_TO_THE_END:
        states.append(RowState(tr("didengar {percent} %", percent=max(1, round(row.heard * 100))), "pie"))
    else:
        states.append(RowState(tr("dibaca"), "tick"))
    if row.is_changed:
        states.append(RowState(tr("berubah"), is_bold=True))
    if row.is_starred:
        states.append(RowState(tr("bintang"), "star"))
    return tuple(states)


def facts(counts: Counts, refreshed_at: datetime | None, now: datetime) -> str:
    """Say "3 baru dari 9 · diperbarui 10.40"."""
    if not counts.total:
        return tr("Belum ada artikel")
    words = [tr("{unread} baru dari {total}", unread=counts.unread, total=counts.total)]
    if refreshed_at is not None:
        words.append(tr("diperbarui {when}", when=dates.moment(refreshed_at, now)))
    return " · ".join(words)


def meta(document: Document, source: str) -> str:
    """Say "Kementerian Hukum · Senin, 23 November 2020 · 3 menit"."""
    words = [source, _person(document.byline), dates.full_day(document.published) if document.published else "", length(document)]
    return " · ".join(word for word in words if word)


def note(document: Document) -> str:
    """Say at the top of an article that it may not be all of it; "" if it is."""
    if not document.is_excerpt:
        return ""
    if document.is_cut:
        return tr("Artikel ini terputus saat diambil dan mungkin tidak lengkap. Sisanya diambil lagi bersama berita berikutnya.")
    return tr("Halaman aslinya tidak dapat diambil. Ini teks dari sumber berita, mungkin tidak lengkap.")


def _person(byline: str | None) -> str:
    """Return a byline that names a person or an office; "Admin Humas" and the like say nothing to a reader."""
    words = (byline or "").casefold().split()
    return "" if not words or words[0] in _ACCOUNTS else byline or ""


def length(document: Document) -> str:
    """Say how long reading aloud takes at the usual speed."""
    minutes = max(1, math.ceil(len(document.text.split()) / _READING_WPM))
    return trn("{n} menit", "{n} menit", minutes)


def remaining(seconds: float) -> str:
    """Say "sisa 1 menit 20 detik"; to ten seconds, to minutes above two."""
    if seconds >= 150:
        return tr("sisa {time}", time=trn("{n} menit", "{n} menit", round(seconds / 60)))
    rounded = max(10, round(seconds / 10) * 10)
    minutes, rest = divmod(rounded, 60)
    words = [trn("{n} menit", "{n} menit", minutes)] if minutes else []
    words += [trn("{n} detik", "{n} detik", rest)] if rest else []
    return tr("sisa {time}", time=" ".join(words))


def place(index: int, count: int, seconds: float) -> Place:
    """Say where reading is: sentence *index* (0 the first) of *count*, and what is left."""
    number = index + 1
    second = tr("kalimat terakhir") if number == count else remaining(seconds)
    return Place(
        first=tr("Kalimat {number} dari {count}", number=number, count=count),
        short=tr("Kalimat {number}\ndari {count}", number=number, count=count),
        second=second,
    )


def ready_place(document: Document, count: int) -> Place:
    """Say that an article is ready to be read."""
    words = tr("{time}, {sentences}", time=length(document), sentences=trn("{n} kalimat", "{n} kalimat", count))
    return Place(first=tr("Siap membacakan"), short=tr("Siap"), second=words)


def no_place() -> Place:
    """Say that there is nothing to read."""
    return Place(first=tr("Belum ada artikel"), short=tr("Kosong"), second=tr("Tidak ada yang dibacakan"))


def speed(rate_wpm: int) -> str:
    """Say "1,0 kali": the rate beside the usual one, with one decimal in the language's own form."""
    number = f"{rate_wpm / DEFAULT_RATE_WPM:.1f}"
    return tr("{number} kali", number=number if current() == "en" else number.replace(".", ","))


def jumped(kind: str, text: str, level: int) -> str:
    """Say where a letter key led: "Latar belakang, judul tingkat 2"."""
    words = {
        "heading": tr("judul tingkat {level}", level=level),
        "link": tr("tautan"),
        "list": trn("daftar {n} butir", "daftar {n} butir", level),
        "image": tr("gambar"),
    }
    return f"{text}, {words[kind]}" if text else words[kind]


def jump_failed(kind: str) -> str:
    """Say that there is no further heading, link, list or picture in that direction."""
    words = {
        "heading": tr("Tidak ada judul lagi"),
        "link": tr("Tidak ada tautan lagi"),
        "list": tr("Tidak ada daftar lagi"),
        "image": tr("Tidak ada gambar lagi"),
    }
    return words[kind]
