"""The sentence for every fault: what happened, what still works, one thing to do. Pure; window and command line share it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from pembaca.errors import (
    Cancelled,
    ContentError,
    FeedError,
    LibraryDamaged,
    LibraryError,
    LibraryTooNew,
    LibraryUnwritable,
    PembacaError,
    SettingsError,
    VoiceError,
    VoiceErrorCode,
)
from pembaca.i18n import tr
from pembaca.model import Fault


@dataclass(frozen=True, slots=True)
class Message:
    """What a person is told. ``title`` has no full stop at its end; the other two are whole sentences."""

    title: str
    still_works: str
    action: str

    @property
    def sentence(self) -> str:
        """What still works and what to do, without the title."""
        return " ".join(part for part in (self.still_works, self.action) if part)

    @property
    def whole(self) -> str:
        """All of it, as one line."""
        return f"{self.title}. {self.sentence}".strip()


def of(error: PembacaError) -> Message:
    """Put an error into words."""
    match error:
        case FeedError():
            return of_fault(Fault(error.code, error.url, error.detail, error.status))
        case VoiceError():
            return of_voice(error.code)
        case LibraryError():
            return _of_library(error)
        case ContentError():
            return Message(
                tr("Isi halaman {site} tidak dapat diambil", site=site(error.url)),
                tr("Teks dari sumber berita tetap ditampilkan."),
                tr("Buka alamat aslinya bila ingin membaca selengkapnya."),
            )
        case SettingsError():
            return Message(
                tr("Pengaturan tidak dapat disimpan atau dibaca"),
                tr("Pembaca tetap berjalan dengan pengaturan bawaan."),
                tr("Periksa izin tulis berkas {path}.", path=error.path),
            )
        case Cancelled():
            return Message(
                tr("Pekerjaan dihentikan"), tr("Yang sudah tersimpan tetap ada."), tr("Mulai lagi kapan saja bila perlu.")
            )
        case _:
            return Message(
                tr("Terjadi kesalahan pada Pembaca sendiri"),
                tr("Yang sudah tersimpan tetap ada."),
                tr("Ulangi; bila terjadi lagi, jalankan pembaca doctor dan kirimkan catatannya kepada pengembang."),
            )


def of_fault(fault: Fault) -> Message:
    """Put into words why a feed, page or picture could not be had."""
    title, action = _feed_words(fault)
    return Message(title, tr("Artikel yang tersimpan tetap bisa dibaca dan didengarkan."), action)


def of_voice(code: VoiceErrorCode) -> Message:
    """Put into words why nothing can be spoken."""
    reading = tr("Membaca tetap bisa.")
    match code:
        case "no_engine":
            return Message(
                tr("Mesin suara belum terpasang di komputer ini"),
                reading,
                tr("Agar berita dapat dibacakan, pasang paket espeak-ng, lalu tekan Uji suara."),
            )
        case "no_voice":
            return Message(
                tr("Belum ada suara bahasa Indonesia di komputer ini"),
                reading,
                tr("Agar berita dapat dibacakan, pasang paket espeak-ng, lalu tekan Uji suara."),
            )
        case "no_sound":
            return Message(
                tr("Tidak ada perangkat suara yang dapat dipakai"),
                reading,
                tr("Sambungkan pengeras suara atau penyuara telinga, lalu tekan Uji suara."),
            )
        case "died":
            return Message(
                tr("Suara berhenti mendadak"), tr("Membaca tetap bisa, dan tempat terakhir diingat."), tr("Tekan Uji suara.")
            )
        case "hung":
            return Message(
                tr("Suara tidak menjawab"), tr("Membaca tetap bisa, dan tempat terakhir diingat."), tr("Tekan Uji suara.")
            )
        case "render":
            return Message(
                tr("Kalimat ini tidak dapat dibacakan"),
                tr("Kalimat lain tetap bisa dibacakan."),
                tr("Lanjutkan ke kalimat berikutnya."),
            )


def warning(fault: Fault) -> str:
    """Put into one sentence a fault that was lived with."""
    where = site(fault.url)
    known = {
        "damaged": tr("Kiriman {site} tidak utuh; artikel yang terbaca tetap diambil.", site=where),
        "no_guid": tr("Sebagian artikel {site} tanpa tanda pengenal; dikenali dari alamat dan judulnya.", site=where),
        "duplicate_guid": tr("Sebagian artikel {site} memakai tanda pengenal yang sama; semuanya tetap diambil.", site=where),
        "image": tr("Gambar dari {site} tidak dapat diambil; artikelnya tetap utuh.", site=where),
        "page": tr("Halaman di {site} tidak dapat diambil; teks dari sumber berita yang ditampilkan.", site=where),
    }
    if fault.code in known:
        return known[fault.code]
    if fault.code in _FEED_CODES:
        return tr("{what}. Artikel lain tetap diambil.", what=_feed_words(fault)[0])
    return tr("Sebagian kiriman {site} tidak sempurna ({code}); artikel lain tetap diambil.", site=where, code=fault.code)


def site(url: str) -> str:
    """Return the name under which a person knows an address: its host, or the address itself."""
    try:
        return urlsplit(url).hostname or url or tr("situs itu")
    except ValueError:
        return url


_FEED_CODES = frozenset(
    {
        *("not_a_feed", "empty", "http_status", "timeout", "too_large", "tls", "redirect", "unsupported_scheme"),
        *("dns", "connection", "malformed"),
    }
)


def _feed_words(fault: Fault) -> tuple[str, str]:
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
        case "redirect":
            return tr("{site} mengalihkan ke alamat yang tidak dapat diikuti", site=where), tr("Periksa alamat sumbernya.")
        case "unsupported_scheme":
            return tr("{url} bukan alamat http atau https", url=fault.url), tr(
                "Tulis alamat lengkap yang dimulai dengan https://."
            )
        case "dns":
            return tr("Alamat {site} tidak ditemukan", site=where), tr(
                "Periksa sambungan internet dan penulisan alamatnya, lalu coba lagi."
            )
        case "connection":
            return tr("Tidak dapat tersambung ke {site}", site=where), network
        case "malformed":
            return tr("Kiriman dari {site} rusak dan tidak dapat dibaca", site=where), later
        case _:
            return tr("Berita dari {site} tidak dapat diambil ({code})", site=where, code=fault.code), later


def _status_words(where: str, status: int) -> tuple[str, str]:
    facts = {"site": where, "status": status}
    match status:
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


def _of_library(error: LibraryError) -> Message:
    reading = tr("Membaca yang sudah tersimpan tetap bisa.")
    match error:
        case LibraryTooNew():
            return Message(
                tr("Pustaka berita ini dibuat oleh Pembaca versi yang lebih baru"),
                tr("Isinya tidak diubah sama sekali."),
                tr("Perbarui Pembaca di komputer ini."),
            )
        case LibraryDamaged():
            return Message(
                tr("Pustaka berita rusak"),
                tr("Berkasnya dibiarkan di tempatnya: {path}.", path=error.path),
                tr("Pindahkan berkas itu untuk memulai dengan pustaka baru, atau pulihkan dari cadangan."),
            )
        case LibraryUnwritable(detail="full"):
            return Message(
                tr("Ruang simpan penuh, perubahan tidak tersimpan"), reading, tr("Kosongkan ruang di cakram, lalu coba lagi.")
            )
        case LibraryUnwritable(detail="busy"):
            return Message(tr("Pustaka berita sedang dipakai program lain"), reading, tr("Tunggu sebentar, lalu coba lagi."))
        case LibraryUnwritable():
            return Message(tr("Pustaka berita tidak dapat ditulisi"), reading, tr("Periksa izin tulis {path}.", path=error.path))
        case _:
            return Message(
                tr("Pustaka berita tidak dapat melakukannya"),
                tr("Yang sudah tersimpan tidak berubah."),
                tr("Jalankan pembaca doctor untuk memeriksa."),
            )
