"""The sentence for every fault: what happened, what still works, one thing to do. Pure; window and command line share it."""

from __future__ import annotations

from dataclasses import dataclass

from pembaca.errors import (
    BackupUnreadable,
    Cancelled,
    ContentError,
    FeedError,
    FeedListError,
    LexiconError,
    LibraryDamaged,
    LibraryError,
    LibraryTooNew,
    LibraryUnwritable,
    PembacaError,
    SettingsError,
    SettingsUnwritable,
    VoiceError,
    VoiceErrorCode,
)
from pembaca.i18n import tr, trn
from pembaca.model import Fault, Recovery
from pembaca.presenters.faults import fault_words, page_words, warning
from pembaca.presenters.lexicon_words import lexicon_words

__all__ = ["Message", "of", "of_fault", "of_recovery", "of_voice", "warning"]


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
        case FeedListError():
            return _of_feed_list(error)
        case ContentError(code="no_file"):
            return Message(
                tr("Berkas {path} tidak dapat dibaca", path=error.url),
                tr("Tidak ada yang diubah."),
                tr("Periksa nama berkasnya; alamat situs dimulai dengan https://."),
            )
        case ContentError(code="not_text"):
            return Message(
                tr("Berkas {path} bukan teks UTF-8", path=error.url),
                tr("Tidak ada yang diubah."),
                tr("Simpan ulang berkas itu sebagai teks biasa dengan penyandian UTF-8."),
            )
        case ContentError():
            return Message(
                page_words(Fault(error.code, error.url)),
                tr("Tidak ada yang diubah."),
                tr("Buka alamat aslinya bila ingin membaca selengkapnya."),
            )
        case LexiconError():
            return of_lexicon(error)
        case SettingsUnwritable():
            return Message(
                tr("Pengaturan tidak dapat disimpan"),
                tr("Perubahan berlaku sampai Pembaca ditutup."),
                tr("Periksa ruang simpan dan izin tulis berkas {path}.", path=error.path),
            )
        case SettingsError():
            return Message(
                tr("Pengaturan tidak dapat dibaca"),
                tr("Pembaca tetap berjalan dengan pengaturan bawaan."),
                tr("Periksa berkas {path}, atau atur lagi seperti semula.", path=error.path),
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


def of_lexicon(error: LexiconError) -> Message:
    """Put into words why a rule of the person's own dictionary cannot be used, or the dictionary not be read or written."""
    title, action = lexicon_words(error)
    return Message(title, tr("Kamus tidak diubah."), action)


def of_fault(fault: Fault) -> Message:
    """Put into words why a feed, page or picture could not be had."""
    title, action = fault_words(fault)
    return Message(title, tr("Artikel yang tersimpan tetap bisa dibaca dan didengarkan."), action)


def of_recovery(recovery: Recovery) -> Message:
    """Tell that a damaged library was replaced by what could be read of it."""
    saved = trn("{n} artikel terselamatkan", "{n} artikel terselamatkan", recovery.articles)
    if recovery.lost is None and not recovery.articles:
        return Message(
            tr("Pustaka berita tidak terbaca lagi, dan pustaka baru dibuat"),
            tr("Berkas lamanya disimpan: {path}.", path=recovery.kept) if recovery.kept else "",
            tr("Pulihkan dari cadangan dengan pembaca restore, atau ambil berita lagi."),
        )
    lost = trn("{n} artikel hilang.", "{n} artikel hilang.", recovery.lost) if recovery.lost else ""
    cut = trn("{n} artikel tinggal ringkasannya.", "{n} artikel tinggal ringkasannya.", recovery.without_text)
    kept = tr("Berkas lamanya disimpan: {path}.", path=recovery.kept) if recovery.kept else ""
    return Message(
        tr("Pustaka berita rusak dan sudah diperbaiki: {saved}", saved=saved),
        " ".join(part for part in (lost, cut if recovery.without_text else "", kept) if part),
        tr("Ambil berita lagi untuk melengkapinya."),
    )


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
                tr("Jalankan pembaca doctor --repair, atau pulihkan dari cadangan dengan pembaca restore."),
            )
        case BackupUnreadable():
            return Message(
                tr("Berkas {path} bukan cadangan yang utuh", path=error.path),
                tr("Pustaka di komputer ini tidak diubah."),
                tr("Pakai cadangan lain, atau buat yang baru dengan pembaca backup."),
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


def _of_feed_list(error: FeedListError) -> Message:
    facts = {"path": error.path}
    unchanged = tr("Sumber Anda tidak berubah.")
    match error.code:
        case "unreadable":
            return Message(
                tr("Berkas {path} tidak dapat dibaca", **facts), unchanged, tr("Periksa nama dan izin berkasnya, lalu coba lagi.")
            )
        case "unwritable":
            return Message(
                tr("Berkas {path} tidak dapat ditulis", **facts),
                unchanged,
                tr("Periksa izin tulis dan ruang simpan, atau pilih folder lain."),
            )
        case "empty":
            return Message(tr("Berkas {path} kosong", **facts), unchanged, tr("Pilih berkas lain."))
        case "too_large":
            return Message(tr("Berkas {path} terlalu besar untuk daftar sumber", **facts), unchanged, tr("Pilih berkas lain."))
        case "no_list":
            return Message(
                tr("Berkas {path} bukan daftar sumber", **facts), unchanged, tr("Pilih berkas OPML dari pembaca berita lain.")
            )
        case "damaged":
            return Message(
                tr("Daftar sumber di berkas {path} rusak", **facts), unchanged, tr("Ekspor ulang dari program asalnya.")
            )
