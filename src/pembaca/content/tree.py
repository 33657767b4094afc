"""Turn the markup of a page into a clean tree: parsed as browsers do, scripts and styles gone, only known attributes left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import lxml.etree
import lxml.html
import nh3

from pembaca.content.labels import embeds_as_links
from pembaca.errors import ContentError

Element = lxml.etree._Element
SIDE: Final = "data-side"  # marks what the program itself found to be no part of the article; no page brings it along
MAX_DEPTH: Final = 2_000  # 100,000 nested elements take the parser over 25 s

BLOCKS: Final = frozenset(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td
    tfoot th thead tr ul
    """.split()
)
_INLINE: Final = frozenset(
    """
    a abbr acronym b bdi bdo big br cite code del dfn em font i img ins kbd label mark q ruby rp rt s samp small span
    strike strong sub sup time tt u var wbr col colgroup
    """.split()
)
_DROPPED: Final = frozenset(
    """
    script style noscript template iframe object embed applet svg math canvas audio video map select textarea button
    title head
    """.split()
)
_ATTRIBUTES: Final = {
    "*": {"class", "id", "lang", "itemprop", "role", "hidden", "aria-hidden", "style"},
    "a": {"href", "rel"},
    "img": {
        "src", "srcset", "alt", "width", "height", "data-src", "data-lazy-src", "data-original", "data-orig-file",
        "data-large-file",
        "data-lazy", "data-url", "data-srcset", "data-lazy-srcset",
    },
    "ol": {"start", "reversed"},
    "li": {"value"},
    "td": {"colspan", "rowspan", "scope"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}  # fmt: skip
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][\w:-]*)")
_OPAQUE: Final = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style|textarea|title)\b.*?(?:</\1\b|\Z)", re.DOTALL | re.IGNORECASE)
_UNCOUNTED: Final = frozenset(
    """
    area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option tbody thead tfoot
    """.split()
)
_FORMATS: Final = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_MAX_REBUILT: Final = 2_000_000  # elements: a parser opens every format left open again in each block that follows
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FRAME: Final = re.compile(r"<(?:iframe|embed|object|video)\b", re.IGNORECASE)
_BUTTON: Final = re.compile(r"<button\b(?P<attributes>[^<>]{0,2000})>(?P<text>.{0,2000}?)</button\s*>", re.DOTALL | re.IGNORECASE)
_FOLDING: Final = re.compile(r"accordion|collaps|faq", re.IGNORECASE)
_OPENING: Final = re.compile(r"toggle|aria-controls|aria-expanded", re.IGNORECASE)
_QUESTION: Final = 3  # words; a button with fewer only opens a menu
_XML_LANG: Final = re.compile(r"\bxml:lang=", re.IGNORECASE)


def clean_tree(markup: str, url: str) -> Element:
    """Return the tree of *markup* under one ``div``.

    Raises:
        ContentError: ``too_deep``, more than 2,000 elements inside each other.
    """
    markup = markup if markup.isprintable() else _NOT_XML.sub("", markup)
    guard_depth(markup, url)
    if _FRAME.search(markup):
        markup = embeds_as_links(markup, url)
    if "</button" in markup or "</BUTTON" in markup:
        markup = _BUTTON.sub(_question, markup)
    cleaned = nh3.clean(
        _XML_LANG.sub("lang=", markup),
        tags=set(BLOCKS | _INLINE) - {"body"},
        clean_content_tags=set(_DROPPED),
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    document = lxml.html.document_fromstring(f"<html><body><div>{cleaned}</div></body></html>".encode(), parser=parser)
    root = document.find("body/div")
    assert root is not None
    return root


def _question(match: re.Match[str]) -> str:
    """Return a button that unfolds an answer as the plain text it shows, any other as it was."""
    text = re.sub(r"<[^<>]{0,2000}>", " ", match["text"])
    unfolds = _FOLDING.search(match["attributes"]) or (text.rstrip().endswith("?") and _OPENING.search(match["attributes"]))
    is_question = unfolds and len(text.split()) >= _QUESTION
    return f"<span>{text}</span>" if is_question else match[0]


def guard_depth(markup: str, url: str) -> None:
    """Raise ContentError if elements lie too deep inside each other for any parser."""
    depth = formats = deepest = tags = 0
    for match in _TAG.finditer(_OPAQUE.sub("", markup)):
        name = match[2].lower()
        tags += 1
        if name in _UNCOUNTED:
            continue
        step = -1 if match[1] else 1
        depth = max(0, depth + step)
        if name in _FORMATS:
            formats = max(0, formats + step)
            deepest = max(deepest, formats)
        if depth > MAX_DEPTH:
            raise ContentError(url, "too_deep", str(MAX_DEPTH))
    if deepest * tags > _MAX_REBUILT:
        raise ContentError(url, "too_deep", f"{deepest} formats left open")


def classes(element: Element) -> frozenset[str]:
    """Return the element's class names and id, in small letters."""
    return frozenset(f"{element.get('class', '')} {element.get('id', '')}".lower().split())


def text_of(element: Element) -> str:
    """Return all text inside the element on one line."""
    return " ".join(" ".join(str(text) for text in element.itertext()).split())


def text_lengths(root: Element) -> dict[Element, int]:
    """Count the characters of text inside every element, each once however deep it lies."""
    lengths: dict[Element, int] = {}
    for _, element in lxml.etree.iterwalk(root, events=("end",)):
        inside = len((element.text or "").strip())
        lengths[element] = inside + sum(lengths[child] + len((child.tail or "").strip()) for child in element if child in lengths)
    return lengths


def elements(root: Element) -> Iterator[Element]:
    """Give the elements of the tree in document order; no comments."""
    for element in root.iter():
        if isinstance(element.tag, str):
            yield element
