"""What tests of the page and the list share: a look, a page on screen, articles from the fixtures."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtGui import QTextCursor

from pembaca.document import Document, Heading, Image, Link, ListItem, Paragraph, Preformatted, Quote, Table, TextSpan
from pembaca.settings import Settings
from pembaca.ui.look import Look
from pembaca.ui.page.article_view import ArticleView

META = "Kementerian Hukum · 23 November 2020"


def look_of(width: int = 1440, **settings: Any) -> Look:
    """Return a look with these settings, without smooth movement."""
    look = Look()
    look.apply(Settings(**{"theme": "terang", **settings}))
    look.set_window_width(width)
    look.reduce_motion(True)
    return look


def page_of(
    qtbot: Any, document: Document, look: Look | None = None, *, media: Callable[[str], Path | None] = lambda _name: None
) -> ArticleView:
    """Return a shown page with *document*."""
    page = ArticleView(look or look_of(), media)
    qtbot.addWidget(page)
    page.resize(1008, 711)
    page.show()
    page.show_document(document, META)
    return page


def seed(folder: Path) -> Document:
    """Return the seed article with its two pictures."""
    facts = json.loads((folder / "seed" / "expected_article.json").read_text())
    first, second = (Image(url=image["url"], media=image["file"]) for image in facts["images"])
    blocks = (first, *(Paragraph(text) for text in facts["paragraphs"]), second)
    return Document(facts["title"], blocks, url=facts["url"], credit=facts["credit_text"])


def span_of(document: Document, text: str, start: int = 0) -> TextSpan:
    """Return where *text* stands first after *start*."""
    at = document.text.index(text, start)
    return TextSpan(at, at + len(text))


def all_text(page: ArticleView) -> str:
    """Return the page's characters as Qt keeps them, line breaks as such."""
    cursor = QTextCursor(page.document())
    cursor.select(QTextCursor.SelectionType.Document)
    return cursor.selectedText().replace("\u2029", "\n")


_LINE = st.text(st.one_of(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), st.sampled_from("😀👩‍⚕️𝔸é")), max_size=25)
_PLAIN = _LINE.map(lambda text: "".join(char for char in text if not 0xFDD0 <= ord(char) <= 0xFDEF and char != "\ufffc"))
_FULL = _PLAIN.filter(bool)


@st.composite
def _linked(draw: st.DrawFn) -> Paragraph:
    text = draw(_FULL)
    start = draw(st.integers(0, len(text)))
    return Paragraph(text, links=(Link(start, draw(st.integers(start, len(text))), "https://contoh.go.id/"),))


@st.composite
def _table(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 3))
    rows = draw(st.lists(st.tuples(*[_PLAIN] * columns), min_size=1, max_size=3))
    table = Table(tuple(rows), header=draw(st.booleans()))
    spans = ((cell.start, cell.start + len(cell.text)) for cell in table.cells() if cell.text and draw(st.booleans()))
    return replace(table, links=tuple(Link(start, end, "https://contoh.go.id/") for start, end in spans))


BLOCKS = st.one_of(
    _linked(),
    st.builds(Heading, _FULL, st.integers(2, 6)),
    st.builds(ListItem, _FULL, st.integers(1, 4), st.one_of(st.none(), st.integers(1, 200))),
    st.builds(Quote, _FULL),
    st.lists(_PLAIN, min_size=1, max_size=3).map("\n".join).filter(bool).map(Preformatted),
    _table(),
    st.builds(Image, st.just("u"), _PLAIN),
)
DOCUMENTS = st.builds(
    Document,
    _PLAIN,
    st.lists(BLOCKS, max_size=6).map(tuple),
    url=st.sampled_from(["", "https://contoh.go.id/a"]),
    credit=st.one_of(st.none(), _FULL),
)
