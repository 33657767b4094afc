"""Make a readable document of a page or of a feed's own text. Bytes or markup in, values out; nothing is fetched or stored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Final

from pembaca.content.decode import decode
from pembaca.content.finish import finish, squeeze
from pembaca.content.junk import is_junk
from pembaca.content.language import language_of
from pembaca.content.simple import simple_paragraphs
from pembaca.document import Document
from pembaca.errors import ContentError
from pembaca.model import ParsedEntry

_FILES: Final = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"\x1f\x8b")
_MARKUP: Final = re.compile(
    r"<(?:!doctype|html|body|head|div|p|article|table|br|span|h[1-6]|section|a|img|ul|ol)\b", re.IGNORECASE
)


def from_page(
    body: bytes,
    url: str,
    content_type: str | None = None,
    *,
    title: str = "",
    published: datetime | None = None,
    byline: str | None = None,
) -> Document:
    """Return the article of a page; what the feed said of title, date and author wins over the page.

    Raises:
        ContentError: ``no_article`` (nothing readable), ``not_a_page`` (a document, a picture or other bytes that are no
            text), ``too_deep`` (no parser should open it), ``unreadable`` (a parser gave up).
    """
    from pembaca.content.page import read_page, read_text

    with _wrapping(url):
        markup = decode(body, content_type)
        if body.lstrip().startswith(_FILES) or (not _MARKUP.search(markup[:200_000]) and "\x00" in markup[:4_000]):
            raise ContentError(url, "not_a_page")
        if not _MARKUP.search(markup[:200_000]):
            return read_text(markup, url, title, published, byline)
        return read_page(markup, url, title, published, byline)


def from_feed(entry: ParsedEntry, base_url: str) -> Document:
    """Return what the feed itself carries of an entry; with a bare title the document has no blocks.

    Raises:
        ContentError: ``too_deep``, ``unreadable``.
    """
    base = entry.url or base_url
    squeezed = squeeze(entry.title) if "<br" in entry.html else ""
    simple = simple_paragraphs(entry.html, base, lambda line: is_junk(line) or (bool(squeezed) and squeeze(line) == squeezed))
    if simple is not None:
        language = language_of(" ".join(block.text for block in simple), entry.language)
        return finish(simple, entry.url, entry.title, entry.published, entry.byline, language)
    with _wrapping(base):
        from pembaca.content.page import read_markup

        blocks, language = read_markup(entry.html, base, entry.title, entry.language)
        return finish(blocks, entry.url, entry.title, entry.published, entry.byline, language)


@contextmanager
def _wrapping(url: str) -> Iterator[None]:
    """Turn whatever a parser makes of a hostile page into ContentError."""
    import lxml.etree

    vendor = (
        ArithmeticError,
        AssertionError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
        lxml.etree.LxmlError,
    )
    try:
        yield
    except vendor as error:
        raise ContentError(url, "unreadable", f"{type(error).__name__}: {error}"[:200]) from error
