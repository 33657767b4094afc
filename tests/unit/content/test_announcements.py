"""Facts of articles that are not plain news: every line an author wrote is there, and what the site put around them is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.content.announcements import CASES, LINES, Case
from tests.unit.content.mixtures import ARTICLES, JUNK, LAYOUTS, TITLE
from tests.unit.content.sites import SITES

from pembaca.content.article import from_feed, from_page
from pembaca.document import Document, Image
from pembaca.model import ParsedEntry

URL = "https://kanwil.contoh.go.id/berita/layanan"


def made(case: Case) -> Document:
    if case.is_feed:
        return from_feed(ParsedEntry("g", "Judul yang tidak ada di dalam teks", URL, case.markup, language="id"), URL)
    return from_page(case.markup.encode(), URL, "text/html; charset=utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_line_of_the_author_is_kept_and_no_other(case: Case) -> None:
    """
    Opening hours, dates and addresses are what an announcement is for; the site's own buttons are not.
    """
    document = made(case)

    assert case.texts == tuple(block.text for block in document.blocks if not isinstance(block, Image))
    assert case.credit == document.credit


@given(
    st.lists(st.tuples(st.sampled_from(["p", "h2", "h4", "li", "blockquote", "div", "dd"]), st.sampled_from(LINES)), max_size=8)
)
def test_nothing_without_a_link_goes_from_between_two_sentences(lines: list[tuple[str, str]]) -> None:
    """
    Whatever a line looks like, an author may have meant it.
    """
    first, last = "Layanan dibuka kembali pada hari kerja.", "Demikian pengumuman ini disampaikan kepada warga."
    markup = f"<p>{first}</p>{''.join(f'<{tag}>{line}</{tag}>' for tag, line in lines)}<p>{last}</p>"
    document = from_feed(ParsedEntry("g", "Judul", URL, markup, language="id"), URL)

    assert [first, *(line for _, line in lines), last] == [block.text for block in document.blocks]


@pytest.mark.parametrize("name", SITES)
def test_pages_of_many_sites_give_their_text_and_no_more(name: str) -> None:
    """
    Each site has its own way to hang things around an article.
    """
    markup, texts = SITES[name]
    document = made(Case(name, markup, (), is_feed="<html" not in markup.lower()))

    assert texts == [block.text for block in document.blocks if not isinstance(block, Image)]


@pytest.mark.parametrize("article", ARTICLES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_kind_of_article_is_read_from_every_kind_of_page(layout: str, article: str) -> None:
    """
    What is junk in one place is the text in another.
    """
    inner, texts = ARTICLES[article]
    document = from_page(LAYOUTS[layout].replace("@", inner).encode(), URL, "text/html; charset=utf-8")

    assert texts == tuple(block.text for block in document.blocks if not isinstance(block, Image))
    assert [] == [junk for junk in JUNK if junk in document.text]
    assert TITLE == document.title
