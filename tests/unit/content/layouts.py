"""Pages in the layouts that Indonesian offices use, all around one article, for the tests of extraction."""

from __future__ import annotations

TITLE = "Pelayanan Paspor Dibuka hingga Sabtu"
PARAGRAPHS = (
    (
        "Semarang – Kantor Imigrasi Semarang membuka layanan paspor pada hari Sabtu mulai bulan depan. Kebijakan itu menjawab"
        " permintaan warga yang bekerja dari Senin sampai Jumat."
    ),
    "“Kami mendengar keluhan masyarakat, dan kami menjawabnya dengan jadwal baru,” ujar Kepala Kantor, Rina Wulandari, Kamis (4/6/2026).",
    "Kuota hari Sabtu sebanyak 120 pemohon. Pendaftaran tetap melalui aplikasi M-Paspor.",
    "Warga lanjut usia dan penyandang disabilitas dilayani tanpa antrean (jalur prioritas).",
    "Informasi lebih lanjut tersedia di kantor imigrasi terdekat.",
)
CREDIT = "Humas Kanim Semarang, foto: Arif"
JUNK = (
    "Beranda", "Layanan Publik", "Berita Terbaru", "Lomba Menulis", "Hits", "Dilihat", "Cetak", "Bagikan", "spambots", "{gallery",
    "{loadmodule", "Hak Cipta", "Jalan Siliwangi", "Selengkapnya", "Baca juga", "Kategori", "Komentar", "Facebook", "cookie",
    "Previous", "Sebelumnya", "Tags", "Ditulis oleh", "IMG_2041", "rss", "Kirim lewat", "Panel admin",
)  # fmt: skip

NAV = (
    '<div class="topbar"><a href="/">Beranda</a> <a href="/layanan">Layanan Publik</a> <a href="/ppid">PPID</a></div><nav><ul>'
    '<li><a href="/">Beranda</a></li><li><a href="/profil">Profil</a></li><li><a href="/layanan">Layanan Publik</a></li></ul></nav>'
)
SIDEBAR = (
    '<div id="kanan"><h3>Berita Terbaru</h3><ul><li><a href="/1">Lomba Menulis Antarpegawai Digelar Lagi Tahun Ini</a></li>'
    '<li><a href="/2">Lomba Menulis Pekan Kedua Diikuti Ratusan Peserta</a></li><li><a href="/3">Lomba Menulis Usai</a></li></ul></div>'
)
FOOTER = '<div id="bawah"><p>Jalan Siliwangi 514, Semarang</p><p>Hak Cipta © 2026 Kantor Imigrasi</p></div>'


def page(content: str, *, head: str = "", title: str = f"{TITLE} - Kantor Imigrasi Semarang", language: str = "id-ID") -> str:
    """Return a whole page with menu, sidebar and footer around *content*."""
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body>{NAV}<div class='container'>{content}{SIDEBAR}</div>{FOOTER}</body></html>"
    )


def _p(paragraphs: tuple[str, ...] = PARAGRAPHS, style: str = "") -> list[str]:
    return [f"<p{style}>{text}</p>" for text in paragraphs]


_LAST = f"{PARAGRAPHS[-1]} ({CREDIT})"
_WITH_CREDIT = (*PARAGRAPHS[:-1], _LAST)
_JUSTIFIED = ' style="text-align: justify;"'

JOOMLA_3 = page(
    f"""<div class="item-page"><div class="page-header"><h2>{TITLE}</h2></div>
<div class="icons"><div class="btn-group pull-right"><ul class="dropdown-menu actions"><li class="print-icon"><a href="#">Cetak</a></li>
<li class="email-icon"><a href="#">Kirim lewat surel</a></li></ul></div></div>
<dl class="article-info muted"><dt class="article-info-term">Details</dt><dd class="createdby">Ditulis oleh <span>Super User</span></dd>
<dd class="category-name">Kategori: <a href="/b">Berita</a></dd><dd class="published">Diterbitkan: 05 Juni 2026</dd>
<dd class="hits">Hits: 412</dd></dl>
<p><img src="/images/IMG_2041.JPG" alt="IMG_2041" width="800" height="533"/></p>
{"".join(_p(_WITH_CREDIT, _JUSTIFIED))}
<p>{{gallery}}2026/juni/paspor{{/gallery}}</p><p>{{loadmodule mod_random_image,Foto}}</p><p>&nbsp;</p>
<p>Surel: <span id="cloak1">This email address is being protected from spambots. You need JavaScript enabled to view it.</span></p>
<ul class="pager pagenav"><li class="previous"><a href="/x">Previous</a></li><li class="next"><a href="/y">Next</a></li></ul></div>"""
).replace("<p>Surel: <span", "<p><span")

JOOMLA_5 = page(
    f"""<main><div class="com-content-article item-page" itemscope><meta itemprop="inLanguage" content="id-ID">
<div class="page-header"><h1 itemprop="headline">{TITLE}</h1></div>
<dl class="article-info text-muted"><dd class="hits"><span class="icon-eye"></span> Dilihat: 99</dd></dl>
<figure class="left item-image"><img src="/images/2026/IMG_2041.jpg#joomlaImage://local-images/2026/IMG_2041.jpg?width=900"
 alt="" itemprop="image"></figure>
<div itemprop="articleBody" class="com-content-article__body">{"".join(_p(_WITH_CREDIT))}</div>
<div class="com-content-article__links"><a href="/z">Selengkapnya</a></div>
<nav class="pagenavigation"><a class="btn previous" href="/x">Sebelumnya</a></nav></div></main>""",
    language="en-gb",
)

JOOMLA_K2 = page(
    f"""<div id="k2Container" class="itemView"><div class="itemHeader"><span class="itemDateCreated">Jumat, 05 Juni 2026 09:30</span>
<h2 class="itemTitle">{TITLE}</h2><span class="itemAuthor">Ditulis oleh <a href="#">Admin</a></span></div>
<div class="itemToolbar"><ul><li>ukuran huruf</li><li>Cetak</li></ul></div>
<div class="itemBody"><div class="itemIntroText"><p>{PARAGRAPHS[0]}</p></div>
<div class="itemFullText">{"".join(_p(_WITH_CREDIT[1:]))}</div></div>
<div class="itemLinks"><span>Kategori</span> <a href="#">Berita</a></div><div class="itemRelated"><h3>Berita terkait</h3></div></div>"""
)

WORDPRESS = page(
    f"""<article id="post-12" class="post-12 post type-post hentry"><header class="entry-header"><h1 class="entry-title">{TITLE}</h1>
<div class="entry-meta">5 Juni 2026 oleh admin | 3 Komentar</div></header>
<div class="entry-content"><figure class="wp-caption"><img class="lazyload" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="
 data-src="/wp-content/uploads/2026/06/IMG_2041-1024x683.jpg" alt="IMG_2041"></figure>
{_p()[0]}{_p()[1]}<p><strong>Baca juga: <a href="/lain">Lomba Menulis Antarpegawai</a></strong></p>{_p()[2]}{_p()[3]}
<p>{_LAST}</p><div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Bagikan ini:</h3><ul><li><a>Facebook</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>Terkait</h3><p>Lomba Menulis Usai</p></div></div>
<footer class="entry-footer">Tags: <a href="#">paspor</a></footer></article>
<div id="comments"><h2>3 Komentar</h2><p>Terima kasih, sangat membantu.</p></div>""".replace(
        "sangat membantu", "Komentar pembaca"
    )
)

WORDPRESS_BLOCKS = page(
    f"""<main class="wp-block-group"><h1 class="wp-block-post-title">{TITLE}</h1>
<div class="wp-block-post-date"><time datetime="2026-06-05T09:30:00+07:00">5 Juni 2026</time></div>
<div class="entry-content wp-block-post-content is-layout-constrained">{"".join(_p(PARAGRAPHS, ' class="wp-block-paragraph"'))}
<p class="has-small-font-size">({CREDIT})</p><div class="wp-block-buttons"><a href="#">Bagikan</a></div>
<p>Tags: paspor, imigrasi</p></div></main>"""
)

NEWSPAPER = page(
    f"""<div class="td-post-header"><h1 class="entry-title">{TITLE}</h1><div class="td-post-sharing-top">Bagikan Facebook</div></div>
<div class="td-post-content tagdiv-type"><div class="td-post-featured-image"><img width="696" height="464"
 src="https://contoh.go.id/wp-content/uploads/IMG_2041-696x464.jpg" alt="Pelayanan Paspor Dibuka hingga Sabtu"></div>
{"".join(_p(PARAGRAPHS))}<p><em>Teks: Humas Kanim Semarang, foto: Arif</em></p>
<p>The post <a href="/x">{TITLE}</a> appeared first on <a href="/">Kantor Imigrasi</a>.</p></div>"""
)

DRUPAL = page(
    f"""<article role="article" class="node node--type-article node--view-mode-full"><h2><span class="field--name-title">{TITLE}</span></h2>
<footer class="node__meta"><div class="node__submitted">Ditulis oleh <span>admin</span> pada Jum, 06/05/2026 - 09:30</div></footer>
<div class="node__content"><div class="field field--name-body field--type-text-with-summary">{"".join(_p(_WITH_CREDIT))}</div>
<div class="field field--name-field-tags"><div class="field__label">Tags</div></div>
<div class="node__links"><ul class="links inline"><li class="comment-add"><a href="#">Tulis Komentar</a></li></ul></div></div></article>"""
)

TABLES = f"""<html><head><title>{TITLE}</title></head><body bgcolor=white><table width=900 align=center><tr><td colspan=2>
<a href=/>Beranda</a> | <a href=/l>Layanan Publik</a></td></tr><tr><td width=180 valign=top><b>Berita Terbaru</b><br>
<a href=1>Lomba Menulis Antarpegawai</a><br><a href=2>Lomba Menulis Pekan Kedua</a><br><a href=3>Lomba Menulis Usai</a></td>
<td valign=top><table><tr><td><font size=5><b>{TITLE}</b></font></td></tr><tr><td><font face=Arial size=2>
{"<br><br>".join(_WITH_CREDIT)}</font></td></tr></table></td></tr><tr><td colspan=2>Jalan Siliwangi 514 | Hak Cipta 2026</td></tr>
</table></body></html>"""

BROKEN = (
    page(
        f"""<div class=item-page><h2>{TITLE}</h2><p><b>{PARAGRAPHS[0]}<p>{PARAGRAPHS[1]}</b></font><p><span>{PARAGRAPHS[2]}
<p>{PARAGRAPHS[3]}</div2></p></p><p><a name=x>{_LAST}<p>{{jcomments off}}<p><script>var a = "<p>Panel admin</p>";"""
        """</script><!-- Panel admin --><p></div>"""
    )
    .replace("</html>", "")
    .replace("</body>", "")
)

BREAKS = page(f'<div class="konten-berita"><h1>{TITLE}</h1>{"<br /><br />".join(PARAGRAPHS)}<br /><br />({CREDIT})</div>')

SINGLE_BREAKS = page(f'<div class="isi-berita">{"<br>".join(_WITH_CREDIT)}<br><br>Dibaca 512 kali</div>')

DIVS = page(
    f"""<div class="col-8"><h1 class="judul">{TITLE}</h1><div class="tgl">Jumat, 5 Juni 2026 | 09.30 WIB</div>
<div class="kotak">{"".join(f"<div>{text}</div>" for text in _WITH_CREDIT)}</div>
<div class="share">Bagikan <a href="#">Facebook</a></div><div>Dilihat: 1.204 kali</div></div>"""
)

BLOGGER = page(
    f"""<div class="post hentry"><h3 class="post-title entry-title">{TITLE}</h3><div class="post-body entry-content" id="post-body-1">
<div class="separator"><a href="https://contoh.go.id/IMG_2041.jpg"><img src="https://contoh.go.id/s320/IMG_2041.jpg" width="320"></a></div>
<div style="text-align: justify;">{'</div><div><br /></div><div style="text-align: justify;">'.join(_WITH_CREDIT)}</div></div>
<div class="post-footer"><span class="post-labels">Kategori: berita</span></div></div>"""
)

UNKNOWN = page(
    f"""<section class="x1"><div class="x2"><h1>{TITLE}</h1><span class="x3">Jumat, 5 Juni 2026</span>
{"".join(_p(_WITH_CREDIT))}</div></section><div class="cookie-bar">Situs ini memakai cookie</div>"""
)

MODERN = page(
    f"""<main><div class="max-w-4xl"><nav>Beranda / Berita</nav><h1 class="text-3xl">{TITLE}</h1><div class="flex"><span>5 Juni 2026</span>
<span>412 views</span></div><img src="/_next/image?url=%2Fupload%2Ffoto.jpg&w=1920" alt="{TITLE}"><div class="prose">{"".join(_p(_WITH_CREDIT))}</div>
<div class="mt-8"><h3>Bagikan</h3><a href="#">WhatsApp</a></div><h2>Berita Lainnya</h2><div class="grid"><a href="/1"><h4>Lomba Menulis
Antarpegawai Digelar</h4><p>Lomba Menulis antarpegawai digelar lagi tahun ini di aula. Peserta banyak.</p></a></div></div></main>"""
)

LEAD_OUTSIDE = page(
    f"""<article class="news"><div class="news-head"><h1>{TITLE}</h1><p class="lead">{PARAGRAPHS[0]}</p></div>
<div class="news-body">{"".join(_p(_WITH_CREDIT[1:]))}</div></article>"""
)

TWO_BODIES = page(
    f"""<h2>{TITLE}</h2><div><div itemprop="articleBody"><p>{PARAGRAPHS[0]}</p></div><div class="share">Bagikan</div>
<div itemprop="articleBody">{"".join(_p(_WITH_CREDIT[1:]))}</div></div>"""
)

ELEMENTOR = page(
    f"""<div class="elementor elementor-12"><div class="elementor-widget elementor-widget-heading"><h1>{TITLE}</h1></div>"""
    + "".join(
        f'<div class="elementor-element elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container">{p}</div></div>'
        for p in _p(_WITH_CREDIT)
    )
    + '<div class="elementor-widget elementor-share-buttons">Bagikan</div></div>'
)

ONE_FORM = f"""<html lang="id"><head><title>{TITLE} | Kanim Semarang</title></head><body><form id="aspnetForm">{NAV}
<div id="ctl00_isi"><h1>{TITLE}</h1>{"".join(_p(_WITH_CREDIT))}</div>{SIDEBAR}{FOOTER}</form></body></html>"""

JOOMLA_T3 = page(
    f"""<div id="t3-content" class="t3-content"><article itemscope itemtype="http://schema.org/Article"><meta itemprop="url" content="/x">
<header class="article-header clearfix"><h1 class="article-title" itemprop="headline">{TITLE}</h1></header>
<aside class="article-aside clearfix"><dl class="article-info"><dd class="hits">Hits: 77</dd></dl><ul class="article-tools"><li>Cetak</li></ul></aside>
<section class="article-content clearfix" itemprop="articleBody">{"".join(_p(_WITH_CREDIT, ' dir="ltr"'))}</section>
<div class="article-footer">Kategori: Berita</div><section class="row article-navigation"><ul class="pager"><li>Previous</li></ul></section>
</article></div>"""
)

JOOMLA_SP = page(
    f"""<main id="sp-component"><div class="article-details"><div class="article-header"><h1>{TITLE}</h1></div>
<div class="article-can-edit d-flex"></div><div class="article-ratings-social-share"><div class="social-share-block">Bagikan Facebook</div></div>
<div itemprop="articleBody" class="article-body"><div class="sppb-addon-text-block">{"".join(_p(_WITH_CREDIT))}</div></div>
<div class="article-print-email">Cetak | Kirim lewat surel</div></div></main>""",
    language="en-GB",
)

WORDPRESS_DIVI = page(
    f"""<div id="main-content"><article class="post type-post et_pb_post"><div class="et_post_meta_wrapper"><h1 class="entry-title">{TITLE}</h1>
<p class="post-meta">Ditulis oleh admin | 3 Komentar</p></div><div class="entry-content"><div class="et_pb_section"><div class="et_pb_row">
<div class="et_pb_module et_pb_text"><div class="et_pb_text_inner">{"".join(_p(_WITH_CREDIT))}</div></div></div></div></div></article></div>"""
)

WORDPRESS_JEG = page(
    f"""<div class="jeg_inner_content"><div class="entry-header"><h1 class="jeg_post_title">{TITLE}</h1><div class="jeg_meta_container">
<div class="jeg_meta_date">5 Juni 2026</div></div></div><div class="jeg_share_top_container"><a>Bagikan</a></div>
<div class="entry-content no-share"><div class="content-inner">{"".join(_p(_WITH_CREDIT))}<div class="jeg_post_tags"><span>Tags:</span> <a>paspor</a></div></div></div>
<div class="jnews_prev_next_container"><a>Sebelumnya</a></div></div>"""
)

WORDPRESS_INLINE_RELATED = page(
    f"""<article class="post"><h1 class="entry-title">{TITLE}</h1><div class="entry-content">{_p()[0]}{_p()[1]}
<div class="inline-related"><span>Baca juga:</span> <a href="/1">Lomba Menulis Usai Digelar Hari Ini</a></div>{_p()[2]}{_p()[3]}<p>{_LAST}</p>
<script>document.write("Panel admin")</script><ins class="adsbygoogle"></ins></div></article>"""
)

DRUPAL_7 = page(
    f"""<div id="node-12" class="node node-berita clearfix"><h1 id="page-title">{TITLE}</h1><div class="submitted">Ditulis oleh admin</div>
<div class="content"><div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items">
<div class="field-item even" property="content:encoded">{"".join(_p(_WITH_CREDIT))}</div></div></div></div>
<div class="link-wrapper"><ul class="links inline"><li class="statistics_counter">12 views</li></ul></div></div>"""
)

CODEIGNITER = page(
    f"""<section class="blog-single"><div class="row"><div class="col-lg-8"><div class="blog-detail"><h3 class="title">{TITLE}</h3>
<ul class="list-inline"><li>Jumat, 5 Juni 2026</li><li>Dilihat: 345 kali</li></ul><div class="blog-content">{"".join(_p(_WITH_CREDIT))}</div>
<div class="share-buttons">Bagikan <a href="#">Facebook</a></div></div></div></div></section>"""
)

LARAVEL_TAILWIND = page(
    f"""<div id="app"><main class="container mx-auto"><article class="prose lg:prose-xl"><h1>{TITLE}</h1><p class="text-sm text-gray-500">05 Jun 2026</p>
{"".join(_p(_WITH_CREDIT))}</article><aside class="w-1/3"><h2>Berita Terbaru</h2><a href="/1">Lomba Menulis Usai</a></aside></main></div>"""
)

WORD_PASTE = page(
    f"""<div class="item-page"><h2>{TITLE}</h2>{"".join(f'<p class="MsoNormal" style="mso-margin-top-alt:auto"><span lang="IN" style="font-family: Arial"><o:p></o:p>{text}</span></p><p class="MsoNormal">&nbsp;</p>' for text in _WITH_CREDIT)}</div>"""
)

FONT_SOUP = page(
    f"""<center><table width="95%"><tr><td><h2>{TITLE}</h2><font size="2"><div align="justify">{"<br>&nbsp;<br>".join(_WITH_CREDIT)}</div></font>
</td></tr></table></center>"""
)

ASPNET = f"""<html><head><title>{TITLE}</title></head><body><form method="post" id="form1"><input type="hidden" name="__VIEWSTATE" value="/wEPDwUK">{NAV}
<div id="MainContent_pnlIsi"><span id="MainContent_lblJudul"><h1>{TITLE}</h1></span><span id="MainContent_lblTanggal">5 Juni 2026</span>
<span id="MainContent_lblIsi">{"".join(_p(_WITH_CREDIT))}</span></div>{SIDEBAR}{FOOTER}</form></body></html>"""

UNCLOSED = f"""<html><head><title>{TITLE} - Kanim</title><body>{NAV}<div class=entry-content><h1>{TITLE}</h1><p>{"<p>".join(_WITH_CREDIT)}
<div class=share>Bagikan<a href=#>Facebook</a></div>"""

NEXT_DATA = page(
    f"""<div id="__next"><main><section><h1 class="css-1a2b">{TITLE}</h1><div class="css-9z8y"><div>{"".join(_p(_WITH_CREDIT, ' class="css-p"'))}</div></div></section></main></div>
<script id="__NEXT_DATA__" type="application/json">{{"props":{{"judul":"Panel admin","isi":"Lomba Menulis"}}}}</script>"""
)

MICRODATA = page(
    f"""<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{TITLE}</h1><div itemprop="datePublished">2026-06-05</div>
<div class="social-likes">Bagikan</div><div itemprop="articleBody"><div>{"</div><div>".join(_WITH_CREDIT)}</div></div></div>"""
)

LAYOUTS = {
    name: globals()[name]
    for name in (
        "JOOMLA_3 JOOMLA_5 JOOMLA_K2 WORDPRESS WORDPRESS_BLOCKS NEWSPAPER DRUPAL TABLES BROKEN BREAKS SINGLE_BREAKS DIVS BLOGGER UNKNOWN"
        " MODERN LEAD_OUTSIDE TWO_BODIES ELEMENTOR ONE_FORM JOOMLA_T3 JOOMLA_SP WORDPRESS_DIVI WORDPRESS_JEG"
        " WORDPRESS_INLINE_RELATED DRUPAL_7 CODEIGNITER LARAVEL_TAILWIND WORD_PASTE FONT_SOUP ASPNET UNCLOSED NEXT_DATA MICRODATA"
    ).split()
}
