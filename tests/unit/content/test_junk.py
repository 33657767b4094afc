"""Facts of lines that look like a site's own, and of lines that do not."""

from __future__ import annotations

import pytest

from pembaca.content.codes import without_codes
from pembaca.content.junk import is_junk
from pembaca.content.rich import RichText


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga: Menteri Hukum Resmikan Layanan Baru",
        "Baca Juga Menteri Hukum Resmikan Layanan",
        "Selengkapnya...",
        "Baca Selengkapnya »",
        "Rabu, 4 Maret 2026 | Dibaca 231 kali",
        "4 Maret 2026 10:20 WIB - Admin - 231 kali dibaca",
        "05 Juni 2026 1.204 kali dibaca",
        "Sebelumnya | Berikutnya »",
        "Halaman: 1 2 3",
        "Jum’at, 3 Maret 2026",
        "Tuesday, 3 March 2026 09:30",
        "Read more",
        "Continue reading Layanan Paspor →",
        "Hits: 1.204",
        "Dilihat: 99 kali",
        "Telah dibaca 512 kali",
        "Post Views: 12",
        "3 Komentar",
        "Ditulis oleh Super User",
        "Komentar (0)",
        "Kategori: Berita Utama",
        "Tags: paspor, imigrasi",
        "Diterbitkan: 05 Juni 2026",
        "Jumat, 05 Juni 2026 09:30 WIB",
        "Cetak Email",
        "Bagikan ke: Facebook Twitter WhatsApp",
        "« Sebelumnya",
        "Prev Next",
        "Ikuti kami di Instagram dan YouTube",
        "© 2026 Kementerian Hukum",
        "The post Judul appeared first on Situs.",
        "User Rating: 5 / 5",
        "***",
        "Advertisement",
    ],
)
def test_lines_nobody_wrote_look_like_junk(line: str) -> None:
    """
    A listener should not sit through counters and buttons.
    """
    assert is_junk(line)


@pytest.mark.parametrize(
    "line",
    [
        "Baca buku adalah kebiasaan baik.",
        "Terbit 2 peraturan baru tentang paspor.",
        "Dibaca dengan saksama oleh 120 peserta, naskah itu disetujui.",
        "Kementerian membagikan 300 paket.",
        "Email: humas@contoh.go.id",
        "Selanjutnya, Menteri menyampaikan sambutan.",
        "Pengunjung: 300 orang hadir.",
        "Berita",
        "Jadwal: Senin, 5 Juni 2026",
        "Jakarta, 3 Maret 2026",
        "Jakarta - 3 Maret 2026",
        "Update 5 Juni 2026: jadwal berubah",
        "Ikuti kami dalam upacara pukul 07.00",
        "Dibuat pada 5 Juni 2026 di Jakarta.",
        "(c) dokumen asli",
        "(c) 2026 sebanyak 500 orang",
        "Rapat dibuka pada 3 Maret 2026 | Gedung A",
        "Copyright adalah hak eksklusif pencipta",
        "x",
        "Update aplikasi M-Paspor tersedia sejak 2024.",
    ],
)
def test_lines_of_an_author_stay(line: str) -> None:
    """
    A lost sentence is worse than a line too many.
    """
    assert not is_junk(line)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("{gallery}2026/juni{/gallery}", ""),
        ("Isi {loadmodule mod_x,Foto} berita.", "Isi berita."),
        ("{jcomments off}", ""),
        ("{loadposition user9}Isi.", "Isi."),
        ('[gallery ids="1,2"] Isi.', "Isi."),
        ('[caption id="a" width="300"]Keterangan foto[/caption]', "Keterangan foto"),
        ("Nilai {nama} dan {a, b} tetap.", "Nilai {nama} dan {a, b} tetap."),
        ("[1] Catatan kaki.", "[1] Catatan kaki."),
        ("Surel: This email address is being protected from spambots. You need JavaScript enabled to view it.", "Surel:"),
        (
            "Alamat email ini dilindungi dari robot spam. Anda memerlukan Javascript yang aktif untuk melihatnya. Datang.",
            "Datang.",
        ),
        ("Menteri hadir... Selengkapnya", "Menteri hadir"),
        ("Baca Selengkapnya »", "Baca Selengkapnya »"),
        ("Data itu belum selengkapnya", "Data itu belum selengkapnya"),
    ],
)
def test_codes_are_cut_out_of_the_text_around_them(text: str, left: str) -> None:
    """
    Joomla's plug-ins do not run in a feed; their codes are no words.
    """
    assert left == without_codes(RichText(text)).text
