"""Sources as a person adds and looks after them: a page's address is written, a feed of it chosen, and its news come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.servers import Answer, Site, serving
from tests.system.conftest import MakeWindow
from tests.system.filling import RICH, store
from tests.system.window import Window

_PAGE = """<html><head><title>Dinas Contoh</title>
<link rel="alternate" type="application/rss+xml" title="Berita" href="/umpan/berita">
<link rel="alternate" type="application/rss+xml" title="Pengumuman" href="/umpan/pengumuman">
</head><body><h1>Dinas Contoh</h1></body></html>"""
_FEED = """<rss version="2.0"><channel><title>{title}</title><link>{site}/</link><item><title>{item}</title>
<link>{site}/a/{item}</link><guid>{item}</guid><description>&lt;p&gt;{text}&lt;/p&gt;</description></item></channel></rss>"""
_TEXT = (
    "Kantor pelayanan dibuka kembali mulai hari Senin pukul delapan pagi, dan warga diminta membawa kartu tanda penduduk. " * 6
)


@pytest.fixture
def office() -> Iterator[Site]:
    """A site whose page names two feeds."""
    with serving() as site:
        site.answers["/"] = Answer(_PAGE.encode())
        for name, title, item in (("berita", "Berita Dinas", "Loket baru"), ("pengumuman", "Pengumuman Dinas", "Libur bersama")):
            body = _FEED.format(site=site.url, title=title, item=item, text=_TEXT)
            site.answers[f"/umpan/{name}"] = Answer(body.encode(), "application/rss+xml; charset=utf-8")
        yield site


@pytest.fixture
def window(open_window: MakeWindow, tmp_path: Path) -> Window:
    """A window with its panel of sources open, the focus in the field."""
    store(tmp_path / "pustaka", RICH)
    window = open_window(tmp_path / "pustaka", refresh_minutes=-1)
    window.press("ctrl+shift+s")
    window.until(lambda: window.focus().name == "Tutup Sumber")
    window.press("Tab")
    window.until(lambda: window.focus().role == "text")
    return window


def test_a_pages_address_leads_to_its_feeds_and_to_the_news_of_the_one_chosen(window: Window, office: Site) -> None:
    """
    People know the address of an office, not that of its feed; all of it goes by keyboard and is said.
    """
    since = window.eyes.count(window.pid)
    window.write(office.url)
    window.press("Return")
    window.until(lambda: window.focus().name.startswith("Tambah Berita Dinas"))
    said = window.said(since)
    assert ["Mencari sumber berita di 127.0.0.1", "2 sumber berita ditemukan di 127.0.0.1. Pilih yang ingin ditambahkan."] == said
    window.press("Tab")
    window.until(lambda: window.focus().name.startswith("Tambah Pengumuman Dinas"))
    window.press("space")
    window.until(lambda: "Pengumuman Dinas ditambahkan" in window.said(since))
    window.until(lambda: window.library(lambda library: library.counts(office.url + "/umpan/pengumuman").total) == 1)

    assert ["Kantor Contoh", "Pengumuman Dinas"] == window.library(lambda library: [feed.title for feed in library.feeds()])
    window.until(lambda: window.focus().name.startswith("Tambah Berita Dinas"))
    window.press("Escape")
    window.until(lambda: not window.shows("2 sumber berita ditemukan"))
    window.press("Escape")
    window.until(lambda: any(row.startswith("Libur bersama") for row in window.rows()))


def test_a_feed_that_its_site_gave_up_is_told_and_removed_from_its_details(window: Window, office: Site) -> None:
    """
    What went wrong, and the one thing to do about it, are heard by Tab and done by Enter; undo brings it back.
    """
    window.write(f"{office.url}/lama/feed/")
    office.answers["/lama/feed/"] = Answer(status=410)
    window.press("Return")
    address = f"{office.url}/lama/feed/"
    window.until(lambda: window.library(lambda library: library.feed_errors(address)))
    window.until(lambda: window.shows("sudah ditutup (kode 410)"))
    window.press_on(f"Rincian {address}", "Return")
    window.until(lambda: window.focus().name == f"Kembali dari {address} ke Sumber")
    words = window.words()
    assert "Berita baru tidak akan datang lagi dari sini." in words
    assert "Riwayat gangguan: Pukul" in words

    window.press("Tab")
    window.until(lambda: window.focus().name == f"Hapus {address}")
    window.press("Return")
    window.until(lambda: window.library(lambda library: library.feed(address)) is None)
    window.until(lambda: window.focus().name == "Urungkan")
    window.press("Return")
    window.until(lambda: window.library(lambda library: library.feed(address)) is not None)


def test_what_is_set_for_a_feed_and_for_all_is_kept(window: Window) -> None:
    """
    Arrows choose, and the choice holds.
    """
    window.press_on("Rincian Kantor Contoh", "space")
    window.until(lambda: window.focus().name == "Kembali dari Kantor Contoh ke Sumber")
    window.focus_on("Ambil halaman asli untuk isi lengkap: Bila perlu")
    window.press("Right")
    window.until(lambda: window.library(lambda library: library.feeds()[0].options.full_text) == "on")
    window.focus_on("Simpan artikel yang sudah dibaca: Semua")
    window.press("Right")
    window.until(lambda: window.library(lambda library: library.feeds()[0].options.keep_days) == 30)
    window.press("Escape")
    window.until(lambda: window.focus().name == "Rincian Kantor Contoh")
    window.focus_on("Ambil berita otomatis: Tidak")
    window.press("Right")

    window.until(lambda: window.settings().refresh_minutes == 0)
    assert window.focus().name == "Ambil berita otomatis: Saat dibuka"


def test_lists_go_out_and_come_in_by_keyboard(window: Window, office: Site, tmp_path: Path) -> None:
    """
    The file dialog speaks the program's language, and what was done is said.
    """
    since = window.eyes.count(window.pid)
    target = tmp_path / "daftar.opml"
    window.press_on("Ekspor daftar…", "Return")
    window.until(lambda: window.focus().role == "text")
    window.press("ctrl+a")
    window.write(str(target))
    window.press("Return")
    window.until(lambda: "1 sumber disimpan di daftar.opml." in window.said(since))

    target.write_text(
        target.read_text().replace("</body>", f'<outline text="Berita" xmlUrl="{office.url}/umpan/berita"/></body>')
    )
    window.press_on("Impor daftar…", "space")
    window.until(lambda: window.focus().role == "text")
    window.write(str(target))
    window.press("Return")
    window.until(lambda: "1 sumber ditambahkan, 1 sudah ada, 0 tidak dapat dipakai." in window.said(since))
    window.until(lambda: window.library(lambda library: library.counts(office.url + "/umpan/berita").total) == 1)
