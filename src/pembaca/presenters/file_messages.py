"""The sentences for what the library, lists of feeds and the settings refuse. Pure."""

from __future__ import annotations

from pembaca.errors import (
    BackupUnreadable,
    BackupUnwritable,
    FeedListError,
    LibraryDamaged,
    LibraryError,
    LibraryNotMade,
    LibraryTooNew,
    LibraryUnwritable,
    SettingsError,
)
from pembaca.i18n import tr
from pembaca.presenters.message import Message
from pembaca.presenters.reasons import refusal
from pembaca.presenters.setting_names import setting_name


def of_library(error: LibraryError) -> Message:
    """Put into words what the library could not do."""
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
        case BackupUnwritable(detail="full"):
            return Message(
                tr("Ruang simpan penuh, cadangan {path} tidak jadi dibuat", path=error.path),
                tr("Berkas yang ada di situ sebelumnya tidak berubah."),
                tr("Kosongkan ruang, atau simpan di tempat lain."),
            )
        case BackupUnwritable():
            return Message(
                f"{tr('Cadangan {path} tidak dapat ditulis', path=error.path)}{_why(error.number)}",
                tr("Berkas yang ada di situ sebelumnya tidak berubah."),
                tr("Periksa nama dan izin tulis foldernya, atau simpan di tempat lain."),
            )
        case LibraryNotMade(detail="full"):
            return Message(
                tr("Ruang simpan penuh, pustaka berita tidak dapat dibuat"),
                tr("Tidak ada yang diubah."),
                tr("Kosongkan ruang di cakram, lalu coba lagi."),
            )
        case LibraryNotMade():
            return Message(
                tr("Pustaka berita tidak dapat dibuat di {path}", path=error.path),
                tr("Tidak ada yang diubah."),
                tr("Periksa nama dan izin tulis folder itu, atau pilih folder lain dengan --data-dir."),
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


def _why(number: int | None) -> str:
    return f": {refusal(number)}" if number else ""


def of_feed_list(error: FeedListError) -> Message:
    """Put into words why a list of feeds was not read or written."""
    facts = {"path": error.path}
    unchanged = tr("Sumber Anda tidak berubah.")
    match error.code:
        case "unreadable":
            return Message(
                tr("Berkas {path} tidak dapat dibaca", **facts), unchanged, tr("Periksa nama dan izin berkasnya, lalu coba lagi.")
            )
        case "unwritable":
            return Message(
                f"{tr('Berkas {path} tidak dapat ditulis', **facts)}{_why(error.number)}",
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


def of_settings(error: SettingsError) -> Message:
    """Tell which settings were lost, and where the old file is."""
    action = (
        tr("Berkas lamanya disimpan sebagai {path}; atur lagi seperti semula.", path=error.aside)
        if error.aside
        else tr("Periksa berkas {path}, atau atur lagi seperti semula.", path=error.path)
    )
    if error.dropped:
        return Message(
            tr("Sebagian pengaturan tidak dapat dibaca: {names}", names=", ".join(setting_name(name) for name in error.dropped)),
            tr("Pengaturan lainnya tetap berlaku."),
            action,
        )
    return Message(tr("Pengaturan tidak dapat dibaca"), tr("Pembaca tetap berjalan dengan pengaturan bawaan."), action)
