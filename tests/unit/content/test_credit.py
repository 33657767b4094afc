"""Facts of the credit line."""

from __future__ import annotations

import pytest

from pembaca.content.credit import take_byline, take_credit
from pembaca.document import Image, Link, ListItem, Paragraph

FIRST = Paragraph("Menteri membuka rapat.")


@pytest.mark.parametrize(
    ("last", "left", "credit"),
    [
        ("Rapat selesai. (Tedy, foto: Dudi, Zeqi)", "Rapat selesai.", "Tedy, foto: Dudi, Zeqi"),
        ("Rapat selesai. (Humas)", "Rapat selesai.", "Humas"),
        ("Rapat selesai. (red/abc)", "Rapat selesai.", "red/abc"),
        ("“Selesai,” katanya. [Humas Kanwil]", "“Selesai,” katanya.", "Humas Kanwil"),
        ("Rapat “selesai.” (ANTARA).", "Rapat “selesai.”", "ANTARA"),
        ("Rapat selesai (Humas/Red)", "Rapat selesai", "Humas/Red"),
        ("Rapat selesai. (***)", "Rapat selesai.", None),
        ("Rapat selesai. ***(Tim Humas)***", "Rapat selesai.", "Tim Humas"),
        ("Rapat selesai. — (ds/rn)", "Rapat selesai.", "ds/rn"),
        ("Rapat selesai. -(Humas)-", "Rapat selesai.", "Humas"),
        ("Rapat selesai. Foto: Anton Wijaya", "Rapat selesai.", "Foto: Anton Wijaya"),
        ("Rapat selesai. Penulis : Siti, Foto : Anton", "Rapat selesai.", "Penulis : Siti, Foto : Anton"),
        ("Rapat selesai. Narasi: Dian / Foto: Bagus H.", "Rapat selesai.", "Narasi: Dian / Foto: Bagus H."),
        ("Ia menutup rapat. Foto: rapat berakhir pukul 12.00", "Ia menutup rapat. Foto: rapat berakhir pukul 12.00", None),
        ("Lihat tiga hal. Teks: Pasal 5 ayat (2) berbunyi lain", "Lihat tiga hal. Teks: Pasal 5 ayat (2) berbunyi lain", None),
        ("Dihadiri Kementerian Hukum (Kemenkum).", "Dihadiri Kementerian Hukum (Kemenkum).", None),
        ("Dimulai kemarin. (Bersambung)", "Dimulai kemarin. (Bersambung)", None),
        ("Lihat tabel. (2020)", "Lihat tabel. (2020)", None),
        ("Selesai. (Lihat halaman 5.)", "Selesai. (Lihat halaman 5.)", None),
        ("Selesai. (Khusus warga DKI Jakarta)", "Selesai. (Khusus warga DKI Jakarta)", None),
        ("Selesai. (Khusus Warga DKI Jakarta)", "Selesai. (Khusus Warga DKI Jakarta)", None),
        ("Selesai. (Pengumuman ini berlaku hingga Desember)", "Selesai. (Pengumuman ini berlaku hingga Desember)", None),
        ("Selesai. (gratis bagi pelajar)", "Selesai. (gratis bagi pelajar)", None),
        ("Selesai. (peserta membawa bekal sendiri)", "Selesai. (peserta membawa bekal sendiri)", None),
        ("Acara usai. Redaksi: Jalan Rasuna Said", "Acara usai. Redaksi: Jalan Rasuna Said", None),
        ("Rapat selesai. (tedy, foto: dudi)", "Rapat selesai.", "tedy, foto: dudi"),
        ("Rapat selesai. (Foto: Istimewa)", "Rapat selesai.", "Foto: Istimewa"),
        ("Rapat selesai. (Humas Kemenkumham Jatim/Foto: Arif B.)", "Rapat selesai.", "Humas Kemenkumham Jatim/Foto: Arif B."),
        ("Rapat selesai. (Siti Nurhaliza/Dok. Humas)", "Rapat selesai.", "Siti Nurhaliza/Dok. Humas"),
        ("Rapat selesai. (R. Adi Putra, S.H.)", "Rapat selesai.", "R. Adi Putra, S.H."),
        ("Rapat selesai. (Foto oleh Budi Santoso)", "Rapat selesai.", "Foto oleh Budi Santoso"),
    ],
)
def test_the_credit_at_the_end_is_kept_apart(last: str, left: str, credit: str | None) -> None:
    """
    Who wrote it is shown, not read as part of the last sentence; a real bracket stays where it is.
    """
    assert ((FIRST, Paragraph(left)), credit) == take_credit((FIRST, Paragraph(last)))


@pytest.mark.parametrize(
    ("lines", "credit"),
    [
        (("(Humas)",), "Humas"),
        (("Teks: Budi, Foto: Ani",), "Teks: Budi, Foto: Ani"),
        (("Penulis: Budi", "Foto: Ani"), "Penulis: Budi; Foto: Ani"),
        (("Humas Kanwil Jawa Timur",), "Humas Kanwil Jawa Timur"),
        (("Foto/Teks: Tim Humas", "***"), "Foto/Teks: Tim Humas"),
        (("— (ds/rn)",), "ds/rn"),
        (("-RED-",), "RED"),
        (("*/Hms",), "Hms"),
        (("Sumber foto: Setneg",), "Sumber foto: Setneg"),
        (("Editor: Ani. Foto: Budi.",), "Editor: Ani. Foto: Budi."),
    ],
)
def test_credit_lines_of_their_own_are_taken(lines: tuple[str, ...], credit: str) -> None:
    """
    Offices write the credit in many forms.
    """
    lines = tuple(line for line in lines if line != "***")
    blocks = (FIRST, Image("https://a/x.jpg"), *(Paragraph(line) for line in lines), Image("https://a/y.jpg"))

    assert ((FIRST, Image("https://a/x.jpg"), Image("https://a/y.jpg")), credit) == take_credit(blocks)


@pytest.mark.parametrize(
    "line",
    [
        "– Medan",
        "- Surabaya",
        "Penulis: Siti. Buku ini terbit tahun lalu",
        "@humas_kanwil",
        "Humas membantu warga setiap hari",
        "Tim Humas Kanwil Bali hadir di lokasi",
        "Berita: gempa di Bali menewaskan dua orang",
        "Redaksi: Jalan Rasuna Said",
        "Video: pidato lengkap Presiden pada hari kemerdekaan",
        "Video: Pidato Lengkap Presiden",
        "Sumber: data Direktorat Jenderal Imigrasi tahun 2025 yang diolah.",
        "Foto: suasana rapat di aula",
        "(Khusus warga DKI Jakarta)",
        "Oleh masyarakat setempat",
        "Editor kamus itu wafat kemarin",
    ],
)
def test_last_line_that_is_no_credit_stays(line: str) -> None:
    """
    A list written with dashes ends in a place, not in a name.
    """
    assert ((FIRST, Paragraph(line)), None) == take_credit((FIRST, Paragraph(line)))


def test_the_last_of_a_list_of_offices_is_no_credit() -> None:
    """
    What is said of it stands in the sentence above the list.
    """
    blocks = (FIRST, ListItem("Protokol"), ListItem("Humas"))

    assert (blocks, None) == take_credit(blocks)


def test_links_before_the_credit_stay_where_they_are() -> None:
    """
    Cutting the end moves nothing before it.
    """
    link = Link(0, 5, "https://a.go.id/")

    assert Paragraph("Rapat usai.", links=(link,)) == take_credit((FIRST, Paragraph("Rapat usai. (Humas)", links=(link,))))[0][1]


def test_an_article_is_never_only_a_credit() -> None:
    """
    A single short line is the article itself.
    """
    assert ((Paragraph("Foto: Menteri"),), None) == take_credit((Paragraph("Foto: Menteri"),))


def test_a_byline_at_the_top_is_taken() -> None:
    """
    The author's name is furniture, like the credit.
    """
    blocks = (Paragraph("Penulis: Budi Santoso"), FIRST, FIRST)

    assert ((FIRST, FIRST), "Budi Santoso") == take_byline(blocks)


@pytest.mark.parametrize("line", ["Reporter senior hadir di lokasi", "Oleh warga desa", "Penulis buku itu tinggal di Bali"])
def test_a_line_about_writers_is_no_byline(line: str) -> None:
    """
    What is no name stays in the text.
    """
    blocks = (Paragraph(line), FIRST, FIRST)

    assert (blocks, None) == take_byline(blocks)


def test_a_sentence_that_begins_like_a_byline_stays() -> None:
    """
    "Oleh karena itu" is no name.
    """
    blocks = (Paragraph("Oleh karena itu"), FIRST, FIRST)

    assert (blocks, None) == take_byline(blocks)
