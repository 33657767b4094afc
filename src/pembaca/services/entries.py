"""Make the entries of one feed readable: its page if the feed carries only an intro, its pictures, and what went wrong.

Nothing but a cancel ends it early: what cannot be had is a warning, and the feed's own text is shown instead.
"""

from __future__ import annotations

import html
import re
import threading
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

import msgspec

from pembaca.document import Block, Document, Image, Paragraph
from pembaca.errors import ContentError, FeedErrorCode, FetchError
from pembaca.feeds.fetch import IMAGE_LIMIT, PAGE_LIMIT, Fetched, Fetcher
from pembaca.model import Fault, FullText, ParsedEntry
from pembaca.plain import from_markup
from pembaca.services.apart_protocol import FeedTextOrder, PageOrder, PictureOrder
from pembaca.services.troubles import Troubles

if TYPE_CHECKING:
    from pembaca.cancel import CancelToken
    from pembaca.services.apart import Apart

MAX_PICTURES: Final = 40  # an article; the rest of a photo gallery keeps its addresses
PAGES: Final = 400  # of one feed in one refresh; the rest is fetched by the next ones
LATER: Final = "later"  # the code of a page left for the next refresh
_LARGE: Final = 200_000  # characters of an entry's own text, from which it is parsed apart
_FULL: Final = 120  # words; a feed that calls less its full content is looked at beside the page
_CUT: Final = re.compile(r"(?:\[?(?:…|\.\.\.)\]?|selengkapnya\W*|read more\W*|\[&hellip;\])\s*$", re.IGNORECASE)
_MAYBE_CUT: Final = ("…", "...", "&#", "&hellip", "selengkapnya", "read more")
_SHARED: Final = 0.5  # of the feed's words must stand on the page, or it is another page (a firewall, a soft 404)
_FULLER: Final = 0.9  # a page with this much of the feed's text is taken as the fuller one, for it has the pictures and headings
_ENOUGH: Final = 8  # words of the feed by which its article is known on a page
_PAGE_KINDS: Final = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml"})
_DECODING: Final = threading.BoundedSemaphore(2)  # pictures at a time: each takes four bytes a pixel


class PictureFile(msgspec.Struct, frozen=True):
    """A re-encoded picture, still without a name in the library."""

    body: bytes
    extension: str
    width: int
    height: int


class Readable(msgspec.Struct, frozen=True):
    """An entry made readable. ``pictures`` by address; ``page_fault`` if its page was wanted and could not be had."""

    document: Document
    pictures: tuple[tuple[str, PictureFile], ...] = ()
    warnings: tuple[Fault, ...] = ()
    page_fault: Fault | None = None


class Draft(msgspec.Struct, frozen=True):
    """What the feed itself gives of an entry; ``fault`` if its page is wanted but left for the next refresh."""

    entry: ParsedEntry
    document: Document
    wants_page: bool
    warnings: tuple[Fault, ...] = ()
    fault: Fault | None = None

    @property
    def is_ready(self) -> bool:
        """Whether neither page nor picture is wanted."""
        return not self.wants_page and not any(isinstance(block, Image) for block in self.document.blocks)


class Maker:
    """Makes the entries of one feed readable, in one refresh. ``draft`` opens no connection; ``finish`` may, from any thread."""

    def __init__(
        self, feed_url: str, fetcher: Fetcher, apart: Apart, *, now: datetime, cancel: CancelToken, full_text: FullText = "auto"
    ) -> None:
        self._feed_url = feed_url
        self._fetcher = fetcher
        self._apart = apart
        self._now = now
        self._cancel = cancel
        self._full_text = full_text
        self._pages = PAGES
        self._troubles = Troubles(fetcher, feed_url, cancel)

    @property
    def has_pages_left(self) -> bool:
        """Whether a further page may be fetched in this refresh."""
        return self._pages > 0

    def draft(self, entry: ParsedEntry) -> Draft:
        """Return what the feed itself carries of *entry*, and whether its page is wanted as well."""
        if entry.published and entry.published > self._now + timedelta(days=1):
            # a mistake of the source, which would stay on top of the list for ever
            entry = msgspec.structs.replace(entry, published=None)
        warnings: list[Fault] = []
        document = self._from_feed(entry, warnings)
        if self._full_text == "off" or not entry.url or self._is_full(entry, document):
            return Draft(entry, document, False, tuple(warnings))
        if not self.has_pages_left:
            return Draft(entry, document, False, tuple(warnings), Fault(LATER, entry.url))
        self._pages -= 1
        return Draft(entry, document, True, tuple(warnings))

    def finish(self, draft: Draft) -> Readable:
        """Fetch what is wanted of *draft*."""
        document, warnings, fault = draft.document, list(draft.warnings), draft.fault
        if draft.wants_page:
            document, fault = self._with_page(draft)
        if fault is not None and document is draft.document:
            document = msgspec.structs.replace(document, is_excerpt=not draft.entry.is_full, is_feed_text=True)
        elif draft.entry.is_cut and document is draft.document:
            document = msgspec.structs.replace(document, is_excerpt=True, is_feed_text=True)
        self._cancel.check()
        document, pictures = self._with_pictures(document, warnings)
        if fault is not None and fault.code != LATER:
            warnings.append(fault)
        return Readable(document, pictures, tuple(warnings), fault)

    def _from_feed(self, entry: ParsedEntry, warnings: list[Fault]) -> Document:
        from pembaca.content.article import from_feed

        try:
            if len(entry.html) > _LARGE:
                return self._apart.read_feed_text(FeedTextOrder(entry, self._feed_url), self._cancel)
            return from_feed(entry, self._feed_url)
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

    def _is_full(self, entry: ParsedEntry, document: Document) -> bool:
        if self._full_text == "on" or not entry.is_full or _count(document) < _FULL:  # one that is cut is never full
            return False
        end = entry.html[-500:].lower()
        return not any(sign in end for sign in _MAYBE_CUT) or not _CUT.search(from_markup(end))

    def _with_page(self, draft: Draft) -> tuple[Document, Fault | None]:
        entry = draft.entry
        cut: FeedErrorCode | None = None
        try:
            fetched = self._troubles.get(entry.url, PAGE_LIMIT, may_be_cut=True)
            cut = fetched.page_cut
            document = self._from_page(entry, fetched)
            if len(_words(draft.document)) < _ENOUGH and not _is_named(entry.title, fetched):
                raise ContentError(entry.url, "not_the_article", "title")
            document = _fuller(draft.document, document, entry)
        except FetchError as error:
            return draft.document, Fault(error.code, entry.url, error.detail, error.status)
        except ContentError as error:
            return draft.document, Fault(cut or error.code, entry.url, error.detail)
        if cut is None:
            return document, None
        if len(_words(draft.document)) < _ENOUGH:  # nothing by which half an article could be told from a menu
            document = draft.document
        if document is not draft.document:
            document = msgspec.structs.replace(document, is_excerpt=True, is_cut=True)
        return document, Fault(cut, entry.url, "page")

    def _from_page(self, entry: ParsedEntry, fetched: Fetched) -> Document:
        kind = (fetched.content_type or "text/html").partition(";")[0].strip().lower()
        if kind not in _PAGE_KINDS:
            raise ContentError(entry.url, "not_a_page", kind)
        order = PageOrder(fetched.url, fetched.content_type, entry.title, entry.published, entry.byline)
        return self._apart.read_page(order, fetched.body, self._cancel)

    def _with_pictures(self, document: Document, warnings: list[Fault]) -> tuple[Document, tuple[tuple[str, PictureFile], ...]]:
        if not any(isinstance(block, Image) for block in document.blocks):
            return document, ()
        blocks: list[Block] = []
        pictures: list[tuple[str, PictureFile]] = []
        left = MAX_PICTURES
        for block in document.blocks:
            if isinstance(block, Image) and left:
                left -= 1
                try:
                    pictures.append((block.url, self._picture(block.url)))
                except FetchError as error:
                    warnings.append(Fault(error.code, block.url, error.detail, error.status))
                except ContentError as error:
                    if error.code == "tracker":
                        continue
                    warnings.append(Fault(error.code, block.url, error.detail))
            blocks.append(block)
        return msgspec.structs.replace(document, blocks=tuple(blocks)), tuple(pictures)

    def _picture(self, url: str) -> PictureFile:
        from pembaca.content.images import is_large, reencode

        body = self._troubles.get(url, IMAGE_LIMIT).body
        if is_large(body):
            smaller, content = self._apart.read_picture(PictureOrder(url), body, self._cancel)
            return PictureFile(content, smaller.extension, smaller.width, smaller.height)
        with _DECODING:
            picture = reencode(body, url)
        return PictureFile(picture.body, picture.extension, picture.width, picture.height)


def is_passing(fault: Fault) -> bool:
    """Whether the same page may well be had the next time."""
    status = fault.status or 0
    return fault.code in (LATER, "timeout", "dns", "connection", "truncated") or status in (408, 425, 429) or status >= 500


def summary_of(document: Document, limit: int = 240) -> str:
    """Return the first words of the article, cut between two words."""
    text = " ".join(block.text for block in document.blocks[:12] if not isinstance(block, Image) and block.text)
    text = text[: 2 * limit].replace("\n", " ")
    return text if len(text) <= limit else text[:limit].rpartition(" ")[0].rstrip(" ,;:–—-") + "…"


def _fuller(feed: Document, page: Document, entry: ParsedEntry) -> Document:
    """Choose the fuller of the two; a page that shares little with the feed is no page of this article."""
    feed_words, page_words = _words(feed), _words(page)
    if len(feed_words) >= _ENOUGH:
        on_page = set(page_words)
        shared = sum(1 for word in feed_words if word in on_page) / len(feed_words)
        if shared < _SHARED:
            raise ContentError(entry.url, "not_the_article", f"{shared:.2f}")
    if len(page_words) < _FULLER * len(feed_words):
        return feed
    return msgspec.structs.replace(page, url=entry.url, credit=page.credit or feed.credit)


def _is_named(title: str, page: Fetched) -> bool:
    """Whether the page holds most words of the title: where the feed has no text, nothing else tells it from a firewall's."""
    from pembaca.content.decode import decode

    wanted = set(re.findall(r"\w+", title.lower()))
    found = set(re.findall(r"\w+", html.unescape(decode(page.body, page.content_type)).lower()))
    return len(wanted & found) >= _SHARED * len(wanted)


def _words(document: Document) -> list[str]:
    return re.findall(r"\w+", " ".join(block.text for block in document.blocks).lower())


def _count(document: Document) -> int:
    """Count words up to enough of them."""
    found = 0
    for block in document.blocks:
        found += block.text.count(" ") + 1
        if found >= _FULL:
            break
    return found
