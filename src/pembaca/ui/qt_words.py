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
    # the dialog that asks for a file
    "Look in:": "Cari di:",
    "Save in:": "Simpan di:",
    "File name:": "Nama berkas:",
    "Files of type:": "Jenis berkas:",
    "Directory:": "Folder:",
    "Choose": "Pilih",
    "Back": "Kembali",
    "Go back": "Kembali",
    "Forward": "Maju",
    "Go forward": "Maju",
    "Parent Directory": "Folder di atasnya",
    "Go to the parent directory": "Ke folder di atasnya",
    "Create New Folder": "Buat folder baru",
    "Create a New Folder": "Buat folder baru",
    "New Folder": "Folder baru",
    "List View": "Tampilan daftar",
    "Change to list view mode": "Ganti ke tampilan daftar",
    "Detail View": "Tampilan terperinci",
    "Change to detail view mode": "Ganti ke tampilan terperinci",
    "Sidebar": "Tempat",
    "List of places and bookmarks": "Daftar tempat dan penanda",
    "Files": "Berkas",
    "All Files (*)": "Semua berkas (*)",
    "Rename": "Ganti nama",
    "Remove": "Singkirkan",
    "Show ": "Tampilkan ",
    "Show hidden files": "Tampilkan berkas tersembunyi",
    "Recent Places": "Tempat terakhir",
    "My Computer": "Komputer ini",
    "Computer": "Komputer ini",
    "Drive": "Cakram",
    "Folder": "Folder",
    "File": "Berkas",
    "Shortcut": "Pintasan",
    "Alias": "Pintasan",
    "Unknown": "Tidak dikenal",
    "Name": "Nama",
    "Size": "Ukuran",
    "Type": "Jenis",
    "Kind": "Jenis",
    "Date Modified": "Tanggal diubah",
    "%1 already exists.\nDo you want to replace it?": "%1 sudah ada.\nGanti berkas itu?",
    "%1\nFile not found.\nPlease verify the correct file name was given.": "%1\nBerkas tidak ditemukan.\nPeriksa nama berkasnya.",
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "%1\nFolder tidak ditemukan.\nPeriksa nama foldernya."
    ),
    "'%1' is write protected.\nDo you want to delete it anyway?": "'%1' dilindungi dari perubahan.\nTetap hapus?",
    "Are you sure you want to delete '%1'?": "Hapus '%1'?",
    "Could not delete directory.": "Folder tidak dapat dihapus.",
    "Invalid filename": "Nama berkas tidak dapat dipakai",
    '<b>The name "%1" cannot be used.</b><p>Try using another name, with fewer characters or no punctuation marks.': (
        '<b>Nama "%1" tidak dapat dipakai.</b><p>Coba nama lain yang lebih pendek atau tanpa tanda baca.'
    ),
}
