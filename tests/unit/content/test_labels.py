"""Facts of links to documents and videos."""

from __future__ import annotations

import pytest
from tests.unit.content.layouts import PARAGRAPHS, page

from pembaca.content.article import from_feed, from_page
from pembaca.content.labels import labelled
from pembaca.content.rich import RichText
from pembaca.document import Link, Paragraph
from pembaca.model import ParsedEntry

URL = "https://kanim.contoh.go.id/x"
YOUTUBE = "https://www.youtube.com/watch?v=abcDEF12345"


@pytest.mark.parametrize(
    ("text", "address", "shown"),
    [
        ("Peraturan Menteri", "https://a.go.id/x/Permen_5.PDF?v=1", "Dokumen: Peraturan Menteri"),
        ("Jadwal", "https://a.go.id/jadwal.xlsx", "Dokumen: Jadwal"),
        ("Tonton sidang", "https://youtu.be/abcDEF12345", "Video: Tonton sidang"),
        ("Apel pagi", "https://a.go.id/apel.mp4", "Video: Apel pagi"),
        ("https://a.go.id/surat_edaran.pdf", "https://a.go.id/surat_edaran.pdf", "Dokumen: surat edaran"),
        ("Dokumen lengkap", "https://a.go.id/x.pdf", "Dokumen lengkap"),
        ("Kanal kami", "https://www.youtube.com/@kemenkum", "Kanal kami"),
        ("Halaman", "https://a.go.id/pdf", "Halaman"),
    ],
)
def test_a_link_alone_says_what_it_is(text: str, address: str, shown: str) -> None:
    """
    Who cannot see the little icon hears that a document opens, and its link stands on its name.
    """
    line = labelled(RichText(text, (Link(0, len(text), address),)))

    assert shown == line.text
    assert [shown.partition(": ")[2] or shown] == [line.text[link.start : link.end] for link in line.links]


def test_a_link_inside_a_sentence_stays_as_it_was_written() -> None:
    """
    No word is put into an author's sentence.
    """
    line = RichText("Unduh di sini.", (Link(6, 13, "https://a.go.id/x.pdf"),))

    assert line == labelled(line)


@pytest.mark.parametrize(
    ("markup", "text", "address"),
    [
        (
            '<iframe width=1 src="https://www.youtube.com/embed/abcDEF12345?rel=0" title="YouTube video player"></iframe>',
            "Video: YouTube",
            YOUTUBE,
        ),
        (
            '<iframe data-src="//www.youtube-nocookie.com/embed/abcDEF12345" title="Sidang &amp; putusan"></iframe>',
            "Video: Sidang & putusan",
            YOUTUBE,
        ),
        (
            "<video controls>\n<source src='/v/apel_pagi.mp4' type='video/mp4'></video>",
            "Video: apel pagi",
            "https://kanim.contoh.go.id/v/apel_pagi.mp4",
        ),
        ('<embed src="/d/surat%20edaran.pdf">', "Dokumen: surat edaran", "https://kanim.contoh.go.id/d/surat%20edaran.pdf"),
        (
            '<iframe src="https://docs.google.com/gview?url=https://a.go.id/renstra.pdf&amp;embedded=true"></iframe>',
            "Dokumen: renstra",
            "https://a.go.id/renstra.pdf",
        ),
    ],
)
def test_what_a_frame_shows_becomes_a_link(markup: str, text: str, address: str) -> None:
    """
    A frame cannot be shown, but what is in it can be found.
    """
    body = page(f"<div class='item-page'><p>{PARAGRAPHS[0]}</p>{markup}<p>{PARAGRAPHS[1]}</p></div>")
    blocks = from_page(body.encode(), URL).blocks

    assert [PARAGRAPHS[0], text, PARAGRAPHS[1]] == [block.text for block in blocks]
    assert isinstance(blocks[1], Paragraph)
    assert [address] == [link.url for link in blocks[1].links]


@pytest.mark.parametrize(
    "markup", ["<iframe src='https://maps.google.com/x'></iframe>", "<iframe src='javascript:x.pdf'></iframe>", "<video></video>"]
)
def test_other_frames_leave_nothing(markup: str) -> None:
    """
    Maps, advertisements and scripts are not announced.
    """
    assert ("Isi.",) == tuple(
        block.text for block in from_feed(ParsedEntry("g", "T", URL, f"<div>Isi.{markup}</div>"), URL).blocks
    )


def test_a_video_at_the_end_is_no_credit() -> None:
    """
    "Video: …" after the text is a link, not the name of who filmed.
    """
    html = "<p>Isi satu.</p><p>Isi dua. (Humas)</p><p><a href='https://youtu.be/abcDEF12345'>Sidang</a></p>"
    document = from_feed(ParsedEntry("g", "T", URL, html), URL)

    assert ("Humas", "T\nIsi satu.\nIsi dua.\nVideo: Sidang") == (document.credit, document.text)
