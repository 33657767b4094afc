"""Pages and texts of feeds that hold more than paragraphs of news, each with the texts that must come out, for the tests."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    """A page (or, with ``is_feed``, a feed's own text) and the texts of its blocks but pictures, in order; "" in none."""

    name: str
    markup: str
    texts: tuple[str, ...]
    is_feed: bool = False
    credit: str | None = None


_NAV = '<nav><a href="/">Beranda</a> <a href="/profil">Profil</a></nav>'


def _page(title: str, content: str, *, head: str = "", after: str = "") -> str:
    return (
        f'<!doctype html><html lang="id"><head><meta charset="utf-8"><title>{title} - Kanwil</title>{head}</head><body>{_NAV}'
        f"{content}{after}<footer>Hak cipta © 2026 Kanwil. Beranda. Peta Situs.</footer></body></html>"
    )


_SERVICE = """<p>Jakarta - Kantor Imigrasi membuka layanan paspor simpatik bagi masyarakat yang tidak sempat datang pada hari kerja.</p>
<p>Pendaftaran dilayani pada hari berikut ini dan tidak dipungut biaya tambahan:</p>
<ul><li>Sabtu, 6 Juni 2026</li><li>Minggu, 7 Juni 2026</li><li>13 Juni 2026 pukul 08.00 WIB</li></ul>
<h3>Persyaratan</h3><ol><li>Kategori: umum, usia di atas 17 tahun</li><li>KTP asli</li><li>Halaman: 1 2 3</li></ol>
<h3>Jam Layanan</h3><p>Senin sampai Kamis pukul 08.00 sampai 15.00 WIB.</p>
<h3>Alamat Kantor</h3><p>Jalan Warung Buncit Raya Nomor 207, Jakarta Selatan.</p>
<h3>Hubungi Kami</h3><p>Telepon 021-7996334 pada jam kerja.</p>
<h3>Media Sosial</h3><ul><li>Instagram</li><li>Facebook</li></ul>
<p>Detail</p><p>Lihat: lampiran persyaratan lengkap pada dinding pengumuman kantor.</p>
<p>Sumber: data Direktorat Jenderal Imigrasi tahun 2025 yang diolah.</p>
<p>Setiap pemohon akan menerima paspor dalam empat hari kerja. (Khusus warga DKI Jakarta)</p>"""
_SERVICE_TEXTS = (
    "Jakarta - Kantor Imigrasi membuka layanan paspor simpatik bagi masyarakat yang tidak sempat datang pada hari kerja.",
    "Pendaftaran dilayani pada hari berikut ini dan tidak dipungut biaya tambahan:",
    "Sabtu, 6 Juni 2026",
    "Minggu, 7 Juni 2026",
    "13 Juni 2026 pukul 08.00 WIB",
    "Persyaratan",
    "Kategori: umum, usia di atas 17 tahun",
    "KTP asli",
    "Halaman: 1 2 3",
    "Jam Layanan",
    "Senin sampai Kamis pukul 08.00 sampai 15.00 WIB.",
    "Alamat Kantor",
    "Jalan Warung Buncit Raya Nomor 207, Jakarta Selatan.",
    "Hubungi Kami",
    "Telepon 021-7996334 pada jam kerja.",
    "Media Sosial",
    "Instagram",
    "Facebook",
    "Detail",
    "Lihat: lampiran persyaratan lengkap pada dinding pengumuman kantor.",
    "Sumber: data Direktorat Jenderal Imigrasi tahun 2025 yang diolah.",
    "Setiap pemohon akan menerima paspor dalam empat hari kerja. (Khusus warga DKI Jakarta)",
)
_TITLE = "Layanan Paspor Simpatik Dibuka"

_LONG = "Pemerintah daerah menyampaikan bahwa layanan bagi masyarakat tetap dibuka seperti biasa selama masa perbaikan gedung."
_LONGER = "Warga diminta membawa dokumen asli beserta salinannya, dan datang paling lambat satu jam sebelum loket ditutup."
_LAST = "Seluruh layanan itu tidak dipungut biaya apa pun, kata kepala dinas menutup penjelasannya kepada wartawan."

LINES = (
    "Jumlah pengunjung: 1.250.",
    "17 Agustus 1945",
    "Dibuat pada 5 Juni 2026 di Jakarta.",
    "Lihat: Lampiran I Peraturan Menteri Hukum Nomor 5 Tahun 2026",
    "Simak juga penjelasan Menteri mengenai hak warga negara dalam siaran radio",
    "Baca juga lampiran keputusan ini untuk syarat lengkap pendaftaran.",
    "Ikuti kami dalam upacara peringatan hari ulang tahun mulai pukul 07.00 WIB.",
    "Copyright adalah hak eksklusif pencipta atas ciptaannya",
    "Detail:",
    "Iklan",
    "Instagram",
    "Kategori: umum dan pelajar",
    "Update 5 Juni 2026: jadwal berubah",
    "Berikutnya",
    "Sebelumnya",
)

CASES = (
    Case("service_article", _page(_TITLE, f"<main><article><h1>{_TITLE}</h1>{_SERVICE}</article></main>"), _SERVICE_TEXTS),
    Case("service_feed", _SERVICE, _SERVICE_TEXTS, is_feed=True),
    Case("service_joomla_4", _page(_TITLE, f"""<main><div class="com-content-article item-page"><div class="page-header"><h1>{_TITLE}</h1></div>
<dl class="article-info"><dd class="published">Diterbitkan: 05 Juni 2026</dd><dd class="hits">Dilihat: 12</dd></dl>
<div class="com-content-article__body">{_SERVICE}</div><nav class="pagenavigation"><a href="/x">Sebelumnya</a></nav></div></main>"""), _SERVICE_TEXTS),
    Case("service_wordpress", _page(_TITLE, f"""<article class="post hentry"><h1 class="entry-title">{_TITLE}</h1><div class="entry-meta">5 Juni 2026</div>
<div class="entry-content">{_SERVICE}<div class="sharedaddy"><h3>Bagikan ini:</h3><ul><li><a href="#">Facebook</a></li></ul></div></div>
<footer class="entry-footer">Kategori: Berita</footer></article>"""), _SERVICE_TEXTS),
    Case("service_unmarked", _page(_TITLE, f"""<div class="w"><div class="c1"><h1>{_TITLE}</h1><div class="t">Jumat, 5 Juni 2026 | Dilihat 45 kali</div>{_SERVICE}
<div>Bagikan: <a href="#">Facebook</a> <a href="#">Twitter</a></div></div></div>"""), _SERVICE_TEXTS),
    Case("service_table", f"""<html><head><title>{_TITLE}</title></head><body><table width=900><tr><td colspan=2><a href=/>Beranda</a> |
<a href=/p>Profil</a></td></tr><tr><td width=150><a href=1>Satu</a><br><a href=2>Dua</a></td><td><h2>{_TITLE}</h2>{_SERVICE}</td></tr>
<tr><td colspan=2>© 2026 Kanwil</td></tr></table></body></html>""", _SERVICE_TEXTS),
    Case("lines_in_the_middle", _page("Ragam Baris", f"<article><h1>Ragam Baris</h1><p>{_LONG}</p>"
        + "".join(f"<p>{line}</p>" for line in LINES) + f"<p>{_LAST}</p></article>"), (_LONG, *LINES, _LAST)),
    Case("lines_in_a_feed", f"<div><p>{_LONG}</p>" + "".join(f"<p>{line}</p>" for line in LINES) + f"<p>{_LAST}</p></div>",
        (_LONG, *LINES, _LAST), is_feed=True),
    Case("headings_in_the_middle", f"<p>{_LONG}</p>" + "".join(f"<h3>{line}</h3><p>{_LONGER}</p>" for line in LINES) + f"<p>{_LAST}</p>",
        (_LONG, *(text for line in LINES for text in (line, _LONGER)), _LAST), is_feed=True),
    Case("junk_around", _page("Layanan Tetap Buka", f"""<div class="x"><h1>Layanan Tetap Buka</h1>
<p class="meta">Rabu, 4 Maret 2026 | Dibaca 231 kali</p><p>Kategori: Berita Utama</p><p><a href="#">Cetak</a> <a href="#">Kirim</a></p><p>{_LONG}</p>
<p>Baca juga: <a href="/lain">Wali Kota Resmikan Taman Kota yang Baru</a></p><p>{_LONGER}</p>
<p><strong>Lihat Juga : <a href="#">Pasar Ikan Dibangun Kembali Tahun Depan</a></strong></p><p>{_LAST}</p>
<p>Tags: pasar, layanan</p><p>Dibaca 512 kali</p><p>Facebook Twitter WhatsApp</p><p><a href="/s">« Sebelumnya</a> <a href="/b">Berikutnya »</a></p>
<h3>Berita Terkait</h3><ul><li><a href="/1">Pasar Ikan Dibangun</a></li><li><a href="/2">Taman Kota</a></li></ul><p>© 2026 Kanwil. Hak cipta dilindungi.</p></div>"""),
        (_LONG, _LONGER, _LAST)),
    Case("meta_without_class", _page("Layanan Tetap Buka", f"""<article><h1>Layanan Tetap Buka</h1><p>Rabu, 4 Maret 2026 | Dibaca 231 kali</p>
<p>{_LONG}</p><p>{_LAST}</p></article>"""), (_LONG, _LAST)),
    Case("meta_in_a_feed", f"<div><p>Rabu, 4 Maret 2026 10:20 WIB - Admin - 231 kali dibaca</p><p>{_LONG}</p><p>{_LAST}</p><p>Hits: 12</p></div>",
        (_LONG, _LAST), is_feed=True),
    Case("agenda", _page("Agenda Pekan Ini", f"""<article><h1>Agenda Pekan Ini</h1><h3>Senin, 1 Juni 2026</h3><p>Upacara Hari Lahir Pancasila di lapangan.</p>
<h3>Selasa, 2 Juni 2026</h3><p>Rapat koordinasi di aula.</p><h3>Rabu, 3 Juni 2026</h3><p>Kunjungan ke desa.</p></article>"""),
        ("Senin, 1 Juni 2026", "Upacara Hari Lahir Pancasila di lapangan.", "Selasa, 2 Juni 2026", "Rapat koordinasi di aula.",
         "Rabu, 3 Juni 2026", "Kunjungan ke desa.")),
    Case("agenda_of_two_days", _page("Agenda", f"""<article><h1>Agenda</h1><p><b>1 Juni 2026</b></p><p>{_LONG}</p><p><b>2 Juni 2026</b></p><p>{_LAST}</p></article>""",
        head="<meta property='article:published_time' content='2026-06-01T08:00:00+07:00'>"), ("1 Juni 2026", _LONG, "2 Juni 2026", _LAST)),
    Case("a_date_that_is_the_pages", _page("Hari Merdeka", f"""<article><h1>Hari Merdeka</h1><p>5 Juni 2026</p><p>{_LONG}</p><p>17 Agustus 1945</p><p>{_LAST}</p></article>"""),
        (_LONG, "17 Agustus 1945", _LAST)),
    Case("agenda_bold", f"""<p><strong>Senin, 1 Juni 2026</strong></p><p>{_LONG}</p><p><strong>Selasa, 2 Juni 2026</strong></p><p>{_LAST}</p>""",
        ("Senin, 1 Juni 2026", _LONG, "Selasa, 2 Juni 2026", _LAST), is_feed=True),
    Case("agenda_ends_in_dates", f"""<p>{_LONG}</p><p>Layanan keliling hadir pada:</p><ul><li>Senin, 1 Juni 2026</li><li>Rabu, 3 Juni 2026 pukul 09.00 WIB</li></ul>""",
        (_LONG, "Layanan keliling hadir pada:", "Senin, 1 Juni 2026", "Rabu, 3 Juni 2026 pukul 09.00 WIB"), is_feed=True),
    Case("law", _page("Peraturan Menteri tentang Paspor", f"""<div class="item-page"><h2>Peraturan Menteri tentang Paspor</h2><p>{_LONG}</p><p>Detail:</p>
<p>Pasal 1</p><p>Dalam Peraturan Menteri ini yang dimaksud dengan paspor adalah dokumen perjalanan.</p><p>Pasal 2</p>
<ol type="a"><li>paspor biasa; dan</li><li>paspor elektronik.</li></ol><p>Kategori: Peraturan Menteri</p><p>Lihat: Pasal 5 Undang-Undang Nomor 6 Tahun 2011</p>
<p>Peraturan Menteri ini mulai berlaku pada tanggal diundangkan.</p><p>Ditetapkan di Jakarta pada tanggal</p><p>17 Agustus 2025</p><p>Menteri Hukum,</p><p>ttd.</p></div>"""),
        (_LONG, "Detail:", "Pasal 1", "Dalam Peraturan Menteri ini yang dimaksud dengan paspor adalah dokumen perjalanan.", "Pasal 2",
         "paspor biasa; dan", "paspor elektronik.", "Kategori: Peraturan Menteri", "Lihat: Pasal 5 Undang-Undang Nomor 6 Tahun 2011",
         "Peraturan Menteri ini mulai berlaku pada tanggal diundangkan.", "Ditetapkan di Jakarta pada tanggal", "17 Agustus 2025",
         "Menteri Hukum,", "ttd.")),
    Case("faq_accordion", _page("Tanya Jawab Paspor", f"""<main><h1>Tanya Jawab Paspor</h1><div class="entry-content"><p>{_LONG}</p><div class="accordion" id="faq">
<div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button" data-bs-toggle="collapse" data-bs-target="#a1">Berapa lama paspor selesai?</button></h2>
<div id="a1" class="accordion-collapse collapse"><div class="accordion-body"><p>Paspor selesai dalam empat hari kerja.</p></div></div></div>
<div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button collapsed" data-bs-toggle="collapse">Di mana saya mendaftar?</button></h2>
<div id="a2" class="accordion-collapse collapse" style="display:none"><div class="accordion-body"><p>Melalui aplikasi M-Paspor.</p></div></div></div></div></div></main>"""),
        (_LONG, "Berapa lama paspor selesai?", "Paspor selesai dalam empat hari kerja.", "Di mana saya mendaftar?", "Melalui aplikasi M-Paspor.")),
    Case("faq_details", _page("Tanya Jawab", f"""<article><h1>Tanya Jawab</h1><p>{_LONG}</p><details><summary>Apa syaratnya?</summary><p>KTP asli.</p></details>
<dl><dt>Kapan buka?</dt><dd>Senin sampai Jumat.</dd><dt>Kontak</dt><dd>0812 3456</dd></dl></article>"""),
        (_LONG, "Apa syaratnya?", "KTP asli.", "Kapan buka?", "Senin sampai Jumat.", "Kontak", "0812 3456")),
    Case("press_release", _page("Siaran Pers Nomor 5", f"""<article class="node node--type-article"><h1>Siaran Pers Nomor 5</h1><div class="field--name-body">
<p>{_LONG}</p><p>{_LONGER}</p><p>{_LAST}</p><h4>Tentang Kami</h4><p>Badan ini melayani warga sejak 1970.</p><h4>Kontak</h4><p>Rina Wulandari</p>
<p>Telepon: 0812 3456 7890</p><p>Surel: humas@contoh.go.id</p></div></article>"""),
        (_LONG, _LONGER, _LAST, "Tentang Kami", "Badan ini melayani warga sejak 1970.", "Kontak", "Rina Wulandari",
         "Telepon: 0812 3456 7890", "Surel: humas@contoh.go.id")),
    Case("press_release_unmarked", _page("Siaran Pers Nomor 6", f"""<div class="a"><div class="b"><h1>Siaran Pers Nomor 6</h1><p>{_LONG}</p><p>{_LONGER}</p><p>{_LAST}</p>
<h4>Alamat</h4><p>Jalan Merdeka 5, Bandung, lantai dua.</p><h4>Kontak</h4><p>Hubungi Rina di nomor 0812.</p></div></div>"""),
        (_LONG, _LONGER, _LAST, "Alamat", "Jalan Merdeka 5, Bandung, lantai dua.", "Kontak", "Hubungi Rina di nomor 0812.")),
    Case("sections_unmarked", _page("Layanan Akta", f"""<div class="a"><h1>Layanan Akta</h1><section><p>{_LONG}</p><p>{_LONGER}</p></section>
<section><h2>Jam Layanan</h2><p>Senin sampai Jumat pukul 08.00.</p></section><section><h2>Hubungi Kami</h2><p>Datang ke loket tiga di lantai satu.</p></section></div>"""),
        (_LONG, _LONGER, "Jam Layanan", "Senin sampai Jumat pukul 08.00.", "Hubungi Kami", "Datang ke loket tiga di lantai satu.")),
    Case("other_information", f"""<p>{_LONG}</p><h3>Informasi Lainnya</h3><ul><li>Pembayaran dilakukan lewat bank terdekat.</li>
<li>Paspor diambil sendiri oleh pemohon.</li></ul><p>{_LAST}</p>""",
        (_LONG, "Informasi Lainnya", "Pembayaran dilakukan lewat bank terdekat.", "Paspor diambil sendiri oleh pemohon.", _LAST), is_feed=True),
    Case("related_cards", _page("Layanan Tetap Buka", f"""<div class="x"><h1>Layanan Tetap Buka</h1><div class="y"><p>{_LONG}</p><p>{_LONGER}</p><p>{_LAST}</p></div>
<div class="z"><h3>Berita Lainnya</h3><div class="kartu"><a href="/1">Pasar Ikan Dibangun Kembali</a><p>Pasar ikan lama rusak karena ombak besar bulan lalu.</p><span>3 Juni 2026</span></div>
<div class="kartu"><a href="/2">Taman Kota Diresmikan Wali Kota</a><p>Taman kota yang baru memiliki jalur bagi pengguna kursi roda.</p><span>2 Juni 2026</span></div></div></div>"""),
        (_LONG, _LONGER, _LAST)),
    Case("links_the_text_announces", f"""<p>{_LONG}</p><p>Dasar hukum layanan ini:</p><ul><li><a href="/uu">Undang-Undang Nomor 6 Tahun 2011</a></li>
<li><a href="/pp">Peraturan Pemerintah Nomor 31 Tahun 2013</a></li><li><a href="/pm">Peraturan Menteri Nomor 5 Tahun 2026</a></li></ul><p>{_LAST}</p>""",
        (_LONG, "Dasar hukum layanan ini:", "Undang-Undang Nomor 6 Tahun 2011", "Peraturan Pemerintah Nomor 31 Tahun 2013",
         "Peraturan Menteri Nomor 5 Tahun 2026", _LAST), is_feed=True),
    Case("related_list_in_the_text", f"""<p>{_LONG}</p><p><strong>Baca juga:</strong></p><ul><li><a href="/1">Pasar Ikan Dibangun Kembali Tahun Depan</a></li>
<li><a href="/2">Taman Kota Diresmikan Wali Kota Semarang</a></li><li><a href="/3">Jalan Desa Diperbaiki Bulan Ini</a></li></ul><p>{_LAST}</p>""",
        (_LONG, _LAST), is_feed=True),
    Case("gallery", _page("Galeri Kegiatan", f"""<article><h1>Galeri Kegiatan</h1><p>{_LONG}</p><figure><img src="/1.jpg"><figcaption>Peserta mendengarkan arahan kepala dinas.</figcaption></figure>
<figure><img src="/2.jpg"><figcaption>Foto bersama, 5 Juni 2026</figcaption></figure><p>{_LAST}</p></article>"""),
        (_LONG, "Peserta mendengarkan arahan kepala dinas.", "Foto bersama, 5 Juni 2026", _LAST)),
    Case("table", _page("Jadwal SIM Keliling", f"""<article><h1>Jadwal SIM Keliling</h1><p>{_LONG}</p><table><tr><th>Tanggal</th><th>Tempat</th></tr>
<tr><td>Senin, 1 Juni 2026</td><td>Lapangan</td></tr><tr><td>Selasa, 2 Juni 2026</td><td>Pasar</td></tr></table><p>{_LAST}</p></article>"""),
        (_LONG, "Tanggal; Tempat\nSenin, 1 Juni 2026; Lapangan\nSelasa, 2 Juni 2026; Pasar", _LAST)),
    Case("deleted_and_quoted", f"""<p>{_LONG}</p><p>Biaya <del>Rp350.000</del> Rp300.000 per orang.</p><blockquote><p>Kami siap melayani.</p><footer>Rina, kepala kantor</footer></blockquote><p>{_LAST}</p>""",
        (_LONG, "Biaya Rp350.000 Rp300.000 per orang.", "Kami siap melayani.", "Rina, kepala kantor", _LAST), is_feed=True),
    Case("information_sheet", """<p>Kategori: Layanan Publik</p><p>Tarif: gratis</p><p>Waktu: dua hari kerja</p><p>Warga datang ke loket dengan membawa KTP.</p>""",
        ("Kategori: Layanan Publik", "Tarif: gratis", "Waktu: dua hari kerja", "Warga datang ke loket dengan membawa KTP."), is_feed=True),
    Case("ends_with_networks", f"""<p>{_LONG}</p><p>{_LAST}</p><h3>Media Sosial</h3><ul><li>Instagram</li><li>Facebook</li></ul>""",
        (_LONG, _LAST, "Media Sosial", "Instagram", "Facebook"), is_feed=True),
    Case("ends_with_shares", f"""<p>{_LONG}</p><p>{_LAST}</p><h3>Bagikan</h3><ul><li>Instagram</li><li>Facebook</li></ul>""",
        (_LONG, _LAST), is_feed=True),
    Case("ends_with_facts", f"""<p>{_LONG}</p><p>Tarif: gratis</p><p>Waktu: dua hari kerja</p><p>Kategori: umum</p>""",
        (_LONG, "Tarif: gratis", "Waktu: dua hari kerja", "Kategori: umum"), is_feed=True),
    Case("facts_and_tags", f"""<p>{_LONG}</p><p>{_LAST}</p><p>Surel: humas@contoh.go.id</p><p>Kategori: <a href="#">Berita</a>, <a href="#">Kota</a></p>""",
        (_LONG, _LAST, "Surel: humas@contoh.go.id"), is_feed=True),
    Case("ends_with_a_date", f"""<p>{_LONG}</p><p>{_LAST}</p><p>Proklamasi dibacakan pada</p><p>17 Agustus 1945</p>""",
        (_LONG, _LAST, "Proklamasi dibacakan pada", "17 Agustus 1945"), is_feed=True),
    Case("headings_in_headers", _page("Panduan Layanan", f"""<article><header><h1>Panduan Layanan</h1><p>Oleh Admin</p></header><p>{_LONG}</p>
<section><header><h2>Persyaratan</h2></header><p>KTP asli dan salinannya.</p></section><section><header><h2>Biaya</h2></header><p>Tidak ada.</p></section></article>"""),
        (_LONG, "Persyaratan", "KTP asli dan salinannya.", "Biaya", "Tidak ada.")),
    Case("links_under_a_heading", f"""<p>{_LONG}</p><h3>Daftar Layanan</h3><ul><li><a href="/a">Pembuatan paspor baru bagi warga</a></li><li><a href="/b">Penggantian paspor
yang rusak berat</a></li><li><a href="/c">Pengaduan layanan paspor secara daring</a></li></ul><p>{_LAST}</p>""",
        (_LONG, "Daftar Layanan", "Pembuatan paspor baru bagi warga", "Penggantian paspor yang rusak berat", "Pengaduan layanan paspor secara daring",
         _LAST), is_feed=True),
    Case("shares_in_the_middle", f"""<p>{_LONG}</p><p>Bagikan: <a href="#">Facebook</a> <a href="#">Twitter</a></p><p>Tags: <a href="/t">kota</a>, <a href="/u">air</a></p><p>{_LAST}</p>""",
        (_LONG, _LAST), is_feed=True),
    Case("short_news", _page("Kantor Tutup", """<div class="item-page"><h2>Kantor Tutup</h2><p>Kantor tutup pada hari libur nasional.</p><p>Hits: 3</p></div>"""),
        ("Kantor tutup pada hari libur nasional.",)),
    Case("only_short_lines", """<p>Jadwal SIM keliling</p><ul><li>Senin: Lapangan</li><li>Selasa: Pasar</li></ul><p>Hits: 3</p>""",
        ("Jadwal SIM keliling", "Senin: Lapangan", "Selasa: Pasar"), is_feed=True),
    Case("only_dates", """<ul><li>Senin, 1 Juni 2026</li><li>Selasa, 2 Juni 2026</li></ul>""", ("Senin, 1 Juni 2026", "Selasa, 2 Juni 2026"), is_feed=True),
    Case("ends_with_a_reference", f"""<p>{_LONG}</p><p>{_LAST}</p><p>Lihat: Lampiran I Peraturan Menteri Nomor 5 Tahun 2026</p>""",
        (_LONG, _LAST, "Lihat: Lampiran I Peraturan Menteri Nomor 5 Tahun 2026"), is_feed=True),
    Case("ends_with_a_hint", f"""<p>{_LONG}</p><p>{_LAST}</p><p>Simak juga penjelasan Menteri mengenai hak warga negara</p><p>Baca juga: Pasar Ikan Dibuka</p>
<p>Baca Juga Pasar Ikan Dibuka Lagi</p>""", (_LONG, _LAST, "Simak juga penjelasan Menteri mengenai hak warga negara"), is_feed=True),
    Case("begins_with_an_update", f"""<p>Update 5 Juni 2026: jadwal berubah</p><p>{_LONG}</p><p>Ikuti kami dalam upacara pukul 07.00</p><p>Ikuti kami di Instagram</p>""",
        ("Update 5 Juni 2026: jadwal berubah", _LONG, "Ikuti kami dalam upacara pukul 07.00"), is_feed=True),
    Case("files_behind_a_reference", f"""<p>{_LONG}</p><p>Lihat: <a href="/l.pdf">Lampiran I Peraturan Menteri</a></p><p>Tonton: <a href="https://youtu.be/abcdefghijk">siaran
ulang</a></p><p>Baca juga: <a href="/pasar">Pasar Ikan Dibuka</a></p><p>{_LAST}</p>""",
        (_LONG, "Lihat: Lampiran I Peraturan Menteri", "Tonton: siaran ulang", _LAST), is_feed=True),
    Case("path_above_the_title", _page("Layanan Tetap Buka", f"""<div class="isi"><div>Anda berada di: <a href="/">Awal</a> &raquo; <a href="/b">Kabar</a></div><h1>Layanan Tetap Buka</h1>
<div>Ditulis oleh: Admin pada 5 Juni 2026</div><p>{_LONG}</p><p>{_LONGER}</p><p>{_LAST}</p></div>"""), (_LONG, _LONGER, _LAST)),
    Case("attachments", _page("Pengumuman Lelang", f"""<h1>Pengumuman Lelang</h1><div class="node node-pengumuman"><div class="content"><div class="field field-name-body">
<p>{_LONG}</p><p>{_LAST}</p></div><div class="field field-name-field-lampiran"><div class="field-label">Lampiran:&nbsp;</div><div class="field-item">
<a href="/files/x.pdf">Surat edaran</a></div></div></div><ul class="links inline"><li><a href="#">12 views</a></li></ul></div>"""),
        (_LONG, _LAST, "Lampiran:", "Dokumen: Surat edaran")),
    Case("comments_and_topics", _page("Layanan Tetap Buka", f"""<article><h1>Layanan Tetap Buka</h1><p>{_LONG}</p><p>{_LAST}</p><h4>Topik</h4><ul><li><a href="#">pasar</a></li>
<li><a href="#">kota</a></li></ul><h3>Komentar</h3><form><p>Nama</p><input></form></article>"""), (_LONG, _LAST)),
    Case("likes", f"""<p>{_LONG}</p><p>{_LAST}</p><h3>Menyukai ini:</h3><p>Suka Memuat...</p>""", (_LONG, _LAST), is_feed=True),
    Case("last_bracket", f"<p>{_LONG}</p><p>{_LAST} (Pengumuman ini berlaku hingga Desember)</p>",
        (_LONG, f"{_LAST} (Pengumuman ini berlaku hingga Desember)"), is_feed=True),
    Case("footer_columns_without_a_mark", f"""<html><head><title>Layanan Akta Dibuka</title></head><body><div><div><h1>Layanan Akta Dibuka</h1><p>{_LONG}</p><p>{_LONGER}</p><p>{_LAST}</p></div>
<div><div><h4>Jam Operasional</h4><p>Senin sampai Jumat pukul 08.00 sampai dengan 15.00 setiap pekan.</p></div>
<div><h4>Hubungi Kami</h4><p>Jalan Siliwangi 514, Semarang. Telepon (024) 7601000.</p></div></div></div></body></html>""", (_LONG, _LONGER, _LAST)),
    Case("feed_end_of_wordpress", f"""<p>{_LONG}</p><p>{_LAST} (Humas/Rina)</p><p>The post <a href="/x">Layanan</a> appeared first on <a href="/">Kanwil</a>.</p>""",
        (_LONG, _LAST), is_feed=True, credit="Humas/Rina"),
    Case("share_links_in_the_middle", f"""<p>{_LONG}</p><p><a href="https://www.facebook.com/sharer/sharer.php?u=x">Facebook</a>
<a href="https://twitter.com/intent/tweet?u=x">Twitter</a></p><h3>Media Sosial</h3><ul><li><a href="https://www.instagram.com/kanwil">Instagram</a></li></ul><p>{_LAST}</p>""",
        (_LONG, "Media Sosial", "Instagram", _LAST), is_feed=True),
    Case("numbered_headings_hand_made", f"""<div>{_LONG}<br><br><b>Jam Layanan</b><br>08.00 sampai 15.00 WIB<br><br><b>Kontak</b><br>Telepon 0812 3456<br><br>{_LAST}</div>""",
        (_LONG, "Jam Layanan 08.00 sampai 15.00 WIB", "Kontak Telepon 0812 3456", _LAST), is_feed=True),
)  # fmt: skip
