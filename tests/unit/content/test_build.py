"""Facts of the blocks that markup becomes."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pembaca.content.article import from_feed
from pembaca.document import (
    Block,
    Document,
    Heading,
    Image,
    Link,
    ListItem,
    Paragraph,
    Preformatted,
    Quote,
    Table,
    decode,
    encode,
)
from pembaca.model import ParsedEntry

BASE = "https://a.go.id/b/c"


def document(html: str, title: str = "Judul") -> Document:
    return from_feed(ParsedEntry("g", title, BASE, html, language="id"), BASE)


def blocks(html: str) -> tuple[Block, ...]:
    return document(html).blocks


def test_headings_keep_their_level_and_the_title_is_not_said_twice() -> None:
    """
    A person jumps from heading to heading; the title was already read.
    """
    assert (Heading("Bagian satu", 2), Heading("Rinci", 4)) == blocks("<h1>Judul</h1><h1>Bagian satu</h1><h4>Rinci</h4>")


def test_lists_keep_nesting_and_numbers() -> None:
    """
    "Nomor tiga" must be number three when it is heard.
    """
    html = "<ol start=3><li>Tiga<ul><li>anak</li></ul></li><li value=9>Sembilan</li><li>Sepuluh</li></ol><ul><li>titik</li></ul>"

    assert (
        ListItem("Tiga", 1, 3),
        ListItem("anak", 2),
        ListItem("Sembilan", 1, 9),
        ListItem("Sepuluh", 1, 10),
        ListItem("titik"),
    ) == blocks(html)


def test_a_reversed_list_counts_down() -> None:
    """
    A countdown stays one.
    """
    assert [3, 2, 1] == [
        block.number for block in blocks("<ol reversed><li>a b<li>c d<li>e f</ol>") if isinstance(block, ListItem)
    ]


def test_quotes_are_told_apart_and_keep_their_language() -> None:
    """
    A quotation in English is read by an English voice.
    """
    html = "<blockquote><p>Satu.</p><p lang='en-GB'>Two.</p></blockquote>"

    assert (Quote("Satu."), Quote("Two.", "en")) == blocks(html)


def test_preformatted_text_keeps_its_lines() -> None:
    """
    A timetable typed with spaces stays readable.
    """
    assert (Preformatted("08.00  Apel\n  09.00 Rapat"),) == blocks("<pre>08.00  Apel<br>  09.00 Rapat\n</pre>")


def test_a_table_has_rows_of_one_length_and_its_header() -> None:
    """
    Each row makes sense on its own: spanning cells repeat, two header rows become one.
    """
    html = (
        "<table><caption>Tabel 1</caption><thead><tr><th rowspan=2>Provinsi</th><th colspan=2>Realisasi</th></tr>"
        "<tr><th>2024</th><th>2025</th></tr></thead><tr><td rowspan=2>Jawa</td><td>1</td><td>2</td></tr>"
        "<tr><td>3</td><td>4</td></tr>"
        "<tr><td colspan=2>Total</td><td>10</td></tr></table>"
    )
    rows = (("Provinsi", "Realisasi 2024", "Realisasi 2025"), ("Jawa", "1", "2"), ("Jawa", "3", "4"), ("Total", "", "10"))

    assert (Paragraph("Tabel 1"), Table(rows, header=True)) == blocks(html)


def test_links_in_a_table_stand_at_their_words() -> None:
    """
    A table of forms to download is of no use without the addresses; one from a spanning cell is there in each row.
    """
    html = (
        "<table><tr><th>Formulir</th><th>Unduh <a href='/x'>di sini</a></th><th></th></tr>"
        "<tr><td rowspan=2><p><a href='/a.pdf'> Paspor </a></p></td>"
        "<td>Baru, <a href='mailto:a@b.go.id'><b>sur</b>el</a></td></tr>"
        "<tr><td><a href='javascript:x()'>Lama</a></td></tr></table>"
    )
    (table,) = blocks(html)
    assert isinstance(table, Table)

    assert (("Formulir", "Unduh di sini"), ("Paspor", "Baru, surel"), ("Paspor", "Lama")) == table.rows
    assert [
        ("di sini", "https://a.go.id/x"),
        ("Paspor", "https://a.go.id/a.pdf"),
        ("surel", "mailto:a@b.go.id"),
        ("Paspor", "https://a.go.id/a.pdf"),
    ] == [(table.text[link.start : link.end], link.url) for link in table.links]
    assert table.rows[2][0] == "Paspor" and [cell.links for cell in table.cells()][4] == (Link(0, 6, "https://a.go.id/a.pdf"),)


def test_a_table_stored_without_links_is_still_read() -> None:
    """
    What was stored by an earlier version stays readable.
    """
    serial = b'{"title":"J","blocks":[{"type":"table","rows":[["a","b"],["c","d"]],"header":true}]}'

    assert (Table((("a", "b"), ("c", "d")), header=True),) == decode(serial).blocks


def test_a_bold_first_row_is_a_header() -> None:
    """
    Editors make headers by hand.
    """
    html = "<table><tr><td><b>No</b></td><td><strong>Nama</strong></td></tr><tr><td>1</td><td>Ani</td></tr></table>"

    assert (Table((("No", "Nama"), ("1", "Ani")), header=True),) == blocks(html)


def test_a_layout_table_is_flattened() -> None:
    """
    Two columns of text are paragraphs, not a table with two cells.
    """
    html = "<table><tr><td><p>Kiri satu.</p><p>Kiri dua.</p></td><td>Kanan.</td></tr></table>"

    assert (Paragraph("Kiri satu."), Paragraph("Kiri dua."), Paragraph("Kanan.")) == blocks(html)


def test_pictures_keep_only_alt_text_that_a_person_wrote() -> None:
    """
    "Gambar: IMG underscore two thousand" helps nobody.
    """
    html = "<p><img src='/a.jpg' alt='Menteri menyerahkan sertifikat'><img src='//b.go.id//IMG_1.jpg' alt='IMG_1'></p>"

    assert (
        Image("https://a.go.id/a.jpg", "Menteri menyerahkan sertifikat"),
        Image("https://b.go.id/IMG_1.jpg"),
    ) == blocks(html)


def test_a_picture_inside_a_paragraph_does_not_cut_it() -> None:
    """
    A sentence is read through; the picture comes after it.
    """
    assert (Paragraph("Satu kalimat utuh."), Image("https://a.go.id/x.jpg")) == blocks(
        "<p>Satu <img src=/x.jpg>kalimat utuh.</p>"
    )


@pytest.mark.parametrize(
    "markup",
    [
        "<img src='data:image/png;base64,AAAA'>",
        "<img src='/logo.svg'>",
        "<img src='/x.gif' width=1 height=1>",
        "<img src='javascript:alert(1)'>",
        "<img>",
        "<svg><image href='/x.png'/></svg>",
    ],
)
def test_what_is_no_picture_leaves_nothing(markup: str) -> None:
    """
    Trackers, icons and tricks are not even an empty place.
    """
    assert (Paragraph("Isi."),) == blocks(markup + "<p>Isi.</p>")


def test_lazy_pictures_are_found() -> None:
    """
    The real address of a lazily loaded picture stands beside the placeholder.
    """
    html = (
        "<img src='/blank.gif' data-src='/satu.jpg'>"
        "<img src='data:,' srcset='/dua-300.jpg 300w, /dua-1200.jpg 1200w, /dua-4000.jpg 4000w'>"
    )

    assert ["https://a.go.id/satu.jpg", "https://a.go.id/dua-1200.jpg"] == [
        block.url for block in blocks(html) if isinstance(block, Image)
    ]


def test_a_caption_is_kept_unless_it_repeats_the_alt_text() -> None:
    """
    Nothing is heard twice, nothing is lost.
    """
    html = (
        "<figure><img src=/a.jpg alt='Menteri berbicara di podium'><figcaption>Menteri berbicara di podium.</figcaption></figure>"
        "<figure><img src=/b.jpg><figcaption>Peserta rapat.</figcaption></figure>"
    )

    assert [Image, Image, Paragraph] == [type(block) for block in blocks(html)]


def test_links_are_spans_of_the_blocks_own_text() -> None:
    """
    A link can be opened from where it is heard.
    """
    html = (
        "<p>Lihat&nbsp; <a href='/x y'> situs <b>resmi</b> </a>, "
        "<a href='JaVa\tscript:x'>jahat</a>, <a href='mailto:a@b.id'>surel</a></p>"
    )

    assert (
        Paragraph(
            "Lihat situs resmi , jahat, surel",
            links=(Link(6, 17, "https://a.go.id/x%20y"), Link(27, 32, "mailto:a@b.id")),
        ),
    ) == blocks(html)


def test_one_language_marked_inside_a_paragraph_is_the_paragraphs() -> None:
    """
    An editor marks the words, not the paragraph.
    """
    html = "<p><span lang='en'>All of it.</span></p><p>Sebagian <i lang='en'>good governance</i> saja.</p><p lang='id'>Isi.</p>"

    assert ["en", None, None] == [block.lang for block in blocks(html)]


def test_invisible_characters_are_gone() -> None:
    """
    Soft hyphens and zero-width spaces break words apart in speech and search.
    """
    html = (
        "<p>peme\u00adrintah\u200b men\u200dgu\u2060bah\u202e \ufeffcara\u00a0kerja</p><p>\u200b</p><p>👩\u200d🦯 halo\u0000</p>"
    )

    assert (Paragraph("pemerintah mengubah cara kerja"), Paragraph("👩\u200d🦯 halo")) == blocks(html)


def test_text_is_composed() -> None:
    """
    The same letter is one character, so that it is found.
    """
    assert (Paragraph("Café"),) == blocks("<p>Cafe\u0301</p>")


def test_script_and_style_leave_nothing() -> None:
    """
    Nothing of a page's program is read aloud.
    """
    html = (
        "<style>p{}</style><script>x='<p>jahat</p>'</script><svg><text>jahat</text></svg><math><mi>jahat</mi></math><p>Isi.</p>"
    )

    assert (Paragraph("Isi."),) == blocks(html)


def test_two_breaks_part_paragraphs_and_one_does_not() -> None:
    """
    A sentence broken by hand is read as one.
    """
    html = "<p>Satu kalimat<br>yang patah.<br><br>Dua.<br>\n<br/>Tiga.</p>"

    assert (Paragraph("Satu kalimat yang patah."), Paragraph("Dua."), Paragraph("Tiga.")) == blocks(html)


def test_single_breaks_part_paragraphs_where_nothing_else_does() -> None:
    """
    Old pages have no paragraphs at all.
    """
    assert (Paragraph("Satu."), Paragraph("Dua patah"), Paragraph("1. Tiga")) == blocks(
        "<div>Satu.<br>Dua<br>patah<br>1. Tiga</div>"
    )


def test_numbered_lines_stay_lines() -> None:
    """
    A list typed by hand is not one long sentence.
    """
    assert ["Syarat:", "1. KTP", "2. Kartu keluarga"] == [
        block.text for block in blocks("<p>Syarat:<br>1. KTP<br>2. Kartu keluarga</p>")
    ]


WORDS = st.text(st.characters(blacklist_characters="<>&"), max_size=30)
INLINE = st.builds(
    lambda tag, text: f"<{tag[0]}>{text}</{tag[1]}>",
    st.sampled_from([("b", "b"), ("a href='/x'", "a"), ("a href='javascript:x'", "a"), ("span lang=en", "span"), ("q", "q")]),
    WORDS,
)
BLOCK = st.builds(
    lambda tag, inner: f"<{tag}>{''.join(inner)}</{tag}>",
    st.sampled_from(["p", "div", "li", "ul", "ol", "blockquote", "h2", "td", "tr", "table", "pre", "header", "figcaption"]),
    st.lists(st.one_of(WORDS, INLINE, st.just("<br>"), st.just("<img src=/x.jpg alt='Gambar yang bagus'>")), max_size=6),
)
MARKUP = st.lists(
    st.one_of(BLOCK, INLINE, WORDS, st.sampled_from(["</div>", "<p>", "<b>", "</td>", "<ul>", "<!--", "&amp;"])), max_size=8
)


@given(MARKUP.map("".join))
@example("<p>e\u0301<a href='/x'>\u0301 a</a></p>")
@example("<a href='/x'> </a><p>\u00a0<a href='/y'>\u200b</a>x</p>")
def test_any_markup_gives_sound_blocks(html: str) -> None:
    """
    Whatever a page holds: links lie inside their text, no line break or markup is left, and it can be stored.
    """
    made = document(html, title="")

    for block in made.blocks:
        if isinstance(block, Image | Table | Preformatted):
            continue
        assert block.text == " ".join(block.text.split()) != ""
        assert not re.search(r"</?(?:p|div|li|a|b|span|td|table)\b", block.text)
        ends = [0]
        for link in block.links:
            assert ends[-1] <= link.start < link.end <= len(block.text)
            assert block.text[link.start : link.end] == block.text[link.start : link.end].strip()
            assert link.url.startswith(("http://", "https://", "mailto:"))
            ends.append(link.end)
    for block in made.blocks:
        if isinstance(block, Table):
            assert 1 == len({len(row) for row in block.rows})
    assert made == decode(encode(made))


@given(
    st.lists(
        st.text(st.characters(categories=["L", "N", "Zs"]), min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=6
    )
)
def test_no_word_is_lost(texts: list[str]) -> None:
    """
    Every word of every paragraph is there, in order.
    """
    html = "".join(f"<p>Ayat {text} titik</p>" for text in texts)
    words = [word for block in blocks(html) for word in block.text.split()]

    assert document("<p>" + " ".join(f"Ayat {text} titik" for text in texts) + "</p>").blocks[0].text.split() == words
