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


def test_a_page_of_two_sentences_is_known_by_its_title() -> None:
    """
    Short news is news; the menu around it is not.
    """
    html = page(f"<div class='q'><h1>{TITLE}</h1><p>Kantor buka hari Sabtu.</p><p>Kuota 120 orang.</p></div>")

    assert f"{TITLE}\nKantor buka hari Sabtu.\nKuota 120 orang." == from_page(html.encode(), URL).text


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


def test_plain_text_is_read_by_its_blank_lines() -> None:
    """
    A text file is an article too.
    """
    document = from_page(b"Judul\n\nSatu dua\ntiga.\n\nEmpat.", "")

    assert ("Judul", "Judul\nSatu dua tiga.\nEmpat.") == (document.title, document.text)
