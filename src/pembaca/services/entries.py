"""Make one feed entry readable: its page if the feed carries only an intro, its pictures, and what went wrong on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import msgspec

from pembaca.cancel import CancelToken
from pembaca.document import Block, Document, Image, Paragraph
from pembaca.errors import ContentError, FetchError
from pembaca.feeds.fetch import IMAGE_LIMIT, PAGE_LIMIT, Fetched, Fetcher
from pembaca.model import Fault, ParsedEntry
from pembaca.plain import from_markup

MAX_PICTURES: Final = 40  # an article; the rest of a photo gallery keeps its addresses
_FULL: Final = 120  # words; a feed that calls less its full content is looked at beside the page
_CUT: Final = re.compile(r"(?:\[?(?:…|\.\.\.)\]?|selengkapnya\W*|read more\W*|\[&hellip;\])\s*$", re.IGNORECASE)
_SHARED: Final = 0.5  # of the feed's words must stand on the page, or it is another page (a firewall, a soft 404)
_FULLER: Final = 0.9  # a page with this much of the feed's text is taken as the fuller one, for it has the pictures and headings


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A re-encoded picture, still without a name in the library."""

    body: bytes
    extension: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Readable:
    """An entry made readable. ``pictures`` by address; ``page_fault`` if its page was wanted and could not be had."""

    document: Document
    pictures: tuple[tuple[str, PictureFile], ...] = ()
    warnings: tuple[Fault, ...] = ()
    page_fault: Fault | None = None


def make_readable(entry: ParsedEntry, feed_url: str, fetcher: Fetcher, *, now: datetime, cancel: CancelToken) -> Readable:
    """Return *entry* as a document, with its pictures.

    Nothing but a cancel ends it early: what cannot be had is a warning, and the feed's own text is shown instead.
    """
    if entry.published and entry.published > now + timedelta(days=1):
        entry = _undated(entry)
    warnings: list[Fault] = []
    document = _from_feed(entry, feed_url, warnings)
    page_fault: Fault | None = None
    if entry.url and not _is_surely_full(entry, document):
        try:
            document = _fuller(document, _from_page(entry, feed_url, fetcher, cancel), entry)
        except FetchError as error:
            page_fault = Fault(error.code, entry.url, error.detail, error.status)
        except ContentError as error:
            page_fault = Fault(error.code, entry.url, error.detail)
    if page_fault is not None and not entry.is_full:
        document = msgspec.structs.replace(document, is_excerpt=True)
    cancel.check()
    document, pictures = _with_pictures(document, feed_url, fetcher, cancel, warnings)
    return Readable(document, pictures, (*warnings, *((page_fault,) if page_fault else ())), page_fault)


def is_passing(fault: Fault) -> bool:
    """Whether the same page may well be had the next time."""
    return fault.code in ("timeout", "dns", "connection") or (fault.status or 0) in (408, 425, 429) or (fault.status or 0) >= 500


def summary_of(document: Document, limit: int = 240) -> str:
    """Return the first words of the article, cut between two words."""
    text = " ".join(block.text for block in document.blocks[:12] if not isinstance(block, Image) and block.text)
    text = text.replace("\n", " ")
    return text if len(text) <= limit else text[:limit].rpartition(" ")[0].rstrip(" ,;:–—-") + "…"


def _undated(entry: ParsedEntry) -> ParsedEntry:
    """A date still to come is a mistake of the source, and would stay on top of the list for ever."""
    from dataclasses import replace

    return replace(entry, published=None)


def _from_feed(entry: ParsedEntry, feed_url: str, warnings: list[Fault]) -> Document:
    from pembaca.content.article import from_feed

    try:
        return from_feed(entry, feed_url)
    except ContentError as error:
        warnings.append(Fault(error.code, entry.url, error.detail))
        text = from_markup(entry.html[:20_000])
        return Document(
            title=entry.title,
            blocks=(Paragraph(text),) if text else (),
            url=entry.url,
            published=entry.published,
            byline=entry.byline,
        )


def _is_surely_full(entry: ParsedEntry, document: Document) -> bool:
    return entry.is_full and _count(document) >= _FULL and not _CUT.search(from_markup(entry.html[-500:]))


def _from_page(entry: ParsedEntry, feed_url: str, fetcher: Fetcher, cancel: CancelToken) -> Document:
    from pembaca.content.article import from_page

    fetched = fetcher.get(entry.url, limit=PAGE_LIMIT, cancel=cancel, home=feed_url)
    assert isinstance(fetched, Fetched)
    kind = (fetched.content_type or "text/html").partition(";")[0].strip().lower()
    if kind not in ("text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml"):
        raise ContentError(entry.url, "not_a_page", kind)
    return from_page(
        fetched.body, fetched.url, fetched.content_type, title=entry.title, published=entry.published, byline=entry.byline
    )


def _fuller(feed: Document, page: Document, entry: ParsedEntry) -> Document:
    """Choose the fuller of the two; a page that shares little with the feed is no page of this article."""
    feed_words, page_words = _words(feed), _words(page)
    if len(feed_words) >= 8:
        shared = sum(1 for word in feed_words if word in set(page_words)) / len(feed_words)
        if shared < _SHARED:
            raise ContentError(entry.url, "not_the_article", f"{shared:.2f}")
    if len(page_words) < _FULLER * len(feed_words):
        return feed
    return msgspec.structs.replace(page, url=entry.url, credit=page.credit or feed.credit)


def _with_pictures(
    document: Document, feed_url: str, fetcher: Fetcher, cancel: CancelToken, warnings: list[Fault]
) -> tuple[Document, tuple[tuple[str, PictureFile], ...]]:
    from pembaca.content.images import reencode

    blocks: list[Block] = []
    pictures: list[tuple[str, PictureFile]] = []
    for block in document.blocks:
        if isinstance(block, Image) and len(pictures) < MAX_PICTURES:
            try:
                fetched = fetcher.get(block.url, limit=IMAGE_LIMIT, cancel=cancel, home=feed_url)
                assert isinstance(fetched, Fetched)
                picture = reencode(fetched.body, block.url)
                pictures.append((block.url, PictureFile(picture.body, picture.extension, picture.width, picture.height)))
            except FetchError as error:
                warnings.append(Fault(error.code, block.url, error.detail, error.status))
            except ContentError as error:
                if error.code == "tracker":
                    continue
                warnings.append(Fault(error.code, block.url, error.detail))
        blocks.append(block)
    return msgspec.structs.replace(document, blocks=tuple(blocks)), tuple(pictures)


def _words(document: Document) -> list[str]:
    return re.findall(r"\w+", " ".join(block.text for block in document.blocks).lower())


def _count(document: Document) -> int:
    return len(_words(document))
