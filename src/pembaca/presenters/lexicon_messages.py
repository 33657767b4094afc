"""The words for what may be wrong with a rule of the person's own dictionary. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pembaca.i18n import tr
from pembaca.presenters.message import Message

if TYPE_CHECKING:
    from pembaca.errors import LexiconError


def of_lexicon(error: LexiconError) -> Message:
    """Put into words why a rule of the person's own dictionary cannot be used, or the dictionary not be read or written."""
    title, action = _words(error)
    return Message(title, tr("Kamus tidak diubah."), action)


def _words(error: LexiconError) -> tuple[str, str]:
    """Return what is wrong, without a full stop at its end, and one thing to do."""
    about = error.about
    match error.code:
        case "empty":
            return tr("Aturan perlu yang dicari dan yang diucapkan"), tr("Tulis keduanya dengan huruf atau angka.")
        case "too_long":
            return tr("Aturan “{find}…” terlalu panjang", find=about), tr("Tulis paling banyak 300 huruf.")
        case "unprintable":
            return tr("Aturan berisi tanda yang tidak tampak"), tr("Tulis dalam satu baris, tanpa tab.")
        case "bad_expression":
            action = tr("Perbaiki ekspresinya, atau cari kata biasa.")
            if error.detail.isdigit():
                return tr("Ekspresi reguler “{find}” tidak dapat dipahami pada huruf ke-{n}", find=about, n=error.detail), action
            return tr("Ekspresi reguler “{find}” tidak dapat dipahami", find=about), action
        case "too_big":
            return tr("Ekspresi reguler “{find}” terlalu besar", find=about), tr("Kurangi kurung dan jumlah pengulangannya.")
        case "fits_nothing":
            return (
                tr("Ekspresi reguler “{find}” cocok juga dengan teks kosong", find=about),
                tr("Pastikan ada sedikitnya satu huruf yang harus cocok."),
            )
        case "runaway":
            return (
                tr("Ekspresi reguler “{find}” terlalu lama dicari", find=about),
                tr("Hindari pengulangan di dalam pengulangan, misalnya (a+)+."),
            )
        case "bad_say":
            return (
                tr("Ucapan “{say}” menyebut bagian yang tidak ada dalam ekspresinya", say=about),
                tr("Periksa nomor sesudah garis miring terbalik."),
            )
        case "bad_phonemes":
            return (
                tr("“{say}” tidak dapat diucapkan sebagai fonem", say=about),
                tr("Pakai fonem espeak-ng tanpa kurung siku, dengan spasi di antara kata."),
            )
        case "too_many":
            return tr("Kamus sudah penuh: {most} aturan", most=about), tr("Hapus aturan yang tidak dipakai.")
        case "unknown_rule":
            return tr("Tidak ada aturan bernomor {id}", id=about), tr("Lihat nomornya dengan pembaca lexicon list.")
        case "unreadable":
            action = tr("Perbaiki atau pindahkan berkas itu.")
            if error.detail.isdigit():
                return tr("Berkas kamus {path} tidak dapat dibaca pada baris {n}", path=about, n=error.detail), action
            return tr("Berkas kamus {path} tidak dapat dibaca", path=about), action
        case "unwritable":
            return tr("Berkas kamus {path} tidak dapat ditulis", path=about), tr("Periksa ruang simpan dan izin tulisnya.")
