"""Articles of many kinds and the pages of many site systems around them, for every pair to be read, for the tests."""

from __future__ import annotations

TITLE = "Pemerintah Kota Membuka Layanan Terpadu"

A = "Bandung - Pemerintah Kota Bandung membuka layanan terpadu bagi warga di halaman balai kota mulai pekan depan."
B = "“Warga cukup datang sekali untuk semua urusan,” kata Wali Kota, Dewi Lestari, Senin (1/6/2026)."
C = "Layanan itu tidak dipungut biaya, dan antrean diatur lewat aplikasi yang dapat dipakai dengan pembaca layar."
D = "Pemerintah berharap layanan itu memudahkan warga lanjut usia dan penyandang disabilitas."

# Each article: its markup, and the texts of its blocks.
ARTICLES: dict[str, tuple[str, tuple[str, ...]]] = {
    "news": ("".join(f"<p>{text}</p>" for text in (A, B, C, D)), (A, B, C, D)),
    "service": (
        f"<p>{A}</p><p>Layanan dibuka pada:</p><ul><li>Sabtu, 6 Juni 2026</li><li>Minggu, 7 Juni 2026</li></ul><h3>Jam Layanan</h3>"
        f"<p>Pukul 08.00 sampai 15.00 WIB</p><h3>Kontak Kami</h3><p>Telepon: 022-4232338</p><p>Surel: layanan@contoh.go.id</p><p>{D}</p>",
        (A, "Layanan dibuka pada:", "Sabtu, 6 Juni 2026", "Minggu, 7 Juni 2026", "Jam Layanan", "Pukul 08.00 sampai 15.00 WIB", "Kontak Kami",
         "Telepon: 022-4232338", "Surel: layanan@contoh.go.id", D),
    ),
    "agenda": (
        f"<p>{A}</p><h3>Senin, 1 Juni 2026</h3><ul><li>08.00 Apel pagi</li><li>10.00 Rapat</li></ul><h3>Selasa, 2 Juni 2026</h3>"
        f"<ul><li>09.00 Kunjungan</li></ul><p>{C}</p><p>{D}</p>",
        (A, "Senin, 1 Juni 2026", "08.00 Apel pagi", "10.00 Rapat", "Selasa, 2 Juni 2026", "09.00 Kunjungan", C, D),
    ),
    "law": (
        f"<p>{A}</p><p>Detail:</p><p>Pasal 1</p><ol><li>Warga negara berhak atas layanan.</li><li>Kategori: umum</li></ol>"
        f"<p>Lihat: Lampiran I Peraturan Wali Kota Nomor 5 Tahun 2026</p><p>17 Agustus 1945</p><p>Dibuat pada 5 Juni 2026 di Bandung.</p><p>{D}</p>",
        (A, "Detail:", "Pasal 1", "Warga negara berhak atas layanan.", "Kategori: umum",
         "Lihat: Lampiran I Peraturan Wali Kota Nomor 5 Tahun 2026", "17 Agustus 1945", "Dibuat pada 5 Juni 2026 di Bandung.", D),
    ),
    "questions": (
        f"<p>{A}</p><h4>Siapa yang dilayani?</h4><p>Semua warga.</p><h4>Informasi Lainnya</h4><p>Simak juga penjelasan lurah masing-masing.</p>"
        f"<h4>Media Sosial</h4><ul><li>Instagram</li><li>YouTube</li></ul><p>{D}</p>",
        (A, "Siapa yang dilayani?", "Semua warga.", "Informasi Lainnya", "Simak juga penjelasan lurah masing-masing.", "Media Sosial",
         "Instagram", "YouTube", D),
    ),
    "release": (
        f"<p><strong>SIARAN PERS</strong></p><p>{A}</p><p>{B}</p><blockquote><p>{C}</p></blockquote><p>{D}</p>"
        "<p>Narahubung:</p><p>Rina Wulandari</p><p>Telepon 0812 3456 7890</p>",
        ("SIARAN PERS", A, B, C, D, "Narahubung:", "Rina Wulandari", "Telepon 0812 3456 7890"),
    ),
    "numbers": (
        f"<p>{A}</p><p>Jumlah pengunjung: 1.250.</p><table><tr><th>Loket</th><th>Dilihat</th></tr><tr><td>A</td><td>12 kali</td></tr></table>"
        f"<p>Hits: 12</p><p>Ikuti kami dalam upacara pembukaan pukul 07.00 WIB.</p><p>{D}</p>",
        (A, "Jumlah pengunjung: 1.250.", "Loket; Dilihat\nA; 12 kali", "Hits: 12", "Ikuti kami dalam upacara pembukaan pukul 07.00 WIB.", D),
    ),
}  # fmt: skip

_TOP = '<header><div><a href="/">Beranda</a> <a href="/profil">Profil Dinas</a> <a href="/ppid">PPID</a></div></header>'
_FOOT = "<footer><h4>Tentang Situs</h4><p>Jalan Wastukencana 2, Bandung. Telepon pusat 112.</p><p>Hak Cipta © 2026 Diskominfo.</p></footer>"
_BESIDE = (
    '<div class="kolom-kanan"><h3>Berita Populer</h3><ul><li><a href="/1">Pasar Malam Digelar Lagi di Alun-alun Kota</a></li>'
    '<li><a href="/2">Pasar Malam Ditutup Wali Kota pada Ahad Malam</a></li></ul></div>'
)
_SHARE = (
    '<div class="d-flex"><span>Bagikan:</span> <a href="#">Facebook</a> <a href="#">Twitter</a> <a href="#">WhatsApp</a></div>'
)
_SAME = '<h3>Berita Terkait</h3><ul><li><a href="/3">Pasar Malam Usai</a></li><li><a href="/4">Pasar Malam Ramai</a></li></ul>'
_CARDS = (
    '<section><h2>Artikel Lainnya</h2><div class="row"><div class="col"><a href="/5"><img src="/5.jpg"></a><h5><a href="/5">Pasar Malam Ramai'
    ' Pengunjung</a></h5><p>Pasar malam kembali ramai setelah lama ditutup.</p></div><div class="col"><h5><a href="/6">Pasar Malam Diperluas'
    "</a></h5><p>Pasar malam akan diperluas tahun depan.</p></div></div></section>"
)


def _page(content: str) -> str:
    return (
        f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{TITLE} | Diskominfo</title></head><body>{_TOP}'
        f"<div class='wadah'>{content}{_BESIDE}</div>{_FOOT}</body></html>"
    )


# "@" is where the article stands.
LAYOUTS: dict[str, str] = {
    "joomla_3": _page(f"""<div class="item-page" itemscope><h2 itemprop="headline">{TITLE}</h2><dl class="article-info"><dt>Details</dt>
        <dd class="createdby">Ditulis oleh Admin</dd><dd class="hits">Hits: 412</dd></dl>@<ul class="pager pagenav"><li><a href="#">Prev</a></li></ul></div>"""),
    "joomla_3_bare": _page(f"""<div class="item-page"><h2>{TITLE}</h2><p>Jumat, 05 Juni 2026 | Dilihat: 99 kali</p><div itemprop="articleBody">@</div>
        <p>Kategori: <a href="/k">Berita</a></p></div>"""),
    "joomla_4": _page(f"""<main id="content"><div class="com-content-article item-page"><div class="page-header"><h1>{TITLE}</h1></div>
        <dl class="article-info text-muted"><dd class="published"><time datetime="2026-06-05T09:00:00+07:00">05 Juni 2026</time></dd></dl>
        <div class="com-content-article__body">@</div><nav class="pagenavigation"><span><a href="#">Sebelumnya</a></span></nav></div></main>"""),
    "wordpress_classic": _page(f"""<article class="post hentry"><header class="entry-header"><h1 class="entry-title">{TITLE}</h1><div class="entry-meta">
        5 Juni 2026 / admin / 3 Komentar</div></header><div class="entry-content">@{_SHARE}<p>Tags: layanan, kota</p></div></article>"""),
    "wordpress_inside": _page(f"""<div class="entry-content"><p>05 Juni 2026 10:15 WIB</p>@<p>The post <a href="/x">{TITLE}</a> appeared first on
        <a href="/">Diskominfo</a>.</p>{_SAME}</div>"""),
    "wordpress_elementor": _page(f"""<div class="elementor"><div class="elementor-widget-theme-post-title"><h1>{TITLE}</h1></div>
        <div class="elementor-widget elementor-widget-theme-post-content"><div class="elementor-widget-container">@</div></div>
        <div class="elementor-widget elementor-widget-share-buttons">Facebook Twitter</div></div>"""),
    "drupal_9": _page(f"""<article class="node node--type-berita"><div class="node__content"><div class="field field--name-field-image"><img src="/g.jpg"></div>
        <div class="field--name-body">@</div><div class="field field--name-field-tags"><a href="#">layanan</a></div></div></article>""".replace(
        "<article", f"<h1>{TITLE}</h1><article", 1)),
    "article_tag": _page(f"""<article><h1>{TITLE}</h1><p><small>Oleh Admin | 5 Juni 2026 | Dibaca 231 kali</small></p>@<p>Dibaca 231 kali</p>{_SAME}</article>"""),
    "main_tag": _page(f"""<main><h1>{TITLE}</h1><div class="info"><span>5 Juni 2026</span> <span>231 views</span></div>@{_CARDS}</main>"""),
    "unmarked": _page(f"""<div class="a1"><div class="a2"><h1>{TITLE}</h1><div class="a3">Jumat, 5 Juni 2026 · Dilihat 45 kali</div><div class="a4">@</div>
        {_SHARE}{_CARDS}</div></div>"""),
    "unmarked_flat": _page(f"""<div class="b1"><h2>{TITLE}</h2><p>Kategori: Berita Kota</p>@<p><a href="#">« Sebelumnya</a> | <a href="#">Berikutnya »</a></p>
        {_SAME}</div>"""),
    "tables": f"""<html><head><title>{TITLE}</title></head><body bgcolor=#ffffff><table width=760><tr><td colspan=2><a href=/>Beranda</a> |
        <a href=/p>Profil Dinas</a></td></tr><tr><td width=160><a href=1>Pasar Malam Usai</a><br><a href=2>Pasar Malam Ramai</a></td><td>
        <font size=4><b>{TITLE}</b></font><br><font size=1>5 Juni 2026</font>@</td></tr><tr><td colspan=2><center>Hak Cipta © 2026</center></td></tr></table></body></html>""",
    "broken": f"""<html><title>{TITLE}</title><body>{_TOP}<div class=entry-content><h1>{TITLE}</h2></b><p>5 Juni 2026</font>@</div></div><p></span>{_SHARE}""",
    "form": f"""<html><head><title>{TITLE}</title></head><body><form id=f1>{_TOP}<div id="ctl00_Isi"><span><h1>{TITLE}</h1></span>@</div>{_BESIDE}{_FOOT}</form></body></html>""",
    "next": _page(f"""<div id="__next"><section><h1 class="css-1">{TITLE}</h1><time>5 Juni 2026</time><div class="prose">@</div></section><section>{_SHARE}</section></div>"""),
    "accordion_menu": _page(f"""<main><div class="news-detail"><h1>{TITLE}</h1><button data-toggle="collapse">Menu</button>@
        <p>Baca juga: <a href="#">Pasar Malam Ramai Pengunjung</a></p><p><em>Advertisement</em></p></div></main>"""),
}  # fmt: skip

JUNK = (
    "Beranda", "Profil Dinas", "PPID", "Wastukencana", "Hak Cipta", "Populer", "Pasar Malam", "pasar malam", "Bagikan", "Twitter", "WhatsApp",
    "Berita Terkait", "Artikel Lainnya", "Ditulis oleh", "Hits: 412", "Dilihat: 99", "Dilihat 45", "231", "Prev", "« Sebelumnya", "Tags:",
    "appeared first", "Kategori: Berita", "Baca juga:", "Advertisement", "Menu", "3 Komentar", "10:15",
)  # fmt: skip
