"""Facts of a page's frame: the foot goes where its place says so, and no end of an article ever does."""

from __future__ import annotations

import pytest
from tests.unit.content.portals import FOOT, LINES, NAV, PORTALS, TEXT, TITLE

from pembaca.content.article import from_page

END = "<p>Informasi lebih lanjut ada di kantor desa masing-masing.</p><p>Pendaftaran dibuka sampai akhir bulan.</p>"
ENDS = ("Informasi lebih lanjut ada di kantor desa masing-masing.", "Pendaftaran dibuka sampai akhir bulan.")


def texts(page: str, title: str = "") -> tuple[str, ...]:
    document = from_page(page.encode(), "https://www.contoh.go.id/b/9", "text/html; charset=utf-8", title=title)
    assert TITLE == document.title
    return tuple(block.text for block in document.blocks if block.text)


@pytest.mark.parametrize("title", ["", TITLE])
@pytest.mark.parametrize("kind", PORTALS)
def test_portals_give_every_paragraph_and_nothing_else(kind: str, title: str) -> None:
    """
    Most offices' pages say nowhere where the article begins and ends.
    """
    assert LINES == texts(PORTALS[kind], title)


@pytest.mark.parametrize(
    "page",
    [
        f"{NAV}<div class='a'><h1>{TITLE}</h1>{TEXT}</div><div class='a'>{END}</div>",  # of the same kind
        f"{NAV}<div class='row x1'><h1>{TITLE}</h1>{TEXT}</div><div class='row x2'>{END}</div>",
        f"{NAV}<div><h1>{TITLE}</h1>{TEXT}</div><div>{END}</div>",
        f"{NAV}<div class='a'><h1>{TITLE}</h1>{TEXT}</div>{END}",  # in no box
        f"<div class='w'><div class='a'><h1>{TITLE}</h1>{TEXT}</div><div class='b'>{END}</div></div>",  # no navigation above
        f"{NAV}<div class='a'><h1>{TITLE}</h1></div><div class='b'>{TEXT}{END}</div>",  # the title alone
        f"{NAV}<table><tr><td><h1>{TITLE}</h1>{TEXT}</td></tr><tr><td>{END}</td></tr></table>",
    ],
)
def test_the_end_of_an_article_stays(page: str) -> None:
    """
    A lost last paragraph is worse than a foot that is read aloud.
    """
    assert (*LINES, *ENDS) == texts(f"<html><head><title>{TITLE}</title></head><body>{page}</body></html>")


def test_a_short_lead_beside_the_title_is_not_the_column() -> None:
    """
    Title and lead in one box and a short text in the next are one article.
    """
    page = f"<body>{NAV}<div class='head'><h1>{TITLE}</h1><p>{LINES[0]}</p></div><div class='text'><p>{LINES[8]}</p></div></body>"

    assert (LINES[0], LINES[8]) == texts(f"<html><head><title>{TITLE}</title></head>{page}</html>")


def test_a_foot_that_is_called_one_goes_below_a_short_article_too() -> None:
    """
    Where the page says what it is, one paragraph is enough.
    """
    article = f"<div class='a'><h1>{TITLE}</h1><p>{LINES[0]} {LINES[1]}</p></div>"
    page = f"<body>{NAV}{article}<div id='site-footer'>{FOOT[:90]}</p></div></body>"

    assert (f"{LINES[0]} {LINES[1]}",) == texts(f"<html><head><title>{TITLE}</title></head>{page}</html>")
