"""Pages of portals that mark no article: page builders, hand-made Bootstrap, generated divs, forms, tables, a foot of sentences."""

from __future__ import annotations

TITLE = "Pelatihan Literasi Digital bagi Perangkat Desa Digelar di Wonosobo"
LINES = (
    "WONOSOBO – Sebanyak 250 perangkat desa mengikuti pelatihan literasi digital di Pendopo Kabupaten, Rabu (10/6/2026).",
    "Kepala Dinas, Drs. Haryanto, M.Si., mengatakan pelatihan itu bertujuan agar layanan administrasi desa lebih cepat.",
    "“Satu pintu, satu data. Warga tidak perlu bolak-balik,” ujarnya.",
    "Materi yang diberikan antara lain:",
    "Pengelolaan situs desa",
    "Keamanan data pribadi",
    "Peserta dari Desa Kalikajar, Sri Wahyuni (34), mengaku terbantu.",
    "Hasil survei awal",
    "Sebanyak 70 persen perangkat desa belum pernah mengikuti pelatihan serupa.",
    "Pelatihan akan dilanjutkan pada September 2026.",
)
TEXT = ("<p>{}</p><p>{}</p><p>{}</p><p>{}</p><ul><li>{}</li><li>{}</li></ul><p>{}</p><h3>{}</h3><p>{}</p><p>{}</p>").format(
    *LINES
)
FOOT = (
    "<p>Pemerintah Kabupaten Wonosobo berkomitmen memberi layanan informasi yang terbuka.</p>"
    "<p>Portal ini dikelola Dinas Kominfo dan diperbarui setiap hari kerja.</p><p>Jalan Sindoro 2-4, Wonosobo. Telepon (0286) 321345.</p>"
)
NAV = "<div class='top'><a href='#isi'>Lewati ke isi</a> <a href='/'>Beranda</a> <a href='/profil'>Profil Daerah</a></div>"
OTHERS = "".join(
    f"<div class='item'><a href='/b/{number}'><img src='/t{number}.jpg'></a><h4><a href='/b/{number}'>{name}</a></h4><span>9 Juni 2026</span></div>"
    for number, name in enumerate(("Bupati Tinjau Pasar Induk Pagi Ini", "Bupati Tinjau Jembatan Rusak"))
)
SHARE = "<div class='w3'>Bagikan: <a href='#'>Facebook</a></div>"


def _page(body: str, title: str = TITLE) -> str:
    return f"<!DOCTYPE html><html lang='id'><head><meta charset='utf-8'><title>{title}</title></head><body>{body}</body></html>"


def _widget(kind: str, content: str) -> str:
    inner = f"<div class='elementor-widget-container'>{content}</div>"
    return f"<div class='elementor-element elementor-widget elementor-widget-{kind}'>{inner}</div>"


PORTALS: dict[str, str] = {
    "elementor": _page(
        f"{NAV}<div class='elementor elementor-77 post'><section class='elementor-section'><div class='elementor-column'>"
        + _widget("theme-post-title", f"<h1>{TITLE}</h1>")
        + _widget(
            "post-info", "<ul><li><span>Admin</span></li><li><span>10 Juni 2026</span></li><li><span>No Comments</span></li></ul>"
        )
        + _widget("text-editor", "".join(f"<p>{line}</p>" for line in LINES[:4]))
        + _widget("text-editor", f"<ul><li>{LINES[4]}</li><li>{LINES[5]}</li></ul><p>{LINES[6]}</p>")
        + _widget("heading", f"<h3>{LINES[7]}</h3>")
        + _widget("text-editor", f"<p>{LINES[8]}</p><p>{LINES[9]}</p>")
        + _widget("share-buttons", "Bagikan <a href='#'>Facebook</a>")
        + f"</div></section></div><div class='elementor elementor-9 elementor-location-footer'>{_widget('text-editor', FOOT)}</div>",
        f"{TITLE} – Diskominfo Wonosobo",
    ),
    "bootstrap": _page(
        f"<div class='navbar'>{NAV}</div><div class='container py-5'><div class='row'><div class='col-md-8'><div class='card-body'>"
        f"<h3 class='card-title'>{TITLE}</h3><small>10 Juni 2026 120 Dilihat</small><div class='card-text'>{TEXT}</div>"
        f"<a class='btn' href='#'>Facebook</a> <a class='btn' href='#'>WhatsApp</a></div></div><div class='col-md-4'>{OTHERS}</div></div></div>"
        f"<div class='b9'><div>{FOOT}</div></div>"
    ),
    "generated divs": _page(
        f"<div id='__next'><div class='css-2'>{NAV}</div><div class='css-7x'><div class='css-88'><div class='css-t'>{TITLE}</div>"
        "<div class='css-m'><div>10 Juni 2026</div><div>3 menit baca</div></div>"
        + "".join(f"<div class='css-p'>{line}</div>" for line in LINES)
        + f"<div class='css-sh'><div>Bagikan</div><div>Facebook</div></div></div><div class='css-r'><div>Berita Lainnya</div>{OTHERS}</div></div>"
        f"<div class='css-f'>{FOOT}</div></div>"
    ),
    "one form": _page(
        f"<form method='post'>{NAV}<div id='ctl00_pnl'><span class='judul'>{TITLE}</span><br><span>Rabu, 10 Juni 2026 | 10:20 WIB</span>"
        f" <span>Dilihat 220 kali</span><div id='ctl00_divIsi'>{TEXT}</div><table><tr><td><a href='/cetak'>Print</a></td></tr></table></div>"
        f"<div class='kanan'><h4>Berita Populer</h4>{OTHERS}</div><div class='b9'>{FOOT}</div></form>"
    ),
    "own tags": _page(
        f"<app-root><app-header>{NAV}</app-header><app-detail><div class='detail'><p>Berita</p><h1>{TITLE}</h1><p>10 Juni 2026</p>"
        f"<div class='rich'>{TEXT}</div></div><div class='r'><h2>Rekomendasi</h2>{OTHERS}</div></app-detail><app-footer><div>{FOOT}</div>"
        "</app-footer></app-root>"
    ),
    "old tables": _page(
        f"<center><table width=780><tr><td colspan=3>{NAV}</td></tr><tr><td width=150><b>Menu</b><br><a href=a>Profil Daerah</a></td>"
        f"<td><font size=4><b>{TITLE}</b></font><br><font size=1>Rabu, 10 Juni 2026 10:20 - Dilihat 77 kali</font><br><br>{TEXT}"
        "<br><a href='/p'>Print</a></td><td><b>Berita Populer</b><br><a href=1>Bupati Tinjau Pasar Induk Pagi Ini</a></td></tr>"
        f"<tr><td colspan=3 align=center>{FOOT}</td></tr></table></center>",
        f":: Kabupaten :: {TITLE}",
    ),
    "title in a band": _page(
        f"{NAV}<div class='hero'><h1>{TITLE}</h1><p>10 Juni 2026</p></div><div class='isi'>{TEXT}</div><div class='bwh'>{FOOT}</div>"
    ),
    "comments of Lokomedia": _page(
        f"<div id='wrap'><div id='header'>{NAV}</div><div class='post'><h2 class='title'>{TITLE}</h2><p class='meta'>Rabu, 10 Juni 2026 -"
        f" 10:20:15 WIB</p><div class='entry'>Diposting oleh : <b>Administrator</b><br>Kategori: <a href='k'>Daerah</a> - Dibaca: <b>391</b>"
        f" kali<br><br>{TEXT}<br><b>0 Komentar :</b><br><b>Isi Komentar :</b><form><input name='n'></form></div></div>"
        f"<div id='sidebar'><h2>Berita Terkini</h2>{OTHERS}</div></div>"
    ),
    "foot below others": _page(
        f"<div class='w1'>{NAV}<div class='w2'><h1>{TITLE}</h1><div class='tgl'>10 Juni 2026</div>{TEXT}{SHARE}<h3>Berita Terkait</h3>"
        f"<div class='w4'>{OTHERS}</div></div><div class='b9'>{FOOT}</div></div>"
    ),
    "broken": f"<html><head><title>{TITLE}</title><body>{NAV}<div class=konten><h2>{TITLE}</h2>"
    + TEXT.replace("</p>", "").replace("<h3>", "</div></div><h3>")
    + "</div><div class=share>Bagikan <a href=#>Facebook</a></div><div class=pop><h4>Berita Populer</h4><ul><li><a href=1>Bupati Tinjau"
    " Pasar Induk Pagi Ini</a></li><li><a href=2>Bupati Tinjau Jembatan Rusak</a></li></ul>",
}
