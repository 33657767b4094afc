"""Qt's own words (context menus, standard buttons) in the language of the program."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator

from pembaca.i18n import SOURCE, current


class QtWords(QTranslator):
    """Translates the few texts of Qt that a person of Pembaca can meet. English is what Qt says itself."""

    def isEmpty(self) -> bool:
        """Say that there is something in it."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return the Indonesian words, or Qt's own: nothing at all would blank them out, as the "Ctrl+" of keys."""
        return _INDONESIAN.get(source.replace("&", ""), source) if current() == SOURCE else source

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)


_INDONESIAN = {
    "Undo": "Urungkan",
    "Redo": "Ulangi",
    "Cut": "Potong",
    "Copy": "Salin",
    "Copy Link Location": "Salin alamat tautan",
    "Paste": "Tempel",
    "Delete": "Hapus",
    "Select All": "Pilih semua",
    "Insert Unicode control character": "Sisipkan karakter kendali Unicode",
    "OK": "Oke",
    "Cancel": "Batal",
    "Close": "Tutup",
    "Yes": "Ya",
    "No": "Tidak",
    "Open": "Buka",
    "Save": "Simpan",
    "Help": "Bantuan",
    "Retry": "Coba lagi",
    "Ignore": "Abaikan",
    "Apply": "Terapkan",
    "Reset": "Setel ulang",
    "Clear": "Kosongkan",
    "Press": "Tekan",
    "Toggle": "Ganti",
    "Uncheck": "Batal centang",
    "Check": "Centang",
    "SetFocus": "Beri fokus",
    "Scroll Left": "Gulir ke kiri",
    "Scroll Right": "Gulir ke kanan",
    "Scroll Up": "Gulir ke atas",
    "Scroll Down": "Gulir ke bawah",
    "Scroll here": "Gulir ke sini",
    "Top": "Atas",
    "Bottom": "Bawah",
    "Left edge": "Tepi kiri",
    "Right edge": "Tepi kanan",
    "Page up": "Halaman ke atas",
    "Page down": "Halaman ke bawah",
    "Page left": "Halaman ke kiri",
    "Page right": "Halaman ke kanan",
    "Scroll up": "Gulir ke atas",
    "Scroll down": "Gulir ke bawah",
    "Scroll left": "Gulir ke kiri",
    "Scroll right": "Gulir ke kanan",
}
