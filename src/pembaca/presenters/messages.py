"""The sentence for every fault: what happened, what still works, one thing to do. Pure; window and command line share it."""

from __future__ import annotations

from pembaca.addresses import shown
from pembaca.errors import (
    Cancelled,
    ContentError,
    FeedError,
    FeedListError,
    LexiconError,
    LibraryError,
    NoDisplay,
    PembacaError,
    SettingsError,
    SettingsUnwritable,
    VoiceError,
    VoiceErrorCode,
)
from pembaca.i18n import tr, trn
from pembaca.model import Fault, Recovery
from pembaca.presenters.faults import fault_words, page_words, warning, warnings
from pembaca.presenters.message import Message

__all__ = ["Message", "of", "of_fault", "of_recovery", "of_voice", "warning", "warnings"]


def of(error: PembacaError) -> Message:
    """Put an error into words."""
    from pembaca.presenters.file_messages import of_feed_list, of_library, of_settings  # not before something goes wrong

    match error:
        case FeedError():
            return of_fault(Fault(error.code, error.url, error.detail, error.status))
        case VoiceError():
            return of_voice(error.code)
        case LibraryError():
            return of_library(error)
        case FeedListError():
            return of_feed_list(error)
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
        case ContentError(code="is_feed"):
            return Message(
                tr("{url} adalah sumber berita, bukan satu artikel", url=shown(error.url)),
                tr("Tidak ada yang diubah."),
                tr("Tambahkan sebagai sumber dengan perintah pembaca feeds add."),
            )
        case ContentError():
            return Message(
                page_words(Fault(error.code, error.url)),
                tr("Tidak ada yang diubah."),
                tr("Buka alamat aslinya bila ingin membaca selengkapnya."),
            )
        case LexiconError():
            from pembaca.presenters.lexicon_messages import of_lexicon

            return of_lexicon(error)
        case SettingsUnwritable():
            return Message(
                tr("Pengaturan tidak dapat disimpan"),
                tr("Perubahan berlaku sampai Pembaca ditutup."),
                tr("Periksa ruang simpan dan izin tulis berkas {path}.", path=error.path),
            )
        case SettingsError():
            return of_settings(error)
        case NoDisplay():
            return Message(
                tr("Jendela tidak dapat dibuka karena tidak ada layar yang dapat dipakai"),
                tr("Perintah lain tetap bisa dipakai, misalnya pembaca list."),
                tr("Buka Pembaca dari sesi desktop."),
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
