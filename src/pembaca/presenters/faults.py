"""Words for what feeds, pages and pictures refuse: what happened at which site, and one thing to do. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from pembaca.addresses import shown
from pembaca.i18n import tr, trn
from pembaca.services.subscriptions import is_fetchable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pembaca.model import Fault, FeedOutcome

_NAMED: Final = 3  # articles that a sentence names


def warning(fault: Fault) -> str:
    """Put into one sentence a fault that was lived with."""
    where = site(fault.url)
    known = {
        "damaged": tr("Kiriman {site} tidak utuh; artikel yang terbaca tetap diambil.", site=where),
        "truncated": tr("Kiriman {site} terputus sebelum selesai; yang sudah sampai tetap diambil.", site=where),
        "too_many": tr("Kiriman {site} berisi terlalu banyak artikel; seratus ribu yang pertama diambil.", site=where),
        "no_guid": tr("Sebagian artikel {site} tanpa tanda pengenal; dikenali dari alamat dan judulnya.", site=where),
        "duplicate_guid": tr(
            "Sebagian artikel {site} memakai tanda pengenal yang sama; masing-masing diambil sekali.", site=where
        ),
        "no_image": tr("Gambar dari {site} tidak dapat dibaca; artikelnya tetap disimpan.", site=where),
    }
    if fault.code in _PAGE_CODES:
        return tr("{what}; teks dari sumber berita yang ditampilkan.", what=page_words(fault))
    if fault.code in known:
        return known[fault.code]
    if fault.code in _FEED_CODES:
        return tr("{what}; artikelnya tetap disimpan.", what=fault_words(fault)[0])
    return tr("Sebagian kiriman {site} tidak sempurna ({code}); artikel lain tetap diambil.", site=where, code=fault.code)


def warnings(outcome: FeedOutcome, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Put what a refresh lived with into sentences, each once, with the articles that it is about.

    Args:
        titles: of articles, by address; what has none is named by its address.
    """
    found: dict[str, list[str]] = {}
    for fault in outcome.warnings:
        names = found.setdefault(warning(fault), [])
        name = f"“{titles[fault.url]}”" if titles.get(fault.url) else shown(fault.url)
        if fault.url not in ("", outcome.url) and name not in names:
            names.append(name)
    return tuple(f"{sentence} {_about(names)}".rstrip() for sentence, names in found.items())


def _about(names: list[str]) -> str:
    if not names:
        return ""
    first, others = ", ".join(names[:_NAMED]), len(names) - _NAMED
    if others <= 0:
        return tr("Ini tentang {names}.", names=first)
    return trn("Ini tentang {names}, dan {n} lainnya.", "Ini tentang {names}, dan {n} lainnya.", others, names=first)


def site(url: str) -> str:
    """Return the name under which a person knows an address: its host, or the address itself."""
    try:
        return urlsplit(url).hostname or shown(url) or tr("situs itu")
    except ValueError:
        return shown(url)


_PAGE_CODES = frozenset({"no_article", "unreadable", "too_deep", "too_slow", "died", "not_a_page", "not_the_article"})
_FEED_CODES = frozenset(
    {
        *("not_a_feed", "empty", "http_status", "timeout", "too_large", "tls", "redirect", "unsupported_scheme"),
        *("dns", "connection", "truncated", "malformed"),
    }
)


def page_words(fault: Fault) -> str:
    """Say why a page gave no article."""
    where = site(fault.url)
    match fault.code:
        case "too_large" | "too_deep" | "too_slow" | "died":
            return tr("Halaman di {site} terlalu besar atau terlalu rumit", site=where)
        case "not_a_page":
            return tr("Alamat di {site} bukan halaman yang dapat dibaca", site=where)
        case "not_the_article":
            return tr("Halaman di {site} berisi hal lain", site=where)
        case _:
            return tr("Halaman di {site} tidak memuat artikel", site=where)


def fault_words(fault: Fault) -> tuple[str, str]:
    """Say why something could not be fetched, and what to do."""
    where = site(fault.url)
    later, network = tr("Coba lagi nanti."), tr("Periksa sambungan internet, lalu coba lagi.")
    match fault.code:
        case "http_status":
            return _status_words(where, fault.status or 0)
        case "not_a_feed":
            return tr("{site} tidak mengirim daftar berita", site=where), tr("Periksa alamat sumbernya, atau coba lagi nanti.")
        case "empty":
            return tr("{site} mengirim jawaban kosong", site=where), later
        case "timeout":
            return tr("{site} terlalu lama menjawab", site=where), network
        case "too_large":
            return tr("Kiriman dari {site} terlalu besar", site=where), tr("Beri tahu pengelola situs itu.")
        case "tls":
            return tr("Sertifikat situs {site} bermasalah", site=where), tr(
                "Periksa tanggal dan jam komputer ini, lalu coba lagi."
            )
        case "unsupported_scheme" if is_fetchable(fault.url):  # what it led to was none
            return tr("{site} mengalihkan ke alamat yang tidak dapat diikuti", site=where), tr("Periksa alamat sumbernya.")
        case "redirect":
            return tr("{site} mengalihkan ke alamat yang tidak dapat diikuti", site=where), tr("Periksa alamat sumbernya.")
        case "unsupported_scheme":
            return tr("{url} bukan alamat http atau https", url=shown(fault.url)), tr(
                "Tulis alamat lengkap yang dimulai dengan https://."
            )
        case "dns":
            return tr("Alamat {site} tidak ditemukan", site=where), tr(
                "Periksa sambungan internet dan penulisan alamatnya, lalu coba lagi."
            )
        case "connection":
            return tr("Tidak dapat tersambung ke {site}", site=where), network
        case "truncated":
            return tr("Kiriman dari {site} terputus sebelum selesai", site=where), network
        case "malformed":
            return tr("Kiriman dari {site} rusak dan tidak dapat dibaca", site=where), later
        case _:
            return tr("Berita dari {site} tidak dapat diambil ({code})", site=where, code=fault.code), later


def _status_words(where: str, status: int) -> tuple[str, str]:
    facts = {"site": where, "status": status}
    match status:
        case 0:
            return tr("{site} tidak memberikan berita", site=where), tr("Coba lagi nanti.")
        case 404:
            return tr("Alamat berita di {site} tidak ditemukan (kode {status})", **facts), tr(
                "Periksa alamat sumbernya, atau coba lagi nanti."
            )
        case 410:
            return tr("Sumber berita di {site} sudah ditutup (kode {status})", **facts), tr(
                "Hapus sumber ini, atau cari alamatnya yang baru."
            )
        case 401 | 403 | 451:
            return tr("{site} menolak permintaan (kode {status})", **facts), tr(
                "Coba lagi nanti; bila tetap ditolak, tanyakan kepada pengelola situs."
            )
        case 429:
            return tr("{site} sedang membatasi permintaan (kode {status})", **facts), tr("Tunggu beberapa menit, lalu coba lagi.")
        case _ if status >= 500:
            return tr("Server {site} sedang bermasalah (kode {status})", **facts), tr("Coba lagi nanti.")
        case _:
            return tr("{site} tidak memberikan berita (kode {status})", **facts), tr("Coba lagi nanti.")
