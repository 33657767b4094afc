"""Facts of alternative text."""

from __future__ import annotations

import pytest

from pembaca.content.alt import real_alt


@pytest.mark.parametrize(
    ("alt", "file"),
    [
        ("2020 11 23 Rakor Kumham13", "2020_11_23_Rakor_Kumham13.jpg"),
        ("Rapat koordinasi nasional", "Rapat-koordinasi-nasional-1024x683.jpg"),
        ("rapat koordinasi nasional", "Rapat%20Koordinasi%20Nasional.jpeg"),
        ("Rapat koordinasi nasional.jpg", "x.jpg"),
        ("IMG_20201123", "x.jpg"),
        ("IMG 2041 copy edit", "x.jpg"),
        ("WhatsApp Image 2024-01-02 at 10.11.12", "x.jpg"),
        ("PikPng.com phone icon png 604605", "x.png"),
        ("Artboard one copy", "x.png"),
        ("DSC_0042", "x.jpg"),
        ("logo", "x.png"),
        ("Foto 1", "x.png"),
        ("rss 48", "x.png"),
        ("", "x.png"),
        ("   ", "x.png"),
        ("Judul Artikel Ini", "x.png"),
    ],
)
def test_junk_is_not_read(alt: str, file: str) -> None:
    """
    A file name read letter by letter hides that nothing was described.
    """
    assert "" == real_alt(alt, f"https://a.go.id/images/{file}", "Judul artikel ini")


@pytest.mark.parametrize(
    "alt", ["Menteri Hukum menyerahkan sertifikat", "Foto bersama peserta rapat", "Grafik pertumbuhan 2024", "Peta Jawa Tengah"]
)
def test_a_description_is_kept(alt: str) -> None:
    """
    What a person wrote for a person is the picture, for who cannot see it.
    """
    assert alt == real_alt(alt, "https://a.go.id/images/IMG_1.jpg", "Judul")


def test_a_description_is_one_plain_line() -> None:
    """
    No markup reaches a reader through alt text.
    """
    assert "Menteri & staf rapat" == real_alt(" Menteri &amp;amp;\n<b>staf</b> rapat\u200b", "https://a/x.jpg")
