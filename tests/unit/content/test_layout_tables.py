"""Facts of pages that are one table: banner, menu, article and related news in its cells, the site's foot in its last row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from pembaca.content.article import from_page
from pembaca.document import Block, Image, Table

URL = "https://dinas.contoh.go.id/berita/7"
TITLE = "Wali Kota Buka Pasar Ikan Terapung di Muara Baru"
TITLES = {"font": f"<font size=4><b>{TITLE}</b></font><br>", "h1": f"<h1>{TITLE}</h1>", "bold": f"<b>{TITLE}</b><br>"}
OPENING = "<p>Wali Kota membuka pasar ikan terapung pertama di kota itu pada Rabu pagi.</p>"
QUOTE = "<blockquote><p>Nelayan kini menjual langsung kepada warga, tanpa perantara.</p></blockquote>"
LIST = "<ul><li>Kios: 40 unit</li><li>Gudang dingin: 2 unit</li></ul>"
DATA = "<table><tr><td>Ikan</td><td>Harga</td></tr><tr><td>Tongkol</td><td>Rp28.000</td></tr></table>"
CLOSING = "<p>Pasar buka setiap hari.</p><p>Retribusi lapak ditetapkan lima ribu rupiah sehari.</p>"
TEXTS = {
    "quote": (
        OPENING + QUOTE + CLOSING,
        "Wali Kota membuka pasar ikan terapung pertama di kota itu pada Rabu pagi.",
        "Nelayan kini menjual langsung kepada warga, tanpa perantara.",
        "Pasar buka setiap hari.",
        "Retribusi lapak ditetapkan lima ribu rupiah sehari.",
    ),
    "list": (
        OPENING + LIST + CLOSING,
        "Wali Kota membuka pasar ikan terapung pertama di kota itu pada Rabu pagi.",
        "Kios: 40 unit",
        "Gudang dingin: 2 unit",
        "Pasar buka setiap hari.",
        "Retribusi lapak ditetapkan lima ribu rupiah sehari.",
    ),
    "data": (
        OPENING + DATA + CLOSING,
        "Wali Kota membuka pasar ikan terapung pertama di kota itu pada Rabu pagi.",
        "Ikan Harga Tongkol Rp28.000",
        "Pasar buka setiap hari.",
        "Retribusi lapak ditetapkan lima ribu rupiah sehari.",
    ),
    "sheet": (
        "<p>Layanan pasar dibuka mulai Rabu.</p><h2>Jam</h2><p>Senin - Jumat: 04.00 - 09.00 WIB</p><h2>Biaya</h2><p>Rp5.000</p>",
        "Layanan pasar dibuka mulai Rabu.",
        "Jam",
        "Senin - Jumat: 04.00 - 09.00 WIB",
        "Biaya",
        "Rp5.000",
    ),
}
FEET = {
    "copyright": "<p>Hak Cipta © 2026 Dinas Contoh. Seluruh hak dilindungi.</p><p>Jalan Muara Baru No. 3 Jakarta 14440</p>"
    "<p>Jumlah Pengunjung: 7.804</p>",
    "sentences": "<p>Dinas Perikanan melayani warga pada hari kerja.</p><p>Kritik dan saran dapat dikirim lewat surel kami.</p>",
    "none": "",
}


def _page(title: str, text: str, foot: str) -> str:
    menu = "".join(f"<tr><td><a href=/{name}>{name}</a></td></tr>" for name in ("Beranda", "Profil", "Layanan", "Kontak"))
    return (
        f"<html><head><title>{TITLE} - Dinas Contoh</title></head><body><table width=900>"
        f"<tr><td colspan=3><img src=spanduk.jpg></td></tr><tr><td width=150><table>{menu}</table></td>"
        f"<td valign=top>{title}<font size=1>Rabu, 3 Juni 2026 08:00 WIB | dibaca: 92 kali</font><br><br>{text}</td>"
        f"<td width=180><b>Berita Lain</b><br><a href=/b/1>Bupati Tinjau Tambak Udang</a><br>"
        f"<a href=/b/2>Lelang Kapal Dibuka</a></td></tr><tr><td colspan=3>{foot}</td></tr></table></body></html>"
    )


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield " ".join(cell for row in block.rows for cell in row)
        elif not isinstance(block, Image):
            yield block.text


@pytest.mark.parametrize(("title", "text", "foot"), tuple(product(TITLES, TEXTS, FEET)))
def test_the_article_of_a_layout_table_is_found_whole_and_alone(title: str, text: str, foot: str) -> None:
    """
    The article is read, whatever is in it; the foot of the site never stands in its place.
    """
    markup, *expected = TEXTS[text]

    assert expected == list(_texts(from_page(_page(TITLES[title], markup, FEET[foot]).encode(), URL).blocks))


@pytest.mark.parametrize("foot", FEET)
def test_an_article_that_goes_on_in_the_next_row_is_not_cut_off(foot: str) -> None:
    """
    Hand-made pages set the title in one row and the text in the next.
    """
    head = f"<tr><td colspan=2><h2>{TITLE}</h2></td></tr>"
    rows = f"<tr><td colspan=2>{OPENING}{QUOTE}</td></tr><tr><td colspan=2>{CLOSING}</td></tr>"
    table = f"<table>{head}{rows}<tr><td colspan=2>{FEET[foot]}</td></tr></table>"
    markup = f"<html><head><title>{TITLE}</title></head><body>{table}</body></html>"
    found = list(_texts(from_page(markup.encode(), URL).blocks))

    assert list(TEXTS["quote"][1:]) == found[:4]


def test_a_text_that_begins_in_the_titles_cell_goes_on_in_the_next_row() -> None:
    """
    In a table of one column every row may be the article's.
    """
    rows = f"<tr><td><b>{TITLE}</b><br>{OPENING}{QUOTE}</td></tr><tr><td><img src=kapal.jpg></td></tr><tr><td>{CLOSING}</td></tr>"
    markup = f"<html><head><title>{TITLE}</title></head><body><table>{rows}</table></body></html>"

    assert list(TEXTS["quote"][1:]) == list(_texts(from_page(markup.encode(), URL).blocks))
