"""Facts of finding the article: every paragraph found and no junk, whatever the site system."""

from __future__ import annotations

import pytest
from tests.unit.content.layouts import CREDIT, JUNK, LAYOUTS, PARAGRAPHS, TITLE, page

from pembaca.content.article import from_page
from pembaca.document import Image
from pembaca.errors import ContentError

URL = "https://kanimsemarang.contoh.go.id/berita/paspor"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_paragraph_is_found_and_nothing_else(layout: str) -> None:
    """
    A person who cannot see the page hears the article, not the menu around it.
    """
    document = from_page(LAYOUTS[layout].encode(), URL, "text/html")

    assert PARAGRAPHS == tuple(block.text for block in document.blocks if not isinstance(block, Image))
    assert [] == [junk for junk in JUNK if junk.lower() in document.text.lower()]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_title_credit_and_language_are_found(layout: str) -> None:
    """
    The title is heard first, the credit is kept apart, and a system's "en-GB" does not choose an English voice.
    """
    document = from_page(LAYOUTS[layout].encode(), URL, "text/html")

    assert (TITLE, "id") == (document.title, document.language)
    assert document.credit is not None
    assert CREDIT == document.credit.removeprefix("Teks: ")


@pytest.mark.parametrize(
    ("layout", "date"),
    [
        ("JOOMLA_3", "2026-06-05T00:00:00+07:00"),
        ("JOOMLA_K2", "2026-06-05T09:30:00+07:00"),
        ("WORDPRESS_BLOCKS", "2026-06-05T09:30:00+07:00"),
        ("DRUPAL", "2026-06-05T09:30:00+07:00"),
        ("DIVS", "2026-06-05T09:30:00+07:00"),
        ("UNKNOWN", "2026-06-05T00:00:00+07:00"),
    ],
)
def test_the_shown_date_is_read(layout: str, date: str) -> None:
    """
    News without a date cannot be judged.
    """
    published = from_page(LAYOUTS[layout].encode(), URL, "text/html").published

    assert published is not None
    assert date == published.isoformat()


def test_the_picture_above_the_text_is_kept() -> None:
    """
    Joomla and WordPress put the main picture outside the text.
    """
    document = from_page(LAYOUTS["JOOMLA_5"].encode(), URL, "text/html")

    assert [("https://kanimsemarang.contoh.go.id/images/2026/IMG_2041.jpg", "")] == [
        (block.url, block.alt) for block in document.blocks if isinstance(block, Image)
    ]


def test_caption_and_credit_around_the_text_are_kept() -> None:
    """
    Picture, caption and names often stand outside the element that holds the text; they belong to the article all the same.
    """
    markup = page(
        f"""<article><h4>{TITLE}</h4><figure><img src="/u/antre.webp" alt="Warga duduk menunggu giliran di ruang layanan">
        <figcaption>Warga menunggu giliran. (Foto: Arif)</figcaption></figure><div class="isi-berita">
        {"".join(f"<p>{text}</p>" for text in PARAGRAPHS)}</div><p>Penulis: Rudi Hartono<br>Editor: Sari Dewi</p>
        <div class="kartu"><img src="/a/rudi.jpg"><p>Foto: Arif</p><p>Pranata humas di kantor itu.</p></div>
        <h3>Berita lain</h3><p>Penulis: Orang Lain</p></article>"""
    )
    document = from_page(markup.encode(), URL, "text/html")

    assert ("Warga menunggu giliran. (Foto: Arif)", *PARAGRAPHS) == tuple(
        block.text for block in document.blocks if not isinstance(block, Image)
    )
    assert ["Warga duduk menunggu giliran di ruang layanan"] == [b.alt for b in document.blocks if isinstance(b, Image)]
    assert "Penulis: Rudi Hartono; Editor: Sari Dewi; Foto: Arif" == document.credit


@pytest.mark.parametrize(("name", "pictures"), [("/storage/2026/antrean.jpg", 1), ("/img/banner-atas.jpg", 0)])
def test_picture_in_the_texts_own_column_is_kept(name: str, pictures: int) -> None:
    """
    Where the title stands in a bar of its own, the picture above the text is the article's; the site's banner is not.
    """
    text = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    markup = page(
        f"""<section class="judul-atas"><div><h1>{TITLE}</h1></div></section><section><div><div>
        <div class="row"><div class="kolom-kiri">
        <img src="{name}"><div class="d-flex"><span>05 Juni 2026</span> <span>1.204 kali dibaca</span></div>
        <div class="mt-3">{text}</div></div></div></div></div></section>"""
    )
    document = from_page(markup.encode(), URL, "text/html")

    assert pictures == sum(isinstance(block, Image) for block in document.blocks)
    assert PARAGRAPHS == tuple(block.text for block in document.blocks if not isinstance(block, Image))
    assert document.published is not None
    assert "2026-06-05T00:00:00+07:00" == document.published.isoformat()


def test_title_and_date_do_not_stick_to_the_first_paragraph() -> None:
    """
    In pages made of one table cell only single breaks part title, date and text.
    """
    markup = page(
        f"""<form><table><tr><td><a href="/">Beranda</a></td><td><span class="JudulBerita">{TITLE}</span><br>
        <span>Jumat, 05 Juni 2026</span><br><span>{"<br>&nbsp;<br>".join(PARAGRAPHS)}</span></td></tr></table></form>""",
        title=TITLE,
    )

    assert PARAGRAPHS == tuple(block.text for block in from_page(markup.encode(), URL, "text/html").blocks)


def test_footer_columns_without_a_mark_are_left_out() -> None:
    """
    Where nothing but its headings tells a footer, its address is not read as the article's end.
    """
    text = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    markup = (
        f"<html><head><title>{TITLE}</title></head><body><div><div><h1>{TITLE}</h1>{text}</div><div><div><h4>Tentang Kami</h4>"
        "<p>Kantor Imigrasi menyelenggarakan layanan keimigrasian sesuai peraturan yang berlaku.</p></div>"
        "<div><h4>Alamat Kantor</h4><p>Jalan Siliwangi 514, Semarang. Telepon (024) 7601000.</p></div></div></div></body></html>"
    )

    assert PARAGRAPHS == tuple(block.text for block in from_page(markup.encode(), URL, "text/html").blocks)


def test_one_heading_named_contact_is_the_articles() -> None:
    """
    Press releases end with whom to ask.
    """
    text = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    markup = page(f"<article><h1>{TITLE}</h1>{text}<h3>Kontak</h3><p>Hubungi Rina di nomor 0812.</p></article>")

    assert "Hubungi Rina di nomor 0812." == from_page(markup.encode(), URL, "text/html").blocks[-1].text


def test_what_stands_above_the_title_of_a_page_without_parts_is_left_out() -> None:
    """
    Old pages have no elements around their parts: the site's name, logo and menu end where the title begins.
    """
    markup = (
        f"<HTML><HEAD><TITLE>{TITLE}</TITLE></HEAD><BODY><CENTER>"
        "<IMG SRC='logo.gif' ALT='Logo Kantor Imigrasi Semarang'></CENTER>"
        f"<A HREF='/'>Beranda</A> | <A HREF='/l'>Layanan Publik</A><HR><H2>{TITLE}</H2><IMG SRC='antre.jpg'>"
        f"{''.join(f'<P ALIGN=justify>{text}' for text in PARAGRAPHS)}<HR>"
        "<FONT SIZE=1>© 2026 Kantor Imigrasi</FONT></BODY></HTML>"
    )
    blocks = from_page(markup.encode(), URL, "text/html").blocks

    assert PARAGRAPHS == tuple(block.text for block in blocks if not isinstance(block, Image))
    assert 1 == sum(isinstance(block, Image) for block in blocks)


def test_a_page_of_two_sentences_is_known_by_its_title() -> None:
    """
    Short news is news; the menu around it is not.
    """
    html = page(f"<div class='q'><h1>{TITLE}</h1><p>Kantor buka hari Sabtu.</p><p>Kuota 120 orang.</p></div>")

    assert f"{TITLE}\nKantor buka hari Sabtu.\nKuota 120 orang." == from_page(html.encode(), URL).text


@pytest.mark.parametrize("ends", ["</div>", "</div></div>", "</span></div></p>"])
def test_what_a_stray_end_cut_off_belongs_to_the_article(ends: str) -> None:
    """
    One end too many in the middle of a text does not end the news for the reader.
    """
    text = f"<p>{'</p><p>'.join(PARAGRAPHS[:3])}{ends}<p>{PARAGRAPHS[3]}</p><ul><li>KTP</li></ul><font>{PARAGRAPHS[4]}</font>"
    markup = page(f"<div class='k'><div class='post-content'><h1>{TITLE}</h1>{text}</div></div>")

    assert (*PARAGRAPHS[:4], "KTP", PARAGRAPHS[4]) == tuple(
        block.text for block in from_page(markup.encode(), URL, "text/html").blocks
    )


def test_a_base_address_is_obeyed() -> None:
    """
    Pictures of a page with a base element lie where the page says.
    """
    html = page(
        "<div class='item-page'><img src='foto.jpg'>" + "<p>Isi.</p>" * 30 + "</div>", head="<base href='https://lain.go.id/a/'>"
    )

    assert "https://lain.go.id/a/foto.jpg" == next(
        block.url for block in from_page(html.encode(), URL).blocks if isinstance(block, Image)
    )


@pytest.mark.parametrize("body", [b"", b"   ", b"<html><body></body></html>", b"<html><body><script>x</script></body></html>"])
def test_a_page_without_text_is_no_article(body: bytes) -> None:
    """
    An empty page falls back to the feed's own text instead of showing nothing.
    """
    with pytest.raises(ContentError) as caught:
        from_page(body, URL)

    assert "no_article" == caught.value.code


@pytest.mark.parametrize("tag", ["div", "span", "b", "table", "ul"])
def test_a_page_too_deep_is_refused(tag: str) -> None:
    """
    A hundred thousand nested elements do not freeze the program.
    """
    with pytest.raises(ContentError) as caught:
        from_page((f"<html><{tag}>" + f"<{tag}>" * 100_000 + "dalam").encode(), URL)

    assert "too_deep" == caught.value.code


@pytest.mark.parametrize("tag", ["div", "header", "blockquote", "ul", "table"])
def test_deep_but_allowed_pages_are_read(tag: str) -> None:
    """
    What is within the limit is read without running out of stack.
    """
    document = from_page(f"<html><body>{f'<{tag}>' * 1_500}<p>Isi berita yang terletak dalam sekali.</p>".encode(), URL)

    assert "Isi berita yang terletak dalam sekali." in document.text


@pytest.mark.parametrize(
    "body",
    [
        b"%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\n" + b"kata-kata " * 50,
        b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 8,
        b"PK\x03\x04" + b"word/document.xml" * 20,
        b"\xd0\xcf\x11\xe0" + b"Dokumen lama " * 40,
        b"tak bernama \x00\x01\x02" * 40,
    ],
    ids=["pdf", "jpeg", "docx", "doc", "other"],
)
def test_what_is_no_text_is_no_page(body: bytes) -> None:
    """
    A document or picture behind an article's address is not read out letter by letter.
    """
    with pytest.raises(ContentError) as caught:
        from_page(body, URL, "text/html")

    assert "not_a_page" == caught.value.code


def test_page_with_a_stray_null_is_a_page() -> None:
    """
    Faulty databases let them through.
    """
    body = LAYOUTS["UNKNOWN"].replace("Kuota", "Ku\x00ota").encode()

    assert PARAGRAPHS == tuple(block.text for block in from_page(body, URL, "text/html").blocks)


def test_plain_text_is_read_by_its_blank_lines() -> None:
    """
    A text file is an article too.
    """
    document = from_page(b"Judul\n\nSatu dua\ntiga.\n\nEmpat.", "")

    assert ("Judul", "Judul\nSatu dua tiga.\nEmpat.") == (document.title, document.text)


SHORT = "<p>Wali Kota berduka atas wafatnya Ibu Siti Aminah.</p><p>Semoga keluarga diberi ketabahan. Amin.</p>"


@pytest.mark.parametrize(
    "mark", ["class='entry-content wp-block-post-content'", "class='post-body entry-content'", "itemprop='articleBody'"]
)
def test_two_marked_sentences_are_an_article(mark: str) -> None:
    """
    A notice of two sentences is read without the author's name, labels and teasers around it.
    """
    cards = "".join(
        f"<li><h3><a href=/b/{n}>Jembatan Kali Progo Dibuka {n}</a></h3><p>Warga menyambut pembukaan jembatan itu …</p></li>"
        for n in range(3)
    )
    markup = page(
        f"<main><h1>{TITLE}</h1><div class='penulis'><p>humas</p></div><div {mark}>{SHORT}</div>"
        f"<div><span>Diposting oleh Admin di <a href='/x'>08.00</a></span> <span>Label: <a href='/l'>berita</a></span></div>"
        f"<div><h2>Kabar Daerah</h2><ul>{cards}</ul></div></main>"
    )

    assert ["Wali Kota berduka atas wafatnya Ibu Siti Aminah.", "Semoga keluarga diberi ketabahan. Amin."] == [
        block.text for block in from_page(markup.encode(), URL).blocks
    ]


def test_short_teaser_with_an_articles_mark_does_not_take_its_place() -> None:
    """
    Themes give a teaser the name of an article's text; the longer text beside them is the news.
    """
    teaser = "<div class='entry-content'><p>Kabar lain dari kota ini.</p></div>"
    text = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    markup = page(f"<div class='a'><div class='b'><h1>{TITLE}</h1>{text}</div><div class='c'>{teaser}</div></div>")

    assert PARAGRAPHS == tuple(block.text for block in from_page(markup.encode(), URL).blocks)


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("<p>Kantor buka hari Sabtu.</p>", ["Kantor buka hari Sabtu."]),
        (
            "<p>Layanan buka di akhir pekan.</p><blockquote><p>Warga tidak perlu cuti.</p></blockquote><p>Kuota 120 orang.</p>",
            ["Layanan buka di akhir pekan.", "Warga tidak perlu cuti.", "Kuota 120 orang."],
        ),
        (
            "<p>Syarat yang perlu dibawa ke kantor:</p><ul><li>KTP asli</li><li>Kartu keluarga</li></ul>",
            ["Syarat yang perlu dibawa ke kantor:", "KTP asli", "Kartu keluarga"],
        ),
        ("<p>humas</p><p>05 Juni 2026</p><p>Dibaca 120 kali.</p><ul><li><a href='/'>Beranda</a></li></ul>", []),
    ],
)
def test_short_paragraphs_between_title_and_text_are_kept(above: str, expected: list[str]) -> None:
    """
    No sentence is lost because it is short and stands outside the element with the rest; names and counters are not sentences.
    """
    text = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    markup = page(f"<div class='a'><h1>{TITLE}</h1>{above}<div class='b'>{text}</div></div>")

    assert [*expected, *PARAGRAPHS] == [block.text for block in from_page(markup.encode(), URL).blocks]


@pytest.mark.parametrize(
    "foot",
    [
        "<p>Hak Cipta © 2026 Dinas. Semua hak dilindungi.</p><p>Jalan Siliwangi 514 Semarang 50148</p><p>Pengunjung: 12.331</p>",
        "<p>Copyright © 2026 Dinas</p><p>Jalan Siliwangi Nomor 514, Kecamatan Semarang Barat, Kota Semarang 50148</p>",
        "<p>© 2026 Dinas</p><p>Jalan Siliwangi 514</p><p>Telepon: (024) 7601000</p><p>Jumlah Pengunjung: 12.331</p>",
        "<p><a href='javascript:history.back()'>Kembali</a> | <a href='/cetak'>Cetak</a></p>",
    ],
)
def test_the_foot_of_a_page_without_marks_goes_whole(foot: str) -> None:
    """
    The office's address is not the news' last sentence.
    """
    text = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    markup = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{text}{foot}</body></html>"

    assert PARAGRAPHS == tuple(block.text for block in from_page(markup.encode(), URL).blocks)


def test_what_an_author_writes_below_a_copyright_line_stays() -> None:
    """
    A copyright line in the midst, or names and facts below it, end no article.
    """
    markup = page(f"<article><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><p>© 2026 Dinas</p><p>Tarif: gratis</p></article>")

    assert [PARAGRAPHS[0], "Tarif: gratis"] == [block.text for block in from_page(markup.encode(), URL).blocks]


NOTICE = "Kantor Pertanahan Kota Salatiga tutup pada Senin. Layanan dibuka lagi Selasa pagi."
OTHERS = (
    "Wali kota meninjau pasar pagi bersama jajaran dinas. Harga beras stabil.",
    "Lomba kebersihan antar-RT dimulai pekan depan. Hadiah utama sebuah sepeda.",
    "Pendaftaran vaksin ternak dibuka. Petugas datang ke desa.",
)


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("<h1>{title}</h1><div class='entry-content'><p>{text}</p></div>",
         "<h3><a href='/{n}'>Kabar {n}</a></h3><div class='entry-content'><p>{text}</p></div>"),
        ("<article class='post'><h1>{title}</h1><div class='entry-content'><p>{text}</p></div></article>",
         "<article class='post'><h3><a href='/{n}'>Kabar {n}</a></h3><div class='entry-content'><p>{text}</p></div></article>"),
        ("<h1>{title}</h1><div class='post-content'>{text}</div>",
         "<div class='post-content'><h4><a href='/{n}'>Kabar {n}</a></h4>{text} <a href='/{n}'>Selengkapnya</a></div>"),
        ("<h1><a href='/0'>{title}</a></h1><div class='post-content'>{text}</div>",
         "<a href='/{n}'><b>Kabar {n}</b></a><div class='post-content'>{text}</div>"),
    ],
)  # fmt: skip
def test_short_teasers_with_the_articles_own_mark_are_no_part_of_it(own: str, other: str) -> None:
    """
    A theme gives one name to the notice and to the teasers below it; a linked title says whose they are.
    """
    title = "Kantor Pertanahan Tutup pada Senin"
    teasers = "".join(other.format(n=n, text=text) for n, text in enumerate(OTHERS, 1))
    main = own.format(title=title, text=NOTICE) + teasers
    body = f"<html><head><title>{title}</title></head><body><main>{main}</main></body></html>"

    assert [NOTICE] == [block.text for block in from_page(body.encode(), "https://a.go.id/0", "text/html", title=title).blocks]


def test_a_text_in_two_marked_parts_stays_whole_with_its_linked_headings() -> None:
    """
    The second half of an article may begin with a heading that leads somewhere.
    """
    title = "Kantor Pertanahan Tutup pada Senin"
    body = (
        f"<html><body><main><h1>{title}</h1><div itemprop='articleBody'><p>{NOTICE}</p></div>"
        f"<div itemprop='articleBody'><h2>Syarat</h2><p>{OTHERS[0]}</p></div></main></body></html>"
    )

    texts = [block.text for block in from_page(body.encode(), "https://a.go.id/0", "text/html", title=title).blocks]
    assert [NOTICE, "Syarat", OTHERS[0]] == texts
