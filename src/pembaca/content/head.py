"""Read what a page says about itself: title, date, author, language, base address. Pure."""

from __future__ import annotations

import html as entities
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from pembaca.content.addresses import link_address
from pembaca.content.tree import Element, elements, text_lengths, text_of
from pembaca.dates import parse_date
from pembaca.plain import from_markup, one_line

_HEAD_LIMIT: Final = 300_000  # characters
_DATE_NAMES: Final = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created",
    "publish-date", "publishdate", "pubdate", "published_time", "parsely-pub-date", "sailthru.date", "content_publisheddate",
)  # fmt: skip
_JSON_DATE: Final = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_NOBODY: Final = frozenset({"", "admin", "administrator", "super user", "superuser", "webmaster", "root"})
_PIECES: Final = re.compile(r"\s*(?:[|•~»]|:{2,})\s*|\s+(?:[–—:·-]+)\s+")
_SHORTEST: Final = 20  # characters of a piece that can be an article's title and not the site's name
_SITE_SUFFIX: Final = re.compile(r"\s+(?:[|–—:·»•~]+|-)\s+")


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a page says about itself; ``titles`` are candidates as written, the best one first."""

    base: str
    titles: tuple[str, ...] = ()
    language: str | None = None
    published: datetime | None = None
    byline: str | None = None


def read_head(markup: str, url: str) -> PageHead:
    """Read the head of *markup*; nothing in it is trusted further than a plain line."""
    body = re.search(r"<body\b", markup, re.IGNORECASE)
    head = markup[: min(body.start() if body else _HEAD_LIMIT, _HEAD_LIMIT)]
    opening = re.search(r"<html\b[^<>]{0,2000}>", head, re.IGNORECASE)
    metas = _metas(head)
    start = re.search(r"<title\b[^<>]{0,200}>", head, re.IGNORECASE)
    title = re.split(r"</title", head[start.end() : start.end() + 5_000], maxsplit=1, flags=re.IGNORECASE)[0] if start else ""
    titles = (metas.get("og:title", ""), metas.get("twitter:title", ""), from_markup(title))
    author = one_line(re.sub(r"\S+@\S+", "", metas.get("author", "")))
    return PageHead(
        base=_base(head, url),
        titles=tuple(dict.fromkeys(one_line(text) for text in titles if text.strip())),
        language=_attribute(opening[0], "lang") if opening else metas.get("content-language"),
        published=_declared_date(metas, markup),
        byline=None if author.casefold() in _NOBODY or author.startswith("http") else author,
    )


def title_of(head: PageHead, root: Element) -> str:
    """Choose the title: the heading that the page's own title repeats, else that title without the site's name."""
    headings = [(element, text_of(element)) for element in elements(root) if element.tag in ("h1", "h2", "h3")]
    headings = [(element, one_line(text)) for element, text in headings if text]
    for element, text in headings:
        if element.get("itemprop") in ("name", "headline") and len(text) > 5:
            return text
    named = [text for _, text in headings if len(text) > 8 and any(_squeeze(text) in _squeeze(title) for title in head.titles)]
    if named:
        return max(named, key=len)
    first = [text for element, text in headings if element.tag == "h1"]
    if first and not head.titles:
        return first[0]
    if head.titles:
        return _printed(head.titles, root) or _without_site(head.titles)
    return first[0] if first else headings[0][1] if headings else ""


def _printed(titles: tuple[str, ...], root: Element) -> str:
    """Return the longest piece of a title that has a separator and stands on the page as a line of its own; "" if none does."""
    parted = [parts for title in titles if len(parts := [part for part in _PIECES.split(title) if part]) > 1]
    pieces = {_squeeze(piece): piece for parts in parted for piece in parts if len(piece) > _SHORTEST}
    if not pieces:
        return ""
    longest, lengths = 2 * max(map(len, titles)), text_lengths(root)
    lines = {_squeeze(text_of(element)) for element in elements(root) if lengths[element] <= longest}
    return max((piece for squeezed, piece in pieces.items() if squeezed in lines), key=len, default="")


def _metas(head: str) -> dict[str, str]:
    """Return the first content of each meta, by its name in small letters."""
    metas: dict[str, str] = {}
    for match in re.finditer(r"<meta\b[^<>]{0,4000}>", head, re.IGNORECASE):
        name = next(
            (_attribute(match[0], key) for key in ("property", "name", "itemprop", "http-equiv") if _attribute(match[0], key)), ""
        )
        content = _attribute(match[0], "content")
        if name and content:
            metas.setdefault(name.lower(), content)
    return metas


def _attribute(tag: str, name: str) -> str:
    match = re.search(rf"(?:^|[\s\"'/]){name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", tag, re.IGNORECASE)
    return entities.unescape(next((group for group in match.groups() if group is not None), "")) if match else ""


def _base(head: str, url: str) -> str:
    match = re.search(r"<base\b[^<>]{0,2000}>", head, re.IGNORECASE)
    written = _attribute(match[0], "href") if match else ""
    base = link_address(written, url) if written else ""
    return base if base.startswith(("http://", "https://")) else url


def _declared_date(metas: dict[str, str], markup: str) -> datetime | None:
    written = [metas[name] for name in _DATE_NAMES if name in metas]
    json_date = _JSON_DATE.search(markup)
    for text in [*written, json_date[1] if json_date else ""]:
        found = parse_date(text)
        if found:
            return found
    return None


def _without_site(titles: tuple[str, ...]) -> str:
    """Cut the site's name off: what another title lacks, else the last piece after a separator if the rest is longer."""
    shortest = min(titles, key=len)
    if all(shortest in title for title in titles) and len(titles) > 1 and len(shortest) > 8:
        return shortest
    pieces = _SITE_SUFFIX.split(titles[0])
    if len(pieces) == 1:
        return titles[0]
    return max(pieces[0], pieces[-1], key=len) if len(pieces[0]) < 12 else pieces[0]


def _squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
