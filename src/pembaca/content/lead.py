"""Find what a site system puts around the article's own element: main picture, its caption, a lead, the credit below. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pembaca.content.credit import is_credit
from pembaca.content.junk import RELATED, kind_of
from pembaca.content.labels import label_of
from pembaca.content.noise import is_noise
from pembaca.content.tree import BLOCKS, Element, classes, elements, text_lengths, text_of

_WHOLE_ARTICLES: Final = frozenset(
    "item-page com-content-article hentry node node__content itemview post single-post article-detail td-post-content".split()
)
_FLOW: Final = frozenset("p ul ol dl blockquote font span b strong i em u h2 h3 h4 h5 br".split())
_DIVS, _DIV_ENDS = re.compile(r"<div\b", re.IGNORECASE), re.compile(r"</div\b", re.IGNORECASE)
_FILES: Final = re.compile(r"(?:^|[-_])(?:lampiran|attachment|dokumen|unduh|berkas|files?(?:$|[-_])|downloads?(?:$|[-_]))")
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PRINTED: Final = frozenset({"b", "strong", "font", "big"})
_NEAR: Final = 4  # levels above the article in which its title is looked for
_SENTENCE: Final = re.compile(r".{60,}[.!?…][\"”’)]*$", re.DOTALL)  # a lead, not a line of data
_ENDED: Final = re.compile(r"[.!?…:][\"”’)]*$")
_LINKED: Final = 0.9  # of a line that leads to another article
_WORDS: Final = 3  # of the shortest sentence
_BESIDE_TEXT: Final = frozenset("ul ol dl table h2 h3 h4 h5 h6".split())
_SOME: Final = 30  # characters beside the title, before an element counts as its article
_CAPTION: Final = re.compile(r"caption|keterangan-?(?:foto|gambar)")
_CAPTION_LIMIT: Final = 400  # characters
_FURNITURE: Final = re.compile(r"logo|banner|header|icon|iklan|placeholder|sprite", re.IGNORECASE)
_OWN_COLUMN, _BESIDE = 1.5, 100  # a column is the article's while its text is no more than so much of it, and some characters
_BELOW: Final = 200  # characters after the text in which its credit is looked for


def lead_parts(article: Element, title: str) -> Iterator[Element]:
    """Give the pictures, their captions and whole sentences above *article* that belong to it, in reading order."""
    above, is_marked = _whole_article(article, title)
    if above is None:
        yield from _column_picture(article)
        return
    lengths = text_lengths(above)
    inside = {above, article, *article.iterancestors()}
    is_below_title, is_pictured, is_begun = False, False, False
    taken: set[Element] = set()
    for element in elements(above):
        if element is article:
            return
        is_below_title = is_below_title or _is_title(element, title)
        is_picture = element.tag == "img" and (is_marked or is_below_title)
        is_lead = is_below_title and element not in inside and _is_lead(element, is_begun=is_begun)
        is_caption = is_pictured and _is_caption(element) and lengths[element] <= _CAPTION_LIMIT
        if not (is_picture or is_lead or is_caption) or not taken.isdisjoint(element.iterancestors()):
            continue
        between = [parent for parent in (element, *element.iterancestors()) if parent in lengths and parent not in inside]
        if not any(is_noise(parent, lengths[parent], lengths[above]) for parent in between):
            is_pictured, is_begun = is_picture, is_begun or is_lead
            taken.add(element)
            yield element


def _is_lead(element: Element, *, is_begun: bool) -> bool:
    """Whether this is text of the author's above the article's element: a sentence, or what belongs to one above it."""
    text = text_of(element)
    if element.tag in ("p", "blockquote"):
        link = element.find(".//a")
        is_linked = link is not None and len(text_of(link)) >= _LINKED * len(text)
        return _is_sentence(text) and kind_of(text) is None and not is_linked
    if element.tag in _BESIDE_TEXT:
        return is_begun and bool(text) and kind_of(text) is None and RELATED.match(text) is None and element.find(".//a") is None
    return False


def tail_parts(article: Element, title: str) -> Iterator[Element]:
    """Give what stands right below *article* and is its own: files to download, lines that only say who wrote it."""
    above, _ = _whole_article(article, title)
    if above is None:
        return
    lengths = text_lengths(above)
    left = _BELOW
    for sibling in _after(article, above):
        if is_noise(sibling, lengths.get(sibling, 0), lengths[above]):
            continue
        files = next((part for part in elements(sibling) if _holds_files(part)), None)
        if files is not None:
            yield files
            continue
        for line in elements(sibling):
            if line.tag in _HEADINGS or left < 0:
                return
            if any(inner.tag in BLOCKS for inner in line.iterdescendants()):
                continue
            if is_credit(text_of(line)) and line.find(".//img") is None:
                yield line
            else:
                left -= lengths.get(line, 0)


def _holds_files(element: Element) -> bool:
    """Whether the site system keeps the article's attachments there."""
    return any(_FILES.search(name) for name in classes(element)) and any(
        label_of(link.get("href", "")) for link in element.iter("a")
    )


def broken_off_parts(article: Element, markup: str) -> tuple[Element, ...]:
    """Return what follows *article* as bare text, where the page has ends too many and one of them closed it too early."""
    if len(_DIV_ENDS.findall(markup)) <= len(_DIVS.findall(markup)):
        return ()
    place = article
    for _ in range(_NEAR):
        parent = place.getparent()
        if place.getnext() is not None or (place.tail or "").strip() or parent is None or parent.tag == "body":
            break
        place = parent
    parts = tuple(_flowing(place))
    return parts if any(_SENTENCE.search(text_of(part)) for part in parts) else ()


def _flowing(place: Element) -> Iterator[Element]:
    """Give the text after *place* up to the next part of the page; bare text as a paragraph."""
    after = place.getnext()
    bare = place.tail
    while True:
        if bare and bare.strip():
            paragraph = place.makeelement("p", {}, None)
            paragraph.text = bare
            yield paragraph
        if after is None or after.tag not in _FLOW:
            return
        yield after
        bare, after = after.tail, after.getnext()


def _after(article: Element, above: Element) -> Iterator[Element]:
    """Give what follows *article* inside *above*, the nearest first."""
    for place in (article, *article.iterancestors()):
        if place is above:
            return
        yield from (sibling for sibling in place.itersiblings() if isinstance(sibling.tag, str))


def _is_sentence(text: str) -> bool:
    """Whether *text* is a line of some words that ends as a sentence does, or announces what comes next."""
    return bool(_ENDED.search(text)) and text.count(" ") >= _WORDS - 1


def _is_caption(element: Element) -> bool:
    return element.tag == "figcaption" or any(_CAPTION.search(name) for name in classes(element))


def _column_picture(article: Element) -> Iterator[Element]:
    """Give the one picture that stands above the text in a column of their own, where the title stands elsewhere."""
    column = article.getparent()
    if column is None or column.tag in ("body", "html"):
        return
    lengths = text_lengths(column)
    if lengths[column] > _OWN_COLUMN * lengths[article] + _BESIDE:
        return
    pictures = []
    for element in elements(column):
        if element is article:
            break
        if element.tag == "img":
            pictures.append(element)
    for picture in pictures if len(pictures) == 1 else ():
        parents = [parent for parent in picture.iterancestors() if parent in lengths and parent is not column]
        named = " ".join([*classes(picture), picture.get("src", ""), *(name for parent in parents for name in classes(parent))])
        if not _FURNITURE.search(named) and not any(is_noise(parent, lengths[parent], lengths[column]) for parent in parents):
            yield picture


def around_title(root: Element, title: str) -> Element | None:
    """Return the smallest element with the title and some text beside it; for pages too short to be judged otherwise."""
    lengths = text_lengths(root)
    for heading in sorted(_titles(root, title), key=lambda element: element.tag not in _HEADINGS):
        wanted = lengths[heading] + _SOME
        return next((parent for parent in heading.iterancestors() if lengths.get(parent, 0) >= wanted), None)
    return None


def title_element(root: Element, title: str) -> Element | None:
    """Return what says the title on the page, a heading if one does."""
    return next(iter(sorted(_titles(root, title), key=lambda element: element.tag not in _HEADINGS)), None)


def _titles(root: Element, title: str) -> list[Element]:
    """Return what says the title: headings, and what old pages print large or bold instead."""
    return [element for element in elements(root) if _is_title(element, title, _HEADINGS | _PRINTED)]


def _whole_article(article: Element, title: str) -> tuple[Element | None, bool]:
    """Return the element with article, title and lead, and whether its own mark says so."""
    for level, parent in enumerate(article.iterancestors()):
        if classes(parent) & _WHOLE_ARTICLES or parent.tag == "article":
            return parent, True
        if level < _NEAR and any(_is_title(heading, title) for heading in parent.iter(*_HEADINGS)):
            return parent, False
    return None, False


def _is_title(element: Element, title: str, tags: frozenset[str] = _HEADINGS) -> bool:
    return element.tag in tags and bool(title) and _squeeze(text_of(element)) == _squeeze(title)


def _squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
